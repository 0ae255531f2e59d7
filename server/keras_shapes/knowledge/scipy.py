"""SciPy: what stands between data and `fit`. Signals and pictures filtered, scores, sparse matrices made dense."""

from __future__ import annotations

from typing import Any

from ..values import dtype as dtypes
from ..values.arithmetic import nonnegative_axis
from ..values.array import Array
from ..values.dim import ANY, Dim, as_dim
from ..values.interval import Interval
from ..values.mismatch import Mismatch
from ..values.unknown import Unknown
from .arguments import as_int, refuse
from .coercion import as_array
from .numpy.elementwise import floating
from .numpy.reductions import reduced_shape
from .registry import function
from .run import Run

# Types that come out as they went in; others are widened, to what each function likes.
_KEPT = ("float32", "float64")
_TRUTHS = "b"


def _fractions(x: Array, interval: Interval | None = None) -> Array:
    """As many floating-point numbers. What comes of narrow types differs from one SciPy to the next."""
    wide = "float64" if dtypes.is_integer(x.dtype) and dtypes.bits(x.dtype) >= 32 else ""
    return Array(x.shape, x.dtype if x.dtype in _KEPT else wide, interval)


def _kept(x: Array, narrow: str = "") -> Array:
    """As many: float32 and float64 stay, numbers that are no floats become float64, float16 becomes `narrow`."""
    if not x.dtype or x.dtype in _KEPT:
        return Array(x.shape, x.dtype)
    return Array(x.shape, narrow if x.dtype == "float16" else "" if x.dtype.startswith("complex") else "float64")


def _check_axis(x: Array, axis: Any) -> None:
    """Raises Mismatch("array-shapes") for an axis out of range."""
    along = as_int(axis)
    if along is not None and x.shape is not None:
        nonnegative_axis(along, len(x.shape))


@function("scipy.special.expit")
def expit(x: Array, *_: Any, **__: Any) -> Array:
    return _fractions(x, Interval(0.0, 1.0, False))


@function("scipy.special.logit")
def logit(x: Array, *_: Any, **__: Any) -> Array:
    return _fractions(x)


@function("scipy.special.softmax")
def softmax(x: Array, axis: Any = None) -> Array:
    _check_axis(x, axis)
    refuse("softmax", x, _TRUTHS)
    return Array(x.shape, floating(x.dtype), Interval(0.0, 1.0, False))


@function("scipy.special.log_softmax")
def log_softmax(x: Array, axis: Any = None) -> Array:
    _check_axis(x, axis)
    refuse("log_softmax", x, _TRUTHS)
    return Array(x.shape, floating(x.dtype))


@function("scipy.special.logsumexp")
def logsumexp(
    a: Array, axis: Any = None, b: Any = None, keepdims: Any = False, return_sign: Any = False
) -> Array | Unknown:
    if b is not None or return_sign is not False:
        return Unknown("weighted sums, or their signs")
    return Array(reduced_shape(a, axis, keepdims), _kept(a, "float16").dtype)


@function("scipy.stats.zscore")
def zscore(a: Array, axis: Any = 0, ddof: Any = 0, nan_policy: Any = "propagate", **_: Any) -> Array:
    _check_axis(a, axis)
    return _kept(a, "float16")


@function("scipy.ndimage.gaussian_filter", "scipy.ndimage.median_filter", "scipy.ndimage.uniform_filter",
          "scipy.ndimage.maximum_filter", "scipy.ndimage.minimum_filter", "scipy.ndimage.shift",
          "scipy.ndimage.convolve", "scipy.ndimage.sobel", "scipy.ndimage.laplace")  # fmt: skip
def filtered(input: Array, *_: Any, **__: Any) -> Array:
    """Each element from those about it: the same size and type."""
    return Array(input.shape, input.dtype)


@function("scipy.ndimage.rotate")
def rotate(input: Array, angle: Any, axes: Any = (1, 0), reshape: Any = True, *_: Any, **__: Any) -> Array:
    if reshape is False or input.shape is None:
        return Array(input.shape, input.dtype)
    turned = [nonnegative_axis(a, len(input.shape)) for a in axes if isinstance(a, int)] if axes else []
    sizes: list[Dim] = [ANY if i in turned or len(turned) != 2 else d for i, d in enumerate(input.shape)]
    return Array(tuple(sizes), input.dtype)


