"""keras/src/layers/preprocessing/: sound as spectra over time."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import conv_length
from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, floor_divide, multiply
from ....values.mismatch import Mismatch
from ...registry import layer
from . import images
from .arguments import check_choice, check_data_format, check_padding, flag

_MODES = ("log", "magnitude", "psd", "real", "imag", "angle", "stft")


def _frequencies(frame_length: Any, fft_length: Any) -> Dim:
    """How many a frame has: half the transform's length, the next power of two where none is given."""
    if isinstance(fft_length, int) and fft_length:
        return fft_length // 2 + 1
    known = not fft_length and isinstance(frame_length, int) and frame_length > 0
    return 2 ** (frame_length - 1).bit_length() // 2 + 1 if known else ANY


def _step(frame_length: Any, frame_step: Any) -> Dim:
    return as_dim(frame_step) if frame_step else floor_divide(frame_length, 2)


@layer
def STFTSpectrogram(
    x: Array, mode: Any = "log", frame_length: Any = 256, frame_step: Any = None, fft_length: Any = None,
    window: Any = "hann", periodic: Any = False, scaling: Any = "density", padding: Any = "valid",
    expand_dims: Any = False, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/stft_spectrogram.py"""
    batch, (steps,), channels = images.split(x.require_rank(3), data_format)
    if channels is None and x.kind == "symbolic":
        raise Mismatch("undefined-size", None, x.shape, axis=images.channel_axis(3, data_format)[0])
    whole = isinstance(steps, int) and isinstance(frame_length, int) and steps >= frame_length
    if x.kind != "symbolic" and not whole:
        return x.computed(None)  # data that are shorter than a frame: some come through
    frames = conv_length(steps, frame_length, _step(frame_length, frame_step), padding)
    parts = 2 if mode == "stft" else 1 if isinstance(mode, str) else ANY
    frequencies = multiply(_frequencies(frame_length, fft_length), parts)
    expanded, first = flag(expand_dims), images.channels_first(data_format)
    if expanded is ANY or first is None:
        return x.computed(None)
    if not expanded:
        return x.computed(images.join(batch, (frames,), multiply(channels, frequencies), data_format))
    return x.computed((batch, channels, frames, frequencies) if first else (batch, frames, frequencies, channels))


@STFTSpectrogram.checks
def _(
    mode: Any, frame_length: Any, frame_step: Any, fft_length: Any, scaling: Any, padding: Any, data_format: Any
) -> None:
    if isinstance(frame_length, int) and isinstance(frame_step, int) and not 1 <= frame_step <= frame_length:
        raise Mismatch("layer-argument", (1, frame_length), frame_step, argument="frame_step", need="range")
    if isinstance(frame_length, int) and isinstance(fft_length, int) and fft_length < frame_length:
        raise Mismatch("layer-argument", frame_length, fft_length, argument="fft_length", need="minimum")
    check_choice("mode", mode, _MODES)
    check_choice("scaling", scaling, (None, "density", "spectrum"))
    check_padding(padding)
    check_data_format(data_format)


@STFTSpectrogram.parameters_of
def _(mode: Any, frame_length: Any, fft_length: Any) -> Dim:
    # The real part's kernel and the imaginary one's.
    kernels = 1 if mode in ("real", "imag") else 2 if isinstance(mode, str) else ANY
    return multiply(multiply(frame_length, _frequencies(frame_length, fft_length)), kernels)


@layer
def MelSpectrogram(
    x: Array, fft_length: Any = 2048, sequence_stride: Any = 512, sequence_length: Any = None, window: Any = "hann",
    sampling_rate: Any = 16000, num_mel_bins: Any = 128, min_freq: Any = 20.0, max_freq: Any = None,
    power_to_db: Any = True, top_db: Any = 80.0, mag_exp: Any = 2.0, min_power: Any = 1e-10, ref_power: Any = 1.0,
    **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/mel_spectrogram.py"""
    shape = x.require_min_rank(1)
    if shape is None:
        return x.computed(None)
    # Of symbolic tensors Keras tells by another formula than the frames that data have.
    symbolic = x.kind == "symbolic"
    rows = shape[:1][: len(shape) - 1] if symbolic else shape[:-1]
    steps = shape[len(rows)]
    frames = None if steps is None else floor_divide(add(steps, add(sequence_stride, int(symbolic))), sequence_stride)
    return x.computed((*rows, as_dim(num_mel_bins), frames))


@MelSpectrogram.checks
def _(fft_length: Any, sequence_length: Any) -> None:
    if isinstance(fft_length, int) and isinstance(sequence_length, int) and fft_length < sequence_length:
        raise Mismatch("layer-argument", sequence_length, fft_length, argument="fft_length", need="minimum")
