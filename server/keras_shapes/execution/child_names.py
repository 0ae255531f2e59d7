"""Names that a program forgot to import.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

_USUAL_NAMES = {"np": "numpy", "tf": "tensorflow", "keras": "keras", "layers": "keras.layers", "K": "keras.backend"}
_HOMES = ("layers", "models", "utils", "optimizers", "losses", "metrics", "callbacks", "datasets", "applications")


def supply(name: str, namespace: dict[str, Any], note: Callable[[str], None]) -> bool:
    """Bind a name that the program forgot to import to what everyone means by it; False when nobody knows."""
    if not name:
        return False
    if name in _USUAL_NAMES:
        namespace[name] = sys.modules.get(_USUAL_NAMES[name])
        return namespace[name] is not None
    keras = sys.modules.get("keras") or getattr(sys.modules.get("tensorflow"), "keras", None)
    for home in _HOMES:
        value = getattr(getattr(keras, home, None), name, None)
        if value is not None:
            namespace[name] = value
            note(f"{name} is not imported; taken for keras.{home}.{name}")
            return True
    return False
