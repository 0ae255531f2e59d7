"""`python -m tests.bugs [--short] [--failures] [--write] [NAME…]`: the figures over the corpus.

Programs are split by a hash of their names: the rules are worked on with the first part only ("seen").
"""

from __future__ import annotations

import argparse
import sys
import time

from .judging import Verdict, judge
from .program import SHORT, corpus
from .report import PAGE, failures, figures, page, table
from .running import Runner


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bugs", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--short", action="store_true", help=f"one program of {SHORT}")
    parser.add_argument("--failures", action="store_true", help="what failed in the seen part, a line each")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    options = parser.parse_args()
    programs = corpus()[:: SHORT if options.short else 1]
    if options.names:
        programs = [p for p in programs if any(p.name.startswith(name) for name in options.names)]
    start = time.perf_counter()
    runner = Runner()
    try:
        verdicts = judge(programs, runner)
    finally:
        runner.close()
    if options.failures:
        print("\n".join(failures(verdicts)) + "\n")
    if options.write:
        PAGE.write_text(page(verdicts), encoding="utf-8")
    print(table(verdicts))
    for verdict in verdicts:
        for fault in verdict.faults:
            print(f"{verdict.program.name}: not as labelled: {fault}")
    print(f"bugs: {figures(verdicts)}; {time.perf_counter() - start:.0f} s")
    return int(failed(verdicts))


def failed(verdicts: list[Verdict]) -> bool:
    """A program that is not as labelled is a wrong test, and an alarm on a good one is a bug."""
    return any(v.faults or v.alarms for v in verdicts)


if __name__ == "__main__":
    sys.exit(main())
