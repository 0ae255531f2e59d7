"""What lists the files of a folder: nobody knows which there are, but their names are texts, as many as there are."""

from __future__ import annotations

from typing import Any

from ...values.dim import symbol
from ...values.reference import Items
from ...values.scalar import text
from . import Call, handles


def _names(call: Call, counted: bool) -> Any:
    count = symbol("n", call.it.fresh()) if counted else None
    return call.it.allocate("list", Items(None, text("the name of a file"), count))


@handles("os.listdir", "glob.glob", "glob.iglob", "tensorflow.io.gfile.glob", "tensorflow.io.gfile.listdir")
def listed(call: Call) -> Any:
    return _names(call, counted=True)


@handles("os.walk", "tensorflow.io.gfile.walk")
def walked(call: Call) -> Any:
    parts = (text("a folder"), _names(call, counted=False), _names(call, counted=False))
    return call.it.allocate("list", Items(None, parts))
