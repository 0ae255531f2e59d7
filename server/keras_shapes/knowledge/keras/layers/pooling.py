"""keras/src/layers/pooling/"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.arithmetic import as_tuple, conv_length
from ....values.array import Array, Shape
from ....values.dim import ANY
from ....values.dtype import is_float
from ....values.mismatch import Mismatch
from ...registry import layer
from . import images
from .arguments import check_data_format, check_padding, check_window


def _pooled(x: Array, rank: int, pool_size: Any, strides: Any, padding: Any, data_format: Any, average: bool) -> Array:
    """Source: keras/src/ops/operation_utils.py, compute_pooling_output_shape."""
    batch, spatial, channels = images.split(x.require_rank(rank + 2), data_format)
    check_padding(padding)
    strides = pool_size if strides is None else strides
    windows = zip(spatial, as_tuple(pool_size, rank), as_tuple(strides, rank))
    try:
        sizes = [conv_length(n, k, s, padding) for n, k, s in windows]
    except Mismatch:
        # Of real data that are too small TensorFlow makes an axis of 0, save the greatest of real numbers.
        if x.kind == "symbolic" or (is_float(x.dtype) and not average):
            raise
        sizes = [ANY] * rank
    return images.moved(x, images.join(batch, sizes, channels, data_format))


def _check_pool(rank: int) -> Callable[..., None]:
    def check(pool_size: Any, strides: Any, data_format: Any) -> None:
        check_window("pool_size", pool_size, rank)
        if strides is not None:
            # The constructor takes 0; the first call then raises, or with real data ends the whole process.
            check_window("strides", strides, rank)
        check_data_format(data_format)

    return check


@layer
def MaxPooling1D(
    x: Array, pool_size: Any = 2, strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/max_pooling1d.py"""
    return _pooled(x, 1, pool_size, strides, padding, data_format, average=False)


@layer
def MaxPooling2D(
    x: Array, pool_size: Any = (2, 2), strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/max_pooling2d.py"""
    return _pooled(x, 2, pool_size, strides, padding, data_format, average=False)


@layer
def MaxPooling3D(
    x: Array, pool_size: Any = (2, 2, 2), strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/max_pooling3d.py"""
    return _pooled(x, 3, pool_size, strides, padding, data_format, average=False)


@layer
def AveragePooling1D(
    x: Array, pool_size: Any, strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/average_pooling1d.py"""
    return _pooled(x, 1, pool_size, strides, padding, data_format, average=True)


@layer
def AveragePooling2D(
    x: Array, pool_size: Any, strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/average_pooling2d.py"""
    return _pooled(x, 2, pool_size, strides, padding, data_format, average=True)


@layer
def AveragePooling3D(
    x: Array, pool_size: Any, strides: Any = None, padding: Any = "valid", data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/pooling/average_pooling3d.py"""
    return _pooled(x, 3, pool_size, strides, padding, data_format, average=True)


for _rank, _rules in enumerate(((MaxPooling1D, AveragePooling1D), (MaxPooling2D, AveragePooling2D),
                                (MaxPooling3D, AveragePooling3D)), 1):  # fmt: skip
    for _rule in _rules:
        _rule.checks(_check_pool(_rank))


def _globally(x: Array, rank: int, data_format: Any, keepdims: Any) -> Shape | None:
    """One number for each channel. Source: keras/src/layers/pooling/base_global_pooling.py."""
    batch, _, channels = images.split(x.require_rank(rank + 2), data_format)
    if not isinstance(keepdims, (bool, int)):
        return None
    return images.join(batch, [1] * rank, channels, data_format) if keepdims else (batch, channels)


@layer
def GlobalMaxPooling1D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_max_pooling1d.py"""
    return images.moved(x, _globally(x, 1, data_format, keepdims))


@layer
def GlobalMaxPooling2D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_max_pooling2d.py"""
    return images.moved(x, _globally(x, 2, data_format, keepdims))


@layer
def GlobalMaxPooling3D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_max_pooling3d.py"""
    return images.moved(x, _globally(x, 3, data_format, keepdims))


@layer
def GlobalAveragePooling1D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_average_pooling1d.py"""
    return x.computed(_globally(x, 1, data_format, keepdims)).like(interval=x.interval)


@layer
def GlobalAveragePooling2D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_average_pooling2d.py"""
    return x.computed(_globally(x, 2, data_format, keepdims)).like(interval=x.interval)


@layer
def GlobalAveragePooling3D(x: Array, data_format: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """keras/src/layers/pooling/global_average_pooling3d.py"""
    return x.computed(_globally(x, 3, data_format, keepdims)).like(interval=x.interval)


@GlobalMaxPooling1D.checks
@GlobalMaxPooling2D.checks
@GlobalMaxPooling3D.checks
@GlobalAveragePooling1D.checks
@GlobalAveragePooling2D.checks
@GlobalAveragePooling3D.checks
def _(data_format: Any) -> None:
    check_data_format(data_format)
