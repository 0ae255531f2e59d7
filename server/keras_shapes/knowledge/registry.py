"""The rules by canonical name. Folders are discovered: a file in here with a decorated function is all it takes."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from .binding import Rule

_RULES: dict[str, Rule] = {}
_HERE = os.path.dirname(__file__)

Function = Callable[..., Any]
_F = TypeVar("_F", bound=Function)


def function(*names: str) -> Callable[[_F], _F]:
    """The decorated function says what `names` do: `@function("numpy.zeros")`.

    A method or attribute is named by its class: "numpy.ndarray.reshape"; its first parameter is the object.
    Its parameters are the real ones: same names, order and defaults; those that do not matter may be `**_`.
    """

    def register(f: _F) -> _F:
        for name in names:
            _RULES[name] = Rule(name, f)
        return f

    return register


def attribute(*names: str) -> Callable[[_F], _F]:
    """As `function`, for what is read without a call: `@attribute("numpy.ndarray.T")`."""

    def register(f: _F) -> _F:
        for name in names:
            _RULES[name] = Rule(name, f, attribute=True)
        return f

    return register


def layer(f: Function | None = None, /, *, fixes: Any = None, inputs: int = 1, compared: str = "always") -> Any:
    """The decorated function says what calling a layer of `keras.layers.<its name>` gives.

    Its first parameter (the first `inputs`) is what the call takes, named as in the layer's `call`; the others are
    the constructor's: same names, order and defaults.
    fixes: the axes (from the end, negative; 0 for the rank) whose sizes the first call fixes in the weights; or a
    function of the call's and the constructor's arguments that gives them.
    compared: "always"; "data", where only real data are compared with those sizes, symbolic tensors pass;
    "broadcast", where besides a size of 1 fits any. A keyword-only `run: Run` gives access to inner layers.
    """

    def register(f: Function) -> Rule:
        rule = Rule(f"keras.layers.{f.__name__}", f, layer=True, fixes=fixes, inputs=inputs, compared=compared)
        _RULES[rule.name] = rule
        return rule

    return register(f) if f is not None else register


def rule(name: str) -> Rule | None:
    """The rule of a canonical name, its folder loaded first where it was not."""
    _load(name.partition(".")[0])
    return _RULES.get(name)


@cache
def known(library: str) -> bool:
    """Whether there are rules for a library; `keras`, not `keras.layers`."""
    _load(library)
    return any(name.startswith(f"{library}.") for name in _RULES)


def rules() -> dict[str, Rule]:
    """Every rule, all folders loaded."""
    for entry in sorted(os.listdir(_HERE)):
        if os.path.isdir(os.path.join(_HERE, entry)) or entry.endswith(".py"):
            _load(entry.removesuffix(".py"))
    return dict(_RULES)


@cache
def _load(library: str) -> None:
    """Imports the rules of one library: knowledge/<library>.py, or every file below knowledge/<library>/."""
    if not library.isidentifier():
        return
    package = f"{__package__}.{library}"
    root = os.path.join(_HERE, library)
    if os.path.isdir(root):
        for folder, _, files in sorted(os.walk(root)):
            within = os.path.relpath(folder, root).replace(os.sep, ".")
            parent = package if within == "." else f"{package}.{within}"
            for file in sorted(files):
                if file.endswith(".py") and file != "__init__.py":
                    importlib.import_module(f"{parent}.{file[:-3]}")
    elif os.path.isfile(root + ".py"):
        importlib.import_module(package)
