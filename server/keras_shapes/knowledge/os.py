"""os and os.path: paths put together of texts; what is on the disk is not asked."""

from __future__ import annotations

import posixpath
from typing import Any

from ..values.unknown import Unknown
from .paths import joined_text, path_text
from .registry import function
from .run import Run


@function("os.path.join")
def join(*parts: Any) -> Any:
    text = joined_text(parts)
    return Unknown("a path") if text is None else text


def _of_text(name: str) -> None:
    @function(f"os.path.{name}")
    def of_text(path: Any) -> Any:
        text = path_text(path)
        return Unknown("a path") if text is None else getattr(posixpath, name)(text)


for _name in ("dirname", "basename", "normpath", "splitext"):
    _of_text(_name)


@function("os.path.abspath", "os.path.realpath", "os.fspath")
def same(path: Any, *_: Any, **__: Any) -> Any:
    """The same file by another name: still looked for where the program says."""
    text = path_text(path)
    return Unknown("a path") if text is None else text


@function("os.getcwd")
def getcwd() -> Any:
    return "."


@function("os.chdir")
def chdir(path: Any, *, run: Run) -> None:
    """From here on names without a folder mean other files."""
    run.set("folder", None)


@function(
    "os.path.exists", "os.path.isfile", "os.path.isdir", "os.path.getsize", "os.path.getmtime", "os.listdir",
    "os.stat", "os.makedirs", "os.mkdir", "os.walk", "os.scandir", "os.path.expanduser", "os.environ.get", "os.getenv",
)  # fmt: skip
def asked(*_: Any, **__: Any) -> Any:
    return Unknown("what is on the disk")


@function("os.remove", "os.unlink", "os.rename", "os.replace")
def changed(*paths: Any, run: Run, **__: Any) -> None:
    for path in paths:
        run.wrote(path)
