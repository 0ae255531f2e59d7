"""keras/src/applications/efficientnet.py"""

from __future__ import annotations

import math
from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder, correct_pad, make_divisible

# Kernel size, repeats, filters in and out, expansion, strides of each stage.
_STAGES = ((3, 1, 32, 16, 1, 1), (3, 2, 16, 24, 6, 2), (5, 2, 24, 40, 6, 2), (3, 3, 40, 80, 6, 2),
           (5, 3, 80, 112, 6, 1), (5, 4, 112, 192, 6, 2), (3, 1, 192, 320, 6, 1))  # fmt: skip
# The coefficients of width and depth.
_SCALES = {"B0": (1.0, 1.0), "B1": (1.0, 1.1), "B2": (1.1, 1.2), "B3": (1.2, 1.4), "B4": (1.4, 1.8),
           "B5": (1.6, 2.2), "B6": (1.8, 2.6), "B7": (2.0, 3.1)}  # fmt: skip


def _efficientnet(g: Builder, x: Array, width: float, depth: float) -> Array:
    x = g("Normalization", g("Rescaling", x, 1 / 255), axis=3)
    if g.options.pretrained:
        x = g("Rescaling", x, 1.0)
    x = g("ZeroPadding2D", x, correct_pad(x, 3), name="stem_conv_pad")
    x = g("Conv2D", x, make_divisible(32 * width), 3, strides=2, use_bias=False, name="stem_conv")
    x = activated(g, x, "stem_bn", "stem_activation")
    first = True
    for i, (kernel, repeats, before, after, expansion, stride) in enumerate(_STAGES, 1):
        filters, wider = make_divisible(before * width), make_divisible(after * width)
        for j in range(math.ceil(depth * repeats)):
            name = f"block{i}{chr(97 + j)}_"
            x = _block(g, x, filters if j == 0 else wider, wider, kernel, 1 if j else stride, expansion, name, first)
            first = False
    return topped(g, x, make_divisible(1280 * width))


def topped(g: Builder, x: Array, filters: int) -> Array:
    """The last convolution, and the classes where they are wanted."""
    x = g("Conv2D", x, filters, 1, padding="same", use_bias=False, name="top_conv")
    x = activated(g, x, "top_bn", "top_activation")
    if not g.options.include_top:
        return g.pooled(x, "avg_pool", "max_pool")
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    x = g("Dropout", x, 0.2, name="top_dropout")
    return g("Dense", x, g.options.classes, name="predictions")


def activated(g: Builder, x: Array, normalization: str, activation: str) -> Array:
    return g("Activation", g("BatchNormalization", x, axis=3, name=normalization), "swish", name=activation)


def _block(
    g: Builder, inputs: Array, before: int, after: int, kernel: int, stride: int, expansion: int, name: str, first: bool
) -> Array:
    x, filters = inputs, before * expansion
    if expansion != 1:
        x = g("Conv2D", x, filters, 1, padding="same", use_bias=False, name=f"{name}expand_conv")
        x = activated(g, x, f"{name}expand_bn", f"{name}expand_activation")
    if stride == 2:
        x = g("ZeroPadding2D", x, correct_pad(x, kernel), name=f"{name}dwconv_pad")
    padding = "valid" if stride == 2 else "same"
    x = g("DepthwiseConv2D", x, kernel, strides=stride, padding=padding, use_bias=False, name=f"{name}dwconv")
    x = activated(g, x, f"{name}bn", f"{name}activation")
    x = excited(g, x, filters, max(1, int(before * 0.25)), name)
    x = g("Conv2D", x, after, 1, padding="same", use_bias=False, name=f"{name}project_conv")
    x = g("BatchNormalization", x, axis=3, name=f"{name}project_bn")
    if stride != 1 or before != after:
        return x
    # The very first block drops nothing.
    dropped = x if first else g("Dropout", x, 0.2, noise_shape=(None, 1, 1, 1), name=f"{name}drop")
    return g("Add", [dropped, inputs], name=f"{name}add")


def excited(g: Builder, x: Array, filters: int, squeezed: int, name: str) -> Array:
    """Each channel weighed by what all pixels say."""
    weights = g("GlobalAveragePooling2D", x, name=f"{name}se_squeeze")
    weights = g("Reshape", weights, (1, 1, filters), name=f"{name}se_reshape")
    weights = g("Conv2D", weights, squeezed, 1, padding="same", activation="swish", name=f"{name}se_reduce")
    weights = g("Conv2D", weights, filters, 1, padding="same", activation="sigmoid", name=f"{name}se_expand")
    return g("Multiply", [x, weights], name=f"{name}se_excite")


MODELS: dict[str, Architecture] = {
    f"EfficientNet{name}": partial(_efficientnet, width=width, depth=depth) for name, (width, depth) in _SCALES.items()
}
