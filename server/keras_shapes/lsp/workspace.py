"""Every file of the workspace, open or not: found, analysed one by one between edits, kept until it changes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .buffers import Buffer
from .convert import Json
from .program import MOST_CHARACTERS, Analysed, Part, Snapshot
from .progress import Progress

if TYPE_CHECKING:
    from ..settings import Settings
    from ..source.project import Project
    from .client import Client
    from .session import Session

log = logging.getLogger("keras_shapes")

# Beyond this a workspace is a checkout of everything, and the editor is not the place to check it.
MOST_FILES = 2_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a file's diagnostics were worked out from."""

    stamp: tuple[int, int]
    settings: Settings
    items: list[Json]
    modules: dict[Path, tuple[int, int] | None]

    def holds(self, stamp: tuple[int, int], settings: Settings) -> bool:
        """Whether the file, the settings and the modules that it imports are what they were."""
        same = (self.stamp, self.settings) == (stamp, settings)
        return same and all(_stamp(module) == then for module, then in self.modules.items())


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


class WorkspaceFiles:
    """The diagnostics of files that are not open. `revision` grows when they may have become others."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: dict[Path, _Seen] = {}
        self.revision = 0
        self._checked = -1
        self._results: dict[str, list[Json]] = {}
        self._changed = asyncio.Event()

    def touch(self) -> None:
        """A file or the settings changed."""
        self.revision += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Waits for the next change, at most so long."""
        try:
            await asyncio.wait_for(self._changed.wait(), seconds)
        except asyncio.TimeoutError:
            return

    async def check(self, progress: Progress) -> dict[str, list[Json]]:
        """The diagnostics by URI of every file that is not open; of those reached, where it is cancelled."""
        if self._session.client.registers_watchers and self._checked == self.revision:
            return self._results
        revision = self.revision
        results = await self._check(progress)
        if not progress.cancelled:
            self._checked, self._results = revision, results
        return results

    async def _check(self, progress: Progress) -> dict[str, list[Json]]:
        loop = asyncio.get_running_loop()
        files = await loop.run_in_executor(None, self._files)
        open_now = {program.uri for program in self._session.programs()}
        results: dict[str, list[Json]] = {}
        for number, path in enumerate(files):
            if progress.cancelled:
                break
            progress.report(path.name, number / len(files))
            if path.as_uri() not in open_now:
                results[path.as_uri()] = await self._items(path)
        return results

    def _files(self) -> list[Path]:
        from ..source.discovery import find

        files: list[Path] = []
        for folder in self._session.folders:
            try:
                for path in find(folder, self._session.configuration.excluded):
                    files.append(path)
                    if len(files) == MOST_FILES:
                        log.warning("Only the first %d files of the workspace are checked", MOST_FILES)
                        return files
            except OSError as problem:
                log.warning("%s", problem)
        return files

    async def _items(self, path: Path) -> list[Json]:
        settings = self._session.configuration.of(path)
        stamp = _stamp(path)
        if stamp is None:
            return []
        seen = self._seen.get(path)
        if seen is None or not seen.holds(stamp, settings):
            client = self._session.client
            project = self._session.project
            items, used = await self._session.scheduler.run(lambda: _checked(path, stamp[1], settings, client, project))
            seen = self._seen[path] = _Seen(stamp, settings, items, {module: _stamp(module) for module in used})
        return seen.items


def _checked(
    path: Path, size: int, settings: Settings, client: Client, project: Project
) -> tuple[list[Json], Sequence[Path]]:
    """The diagnostics of a file on the disk, and the modules that it imports; none of what cannot be read."""
    from ..source.notebook import BrokenNotebook
    from ..source.reading import Unreadable, read

    if size > MOST_CHARACTERS or not settings.enable:
        return [], ()
    try:
        return _analysed(path, read(path).text, settings, client, project)
    except (Unreadable, BrokenNotebook):
        return [], ()
    except Exception:
        log.exception("Internal error in the analysis of %s", path)
        return [], ()


def _analysed(
    path: Path, text: str, settings: Settings, client: Client, project: Project
) -> tuple[list[Json], Sequence[Path]]:
    from ..analysis import analyse
    from ..source.document import Document
    from ..source.notebook import read_notebook
    from . import findings

    notebook = path.suffix == ".ipynb"
    document = read_notebook(str(path), text) if notebook else Document.of_text(str(path), text)
    parts = tuple(Part(Buffer(path.as_uri(), None, source.lines), source.cell) for source in document.sources)
    result = Analysed(Snapshot(str(path), parts, settings, 0), analyse(document, settings, project=project))
    modules = [Path(module.path) for module in result.analysis.evaluation.documents]
    found = [item for source in range(len(parts)) for item in findings.items(result, source, client)]
    return ([_at_the_top(item) for item in found] if notebook else found), modules


def _at_the_top(item: Json) -> Json:
    """A cell that is not open has no URI: its findings stand at the notebook's beginning until it is opened."""
    line = item["range"]["start"]["line"] + 1
    nowhere = {"line": 0, "character": 0}
    kept = {name: value for name, value in item.items() if name != "relatedInformation"}
    return {
        **kept,
        "range": {"start": nowhere, "end": nowhere},
        "message": f"{item['message']} (line {line} of a cell)",
    }
