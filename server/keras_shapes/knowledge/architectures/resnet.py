"""keras/src/applications/resnet.py, resnet_v2.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder

_FILTERS = (64, 128, 256, 512)
_BLOCKS = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3)}


def _resnet(g: Builder, x: Array, blocks: tuple[int, ...], preact: bool) -> Array:
    x = g("ZeroPadding2D", x, ((3, 3), (3, 3)), name="conv1_pad")
    x = g("Conv2D", x, 64, 7, strides=2, name="conv1_conv")
    if not preact:
        x = _normalized(g, x, "conv1", "_relu")
    x = g("ZeroPadding2D", x, ((1, 1), (1, 1)), name="pool1_pad")
    x = g("MaxPooling2D", x, 3, strides=2, name="pool1_pool")
    for i, (count, filters) in enumerate(zip(blocks, _FILTERS)):
        x = (_stack_2 if preact else _stack_1)(g, x, filters, count, f"conv{i + 2}", i)
    if preact:
        x = _normalized(g, x, "post", "_relu")
    if not g.options.include_top:
        return g.pooled(x, "avg_pool", "max_pool")
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    return g("Dense", x, g.options.classes, name="predictions")


def _normalized(g: Builder, x: Array, name: str, activation: str = "") -> Array:
    x = g("BatchNormalization", x, axis=3, epsilon=1.001e-5, name=f"{name}_bn")
    return g("Activation", x, "relu", name=f"{name}{activation}") if activation else x


def _stack_1(g: Builder, x: Array, filters: int, count: int, name: str, number: int) -> Array:
    """Every stack but the first halves the size, in its first block."""
    for i in range(1, count + 1):
        x = _block_1(g, x, filters, 2 if number and i == 1 else 1, i == 1, f"{name}_block{i}")
    return x


def _block_1(g: Builder, x: Array, filters: int, stride: int, projected: bool, name: str) -> Array:
    shortcut = x
    if projected:
        shortcut = g("Conv2D", x, 4 * filters, 1, strides=stride, name=f"{name}_0_conv")
        shortcut = _normalized(g, shortcut, f"{name}_0")
    x = g("Conv2D", x, filters, 1, strides=stride, name=f"{name}_1_conv")
    x = _normalized(g, x, f"{name}_1", "_relu")
    x = g("Conv2D", x, filters, 3, padding="SAME", name=f"{name}_2_conv")
    x = _normalized(g, x, f"{name}_2", "_relu")
    x = g("Conv2D", x, 4 * filters, 1, name=f"{name}_3_conv")
    x = _normalized(g, x, f"{name}_3")
    x = g("Add", [shortcut, x], name=f"{name}_add")
    return g("Activation", x, "relu", name=f"{name}_out")


def _stack_2(g: Builder, x: Array, filters: int, count: int, name: str, number: int) -> Array:
    """Every stack but the last halves the size, in its last block."""
    for i in range(1, count + 1):
        x = _block_2(g, x, filters, 2 if number < 3 and i == count else 1, i == 1, f"{name}_block{i}")
    return x


def _block_2(g: Builder, x: Array, filters: int, stride: int, projected: bool, name: str) -> Array:
    before = _normalized(g, x, f"{name}_preact", "_relu")
    shortcut = x
    if projected:
        shortcut = g("Conv2D", before, 4 * filters, 1, strides=stride, name=f"{name}_0_conv")
    elif stride > 1:
        shortcut = g("MaxPooling2D", x, 1, strides=stride)
    x = g("Conv2D", before, filters, 1, strides=1, use_bias=False, name=f"{name}_1_conv")
    x = _normalized(g, x, f"{name}_1", "_relu")
    x = g("ZeroPadding2D", x, ((1, 1), (1, 1)), name=f"{name}_2_pad")
    x = g("Conv2D", x, filters, 3, strides=stride, use_bias=False, name=f"{name}_2_conv")
    x = _normalized(g, x, f"{name}_2", "_relu")
    x = g("Conv2D", x, 4 * filters, 1, name=f"{name}_3_conv")
    return g("Add", [shortcut, x], name=f"{name}_out")


MODELS: dict[str, Architecture] = {
    f"ResNet{depth}{version}": partial(_resnet, blocks=blocks, preact=bool(version))
    for depth, blocks in _BLOCKS.items()
    for version in ("", "V2")
}
