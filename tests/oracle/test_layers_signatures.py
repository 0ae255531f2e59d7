"""Every layer rule's parameters are its real constructor's: same names, order and defaults."""

from __future__ import annotations

import inspect

import pytest

from keras_shapes.knowledge import registry

pytestmark = pytest.mark.keras

_LAYERS = sorted(name for name, rule in registry.rules().items() if rule.layer and name.startswith("keras.layers."))


@pytest.mark.parametrize("name", _LAYERS)
def test_parameters_are_the_constructors(name: str) -> None:
    import keras

    rule = registry.rule(name)
    assert rule is not None
    real = list(inspect.signature(getattr(keras.layers, rule.name.rpartition(".")[2])).parameters.values())
    named = [p for p in real if p.kind is p.POSITIONAL_OR_KEYWORD]
    ours = list(rule.positional[rule.inputs :])
    assert ours == [p.name for p in named][: len(ours)]
    for p in named[: len(ours)]:
        assert rule.defaults.get(p.name, p.empty) == p.default, p.name
    # What our rule leaves to **_ must be optional, or a call without it would pass unseen.
    assert all(p.default is not p.empty for p in named[len(ours) :])
    assert rule.catch_all
