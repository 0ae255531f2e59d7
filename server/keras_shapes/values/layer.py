"""Layers and models as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .array import Array, Shape
from .origin import Site
from .reference import Ref


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that was constructed. `arguments` by the constructor's parameter names, defaults filled in.

    built: the sizes its weights were made for, by axis from the end (-1 the last): set by its first call.
    declared: the input that `input_shape=` and its like declare, batch axis included.
    """

    ref: Ref
    cls: str
    arguments: dict[str, Any]
    site: Site
    name: str = ""
    built: dict[int, int] | None = None
    declared: Shape | None = None
    parameters: int | None = None

    @property
    def short_name(self) -> str:
        return self.cls.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Compiled:
    """What `compile` was told: loss, metrics, … and where each stands in the text."""

    arguments: dict[str, Any]
    site: Site


@dataclass(frozen=True, slots=True)
class Model:
    """A Sequential or functional model (`kind`: "Sequential" or "Functional").

    inputs: the declared inputs as symbolic tensors, nested as given; None while a Sequential declares none.
    outputs: likewise; None while not built. layers: references, in order.
    declared_at: for a Sequential, the layer's or Input's site that fixed the input.
    """

    ref: Ref
    kind: str
    layers: tuple[Ref, ...]
    site: Site
    inputs: Any = None
    outputs: Any = None
    name: str = ""
    compiled: Compiled | None = None
    certain: bool = True
    declared_at: Site | None = None
    built_on: Shape | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def input_array(self) -> Array | None:
        """The declared input of a model of one input."""
        inputs = self.inputs
        if isinstance(inputs, (list, tuple)) and len(inputs) == 1:
            inputs = inputs[0]
        return inputs if isinstance(inputs, Array) else None
