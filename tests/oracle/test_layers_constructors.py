"""The keywords of layers' constructors: every real one is taken, and those that Keras 3 no longer has are refused."""

from __future__ import annotations

import inspect

import pytest

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.keras.calling import construct
from keras_shapes.values.mismatch import Mismatch
from keras_shapes.values.unknown import Unknown

pytestmark = pytest.mark.keras

_LAYERS = sorted(name for name, rule in registry.rules().items() if rule.layer and name.startswith("keras.layers."))
_COMMON = {"name": "a", "trainable": False, "dtype": "float32", "input_shape": (3,), "input_dim": 3}
_ELSEWHERE = {"batch_input_shape": (None, 3), "batch_shape": (None, 3), "batch_size": 2, "weights": [],
              "nb_filter": 3, "border_mode": "same", "time_major": True, "input_length": 3}  # fmt: skip


def _refused(name: str, keyword: str, value: object) -> bool:
    rule = registry.rule(name)
    assert rule is not None
    required = {p: Unknown("given") for p in rule.parameters[rule.inputs :] if p not in rule.defaults}
    bound = rule.bind((), {**required, keyword: value}, rule.inputs)
    try:
        construct(rule, bound)
    except Mismatch:
        return True
    return False


@pytest.mark.parametrize("name", _LAYERS)
def test_every_real_keyword_is_taken(name: str) -> None:
    import keras

    rule = registry.rule(name)
    assert rule is not None
    parameters = inspect.signature(getattr(keras.layers, name.rpartition(".")[2])).parameters.values()
    for p in parameters:
        if p.kind is p.POSITIONAL_OR_KEYWORD and p.name not in rule.parameters:
            assert not _refused(name, p.name, p.default), p.name


def test_a_name_that_is_unknown_is_not_refused() -> None:
    """It may belong to a newer Keras, or to a base class: `RandomBrightness(data_format=…)`."""
    assert not _refused("keras.layers.Dense", "of_tomorrow", 3)
    assert not _refused("keras.layers.RandomBrightness", "data_format", "channels_last")


@pytest.mark.parametrize("keyword", [*_COMMON, *_ELSEWHERE])
@pytest.mark.parametrize(
    ("cls", "arguments"),
    [
        ("Dense", {"units": 3}),
        ("Conv2D", {"filters": 3, "kernel_size": 3}),
        ("LSTM", {"units": 3}),
        ("Embedding", {"input_dim": 3, "output_dim": 3}),
        ("Flatten", {}),
        ("BatchNormalization", {}),
    ],
)
def test_what_keras_no_longer_has_we_refuse(cls: str, arguments: dict[str, object], keyword: str) -> None:
    import keras

    value = (_COMMON | _ELSEWHERE)[keyword]
    if keyword in arguments or (cls, keyword) == ("Embedding", "weights"):
        pytest.skip("given already, or another matter there")
    try:
        getattr(keras.layers, cls)(**arguments, **{keyword: value})
        refused = False
    except (TypeError, ValueError):
        refused = True
    assert _refused(f"keras.layers.{cls}", keyword, value) is refused
