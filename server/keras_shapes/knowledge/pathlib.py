"""pathlib: paths that are put together of texts."""

from __future__ import annotations

import posixpath
from typing import Any

from ..values.dim import ANY
from ..values.reference import Many, Object
from ..values.scalar import text
from ..values.unknown import Unknown
from .paths import PATH, joined_text, path_of, path_text
from .registry import attribute, function
from .run import Run

_UNKNOWN = Object(PATH)
"""A path of which nobody knows where it leads."""


@function("pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath")
def path(*parts: Any) -> Any:
    return _joined(parts)


@function(PATH + ".__truediv__", PATH + ".joinpath")
def below(self: Any, *parts: Any) -> Any:
    return _joined((self, *parts))


def _joined(parts: tuple[Any, ...]) -> Any:
    known = joined_text(parts)
    return _UNKNOWN if known is None else path_of(known)


@function(PATH + ".resolve", PATH + ".absolute", PATH + ".expanduser")
def same(self: Any, *_: Any, **__: Any) -> Any:
    """The same file, by another name; a home folder is none of a workspace."""
    return _UNKNOWN if (path_text(self) or "").startswith("~") else self


@attribute(PATH + ".parent")
def parent(self: Any) -> Any:
    known = path_text(self)
    return _UNKNOWN if known is None else path_of(posixpath.dirname(known) or ".")


@attribute(PATH + ".name")
def name(self: Any) -> Any:
    known = path_text(self)
    return text("a name") if known is None else posixpath.basename(known)


@attribute(PATH + ".stem")
def stem(self: Any) -> Any:
    known = path_text(self)
    return text("a name") if known is None else posixpath.splitext(posixpath.basename(known))[0]


@attribute(PATH + ".suffix")
def suffix(self: Any) -> Any:
    known = path_text(self)
    return text("an ending") if known is None else posixpath.splitext(known)[1]


@function(PATH + ".as_posix", PATH + ".__str__", PATH + ".__fspath__")
def as_posix(self: Any) -> Any:
    known = path_text(self)
    return text("a path") if known is None else known


@function(PATH + ".glob", PATH + ".rglob", PATH + ".iterdir")
def found(self: Any, *_: Any, **__: Any) -> Any:
    return Many("files", element=_UNKNOWN, length=ANY)


@function(PATH + ".read_text")
def read_text(self: Any, *_: Any, **__: Any) -> Any:
    return text("what is in a file")


@function(PATH + ".exists", PATH + ".is_file", PATH + ".is_dir", PATH + ".stat", PATH + ".mkdir",
          PATH + ".read_bytes")  # fmt: skip
def asked(self: Any, *_: Any, **__: Any) -> Any:
    return Unknown("what is on the disk")


@function(PATH + ".write_text", PATH + ".write_bytes", PATH + ".unlink", PATH + ".rename", PATH + ".touch")
def written(self: Any, *_: Any, run: Run, **__: Any) -> Any:
    run.wrote(self)
    return Unknown("what writing gives")


@function(PATH + ".open")
def open_(self: Any, mode: Any = "r", *_: Any, run: Run, **__: Any) -> Any:
    if not (isinstance(mode, str) and set(mode) <= set("rbt")):
        run.wrote(self)
    return Unknown("an open file")
