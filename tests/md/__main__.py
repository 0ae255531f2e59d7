"""`python -m tests.md [PAGE…]`: every program of the pages (all, or those named) told by us and run by real Keras."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import tests.conftest  # noqa: F401 - its settings are for TensorFlow

from .ours import told_by_us
from .pages import Page, read
from .real import disagreements


@dataclass(slots=True)
class Count:
    """What the programs came to."""

    programs: int = 0
    several: int = 0
    notebooks: int = 0
    reveals: int = 0
    errors: int = 0
    warnings: int = 0
    silent: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, page: Page) -> list[str]:
        """Counts a program; what does not agree with its page."""
        marks = page.marks()
        self.programs += 1
        self.several += len(page.files) > 1
        self.notebooks += bool(page.cells)
        self.reveals += len(page.reveals())
        self.errors += sum(mark.level == "error" for mark in marks)
        self.warnings += sum(mark.level == "warning" for mark in marks)
        self.silent += not marks
        findings, shown = told_by_us(page)
        wrong = [f"{mark.spot.part}:{mark.spot.line + 1}: {mark.level} [{mark.code}]" for mark in findings ^ marks]
        wrong = [f"we told otherwise at {each}" for each in sorted(wrong)]
        wrong += ["we reveal otherwise"] if shown != page.reveals() else []
        return wrong + disagreements(page)


def main() -> int:
    folder, start = Path(__file__).parent, time.monotonic()
    count = Count()
    for file in sorted(folder.glob("*.md")):
        if sys.argv[1:] and file.stem not in sys.argv[1:]:
            continue
        for page in read(file):
            for wrong in count.add(page):
                count.wrong.append(wrong)
                print(f"{file.name}, {page.title}: {wrong}", flush=True)
    print(
        f"truth: {count.programs} programs ({count.several} of several files, {count.notebooks} notebooks), "
        f"{count.reveals} shapes revealed, {count.errors} errors, {count.warnings} warnings, {count.silent} programs "
        f"of which nothing is said: {len(count.wrong)} disagreements with real Keras; {time.monotonic() - start:.0f} s"
    )
    return 1 if count.wrong or not count.programs else 0


if __name__ == "__main__":
    sys.exit(main())
