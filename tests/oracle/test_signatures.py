"""The parameters of our rules for the models' methods, against the installed Keras."""

from __future__ import annotations

import inspect

import pytest

from keras_shapes.knowledge import registry

pytestmark = pytest.mark.keras

METHODS = ("compile", "fit", "evaluate", "predict", "train_on_batch", "test_on_batch")


@pytest.mark.parametrize("method", METHODS)
def test_parameters_are_the_installed_ones(method: str) -> None:
    import keras

    real = inspect.signature(getattr(keras.Model, method)).parameters.values()
    wanted = [(p.name, p.default) for p in real if p.kind is not p.VAR_KEYWORD]
    rule = registry.rule(f"keras.Model.{method}")
    assert rule is not None
    assert [(name, rule.defaults.get(name, inspect.Parameter.empty)) for name in rule.positional] == wanted


@pytest.mark.parametrize("extra", ["workers", "use_multiprocessing", "max_queue_size"])
@pytest.mark.parametrize("method", ["fit", "evaluate", "predict"])
def test_what_keras_2_had_besides_is_let_pass(method: str, extra: str) -> None:
    rule = registry.rule(f"keras.Model.{method}")
    assert rule is not None
    assert rule.bind(["model", "x"], {extra: 4})[extra] == 4
