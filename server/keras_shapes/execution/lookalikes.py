"""The data files that a program names, made up anew where its run may read them: same kind and size, other content."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..knowledge.files.header import BROKEN
from ..source.data_files import DataFile
from . import lookalike_contents as contents

# A program that goes up from its folder finds the same places.
LEVELS_UP = 3
_MOST_FILES, _MOST_IN_A_FOLDER, _MOST_ENTRIES = 400, 12, 20_000
_LONGEST_NAME = 250


@dataclass(frozen=True, slots=True)
class Named:
    """A file or folder of the workspace by the relative name that the program gives it."""

    name: str
    file: DataFile


def named_in(text: str) -> set[str]:
    """The texts in a program that may be names of data files."""
    with suppress(SyntaxError, ValueError):
        nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
        texts = {node.value for node in nodes if isinstance(node.value, str)}
        return {name for name in texts if 0 < len(name) <= _LONGEST_NAME and name.strip("./\\") and "\n" not in name}
    return set()


def place(files: Sequence[Named], folder: Path) -> list[str]:
    """Make a look-alike of each file below `folder`, the one that the program runs in. Returns the names made up.

    What is of no kind that is known stays away, as does what lies further up.
    """
    top = folder.joinpath(*[".."] * LEVELS_UP).resolve()
    made = []
    left = _MOST_FILES
    for each in files:
        target = Path(os.path.normpath(folder / each.name))
        if not Path(each.name).is_absolute() and target.is_relative_to(top) and target != top:
            count = sum(_made(source, place) for source, place in _pairs(Path(each.file.path), target, left))
            left -= count
            if count:
                made.append(os.path.normpath(each.name))
    return made


def _pairs(source: Path, target: Path, most: int) -> Iterator[tuple[Path, Path]]:
    """Each file to make up, and where; of a folder the first ones of each folder in it."""
    if not source.is_dir():
        yield source, target
        return
    entries = 0
    for path, folders, names in os.walk(source):
        entries += len(folders) + len(names)
        if entries > _MOST_ENTRIES:
            return
        # What lies outside of the workspace is not looked at.
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not Path(path, name).is_symlink())
        place = target / os.path.relpath(path, source)
        for name in sorted(filter(contents.is_known, names))[: min(_MOST_IN_A_FOLDER, most)]:
            most -= 1
            if not Path(path, name).is_symlink():
                yield Path(path, name), place / name


def _made(source: Path, target: Path) -> bool:
    make = contents.maker_of(source.name)
    if make is None or target.exists():
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        make(source, target)
    except BROKEN:
        target.unlink(missing_ok=True)
        return False
    return True
