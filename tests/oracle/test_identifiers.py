"""The names that Keras' `get` functions know, compared with ours; what is told raises, what is not may run."""

from __future__ import annotations

from typing import Any

import pytest

from keras_shapes.knowledge.keras import identifiers
from keras_shapes.knowledge.keras.losses import loss_kind
from keras_shapes.knowledge.keras.metrics import metric_name

keras = pytest.importorskip("keras")
pytestmark = pytest.mark.keras


@pytest.mark.parametrize("module", ["activations", "initializers", "regularizers", "constraints", "optimizers"])
def test_all_of_keras_names(module: str) -> None:
    real: dict[str, Any] = getattr(keras.src, module).ALL_OBJECTS_DICT
    assert set(real) <= set(getattr(identifiers, module.upper()))


def test_losses_and_metrics() -> None:
    """By their own names and those of their classes."""
    losses = set(keras.src.losses.ALL_OBJECTS_DICT) - {"Loss", "LossFunctionWrapper"}
    assert {name for name in losses if loss_kind(name) is None} == set()
    metrics = set(keras.src.metrics.ALL_OBJECTS_DICT)
    assert {name for name in metrics if metric_name(name) not in identifiers.METRICS} == set()


@pytest.mark.parametrize(
    ("module", "name"),
    [("activations", n) for n in ("rleu", "ReLU", "LeakyReLU", "Sigmoid")]
    + [("initializers", n) for n in ("Glorot_Uniform", "he_norml")]
    + [("losses", n) for n in ("accuracy", "rmse", "mean_square_error", "logcosh")]
    + [("metrics", n) for n in ("acuracy", "Precison")]
    + [("optimizers", n) for n in ("adm", "rmsprp")],
)
def test_names_that_keras_has_not(module: str, name: str) -> None:
    with pytest.raises(ValueError, match="Could not interpret"):
        getattr(keras, module).get(name)
