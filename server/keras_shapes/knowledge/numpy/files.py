"""numpy's own files: numpy/lib/_npyio_impl.py. What a file on the disk says of itself, else arrays of unknown shape."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.reference import Object
from ...values.unknown import Unknown
from ..files.header import ArrayHeader
from ..files.npy import read_npy, read_npz
from ..paths import path_text
from ..registry import attribute, function
from ..run import Run

_ARCHIVE = "numpy.lib.npyio.NpzFile"


def as_told(header: ArrayHeader) -> Array:
    """The array that a header tells of."""
    return Array(header.shape, header.dtype)


@function("numpy.load")
def load(file: Any, mmap_mode: Any = None, allow_pickle: Any = False, *_: Any, run: Run, **__: Any) -> Any:
    """One array of an .npy; an .npz as what is asked for its arrays by name."""
    name = path_text(file)
    if name is not None and name.endswith(".npz"):
        return Object(_ARCHIVE, {"arrays": run.of_file(file, read_npz)})
    if name is None or not name.endswith(".npy"):
        return Unknown("what a file holds")
    header = run.of_file(file, read_npy)
    # Objects are loaded where that is allowed; then a single one may be anything.
    if header is None or (header.dtype == "object" and (allow_pickle is not True or header.shape == ())):
        return Array(None) if header is None else Unknown("objects of a file")
    return as_told(header)


@function(_ARCHIVE + ".__getitem__", _ARCHIVE + ".get")
def member(self: Any, key: Any, default: Any = None) -> Any:
    arrays = self.arguments["arrays"]
    if arrays is None or not isinstance(key, str):
        return Array(None)
    header = arrays.get(key)
    return Unknown("an array that is not in the file") if header is None else as_told(header)


@attribute(_ARCHIVE + ".files")
def names(self: Any) -> Any:
    arrays = self.arguments["arrays"]
    return Unknown("the names of a file's arrays") if arrays is None else list(arrays)


@function(_ARCHIVE + ".keys")
def keys(self: Any) -> Any:
    return names(self)


@function(_ARCHIVE + ".__enter__")
def entered(self: Any) -> Any:
    return self


@function(_ARCHIVE + ".close")
def close(self: Any) -> None:
    """Closes the file; what was read of it stays."""


@function("numpy.save", "numpy.savez", "numpy.savez_compressed")
def save(file: Any, *_: Any, run: Run, **__: Any) -> None:
    """From here on the file is another than the one on the disk; the ending may be left out."""
    name = path_text(file)
    run.wrote(file if name is None or name.endswith((".npy", ".npz")) else f"{name}.npy")


@function("numpy.savetxt")
def save_text(fname: Any, *_: Any, run: Run, **__: Any) -> None:
    """As `save`, a text."""
    run.wrote(fname)
