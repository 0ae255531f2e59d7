"""h5py: the arrays of an HDF5 file by their names, as its headers tell; h5py/_hl/files.py, group.py, dataset.py."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.reference import Object
from ..values.unknown import Unknown
from .files.hdf5 import read_hdf5
from .numpy.files import as_told
from .registry import function
from .run import Run

_GROUP = "h5py.Group"


@function("h5py.File")
def file(name: Any, mode: Any = "r", *_: Any, run: Run, **__: Any) -> Any:
    """Opened for reading alone, it is as it is on the disk."""
    if mode != "r":
        run.wrote(name)
        return Unknown("a file that is written")
    return Object(_GROUP, {"arrays": run.of_file(name, read_hdf5)})


@function(_GROUP + ".__getitem__", _GROUP + ".get")
def member(self: Any, key: Any, default: Any = None) -> Any:
    """An array, or a group of them."""
    arrays = self.arguments["arrays"]
    if arrays is None or not isinstance(key, str):
        return Array(None) if isinstance(key, str) else Unknown("a part of a file")
    name = key.strip("/")
    if name in arrays:
        return as_told(arrays[name])
    inside = {path[len(name) + 1 :]: header for path, header in arrays.items() if path.startswith(f"{name}/")}
    return Object(_GROUP, {"arrays": inside}) if inside else Unknown("what is not in the file")


@function(_GROUP + ".keys")
def keys(self: Any) -> Any:
    arrays = self.arguments["arrays"]
    if arrays is None:
        return Unknown("the names of a file's arrays")
    return list(dict.fromkeys(sorted(path.partition("/")[0] for path in arrays)))


@function(_GROUP + ".__enter__")
def entered(self: Any) -> Any:
    return self


@function(_GROUP + ".close")
def close(self: Any) -> None:
    """Closes the file; what was read of it stays."""
