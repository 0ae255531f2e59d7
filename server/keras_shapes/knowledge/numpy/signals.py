"""numpy's routines for series: convolution, Fourier transforms, sliding windows."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import normalize_axis
from ...values.array import Array
from ...values.axes import with_size
from ...values.dim import ANY, Dim, add, floor_divide, subtract
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_int, plain
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


def _transformed(a: Array, n: Any, axis: Any, length: Any) -> Array:
    """A Fourier transform along one axis, of `n` points where given."""
    along = as_int(axis)
    dtype = "" if dtypes.bits(a.dtype) < 64 and dtypes.is_float(a.dtype) else "complex128"
    if a.shape is None or along is None:
        return Array(None, dtype)
    position = normalize_axis(along, len(a.shape))
    assert position is not None
    points: Dim = a.shape[position] if n is None else plain(n)
    return Array(with_size(a.shape, position, length(points)), dtype)


@function("numpy.fft.fft", "numpy.fft.ifft")
def fft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    return _transformed(a, n, axis, lambda points: points)


@function("numpy.fft.rfft")
def rfft(a: Array, n: Any = None, axis: Any = -1, norm: Any = None, out: Any = None) -> Array:
    return _transformed(a, n, axis, lambda points: add(floor_divide(points, 2), 1))


@function("numpy.fft.fft2", "numpy.fft.ifft2", "numpy.fft.fftn")
def fft2(a: Array, s: Any = None, *_: Any, **__: Any) -> Array:
    return Array(a.shape if s is None else None, "")


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
        position = normalize_axis(place, len(x.shape))
        assert position is not None
        left = subtract(shape[position], window - 1)
        if isinstance(left, int) and left <= 0:
            raise Mismatch("array-shapes", window, x.shape, axis=position, operation="sliding_window_view")
        shape = with_size(shape, position, left)
    made = (*shape, *windows)
    return Array(made, x.dtype, spread(x.interval, x.dtype, made), kind=x.kind)


@function("numpy.gradient")
def gradient(f: Array, *varargs: Any, axis: Any = None, edge_order: Any = 1) -> Any:
    alone = Array(f.shape, averaged(f.dtype))
    if f.shape is None or len(f.shape) == 1 or as_int(axis) is not None:
        return alone
    return tuple(alone for _ in f.shape) if axis is None else Unknown("gradients along some axes")
