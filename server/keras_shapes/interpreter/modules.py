"""Imports: names of libraries, canonical whichever way they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..knowledge import registry
from ..knowledge.names import canonical
from ..values.reference import Library
from .joining import MISSING

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter
    from .statements import Flow

_STARS = "*"


def execute_import(it: Interpreter, node: Any, frame: Frame) -> Flow:
    for name, alias in node.names:
        # `import a.b` binds a; `import a.b as c` binds a.b.
        bound = alias or name.partition(".")[0]
        it.bind(bound, Library(canonical(name if alias else bound)), frame)
    return _next()


def execute_import_from(it: Interpreter, node: Any, frame: Frame) -> Flow:
    module = ("." * (node.level or 0)) + (node.modname or "")
    for name, alias in node.names:
        if name == "*":
            stars = it.lookup(_STARS, frame)
            earlier = stars if isinstance(stars, tuple) else ()
            it.bind(_STARS, (canonical(module), *earlier), frame)
        elif (value := _constant(it, canonical(f"{module}.{name}"))) is not MISSING:
            it.bind(alias or name, value, frame)
        else:
            it.bind(alias or name, Library(canonical(f"{module}.{name}")), frame)
    return _next()


def _constant(it: Interpreter, name: str) -> Any:
    from .attributes import library_attribute

    module, _, last = name.rpartition(".")
    if not module:
        return MISSING
    value = library_attribute(it, Library(module), last)
    return MISSING if isinstance(value, Library) else value


def star_import(it: Interpreter, name: str, frame: Frame) -> Any:
    """What a `from … import *` brought, the last one first; MISSING where none is known to bring it."""
    stars = it.lookup(_STARS, frame)
    for module in stars if isinstance(stars, tuple) else ():
        full = canonical(f"{module}.{name}")
        if registry.rule(full) is not None or (module == "keras.layers" and name[:1].isupper()):
            return Library(full)
    return MISSING


_BUILTINS = frozenset(
    """abs all any bool bytes callable chr classmethod complex dict dir divmod enumerate eval exec filter float format
    frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max min
    next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum
    super tuple type vars zip""".split()
)


def builtin(name: str) -> Any:
    if name in _BUILTINS or name.endswith(("Error", "Exception", "Warning")):
        return Library(f"builtins.{name}")
    if name in ("__name__", "__file__"):
        return "__main__" if name == "__name__" else MISSING
    return MISSING


# What people call these, so that a snippet without its imports still tells of its shapes.
_ALIASES = {
    "np": "numpy",
    "numpy": "numpy",
    "tf": "tensorflow",
    "keras": "keras",
    "layers": "keras.layers",
    "pd": "pandas",
    "K": "keras.backend",
    "models": "keras.models",
    "plt": "matplotlib.pyplot",
}
_CLASSES = ("keras.layers.", "keras.", "keras.optimizers.", "keras.losses.")


def assumed(it: Interpreter, name: str, frame: Frame) -> Any:
    """A name that nothing binds, as the import that is most likely missing; noted, so that fixes can add it."""
    if isinstance(it.lookup(_STARS, frame), tuple) and name not in _ALIASES:
        return MISSING
    full = _ALIASES.get(name)
    if full is None and name[:1].isupper():
        full = next((c for p in _CLASSES if registry.rule(c := canonical(p + name)) is not None), None)
    if full is None:
        return MISSING
    if not it.silent:
        it.assumed[name] = full
    return Library(full)


def _next() -> Flow:
    from .statements import NEXT

    return NEXT
