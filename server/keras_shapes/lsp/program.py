"""A program that is open: its newest text, its last analysis, and who waits for the next."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..settings import Settings
from .buffers import Buffer

if TYPE_CHECKING:
    from ..analysis import Analysis
    from ..source.document import Document, Source
    from ..source.project import Project
    from .verdicts import Verdicts


# A longer text is data in Python's clothes: it is kept, and none of it is analysed.
MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """A file's text, or a code cell's; `cell` is its index in the notebook's cells."""

    buffer: Buffer
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A program's whole text at one moment."""

    name: str
    parts: tuple[Part, ...]
    settings: Settings
    generation: int


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis and the text that it is of."""

    snapshot: Snapshot
    analysis: Analysis

    @property
    def path(self) -> str:
        return self.analysis.document.path

    def index(self, uri: str) -> int | None:
        """Which source of the document a URI is."""
        return next((i for i, part in enumerate(self.snapshot.parts) if part.buffer.uri == uri), None)

    def uri(self, source: int) -> str:
        return self.snapshot.parts[source].buffer.uri

    def version(self, source: int) -> int | None:
        return self.snapshot.parts[source].buffer.version


@dataclass(eq=False, slots=True)
class Program:
    """What is known of one open file or notebook. Changed by the loop only, `queued` apart."""

    uri: str
    newest: Snapshot
    analysed: Analysed | None = None
    # What findings are reported of: with `run: onSave` an older text than the newest.
    reported: Analysed | None = None
    saved: bool = False
    # The text that those who import it were told of; and whether another file's change made this one's analysis.
    passed_on: Document | None = None
    passive: bool = False
    verdicts: Verdicts | None = None
    finished: int = 0
    queued: bool = False
    closed: bool = False
    changed_at: float = -1.0
    timer: asyncio.TimerHandle | None = None
    waiters: list[asyncio.Future[None]] = field(default_factory=list)

    def verdicts_on(self, analysed: Analysed) -> Verdicts | None:
        """What real Keras said of just this analysis."""
        verdicts = self.verdicts
        return verdicts if verdicts is not None and verdicts.analysed is analysed else None


def analysed(snapshot: Snapshot, previous: Analysed | None, project: Project) -> Analysed:
    """The analysis of a snapshot; what `previous` knows of untouched statements is kept."""
    from ..analysis import analyse
    from ..source.document import Document

    old = _sources(previous)
    sources = tuple(_source(part, snapshot.name, old.get(part.buffer.uri)) for part in snapshot.parts)
    document = _same(previous, snapshot.name, sources) or Document(snapshot.name, sources)
    return Analysed(snapshot, analyse(document, snapshot.settings, previous.analysis if previous else None, project))


def _sources(previous: Analysed | None) -> dict[str, Source]:
    if previous is None:
        return {}
    return {part.buffer.uri: s for part, s in zip(previous.snapshot.parts, previous.analysis.document.sources)}


def _same(previous: Analysed | None, name: str, sources: Sequence[Source]) -> Document | None:
    """The document as it was, where no text changed: settings alone may have."""
    if previous is None or previous.analysis.document.name != name:
        return None
    document = previous.analysis.document
    unchanged = len(document.sources) == len(sources) and all(map(lambda a, b: a is b, document.sources, sources))
    return document if unchanged else None


def _source(part: Part, name: str, old: Source | None) -> Source:
    from ..source.document import Source
    from ..source.notebook import blank_magics

    if old is not None and old.lines is part.buffer.lines and old.cell == part.cell:
        return old
    text = part.buffer.text
    code = None if part.cell is None else blank_magics(text)
    if len(text) > MOST_CHARACTERS:
        code = ""
    if old is None:
        return _with_lines(Source.of(name, text, part.cell, code), part)
    edited = old.edited(text, code)
    return _with_lines(edited if edited.cell == part.cell else replace(edited, cell=part.cell), part)


def _with_lines(source: Source, part: Part) -> Source:
    # The buffer's own list, so that an unchanged text is seen by identity.
    return replace(source, lines=part.buffer.lines)
