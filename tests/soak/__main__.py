"""`python -m tests.soak [--edits N]`: a long session with one server; it must neither grow nor become slow."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.__main__ import SERVERS, percentile, resident_megabytes
from tests.benchmarks.client import Client
from tests.benchmarks.program import middle, program

LINES = 1000
# Above what a session of any length may need more than one of some hundred edits.
GROWTH = 1.3
SLOWER = 2.0


def session(client: Client, edits: int) -> tuple[list[float], list[float]]:
    """Seconds of each edit, and megabytes after each tenth of the session: digits typed, deleted, typed again."""
    line, character = middle(program(LINES))
    times, memory = [], []
    for number in range(edits):
        typed = number % 2 == 0
        # Another digit each time, so that no value is the one that was cached.
        digit = str(number // 2 % 10)
        times.append(client.edit(line, character, character + (not typed), digit if typed else ""))
        if (number + 1) % max(1, edits // 10) == 0:
            memory.append(resident_megabytes(client))
    return times, memory


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--edits", type=int, default=20_000)
    edits = parser.parse_args().edits
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        client = Client(SERVERS["keras-shapes"], root)
        client.open(root / "program.py", program(LINES))
        times, memory = session(client, edits)
        client.close()
    tenth = len(times) // 10
    first, last = (statistics.median(part) * 1e3 for part in (times[:tenth], times[-tenth:]))
    print("megabytes after each tenth:", " ".join(f"{value:.0f}" for value in memory))
    print(
        f"soak: {edits:,} edits of {LINES:,} lines: {memory[0]:.0f} → {memory[-1]:.0f} MB, "
        f"p50 {first:.2f} → {last:.2f} ms, p95 {percentile(times, 0.95) * 1e3:.2f} ms"
    )
    return 1 if memory[-1] > GROWTH * memory[0] or last > SLOWER * first else 0


if __name__ == "__main__":
    sys.exit(main())
