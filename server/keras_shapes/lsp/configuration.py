"""Whose settings hold: the workspace folder's pyproject.toml, over it the editor's; both checked, and told of once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..settings import SECTION, Settings, read_pyproject

if TYPE_CHECKING:
    from ..source.gitignore import Patterns

TRUSTED = "trusted"


class Configuration:
    """The settings of each workspace folder.

    `trusted` is what the editor says of the workspace; editors that say nothing trust it.
    """

    def __init__(self) -> None:
        self._editor: Mapping[str, object] = {}
        self._folders: dict[Path | None, Settings] = {None: Settings()}
        self._told: frozenset[str] = frozenset()
        self.trusted = True

    def editor(self, given: object) -> None:
        """Takes the editor's settings: the inner mapping, or the one that holds it under our name."""
        if not isinstance(given, Mapping):
            return
        inner = given.get(SECTION, given)
        if not isinstance(inner, Mapping):
            return
        settings = {name: value for name, value in inner.items() if name != TRUSTED}
        trust = inner.get(TRUSTED, given.get(TRUSTED))
        if isinstance(trust, bool):
            self.trusted = trust
        self._editor = settings

    def load(self, folders: list[Path]) -> list[str]:
        """Reads the folders' files anew and merges; gives the problems that have not been told of."""
        problems: list[str] = []
        self._folders = {folder: self._merged(folder, problems) for folder in [None, *folders]}
        # What the editor has wrong is the same for each folder.
        found = list(dict.fromkeys(problems))
        fresh = [problem for problem in found if problem not in self._told]
        self._told = frozenset(found)
        return fresh

    def before_load(self, folders: list[Path]) -> Settings:
        """The settings of the first folder as far as they are needed before `load`, which tells what is wrong."""
        return self._merged(next(iter(folders), None), [])

    def _merged(self, folder: Path | None, problems: list[str]) -> Settings:
        settings = Settings()
        file = folder / "pyproject.toml" if folder else None
        if file is not None and file.is_file():
            try:
                settings, wrong = settings.merge(read_pyproject(file), trusted=self.trusted)
                problems += [f"{file}: {problem}" for problem in wrong]
            except (OSError, ValueError) as error:
                problems.append(f"{file}: {error}")
        settings, wrong = settings.merge(self._editor)
        problems += wrong
        return settings if self.trusted else _harmless(settings)

    def of(self, path: Path | None) -> Settings:
        """The settings for a file: those of the innermost workspace folder that holds it, else the editor's alone.

        A file that they exclude has `enable` off; no path means the first folder's.
        """
        folder = self._folder(path) if path else next((f for f in self._folders if f), None)
        settings = self._folders[folder]
        if path and folder and settings.exclude and _excludes(settings, folder, path):
            return dataclasses.replace(settings, enable=False)
        return settings

    def excluded(self, folder: Path) -> list[Patterns]:
        """The patterns that settings lay on a folder that is searched."""
        from ..source import gitignore

        root = self._folder(folder)
        return [gitignore.parse(root, self._folders[root].exclude)] if root else []

    def _folder(self, path: Path) -> Path | None:
        holding = [folder for folder in self._folders if folder and path.is_relative_to(folder)]
        return max(holding, key=lambda folder: len(folder.parts), default=None)


def _excludes(settings: Settings, folder: Path, path: Path) -> bool:
    from ..source import gitignore

    patterns = [gitignore.parse(folder, settings.exclude)]
    above = [parent for parent in path.parents if parent != folder and parent.is_relative_to(folder)]
    return gitignore.ignored(path, False, patterns) or any(gitignore.ignored(p, True, patterns) for p in above)


def _harmless(settings: Settings) -> Settings:
    """Nothing that runs code, whatever the settings say."""
    validation = dataclasses.replace(settings.validation, enable=False, on_save=False)
    return dataclasses.replace(settings, interpreter="", validation=validation)
