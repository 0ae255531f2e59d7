"""Folders with one folder a class: their names, and how many pictures lie in them."""

from __future__ import annotations

import os
from dataclasses import dataclass

from .header import BadHeader

_MOST_CLASSES = 10_000
_MOST_ENTRIES = 200_000


@dataclass(frozen=True, slots=True)
class ClassFolders:
    """classes: name → the number of files of the wanted kinds in it and below, as `os.walk` finds them."""

    classes: dict[str, int]


def read_entries(path: str) -> int | None:
    """How many files and folders lie in a folder of folders; None of others, which programs fill as they go."""
    with os.scandir(path) as listing:
        folders = [entry.is_dir() for entry, _ in zip(listing, range(_MOST_CLASSES))]
    return len(folders) if any(folders) and len(folders) < _MOST_CLASSES else None


def read_folders(path: str, endings: tuple[str, ...]) -> ClassFolders:
    """Raises OSError, and BadHeader where there is more than is counted."""
    found: dict[str, int] = {}
    entries = 0
    with os.scandir(path) as listing:
        names = sorted(entry.name for entry in listing if entry.is_dir())
    if len(names) > _MOST_CLASSES:
        raise BadHeader("too many folders")
    for name in names:
        found[name] = 0
        for _, folders, files in os.walk(os.path.join(path, name)):
            entries += len(folders) + len(files)
            if entries > _MOST_ENTRIES:
                raise BadHeader("too many files")
            found[name] += sum(file.lower().endswith(endings) for file in files)
    return ClassFolders(found)
