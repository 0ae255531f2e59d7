"""Pillow: pictures with a size and a number of channels."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.dim import ANY, add, as_dim
from ..values.mismatch import Mismatch
from ..values.reference import Library, Object
from ..values.unknown import Unknown
from .arguments import as_int, as_number
from .coercion import PICTURE, as_array
from .files.images import read_picture
from .registry import attribute, function
from .run import Run

_CHANNELS = {"L": None, "1": None, "P": None, "I": None, "F": None, "I;16": None, "LA": 2, "RGB": 3, "RGBA": 4,
             "RGBX": 4, "CMYK": 4, "HSV": 3, "YCbCr": 3, "LAB": 3}  # fmt: skip
# What the pixels become in numpy, where it is not uint8.
_TYPES = {"1": "bool", "I": "int32", "F": "float32", "I;16": "uint16"}
_IMAGE, _OPS = "pillow.Image.Image.", "pillow.ImageOps."
# Element types of grey pictures that `fromarray` takes, and the type of the picture that comes.
_GREY = {"bool": "bool", "uint8": "uint8", "int8": "uint8", "int16": "int32", "uint16": "uint16", "int32": "int32",
         "float32": "float32", "float64": "float32"}  # fmt: skip


def _picture(size: Any, channels: Any, dtype: str = "uint8") -> Object:
    return Object(PICTURE, {"size": tuple(size), "channels": channels, "dtype": dtype})


def _moded(size: Any, mode: Any) -> Object:
    """A picture of a mode such as "RGB" or "L"."""
    if not isinstance(mode, str) or mode not in _CHANNELS:
        return _picture(size, ANY, "")
    return _picture(size, _CHANNELS[mode], _TYPES.get(mode, "uint8"))


def _resized(picture: Any, size: Any) -> Any:
    """The same picture in another size (height, width)."""
    if not isinstance(picture, Object) or picture.cls != PICTURE:
        return Unknown("a picture that is not known")
    return _picture(size, picture.arguments["channels"], picture.arguments.get("dtype", "uint8"))


@function("pillow.Image.open")
def open_(fp: Any, *_: Any, run: Run, **__: Any) -> Object:
    told = run.of_file(fp, read_picture)
    if told is None:
        return _picture((ANY, ANY), ANY, "")
    # Of a single channel are also pictures of black and white alone, and those with numbers for colours.
    grey = told.channels == 1
    return _picture((told.height, told.width), None if grey else told.channels, "" if grey else "uint8")


@function(_IMAGE + "__enter__")
def entered(self: Any) -> Any:
    return self


@function("pillow.Image.new")
def new(mode: Any, size: Any, color: Any = 0) -> Object:
    return _moded(_turned(size), mode)


@function("pillow.Image.fromarray")
def fromarray(obj: Any, mode: Any = None) -> Object:
    """Raises Mismatch for what no picture is made of: a last axis of 1, colours that are not uint8."""
    array = as_array(obj)
    if not isinstance(array, Array) or array.shape is None or mode is not None:
        return _picture((ANY, ANY), ANY, "")
    if len(array.shape) > 3:
        raise Mismatch("array-shapes", (2, 3), array.shape, operation="fromarray", ranks=(2, 3))
    if len(array.shape) < 2:
        return _picture((ANY, ANY), ANY, "")
    size, channels = array.shape[:2], array.shape[2] if len(array.shape) == 3 else None
    if channels is None:
        if array.dtype and array.dtype not in _GREY:
            raise Mismatch("array-shapes", "uint8", array.dtype, operation="fromarray")
        return _picture(size, None, _GREY.get(array.dtype, ""))
    if isinstance(channels, int) and channels not in (2, 3, 4):
        raise Mismatch("array-shapes", "2, 3 or 4 channels, or none", array.shape, operation="fromarray")
    if array.dtype not in ("", "uint8"):
        raise Mismatch("array-shapes", "uint8", array.dtype, operation="fromarray")
    return _picture(size, channels)


def _turned(size: Any) -> Any:
    """Pillow's (width, height) as (height, width)."""
    return (as_dim(size[1]), as_dim(size[0])) if isinstance(size, (tuple, list)) and len(size) == 2 else (ANY, ANY)


@function(_IMAGE + "resize")
def resize(self: Any, size: Any, resample: Any = None, box: Any = None, reducing_gap: Any = None) -> Any:
    return _resized(self, _turned(size))


@function(_IMAGE + "thumbnail")
def thumbnail(self: Any, size: Any, resample: Any = 3, reducing_gap: Any = 2.0, *, run: Run) -> None:
    """The picture itself becomes smaller, in its own proportions."""
    run.change(self, _resized(self, (ANY, ANY)))


