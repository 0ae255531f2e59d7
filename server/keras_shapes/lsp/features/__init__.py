"""One file a method of the protocol; each has `register(server)` and is found by its being here."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..language_server import Server


def register_all(server: Server) -> None:
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}").register(server)
