"""keras/src/layers/reshaping/: zero padding, cropping and upsampling along the spatial axes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.arithmetic import as_tuple
from ....values.array import Array
from ....values.dim import ANY, Dim, add, multiply, subtract
from ....values.interval import Interval, hull
from ....values.mismatch import Mismatch
from ...registry import layer
from . import images
from .arguments import check_data_format, check_window

Margins = tuple[tuple[Any, Any], ...]


def margins(value: Any, rank: int) -> Margins:
    """How much is added or cut before and after each spatial axis: `1`, `(1, 2)` or `((1, 1), (2, 2))`."""
    if isinstance(value, int):
        return ((value, value),) * rank
    if not isinstance(value, (list, tuple)):
        return ((ANY, ANY),) * rank
    if rank == 1:
        before, after = as_tuple(value, 2)
        return ((before, after),)
    return tuple(tuple(as_tuple(v, 2)) for v in as_tuple(value, rank))


def _check_margins(name: str, rank: int) -> Callable[..., None]:
    """Source: the layers' constructors, each of which spells it out."""

    def check(data_format: Any = None, **arguments: Any) -> None:
        value = arguments[name]
        if isinstance(value, (float, str)) or value is None:
            raise Mismatch("layer-argument", rank, value, argument=name, need="integers")
        if isinstance(value, (list, tuple)):
            if len(value) != max(rank, 2):
                raise Mismatch("layer-argument", max(rank, 2), value, argument=name, need="length")
            for part in value:
                _check_pair(name, value, part)
        elif isinstance(value, int) and value < 0 and not (name == "padding" and rank > 1):
            raise Mismatch("layer-argument", 0, value, argument=name, need="minimum")
        check_data_format(data_format)

    return check


def _check_pair(name: str, value: Any, part: Any) -> None:
    if isinstance(part, (list, tuple)) and len(part) != 2:
        raise Mismatch("layer-argument", 2, value, argument=name, need="length")
    for size in part if isinstance(part, (list, tuple)) else (part,):
        if isinstance(size, int) and size < 0:
            raise Mismatch("layer-argument", 0, value, argument=name, need="minimum")


def _padded(x: Array, rank: int, padding: Any, data_format: Any) -> Array:
    batch, spatial, channels = images.split(x.require_rank(rank + 2), data_format)
    sizes = [add(n, add(*pair)) for n, pair in zip(spatial, margins(padding, rank))]
    output = images.moved(x, images.join(batch, sizes, channels, data_format))
    return output.like(interval=hull(x.interval, Interval(0, 0)))


@layer
def ZeroPadding1D(x: Array, padding: Any = 1, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/zero_padding1d.py"""
    return _padded(x, 1, padding, data_format)


@layer
def ZeroPadding2D(x: Array, padding: Any = (1, 1), data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/zero_padding2d.py"""
    return _padded(x, 2, padding, data_format)


@layer
def ZeroPadding3D(x: Array, padding: Any = ((1, 1), (1, 1), (1, 1)), data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/zero_padding3d.py"""
    return _padded(x, 3, padding, data_format)


def _cropped(x: Array, rank: int, cropping: Any, data_format: Any) -> Array:
    batch, spatial, channels = images.split(x.require_rank(rank + 2), data_format)
    sizes = [_cut(n, add(*pair)) for n, pair in zip(spatial, margins(cropping, rank))]
    return images.moved(x, images.join(batch, sizes, channels, data_format))


def _cut(length: Dim, cropping: Dim) -> Dim:
    """What is left; at least one."""
    rest = subtract(length, cropping)
    if isinstance(rest, int) and rest <= 0:
        raise Mismatch("negative-size", add(cropping, 1), length, cropping=cropping)
    return rest


@layer
def Cropping1D(x: Array, cropping: Any = (1, 1), **_: Any) -> Array:
    """keras/src/layers/reshaping/cropping1d.py"""
    return _cropped(x, 1, cropping, None)


@layer
def Cropping2D(x: Array, cropping: Any = ((0, 0), (0, 0)), data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/cropping2d.py"""
    return _cropped(x, 2, cropping, data_format)


@layer
def Cropping3D(x: Array, cropping: Any = ((1, 1), (1, 1), (1, 1)), data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/cropping3d.py"""
    return _cropped(x, 3, cropping, data_format)


def _upsampled(x: Array, rank: int, size: Any, data_format: Any) -> Array:
    batch, spatial, channels = images.split(x.require_rank(rank + 2), data_format)
    sizes = [multiply(n, factor) for n, factor in zip(spatial, as_tuple(size, rank))]
    return images.moved(x, images.join(batch, sizes, channels, data_format))


@layer
def UpSampling1D(x: Array, size: Any = 2, **_: Any) -> Array:
    """keras/src/layers/reshaping/up_sampling1d.py"""
    return _upsampled(x, 1, size, None)


@layer
def UpSampling2D(
    x: Array, size: Any = (2, 2), data_format: Any = None, interpolation: Any = "nearest", **_: Any
) -> Array:
    """keras/src/layers/reshaping/up_sampling2d.py"""
    output = _upsampled(x, 2, size, data_format)
    return output if interpolation == "nearest" else output.like(interval=None)


@layer
def UpSampling3D(x: Array, size: Any = (2, 2, 2), data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/reshaping/up_sampling3d.py"""
    return _upsampled(x, 3, size, data_format)


@UpSampling1D.checks
def _(size: Any) -> None:
    check_window("size", size, 1)
    if isinstance(size, (list, tuple)):
        raise Mismatch("layer-argument", 1, size, argument="size", need="integer")


@UpSampling2D.checks
def _(size: Any, data_format: Any) -> None:
    check_window("size", size, 2)
    check_data_format(data_format)


@UpSampling3D.checks
def _(size: Any, data_format: Any) -> None:
    check_window("size", size, 3)
    check_data_format(data_format)


ZeroPadding1D.checks(_check_margins("padding", 1))
ZeroPadding2D.checks(_check_margins("padding", 2))
ZeroPadding3D.checks(_check_margins("padding", 3))
Cropping1D.checks(_check_margins("cropping", 1))
Cropping2D.checks(_check_margins("cropping", 2))
Cropping3D.checks(_check_margins("cropping", 3))
