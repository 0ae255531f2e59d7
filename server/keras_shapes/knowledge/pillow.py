"""Pillow: pictures with a size and a number of channels."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.dim import ANY, as_dim
from ..values.reference import Object
from ..values.unknown import Unknown
from .coercion import PICTURE, as_array
from .files.images import read_picture
from .registry import attribute, function
from .run import Run

_CHANNELS = {
    "L": None,
    "1": None,
    "P": None,
    "I": None,
    "F": None,
    "RGB": 3,
    "RGBA": 4,
    "CMYK": 4,
    "HSV": 3,
    "YCbCr": 3,
    "LAB": 3,
}
_IMAGE = "pillow.Image.Image."


def _picture(size: Any, channels: Any) -> Object:
    return Object(PICTURE, {"size": size, "channels": channels})


@function("pillow.Image.open")
def open_(fp: Any, *_: Any, run: Run, **__: Any) -> Object:
    told = run.of_file(fp, read_picture)
    if told is None:
        return _picture((ANY, ANY), ANY)
    return _picture((told.height, told.width), None if told.channels == 1 else told.channels)


@function(_IMAGE + "__enter__")
def entered(self: Any) -> Any:
    return self


@function("pillow.Image.new")
def new(mode: Any, size: Any, color: Any = 0) -> Object:
    return _picture(_turned(size), _CHANNELS.get(mode, ANY) if isinstance(mode, str) else ANY)


@function("pillow.Image.fromarray")
def fromarray(obj: Any, mode: Any = None) -> Object:
    array = as_array(obj)
    if isinstance(array, Array) and array.shape is not None and len(array.shape) in (2, 3):
        return _picture(array.shape[:2], array.shape[2] if len(array.shape) == 3 else None)
    return _picture((ANY, ANY), ANY)


def _turned(size: Any) -> Any:
    """Pillow's (width, height) as (height, width)."""
    return (as_dim(size[1]), as_dim(size[0])) if isinstance(size, (tuple, list)) and len(size) == 2 else (ANY, ANY)


@function(_IMAGE + "resize")
def resize(self: Any, size: Any, *_: Any, **__: Any) -> Object:
    return _picture(_turned(size), self.arguments["channels"])


@function(_IMAGE + "convert")
def convert(self: Any, mode: Any = None, *_: Any, **__: Any) -> Object:
    return _picture(self.arguments["size"], _CHANNELS.get(mode, ANY) if isinstance(mode, str) else ANY)


@function(_IMAGE + "copy", _IMAGE + "filter", _IMAGE + "transpose")
def same(self: Any, *_: Any, **__: Any) -> Object:
    return self if not _ else _picture((ANY, ANY), self.arguments["channels"])


@function(_IMAGE + "crop", _IMAGE + "rotate", _IMAGE + "thumbnail")
def other_size(self: Any, *_: Any, **__: Any) -> Object:
    return _picture((ANY, ANY), self.arguments["channels"])


@attribute(_IMAGE + "size")
def size(self: Any) -> Any:
    height, width = self.arguments["size"]
    return (width, height) if isinstance(height, int) and isinstance(width, int) else Unknown("the size of a picture")
