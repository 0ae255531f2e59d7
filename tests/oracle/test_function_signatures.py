"""The parameters of our rules for functions, against the installed libraries: what a program names must be found."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any

import pytest

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.binding import Rule

from .functions import resolve

pytestmark = pytest.mark.keras

LIBRARIES = (
    "numpy", "keras.activations", "keras.backend", "keras.datasets", "keras.losses", "keras.metrics", "keras.ops",
    "keras.preprocessing", "keras.random", "keras.utils", "tensorflow", "sklearn",
)  # fmt: skip
# Positional-only in all but name, or of older versions' names.
_EXEMPT = frozenset(("numpy.arange", "numpy.ndarray.clip", "tensorflow.Tensor.__array__", "tensorflow.image.adjust_contrast", "tensorflow.linspace", "tensorflow.saturate_cast"))  # fmt: skip


def _resolved(name: str) -> Any:
    """The real thing; what Keras 3 keeps for old programs is in tf.keras alone."""
    try:
        return resolve(name)
    except (ImportError, AttributeError):
        return resolve(f"tensorflow.{name}")


@cache
def _real(name: str) -> tuple[str, ...] | None:
    """The real parameters that may be given by position; None where Python cannot tell, or the name is gone."""
    try:
        found = inspect.signature(_resolved(name)).parameters.values()
    except (ImportError, AttributeError, ValueError, TypeError):
        return None
    names = [p.name for p in found if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    return tuple(names)


def _ours(rule: Rule) -> tuple[str, ...]:
    return tuple(rule.positional)


def _of(library: str) -> list[Rule]:
    rules = registry.rules().values()
    chosen = [r for r in rules if r.name.startswith(library + ".") and not r.attribute and r.name not in _EXEMPT]
    return [r for r in chosen if not _is_apart(r.name)]


def _is_apart(name: str) -> bool:
    """numpy.float32 and its like take one value, by position only; data sets have their own tests."""
    import numpy as np

    scalar = isinstance(getattr(np, name.rpartition(".")[2], None), type)
    return name.startswith("tensorflow.data.") or (name.startswith("numpy.") and scalar)


@pytest.mark.parametrize("library", LIBRARIES)
def test_positional_parameters_are_the_real_ones(library: str) -> None:
    wrong = []
    for rule in _of(library):
        real = _real(rule.name)
        ours = _ours(rule)
        if ours and ours[0] == "self" and (not real or real[0] != "self"):
            ours = ours[1:]
        elif real and real[0] == "self":
            ours, real = ours[1:], real[1:]  # a function that is also a method
        if real is not None and any(mine != theirs for mine, theirs in zip(ours, real)):
            wrong.append(f"{rule.name}: ours {ours}, real {real}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_real_parameter_is_taken(library: str) -> None:
    missing = []
    for rule in _of(library):
        lost = [n for n in _real(rule.name) or () if n not in rule.parameters and n not in ("self", "/")]
        if lost and not rule.catch_all and rule.rest is None:
            missing.append(f"{rule.name}: {lost}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("library", ["keras.ops", "keras.random"])
def test_the_whole_signature_is_the_real_one(library: str) -> None:
    """Names, order and defaults, those given by keyword alone included."""
    wrong = []
    for rule in _of(library):
        try:
            real = inspect.signature(resolve(rule.name)).parameters.values()
        except (ImportError, AttributeError, ValueError, TypeError):
            continue  # an older version's name
        wanted = {p.name: p.default for p in real if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)}
        ours = {name: rule.defaults.get(name, inspect.Parameter.empty) for name in rule.parameters}
        if list(ours.items()) != list(wanted.items()):
            wrong.append(f"{rule.name}: ours {ours}, real {wanted}")
    assert not wrong, "\n".join(wrong)
