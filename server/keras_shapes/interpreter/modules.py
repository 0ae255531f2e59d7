"""Imports: names of libraries, canonical whichever way they are written, and of the project's own modules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..knowledge import registry
from ..knowledge.names import canonical
from ..source.project import ImportName
from ..values.reference import Library
from ..values.unknown import Unknown
from .budget import MAX_IMPORT_DEPTH
from .imports import Imported, Module, ModuleId
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
        full = name if alias else bound
        own = _own_module(it, full, frame)
        it.bind(bound, Library(canonical(full)) if own is None else Module(own), frame)
    return _next()


def execute_import_from(it: Interpreter, node: Any, frame: Frame) -> Flow:
    module = ("." * (node.level or 0)) + (node.modname or "")
    own = _own_module(it, module, frame)
    for name, alias in node.names:
        if name == "*":
            stars = it.lookup(_STARS, frame)
            earlier = stars if isinstance(stars, tuple) else ()
            it.bind(_STARS, (canonical(module) if own is None else own, *earlier), frame)
        elif own is not None:
            it.bind(alias or name, Imported(own, name), frame)
        elif (value := _constant(it, canonical(f"{module}.{name}"))) is not MISSING:
            it.bind(alias or name, value, frame)
        else:
            it.bind(alias or name, Library(canonical(f"{module}.{name}")), frame)
    return _next()


def _own_module(it: Interpreter, name: str, frame: Frame) -> ModuleId | None:
    """The project's module that an import in this frame means; None where it means a library."""
    if it.store.imports is None or (name[:1] != "." and registry.known(canonical(name).partition(".")[0])):
        return None
    top = frame.module.uid
    folder = top.folder if isinstance(top, ModuleId) else os.path.dirname(it.path)
    found = it.store.get(ImportName(folder, name)) if folder else None
    return found if isinstance(found, ModuleId) else None


def fetched(it: Interpreter, value: Imported) -> Any:
    """What a name that was imported from a module of the project stands for."""
    return module_attribute(it, value.uid, value.name)


def module_attribute(it: Interpreter, uid: ModuleId, name: str, depth: int = 0) -> Any:
    """A name of a module of the project: what it binds, what it imports with a star, or a module inside it."""
    value = it.store.get((uid, name))
    if value == Imported(uid, name):
        # `from . import config` in the package itself: the module inside it.
        value = MISSING
    if isinstance(value, Imported) and depth < MAX_IMPORT_DEPTH:
        return module_attribute(it, value.uid, value.name, depth + 1)
    if value is not MISSING:
        return value
    stars = it.store.get((uid, _STARS))
    value = _starred(it, stars if isinstance(stars, tuple) else (), name, depth)
    if value is MISSING and uid.package:
        inner = it.store.get(ImportName(uid.folder, f".{name}"))
        value = Module(inner) if isinstance(inner, ModuleId) else MISSING
    return it.unknown(f"{os.path.basename(uid.path)} has no {name} that is known") if value is MISSING else value


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
    return _starred(it, stars if isinstance(stars, tuple) else (), name)


def _starred(it: Interpreter, stars: tuple[Any, ...], name: str, depth: int = 0) -> Any:
    for module in stars:
        if isinstance(module, ModuleId):
            if name.startswith("_") or depth >= MAX_IMPORT_DEPTH:
                continue
            value = module_attribute(it, module, name, depth + 1)
            if not isinstance(value, Unknown):
                return value
            continue
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


def builtin(name: str, frame: Frame) -> Any:
    if name in _BUILTINS or name.endswith(("Error", "Exception", "Warning")):
        return Library(f"builtins.{name}")
    if name == "__file__":
        # Where the program itself stands: what it names from there is looked for there first.
        return "./program.py"
    if name == "__name__":
        return "__main__" if frame.module.uid is None else "imported"
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
    if frame.module.uid is not None or (isinstance(it.lookup(_STARS, frame), tuple) and name not in _ALIASES):
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
