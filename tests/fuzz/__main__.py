"""`python -m tests.fuzz [--seconds N] [--seed S]`: keys struck at random in programs of all kinds.

After each edit the analysis of the edited text, taken up from the one before, must be that of the text from scratch;
nothing may crash, and the fixes that are offered must be applicable.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from tests.interpreter.test_incremental import PROGRAMS, edited, parses, summary
from tests.md.pages import read

PAGES = Path(__file__).parents[1] / "md"
EDITS = 25


@dataclass(slots=True)
class Tally:
    programs: int = 0
    edits: int = 0
    compared: int = 0
    failures: list[str] = field(default_factory=list)


def programs() -> dict[str, str]:
    """The texts to begin with, by name."""
    pages = {
        f"{file.stem}: {page.title}": page.parts[-1].text for file in sorted(PAGES.glob("*.md")) for page in read(file)
    }
    return PROGRAMS | pages


def history(text: str, choice: random.Random) -> Iterator[str]:
    """One text after another; now and then the user undoes, back to a text that was whole."""
    whole = [text]
    for _ in range(EDITS):
        text = choice.choice(whole) if choice.random() < 0.3 else edited(text, choice)
        if parses(text):
            whole.append(text)
        yield text


def play(name: str, text: str, seed: str, tally: Tally) -> None:
    """Edits one program; a difference or crash is kept with what brings it about again."""
    choice = random.Random(seed)
    analysis = analyse(Document.of_text("a.py", text))
    tally.programs += 1
    for number, edit in enumerate(history(text, choice)):
        tally.edits += 1
        try:
            analysis = analyse(analysis.document.with_text(edit), previous=analysis)
            for diagnostic in analysis.diagnostics:
                analysis.fixes(diagnostic)
            if not parses(edit):
                continue
            tally.compared += 1
            if summary(analysis) != summary(analyse(Document.of_text("a.py", edit))):
                tally.failures.append(
                    f"{name}, seed {seed!r}, edit {number}: not what a fresh analysis says of\n{edit}"
                )
                return
        except Exception:
            tally.failures.append(f"{name}, seed {seed!r}, edit {number}: {traceback.format_exc(limit=-4)}on\n{edit}")
            return


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    start, tally, texts = time.monotonic(), Tally(), list(programs().items())
    choice = random.Random(options.seed)
    while time.monotonic() - start < options.seconds:
        name, text = choice.choice(texts)
        play(name, text, f"{options.seed} {tally.programs}", tally)
    for failure in tally.failures:
        print(failure, end="\n\n")
    print(
        f"fuzz: seed {options.seed}, {tally.edits:,} edits of {tally.programs:,} programs, {tally.compared:,} compared "
        f"with a fresh analysis: {len(tally.failures)} failed"
    )
    return 1 if tally.failures or not tally.compared else 0


if __name__ == "__main__":
    sys.exit(main())
