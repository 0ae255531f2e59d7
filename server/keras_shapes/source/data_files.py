"""Data files that programs name by a literal path: found inside the workspace alone, and known by when they changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

DATA_ENDINGS = ("npy", "npz", "csv", "tsv", "h5", "hdf5")
"""Endings of files whose changes an editor tells of; folders of pictures are looked at with the next edit."""
# Of a folder with more entries, not even the names are looked at.
_MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class DataName:
    """A file or folder as a program names it, and the folder of the file that says so."""

    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file or folder on the disk as it is now; another stamp, another content."""

    path: str
    stamp: tuple[int, ...]


def find_data(name: DataName, folders: Sequence[str]) -> DataFile | None:
    """The one file that is meant, whichever of `folders` the program is run in: its own, and those above it.

    None where there is none, where there are several, and where it lies outside the last of `folders`, links followed.
    """
    if "\0" in name.name or "://" in name.name or len(name.name) > 1000 or not name.name or not folders:
        return None
    try:
        top = os.path.realpath(folders[-1])
        found = {os.path.realpath(os.path.join(folder, name.name)) for folder in folders}
        there = [path for path in found if _inside(path, top) and os.path.exists(path)]
        return DataFile(there[0], _stamp(there[0])) if len(there) == 1 else None
    except (OSError, ValueError):
        return None


def _inside(path: str, top: str) -> bool:
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def _stamp(path: str) -> tuple[int, ...]:
    """When it was changed last, and its size; of a folder, those of the folders in it too."""
    status = os.stat(path)
    if not os.path.isdir(path):
        return (status.st_mtime_ns, status.st_size)
    latest, entries = status.st_mtime_ns, 0
    with os.scandir(path) as listing:
        for entry in listing:
            entries += 1
            if entries > _MOST_ENTRIES:
                raise OSError("too many entries")
            if entry.is_dir(follow_symlinks=False):
                latest = max(latest, entry.stat().st_mtime_ns)
    return (latest, entries)
