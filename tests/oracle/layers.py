"""A case of a layer: constructed, then called once or more, by real Keras and by us."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from random import Random
from typing import Any

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.keras.backend import DTYPE_POLICY
from keras_shapes.knowledge.keras.calling import call_layer, construct, settle
from keras_shapes.values.array import Array
from keras_shapes.values.dim import ANY, symbol
from keras_shapes.values.layer import Layer
from keras_shapes.values.origin import Site
from keras_shapes.values.reference import Ref
from keras_shapes.values.unknown import Unknown


@dataclass(frozen=True)
class Tensor:
    """An input: symbolic (a size may be None), or real data of zeros where `eager`."""

    shape: tuple[int | None, ...]
    dtype: str = "float32"
    eager: bool = False

    def __repr__(self) -> str:
        return f"<{self.shape} {self.dtype}{' data' if self.eager else ''}>"


@dataclass(frozen=True)
class Build:
    """A layer to construct: also as an argument of another one, as Bidirectional's."""

    cls: str
    arguments: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"{self.cls}({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})"


@dataclass(frozen=True)
class LayerCase:
    """The layer called on each of `calls` in turn: what each gives, then the count of its parameters."""

    layer: Build
    calls: tuple[Any, ...]
    keywords: dict[str, Any] = field(default_factory=dict)

    policy: str | None = None
    """The program's dtype policy, where it sets one."""

    def real(self) -> Any:
        import keras

        keras.config.set_dtype_policy(self.policy or "float32")
        try:
            return self._called()
        finally:
            keras.config.set_dtype_policy("float32")

    @property
    def told_less(self) -> bool:
        return self.blur is not None

    def _called(self) -> Any:
        layer = real_value(self.layer)
        outputs = [layer(real_value(inputs), **real_value(self.keywords)) for inputs in self.calls]
        return (*outputs, layer.count_params() if layer.built else None)

    blur: Random | None = None
    """Where given, ours is told less: some arguments and sizes are unknown."""

    def ours(self) -> Any:
        stage = Stage(self.blur, self.policy)
        ref = stage.make(self.layer)
        keywords = {k: stage.value(v) for k, v in self.keywords.items()}
        outputs = [stage.apply(ref, stage.value(inputs), **keywords) for inputs in self.calls]
        layer = stage.resolve(ref)
        known = layer.built is None or layer.parameters is not None
        return (*outputs, layer.parameters if known else Unknown("the count of parameters"))

    def __str__(self) -> str:
        keywords = "".join(f", {k}={v!r}" for k, v in self.keywords.items())
        policy = f"{self.policy}: " if self.policy else ""
        return f"{policy}{self.layer!r}" + "".join(f"({inputs!r}{keywords})" for inputs in self.calls)


def real_value(value: Any) -> Any:
    """Tensors and layers for real; everything else as it stands."""
    import keras
    import numpy as np

    if isinstance(value, Tensor):
        if value.eager:
            return np.zeros([d or 1 for d in value.shape], value.dtype)
        return keras.KerasTensor(value.shape, value.dtype)
    if isinstance(value, Build):
        return getattr(keras.layers, value.cls)(**real_value(value.arguments))
    if isinstance(value, (list, tuple)):
        return type(value)(real_value(v) for v in value)
    if isinstance(value, dict):
        return {k: real_value(v) for k, v in value.items()}
    return value


class Stage:
    """The least that rules need of an interpreter: cells for layers, and calls of them."""

    def __init__(self, blur: Random | None = None, policy: str | None = None) -> None:
        self.blur = blur
        self.settings = {DTYPE_POLICY: policy}
        self.cells: dict[Ref, Any] = {}
        self.numbers = itertools.count()

    def make(self, build: Build) -> Ref:
        rule = registry.rule(f"keras.layers.{build.cls}")
        assert rule is not None, f"there is no rule for {build.cls}"
        ref = Ref("layer", next(self.numbers))
        given = {k: self._blurred(self.value(v), Unknown("an argument")) for k, v in build.arguments.items()}
        arguments = rule.bind((), given, rule.inputs)
        settle(rule, arguments, self)
        construct(rule, arguments, self)
        self.cells[ref] = Layer(ref, rule.name, arguments, Site(None))
        return ref

    def value(self, value: Any) -> Any:
        if isinstance(value, Tensor):
            sizes = tuple(d or 1 for d in value.shape) if value.eager else value.shape
            shape = tuple(self._blurred(d, ANY if d is None else self._size()) for d in sizes)
            return Array(shape, value.dtype, kind="numpy" if value.eager else "symbolic")
        if isinstance(value, Build):
            return self.make(value)
        if isinstance(value, (list, tuple)):
            return type(value)(self.value(v) for v in value)
        if isinstance(value, dict):
            return {k: self.value(v) for k, v in value.items()}
        return value

    def _blurred(self, value: Any, unknown: Any) -> Any:
        return unknown if self.blur is not None and self.blur.random() < 0.2 else value

    def _size(self) -> Any:
        """A size of which nothing is known, or one with a name."""
        return ANY if self.blur is None or self.blur.random() < 0.5 else symbol("n", next(self.numbers))

    def setting(self, name: str, default: Any) -> Any:
        return self.settings.get(name, default)

    def resolve(self, ref: Any) -> Any:
        return self.cells[ref] if isinstance(ref, Ref) else ref

    def update(self, ref: Ref, value: Any) -> None:
        self.cells[ref] = value

    def apply(self, target: Ref, inputs: Any, **keywords: Any) -> Any:
        output, layer = call_layer(self.cells[target], inputs, keywords, self)
        self.cells[target] = layer
        return output

    def call(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        return function(*arguments, **keywords)


# What most families draw from.

FLOATS = ("float32",) * 6 + ("float16", "float64", "int32", "int64", "uint8", "bool")


def tensor(
    draw: Random, rank: int, sizes: tuple[int, ...] = (1, 2, 3, 4, 5, 6), dtypes: tuple[str, ...] = FLOATS
) -> Tensor:
    """A tensor of this rank: its batch usually None, now and then another size None, one in eight real data."""
    eager = draw.random() < 0.125
    shape: list[int | None] = [draw.choice(sizes) for _ in range(rank)]
    if not eager and rank:
        shape[0] = draw.choice((None, None, None, 2, 3))
        if draw.random() < 0.12:
            shape[draw.randrange(rank)] = None
    return Tensor(tuple(shape), draw.choice(dtypes), eager)


def rank_near(draw: Random, rank: int, share: float = 0.15) -> int:
    """The rank a layer wants; in a share of the cases another."""
    return draw.choice((rank - 1, rank + 1, max(rank - 2, 0))) if draw.random() < share else rank


def calls(draw: Random, first: Tensor) -> tuple[Tensor, ...]:
    """One call; or a second on the same sizes but one."""
    if draw.random() > 0.3 or not first.shape:
        return (first,)
    shape = list(first.shape)
    axis = draw.randrange(len(shape))
    shape[axis] = draw.choice((1, 2, 4, 5) if first.eager else (None, 1, 2, 4, 5))
    return (first, Tensor(tuple(shape), first.dtype, first.eager))


def some(draw: Random, **choices: tuple[Any, ...]) -> dict[str, Any]:
    """Each argument given in two of three cases, one of its choices."""
    return {name: draw.choice(values) for name, values in choices.items() if draw.random() < 0.67}
