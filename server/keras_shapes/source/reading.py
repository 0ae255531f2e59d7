"""Files: bytes → text as Python itself would read them, and back."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from pathlib import Path

_COOKIE = re.compile(rb"coding[:=]\s*([-\w.]+)")
_WIDE = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


class Unreadable(Exception):
    """A file that cannot be read as a program; says why, in words for the user."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text without byte order mark, and the encoding that gives its bytes back."""

    text: str
    encoding: str = "utf-8"

    def encode(self, text: str) -> bytes:
        """Bytes of another text for the same file. Raises Unreadable where its encoding lacks a letter."""
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError as problem:
            raise Unreadable(f"{problem.object[problem.start]!r} cannot be written in {self.encoding}") from None


def read(path: Path) -> Text:
    """The text of a file. Raises Unreadable."""
    try:
        return decode(path.read_bytes(), notebook=path.suffix == ".ipynb")
    except FileNotFoundError:
        raise Unreadable("no such file") from None
    except IsADirectoryError:
        raise Unreadable("a folder, not a file") from None
    except PermissionError:
        raise Unreadable("no permission to read it") from None
    except (OSError, ValueError) as problem:
        raise Unreadable(getattr(problem, "strerror", None) or str(problem)) from None


def decode(content: bytes, *, notebook: bool = False) -> Text:
    """The text of a file's bytes. Raises Unreadable."""
    for mark, name in _WIDE.items():
        if content.startswith(mark):
            raise Unreadable(f"in {name}, which Python does not read: save it as UTF-8")
    encoding = "utf-8" if notebook else _declared(content)
    if content.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    if b"\0" in content:
        raise Unreadable("a binary file")
    try:
        return Text(content.decode(encoding), encoding)
    except LookupError:
        raise Unreadable(f"declares an encoding that is none for text: {encoding}") from None
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        byte = f"byte 0x{content[problem.start]:02x} in line {line}"
        declared = "and it declares no other encoding" if encoding == "utf-8" else "as it declares"
        raise Unreadable(f"not in {encoding.upper()} ({byte}), {declared}") from None


def _declared(content: bytes) -> str:
    """PEP 263's encoding."""
    if not _COOKIE.search(b"\n".join(content[:4096].split(b"\n", 2)[:2])):
        return "utf-8"
    import tokenize

    try:
        return tokenize.detect_encoding(io.BytesIO(content).readline)[0]
    except SyntaxError as problem:
        raise Unreadable(str(problem.msg)) from None
