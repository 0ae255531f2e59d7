"""`python -m tests.oracle [--count N] [--seed S] [--verbose] [--record] [NAME…]`: the whole comparison, and its counts."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from .harness import AGREED, DISAGREED, MISSED, UNKNOWN, Table, Tally, run
from .record import Recording


def tables() -> dict[str, tuple[Table, float]]:
    """Every test module's table by the module's name, and its share of the cases: less where each takes seconds."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = importlib.import_module(f"{__package__}.{path.stem}")
        if hasattr(module, "TABLE"):
            found[path.stem.removeprefix("test_")] = (module.TABLE, getattr(module, "SHARE", 1.0))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("names", nargs="*", help="only names that contain one of these")
    parser.add_argument("--count", type=int, default=200, help="cases of each name")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--verbose", action="store_true", help="print what was missed or unknown, too")
    parser.add_argument("--record", action="store_true", help="keep the counts, for docs/coverage.md")
    options = parser.parse_args()
    recording, names = Recording(), []
    totals: dict[str, int] = dict.fromkeys((AGREED, UNKNOWN, MISSED, DISAGREED), 0)
    functions = 0
    print(f"{'name':46} {'agreed':>7} {'raised':>7} {'unknown':>8} {'missed':>7} {'disagreed':>10} {'seconds':>8}")
    for family, (table, share) in tables().items():
        names += [(family, name) for name in table]
        for name in table:
            if options.names and not any(n in f"{family}.{name}" for n in options.names):
                continue
            start = time.perf_counter()
            with recording.listening():
                tally = run(table, name, max(1, round(options.count * share)), options.seed)
            recording.add(family, name, tally)
            _print_row(name, tally, time.perf_counter() - start, options.verbose)
            functions += 1
            for outcome in totals:
                totals[outcome] += tally.counts[outcome]
    if options.record:
        recording.write(names)
    print(
        f"oracle: {totals[AGREED]:,} cases of {functions} functions agreed, {totals[DISAGREED]:,} disagreed, "
        f"{totals[UNKNOWN]:,} unknown, {totals[MISSED]:,} missed"
    )
    return 1 if totals[DISAGREED] or not functions else 0


def _print_row(name: str, tally: Tally, seconds: float, verbose: bool) -> None:
    counts = tally.counts
    print(
        f"{name:46} {counts[AGREED]:7} {tally.real_raised:7} {counts[UNKNOWN]:8} {counts[MISSED]:7} "
        f"{counts[DISAGREED]:10} {seconds:8.2f}",
        flush=True,
    )
    for verdict in tally.disagreed[:5] + (tally.others[:10] if verbose else []):
        print(f"  {verdict}")


if __name__ == "__main__":
    sys.exit(main())
