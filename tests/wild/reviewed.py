"""Findings in real packages that were read and are true, with why: `reviewed.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from .checking import Found

FILE = Path(__file__).parent / "reviewed.tsv"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Where it stands, by the line's own text, so that it is found again when lines move; "*": on any line."""

    where: str
    code: str
    text: str
    why: str

    def covers(self, found: Found) -> bool:
        return (self.where, self.code) == (found.where, found.code) and self.text in ("*", found.text)


def reviewed() -> list[Reviewed]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Reviewed(*row) for row in rows]
