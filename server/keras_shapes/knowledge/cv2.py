"""OpenCV: pictures are uint8 arrays of (height, width, 3), or (height, width) in grey."""

from __future__ import annotations

from typing import Any

from ..values.arithmetic import concatenate
from ..values.array import Array
from ..values.dim import Dim, add, as_dim, symbol
from ..values.dim import same as equal
from ..values.interval import Interval
from ..values.mismatch import Mismatch
from ..values.reference import Library, Object
from ..values.unknown import Unknown
from .files.images import read_picture
from .numpy.intervals import within
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


@function("cv2.VideoCapture")
def video_capture(*_: Any, **__: Any) -> Any:
    return Object("cv2.VideoCapture")


@function("cv2.VideoCapture.read")
def read_frame(self: Any, image: Any = None, *, run: Run) -> Any:
    """Whether there was a frame, and the frame: of however many pixels, in three channels."""
    uid = run.new("size").uid
    shape = (symbol("height", (uid, "height")), symbol("width", (uid, "width")), 3)
    return Unknown("whether there is a frame"), Array(shape, "uint8", _PIXELS)


def _plain(src: Array, height: Dim, width: Dim) -> Array:
    """The pixels in another size. A channel axis of size 1 is dropped, as by all that OpenCV makes anew."""
    if src.shape is None or len(src.shape) not in (2, 3) or (len(src.shape) == 3 and not isinstance(src.shape[2], int)):
        return Array(None, src.dtype, src.interval)
    rest = () if src.shape[2:] == (1,) else src.shape[2:]
    return Array((height, width, *rest), src.dtype, src.interval)


def _same_size(src: Array) -> Array:
    return _plain(src, *src.shape[:2]) if src.shape is not None and len(src.shape) in (2, 3) else src.unranked()


def _sized(src: Array, dsize: Any) -> Array:
    """dsize is (width, height)."""
    if not isinstance(dsize, (tuple, list)) or len(dsize) != 2:
        return Array(None, src.dtype, src.interval)
    return _plain(src, as_dim(dsize[1]), as_dim(dsize[0]))


@function("cv2.resize")
def resize(src: Array, dsize: Any, dst: Any = None, fx: Any = 0, fy: Any = 0, interpolation: Any = 1) -> Array:
    return _sized(src, dsize)


@function("cv2.warpAffine", "cv2.warpPerspective")
def warp(src: Array, M: Any, dsize: Any, *_: Any, **__: Any) -> Array:
    return _sized(src, dsize).like(interval=None)


_COLOURS = {"BGR": (3, 4), "RGB": (3, 4), "BGRA": (3, 4), "RGBA": (3, 4), "GRAY": (1,)}
_OTHERS = ("HSV", "HLS", "LAB", "Lab", "LUV", "Luv", "YUV", "YCrCb", "YCR_CB", "XYZ")


@function("cv2.cvtColor")
def cvt_color(src: Array, code: Any, dst: Any = None, dstCn: Any = 0, *_: Any, **__: Any) -> Array:
    """Colours to others, or to grey and back. Raises Mismatch for another number of channels."""
    name = code.name.rpartition(".")[2] if isinstance(code, Library) else ""
    source, _two, target = name.removeprefix("COLOR_").removesuffix("_FULL").partition("2")
    taken = _COLOURS.get(source, (3,) if source in _OTHERS else None)
    if src.shape is None or taken is None or target not in (*_COLOURS, *_OTHERS):
        return Array(None, src.dtype, within(src.interval))
    if len(src.shape) not in (2, 3):
        raise Mismatch("array-shapes", (2, 3), src.shape, operation="cvtColor", ranks=(2, 3))
    channels = src.shape[2] if len(src.shape) == 3 else 1
    alpha = target in ("BGRA", "RGBA")
    if "GRAY" not in (source, target) and source in _COLOURS and target in _COLOURS:
        # OpenCV 4.13 takes one channel for all three; older ones refuse it.
        taken = (1, 3, 4)
    if isinstance(channels, int) and channels not in taken:
        raise Mismatch("array-shapes", " or ".join(map(str, taken)) + " channels", src.shape, operation="cvtColor")
    made = () if target == "GRAY" else (4,) if alpha else (3,)
    kept = src.interval if target in ("BGR", "RGB") and source in _COLOURS else None
    return Array((*src.shape[:2], *made), src.dtype, within(kept))


@function("cv2.GaussianBlur", "cv2.medianBlur", "cv2.blur", "cv2.flip", "cv2.bitwise_not", "cv2.dilate", "cv2.erode",
          "cv2.bilateralFilter", "cv2.convertScaleAbs", "cv2.filter2D", "cv2.morphologyEx")  # fmt: skip
def same(src: Array, *_: Any, **__: Any) -> Array:
    return _same_size(src).like(interval=None)


@function("cv2.equalizeHist")
def equalize_hist(src: Array, dst: Any = None) -> Array:
    return _same_size(src).like(interval=None)


