"""keras/src/applications/densenet.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder

_GROWTH = 32


def _densenet(g: Builder, x: Array, blocks: tuple[int, ...]) -> Array:
    x = g("ZeroPadding2D", x, ((3, 3), (3, 3)))
    x = g("Conv2D", x, 64, 7, strides=2, use_bias=False, name="conv1_conv")
    x = _activated(g, x, "conv1_bn", "conv1_relu")
    x = g("ZeroPadding2D", x, ((1, 1), (1, 1)))
    x = g("MaxPooling2D", x, 3, strides=2, name="pool1")
    for i, count in enumerate(blocks, 2):
        for j in range(1, count + 1):
            x = _grown(g, x, f"conv{i}_block{j}")
        if i < len(blocks) + 1:
            x = _transition(g, x, f"pool{i}")
    x = _activated(g, x, "bn", "relu")
    if not g.options.include_top:
        return g.pooled(x, "avg_pool", "max_pool")
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    return g("Dense", x, g.options.classes, name="predictions")


def _activated(g: Builder, x: Array, normalization: str, activation: str) -> Array:
    return g("Activation", g("BatchNormalization", x, axis=3, name=normalization), "relu", name=activation)


def _grown(g: Builder, x: Array, name: str) -> Array:
    more = _activated(g, x, f"{name}_0_bn", f"{name}_0_relu")
    more = g("Conv2D", more, 4 * _GROWTH, 1, use_bias=False, name=f"{name}_1_conv")
    more = _activated(g, more, f"{name}_1_bn", f"{name}_1_relu")
    more = g("Conv2D", more, _GROWTH, 3, padding="same", use_bias=False, name=f"{name}_2_conv")
    return g("Concatenate", [x, more], axis=3, name=f"{name}_concat")


def _transition(g: Builder, x: Array, name: str) -> Array:
    """Half the channels, half the size."""
    x = _activated(g, x, f"{name}_bn", f"{name}_relu")
    channels = (x.shape or (0,))[-1]
    assert isinstance(channels, int)
    x = g("Conv2D", x, channels // 2, 1, use_bias=False, name=f"{name}_conv")
    return g("AveragePooling2D", x, 2, strides=2, name=f"{name}_pool")


MODELS: dict[str, Architecture] = {
    "DenseNet121": partial(_densenet, blocks=(6, 12, 24, 16)),
    "DenseNet169": partial(_densenet, blocks=(6, 12, 32, 32)),
    "DenseNet201": partial(_densenet, blocks=(6, 12, 48, 32)),
}
