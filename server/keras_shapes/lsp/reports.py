"""What was last reported of each file and cell, so that what is the same is not sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .convert import Json

if TYPE_CHECKING:
    from .program import Analysed, Program
    from .session import Session


class Reports:
    """Diagnostics by URI, each with an id that changes when they do."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, tuple[str, list[Json]]] = {}
        self._ids = 0

    async def current(self, uri: str) -> tuple[str, list[Json]]:
        """The id and diagnostics of a file or cell; of one that is not open, none."""
        program = self._session.program(uri)
        if program is None:
            return self.recorded(uri, [])
        await self._session.scheduler.current(program)
        return self.of(program, uri)

    def of(self, program: Program, uri: str) -> tuple[str, list[Json]]:
        """The id and diagnostics of one part of an analysed program."""
        analysed = self.reported(program)
        index = analysed.index(uri) if analysed else None
        found = self._items(program, analysed, index) if analysed and index is not None else []
        return self.recorded(uri, found)

    def _items(self, program: Program, analysed: Analysed, source: int) -> list[Json]:
        from . import findings

        return findings.items(analysed, source, self._session.client, program.verdicts_on(analysed))

    def changed(self, program: Program) -> bool:
        """Whether any part whose diagnostics the client has would get others now."""
        analysed = self.reported(program)
        if analysed is None:
            return False
        parts = [(i, self._last.get(part.buffer.uri)) for i, part in enumerate(analysed.snapshot.parts)]
        return any(last is not None and last[1] != self._items(program, analysed, i) for i, last in parts)

    def forget(self, uri: str) -> None:
        self._last.pop(uri, None)

    @staticmethod
    def reported(program: Program) -> Analysed | None:
        """The analysis that findings are shown of: with `run: onSave` that of the text last opened or saved."""
        newest = program.analysed
        if newest is None:
            return None
        if program.reported is None or newest.snapshot.settings.run != "onSave" or program.saved:
            program.reported, program.saved = newest, False
        return program.reported

    def recorded(self, uri: str, items: list[Json]) -> tuple[str, list[Json]]:
        """Notes what is reported of a URI; its id is the old one where it is the same."""
        last = self._last.get(uri)
        if last is None or last[1] != items:
            self._ids += 1
            last = self._last[uri] = (str(self._ids), items)
        return last
