"""A model's layers as plain values: built once for a shape of images, then put into any program that asks."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ...values.array import Array, Shape
from ...values.layer import Layer
from ...values.origin import Site
from ...values.reference import Ref
from .. import registry
from ..keras.calling import call_layer

# The module that holds the function of each model.
_HOMES = {
    "VGG": "vgg", "ResNet": "resnet", "MobileNetV3": "", "MobileNet": "mobilenet", "DenseNet": "densenet",
    "EfficientNetV2": "", "EfficientNet": "efficientnet", "Xception": "xception",
    "InceptionV3": "inception",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What a model was asked for: the arguments that decide which layers it has."""

    include_top: bool = True
    pooling: str | None = None
    classes: int = 1000
    pretrained: bool = True
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """One layer's call: `inputs` are the numbers of earlier steps, -1 the images; `merged` where it takes a list."""

    layer: Layer
    inputs: tuple[int, ...]
    merged: bool
    output: Array


@dataclass(slots=True)
class Builder:
    """Layers called one after another, as Keras' own code calls them: `g("Conv2D", x, 64, 3, name="conv1")`."""

    options: Options
    steps: list[Step] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _counter: Any = field(default_factory=itertools.count)

    def __call__(self, cls: str, x: Any, *arguments: Any, name: str = "", **keywords: Any) -> Array:
        """Raises Mismatch where the images are too small."""
        rule = registry.rule(f"keras.layers.{cls}")
        assert rule is not None
        bound = rule.bind(arguments, keywords, rule.inputs)
        layer = Layer(Ref("layer", next(self._counter)), rule.name, bound, Site(None), name)
        output, layer = call_layer(layer, x, {}, None)
        merged = isinstance(x, list)
        inputs = tuple(self._numbers.get(id(each), -1) for each in (x if merged else [x]))
        self._numbers[id(output)] = len(self.steps)
        self.steps.append(Step(layer, inputs, merged, output))
        assert isinstance(output, Array)
        return output

    def pooled(self, x: Array, average: str = "", greatest: str = "") -> Array:
        """The end of a model without its top, with the names that its pooling layers have."""
        if self.options.pooling == "avg":
            return self("GlobalAveragePooling2D", x, name=average)
        return self("GlobalMaxPooling2D", x, name=greatest) if self.options.pooling == "max" else x


Architecture = Callable[[Builder, Array], Array]


def architecture(name: str) -> Architecture | None:
    """The function that builds a model; None where we have none."""
    home = next((module for prefix, module in _HOMES.items() if name.startswith(prefix)), "")
    if not home:
        return None
    models: dict[str, Architecture] = importlib.import_module(f"{__package__}.{home}").MODELS
    return models.get(name)


@lru_cache(maxsize=64)
def blueprint(name: str, options: Options, shape: Shape) -> tuple[Step, ...] | None:
    """The model's steps for images of this shape, the last one its output; None where the model is not known.

    Raises Mismatch where the images are too small.
    """
    build = architecture(name)
    if build is None:
        return None
    builder = Builder(options)
    # Held here, since steps are told apart by their outputs' identities.
    images = Array(shape, "float32", kind="symbolic")
    build(builder, images)
    return tuple(builder.steps)


def correct_pad(x: Array, kernel_size: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The padding before a convolution with strides of 2. Source: keras/src/applications/imagenet_utils.py."""
    half = kernel_size // 2
    rows, columns = (x.shape or (None,) * 4)[1:3]
    if rows is None or not isinstance(rows, int) or not isinstance(columns, int):
        return ((half - 1, half), (half - 1, half))
    return ((half - 1 + rows % 2, half), (half - 1 + columns % 2, half))


def make_divisible(value: float, divisor: int = 8) -> int:
    """The multiple of `divisor` next to a number of filters, not more than a tenth below it."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded
