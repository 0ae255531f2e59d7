"""What a model's input may be declared by: keras/src/backend/common/variables.py, standardize_shape."""

from __future__ import annotations

from typing import Any

from ...values.dim import ANY, Dim, Linear, as_dim
from ...values.layer import Layer
from ...values.mismatch import Mismatch

# The first that a layer was given is the one that Keras takes.
_ARGUMENTS = ("input_shape", "batch_shape", "shape", "input_dim")


def check_shape(name: str, value: Any) -> None:
    """Raises Mismatch("input-declaration") for a number where a tuple of sizes belongs, and for what is no size.

    found: the value. expected: the tuple that a lone number stands for, else None. facts: argument = name;
    size = the element that is none.
    """
    if isinstance(value, (int, float, Linear)) and not isinstance(value, bool):
        meant = (as_dim(int(value) if isinstance(value, float) else value),)
        raise Mismatch("input-declaration", meant, value, argument=name)
    for size in value if isinstance(value, (tuple, list)) else ():
        negative = isinstance(size, (int, float)) and size < 0
        if negative or isinstance(size, (float, str, tuple, list)):
            raise Mismatch("input-declaration", None, value, argument=name, size=size)


def check_layer(layer: Layer) -> None:
    """Raises Mismatch as `check_shape` for the first layer of a Sequential: elsewhere Keras does not look."""
    name = next((n for n in _ARGUMENTS if layer.arguments.get(n) is not None), None)
    if name is None or (name in ("shape", "batch_shape") and layer.short_name != "InputLayer"):
        return
    value = layer.arguments[name]
    if name == "input_dim":
        if layer.short_name != "Embedding":
            check_shape(name, (value,))
    else:
        check_shape(name, value)


def meant(value: Any) -> tuple[Dim, ...] | None:
    """The sizes that a wrong declaration most likely stands for; None where none can be guessed."""
    sizes = value if isinstance(value, (tuple, list)) else (value,)
    if any(isinstance(s, (str, tuple, list)) for s in sizes):
        return None
    return tuple(ANY if isinstance(s, (int, float)) and s < 0 else as_dim(_whole(s)) for s in sizes)


def _whole(size: Any) -> Any:
    return int(size) if isinstance(size, float) else size


def declared_by(name: str, keywords: dict[str, Any]) -> Any:
    """The input that a first layer's arguments declare, batch axis included; None where they declare none."""
    for key in ("batch_input_shape", "batch_shape"):
        if isinstance(keywords.get(key), (tuple, list)):
            return tuple(as_dim(d) for d in keywords[key])
    batch = as_dim(keywords.get("batch_size"))
    batch = None if batch is ANY else batch
    shape = keywords.get("input_shape")
    if isinstance(shape, (tuple, list)):
        return (batch, *(as_dim(d) for d in shape))
    size = keywords.get("input_dim")
    if size is not None and not name.endswith(".Embedding"):
        return (batch, as_dim(size))
    length = keywords.get("input_length")
    if name.endswith(".Embedding") and isinstance(length, int):
        return (batch, length)
    return None
