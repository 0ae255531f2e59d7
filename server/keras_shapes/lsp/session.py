"""One client's session: what is open, with which settings, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from ..settings import Settings
from .buffers import PYTHON, Buffer, Change, Notebook
from .client import Client
from .configuration import Configuration
from .program import Analysed, Part, Program, Snapshot, analysed
from .schedule import Scheduler

if TYPE_CHECKING:
    from ..source.document import Document
    from ..source.project import Project


class Session:
    """Open files and notebooks as programs; each change is handed to the scheduler.

    A notebook is one program: its cells' URIs lead to it.
    """

    def __init__(self, on_analysed: Callable[[Program], None]) -> None:
        self.client = Client()
        self._on_analysed = on_analysed
        self.configuration = Configuration()
        self.folders: list[Path] = []
        self.scheduler = Scheduler(self._finished, self._analyse, debounce=lambda: not self.client.pulls)
        self._buffers: dict[str, Buffer] = {}
        self._notebooks: dict[str, Notebook] = {}
        self._programs: dict[str, Program] = {}
        self._by_path: dict[str, Program] = {}
        self._generation = 0

    @cached_property
    def project(self) -> Project:
        """Where imports are looked for: first among what is open. Loaded, and used, on the analysis thread."""
        from ..source.project import Project

        return Project(self.folders, self._opened, self._versions)

    def _versions(self, interpreter: str) -> Mapping[str, str]:
        from ..execution.interpreters import chosen_versions

        return chosen_versions(interpreter, self.folders[0]) if self.folders else {}

    def _opened(self, path: str) -> Document | None:
        analysed = self._by_path[path].analysed if path in self._by_path else None
        return None if analysed is None else analysed.analysis.document

    def programs(self) -> Iterator[Program]:
        yield from list(self._programs.values())

    def program(self, uri: str) -> Program | None:
        """The open program that a file's, a cell's or a notebook's URI belongs to."""
        found = self._programs.get(uri)
        if found is None and uri in self._buffers:
            notebook = next((n for n in self._notebooks.values() if uri in n.cells), None)
            found = self._programs.get(notebook.uri) if notebook else None
        return found

    async def current(self, uri: str) -> tuple[Analysed, int] | None:
        """The analysis of the newest text that `uri` belongs to, and which of its sources `uri` is.

        None for what is not open, and where the settings turn us off.
        """
        program = self.program(uri)
        if program is None or not program.newest.settings.enable:
            return None
        result = await self.scheduler.current(program)
        index = result.index(uri) if result else None
        return None if result is None or index is None else (result, index)

    # ---- files

    def open(self, buffer: Buffer) -> None:
        if buffer.language == PYTHON:
            self._buffers[buffer.uri] = buffer
            self._update(buffer.uri)

    def change(self, uri: str, version: int | None, changes: Sequence[Change]) -> None:
        if uri in self._buffers:
            self._buffers[uri] = self._buffers[uri].changed(changes, version, self.client.encoding)
            self._update(uri)

    def close(self, uri: str) -> None:
        self._buffers.pop(uri, None)
        self._forget(uri)

    # ---- notebooks

    def open_notebook(self, notebook: Notebook, cells: Sequence[Buffer]) -> None:
        self._notebooks[notebook.uri] = notebook
        self._buffers.update((cell.uri, cell) for cell in cells)
        self._update(notebook.uri)

    def change_cells(self, uri: str, start: int, deleted: int, inserted: Sequence[str]) -> None:
        """Replaces `deleted` cells from `start` on by others; their buffers are opened and closed apart."""
        if notebook := self._notebooks.get(uri):
            notebook.cells[start : start + deleted] = inserted

    def open_cell(self, buffer: Buffer) -> None:
        self._buffers[buffer.uri] = buffer

    def close_cell(self, uri: str) -> None:
        self._buffers.pop(uri, None)

    def change_cell(self, uri: str, version: int | None, changes: Sequence[Change]) -> None:
        if uri in self._buffers:
            self._buffers[uri] = self._buffers[uri].changed(changes, version, self.client.encoding)

    def changed_notebook(self, uri: str) -> None:
        """The notebook's cells are all as they shall be: one analysis for the whole notification."""
        if uri in self._notebooks:
            self._update(uri)

    def close_notebook(self, uri: str) -> None:
        notebook = self._notebooks.pop(uri, None)
        for cell in notebook.cells if notebook else ():
            self._buffers.pop(cell, None)
        self._forget(uri)

    # ---- modules that one program imports from another

    def _analyse(self, snapshot: Snapshot, previous: Analysed | None) -> Analysed:
        return analysed(snapshot, previous, self.project)

    def _finished(self, program: Program) -> None:
        document = program.analysed.analysis.document if program.analysed else None
        if document is not None and document is not program.passed_on:
            program.passed_on = document
            self._update_importers(document.path)
        self._on_analysed(program)

    def _update_importers(self, path: str) -> None:
        """What a module holds may have changed, and with it what is found where it is imported."""
        for other in self.programs():
            known = other.analysed
            if known and any(d.path == path for d in known.analysis.evaluation.documents if d.path != known.path):
                other.passive = True
                self._update(other.uri)

    def files_changed(self) -> None:
        """Files came, went or changed on the disk: what imports from them is analysed again."""
        if "project" in self.__dict__:
            self.project.touch()
        for program in self.programs():
            if program.analysed and program.analysed.analysis.evaluation.imports:
                program.passive = True
                self._update(program.uri)

    # ---- settings

    def reconfigured(self) -> None:
        """The settings may have changed: everything open is analysed again where they have."""
        for program in self.programs():
            if program.newest.settings != self._settings(program.uri):
                self._update(program.uri)

    def _settings(self, uri: str) -> Settings:
        return self.configuration.of(path_of(uri))

    def _update(self, uri: str) -> None:
        self._generation += 1
        snapshot = Snapshot(name_of(uri), self._parts(uri), self._settings(uri), self._generation)
        program = self._programs.get(uri)
        if program is None:
            program = self._programs[uri] = Program(uri, snapshot)
            self._by_path[snapshot.name] = program
        self.scheduler.changed(program, snapshot)

    def _parts(self, uri: str) -> tuple[Part, ...]:
        notebook = self._notebooks.get(uri)
        if notebook is None:
            return (Part(self._buffers[uri]),)
        held = ((cell, self._buffers.get(uri)) for cell, uri in enumerate(notebook.cells))
        return tuple(Part(buffer, cell) for cell, buffer in held if buffer and buffer.language == PYTHON)

    def _forget(self, uri: str) -> None:
        program = self._programs.pop(uri, None)
        if program is not None:
            self.scheduler.forget(program)
            self._by_path.pop(program.newest.name, None)
            self._update_importers(program.newest.name)


def path_of(uri: str) -> Path | None:
    """The path of a file's URI; of an untitled text or what is not on a disk, None."""
    path = to_fs_path(uri)
    return Path(path) if path else None


def name_of(uri: str) -> str:
    """What a program is called in messages."""
    return str(path_of(uri) or uri)
