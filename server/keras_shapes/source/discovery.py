"""Which files a folder holds for us: Python and notebooks, without what git ignores and what the settings exclude."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from . import gitignore
from .gitignore import Patterns

SUFFIXES = (".py", ".ipynb")
Levels = tuple[Patterns, ...]

# Never the user's own programs, whether git is told so or not.
_SKIPPED = frozenset(
    (".bzr", ".direnv", ".eggs", ".git", ".hg", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pytest_cache")
    + (".ruff_cache", ".svn", ".tox", ".venv", "__pycache__", "__pypackages__", "node_modules", "site-packages")
)


def find(folder: Path, exclude: Callable[[Path], Sequence[Patterns]] = lambda _: ()) -> Iterator[Path]:
    """The files below `folder`, sorted, each path beginning with `folder` as it was given.

    `exclude` gives for a folder the patterns that settings lay on it. Raises OSError where `folder` itself cannot
    be read; a folder below that cannot is passed over.
    """
    yield from _below(folder, folder.resolve(), _above(folder.resolve()), exclude, os.scandir(folder))


def _below(
    shown: Path,
    real: Path,
    levels: Levels,
    exclude: Callable[[Path], Sequence[Patterns]],
    listing: Iterator[os.DirEntry[str]],
) -> Iterator[Path]:
    entries = sorted(listing, key=lambda entry: entry.name)
    levels = (*levels, *_own(real))
    excluded = tuple(exclude(real))
    for entry in entries:
        path = real / entry.name
        # A link to a folder is not followed: it may lead back to where we are.
        folder = entry.is_dir(follow_symlinks=False)
        if not (folder or entry.name.endswith(SUFFIXES)) or entry.name in _SKIPPED:
            continue
        if gitignore.ignored(path, folder, levels) or any(gitignore.ignored(path, folder, (e,)) for e in excluded):
            continue
        if not folder:
            if entry.is_file():
                yield shown / entry.name
        elif not (path / "pyvenv.cfg").exists():
            try:
                inner = os.scandir(path)
            except OSError:
                continue
            yield from _below(shown / entry.name, path, levels, exclude, inner)


def _own(folder: Path) -> Iterator[Patterns]:
    """What a folder's own files tell git to ignore."""
    for base, name in ((folder, ".git/info/exclude"), (folder, ".gitignore")):
        try:
            text = (base / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        yield gitignore.parse(base, text.splitlines())


def _above(folder: Path) -> Levels:
    """The patterns of the folders above, up to the repository's root; none where there is no repository."""
    chain = [folder, *folder.parents]
    root = next((i for i, parent in enumerate(chain) if (parent / ".git").exists()), 0)
    return tuple(patterns for parent in reversed(chain[1 : root + 1]) for patterns in _own(parent))
