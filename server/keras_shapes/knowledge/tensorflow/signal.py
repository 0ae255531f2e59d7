"""tensorflow.signal and tensorflow.audio: sound as samples, spectrograms of it."""

from __future__ import annotations

from typing import Any

from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, add, as_dim, floor_divide, subtract
from ...values.dtype import complex_of
from ...values.interval import Interval
from ..arguments import as_flag, as_int, plain
from ..coercion import Tensor
from ..registry import function

_SIGNAL = "tensorflow.signal."


def _frames(samples: Dim, length: Any, step: Any, padded: Any) -> Dim:
    """How many windows of `length` fit; where the end is padded, one for every step."""
    flag, hop = as_flag(padded), as_dim(plain(step))
    if flag is None or samples is None:
        return None if samples is None else ANY
    if flag:
        return floor_divide(subtract(add(samples, hop), 1), hop)
    count = add(floor_divide(subtract(samples, as_dim(plain(length))), hop), 1)
    return max(count, 0) if isinstance(count, int) else count


def _bins(length: Any) -> Dim:
    size = as_int(length)
    return ANY if size is None else size // 2 + 1


def _power_of_two(length: Any) -> int | None:
    size = as_int(length)
    return None if size is None or size < 1 else 1 << (size - 1).bit_length()


@function(_SIGNAL + "stft")
def stft(
    signals: Tensor, frame_length: Any, frame_step: Any, fft_length: Any = None, window_fn: Any = None,
    pad_end: Any = False, name: Any = None,
) -> Array:  # fmt: skip
    """(…, frames, bins); the Fourier transform is of the next power of two, where nothing else is said."""
    if not signals.shape:
        return Array(None, kind=signals.kind)
    length = _power_of_two(frame_length) if fft_length is None else fft_length
    frames = _frames(signals.shape[-1], frame_length, frame_step, pad_end)
    return Array((*signals.shape[:-1], frames, _bins(length)), complex_of(signals.dtype), kind=signals.kind)


@function(_SIGNAL + "frame")
def frame(
    signal: Tensor, frame_length: Any, frame_step: Any, pad_end: Any = False, pad_value: Any = 0, axis: Any = -1,
    name: Any = None,
) -> Array:  # fmt: skip
    if not signal.shape or plain(axis) != -1:
        return Array(None, signal.dtype, kind=signal.kind)
    frames = _frames(signal.shape[-1], frame_length, frame_step, pad_end)
    size = as_dim(plain(frame_length))
    return Array((*signal.shape[:-1], frames, size), signal.dtype, kind=signal.kind)


@function(_SIGNAL + "rfft")
def rfft(input_tensor: Tensor, fft_length: Any = None, name: Any = None) -> Array:
    if not input_tensor.shape:
        return Array(None, kind=input_tensor.kind)
    size = input_tensor.shape[-1]
    given = fft_length[0] if isinstance(fft_length, (list, tuple)) and len(fft_length) == 1 else fft_length
    bins = _bins(size if fft_length is None else given)
    return Array((*input_tensor.shape[:-1], bins), complex_of(input_tensor.dtype), kind=input_tensor.kind)


@function(_SIGNAL + "fft", _SIGNAL + "ifft", _SIGNAL + "fft2d", _SIGNAL + "ifft2d")
def fft(input: Tensor, name: Any = None) -> Array:
    return Array(input.shape, input.dtype, kind=input.kind)


@function(_SIGNAL + "linear_to_mel_weight_matrix")
def mel_weights(
    num_mel_bins: Any = 20, num_spectrogram_bins: Any = 129, sample_rate: Any = 8000, lower_edge_hertz: Any = 125.0,
    upper_edge_hertz: Any = 3800.0, dtype: Any = "float32", name: Any = None,
) -> Array:  # fmt: skip
    rows, columns = as_dim(plain(num_spectrogram_bins)), as_dim(plain(num_mel_bins))
    return Array((rows, columns), "float32" if dtype == "float32" else "", kind="tensor")


@function(_SIGNAL + "mfccs_from_log_mel_spectrograms")
def mfccs(log_mel_spectrograms: Tensor, name: Any = None) -> Array:
    return Array(log_mel_spectrograms.shape, log_mel_spectrograms.dtype, kind=log_mel_spectrograms.kind)


@function("tensorflow.audio.decode_wav")
def decode_wav(
    contents: Any, desired_channels: Any = -1, desired_samples: Any = -1, name: Any = None
) -> tuple[Array, Array]:
    """(samples, channels) between -1 and 1, and the rate."""
    sizes = [as_int(s) for s in (desired_samples, desired_channels)]
    shape: Shape = tuple(s if s is not None and s > 0 else None for s in sizes)
    return Array(shape, "float32", Interval(-1, 1, False), kind="tensor"), Array((), "int32", kind="tensor")
