"""keras/src/applications/vgg16.py, vgg19.py"""

from __future__ import annotations

from functools import partial

from ...values.array import Array
from .blueprint import Architecture, Builder

_FILTERS = (64, 128, 256, 512, 512)


def _vgg(g: Builder, x: Array, convolutions: tuple[int, ...]) -> Array:
    for i, (count, filters) in enumerate(zip(convolutions, _FILTERS), 1):
        for j in range(1, count + 1):
            x = g("Conv2D", x, filters, (3, 3), activation="relu", padding="same", name=f"block{i}_conv{j}")
        x = g("MaxPooling2D", x, (2, 2), strides=(2, 2), name=f"block{i}_pool")
    if not g.options.include_top:
        return g.pooled(x)
    x = g("Flatten", x, name="flatten")
    x = g("Dense", x, 4096, activation="relu", name="fc1")
    x = g("Dense", x, 4096, activation="relu", name="fc2")
    return g("Dense", x, g.options.classes, name="predictions")


MODELS: dict[str, Architecture] = {
    "VGG16": partial(_vgg, convolutions=(2, 2, 3, 3, 3)),
    "VGG19": partial(_vgg, convolutions=(2, 2, 4, 4, 4)),
}
