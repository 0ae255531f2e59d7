"""What strings, functions, classes and objects name a loss or metric, against the installed Keras."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from keras_shapes.knowledge.keras.losses import CLASSES, LossKind, loss_kind
from keras_shapes.knowledge.keras.metrics import metric_name
from keras_shapes.values.reference import Library, Object

pytestmark = pytest.mark.keras


def _names() -> list[str]:
    from keras.src.losses import ALL_OBJECTS_DICT

    return sorted(ALL_OBJECTS_DICT.keys() - {"Loss", "LossFunctionWrapper"})


def test_every_string_names_the_loss_that_keras_gets() -> None:
    import keras

    for name in _names():
        real = keras.losses.get(name)
        function = getattr(real, "fn", real).__name__
        kind = loss_kind(name)
        assert kind is not None, name
        assert kind.name == function, name


def test_what_keras_does_not_know_is_no_loss() -> None:
    import keras

    for name in ("kullback_leibler_divergence", "logcosh", "mean_squred_error", "Mse"):
        with pytest.raises(ValueError, match="interpret"):
            keras.losses.get(name)
        assert loss_kind(name) is None


@pytest.mark.parametrize("cls", CLASSES)
def test_arguments_are_the_constructors(cls: str) -> None:
    import keras

    real = [name for name in inspect.signature(getattr(keras.losses, cls)).parameters if name != "self"]
    assert real == CLASSES[cls][1].split()


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (Library("keras.losses.mse"), LossKind("mean_squared_error")),
        (Library("keras.losses.KLDivergence"), LossKind("kl_divergence")),
        (Object("keras.losses.BinaryCrossentropy", {"0": True}), LossKind("binary_crossentropy", True, axis=-1)),
        (
            Object("keras.losses.SparseCategoricalCrossentropy", {"from_logits": True, "ignore_class": 0}),
            LossKind("sparse_categorical_crossentropy", True, 0, -1),
        ),
        (
            {"class_name": "Huber", "config": {"delta": 2.0}},
            LossKind("huber"),
        ),
        (Object("__main__.Mine", {}), None),
        (None, None),
    ],
)
def test_functions_classes_and_objects(value: Any, kind: LossKind | None) -> None:
    assert loss_kind(value) == kind


def test_every_metric_by_string_has_the_name_of_its_class() -> None:
    from keras.src.metrics import ALL_OBJECTS_DICT

    for name, cls in ALL_OBJECTS_DICT.items():
        assert metric_name(name) == ("accuracy" if cls.__name__ == "Accuracy" else metric_name(cls.__name__)), name
        assert metric_name(Object(f"keras.metrics.{cls.__name__}")) == metric_name(
            Library(f"keras.metrics.{cls.__name__}")
        )
