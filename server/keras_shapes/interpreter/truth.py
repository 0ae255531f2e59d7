"""Whether a value is true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.reference import Items, Library, Object, Ref
from ..values.unknown import Unknown

if TYPE_CHECKING:
    from .interpreter import Interpreter


def truth(value: Any, it: Interpreter | None = None) -> bool | None:
    """None where it cannot be said; of lists and dicts only the interpreter can tell."""
    if value is None or isinstance(value, (bool, int, float, complex, str, bytes, tuple, range)):
        return bool(value)
    if isinstance(value, Array):
        if value.shape == () and value.content and not isinstance(value.content[0], Unknown):
            return truth(value.content[0])
        return None
    if isinstance(value, Ref):
        items = it.cell(value) if it is not None and value.kind in ("list", "dict", "set") else None
        if isinstance(items, Items) and items.values is not None:
            return bool(items.values)
        return True if value.kind in ("layer", "model") else None
    if isinstance(value, (Library, Object)):
        return True
    return None
