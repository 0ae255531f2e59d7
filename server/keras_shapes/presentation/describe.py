"""What is known of a value: its shape and dtype as promised in JSON, and the short text that stands beside code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..values.array import Array
from ..values.dataset import Dataset
from ..values.layer import Model
from ..values.reference import Ref
from ..values.show import show_array, show_shape
from .facts import plain_dim

Dims = tuple[int | str | None, ...]


def resolved(value: Any, state: Mapping[Any, Any]) -> Any:
    """What a reference stands for at the end of the program; any other value itself."""
    return state.get(value, value) if isinstance(value, Ref) else value


@dataclass(frozen=True, slots=True)
class Description:
    """shape: None where even the rank is unknown. text: `(None, 28, 28, 1) float32`."""

    shape: Dims | None
    dtype: str | None
    text: str


def describe(value: Any) -> Description | None:
    """The description of a value that has a shape: an array, a model (its output's), a data set (its elements')."""
    if isinstance(value, Array):
        shape = None if value.shape is None else tuple(map(plain_dim, value.shape))
        return Description(shape, value.dtype or None, show_array(value.shape, value.dtype))
    if isinstance(value, Model):
        output = describe(only(value.outputs))
        text = f"{structure(value.inputs)} → {structure(value.outputs)}"
        return Description(output.shape if output else None, output.dtype if output else None, text)
    if isinstance(value, Dataset):
        element = describe(only(value.element))
        text = f"Dataset of {structure(value.element, dtypes=True)}"
        return Description(element.shape if element else None, element.dtype if element else None, text)
    return None


def only(nested: Any) -> Any:
    """What a structure of one thing holds; the structure itself where it holds several."""
    while isinstance(nested, (tuple, list)) and len(nested) == 1:
        nested = nested[0]
    return nested


def structure(nested: Any, *, dtypes: bool = False) -> str:
    """Nested arrays in Keras' notation: `(None, 10)`, `[(None, 8), (None, 4)]`, `{"left": (None, 8)}`."""
    nested = only(nested)
    if isinstance(nested, Array):
        return show_array(nested.shape, nested.dtype) if dtypes else show_shape(nested.shape)
    if isinstance(nested, Mapping):
        return "{" + ", ".join(f'"{name}": {structure(part, dtypes=dtypes)}' for name, part in nested.items()) + "}"
    if isinstance(nested, (tuple, list)):
        inner = ", ".join(structure(part, dtypes=dtypes) for part in nested)
        return f"({inner})" if isinstance(nested, tuple) else f"[{inner}]"
    return "?"
