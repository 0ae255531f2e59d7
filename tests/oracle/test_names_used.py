"""Every library name that three or more of 283 real Keras programs use has a rule, or a written reason why not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.names import canonical

USED = Path(__file__).with_name("names_used.tsv")


def _rows() -> list[tuple[str, str]]:
    """Each name, and the reason why it has no rule."""
    lines = [line for line in USED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(name, reason) for name, _, reason in (line.split("\t") for line in lines[1:])]


@cache
def _known() -> frozenset[str]:
    """The names with a rule: functions, classes whose objects are called, and methods by their last name."""
    names = registry.rules()
    return frozenset(
        (*names, *(n.removesuffix(".__call__") for n in names), *(f".{n.rpartition('.')[2]}" for n in names))
    )


def _has_rule(name: str) -> bool:
    return (name if name.startswith(".") else canonical(name)) in _known()


def test_there_are_names() -> None:
    assert len(_rows()) > 500


@pytest.mark.parametrize("name", [name for name, reason in _rows() if not reason])
def test_has_a_rule(name: str) -> None:
    assert _has_rule(name), f"neither a rule nor a reason in {USED.name}"


@pytest.mark.parametrize("name", [name for name, reason in _rows() if reason])
def test_reason_is_not_outdated(name: str) -> None:
    assert not _has_rule(name)
