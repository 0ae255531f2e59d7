"""keras/src/layers/pooling/: pooling to a size that is asked for, whatever comes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.arithmetic import as_tuple
from ....values.array import Array, Shape
from ....values.dim import ANY, as_dim
from ....values.mismatch import Mismatch
from ...binding import Rule
from ...registry import layer
from . import images
from .arguments import check_data_format


def _pooled(x: Array, rank: int, output_size: Any, data_format: Any) -> Array:
    """Source: keras/src/layers/pooling/base_adaptive_pooling.py, which looks at no symbolic tensor's rank."""
    sizes = [as_dim(size) for size in as_tuple(output_size, rank)]
    shape = x.require_rank(rank + 2) if x.kind != "symbolic" else _any_rank(x, rank, data_format)
    batch, _, channels = images.split(shape, data_format)
    return x.computed(images.join(batch, sizes, channels, data_format))


def _averaged(x: Array, rank: int, output_size: Any, data_format: Any) -> Array:
    """Nothing looks at the rank of real data either, and three axes may come through by accident."""
    return x.computed(None) if x.kind != "symbolic" and x.rank == 3 else _pooled(x, rank, output_size, data_format)


def _any_rank(x: Array, rank: int, data_format: Any) -> Shape:
    """The batch and the channels of a tensor as one of the right rank."""
    least = 2 if images.channels_first(data_format) else 1
    shape = x.require_min_rank(least) or (ANY,) * (rank + 2)
    middle = (ANY,) * rank
    return (shape[0], shape[1], *middle) if least == 2 else (shape[0], *middle, shape[-1])


def _check_output_size(rank: int) -> Callable[..., None]:
    def check(output_size: Any, data_format: Any) -> None:
        if isinstance(output_size, (list, tuple)) and len(output_size) != rank:
            raise Mismatch("layer-argument", rank, output_size, argument="output_size", need="length")
        if isinstance(output_size, (float, str)) or output_size is None:
            raise Mismatch("layer-argument", rank, output_size, argument="output_size", need="integers")
        check_data_format(data_format)

    return check


@layer
def AdaptiveAveragePooling1D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_average_pooling1d.py"""
    return _pooled(x, 1, output_size, data_format)


@layer
def AdaptiveAveragePooling2D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_average_pooling2d.py"""
    return _averaged(x, 2, output_size, data_format)


@layer
def AdaptiveAveragePooling3D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_average_pooling3d.py"""
    return _averaged(x, 3, output_size, data_format)


@layer
def AdaptiveMaxPooling1D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_max_pooling1d.py"""
    return _pooled(x, 1, output_size, data_format)


@layer
def AdaptiveMaxPooling2D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_max_pooling2d.py"""
    return _pooled(x, 2, output_size, data_format)


@layer
def AdaptiveMaxPooling3D(x: Array, output_size: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/pooling/adaptive_max_pooling3d.py"""
    return _pooled(x, 3, output_size, data_format)


_AVERAGE: tuple[Rule, ...] = (AdaptiveAveragePooling1D, AdaptiveAveragePooling2D, AdaptiveAveragePooling3D)
_MAX: tuple[Rule, ...] = (AdaptiveMaxPooling1D, AdaptiveMaxPooling2D, AdaptiveMaxPooling3D)
for _rank, _rules in enumerate(zip(_AVERAGE, _MAX), 1):
    for _rule in _rules:
        _rule.checks(_check_output_size(_rank))
