"""What iterating over a value gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..knowledge.builtins import TEXT_FILE
from ..values.array import Array
from ..values.dataset import Dataset
from ..values.dim import symbol
from ..values.reference import Items, Many, Object, Ref
from ..values.scalar import Scalar, text
from ..values.unknown import Unknown
from .budget import MAX_UNROLLED
from .fields import members
from .joining import one_of
from .objects import UserClass

if TYPE_CHECKING:
    from .interpreter import Interpreter


def elements(it: Interpreter, value: Any) -> tuple[Sequence[Any] | None, Any]:
    """The elements where their number is known (and small), and what an element is in any case."""
    if isinstance(value, (tuple, range)):
        return (list(value[: MAX_UNROLLED + 1]), _any_of(it, value)) if len(value) else ([], Unknown("no element"))
    if isinstance(value, str):
        return (list(value), "") if len(value) <= MAX_UNROLLED else (None, Unknown("a character"))
    if isinstance(value, Ref):
        items = it.cell(value)
        if isinstance(items, Items):
            if items.values is None:
                return None, another(it, items.element)
            return list(items.values), one_of(tuple(items.values), "an element of a list", it.fresh())
    if isinstance(value, Array):
        return _rows(it, value)
    if isinstance(value, Dataset):
        return None, it.wrapped(value.element)
    if isinstance(value, UserClass) and (known := members(value)):
        return list(known.values()), it.unknown("a member")
    if isinstance(value, Many):
        return None, another(it, it.wrapped(value.element))
    if isinstance(value, Object) and value.cls == "builtins.range":
        return None, _number(it)
    if isinstance(value, Object) and value.cls == TEXT_FILE:
        return None, another(it, text("a line of a file"))
    return None, it.unknown("an element of something unknown")


def another(it: Interpreter, element: Any) -> Any:
    """One more element of a list: a number or text that is not known is not the one before."""
    if isinstance(element, Scalar):
        return replace(element, key=it.fresh(), name="")
    return tuple(another(it, part) for part in element) if type(element) is tuple else element


def _any_of(it: Interpreter, values: Sequence[Any]) -> Any:
    return _number(it) if isinstance(values, range) else it.unknown("an element of a sequence")


def _number(it: Interpreter) -> Any:
    """A loop's counter: with it `x[i : i + 20]` has 20 rows."""
    return symbol("i", it.fresh())


def length(it: Interpreter, value: Any) -> Any:
    """How many elements iterating gives (a dim); None where nobody knows."""
    if isinstance(value, (tuple, range, str)):
        return len(value)
    if isinstance(value, Array) and value.shape:
        return value.shape[0]
    items = it.cell(value) if isinstance(value, Ref) else None
    if isinstance(items, Items):
        return items.length if items.values is None else len(items.values)
    return None


def _rows(it: Interpreter, array: Array) -> tuple[Sequence[Any] | None, Any]:
    """An array is iterated along its first axis."""
    if not array.shape:
        return None, it.unknown("an element of an array")
    row = array.reshaped(array.shape[1:])
    if array.content is not None:
        return list(array.content), row
    size = array.shape[0]
    if isinstance(size, int) and size <= MAX_UNROLLED:
        return [row] * size, row
    return None, row


def unpacked(it: Interpreter, value: Any, count: int) -> Sequence[Any] | None:
    """The elements of a value that is unpacked into `count` names."""
    values, element = elements(it, value)
    if values is not None:
        return values
    if isinstance(element, Scalar):
        return [another(it, element) for _ in range(count)]
    if isinstance(value, Unknown):
        return [it.unknown(value.reason) for _ in range(count)]
    if isinstance(element, Unknown):
        return [it.unknown("unpacked") for _ in range(count)]
    return [element] * count
