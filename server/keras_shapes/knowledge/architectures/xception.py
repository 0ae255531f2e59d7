"""keras/src/applications/xception.py"""

from __future__ import annotations

from ...values.array import Array
from .blueprint import Architecture, Builder


def _xception(g: Builder, x: Array) -> Array:
    x = g("Conv2D", x, 32, (3, 3), strides=(2, 2), use_bias=False, name="block1_conv1")
    x = _activated(g, x, "block1_conv1")
    x = g("Conv2D", x, 64, (3, 3), use_bias=False, name="block1_conv2")
    x = _activated(g, x, "block1_conv2")
    for number, filters in ((2, 128), (3, 256), (4, 728)):
        x = _reduced(g, x, filters, filters, number)
    for number in range(5, 13):
        residual = x
        for i in (1, 2, 3):
            x = g("Activation", x, "relu", name=f"block{number}_sepconv{i}_act")
            x = _separable(g, x, 728, f"block{number}_sepconv{i}")
        x = g("Add", [x, residual])
    x = _reduced(g, x, 728, 1024, 13)
    for i, filters in ((1, 1536), (2, 2048)):
        x = _separable(g, x, filters, f"block14_sepconv{i}")
        x = g("Activation", x, "relu", name=f"block14_sepconv{i}_act")
    if not g.options.include_top:
        return g.pooled(x)
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    return g("Dense", x, g.options.classes, name="predictions")


def _activated(g: Builder, x: Array, name: str) -> Array:
    return g("Activation", g("BatchNormalization", x, name=f"{name}_bn"), "relu", name=f"{name}_act")


def _separable(g: Builder, x: Array, filters: int, name: str) -> Array:
    x = g("SeparableConv2D", x, filters, (3, 3), padding="same", use_bias=False, name=name)
    return g("BatchNormalization", x, name=f"{name}_bn")


def _reduced(g: Builder, x: Array, first: int, second: int, number: int) -> Array:
    """Two separable convolutions and a pooling, beside a projection with strides of 2."""
    residual = g("Conv2D", x, second, (1, 1), strides=(2, 2), padding="same", use_bias=False)
    residual = g("BatchNormalization", residual)
    prefix = f"block{number}_sepconv"
    if number > 2:
        x = g("Activation", x, "relu", name=f"{prefix}1_act")
    x = _separable(g, x, first, f"{prefix}1")
    x = g("Activation", x, "relu", name=f"{prefix}2_act")
    x = _separable(g, x, second, f"{prefix}2")
    x = g("MaxPooling2D", x, (3, 3), strides=(2, 2), padding="same", name=f"block{number}_pool")
    return g("Add", [x, residual])


MODELS: dict[str, Architecture] = {"Xception": _xception}
