"""What all readers share: the array that a header tells of, and bytes of a file that may be cut short."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class ArrayHeader:
    """An array on the disk. dtype: numpy's name, "str", "bytes", "object"; "" where it is another."""

    shape: tuple[int, ...]
    dtype: str


class BadHeader(ValueError):
    """The file is not of its kind, is cut short, or is laid out in a way that is not followed."""


BROKEN = (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a file of others may raise: whatever it is, nothing is known of the file."""


def exactly(stream: BinaryIO, count: int) -> bytes:
    """So many bytes. Raises BadHeader where there are fewer."""
    found = stream.read(count)
    if len(found) != count:
        raise BadHeader("the file ends too early")
    return found
