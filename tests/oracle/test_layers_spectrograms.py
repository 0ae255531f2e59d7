"""Spectrograms, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, rank_near, some, tensor

pytestmark = pytest.mark.keras

_MODES = ("log", "magnitude", "psd", "real", "imag", "angle", "stft", "power")
_FLOATS = ("float32", "float32", "float64")


def _stft(draw: Random) -> Case:
    arguments = some(draw, mode=_MODES, frame_step=(None, 2, 4, 9), padding=("valid", "same", "causal"))
    arguments |= some(draw, expand_dims=(False, True), data_format=(None, "channels_first", "channels_last"))
    arguments |= some(draw, fft_length=(None, 8, 16, 4), scaling=("density", "spectrum", None))
    arguments["frame_length"] = draw.choice((4, 5, 8, 8))
    first = tensor(draw, rank_near(draw, 3), (8, 10, 16, 20) if draw.random() < 0.9 else (1, 2, 4), _FLOATS)
    return LayerCase(Build("STFTSpectrogram", arguments), (first,))


def _mel(draw: Random) -> Case:
    arguments: dict[str, Any] = {"fft_length": 16, "num_mel_bins": draw.choice((4, 8))}
    arguments |= some(draw, sequence_stride=(4, 8), sequence_length=(None, 8, 16, 32), power_to_db=(True, False))
    first = tensor(draw, draw.choice((1, 2, 2, 2, 3)), (20, 32, 40), ("float32", "float32", "float64", "int32"))
    return LayerCase(Build("MelSpectrogram", arguments), (first,))


TABLE = {"STFTSpectrogram": _stft, "MelSpectrogram": _mel}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
