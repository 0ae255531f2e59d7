"""Pixels of 0–255 into layers that train best near 0–1."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Ref
from .models.calling import INPUT, nodes

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
    if not isinstance(x, Array) or not _is_pixels(x) or _has_functions(model):
        return
    application = _application(model, run)
    if application is not None:
        interval = x.interval
        raise Mismatch(
            "unnormalized-input",
            None,
            (interval.low, interval.high) if interval else None,
            array=x,
            application=application,
        )
    layer = _first_trained(model, run)
    if layer is not None:
        interval = x.interval
        raise Mismatch(
            "unnormalized-input", (0, 1), (interval.low, interval.high) if interval else None, array=x, first=layer
        )


def _has_functions(model: Model) -> bool:
    """Whether a functional model also computes outside its layers: `inputs / 255` scales without being one."""
    if model.kind != "Functional" or model.facts.get("opaque"):
        return False
    return any(
        t.node is not None and isinstance(t.node.target, str) and t.node.target != INPUT for t in nodes(model.outputs)
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


# Models of keras.applications that want their own `preprocess_input`, by its module; the others scale inside.
_PREPROCESSED = {
    "vgg16": "vgg16", "vgg19": "vgg19", "xception": "xception", "inceptionv3": "inception_v3",
    "inceptionresnetv2": "inception_resnet_v2", "mobilenet": "mobilenet", "mobilenetv2": "mobilenet_v2",
    "resnet50": "resnet", "resnet101": "resnet", "resnet152": "resnet", "resnet50v2": "resnet_v2",
    "resnet101v2": "resnet_v2", "resnet152v2": "resnet_v2", "densenet121": "densenet", "densenet169": "densenet",
    "densenet201": "densenet", "nasnetmobile": "nasnet", "nasnetlarge": "nasnet",
}  # fmt: skip


def _application(model: Model, run: Any) -> str | None:
    """The module of keras.applications whose `preprocess_input` the model's first layers want; None for others."""
    first: Any = model
    if not model.facts.get("opaque"):
        first = run.resolve(model.layers[0]) if model.layers else None
    if isinstance(first, Layer):
        # Loaded only here, see APART. A part of such a model wants what the whole wants.
        from .applications import application_of

        first = application_of(first, run) or first
    if isinstance(first, Model) and first.facts.get("opaque"):
        return _PREPROCESSED.get(first.name) if first.facts.get("pretrained") else None
    if isinstance(first, Layer) and first.cls.startswith("keras.applications."):
        return _PREPROCESSED.get(first.name) if first.arguments.get("weights") is not None else None
    return None
