"""Whether a value is true."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.reference import Library, Object, Ref
from ..values.unknown import Unknown


def truth(value: Any) -> bool | None:
    """None where it cannot be said."""
    if value is None or isinstance(value, (bool, int, float, complex, str, bytes, tuple, range)):
        return bool(value)
    if isinstance(value, Array):
        if value.shape == () and value.content and not isinstance(value.content[0], Unknown):
            return truth(value.content[0])
        return None
    if isinstance(value, Ref):
        return True if value.kind in ("layer", "model") else None
    if isinstance(value, (Library, Object)):
        return True
    return None
