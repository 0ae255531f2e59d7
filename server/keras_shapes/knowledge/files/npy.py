"""numpy's own files: the header of an .npy, those of the members of an .npz. Source: numpy/lib/_format_impl.py."""

from __future__ import annotations

import ast
import math
import os
import re
import zipfile
from typing import BinaryIO

from .header import ArrayHeader, BadHeader, exactly

_MAGIC = b"\x93NUMPY"
# numpy itself refuses longer ones unless it is told to trust them.
_MOST_HEADER = 10_000
_MOST_MEMBERS = 200
_KINDS = {"f": "float", "i": "int", "u": "uint", "c": "complex"}
_TYPE = re.compile(r"[<>=|]?([a-zA-Z?])(\d*)")


def read_npy(path: str) -> ArrayHeader:
    """Raises OSError, and BadHeader for what is no array or is cut short."""
    with open(path, "rb") as stream:
        header, itemsize = _header(stream)
        left = os.fstat(stream.fileno()).st_size - stream.tell()
    if itemsize is not None and left < itemsize * math.prod(header.shape):
        raise BadHeader("the array is cut short")
    return header


def read_npz(path: str) -> dict[str, ArrayHeader]:
    """The arrays of an archive by name. Raises OSError, BadHeader and zipfile.BadZipFile."""
    found: dict[str, ArrayHeader] = {}
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if len(names) > _MOST_MEMBERS:
            raise BadHeader("too many arrays")
        for name in names:
            if not name.endswith(".npy"):
                raise BadHeader("a member that is no array")
            with archive.open(name) as stream:
                found[name.removesuffix(".npy")] = _header(stream)[0]  # type: ignore[arg-type]
    return found


def _header(stream: BinaryIO) -> tuple[ArrayHeader, int | None]:
    """The header, and how many bytes an element takes where that is told."""
    start = exactly(stream, 8)
    if start[:6] != _MAGIC or start[6] not in (1, 2, 3):
        raise BadHeader("not numpy's")
    size = int.from_bytes(exactly(stream, 2 if start[6] == 1 else 4), "little")
    if size > _MOST_HEADER:
        raise BadHeader("the header is too long")
    text = exactly(stream, size).decode("utf-8" if start[6] == 3 else "latin-1")
    try:
        fields = ast.literal_eval(text.strip())
        shape, descr = fields["shape"], fields["descr"]
    except (SyntaxError, ValueError, TypeError, KeyError, RecursionError, MemoryError):
        raise BadHeader("the header cannot be read") from None
    if not isinstance(shape, tuple) or not all(type(n) is int and n >= 0 for n in shape):
        raise BadHeader("a shape that is none")
    dtype, itemsize = _element(descr)
    return ArrayHeader(shape, dtype), itemsize


def _element(descr: object) -> tuple[str, int | None]:
    """numpy's name of an element type, and its size in bytes."""
    match = _TYPE.fullmatch(descr) if isinstance(descr, str) else None
    if match is None:
        return "", None
    kind, size = match[1], int(match[2]) if match[2] and len(match[2]) < 9 else 0
    if kind in _KINDS:
        return f"{_KINDS[kind]}{8 * size}", size
    if kind in ("b", "?"):
        return "bool", 1
    if kind == "U":
        return "str", 4 * size
    # Objects are pickled: how long they are, only the data tell.
    return ("bytes", size) if kind == "S" else ("object", None) if kind == "O" else ("", None)
