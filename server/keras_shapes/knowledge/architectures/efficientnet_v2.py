"""keras/src/applications/efficientnet_v2.py"""

from __future__ import annotations

import math
from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder, channels, multiple
from .efficientnet import activated, excited, topped

# Fused, repeats, filters in and out, expansion, strides of each stage.
Stage = tuple[bool, int, int, int, int, int]
_B: tuple[Stage, ...] = (
    (True, 1, 32, 16, 1, 1), (True, 2, 16, 32, 4, 2), (True, 2, 32, 48, 4, 2),
    (False, 3, 48, 96, 4, 2), (False, 5, 96, 112, 6, 1), (False, 8, 112, 192, 6, 2),
)  # fmt: skip
_S: tuple[Stage, ...] = (
    (True, 2, 24, 24, 1, 1), (True, 4, 24, 48, 4, 2), (True, 4, 48, 64, 4, 2),
    (False, 6, 64, 128, 4, 2), (False, 9, 128, 160, 6, 1), (False, 15, 160, 256, 6, 2),
)  # fmt: skip
_M: tuple[Stage, ...] = (
    (True, 3, 24, 24, 1, 1), (True, 5, 24, 48, 4, 2), (True, 5, 48, 80, 4, 2), (False, 7, 80, 160, 4, 2),
    (False, 14, 160, 176, 6, 1), (False, 18, 176, 304, 6, 2), (False, 5, 304, 512, 6, 1),
)  # fmt: skip
_L: tuple[Stage, ...] = (
    (True, 4, 32, 32, 1, 1), (True, 7, 32, 64, 4, 2), (True, 7, 64, 96, 4, 2), (False, 10, 96, 192, 4, 2),
    (False, 19, 192, 224, 6, 1), (False, 25, 224, 384, 6, 2), (False, 7, 384, 640, 6, 1),
)  # fmt: skip
# The stages, and the coefficients of width and depth.
_SCALES = {"B0": (_B, 1.0, 1.0), "B1": (_B, 1.0, 1.1), "B2": (_B, 1.1, 1.2), "B3": (_B, 1.2, 1.4),
           "S": (_S, 1.0, 1.0), "M": (_M, 1.0, 1.0), "L": (_L, 1.0, 1.0)}  # fmt: skip


def _efficientnet_2(g: Builder, x: Array, stages: tuple[Stage, ...], width: float, depth: float) -> Array:
    if g.options.preprocessing:
        x = _scaled(g, x, stages is _B)
    x = g("Conv2D", x, multiple(stages[0][2] * width), 3, strides=2, padding="same", use_bias=False, name="stem_conv")
    x = activated(g, x, "stem_bn", "stem_activation")
    first = True
    for i, (fused, repeats, _, after, expansion, stride) in enumerate(stages, 1):
        for j in range(math.ceil(depth * repeats)):
            block = _fused if fused else _inverted
            name, strides = f"block{i}{chr(97 + j)}_", 1 if j else stride
            y = block(g, x, multiple(after * width), expansion, strides, name)
            x = _added(g, x, y, strides, name, first)
            first = False
    return topped(g, x, multiple(1280 * width))


def _scaled(g: Builder, x: Array, normalized: bool) -> Array:
    if not normalized or channels(x) != 3:
        return g("Rescaling", x, 1 / 128, offset=-1)
    # The means and variances are given: they are no weights.
    return g("Normalization", g("Rescaling", x, 1 / 255), axis=3, mean=[0.0] * 3, variance=[1.0] * 3)


def _inverted(g: Builder, x: Array, after: int, expansion: int, stride: int, name: str) -> Array:
    """Expanded, convolved by channel, excited, projected."""
    before = channels(x)
    if expansion != 1:
        x = g("Conv2D", x, before * expansion, 1, padding="same", use_bias=False, name=f"{name}expand_conv")
        x = activated(g, x, f"{name}expand_bn", f"{name}expand_activation")
    x = g("DepthwiseConv2D", x, 3, strides=stride, padding="same", use_bias=False, name=f"{name}dwconv2")
    x = activated(g, x, f"{name}bn", f"{name}activation")
    x = excited(g, x, before * expansion, max(1, int(before * 0.25)), name)
    x = g("Conv2D", x, after, 1, padding="same", use_bias=False, name=f"{name}project_conv")
    return g("BatchNormalization", x, axis=3, name=f"{name}project_bn")


def _fused(g: Builder, x: Array, after: int, expansion: int, stride: int, name: str) -> Array:
    """One convolution for the expansion and the one by channel."""
    wider, keywords = channels(x) * expansion, {"padding": "same", "use_bias": False}
    if expansion == 1:
        x = g("Conv2D", x, after, 3, strides=stride, name=f"{name}project_conv", **keywords)
        return activated(g, x, f"{name}project_bn", f"{name}project_activation")
    x = g("Conv2D", x, wider, 3, strides=stride, name=f"{name}expand_conv", **keywords)
    x = activated(g, x, f"{name}expand_bn", f"{name}expand_activation")
    x = g("Conv2D", x, after, 1, name=f"{name}project_conv", **keywords)
    return g("BatchNormalization", x, axis=3, name=f"{name}project_bn")


def _added(g: Builder, before: Array, x: Array, stride: int, name: str, first: bool) -> Array:
    """The residual, where sizes and channels are the same; the very first block drops nothing."""
    if stride != 1 or channels(before) != channels(x):
        return x
    dropped = x if first else g("Dropout", x, 0.2, noise_shape=(None, 1, 1, 1), name=f"{name}drop")
    return g("Add", [dropped, before], name=f"{name}add")


MODELS: dict[str, Architecture] = {
    f"EfficientNetV2{name}": partial(_efficientnet_2, stages=stages, width=width, depth=depth)
    for name, (stages, width, depth) in _SCALES.items()
}
