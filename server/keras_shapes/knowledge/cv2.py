"""OpenCV: pictures are uint8 arrays of (height, width, 3), or (height, width) in grey."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.dim import Dim, as_dim, symbol
from ..values.interval import Interval
from ..values.reference import Library
from ..values.unknown import Unknown
from .files.images import read_picture
from .registry import function
from .run import Run

_PIXELS = Interval(0, 255)


@function("cv2.imread", "cv2.imdecode")
def imread(filename: Any, flags: Any = 1, *, run: Run) -> Any:
    """Three channels unless another form is asked for; what a file holds "unchanged" is not known."""
    uid = run.new("size").uid
    size: tuple[Dim, Dim] = (symbol("height", (uid, "height")), symbol("width", (uid, "width")))
    told = run.of_file(filename, read_picture)
    if told is not None and not told.turned:
        size = (told.height, told.width)
    name = flags.name.rpartition(".")[2] if isinstance(flags, Library) else flags
    if name in (0, "IMREAD_GRAYSCALE"):
        return Array(size, "uint8", _PIXELS)
    if name in (1, "IMREAD_COLOR", "IMREAD_COLOR_RGB"):
        return Array((*size, 3), "uint8", _PIXELS)
    return Array(None, "uint8", _PIXELS)


@function("cv2.resize")
def resize(src: Array, dsize: Any, *_: Any, **__: Any) -> Any:
    """dsize is (width, height). A channel axis of size 1 is dropped."""
    if src.shape is None or len(src.shape) not in (2, 3):
        return Array(None, src.dtype, src.interval)
    if not isinstance(dsize, (tuple, list)) or len(dsize) != 2:
        return Array(None, src.dtype, src.interval)
    rest = () if src.shape[2:] == (1,) else src.shape[2:]
    return Array((as_dim(dsize[1]), as_dim(dsize[0]), *rest), src.dtype, src.interval)


@function("cv2.cvtColor")
def cvt_color(src: Array, code: Any, *_: Any, **__: Any) -> Any:
    name = code.name.rpartition(".")[2] if isinstance(code, Library) else ""
    if src.shape is None or not name.startswith("COLOR_"):
        return Array(None, src.dtype, src.interval)
    target = name.rpartition("2")[2]
    if target == "GRAY":
        return Array(src.shape[:2], src.dtype, src.interval)
    if target in ("RGB", "BGR", "HSV", "LAB", "Lab", "YUV", "YCrCb", "HLS"):
        return Array((*src.shape[:2], 3), src.dtype, src.interval)
    return Array(None, src.dtype)


@function("cv2.GaussianBlur", "cv2.medianBlur", "cv2.bitwise_not", "cv2.flip", "cv2.equalizeHist", "cv2.blur")
def same(src: Array, *_: Any, **__: Any) -> Any:
    return src


@function("cv2.imwrite", "cv2.imshow", "cv2.waitKey", "cv2.destroyAllWindows")
def nothing(*_: Any, **__: Any) -> Any:
    return Unknown("not a picture")
