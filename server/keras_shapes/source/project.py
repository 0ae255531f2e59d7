"""The files that programs import: found as Python would find them, each parsed once for as long as it stays."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .data_files import DataFile, DataName, find_data
from .document import Document
from .reading import Unreadable, read

# What begins a project where nobody has said: an import is looked for no higher.
_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", ".git")
# A longer file is data in Python's clothes.
_MOST_BYTES = 1_000_000
# While someone types, the disk is looked at this often, in seconds.
_TRUSTED = 1.0


@dataclass(frozen=True, slots=True)
class ImportName:
    """A module as an import names it, dots first where it is relative, and the folder of the file that says so."""

    folder: str
    name: str


@dataclass(slots=True)
class _File:
    stamp: tuple[int, int]
    document: Document | None


@dataclass(eq=False)
class Project:
    """Modules by name and documents by path, for the programs below `roots`.

    opened: the newest document of a path that is open in the editor, which goes before the disk.
    versions: those of Keras and TensorFlow in the interpreter that a setting names, or that was chosen without one.
    modules: what is worked out from a module is kept here by its path, for those who evaluate it.
    """

    roots: Sequence[Path] = ()
    opened: Callable[[str], Document | None] = lambda path: None
    versions: Callable[[str], Mapping[str, str]] = lambda interpreter: {}
    modules: dict[str, Any] = field(default_factory=dict)
    _files: dict[str, _File] = field(default_factory=dict)
    _seen: dict[str, Document | None] = field(default_factory=dict)
    _found: dict[ImportName, str | None] = field(default_factory=dict)
    _data: dict[DataName, DataFile | None] = field(default_factory=dict)
    _installed: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _until: float = 0.0

    def touch(self) -> None:
        """Files may have changed: what is on the disk is looked at again."""
        self._until = 0.0
        self._installed.clear()

    def refresh(self) -> None:
        """Called before each analysis: after a while the disk is looked at again."""
        now = time.monotonic()
        if now >= self._until:
            self._until = now + _TRUSTED
            self._seen.clear()
            self._found.clear()
            self._data.clear()

    def installed(self, interpreter: str) -> Mapping[str, str]:
        """The versions by distribution; looked at once, and again when files may have changed."""
        if interpreter not in self._installed:
            self._installed[interpreter] = self.versions(interpreter)
        return self._installed[interpreter]

    def locate(self, name: ImportName) -> str | None:
        """The file of a module, or the folder of a package without one; None where the project has none."""
        if name not in self._found:
            self._found[name] = self._locate(name)
        return self._found[name]

    def _locate(self, name: ImportName) -> str | None:
        dotted = name.name.lstrip(".")
        level = len(name.name) - len(dotted)
        parts = dotted.split(".") if dotted else []
        if level:
            folder = name.folder
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return _module(folder, parts)
        if not parts or parts[0] in sys.stdlib_module_names:
            return None
        return next((found for base in self._bases(name.folder) if (found := _module(base, parts))), None)

    def data(self, name: DataName) -> DataFile | None:
        """The data file that a program means; None where the project has none, or several."""
        if name not in self._data:
            self._data[name] = find_data(name, self._upwards(name.folder))
        return self._data[name]

    def _bases(self, folder: str) -> list[str]:
        """Where Python may look: the file's own folder, and those above it up to the project's."""
        folders = self._upwards(folder)
        return [*folders, os.path.join(folders[-1], "src")]

    def _upwards(self, folder: str) -> list[str]:
        top = self._top(folder)
        folders = [folder]
        while folders[-1] != top and os.path.dirname(folders[-1]) != folders[-1]:
            folders.append(os.path.dirname(folders[-1]))
        return folders

    def _top(self, folder: str) -> str:
        for root in map(str, self.roots):
            if folder == root or folder.startswith(root.rstrip(os.sep) + os.sep):
                return root
        at = folder
        while os.path.dirname(at) != at:
            if any(os.path.exists(os.path.join(at, mark)) for mark in _MARKS):
                return at
            at = os.path.dirname(at)
        return folder

    def document(self, path: str) -> Document | None:
        """A module's document as it stands; None of what is no file, or cannot be read."""
        opened = self.opened(path)
        if opened is not None:
            return opened
        if path not in self._seen:
            self._seen[path] = self._read(path)
        return self._seen[path]

    def _read(self, path: str) -> Document | None:
        try:
            status = os.stat(path)
        except OSError:
            return None
        stamp = (status.st_mtime_ns, status.st_size)
        file = self._files.get(path)
        if file is None or file.stamp != stamp:
            last = file.document if file is not None else None
            file = self._files[path] = _File(stamp, _parsed(path, status.st_size, last))
        return file.document


def _parsed(path: str, size: int, last: Document | None) -> Document | None:
    if size > _MOST_BYTES or not path.endswith(".py"):
        return None
    try:
        text = read(Path(path)).text
    except Unreadable:
        return None
    return Document.of_text(path, text) if last is None else last.with_text(text)


def _module(folder: str, parts: Sequence[str]) -> str | None:
    """The file or folder of a dotted name below a folder."""
    path = os.path.join(folder, *parts)
    for file in (f"{path}.py", os.path.join(path, "__init__.py")) if parts else (os.path.join(path, "__init__.py"),):
        if os.path.isfile(file):
            return file
    # A folder is a package though it says nothing; but not any folder is meant, such as that of the data.
    return path if os.path.isdir(path) and _holds_python(path) else None


def _holds_python(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.name.endswith(".py") for entry in entries)
    except OSError:
        return False
