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
from ..binding import Rule
from ..keras.calling import call_layer
from ..numpy.operators import binary

# The module that holds the function of each model.
_HOMES = {
    "VGG": "vgg", "ResNet": "resnet", "MobileNetV3": "mobilenet_v3", "MobileNet": "mobilenet", "DenseNet": "densenet",
    "EfficientNetV2": "efficientnet_v2", "EfficientNet": "efficientnet", "Xception": "xception",
    "InceptionV3": "inception", "InceptionResNetV2": "inception_resnet", "NASNet": "nasnet", "ConvNeXt": "convnext",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What a model was asked for: the arguments that decide which layers it has."""

    include_top: bool = True
    pooling: str | None = None
    classes: int = 1000
    pretrained: bool = True
    alpha: float = 1.0
    minimalistic: bool = False
    dropout: bool = True
    preprocessing: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A Sequential inside a model: its layers, each on what the one before gave."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One call: of a layer, of a Sequential, or of an operator by its name, as `+`.

    inputs: the numbers of earlier steps, -1 the images; `merged` where the layer takes them in a list.
    constant: what the operator has on its right, where that is a number.
    """

    target: Layer | Chain | str
    inputs: tuple[int, ...]
    output: Array
    merged: bool = False
    constant: float | None = None

    @property
    def parameters(self) -> int | None:
        """How many weights it holds; None where they are not known."""
        if isinstance(self.target, Chain):
            return total(self.target.steps)
        return 0 if isinstance(self.target, str) else self.target.parameters


def total(steps: tuple[Step, ...]) -> int | None:
    """The parameters of all steps; None where they are not known."""
    counts = [step.parameters for step in steps]
    return sum(c for c in counts if c is not None) if None not in counts else None


@dataclass(slots=True)
class Builder:
    """Layers called one after another, as Keras' own code calls them: `g("Conv2D", x, 64, 3, name="conv1")`."""

    options: Options
    steps: list[Step] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _counter: Any = field(default_factory=itertools.count)

    def __call__(self, cls: str, x: Any, *arguments: Any, name: str = "", **keywords: Any) -> Array:
        """Raises Mismatch where the images are too small."""
        rule = registry.rule(cls if "." in cls else f"keras.layers.{cls}")
        assert rule is not None
        bound = rule.bind(arguments, keywords, rule.inputs)
        layer = Layer(Ref("layer", next(self._counter)), rule.name, bound, Site(None), name)
        output, layer = call_layer(layer, x, {}, None)
        assert isinstance(output, Array)
        merged = isinstance(x, list)
        return self._added(Step(layer, self._inputs(*(x if merged else [x])), output, merged))

    def operator(self, name: str, x: Array, other: Array | float) -> Array:
        """`x + other` and its like, which are no layers."""
        output = binary(name, x, other).like(kind="symbolic")
        if isinstance(other, Array):
            return self._added(Step(name, self._inputs(x, other), output))
        return self._added(Step(name, self._inputs(x), output, constant=other))

    def chain(self, x: Array, name: str, *layers: Callable[[Builder, Array], Array]) -> Array:
        """A Sequential of layers, each a function of a builder and its input."""
        inner, output = Builder(self.options), x
        for layer in layers:
            output = layer(inner, output)
        # Another array than the inner one, since arrays are told apart by identity.
        return self._added(Step(Chain(name, tuple(inner.steps)), self._inputs(x), output.like()))

    def _inputs(self, *arrays: Array) -> tuple[int, ...]:
        return tuple(self._numbers.get(id(each), -1) for each in arrays)

    def _added(self, step: Step) -> Array:
        self._numbers[id(step.output)] = len(self.steps)
        self.steps.append(step)
        return step.output

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


def own_layer(f: Callable[..., Array]) -> Rule:
    """The rule of a layer that only models of keras.applications have: it is in none of Keras' public modules."""
    made = Rule(f"keras.applications.{f.__name__}", f, layer=True)
    registry._RULES[made.name] = made
    return made


def correct_pad(x: Array, kernel_size: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The padding before a convolution with strides of 2. Source: keras/src/applications/imagenet_utils.py."""
    half = kernel_size // 2
    rows, columns = (x.shape or (None,) * 4)[1:3]
    if rows is None or not isinstance(rows, int) or not isinstance(columns, int):
        return ((half - 1, half), (half - 1, half))
    return ((half - 1 + rows % 2, half), (half - 1 + columns % 2, half))


def multiple(value: float, divisor: int = 8) -> int:
    """The multiple of `divisor` next to a number of filters."""
    return max(divisor, int(value + divisor / 2) // divisor * divisor)


def make_divisible(value: float, divisor: int = 8) -> int:
    """The multiple of `divisor` next to a number of filters, not more than a tenth below it."""
    rounded = multiple(value, divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def channels(x: Array) -> int:
    """Of a feature map: those are always known."""
    last = (x.shape or (0,))[-1]
    assert isinstance(last, int)
    return last
