"""`value.name`, whatever the value is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..knowledge import binding, registry
from ..knowledge.names import canonical
from ..values.array import Array
from ..values.dataset import Dataset
from ..values.layer import Layer, Model
from ..values.mismatch import Mismatch
from ..values.reference import Library, Object, OneOf, Ref
from ..values.scalar import TEXT, Scalar
from ..values.unknown import Unknown
from . import alternatives
from .fields import members
from .imports import Module
from .joining import MISSING
from .lineage import class_attribute, lineage
from .modules import module_attribute
from .objects import (
    PATCHED,
    BoundMethod,
    EnumMember,
    Function,
    Instance,
    LibraryMethod,
    Record,
    Super,
    UserClass,
)
from .running import Running

if TYPE_CHECKING:
    from .interpreter import Interpreter

_ARRAY_CLASSES = {
    "numpy": ("numpy.ndarray",),
    "tensor": ("tensorflow.Tensor", "numpy.ndarray"),
    "pandas": ("pandas.DataFrame", "numpy.ndarray"),
    "symbolic": ("keras.KerasTensor", "tensorflow.Tensor", "numpy.ndarray"),
}
_MODEL_BASES = ("keras.Model", "keras.layers.Layer")


def get_attribute(it: Interpreter, value: Any, name: str) -> Any:
    if isinstance(value, Library):
        return library_attribute(it, value, name)
    if isinstance(value, Ref) and value.kind == "instance":
        return _instance_attribute(it, value, name)
    if isinstance(value, Module):
        return module_attribute(it, value.uid, name)
    if isinstance(value, UserClass):
        return _class_attribute(it, value, name)
    if isinstance(value, (Record, EnumMember)):
        found = _member_attribute(value, name)
        return it.unknown(f"the attribute {name}") if found is MISSING else found
    if isinstance(value, Super):
        return _super_attribute(it, value, name)
    if isinstance(value, Scalar) and value.dtype == TEXT and registry.rule(f"builtins.str.{name}") is not None:
        return LibraryMethod(value, (f"builtins.str.{name}",))
    if isinstance(value, OneOf):
        return alternatives.attribute(it, value, name)
    if isinstance(value, Unknown):
        return Unknown(value.reason, None if value.key is None else (value.key, name))
    classes = classes_of(it, value)
    if not classes:
        return it.unknown(f"the attribute {name}")
    return _library_object_attribute(it, value, tuple(f"{c}.{name}" for c in classes))


def _class_attribute(it: Interpreter, cls: UserClass, name: str) -> Any:
    member = members(cls).get(name)
    if member is not None:
        return member
    found = patched(it, cls, name)
    found = class_attribute(cls, name) if found is MISSING else found
    if isinstance(found, Function) and found.decoration == "classmethod":
        return BoundMethod(cls, found)
    return it.unknown(f"{cls.name}.{name}") if found is None else found


def patched(it: Interpreter, cls: UserClass, name: str) -> Any:
    """What the program has set on a class or one of its bases from outside its body; MISSING for nothing."""
    if it.store.get(PATCHED) is MISSING:
        return MISSING
    value = it.store.get((cls.uid, name))
    for base in cls.bases:
        if value is MISSING and isinstance(base, UserClass):
            value = patched(it, base, name)
    return value


def _member_attribute(value: Record | EnumMember, name: str) -> Any:
    """A field of a named tuple, or of a member of an enumeration; MISSING where it has none."""
    if isinstance(value, EnumMember):
        return {"name": value.name, "value": value.value}.get(name, MISSING)
    record = value.record
    if name in record.fields:
        return value[record.fields.index(name)]
    if name == "_fields":
        return record.fields
    found = class_attribute(record.cls, name) if record.cls is not None else None
    return BoundMethod(value, found) if isinstance(found, Function) else MISSING


def _library_object_attribute(it: Interpreter, value: Any, names: tuple[str, ...]) -> Any:
    for qualified in names:
        rule = registry.rule(qualified)
        if rule is not None and rule.attribute:
            try:
                return it.wrapped(binding.call(rule, (it.plain(value),), {}, Running(it)))
            except Mismatch:
                return it.unknown(f"{qualified}")
        if rule is not None:
            return LibraryMethod(value, names)
    name = names[0].rpartition(".")[2]
    if isinstance(value, Array) and value.rank == 2 and any(c.name == name for c in value.columns or ()):
        # `table.label` is the column of that name.
        return binding.call(registry.rule("pandas.DataFrame.__getitem__"), (value, name), {})  # type: ignore[arg-type]
    return LibraryMethod(value, names)


def classes_of(it: Interpreter, value: Any) -> tuple[str, ...]:
    """Under which names a value's methods may be registered, most special first."""
    if isinstance(value, Array):
        return _ARRAY_CLASSES.get(value.kind, ("numpy.ndarray",))
    if isinstance(value, Object):
        return (value.cls,)
    if isinstance(value, Dataset):
        return ("tensorflow.data.Dataset",)
    if isinstance(value, Ref) and value.kind == "parser":
        return ("argparse.ArgumentParser",)
    if isinstance(value, Ref):
        if value.kind in ("list", "dict", "set"):
            return (f"builtins.{value.kind}",)
        cell = it.cell(value)
        if isinstance(cell, Model):
            return (f"keras.{cell.kind}", *_MODEL_BASES)
        if isinstance(cell, Layer):
            return (cell.cls, "keras.layers.Layer")
    if isinstance(value, (str, tuple, int, float, range, bytes)):
        return (f"builtins.{type(value).__name__}",)
    return ()


def library_attribute(it: Interpreter, value: Library, name: str) -> Any:
    full = canonical(f"{value.name}.{name}")
    rule = registry.rule(full)
    if rule is not None and rule.attribute:
        return binding.call(rule, (), {}, Running(it))
    return Library(full)


def _instance_attribute(it: Interpreter, ref: Ref, name: str) -> Any:
    cell = it.cell(ref)
    if not isinstance(cell, Instance):
        return it.unknown(f"the attribute {name}")
    if name in cell.attributes:
        return cell.attributes[name]
    found = patched(it, cell.cls, name)
    found = class_attribute(cell.cls, name) if found is MISSING else found
    if isinstance(found, Function):
        if found.decoration == "staticmethod":
            return found
        if found.decoration == "classmethod":
            return BoundMethod(cell.cls, found)
        method = BoundMethod(ref, found)
        if found.decoration == "property":
            from .functions import call_function

            return call_function(it, found, [ref], {}, None)
        return method
    if found is not None:
        return found
    # What a table's or an array's own methods do is told of arrays only.
    known = [base for base in lineage(cell.cls) if base.startswith("keras.")]
    if any(registry.rule(f"{b}.{name}") for b in known):
        return LibraryMethod(ref, tuple(f"{b}.{name}" for b in known))
    return Unknown(f"the attribute {name}", (ref, name))


def _super_attribute(it: Interpreter, value: Super, name: str) -> Any:
    for base in value.cls.bases:
        if isinstance(base, UserClass):
            found = class_attribute(base, name)
            if isinstance(found, Function):
                return BoundMethod(value.receiver, found)
    # A library's own __init__, build, call, … change nothing that we follow.
    return LibraryMethod(value.receiver, (f"super.{name}",))
