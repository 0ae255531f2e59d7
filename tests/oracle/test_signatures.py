"""The table of the model methods' parameters, against the installed Keras."""

from __future__ import annotations

import inspect

import pytest

from keras_shapes.knowledge.binding import NotBound
from keras_shapes.knowledge.keras.models.signatures import REQUIRED, SIGNATURES, bind

pytestmark = pytest.mark.keras


@pytest.mark.parametrize("method", SIGNATURES)
def test_parameters_are_the_installed_ones(method: str) -> None:
    import keras

    real = inspect.signature(getattr(keras.Model, method)).parameters.values()
    wanted = {
        p.name: REQUIRED if p.default is p.empty else p.default
        for p in real
        if p.name != "self" and p.kind is not p.VAR_KEYWORD
    }
    assert list(SIGNATURES[method].items()) == list(wanted.items())


def test_binding_fills_in_defaults_and_drops_what_keras_2_had() -> None:
    bound = bind("fit", ["x", "y"], {"epochs": 3, "workers": 4})
    assert (bound["x"], bound["y"], bound["epochs"], bound["validation_split"]) == ("x", "y", 3, 0.0)
    assert "workers" not in bound


@pytest.mark.parametrize(
    ("arguments", "keywords"), [([], {}), (["x"], {"x": 1}), (["x"], {"colour": 1}), ("x" * 9, {})]
)
def test_what_python_refuses_is_not_bound(arguments: list[str], keywords: dict[str, int]) -> None:
    with pytest.raises(NotBound):
        bind("predict", arguments, keywords)
