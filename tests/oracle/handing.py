"""A case of handing data to a model's methods: how many samples each part holds, as arrays or as lists."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from keras_shapes.knowledge.keras.samples import (
    Samples,
    check_arrays,
    check_sample_count,
    split_samples,
    validation_samples,
)
from keras_shapes.values.array import Array
from keras_shapes.values.interval import Interval
from keras_shapes.values.unknown import Unknown

RUNS = "runs"


@dataclass(frozen=True)
class Part:
    """Data of `count` rows of `width` (0: one number a row), as "array", "list", "rows", "one" ([array]), "two", "dict" or "objects"."""

    count: int
    width: int = 0
    form: str = "array"
    second: int = 0

    def build(self, make: Any) -> Any:
        """`make` gives an array of a shape; in the wanted form."""
        shape = (self.count, self.width) if self.width else (self.count,)
        if self.form == "list":
            return [0.0] * self.count if not self.width else [[0.0] * self.width] * self.count
        if self.form == "one":
            return [make(shape)]
        if self.form == "rows":
            return [make(shape[1:]) for _ in range(self.count)]
        if self.form in ("two", "dict"):
            parts = make(shape), make((self.second, *shape[1:]))
            return dict(zip("ab", parts)) if self.form == "dict" else list(parts)
        return make(shape, "object") if self.form == "objects" else make(shape)


@dataclass(frozen=True)
class HandCase:
    """x, y, weights and validation data given to `fit`, `evaluate` or `predict` of a model that fits them otherwise."""

    method: str
    x: Part
    y: Part | None = None
    sample_weight: Part | None = None
    validation_split: float = 0.0
    validation: tuple[Part, ...] = ()

    def real(self) -> str:
        import numpy as np

        model = self._model()
        given = {name: part.build(np.zeros) for name, part in self._parts()}
        if self.method == "fit":
            given["validation_split"] = self.validation_split
            if self.validation:
                given["validation_data"] = tuple(part.build(np.zeros) for part in self.validation)
        getattr(model, self.method)(**given, verbose=0)
        return RUNS

    def _parts(self) -> list[tuple[str, Part]]:
        parts = [("x", self.x)]
        if self.y is not None:
            parts.append(("y", self.y))
        if self.sample_weight is not None:
            parts.append(("sample_weight", self.sample_weight))
        return parts

    def _model(self) -> Any:
        """A functional model of as many inputs as x has, compiled with a loss that takes whatever comes."""
        import keras

        names = "ab" if self.x.form in ("two", "dict") else "a"
        inputs = [keras.Input((self.x.width,), name=name) for name in names]
        joined = keras.layers.Concatenate()(inputs) if len(inputs) > 1 else inputs[0]
        model = keras.Model(inputs if len(inputs) > 1 else inputs[0], keras.layers.Dense(1)(joined))
        model.compile("sgd", "mse", run_eagerly=True)
        return model

    def ours(self) -> Any:
        given = {name: part.build(_described) for name, part in self._parts()}
        whole = Samples(**given)
        training, rest = split_samples(whole, self.validation_split) if not self.validation else (whole, None)
        if self.validation:
            parts = tuple(part.build(_described) for part in self.validation)
            described = validation_samples(parts)
            rest = None if isinstance(described, Unknown) else described
        for samples in (training, rest):
            if samples is not None:
                check_arrays(samples.x, samples.y, samples.sample_weight)
                check_sample_count(samples.x, samples.y, samples.sample_weight)
        return RUNS


def _described(shape: tuple[int, ...], dtype: str = "float64") -> Array:
    """What `numpy.zeros` gives."""
    return Array(shape, dtype, Interval(0, 0))


def draw_hand(random: Random, method: str) -> HandCase:
    count = random.choice((1, 2, 3, 5, 8, 9))
    x = Part(
        count,
        2,
        random.choice(("array", "array", "array", "array", "list", "one", "two", "dict", "objects")),
        _near(random, count),
    )
    if method == "predict":
        return HandCase(method, x)
    y = _labels(random, count)
    weight = Part(_near(random, count), 0, "array") if random.random() < 0.2 else None
    case = HandCase(method, x, y, weight)
    if method == "evaluate" or random.random() < 0.3:
        return case
    if random.random() < 0.5:
        split = random.choice((0.1, 0.2, 0.25, 0.5, 0.9, 1.0, 0, 0.0))
        return HandCase(method, x, y, weight, split)
    held = random.choice((2, 4))
    validation = (Part(held, 2, x.form, held), _labels(random, held))
    return HandCase(method, x, y, weight, 0.0, validation)


def _labels(random: Random, count: int) -> Part:
    return Part(
        _near(random, count), random.choice((0, 1)), random.choice(("array",) * 8 + ("list", "rows", "one", "objects"))
    )


def _near(random: Random, count: int) -> int:
    """Mostly the same number."""
    return count if random.random() < 0.75 else max(1, count + random.choice((-1, 1, 2)))
