"""keras/src/applications/mobilenet.py, mobilenet_v2.py"""

from __future__ import annotations

from ...values.array import Array
from .blueprint import Architecture, Builder, correct_pad, make_divisible

# Filters and strides of the blocks after the first convolution.
_BLOCKS_1 = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *((512, 1),) * 5, (1024, 2), (1024, 1))
_BLOCKS_2 = ((16, 1), (24, 2), (24, 1), (32, 2), (32, 1), (32, 1), (64, 2), *((64, 1),) * 3, *((96, 1),) * 3,
             (160, 2), (160, 1), (160, 1), (320, 1))  # fmt: skip


def _mobilenet(g: Builder, x: Array) -> Array:
    alpha, classes = g.options.alpha, g.options.classes
    x = g("Conv2D", x, int(32 * alpha), (3, 3), padding="same", use_bias=False, strides=(2, 2), name="conv1")
    x = _activated(g, x, "conv1_bn", "conv1_relu")
    for number, (filters, stride) in enumerate(_BLOCKS_1, 1):
        if stride > 1:
            x = g("ZeroPadding2D", x, ((0, 1), (0, 1)), name=f"conv_pad_{number}")
        padding = "same" if stride == 1 else "valid"
        x = g("DepthwiseConv2D", x, (3, 3), padding=padding, strides=stride, use_bias=False, name=f"conv_dw_{number}")
        x = _activated(g, x, f"conv_dw_{number}_bn", f"conv_dw_{number}_relu")
        x = g("Conv2D", x, int(filters * alpha), (1, 1), padding="same", use_bias=False, name=f"conv_pw_{number}")
        x = _activated(g, x, f"conv_pw_{number}_bn", f"conv_pw_{number}_relu")
    if not g.options.include_top:
        return g.pooled(x)
    x = g("GlobalAveragePooling2D", x, keepdims=True)
    x = g("Dropout", x, 0.001, name="dropout")
    x = g("Conv2D", x, classes, (1, 1), padding="same", name="conv_preds")
    x = g("Reshape", x, (classes,), name="reshape_2")
    return g("Activation", x, "softmax", name="predictions")


def _activated(g: Builder, x: Array, normalization: str, activation: str) -> Array:
    return g("ReLU", g("BatchNormalization", x, name=normalization), 6.0, name=activation)


def _mobilenet_2(g: Builder, x: Array) -> Array:
    alpha = g.options.alpha
    x = g("Conv2D", x, make_divisible(32 * alpha), 3, strides=(2, 2), padding="same", use_bias=False, name="Conv1")
    x = _activated(g, x, "bn_Conv1", "Conv1_relu")
    for number, (filters, stride) in enumerate(_BLOCKS_2):
        x = _inverted(g, x, make_divisible(int(filters * alpha)), stride, number)
    last = make_divisible(1280 * alpha) if alpha > 1.0 else 1280
    x = g("Conv2D", x, last, 1, use_bias=False, name="Conv_1")
    x = _activated(g, x, "Conv_1_bn", "out_relu")
    if not g.options.include_top:
        return g.pooled(x)
    x = g("GlobalAveragePooling2D", x)
    return g("Dense", x, g.options.classes, name="predictions")


def _inverted(g: Builder, inputs: Array, filters: int, stride: int, number: int) -> Array:
    """An inverted residual block: expanded (but for the first), convolved by channel, projected."""
    prefix, x = f"block_{number}_" if number else "expanded_conv_", inputs
    channels = (inputs.shape or (None,))[-1]
    if number:
        assert isinstance(channels, int)
        x = g("Conv2D", x, 6 * channels, 1, padding="same", use_bias=False, name=f"{prefix}expand")
        x = _activated(g, x, f"{prefix}expand_BN", f"{prefix}expand_relu")
    if stride == 2:
        x = g("ZeroPadding2D", x, correct_pad(x, 3), name=f"{prefix}pad")
    padding = "same" if stride == 1 else "valid"
    x = g("DepthwiseConv2D", x, 3, strides=stride, use_bias=False, padding=padding, name=f"{prefix}depthwise")
    x = _activated(g, x, f"{prefix}depthwise_BN", f"{prefix}depthwise_relu")
    x = g("Conv2D", x, filters, 1, padding="same", use_bias=False, name=f"{prefix}project")
    x = g("BatchNormalization", x, name=f"{prefix}project_BN")
    return g("Add", [inputs, x], name=f"{prefix}add") if channels == filters and stride == 1 else x


MODELS: dict[str, Architecture] = {"MobileNet": _mobilenet, "MobileNetV2": _mobilenet_2}
