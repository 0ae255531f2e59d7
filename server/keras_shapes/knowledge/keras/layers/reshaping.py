"""keras/src/layers/reshaping/: Flatten, Reshape, Permute, RepeatVector."""

from __future__ import annotations

from typing import Any

from ....values import arithmetic
from ....values.array import Array
from ....values.dim import ANY, as_dim, product
from ....values.mismatch import Mismatch
from ...registry import layer
from .arguments import check_data_format, check_integer
from .images import moved


@layer
def Flatten(x: Array, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/flatten.py"""
    shape = x.require_min_rank(1)
    return x.reshaped(None if shape is None else (shape[0], product(shape[1:])))


@Flatten.checks
def _(data_format: Any) -> None:
    check_data_format(data_format)


@layer
def Reshape(x: Array, target_shape: Any, **_: Any) -> Array:
    """keras/src/layers/reshaping/reshape.py"""
    if not isinstance(target_shape, (list, tuple)) or x.shape is None:
        rank = len(target_shape) if isinstance(target_shape, (list, tuple)) else None
        return x.reshaped(None if rank is None else (ANY, *(ANY if d == -1 else as_dim(d) for d in target_shape)))
    try:
        shape = arithmetic.reshape(x.shape[1:], target_shape)
    except Mismatch as mismatch:
        # The wanted sizes are those of one sample.
        mismatch.result = mismatch.result and x.reshaped((x.shape[0], *mismatch.result))
        raise
    return x.reshaped(None if shape is None else (x.shape[0], *shape))


@Reshape.checks
def _(target_shape: Any) -> None:
    if target_shape is None or isinstance(target_shape, (int, float)):
        raise Mismatch("layer-argument", None, target_shape, argument="target_shape", need="tuple")
    if isinstance(target_shape, (list, tuple)):
        if target_shape.count(-1) > 1:
            raise Mismatch("layer-argument", 1, target_shape, argument="target_shape", need="one -1")
        if any(isinstance(d, int) and d < -1 for d in target_shape):
            raise Mismatch("layer-argument", -1, target_shape, argument="target_shape", need="minimum")


@layer
def Permute(x: Array, dims: Any, **_: Any) -> Array:
    """keras/src/layers/reshaping/permute.py"""
    if not isinstance(dims, (list, tuple)) or not all(isinstance(d, int) for d in dims):
        return x.unranked()
    shape = x.require_rank(len(dims) + 1)
    return x.reshaped((shape[0], *(shape[d] for d in dims)))


@Permute.checks
def _(dims: Any) -> None:
    known = isinstance(dims, (list, tuple)) and all(isinstance(d, int) for d in dims)
    if known and sorted(dims) != list(range(1, len(dims) + 1)):
        raise Mismatch("layer-argument", tuple(range(1, len(dims) + 1)), dims, argument="dims", need="permutation")


@layer
def RepeatVector(x: Array, n: Any, **_: Any) -> Array:
    """keras/src/layers/reshaping/repeat_vector.py"""
    batch, features = x.require_rank(2)
    return moved(x, (batch, as_dim(n), features))


@RepeatVector.checks
def _(n: Any) -> None:
    if isinstance(n, (float, str)) or n is None:
        check_integer("n", n)
