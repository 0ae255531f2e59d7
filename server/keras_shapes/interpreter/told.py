"""Shapes that are told: in a comment beside a binding, in annotations of jaxtyping and `typing.Annotated`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from ..values.array import Array
from ..values.reference import Library
from ..values.told import Told, told_by_axes, told_by_comment
from ..values.unknown import Unknown

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

_COMMENT = re.compile(r"\s*#\s*shapes?\s*:\s*(.*)")
_DTYPES = {"Bool": "bool", "Key": "uint32"} | {
    f"{name}{bits}": f"{name.lower()}{bits}"
    for name, widths in {"Float": (16, 32, 64), "Int": (8, 16, 32, 64), "UInt": (8, 16, 32, 64)}.items()
    for bits in widths
}
_TENSORS = ("Array", "Tensor", "KerasTensor")
# Of each function, whether anything is told of its parameters or its result: most tell nothing.
_ANNOTATED: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()


def beside(it: Interpreter, node: Any, value: Any, frame: Frame) -> Any:
    """The value of an assignment with what the comment at its end tells."""
    place = it.place(node, frame)
    line = place.block.lines[place.end_line] if place.end_line < len(place.block.lines) else ""
    if "shape" not in line:
        return value
    comment = _COMMENT.match(line.encode()[place.end_column :].decode(errors="replace"))
    told = told_by_comment(comment[1], frame.module.uid) if comment else ()
    if len(told) == 1:
        return _joined(value, told[0], "numpy")
    parts = it.plain(value) if not isinstance(value, tuple) else value
    if isinstance(parts, tuple) and len(parts) == len(told):
        return tuple(_joined(part, each, "numpy") for part, each in zip(parts, told))
    return tuple(each.array() for each in told) if told and isinstance(value, Unknown) else value


def annotated(it: Interpreter, annotation: Any, value: Any, frame: Frame) -> Any:
    """A value with what its annotation tells."""
    if type(annotation).__name__ != "Subscript" or not isinstance(value, (Unknown, Array)):
        return value
    name = it.evaluate(annotation.value, frame)
    slices = getattr(annotation.slice, "elts", None)
    if not isinstance(name, Library) or not slices or len(slices) < 2:
        return value
    library, _, kind = name.name.rpartition(".")
    array = it.evaluate(slices[0], frame)
    of = "tensor" if isinstance(array, Library) and array.name.endswith(_TENSORS) else "numpy"
    scope = frame.uid if frame.uid is not None else frame.module.uid
    told: Told | None = None
    if library == "jaxtyping":
        words = it.evaluate(slices[1], frame)
        told = told_by_axes(words, scope, _DTYPES.get(kind, "")) if isinstance(words, str) else None
    elif library in ("typing", "typing_extensions") and kind == "Annotated":
        told = _metadata(it.place(slices[1], frame).text, it.evaluate(slices[1], frame), scope)
    return value if told is None else _joined(value, told, of)


def _metadata(written: str, value: Any, scope: Any) -> Told | None:
    """`Annotated[…, (n, 28)]`, `Annotated[…, "(n, 28) uint8"]`, `Annotated[…, "n 28"]`."""
    if isinstance(value, str):
        told = told_by_comment(value, scope)
        return told[0] if len(told) == 1 else None if "(" in value else told_by_axes(value, scope)
    told = told_by_comment(written, scope) if written.startswith("(") else ()
    return told[0] if len(told) == 1 else None


def _joined(value: Any, told: Told, kind: str) -> Any:
    if isinstance(value, Unknown):
        return told.array(kind)
    return told.of(value) if isinstance(value, Array) else value


def tells(function: Any) -> bool:
    """Whether a function's annotations may tell of shapes."""
    known = _ANNOTATED.get(function)
    if known is None:
        spec = function.args
        given = [*_annotations(spec).values(), getattr(function, "returns", None)]
        known = _ANNOTATED[function] = any(type(a).__name__ == "Subscript" for a in given)
    return known


def _annotations(spec: Any) -> dict[str, Any]:
    """By parameter name."""
    named = {
        **dict(zip((a.name for a in spec.posonlyargs), spec.posonlyargs_annotations)),
        **dict(zip((a.name for a in spec.args or ()), spec.annotations)),
        **dict(zip((a.name for a in spec.kwonlyargs), spec.kwonlyargs_annotations)),
    }
    return {name: annotation for name, annotation in named.items() if annotation is not None}


def parameters(it: Interpreter, function: Any, bound: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """The arguments of a call with what their annotations tell; a name is one size in all of them."""
    for name, annotation in _annotations(function.args).items():
        if name in bound:
            bound[name] = annotated(it, annotation, bound[name], frame)
    return bound
