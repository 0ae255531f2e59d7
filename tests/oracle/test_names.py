"""Every public name of these modules and classes has a rule, or a written reason why it has none."""

from __future__ import annotations

import pytest

from .namespaces import outdated, public_names, uncovered

pytestmark = pytest.mark.keras

NAMESPACES = (
    "keras.Model",
    "keras.Sequential",
    "keras.activations",
    "keras.backend",
    "keras.initializers",
    "keras.layers",
    "keras.losses",
    "keras.metrics",
    "keras.models",
    "keras.ops",
    "keras.ops.image",
    "keras.ops.linalg",
    "keras.ops.nn",
    "keras.ops.numpy",
    "keras.preprocessing",
    "keras.random",
    "keras.regularizers",
    "keras.utils",
    "numpy",
    "numpy.fft",
    "numpy.linalg",
    "numpy.ndarray",
    "numpy.random",
    "numpy.random.Generator",
    "numpy.random.RandomState",
)


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_public_name_is_known_or_excused(namespace: str) -> None:
    assert public_names(namespace)
    assert not uncovered(namespace), f"neither a rule nor a reason in reasons.py: {' '.join(uncovered(namespace))}"


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_no_reason_is_outdated(namespace: str) -> None:
    assert not outdated(namespace)
