"""numpy's routines for series: convolution, Fourier transforms, sliding windows."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import nonnegative_axis
from ...values.array import Array
from ...values.axes import with_size
from ...values.dim import ANY, Dim, add, floor_divide, multiply, subtract
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_int, plain, refuse
from ..registry import function
from .intervals import spread
from .reductions import averaged


@function("numpy.convolve", "numpy.correlate")
def convolve(a: Array, v: Array, mode: Any = "full") -> Array:
    for array in (a, v):
        if array.shape is not None and len(array.shape) > 1:
            raise Mismatch("array-shapes", 1, array.shape, operation="convolve")
    dtype = dtypes.promote(a.dtype, v.dtype)
    if a.shape is None or v.shape is None:
        return Array((ANY,), dtype)
    sizes = (a.size, v.size)
    if not all(isinstance(s, int) for s in sizes):
        return Array((ANY,), dtype)
    short, long = sorted(s for s in sizes if isinstance(s, int))
    length = {"full": long + short - 1, "same": long, "valid": long - short + 1}.get(mode, ANY)
    return Array((length,), dtype)


def _spectrum(dtype: str) -> str:
    """The type of a Fourier transform: of half and single numbers single, else double."""
    if not dtype:
        return ""
    return "complex64" if dtype in ("float16", "float32", "complex64") else "complex128"


def _transformed(a: Array, n: Any, axis: Any, length: Any) -> Array:
    """A Fourier transform along one axis, of `n` points where given."""
    along = as_int(axis)
    dtype = _spectrum(a.dtype)
    if a.shape is None or along is None:
        return Array(None, dtype)
    position = nonnegative_axis(along, len(a.shape))
    points: Dim = a.shape[position] if n is None else plain(n)
    return Array(with_size(a.shape, position, length(points)), dtype)


@function("numpy.fft.irfft", "numpy.fft.hfft")
def irfft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    """Real numbers; of n points where given, else of twice as many as went in, less two."""
    given = plain(n)
    result = _transformed(a, None, axis, lambda points: multiply(2, subtract(points, 1)) if n is None else given)
    if any(d == 0 for d in result.shape or ()):
        raise Mismatch("array-shapes", 2, a.shape, operation="irfft")
    return result.like(dtype=a.dtype if dtypes.is_float(a.dtype) else dtypes.real_part(result.dtype))


@function("numpy.fft.ihfft")
def ihfft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    return rfft(a, n, axis)


@function("numpy.fft.rfft2", "numpy.fft.rfftn")
def rfft2(a: Array, s: Any = None, *_: Any, **__: Any) -> Array:
    if a.shape is None or s is not None or _ or __:
        return Array(None)
    return Array((*a.shape[:-1], add(floor_divide(a.shape[-1], 2), 1)), _spectrum(a.dtype))


@function("numpy.fft.irfft2", "numpy.fft.irfftn")
def irfft2(a: Array, s: Any = None, *_: Any, **__: Any) -> Array:
    if a.shape is None or s is not None or _ or __:
        return Array(None)
    least = a.require_min_rank(2, "array-shapes") or a.shape
    if least[-1] == 1:
        raise Mismatch("array-shapes", 2, a.shape, operation="irfft2")
    return Array((*a.shape[:-1], multiply(2, subtract(a.shape[-1], 1))), dtypes.real_part(_spectrum(a.dtype)))


@function("numpy.fft.rfftfreq")
def rfftfreq(n: Any, d: Any = 1.0, device: Any = None) -> Array:
    size = as_int(n)
    return Array((ANY if size is None else size // 2 + 1,), "float64")


@function("numpy.fft.fft", "numpy.fft.ifft")
def fft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    return _transformed(a, n, axis, lambda points: points)


@function("numpy.fft.rfft")
def rfft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    return _transformed(a, n, axis, lambda points: add(floor_divide(points, 2), 1))


@function("numpy.fft.fft2", "numpy.fft.ifft2", "numpy.fft.fftn", "numpy.fft.ifftn")
def fft2(a: Array, s: Any = None, *_: Any, **__: Any) -> Array:
    return Array(a.shape if s is None else None, _spectrum(a.dtype))


@function("numpy.fft.fftshift", "numpy.fft.ifftshift")
def fftshift(x: Array, axes: Any = None) -> Array:
    return x.like(content=None, node=None)


@function("numpy.fft.fftfreq")
def fftfreq(n: Any, d: Any = 1.0, device: Any = None) -> Array:
    size = as_int(n)
    return Array((ANY if size is None else size,), "float64")


@function("numpy.lib.stride_tricks.sliding_window_view")
def sliding_window_view(x: Array, window_shape: Any, axis: Any = None, **_: Any) -> Array:
    """Every window: the windowed axes shorter, the windows' own axes last."""
    windows = as_axes(window_shape)
    axes = as_axes(axis)
    if x.shape is None or windows is None or (axes is None and axis is not None):
        return x.unranked()
    chosen = tuple(range(len(x.shape))) if axes is None else axes
    if len(chosen) != len(windows):
        raise Mismatch("array-shapes", len(chosen), windows, operation="sliding_window_view")
    shape = x.shape
    for place, window in zip(chosen, windows):
        position = nonnegative_axis(place, len(x.shape))
        left = subtract(shape[position], window - 1)
        if isinstance(left, int) and left <= 0:
            raise Mismatch("array-shapes", window, x.shape, axis=position, operation="sliding_window_view")
        shape = with_size(shape, position, left)
    made = (*shape, *windows)
    return Array(made, x.dtype, spread(x.interval, x.dtype, made), kind=x.kind)


@function("numpy.gradient")
def gradient(f: Array, *varargs: Any, axis: Any = None, edge_order: Any = 1) -> Any:
    refuse("gradient", f, "b")
    along = as_axes(axis)
    least = 3 if edge_order == 2 else 2
    for place, size in enumerate(f.shape or ()):
        if isinstance(size, int) and size < least and (along is None or place in along):
            raise Mismatch("array-shapes", least, f.shape, operation="gradient", axis=place)
    alone = Array(f.shape, averaged(f.dtype))
    if f.shape is None or len(f.shape) == 1 or as_int(axis) is not None:
        return alone
    return tuple(alone for _ in f.shape) if axis is None else Unknown("gradients along some axes")