@function("scipy.ndimage.zoom")
def zoom(input: Array, zoom: Any, *_: Any, grid_mode: Any = False, **__: Any) -> Array:
    """Each size times its factor, rounded."""
    if input.shape is None:
        return Array(None, input.dtype)
    factors = zoom if isinstance(zoom, (tuple, list)) else [zoom] * len(input.shape)
    if len(factors) != len(input.shape):
        return Array(None, input.dtype)
    return Array(tuple(_zoomed(d, f) for d, f in zip(input.shape, factors)), input.dtype)


def _zoomed(size: Dim, factor: Any) -> Dim:
    return round(size * factor) if isinstance(size, int) and isinstance(factor, (int, float)) else ANY


@function("scipy.signal.filtfilt", "scipy.signal.lfilter")
def filtfilt(b: Any, a: Any, x: Array, axis: Any = -1, *_: Any, zi: Any = None, **__: Any) -> Array | Unknown:
    _check_axis(x, axis)
    return _filtered(x, b, a) if zi is None else Unknown("the signal, and the filter's state")


@function("scipy.signal.sosfiltfilt", "scipy.signal.sosfilt")
def sosfiltfilt(sos: Any, x: Array, axis: Any = -1, *_: Any, zi: Any = None, **__: Any) -> Array | Unknown:
    _check_axis(x, axis)
    return _filtered(x, sos) if zi is None else Unknown("the signal, and the filter's state")


def _filtered(x: Array, *coefficients: Any) -> Array:
    """As wide as the coefficients, which are of float64 mostly."""
    known = [as_array(c) for c in coefficients]
    sure = x.dtype == "float64" or any(isinstance(c, Array) and c.dtype == "float64" for c in known)
    return Array(x.shape, "float64" if sure and x.dtype and not x.dtype.startswith("complex") else "")


@function("scipy.signal.savgol_filter")
def savgol_filter(x: Array, window_length: Any, polyorder: Any, *_: Any, **__: Any) -> Array:
    return _kept(x, "float64")


@function("scipy.signal.detrend")
def detrend(data: Array, axis: Any = -1, *_: Any, **__: Any) -> Array:
    _check_axis(data, axis)
    return _kept(data, "float64")


@function("scipy.signal.medfilt", "scipy.signal.medfilt2d")
def medfilt(volume: Array, kernel_size: Any = None) -> Array:
    if volume.dtype in ("float16", "bool"):
        raise Mismatch("array-shapes", "float32", volume.dtype, operation="medfilt")
    return Array(volume.shape, volume.dtype)


@function("scipy.signal.hilbert")
def hilbert(x: Array, N: Any = None, axis: Any = -1) -> Array:
    _check_axis(x, axis)
    real = _kept(x, "float32").dtype
    made = dtypes.complex_of(real) if real else ""
    return Array(x.shape, made) if N is None else _along(x, N, axis, made)


@function("scipy.signal.resample")
def resample(
    x: Array, num: Any, t: Any = None, axis: Any = 0, window: Any = None, domain: Any = "time"
) -> Array | Unknown:
    """`num` samples along one axis, by Fourier's way."""
    dtype = _kept(x, "float32").dtype
    # The only axis is taken whatever is named.
    return _along(x, num, 0 if x.rank == 1 else axis, dtype) if t is None else Unknown("the samples, and their times")


def _along(x: Array, number: Any, axis: Any, dtype: str) -> Array:
    along = as_int(axis)
    if x.shape is None or along is None:
        return Array(None, dtype)
    sizes = list(x.shape)
    sizes[nonnegative_axis(along, len(sizes))] = as_dim(number)
    return Array(tuple(sizes), dtype)


@function("scipy.io.wavfile.read")
def read_wave(filename: Any, mmap: Any = False) -> tuple[Unknown, Array]:
    """The rate, and the samples: an axis of channels where there are several."""
    return Unknown("samples a second"), Array(None)


@function("scipy.io.wavfile.write", "scipy.io.savemat")
def write(filename: Any, *_: Any, run: Run, **__: Any) -> None:
    if run is not None:
        run.wrote(filename)
