"""os and os.path: paths put together of texts; what is on the disk is not asked."""

from __future__ import annotations

import posixpath
from typing import Any

from ..values.scalar import text
from ..values.unknown import Unknown
from .paths import joined_text, path_text
from .registry import function
from .run import Run


@function("os.path.join")
def join(*parts: Any) -> Any:
    known = joined_text(parts)
    return text("a path") if known is None else known


def environment(key: Any) -> str:
    """The name of the setting that holds what the program has put under a key of os.environ."""
    return f"os.environ.{key}"


@function("os.getenv", "os.environ.get", "os.environ.setdefault")
def getenv(key: Any, default: Any = None, *, run: Run) -> Any:
    """What the program set; else the default, as with arguments of the command line that are not given."""
    given = run.setting(environment(key), None) if run is not None else None
    found = default if given is None else given
    return found if isinstance(found, (str, int, float)) else Unknown("a variable of the environment")


def _of_text(name: str) -> None:
    @function(f"os.path.{name}")
    def of_text(path: Any) -> Any:
        known = path_text(path)
        if known is None:
            return (text("a path"), text("an ending")) if name == "splitext" else text("a path")
        return getattr(posixpath, name)(known)


for _name in ("dirname", "basename", "normpath", "splitext"):
    _of_text(_name)


@function("os.path.abspath", "os.path.realpath", "os.fspath")
def same(path: Any, *_: Any, **__: Any) -> Any:
    """The same file by another name: still looked for where the program says."""
    known = path_text(path)
    return text("a path") if known is None else known


@function("os.getcwd")
def getcwd() -> Any:
    return "."


@function("os.chdir")
def chdir(path: Any, *, run: Run) -> None:
    """From here on names without a folder mean other files."""
    run.set("folder", None)


@function(
    "os.path.exists", "os.path.isfile", "os.path.isdir", "os.path.getsize", "os.path.getmtime", "os.listdir",
    "os.stat", "os.makedirs", "os.mkdir", "os.walk", "os.scandir", "os.path.expanduser",
)  # fmt: skip
def asked(*_: Any, **__: Any) -> Any:
    return Unknown("what is on the disk")


@function("os.remove", "os.unlink", "os.rename", "os.replace")
def changed(*paths: Any, run: Run, **__: Any) -> None:
    for path in paths:
        run.wrote(path)
