"""keras.ops: Fourier transforms and frames of sequences. Source: keras/src/ops/math.py."""

from __future__ import annotations

from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, floor_divide, multiply, same, subtract
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_int, refuse
from ...coercion import Tensor, as_tensor
from .naming import op


def _parts(x: Any, least: int, operation: str) -> tuple[Array, Array] | None:
    """The real and the imaginary part. Raises Mismatch where it is no pair of equal shapes of rank `least`."""
    if isinstance(x, Unknown):
        return None
    if not isinstance(x, (list, tuple)) or len(x) != 2:
        found = x.shape if isinstance(x, Array) else x
        raise Mismatch("array-shapes", "a tuple of the real and the imaginary part", found, operation=operation)
    real, imaginary = as_tensor(x[0]), as_tensor(x[1])
    if isinstance(real, Unknown) or isinstance(imaginary, Unknown) or real.shape is None or imaginary.shape is None:
        return None
    a, b = real.shape, imaginary.shape
    if len(a) != len(b) or any(same(p, q) is False for p, q in zip(a, b)):
        raise Mismatch("array-shapes", a, b, operation=operation)
    if len(a) < least:
        raise Mismatch("array-shapes", least, a, operation=operation, ranks=(least, None))
    refuse(operation, real, "bui")
    return real, imaginary


def _transformed(x: Any, axes: int, operation: str) -> Any:
    parts = _parts(x, axes, operation)
    if parts is None:
        return Unknown("a transform")
    for part in parts:
        if part.kind == "symbolic" and part.shape is not None and None in part.shape[-axes:]:
            raise Mismatch("array-shapes", "known sizes", part.shape, operation=operation)
    return tuple(Array(p.shape, p.dtype, kind=p.kind) for p in parts)


@op("fft")
def fft(x: Any) -> Any:
    return _transformed(x, 1, "fft")


@op("fft2")
def fft2(x: Any) -> Any:
    return _transformed(x, 2, "fft2")


@op("ifft2")
def ifft2(x: Any) -> Any:
    return _transformed(x, 2, "ifft2")


def _halved(points: Any) -> Dim:
    return add(floor_divide(points, 2), 1)


def _pair(x: Array, shape: Shape | None) -> Any:
    return Array(shape, x.dtype, kind=x.kind), Array(shape, x.dtype, kind=x.kind)


@op("rfft")
def rfft(x: Tensor, fft_length: Any = None) -> Any:
    shape = x.require_min_rank(1, "array-shapes")
    refuse("rfft", x, "bui")
    if shape is None:
        return _pair(x, None)
    return _pair(x, (*shape[:-1], _halved(shape[-1] if fft_length is None else fft_length)))


@op("irfft")
def irfft(x: Any, fft_length: Any = None) -> Array | Unknown:
    parts = _parts(x, 1, "irfft")
    if parts is None or parts[0].shape is None:
        return Unknown("a transform")
    shape = parts[0].shape
    length = multiply(2, subtract(shape[-1], 1)) if fft_length is None else as_int(fft_length)
    return Array((*shape[:-1], ANY if length is None and fft_length else length), parts[0].dtype, kind=parts[0].kind)


@op("extract_sequences")
def extract_sequences(x: Tensor, sequence_length: Any, sequence_stride: Any) -> Array:
    shape = x.require_min_rank(1, "array-shapes")
    length, stride = as_int(sequence_length), as_int(sequence_stride)
    if shape is None or length is None or stride is None or stride < 1:
        return Array(None, x.dtype, kind=x.kind)
    count = add(floor_divide(subtract(shape[-1], length), stride), 1)
    return Array((*shape[:-1], max(count, 0) if isinstance(count, int) else count, length), x.dtype, kind=x.kind)


@op("stft")
def stft(
    x: Tensor, sequence_length: Any, sequence_stride: Any, fft_length: Any, window: Any = "hann", center: Any = True
) -> Any:
    shape = x.require_min_rank(1, "array-shapes")
    refuse("stft", x, "bui")
    points, stride = as_int(fft_length), as_int(sequence_stride)
    if shape is None or points is None or stride is None or stride < 1 or center not in (True, False):
        return _pair(x, None)
    room = shape[-1] if center else subtract(shape[-1], points)
    if center:
        room = subtract(add(room, points // 2 * 2), points)
    frames = add(floor_divide(room, stride), 1)
    return _pair(x, (*shape[:-1], frames, points // 2 + 1))


@op("istft")
def istft(
    x: Any, sequence_length: Any, sequence_stride: Any, fft_length: Any, length: Any = None, window: Any = "hann",
    center: Any = True,
) -> Array | Unknown:  # fmt: skip
    parts = _parts(x, 2, "istft")
    if parts is None or parts[0].shape is None:
        return Unknown("a transform")
    real, points, stride, size = parts[0], as_int(fft_length), as_int(sequence_stride), as_int(length)
    assert real.shape is not None
    made: Dim = ANY
    if points is not None and stride is not None and center in (True, False) and length is None:
        made = add(points, multiply(subtract(real.shape[-2], 1), stride))
        made = subtract(made, points // 2 * 2) if center else made
    elif size is not None and real.kind == "symbolic":
        made = size  # data may be shorter
    return Array((*real.shape[:-2], made), real.dtype, kind=real.kind)
