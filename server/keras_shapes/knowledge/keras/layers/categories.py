"""keras/src/layers/preprocessing/: numbers and names made categories, and categories made vectors."""

from __future__ import annotations

from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, as_dim, same
from ....values.dtype import as_dtype, is_integer
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from ..calling import compute_dtype
from .arguments import check_choice, check_count
from .text import encoded_shape

_MODES = ("int", "one_hot", "multi_hot", "count")


@layer
def CategoryEncoding(
    inputs: Array, num_tokens: Any = None, output_mode: Any = "multi_hot", sparse: Any = False, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/category_encoding.py"""
    if inputs.shape is None:
        return inputs.computed(None)
    depth = as_dim(num_tokens)
    return inputs.computed(encoded_shape(inputs, inputs.shape, output_mode, depth) if inputs.shape else (depth,))


@CategoryEncoding.checks
def _(num_tokens: Any, output_mode: Any) -> None:
    modes = ("count", "one_hot", "multi_hot", "binary")
    if isinstance(output_mode, str) and output_mode not in modes:
        raise Mismatch("layer-argument", modes, output_mode, argument="output_mode", need="choice")
    if num_tokens is None or (isinstance(num_tokens, int) and num_tokens <= 0):
        raise Mismatch("layer-argument", 1, num_tokens, argument="num_tokens", need="minimum")


def _binned(x: Array, shape: Shape | None, mode: Any, depth: Dim, dtype: str) -> Array | Unknown:
    """Numbers of categories below `depth`, or vectors of that length."""
    if not isinstance(mode, str):
        return Unknown("how the categories are encoded")
    below = Interval(0, depth - 1, False) if mode == "int" and isinstance(depth, int) else None
    return Array(shape, dtype, below, kind=x.kind)


@layer
def Discretization(
    x: Array, bin_boundaries: Any = None, num_bins: Any = None, epsilon: Any = 0.01, output_mode: Any = "int",
    sparse: Any = False, dtype: Any = None, name: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/discretization.py"""
    listed = isinstance(bin_boundaries, (list, tuple))
    depth = add(len(bin_boundaries), 1) if listed else ANY if bin_boundaries is not None else as_dim(num_bins)
    made = "int32" if output_mode == "int" else as_dtype(dtype) or ("float32" if dtype is None else "")
    shape = x.shape
    if shape is not None and output_mode != "int":
        # Of symbolic tensors Keras drops the second axis for counts, whatever the rank.
        crossed = x.kind == "symbolic" and output_mode != "one_hot"
        rows = (*shape[:1], *shape[2:]) if len(shape) > 1 else ()
        shape = (*rows, depth) if crossed else encoded_shape(x, shape, output_mode, depth) if shape else (depth,)
    return _binned(x, shape, output_mode, depth, made)


@Discretization.checks
def _(bin_boundaries: Any, num_bins: Any, output_mode: Any, sparse: Any) -> None:
    check_choice("output_mode", output_mode, _MODES)
    if bin_boundaries is None and num_bins is None:
        raise Mismatch("layer-argument", 1, None, argument="num_bins", need="integer")
    if isinstance(num_bins, int) and (num_bins < 0 or isinstance(bin_boundaries, (list, tuple))):
        raise Mismatch("layer-argument", 0, num_bins, argument="num_bins", need="minimum")
    _check_sparse(sparse, output_mode)


def _check_sparse(sparse: Any, output_mode: Any) -> None:
    if sparse is True and output_mode == "int":
        raise Mismatch("layer-argument", _MODES[1:], output_mode, argument="output_mode", need="choice")


@layer
def Hashing(
    x: Array, num_bins: Any, mask_value: Any = None, salt: Any = None, output_mode: Any = "int", sparse: Any = False,
    *, dtype: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/hashing.py"""
    depth, shape = as_dim(num_bins), x.shape
    if shape is not None and output_mode != "int":
        # Of symbolic tensors the last axis becomes the categories, whatever the mode.
        shape = (
            (*shape[:-1], depth) if x.kind == "symbolic" or not shape else encoded_shape(x, shape, output_mode, depth)
        )
    made = as_dtype(dtype) if dtype is not None else "int64" if output_mode == "int" else "float32"
    return _binned(x, shape, output_mode, depth, made)


@Hashing.checks
def _(num_bins: Any, salt: Any, output_mode: Any, sparse: Any) -> None:
    if num_bins is None:
        raise Mismatch("layer-argument", 1, num_bins, argument="num_bins", need="minimum")
    check_count("num_bins", num_bins)
    check_choice("output_mode", output_mode, _MODES)
    _check_sparse(sparse, output_mode)
    if isinstance(salt, (str, float)) or (isinstance(salt, (list, tuple)) and len(salt) != 2):
        raise Mismatch("layer-argument", 2, salt, argument="salt", need="length")


@layer
def HashedCrossing(
    inputs: Any, num_bins: Any, output_mode: Any = "int", sparse: Any = False, name: Any = None, dtype: Any = None,
    **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/hashed_crossing.py"""
    if isinstance(inputs, Array):
        raise Mismatch("input-structure", "list", inputs.shape, merge=True)
    if not isinstance(inputs, (list, tuple)) or not all(isinstance(x, Array) and x.shape is not None for x in inputs):
        return Unknown("what is crossed")
    first, symbolic = inputs[0], inputs[0].kind == "symbolic"
    if len(inputs) < 2 or (symbolic and len(inputs) != 2):
        raise Mismatch("input-structure", 2, len(inputs), merge=True)
    for other in inputs:
        _check_crossed(first, other)
    depth = as_dim(num_bins)
    made = "int64" if output_mode == "int" and dtype is None else compute_dtype({"dtype": dtype})
    shape = first.shape if output_mode == "int" else encoded_shape(first, first.shape, "one_hot", depth)
    if symbolic and output_mode != "int" and first.shape == (1,):
        shape = (depth,)
    return _binned(first, shape, output_mode, depth, made)


def _check_crossed(first: Array, other: Array) -> None:
    """One column each, all of one shape, of whole numbers or words. Of symbolic tensors only the last sizes count."""
    a, b = first.shape or (), other.shape or ()
    if first.kind == "symbolic":
        if not a or not b or same(a[-1], b[-1]) is False:
            raise Mismatch("layer-shape", a, b)
        return
    if len(b) > 2 or (len(b) == 2 and same(b[-1], 1) is False):
        raise Mismatch("layer-shape", (*b[:1], 1), b)
    if len(a) != len(b) or any(same(p, q) is False for p, q in zip(a, b)):
        raise Mismatch("layer-shape", a, b)
    if other.dtype and other.dtype != "str" and not is_integer(other.dtype):
        raise Mismatch("input-dtype", "int64", other.dtype, shape=b)


@HashedCrossing.checks
def _(output_mode: Any) -> None:
    check_choice("output_mode", output_mode, _MODES[:2])
