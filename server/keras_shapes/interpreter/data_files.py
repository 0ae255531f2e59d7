"""What files say of themselves, asked by rules: where the program has not changed them, each once as it stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from ..knowledge.files.header import BROKEN
from ..knowledge.paths import path_text
from ..source.data_files import DataFile, DataName
from ..values.reference import Ref
from .budget import MAX_LENGTH
from .imports import ModuleId
from .joining import MISSING

if TYPE_CHECKING:
    from .interpreter import Interpreter

_T = TypeVar("_T")


def told(it: Interpreter, path: Any, read: Callable[..., _T], arguments: tuple[Any, ...]) -> _T | None:
    """See Run.of_file. That the file was asked for is journalled: when it changes, its readers are evaluated again."""
    name = path_text(path)
    if name is None or it.store.get(_mark(name)) is not MISSING:
        return None
    if not os.path.isabs(name) and it.store.get(Ref("setting", "folder")) is not MISSING:
        # The program went to another folder.
        return None
    folder = it.top.uid.folder if isinstance(it.top.uid, ModuleId) else os.path.dirname(it.path)
    file = it.store.get(DataName(folder, name)) if folder else None
    return _read(file, read, arguments) if isinstance(file, DataFile) else None


def wrote(it: Interpreter, path: Any) -> None:
    """See Run.wrote."""
    name = path_text(path)
    # Most texts that are given to anything are no paths.
    if name is not None and ("." in name or "/" in name) and len(name) <= MAX_LENGTH:
        it.store.set(_mark(name), True)


def _mark(name: str) -> Ref:
    # numpy.save adds the ending where it is left out, and the folder may be written in several ways.
    return Ref("written", os.path.splitext(os.path.basename(name))[0])


@lru_cache(maxsize=64)
def _read(file: DataFile, read: Callable[..., _T], arguments: tuple[Any, ...]) -> _T | None:
    """One entry for each state of a file: what has changed is another DataFile."""
    try:
        return read(file.path, *arguments)
    except BROKEN:
        return None
