"""The counts of an oracle run, kept as data: what docs/coverage.md and the README's totals are written from.

recorded.tsv has a line for each name that was compared; rules.tsv one for each rule: whether it was asked then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from keras_shapes.knowledge import registry
from keras_shapes.knowledge.binding import Rule

from .harness import AGREED, DISAGREED, MISSED, UNKNOWN, Tally

RECORDED = Path(__file__).with_name("recorded.tsv")
RULES = Path(__file__).with_name("rules.tsv")
_COLUMNS = (AGREED, "raised", UNKNOWN, MISSED, DISAGREED)
_HEAD = "# Written by `make oracle`: cases of each name against the real thing.\n"

Row = tuple[str, str]


class Recording:
    """What one run adds to the record. Names that it left out keep their counts."""

    def __init__(self) -> None:
        self.rows: dict[Row, dict[str, int]] = {}
        self.rules: set[str] = set()

    def add(self, family: str, name: str, tally: Tally) -> None:
        self.rows[family, name] = {**{c: tally.counts[c] for c in _COLUMNS}, "raised": tally.real_raised}

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Notes every rule that is evaluated inside."""
        plain = Rule.evaluate

        def evaluate(rule: Rule, bound: dict[str, Any], run: Any = None) -> Any:
            self.rules.add(rule.name)
            return plain(rule, bound, run)

        Rule.evaluate = evaluate  # type: ignore[method-assign]
        try:
            yield
        finally:
            Rule.evaluate = plain  # type: ignore[method-assign]

    def write(self, current: Iterable[Row]) -> None:
        """Merges with what was recorded before; names that no table has any more are dropped."""
        kept = {row: counts for row, counts in read().items() if row in set(current)}
        rows = sorted({**kept, **self.rows}.items())
        lines = ["\t".join((*row, *(str(counts[c]) for c in _COLUMNS))) for row, counts in rows]
        RECORDED.write_text(_HEAD + "\t".join(("family", "name", *_COLUMNS)) + "\n" + "\n".join(lines) + "\n", "utf-8")
        self._write_rules()

    def _write_rules(self) -> None:
        asked = self.rules | {name for name, compared in read_rules().items() if compared}
        lines = [f"{name}\t{int(name in asked)}" for name in sorted(registry.rules())]
        RULES.write_text(_HEAD + "rule\tcompared\n" + "\n".join(lines) + "\n", "utf-8")


def _lines(path: Path) -> list[list[str]]:
    """The cells of a file's lines, without the head."""
    text = path.read_text("utf-8") if path.exists() else ""
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


def read() -> dict[Row, dict[str, int]]:
    """The recorded counts by family and name."""
    return {(family, name): dict(zip(_COLUMNS, map(int, counts))) for family, name, *counts in _lines(RECORDED)}


def read_rules() -> dict[str, bool]:
    """Whether each rule was asked in any recorded case."""
    return {name: compared == "1" for name, compared in _lines(RULES)}
