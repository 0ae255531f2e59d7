"""keras/src/applications/inception_resnet_v2.py"""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from .blueprint import Architecture, Builder, channels, own_layer
from .inception import Branch, convolved

_STEM: tuple[tuple[Branch, str], ...] = ((((32, 3, 3, 2), (32, 3, 3, 1)), "valid"), (((64, 3, 3, 1),), "same"))
_MIXED: tuple[Branch, ...] = (
    ((96, 1, 1, 1),),
    ((48, 1, 1, 1), (64, 5, 5, 1)),
    ((64, 1, 1, 1), (96, 3, 3, 1), (96, 3, 3, 1)),
)
_REDUCED_1: tuple[Branch, ...] = (((384, 3, 3, 2),), ((256, 1, 1, 1), (256, 3, 3, 1), (384, 3, 3, 2)))
_REDUCED_2: tuple[Branch, ...] = (
    ((256, 1, 1, 1), (384, 3, 3, 2)),
    ((256, 1, 1, 1), (288, 3, 3, 2)),
    ((256, 1, 1, 1), (288, 3, 3, 1), (320, 3, 3, 2)),
)
# The branches of each kind of residual block.
_BLOCKS: dict[str, tuple[Branch, ...]] = {
    "block35": (
        ((32, 1, 1, 1),),
        ((32, 1, 1, 1), (32, 3, 3, 1)),
        ((32, 1, 1, 1), (48, 3, 3, 1), (64, 3, 3, 1)),
    ),
    "block17": (((192, 1, 1, 1),), ((128, 1, 1, 1), (160, 1, 7, 1), (192, 7, 1, 1))),
    "block8": (((192, 1, 1, 1),), ((192, 1, 1, 1), (224, 1, 3, 1), (256, 3, 1, 1))),
}


@own_layer
def CustomScaleLayer(inputs: Any, scale: float) -> Array:
    """The first of two, and the second, scaled, added to it."""
    first: Array = inputs[0]
    return first


def _inception_resnet(g: Builder, x: Array) -> Array:
    for branch, padding in _STEM:
        x = convolved(g, x, branch, padding)
    x = g("MaxPooling2D", x, 3, strides=2)
    x = convolved(g, x, ((80, 1, 1, 1), (192, 3, 3, 1)), "valid")
    x = g("MaxPooling2D", x, 3, strides=2)
    members = [convolved(g, x, branch) for branch in _MIXED]
    pooled = convolved(g, g("AveragePooling2D", x, 3, strides=1, padding="same"), ((64, 1, 1, 1),))
    x = g("Concatenate", [*members, pooled], axis=3, name="mixed_5b")
    x = _residuals(g, x, "block35", 10)
    x = _reduced(g, x, _REDUCED_1, "mixed_6a")
    x = _residuals(g, x, "block17", 20)
    x = _reduced(g, x, _REDUCED_2, "mixed_7a")
    x = _residuals(g, x, "block8", 10)
    x = g("Conv2D", x, 1536, 1, padding="same", use_bias=False, name="conv_7b")
    x = g("Activation", g("BatchNormalization", x, axis=3, scale=False, name="conv_7b_bn"), "relu", name="conv_7b_ac")
    if not g.options.include_top:
        return g.pooled(x)
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    return g("Dense", x, g.options.classes, name="predictions")


def _reduced(g: Builder, x: Array, branches: tuple[Branch, ...], name: str) -> Array:
    members = [convolved(g, x, branch) for branch in branches]
    return g("Concatenate", [*members, g("MaxPooling2D", x, 3, strides=2)], axis=3, name=name)


def _residuals(g: Builder, x: Array, kind: str, count: int) -> Array:
    for number in range(1, count + 1):
        name = f"{kind}_{number}"
        mixed = g("Concatenate", [convolved(g, x, b) for b in _BLOCKS[kind]], axis=3, name=f"{name}_mixed")
        more = g("Conv2D", mixed, channels(x), 1, padding="same", name=f"{name}_conv")
        x = g(CustomScaleLayer.name, [x, more], 0.1)
        # The last block of all is not activated.
        if (kind, number) != ("block8", 10):
            x = g("Activation", x, "relu", name=f"{name}_ac")
    return x


MODELS: dict[str, Architecture] = {"InceptionResNetV2": _inception_resnet}
