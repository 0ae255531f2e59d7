"""The user's own modules that a program imports: found by their text, copied to where the child may read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from . import rewrite
from .slice import HEAVY

_MOST_MODULES = 200
_LARGEST_BYTES = 1 << 20
_MOST_FOLDERS_UP = 4
_PROJECT_SIGNS = (".git", "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt")


def copy_modules(text: str, path: Path, target: Path) -> set[str]:
    """Copy into `target` every module of the user's that the program at `path` imports, however indirectly.

    Like the program, the copies have their loops bounded, and their lines where they were. Returns which of the heavy
    libraries they import.
    """
    roots = list(_roots(path.parent))
    waiting = list(_wanted(text, ""))
    seen = set(waiting)
    heavy: set[str] = set()
    while waiting and len(seen) < _MOST_MODULES:
        name = waiting.pop()
        for file, package in _files(name, roots):
            found = _read(file)
            # In Keras' own repository, Keras is still the installed one.
            if found is None or name.split(".")[0] in HEAVY:
                continue
            parts = name.split(".")
            place = target.joinpath(*parts, "__init__.py") if package else target.joinpath(*parts).with_suffix(".py")
            _write(place, found)
            imported = set(_wanted(found, name if package else name.rpartition(".")[0]))
            heavy |= imported & set(HEAVY)
            waiting += imported - seen
            seen |= imported
            break
    return heavy


def _roots(folder: Path) -> Iterator[Path]:
    """Where the program's imports may start: its own folder, and those above up to the project's."""
    for each in [folder, *folder.parents][:_MOST_FOLDERS_UP]:
        yield each
        if any((each / sign).exists() for sign in _PROJECT_SIGNS):
            return


def _wanted(text: str, package: str) -> Iterator[str]:
    """Dotted names that may be modules, the packages above them included."""
    with suppress(SyntaxError, ValueError):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield from _with_parents(alias.name)
            elif isinstance(node, ast.ImportFrom):
                base = _absolute(node, package)
                if base:
                    yield from _with_parents(base)
                    yield from (f"{base}.{alias.name}" for alias in node.names if alias.name != "*")


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join(filter(None, [*above, node.module]))


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        yield ".".join(parts[:length])


def _files(name: str, roots: list[Path]) -> Iterator[tuple[Path, bool]]:
    for root in roots:
        base = root.joinpath(*name.split("."))
        yield base / "__init__.py", True
        yield base.with_name(base.name + ".py"), False


def _read(file: Path) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        if file.is_file() and file.stat().st_size <= _LARGEST_BYTES:
            return file.read_text(encoding="utf-8-sig")
    return None


def _write(place: Path, text: str) -> None:
    with suppress(SyntaxError, ValueError):  # the child will say what is wrong with it
        text = rewrite.insert(text, rewrite.rewrites(ast.parse(text), ()))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
