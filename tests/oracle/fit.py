"""A case of training: a tiny model whose output has a wanted shape, fitted to labels of another."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from keras_shapes.knowledge.keras.metrics import check_metrics
from keras_shapes.knowledge.keras.targets import check_batch, check_target
from keras_shapes.values.array import Array
from keras_shapes.values.interval import Interval
from keras_shapes.values.reference import Object
from keras_shapes.values.unknown import Unknown

RUNS = "runs"


@dataclass(frozen=True)
class Named:
    """A loss or metric of Keras constructed with arguments."""

    cls: str
    arguments: dict[str, Any]

    def real(self) -> Any:
        import keras

        module, name = self.cls.split(".")[1:]
        return getattr(getattr(keras, module), name)(**self.arguments)

    def ours(self) -> Object:
        return Object(self.cls, self.arguments)


@dataclass(frozen=True)
class FitCase:
    """`fit` of a model with this output (batch left out) to labels of this shape and these bounds.

    free: the output's axes but the last are None in the model, and known only from the data.
    rows: how many samples x has, where it is not as many as y.
    """

    loss: Any
    output: tuple[int, ...]
    y: tuple[int, ...]
    dtype: str
    bounds: tuple[int, int]
    batch_size: int | None
    metrics: tuple[Any, ...] = ()
    method: str = "fit"
    eager: bool = False
    free: bool = False
    rows: int | None = None

    def real(self) -> str:
        import numpy as np

        model = self._model()
        model.compile("sgd", _real(self.loss), metrics=[_real(m) for m in self.metrics], run_eagerly=self.eager)
        count = self.y[0] if self.rows is None else self.rows
        shape = (count, *self.output) if self.free else (count, 2)
        x, y = np.zeros(shape, "float32"), self._labels()
        if self.method == "train_on_batch":
            model.train_on_batch(x, y)
        else:
            getattr(model, self.method)(x, y, batch_size=self.batch_size, verbose=0)
        return RUNS

    def _labels(self) -> Any:
        """Labels that really reach both bounds, the highest in the first sample."""
        import numpy as np

        low, high = self.bounds
        labels = np.full(self.y, low, self.dtype)
        labels.reshape(-1)[0] = high
        return labels

    def _model(self) -> Any:
        import keras
        import numpy as np

        if self.free:
            inputs = keras.Input((*[None for _ in self.output[:-1]], self.output[-1]))
            return keras.Model(inputs, keras.layers.Dense(self.output[-1])(inputs))
        inputs = keras.Input((2,))
        units = keras.layers.Dense(int(np.prod(self.output)))(inputs)
        return keras.Model(inputs, keras.layers.Reshape(self.output)(units))

    def ours(self) -> Any:
        y = Array(self.y, self.dtype, Interval(*self.bounds))
        sizes = (*[None for _ in self.output[:-1]], *self.output[-1:]) if self.free else self.output
        if self.rows is not None:
            check_batch(_ours(self.loss), y, Array((self.rows, *sizes), "float32"))
            return Unknown("metrics of another count") if self.metrics or self.free else RUNS
        output = Array((None, *sizes), "float32")
        batch = self.y[0] if self.method == "train_on_batch" else self.batch_size
        check_target(_ours(self.loss), y, output, batch)
        check_metrics([_ours(m) for m in self.metrics], y, output, batch)
        return Unknown("the output's sizes are known only from the data") if self.free else RUNS


def _real(value: Any) -> Any:
    return value.real() if isinstance(value, Named) else value


def _ours(value: Any) -> Any:
    return value.ours() if isinstance(value, Named) else value


def draw_fit(random: Random, loss: Any, metrics: tuple[Any, ...] = (), related: float = 0.5) -> FitCase:
    """A case of a loss: `related` of them have labels whose shape comes from the output's by one change."""
    samples = random.choice((1, 2, 3, 3, 4, 5, 6))
    output = tuple(random.choice((1, 2, 3, 4)) for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3))))
    if random.random() < related:
        labels = _changed(random, output)
    else:
        labels = tuple(random.choice((1, 2, 3, 4)) for _ in range(random.randrange(4)))
    dtype = random.choice(("float32", "int64", "uint8", "bool"))
    method = random.choice(("fit", "fit", "fit", "evaluate", "train_on_batch"))
    return FitCase(
        loss,
        output,
        (samples, *labels),
        dtype,
        (0, random.choice((0, 1, 1, 2, 5)) if "parse" in str(loss) and dtype != "bool" else 1),
        random.choice((None, 1, 2, 3, 4)),
        metrics,
        method,
        eager=random.random() < 0.7,
        free=bool(output) and not metrics and random.random() < 0.2,
        rows=random.choice((None, None, 1, 2, 4)) if method == "train_on_batch" and not metrics else None,
    )


def _changed(random: Random, output: tuple[int, ...]) -> tuple[int, ...]:
    """The output's shape, or one that people have in its place."""
    return random.choice((output, output[:-1], (*output, 1), (*output[:-1], 1), (), output[:1], output[1:]))
