"""What lists the files of a folder: nobody knows which there are, but their names are texts, as many as there are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...knowledge.files.folders import read_entries
from ...values.dim import symbol
from ...values.reference import Items
from ...values.scalar import text
from ..data_files import told
from . import Call, handles


def _names(call: Call, counted: bool) -> Any:
    count = symbol("n", call.it.fresh()) if counted else None
    return call.it.allocate("list", Items(None, text("the name of a file"), count))


@handles("glob.glob", "glob.iglob", "tensorflow.io.gfile.glob", "tensorflow.io.gfile.listdir")
def found(call: Call) -> Any:
    return _names(call, counted=True)


@handles("os.listdir")
def listed(call: Call) -> Any:
    """Of a folder with a folder a class it is known how many entries there are."""
    count = told(call.it, call.argument(0, "path", "."), read_entries, ())
    names = _names(call, counted=True)
    if count is not None:
        call.it.store.set(names, replace(call.it.cell(names), length=count))
    return names


@handles("os.walk", "tensorflow.io.gfile.walk")
def walked(call: Call) -> Any:
    parts = (text("a folder"), _names(call, counted=False), _names(call, counted=False))
    return call.it.allocate("list", Items(None, parts))
