"""Losses and metrics that a program calls itself, as functions and as objects, against real Keras."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry
from keras_shapes.knowledge.keras.losses import CLASSES
from keras_shapes.knowledge.keras.metric_values import COLLECTING
from keras_shapes.values.reference import Object

from .arrays import filled, one_of
from .functions import FunctionCase, abstract, resolve, shown
from .harness import Case, Table, check

pytestmark = pytest.mark.keras


def _pair(draw: Random, name: str) -> tuple[Any, Any]:
    """Labels and predictions: related mostly, class numbers for what wants them."""
    output = tuple(draw.choice((1, 2, 3, 4)) for _ in range(draw.choice((1, 2, 2, 2, 3, 4))))
    sparse = "parse" in name or "eneralized" in name
    related = (output[:-1], (*output[:-1], 1), output) if sparse else (output, output, output[:-1], (*output, 1))
    labels = (
        draw.choice(related)
        if draw.random() < 0.8
        else tuple(draw.choice((1, 2, 3)) for _ in range(draw.choice((1, 2, 3))))
    )
    if name.endswith(("ctc", "CTC")):
        output, labels = draw.choice(((2, 5, 4), (2, 5, 4), (2, 5))), draw.choice(((2, 3), (2, 3), (2,), (2, 3, 1)))
    if name.lower().endswith("circle"):
        output, labels = (3, 4), draw.choice(((3,), (3,), (3, 4)))
    kind = draw.choice(("int64", "int32", "uint8", "float32"))
    high = draw.choice((1, 2, 3)) if sparse else 2
    y = np.random.default_rng(draw.getrandbits(32)).integers(0, high, labels).astype(kind)
    return y, filled(draw, output, draw.choice((*["float32"] * 12, "float64", "float64", "float16", "int32")))


def _tensor(draw: Random, value: Any) -> Any:
    import tensorflow as tf

    return tf.constant(value) if draw.random() < 0.6 else value


def _function(name: str, draw: Random, **keywords: Callable[[Random], Any]) -> Case:
    y, output = _pair(draw, name)
    given = {k: d(draw) for k, d in keywords.items() if draw.random() < 0.5}
    return FunctionCase(name, (_tensor(draw, y), _tensor(draw, output)), given)


@dataclass(frozen=True)
class CalledCase:
    """An object that is constructed and called: a loss, or a metric."""

    cls: str
    arguments: dict[str, Any]
    given: tuple[Any, ...]
    method: str = "__call__"
    options: dict[str, Any] = field(default_factory=dict)

    def real(self) -> Any:
        return getattr(resolve(self.cls)(**self.arguments), self.method)(*self.given, **self.options)

    def __str__(self) -> str:
        given = ", ".join(map(shown, self.given))
        return f"{self.cls}({self.arguments}).{self.method}({given}, **{self.options})"

    def ours(self) -> Any:
        made = Object(self.cls, {k: abstract(v) for k, v in self.arguments.items()})
        rule = registry.rule(f"{self.cls}.{self.method}")
        assert rule is not None, f"there is no rule {self.cls}.{self.method}"
        return binding.call(rule, [made, *map(abstract, self.given)], {k: abstract(v) for k, v in self.options.items()})


def _called(cls: str, draw: Random, **keywords: Callable[[Random], Any]) -> Case:
    given = _pair(draw, cls)
    arguments = {k: d(draw) for k, d in keywords.items() if draw.random() < 0.4}
    options = {"sample_weight": np.float32(0.5)} if draw.random() < 0.15 else {}
    return CalledCase(f"keras.losses.{cls}", arguments, tuple(_tensor(draw, g) for g in given), options=options)


def _metric(cls: str, draw: Random) -> Case:
    given = _pair(draw, cls)
    arguments = dict(_CONSTRUCTED.get(cls, {}))
    for key, choices in _METRIC_OPTIONS.get(cls, {}).items():
        if draw.random() < 0.5:
            arguments[key] = draw.choice(choices)
    if cls in ("Mean", "Sum"):
        given = given[1:]
    return CalledCase(f"keras.metrics.{cls}", arguments, tuple(_tensor(draw, g) for g in given))


_METRICS = ("binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "top_k_categorical_accuracy",
            "sparse_top_k_categorical_accuracy", "pearson_correlation", "concordance_correlation")  # fmt: skip
_CLASSES_OF = {"num_classes": 4}
_CONSTRUCTED: dict[str, dict[str, Any]] = {
    "MeanIoU": _CLASSES_OF,
    "OneHotMeanIoU": _CLASSES_OF,
    "IoU": {**_CLASSES_OF, "target_class_ids": [0, 1]},
    "OneHotIoU": {**_CLASSES_OF, "target_class_ids": [0, 1]},
    **{f"{a}At{b}": {b.lower(): 0.5} for a, b in (("Precision", "Recall"), ("Recall", "Precision"))},
    **{f"{a}At{b}": {b.lower(): 0.5} for a, b in (("Sensitivity", "Specificity"), ("Specificity", "Sensitivity"))},
}
_THRESHOLDS = {"thresholds": (0.5, [0.3], [0.2, 0.5, 0.7])}
_METRIC_OPTIONS: dict[str, dict[str, tuple[Any, ...]]] = {
    **dict.fromkeys(("Precision", "Recall", "TruePositives", "FalseNegatives"), _THRESHOLDS),
    "F1Score": {"average": ("macro", "micro", None)},
    "R2Score": {"class_aggregation": ("uniform_average", None)},
    "TopKCategoricalAccuracy": {"k": (1, 3)},
}
_AXIS = {"axis": one_of(-1, 0, 1)}
_LOGITS = {"from_logits": one_of(True, False), "label_smoothing": one_of(0.0, 0.1)}
_OPTIONS: dict[str, dict[str, Callable[[Random], Any]]] = {
    "cosine_similarity": _AXIS,
    "binary_crossentropy": {**_LOGITS, **_AXIS},
    "binary_focal_crossentropy": {**_LOGITS, **_AXIS},
    "categorical_crossentropy": {**_LOGITS, **_AXIS},
    "categorical_focal_crossentropy": {**_LOGITS, **_AXIS},
    "sparse_categorical_crossentropy": {"from_logits": one_of(True, False), "ignore_class": one_of(0, -1)},
    "huber": {"delta": one_of(0.5)},
    "dice": {"axis": one_of(None, -1, (0, 1))},
    "tversky": {"axis": one_of(None, -1, (0, 1))},
    "categorical_generalized_cross_entropy": {"q": one_of(0.5)},
}
_NEEDED = {"categorical_generalized_cross_entropy": 0.5}
_REDUCTION = {"reduction": one_of("sum", None, "none", "mean", "sum_over_batch_size")}


def _table() -> Table:
    functions = sorted({name for name, _ in CLASSES.values()} - set(_NEEDED))
    return {
        **{f"keras.metrics.{n}": partial(_function, f"keras.metrics.{n}") for n in _METRICS},
        **{f"keras.metrics.{cls}.__call__": partial(_metric, cls) for cls in COLLECTING},
        **{f"keras.losses.{n}": partial(_function, f"keras.losses.{n}", **_OPTIONS.get(n, {})) for n in functions},
        **{
            f"keras.losses.{cls}.__call__": partial(_called, cls, **{**_OPTIONS.get(name, {}), **_REDUCTION})
            for cls, (name, _) in CLASSES.items()
        },
    }


TABLE: Table = _table()


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
