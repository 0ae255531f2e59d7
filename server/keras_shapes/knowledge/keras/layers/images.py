"""The axes of images and sequences: batch, spatial axes and channels, by data_format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim
from ....values.mismatch import Mismatch

Spatial = tuple[Dim, ...]


def channels_first(data_format: Any) -> bool | None:
    """None where the argument is not known. Keras' own default is channels last."""
    if data_format is None:
        return False
    return data_format.lower() == "channels_first" if isinstance(data_format, str) else None


def split(shape: Shape, data_format: Any) -> tuple[Dim, Spatial, Dim]:
    """The batch, the spatial axes and the channels."""
    first = channels_first(data_format)
    if first is None:
        return shape[0], (ANY,) * (len(shape) - 2), ANY
    return (shape[0], shape[2:], shape[1]) if first else (shape[0], shape[1:-1], shape[-1])


def channels_of(shape: Shape, data_format: Any) -> Dim:
    return split(shape, data_format)[2]


def join(batch: Dim, spatial: Iterable[Dim], channels: Dim, data_format: Any) -> Shape:
    """A shape of those axes, in the order of data_format."""
    first = channels_first(data_format)
    spatial = tuple(spatial)
    if first is None:
        return (batch, *(ANY for _ in spatial), ANY)
    return (batch, channels, *spatial) if first else (batch, *spatial, channels)


def channel_axis(rank: int, data_format: Any = None) -> tuple[int, ...]:
    """The axis from the end that holds the channels of an array of this rank; none where it is not known."""
    first = channels_first(data_format)
    return () if first is None else (1 - rank,) if first else (-1,)


def moved(x: Array, shape: Shape | None) -> Array:
    """What a layer without weights gives that moves or picks elements.

    Real data keep their element type; of symbolic tensors Keras says the layer's own type, whatever went in
    (Layer.compute_output_spec).
    """
    made = x.computed(shape) if x.kind == "symbolic" else x.reshaped(shape)
    return made.like(interval=x.interval)


def checked_image(x: Array) -> Shape | None:
    """The shape of an image or a batch of them. Symbolic tensors are not looked at."""
    if x.shape is not None and x.kind != "symbolic" and len(x.shape) not in (3, 4):
        raise Mismatch("layer-rank", 4, x.shape, ranks=(3, 4))
    return x.shape
