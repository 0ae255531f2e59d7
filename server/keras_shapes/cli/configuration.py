"""Which settings hold for a file: its project's `pyproject.toml` or `--config`, and over them the flags."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..settings import Settings, find_pyproject, read_settings
from ..source import gitignore
from ..source.gitignore import Patterns
from .main import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", type=Path, help="read the settings from this TOML file")


class Configuration:
    """Settings by folder, each file read once. Raises UsageError for a file that cannot be read."""

    def __init__(self, config: Path | None, flags: Mapping[str, object]) -> None:
        self._flags = flags
        self._config = config
        self._by_file: dict[Path | None, Settings] = {}
        self._file_of: dict[Path, Path | None] = {}
        self._excluded: dict[Path | None, tuple[Patterns, ...]] = {}
        if config is not None:
            self._read(config)

    def settings(self, folder: Path) -> Settings:
        return self._read(self._file(folder))

    def excluded(self, folder: Path) -> Sequence[Patterns]:
        """The patterns that settings lay on a folder; they are relative to the settings' own folder."""
        file = self._file(folder)
        if file not in self._excluded:
            patterns = self._read(file).exclude
            base = file.resolve().parent if file and file != self._config else Path.cwd()
            self._excluded[file] = (gitignore.parse(base, patterns),) if patterns else ()
        return [patterns for patterns in self._excluded[file] if folder.is_relative_to(patterns.base)]

    def _file(self, folder: Path) -> Path | None:
        if self._config is not None:
            return self._config
        if folder not in self._file_of:
            self._file_of[folder] = find_pyproject(folder.resolve())
        return self._file_of[folder]

    def _read(self, file: Path | None) -> Settings:
        if file not in self._by_file:
            settings, problems = Settings().merge(_table(file)) if file else (Settings(), [])
            for problem in _unknown_rules(settings.select):
                # With nothing right selected, every program would pass.
                raise UsageError(f"{file}: select: {problem}")
            for problem in [*problems, *_unknown_rules([*settings.ignore, *settings.severity])]:
                print(f"keras-shapes: {file}: {problem}", file=sys.stderr)
            self._by_file[file] = settings.merge(self._flags)[0]
        return self._by_file[file]


def _unknown_rules(named: Sequence[str]) -> Iterator[str]:
    """What to say of misspelt ones."""
    if named:
        from .rule import near, rules

        yield from (f"there is no rule {code!r}; {near(code)}" for code in named if code not in rules())


def _table(file: Path) -> Mapping[str, object]:
    try:
        return read_settings(file)
    except OSError as problem:
        raise UsageError(f"cannot read {file}: {problem.strerror}") from None
    except ValueError as problem:
        raise UsageError(f"cannot read {file}: {problem}") from None