@function(_IMAGE + "convert")
def convert(
    self: Any, mode: Any = None, matrix: Any = None, dither: Any = None, palette: Any = 0, colors: Any = 256
) -> Object:
    return _moded(self.arguments["size"], mode)


@function(_IMAGE + "copy", _IMAGE + "load")
def copy(self: Any) -> Any:
    return self


@function(_IMAGE + "filter")
def filter_(self: Any, filter: Any) -> Any:
    return self


@function(_IMAGE + "crop")
def crop(self: Any, box: Any = None) -> Any:
    """(left, upper, right, lower), as far out of the picture as it may be."""
    if box is None:
        return self
    edges = [as_number(e) for e in box] if isinstance(box, (list, tuple)) and len(box) == 4 else []
    known = [round(e) for e in edges if e is not None]
    size = (known[3] - known[1], known[2] - known[0]) if len(known) == 4 else (ANY, ANY)
    return _resized(self, size)


@function(_IMAGE + "rotate")
def rotate(
    self: Any, angle: Any, resample: Any = 0, expand: Any = False, center: Any = None, translate: Any = None,
    fillcolor: Any = None,
) -> Any:  # fmt: skip
    return self if expand is False else _resized(self, (ANY, ANY))


@function(_IMAGE + "transpose")
def transpose(self: Any, method: Any) -> Any:
    """Mirrored, or turned by a quarter."""
    name = method.name.rpartition(".")[2] if isinstance(method, Library) else ""
    height, width = self.arguments["size"]
    if name in ("FLIP_LEFT_RIGHT", "FLIP_TOP_BOTTOM", "ROTATE_180"):
        return self
    return _resized(
        self, (width, height) if name in ("ROTATE_90", "ROTATE_270", "TRANSPOSE", "TRANSVERSE") else (ANY, ANY)
    )


@function(_IMAGE + "getchannel")
def getchannel(self: Any, channel: Any) -> Any:
    return _picture(self.arguments["size"], None)


@function(_IMAGE + "split")
def split(self: Any) -> Any:
    channels = self.arguments["channels"]
    count = 1 if channels is None else channels
    if not isinstance(count, int):
        return Unknown("the channels of a picture")
    return tuple(_picture(self.arguments["size"], None) for _ in range(count))


def _opaque(image: Any, operation: str) -> Any:
    """Raises Mismatch for a picture that lets light through: of those no colours are exchanged (ImageOps._lut)."""
    channels = image.arguments["channels"] if isinstance(image, Object) and image.cls == PICTURE else None
    if channels in (2, 4):
        shape = (*image.arguments["size"], channels)
        raise Mismatch("array-shapes", "1 or 3 channels", shape, image, operation=operation)
    return image


@function(_OPS + "autocontrast")
def autocontrast(image: Any, cutoff: Any = 0, ignore: Any = None, mask: Any = None, preserve_tone: Any = False) -> Any:
    return _opaque(image, "autocontrast")


@function(_OPS + "invert")
def inverted(image: Any) -> Any:
    return _opaque(image, "invert")


@function(_OPS + "mirror", _OPS + "flip")
def mirrored(image: Any) -> Any:
    return image


@function(_OPS + "equalize")
def equalize(image: Any, mask: Any = None) -> Any:
    return _opaque(image, "equalize")


@function(_OPS + "grayscale")
def grayscale(image: Any) -> Any:
    known = isinstance(image, Object) and image.cls == PICTURE
    return _picture(image.arguments["size"], None) if known else Unknown("a picture that is not known")


@function(_OPS + "fit")
def fit(image: Any, size: Any, method: Any = 3, bleed: Any = 0.0, centering: Any = (0.5, 0.5)) -> Any:
    return _resized(image, _turned(size))


@function(_OPS + "pad")
def pad(image: Any, size: Any, method: Any = 3, color: Any = None, centering: Any = (0.5, 0.5)) -> Any:
    return _resized(image, _turned(size))


@function(_OPS + "expand")
def expand(image: Any, border: Any = 0, fill: Any = 0) -> Any:
    width = as_int(border)
    if not isinstance(image, Object) or image.cls != PICTURE or width is None:
        return _resized(image, (ANY, ANY))
    return _resized(image, tuple(add(side, 2 * width) for side in image.arguments["size"]))


@attribute(_IMAGE + "size")
def size(self: Any) -> Any:
    height, width = self.arguments["size"]
    return (width, height) if isinstance(height, int) and isinstance(width, int) else Unknown("the size of a picture")


@attribute(_IMAGE + "height")
def height(self: Any) -> Any:
    return _side(self, 0)


@attribute(_IMAGE + "width")
def width(self: Any) -> Any:
    return _side(self, 1)


def _side(picture: Any, place: int) -> Any:
    side = picture.arguments["size"][place]
    return side if isinstance(side, int) else Unknown("the size of a picture")
