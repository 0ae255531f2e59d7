"""`python -m tests.verdicts [--short] [NAME…]`: validation's verdicts beside whole programs really run.

Then a storm: validations in a row with faults among them.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bugs.program import SHORT, Program, corpus
from tests.bugs.running import Runner

from .agreement import Judged, cases, judge
from .storm import storm

AGREEMENT, RUNNING = 0.97, 0.95
VALIDATIONS, SHORT_VALIDATIONS = 300, 60
# One validation of so many has a fault.
EVERY = 20
SHORT_EVERY = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verdicts", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    start = time.perf_counter()
    judged = _judged([p for p in corpus() if _named(p.name, options.names)][:: SHORT if options.short else 1])
    for each in judged:
        for line in each.wrong:
            print(f"{each.case.name}: WRONG {line}")
        for line in each.unrun:
            print(f"{each.case.name}: not run: {line}")
    agreeing, running, told = figures(judged)
    print(f"truth-validate: {told}; {time.perf_counter() - start:.0f} s")
    passed = agreeing >= AGREEMENT and running >= RUNNING
    if not options.names:
        passed = weather(options.short) and passed
    return 0 if passed else 1


def _named(name: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(name.startswith(each) for each in wanted)


def _judged(programs: Sequence[Program]) -> list[Judged]:
    whole = Runner()
    try:
        with tempfile.TemporaryDirectory() as parent:
            return judge([case for program in programs for case in cases(program, Path(parent))], whole)
    finally:
        whole.close()


def figures(judged: Sequence[Judged]) -> tuple[float, float, str]:
    """The share of verdicts that the whole programs bear out, the share of programs that ran, and the words."""
    verdicts, wrong = sum(each.verdicts for each in judged), sum(len(each.wrong) for each in judged)
    run = sum(not any(not line.startswith("fix ") for line in each.unrun) for each in judged)
    agreeing, running = 1 - wrong / max(verdicts, 1), run / max(len(judged), 1)
    words = f"{verdicts - wrong} of {verdicts} verdicts agree with the whole program ({agreeing:.1%}), "
    return agreeing, running, words + f"{run} of {len(judged)} slices run without the program's files ({running:.1%})"


def weather(short: bool) -> bool:
    """Whether the storm passed; prints what came of it."""
    start = time.perf_counter()
    came = storm(SHORT_VALIDATIONS if short else VALIDATIONS, SHORT_EVERY if short else EVERY)
    for line in came.wrong:
        print(f"storm: {line}")
    print(
        f"storm: {came.validations} validations, {came.faults} with a fault, {len(came.wrong)} went wrong; "
        f"median {statistics.median(came.seconds):.2f} s; {time.perf_counter() - start:.0f} s"
    )
    return not came.wrong


if __name__ == "__main__":
    sys.exit(main())
