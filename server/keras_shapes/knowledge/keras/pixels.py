"""Pixels of 0–255 into layers that train best near 0–1."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Ref

# Layers whose weights meet the input's scale; before one of these, none of the others changes it.
_TRAINED = (
    "Dense",
    "Conv1D",
    "Conv2D",
    "Conv3D",
    "DepthwiseConv2D",
    "SeparableConv2D",
    "Conv2DTranspose",
    "LSTM",
    "GRU",
    "SimpleRNN",
    "ConvLSTM2D",
    "Bidirectional",
    "LocallyConnected2D",
)
_NEUTRAL = (
    "InputLayer",
    "Flatten",
    "Reshape",
    "Dropout",
    "ZeroPadding1D",
    "ZeroPadding2D",
    "Permute",
    "MaxPooling2D",
    "AveragePooling2D",
    "RandomFlip",
    "RandomRotation",
    "RandomZoom",
    "RandomCrop",
    "Resizing",
    "CenterCrop",
    "UpSampling2D",
    "Cropping2D",
    "RandomTranslation",
)


def check_pixels(model: Model, x: Any, run: Any) -> None:
    """Raises Mismatch("unnormalized-input") where data spreads over 0–255 and the model's first weights meet it so."""
    if not isinstance(x, Array) or not _is_pixels(x):
        return
    layer = _first_trained(model, run)
    if layer is not None:
        interval = x.interval
        raise Mismatch(
            "unnormalized-input", (0, 1), (interval.low, interval.high) if interval else None, array=x, first=layer
        )


def _is_pixels(x: Array) -> bool:
    bounds = x.interval
    if bounds is None or not bounds.attained or x.rank is None or x.rank < 2:
        return False
    # randint(0, 255) and randint(0, 256) are both meant as pixels.
    return bounds.low == 0 and 254 <= bounds.high <= 256 and (x.dtype == "uint8" or x.rank >= 3)


def _first_trained(model: Model, run: Any) -> Layer | None:
    """The first layer with weights if nothing before it scales; None otherwise."""
    for ref in model.layers:
        layer = run.resolve(ref) if isinstance(ref, Ref) else None
        if not isinstance(layer, Layer):
            return None
        if layer.short_name in _TRAINED:
            return layer
        if layer.short_name not in _NEUTRAL:
            return None
    return None
