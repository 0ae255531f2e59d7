"""pathlib: paths that are put together of texts."""

from __future__ import annotations

import posixpath
from typing import Any

from ..values.unknown import Unknown
from .paths import PATH, joined_text, path_of
from .registry import attribute, function
from .run import Run


@function("pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath")
def path(*parts: Any) -> Any:
    return _joined(parts)


@function(PATH + ".__truediv__", PATH + ".joinpath")
def below(self: Any, *parts: Any) -> Any:
    return _joined((self, *parts))


def _joined(parts: tuple[Any, ...]) -> Any:
    text = joined_text(parts)
    return Unknown("a path") if text is None else path_of(text)


@function(PATH + ".resolve", PATH + ".absolute", PATH + ".expanduser")
def same(self: Any, *_: Any, **__: Any) -> Any:
    """The same file, by another name; a home folder is none of a workspace."""
    return Unknown("a path") if self.arguments["text"].startswith("~") else self


@attribute(PATH + ".parent")
def parent(self: Any) -> Any:
    return path_of(posixpath.dirname(self.arguments["text"]) or ".")


@attribute(PATH + ".name")
def name(self: Any) -> Any:
    return posixpath.basename(self.arguments["text"])


@attribute(PATH + ".suffix")
def suffix(self: Any) -> Any:
    return posixpath.splitext(self.arguments["text"])[1]


@function(PATH + ".as_posix", PATH + ".__str__", PATH + ".__fspath__")
def as_posix(self: Any) -> Any:
    return self.arguments["text"]


@function(PATH + ".exists", PATH + ".is_file", PATH + ".is_dir", PATH + ".stat", PATH + ".glob", PATH + ".iterdir",
          PATH + ".rglob", PATH + ".mkdir", PATH + ".read_text", PATH + ".read_bytes")  # fmt: skip
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
