"""The rules by canonical name. Folders are discovered: a file in here with a decorated function is all it takes."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping, Sequence
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
    """The rule of a canonical name, its files loaded first where they were not."""
    library, _, rest = name.partition(".")
    _load(library)
    _load_apart(library, rest.partition(".")[0])
    return _RULES.get(name)


@cache
def known(library: str) -> bool:
    """Whether there are rules for a library; `keras`, not `keras.layers`."""
    _load(library)
    return any(name.startswith(f"{library}.") for name in _RULES)


def rules() -> dict[str, Rule]:
    """Every rule, all folders loaded."""
    for entry in sorted(os.listdir(_HERE)):
        library = entry.removesuffix(".py")
        if os.path.isdir(os.path.join(_HERE, entry)) or entry.endswith(".py"):
            _load(library)
        for part in _apart(library):
            _load_apart(library, part)
    return dict(_RULES)


@cache
def _load(library: str) -> None:
    """Imports the rules of one library, but for what stands apart: knowledge/<library>.py, or the files below it."""
    if not library.isidentifier():
        return
    root = os.path.join(_HERE, library)
    if os.path.isdir(root):
        later = {module for modules in _apart(library).values() for module in modules}
        for module in _modules(root):
            if module not in later and module.partition(".")[0] not in later:
                importlib.import_module(f"{__package__}.{library}.{module}")
    elif os.path.isfile(root + ".py"):
        importlib.import_module(f"{__package__}.{library}")


@cache
def _load_apart(library: str, part: str) -> None:
    """Imports what is needed only for names that begin with `<library>.<part>`."""
    for name in _apart(library).get(part, ()):
        folder = os.path.join(_HERE, library, name)
        within = [f"{name}.{module}" for module in _modules(folder)] if os.path.isdir(folder) else [name]
        for module in within:
            importlib.import_module(f"{__package__}.{library}.{module}")


@cache
def _apart(library: str) -> Mapping[str, Sequence[str]]:
    """A library's `APART`: the files and folders of its rules that only names of some parts of it need."""
    # A relative import that leads to no file begins with a dot.
    if not library.isidentifier() or not os.path.isdir(os.path.join(_HERE, library)):
        return {}
    found: Mapping[str, Sequence[str]] = getattr(importlib.import_module(f"{__package__}.{library}"), "APART", {})
    return found


def _modules(root: str) -> list[str]:
    """The dotted names of the files below a folder, as seen from it."""
    found = []
    for folder, _, files in sorted(os.walk(root)):
        within = "" if folder == root else os.path.relpath(folder, root).replace(os.sep, ".") + "."
        found += [within + file[:-3] for file in sorted(files) if file.endswith(".py") and file != "__init__.py"]
    return found
