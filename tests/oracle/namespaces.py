"""The public names of a module or class, and why some have no rule: what `test_names` walks."""

from __future__ import annotations

import inspect
from typing import Any

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.names import canonical

from .functions import resolve
from .reasons import REASONS


def public_names(namespace: str) -> list[str]:
    """What a module offers (`__all__` where it has one) or a class defines; not its sub-modules and exceptions."""
    owner = resolve(namespace)
    names = getattr(owner, "__all__", None) or [n for n in dir(owner) if not n.startswith("_")]
    return sorted({n for n in names if not n.startswith("_") and not _is_apart(getattr(owner, n, None))})


def _is_apart(value: Any) -> bool:
    return inspect.ismodule(value) or (inspect.isclass(value) and issubclass(value, BaseException))


def reasons(namespace: str) -> dict[str, str]:
    """Why a name has no rule, by name."""
    return {name: reason for reason, names in REASONS.get(namespace, {}).items() for name in names.split()}


# What a class inherits is registered under the class that has it.
_BASES = {"keras.Model": ("keras.layers.Layer",), "keras.Sequential": ("keras.Model", "keras.layers.Layer")}


def has_rule(namespace: str, name: str) -> bool:
    """A rule for the name itself, for what it inherits, or for calling the objects that it makes."""
    owners = (namespace, *_BASES.get(namespace, ()))
    names = [canonical(f"{owner}.{name}") for owner in owners]
    return any(registry.rule(n) is not None for n in (*names, f"{names[0]}.__call__"))


def uncovered(namespace: str) -> list[str]:
    """Public names with neither a rule nor a written reason."""
    written = reasons(namespace)
    return [n for n in public_names(namespace) if n not in written and not has_rule(namespace, n)]


def outdated(namespace: str) -> list[str]:
    """Reasons for names that have a rule by now, or that the library no longer has."""
    public = set(public_names(namespace))
    return [n for n in reasons(namespace) if n not in public or has_rule(namespace, n)]