@function("cv2.transpose")
def transpose(src: Array, dst: Any = None) -> Array:
    return _plain(src, src.shape[1], src.shape[0]) if src.shape and len(src.shape) in (2, 3) else src.unranked()


@function("cv2.rotate")
def rotate(src: Array, rotateCode: Any, dst: Any = None) -> Array:
    name = rotateCode.name.rpartition(".")[2] if isinstance(rotateCode, Library) else rotateCode
    if name in ("ROTATE_180", 1):
        return _same_size(src)
    return transpose(src) if name in ("ROTATE_90_CLOCKWISE", "ROTATE_90_COUNTERCLOCKWISE", 0, 2) else src.unranked()


@function("cv2.threshold")
def threshold(src: Array, thresh: Any, maxval: Any, type: Any, dst: Any = None) -> Any:
    return Array((), "float64"), _same_size(src).like(interval=None)


def _mask(src: Array) -> Array:
    """White where something is, for each pixel."""
    pixels = src.shape[:2] if src.shape and len(src.shape) in (2, 3) else None
    return Array(pixels, "uint8", Interval(0, 255, False))


@function("cv2.Canny")
def canny(image: Array, *_: Any, **__: Any) -> Array:
    return _mask(image)


@function("cv2.inRange")
def in_range(src: Array, lowerb: Any, upperb: Any, dst: Any = None) -> Array:
    return _mask(src)


@function("cv2.split")
def split(m: Array, mv: Any = None) -> Any:
    if m.shape is None or len(m.shape) not in (2, 3) or (len(m.shape) == 3 and not isinstance(m.shape[2], int)):
        return Unknown("the channels of a picture")
    count = m.shape[2] if len(m.shape) == 3 else 1
    assert isinstance(count, int)
    return tuple(Array(m.shape[:2], m.dtype, within(m.interval)) for _ in range(count))


@function("cv2.merge")
def merge(mv: list[Array], dst: Any = None) -> Array:
    if not mv or any(p.rank != 2 for p in mv) or mv[0].shape is None:
        return Array(None, mv[0].dtype if mv else "")
    return Array((*mv[0].shape, len(mv)), mv[0].dtype)


@function("cv2.hconcat")
def hconcat(src: list[Array], dst: Any = None) -> Array:
    return _beside(src, 1)


@function("cv2.vconcat")
def vconcat(src: list[Array], dst: Any = None) -> Array:
    return _beside(src, 0)


def _beside(pictures: list[Array], axis: int) -> Array:
    shapes = [p.shape for p in pictures]
    if not shapes or any(s is None or len(s) < 2 for s in shapes):
        return Array(None)
    return Array(concatenate(shapes, axis), pictures[0].dtype)


@function("cv2.copyMakeBorder")
def copy_make_border(
    src: Array, top: Any, bottom: Any, left: Any, right: Any, borderType: Any, *_: Any, **__: Any
) -> Array:
    if src.shape is None or len(src.shape) not in (2, 3):
        return src.unranked()
    height = add(src.shape[0], add(as_dim(top), as_dim(bottom)))
    return _plain(src, height, add(src.shape[1], add(as_dim(left), as_dim(right)))).like(interval=None)


@function("cv2.absdiff", "cv2.bitwise_and", "cv2.bitwise_or", "cv2.bitwise_xor", "cv2.add", "cv2.subtract")
def of_two(src1: Array, src2: Array, *_: Any, **__: Any) -> Array:
    """Two pictures of one size; of a single number it makes what it likes. Raises Mismatch for two of other sizes."""
    alike = src1.shape is not None and src1.shape == src2.shape
    if _differ(src1, src2):
        raise Mismatch("array-shapes", src1.shape, src2.shape, operation="cv2")
    return _same_size(src1).like(interval=None) if alike else Array(None, src1.dtype)


def _differ(one: Array, other: Array) -> bool:
    """Whether two arrays are pictures, not up to four numbers, and proved to differ in size or channels."""
    pictures = [(*s, 1)[:3] for s in (one.shape, other.shape) if s is not None and len(s) in (2, 3)]
    if len(pictures) != 2 or any(not isinstance(d, int) or d <= _SCALAR for s in pictures for d in s[:2]):
        return False
    return any(equal(a, b) is False for a, b in zip(*pictures))


_SCALAR = 4
"""As many numbers are taken for one pixel."""


@function("cv2.addWeighted")
def add_weighted(src1: Array, alpha: Any, src2: Array, beta: Any, gamma: Any, *_: Any, **__: Any) -> Array:
    return of_two(src1, src2)


@function("cv2.imwrite")
def imwrite(filename: Any, img: Any, params: Any = None, *, run: Run) -> Unknown:
    run.wrote(filename)
    return Unknown("whether it was written")


@function("cv2.imshow", "cv2.waitKey", "cv2.destroyAllWindows")
def nothing(*_: Any, **__: Any) -> Any:
    return Unknown("not a picture")
