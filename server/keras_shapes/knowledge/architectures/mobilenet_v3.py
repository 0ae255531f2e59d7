"""keras/src/applications/mobilenet_v3.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder, channels, correct_pad, make_divisible

# Expansion, filters, whether the window is the wider one, stride, squeezed and excited, hard swish; of each block.
Block = tuple[float, int, bool, int, bool, bool]
_SMALL: tuple[Block, ...] = (
    (1, 16, False, 2, True, False), (72 / 16, 24, False, 2, False, False), (88 / 24, 24, False, 1, False, False),
    (4, 40, True, 2, True, True), (6, 40, True, 1, True, True), (6, 40, True, 1, True, True),
    (3, 48, True, 1, True, True), (3, 48, True, 1, True, True),
    (6, 96, True, 2, True, True), (6, 96, True, 1, True, True), (6, 96, True, 1, True, True),
)  # fmt: skip
_LARGE: tuple[Block, ...] = (
    (1, 16, False, 1, False, False), (4, 24, False, 2, False, False), (3, 24, False, 1, False, False),
    (3, 40, True, 2, True, False), (3, 40, True, 1, True, False), (3, 40, True, 1, True, False),
    (6, 80, False, 2, False, True), *((e, 80, False, 1, False, True) for e in (2.5, 2.3, 2.3)),
    (6, 112, False, 1, True, True), (6, 112, False, 1, True, True),
    (6, 160, True, 2, True, True), (6, 160, True, 1, True, True), (6, 160, True, 1, True, True),
)  # fmt: skip


def _mobilenet_3(g: Builder, x: Array, blocks: tuple[Block, ...], last: int) -> Array:
    alpha = g.options.alpha
    if g.options.preprocessing:
        x = g("Rescaling", x, scale=1 / 127.5, offset=-1.0)
    x = g("Conv2D", x, 16, 3, strides=(2, 2), padding="same", use_bias=False, name="conv")
    x = _activated(g, g("BatchNormalization", x, name="conv_bn"))
    for number, block in enumerate(blocks):
        x = _inverted(g, x, block, number)
    x = g("Conv2D", x, make_divisible(channels(x) * 6), 1, padding="same", use_bias=False, name="conv_1")
    x = _activated(g, g("BatchNormalization", x, name="conv_1_bn"))
    if not g.options.include_top:
        return g.pooled(x, "avg_pool", "max_pool")
    x = g("GlobalAveragePooling2D", x, keepdims=True)
    x = g("Conv2D", x, make_divisible(last * alpha) if alpha > 1.0 else last, 1, padding="same", name="conv_2")
    x = _activated(g, x)
    if g.options.dropout:
        x = g("Dropout", x, 0.2)
    x = g("Conv2D", x, g.options.classes, 1, padding="same", name="logits")
    return g("Activation", g("Flatten", x), "softmax", name="predictions")


def _activated(g: Builder, x: Array, hard_swish: bool = True) -> Array:
    return g("Activation", x, "hard_swish") if hard_swish and not g.options.minimalistic else g("ReLU", x)


def _inverted(g: Builder, inputs: Array, block: Block, number: int) -> Array:
    """An inverted residual block: expanded (but for the first), convolved by channel, excited, projected."""
    expansion, filters, wide, stride, excited, hard_swish = block
    prefix, x = f"expanded_conv_{number}_" if number else "expanded_conv_", inputs
    expanded = make_divisible(channels(inputs) * expansion)
    filters = make_divisible(filters * g.options.alpha)
    kernel = 5 if wide and not g.options.minimalistic else 3
    if number:
        x = g("Conv2D", x, expanded, 1, padding="same", use_bias=False, name=f"{prefix}expand")
        x = _activated(g, g("BatchNormalization", x, name=f"{prefix}expand_bn"), hard_swish)
    if stride == 2:
        x = g("ZeroPadding2D", x, correct_pad(x, kernel), name=f"{prefix}depthwise_pad")
    padding = "same" if stride == 1 else "valid"
    x = g("DepthwiseConv2D", x, kernel, strides=stride, padding=padding, use_bias=False, name=f"{prefix}depthwise")
    x = _activated(g, g("BatchNormalization", x, name=f"{prefix}depthwise_bn"), hard_swish)
    if excited and not g.options.minimalistic:
        x = _excited(g, x, expanded, prefix)
    x = g("Conv2D", x, filters, 1, padding="same", use_bias=False, name=f"{prefix}project")
    x = g("BatchNormalization", x, name=f"{prefix}project_bn")
    return g("Add", [inputs, x], name=f"{prefix}add") if stride == 1 and channels(inputs) == filters else x


def _excited(g: Builder, inputs: Array, filters: int, prefix: str) -> Array:
    """Each channel weighed by what all pixels say, through a hard sigmoid."""
    prefix = f"{prefix}squeeze_excite_"
    x = g("GlobalAveragePooling2D", inputs, keepdims=True, name=f"{prefix}avg_pool")
    x = g("Conv2D", x, make_divisible(filters * 0.25), 1, padding="same", name=f"{prefix}conv")
    x = g("Conv2D", g("ReLU", x, name=f"{prefix}relu"), filters, 1, padding="same", name=f"{prefix}conv_1")
    x = g.operator("*", g("ReLU", g.operator("+", x, 3.0), 6.0), 1 / 6)
    return g("Multiply", [inputs, x], name=f"{prefix}mul")


MODELS: dict[str, Architecture] = {
    "MobileNetV3Small": partial(_mobilenet_3, blocks=_SMALL, last=1024),
    "MobileNetV3Large": partial(_mobilenet_3, blocks=_LARGE, last=1280),
}
