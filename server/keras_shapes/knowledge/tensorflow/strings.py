"""tensorflow.strings: text in, text out, element by element."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import broadcast
from ...values.array import Array
from ...values.axes import reduce
from ...values.unknown import Unknown
from ..arguments import as_axes, as_flag
from ..coercion import Tensor, as_tensor
from ..registry import function

_STRINGS = "tensorflow.strings."
_TEXT = "str"


@function(_STRINGS + "lower", _STRINGS + "upper")
def lower(input: Tensor, encoding: Any = "", name: Any = None) -> Array:
    return Array(input.shape, _TEXT, kind="tensor")


@function(_STRINGS + "strip")
def strip(input: Tensor, name: Any = None) -> Array:
    return Array(input.shape, _TEXT, kind="tensor")


@function(_STRINGS + "regex_replace")
def regex_replace(input: Tensor, pattern: Any, rewrite: Any, replace_global: Any = True, name: Any = None) -> Array:
    return Array(input.shape, _TEXT, kind="tensor")


@function(_STRINGS + "regex_full_match")
def regex_full_match(input: Tensor, pattern: Any, name: Any = None) -> Array:
    return Array(input.shape, "bool", kind="tensor")


@function(_STRINGS + "length")
def length(input: Tensor, unit: Any = "BYTE", name: Any = None) -> Array:
    return Array(input.shape, "int32", kind="tensor")


@function(_STRINGS + "to_number")
def to_number(input: Tensor, out_type: Any = "float32", name: Any = None) -> Array:
    return Array(input.shape, dtypes.as_dtype(out_type), kind="tensor")


@function(_STRINGS + "as_string")
def as_string(
    input: Tensor, precision: Any = -1, scientific: Any = False, shortest: Any = False, width: Any = -1,
    fill: Any = "", name: Any = None,
) -> Array:  # fmt: skip
    return Array(input.shape, _TEXT, kind="tensor")


@function(_STRINGS + "substr")
def substr(input: Tensor, pos: Any, len: Any, unit: Any = "BYTE", name: Any = None) -> Array:
    return Array(input.shape if isinstance(pos, int) and isinstance(len, int) else None, _TEXT, kind="tensor")


@function(_STRINGS + "join")
def join(inputs: Any, separator: Any = "", name: Any = None) -> Array | Unknown:
    """The parts of each place put together."""
    parts = [as_tensor(i) for i in inputs] if isinstance(inputs, (list, tuple)) else []
    arrays = [p for p in parts if isinstance(p, Array)]
    if not arrays or len(arrays) < len(parts):
        return Unknown("texts that are joined")
    shape = arrays[0].shape
    for array in arrays[1:]:
        # Equal shapes, or a single text.
        shape = broadcast(shape, array.shape)
    return Array(shape, _TEXT, kind="tensor")


@function(_STRINGS + "reduce_join")
def reduce_join(
    inputs: Tensor, axis: Any = None, keepdims: Any = False, separator: Any = "", name: Any = None
) -> Array:
    axes, kept = as_axes(axis), as_flag(keepdims)
    if inputs.shape is None or kept is None or (axis is not None and axes is None):
        return Array(None, _TEXT, kind="tensor")
    return Array(reduce(inputs.shape, axes, kept), _TEXT, kind="tensor")


@function(_STRINGS + "split", _STRINGS + "bytes_split", _STRINGS + "unicode_split")
def split(input: Any, *_: Any, **__: Any) -> Unknown:
    return Unknown("as many words as each text has")
