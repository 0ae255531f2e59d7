"""keras/src/applications/nasnet.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder, channels, correct_pad

# What a cell takes: the feature map before, and the one before that.
Pair = tuple[Array, Array]


def _nasnet(g: Builder, x: Array, last: int, blocks: int, stem: int, skips: bool) -> Array:
    filters = last // 24
    x = g("Conv2D", x, stem, (3, 3), strides=(2, 2), use_bias=False, name="stem_conv1")
    x = g("BatchNormalization", x, name="stem_bn1")
    x, p = _reduction(g, x, None, filters // 4, "stem_1")
    x, p = _reduction(g, x, p, filters // 2, "stem_2")
    for stage in range(3):
        if stage:
            x, before = _reduction(g, x, p, filters * 2**stage, f"reduce_{stage * blocks}")
            p = p if skips else before
        for i in range(blocks):
            x, p = _normal(g, x, p, filters * 2**stage, str(stage * blocks + i + (stage > 0)))
    x = g("Activation", x, "relu")
    if not g.options.include_top:
        return g.pooled(x)
    return g("Dense", g("GlobalAveragePooling2D", x), g.options.classes, name="predictions")


def _convolved(g: Builder, x: Array, filters: int, convolution: str, normalization: str) -> Array:
    x = g("Activation", x, "relu")
    x = g("Conv2D", x, filters, (1, 1), padding="same", use_bias=False, name=convolution)
    return g("BatchNormalization", x, name=normalization)


def _separable(g: Builder, x: Array, filters: int, kernel: int, name: str, stride: int = 1) -> Array:
    """Twice a separable convolution, the first with the strides."""
    x, padding = g("Activation", x, "relu"), "same"
    if stride == 2:
        x, padding = g("ZeroPadding2D", x, correct_pad(x, kernel), name=f"separable_conv_1_pad_{name}"), "valid"
    for number in (1, 2):
        keywords = {"strides": stride, "padding": padding} if number == 1 else {"padding": "same"}
        convolution = f"separable_conv_{number}_{name}"
        x = g("SeparableConv2D", x, filters, (kernel, kernel), use_bias=False, name=convolution, **keywords)
        x = g("BatchNormalization", x, name=f"separable_conv_{number}_bn_{name}")
        if number == 1:
            x = g("Activation", x, "relu")
    return x


def _adjusted(g: Builder, p: Array | None, x: Array, filters: int, name: str) -> Array:
    """The feature map before, in the sizes and channels of the one now."""
    if p is None:
        return x
    if (p.shape or ())[2:3] != (x.shape or ())[2:3]:
        return _halved(g, p, filters, name)
    if channels(p) != filters:
        return _convolved(g, p, filters, f"adjust_conv_projection_{name}", f"adjust_bn_{name}")
    return p


def _halved(g: Builder, p: Array, filters: int, name: str) -> Array:
    """Every second pixel, once from the first on, once from the second."""
    p = g("Activation", p, "relu", name=f"adjust_relu_1_{name}")
    parts = []
    for number in (1, 2):
        part = p
        if number == 2:
            part = g("Cropping2D", g("ZeroPadding2D", p, ((0, 1), (0, 1))), ((1, 0), (1, 0)))
        part = g("AveragePooling2D", part, (1, 1), strides=(2, 2), name=f"adjust_avg_pool_{number}_{name}")
        convolution = f"adjust_conv_{number}_{name}"
        parts.append(g("Conv2D", part, filters // 2, (1, 1), padding="same", use_bias=False, name=convolution))
    return g("BatchNormalization", g("Concatenate", parts, axis=-1), name=f"adjust_bn_{name}")


def _averaged(g: Builder, x: Array, name: str) -> Array:
    return g("AveragePooling2D", x, (3, 3), strides=(1, 1), padding="same", name=name)


def _normal(g: Builder, x: Array, p: Array | None, filters: int, name: str) -> Pair:
    p = _adjusted(g, p, x, filters, name)
    h = _convolved(g, x, filters, f"normal_conv_1_{name}", f"normal_bn_1_{name}")
    one = [_separable(g, h, filters, 5, f"normal_left1_{name}"), _separable(g, p, filters, 3, f"normal_right1_{name}")]
    sums = [g("Add", one, name=f"normal_add_1_{name}")]
    two = [_separable(g, p, filters, 5, f"normal_left2_{name}"), _separable(g, p, filters, 3, f"normal_right2_{name}")]
    sums.append(g("Add", two, name=f"normal_add_2_{name}"))
    sums.append(g("Add", [_averaged(g, h, f"normal_left3_{name}"), p], name=f"normal_add_3_{name}"))
    four = [_averaged(g, p, f"normal_{side}4_{name}") for side in ("left", "right")]
    sums.append(g("Add", four, name=f"normal_add_4_{name}"))
    sums.append(g("Add", [_separable(g, h, filters, 3, f"normal_left5_{name}"), h], name=f"normal_add_5_{name}"))
    return g("Concatenate", [p, *sums], axis=-1, name=f"normal_concat_{name}"), x


def _reduction(g: Builder, x: Array, p: Array | None, filters: int, name: str) -> Pair:
    p = _adjusted(g, p, x, filters, name)
    h = _convolved(g, x, filters, f"reduction_conv_1_{name}", f"reduction_bn_1_{name}")
    padded = g("ZeroPadding2D", h, correct_pad(h, 3), name=f"reduction_pad_1_{name}")

    def separable(source: Array, kernel: int, side: str) -> Array:
        return _separable(g, source, filters, kernel, f"reduction_{side}_{name}", 2)

    def pooled(cls: str, side: str) -> Array:
        return g(cls, padded, (3, 3), strides=(2, 2), name=f"reduction_{side}_{name}")

    one = g("Add", [separable(h, 5, "left1"), separable(p, 7, "right1")], name=f"reduction_add_1_{name}")
    two = g("Add", [pooled("MaxPooling2D", "left2"), separable(p, 7, "right2")], name=f"reduction_add_2_{name}")
    three = [pooled("AveragePooling2D", "left3"), separable(p, 5, "right3")]
    third = g("Add", three, name=f"reduction_add3_{name}")
    four = g("Add", [two, _averaged(g, one, f"reduction_left4_{name}")])
    five = [_separable(g, one, filters, 3, f"reduction_left4_{name}"), pooled("MaxPooling2D", "right5")]
    fifth = g("Add", five, name=f"reduction_add4_{name}")
    return g("Concatenate", [two, third, four, fifth], axis=-1, name=f"reduction_concat_{name}"), x


MODELS: dict[str, Architecture] = {
    "NASNetMobile": partial(_nasnet, last=1056, blocks=4, stem=32, skips=False),
    "NASNetLarge": partial(_nasnet, last=4032, blocks=6, stem=96, skips=True),
}
