"""`python -m tests.benchmarks [--short]`: edit → diagnostics of our server beside others', in one run.

The servers are asked in turn, edit by edit, so that a noisy machine is noisy for all of them: read the ratios.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .client import Client
from .program import middle, program

# The first edits fill caches and are not counted.
WARM_UP = 4
BIN = Path(sys.executable).parent
SERVERS = {
    "keras-shapes": [str(BIN / "keras-shapes"), "server"],
    "ruff": [str(BIN / "ruff"), "server"],
    "ty": [str(BIN / "ty"), "server"],
    "pyrefly": [str(BIN / "pyrefly"), "lsp"],
}
FLOOR = [sys.executable, str(Path(__file__).with_name("floor.py"))]


def measure(root: Path, lines: int, edits: int) -> tuple[dict[str, Client], dict[str, float], dict[str, list[float]]]:
    """Each server's client, its seconds from start to first diagnostics, and its seconds for each edit."""
    text, path = program(lines), root / f"program_{lines}.py"
    path.write_text(text, encoding="utf-8")
    clients, first = {}, {}
    for name, command in SERVERS.items():
        clients[name] = Client(command, root)
        first[name] = clients[name].open(path, text)
    line, character = middle(text)
    times: dict[str, list[float]] = {name: [] for name in SERVERS}
    for number in range(edits + WARM_UP):
        for name, client in clients.items():
            # A digit is typed behind the units, then deleted: 64, 640, 64 …
            typed = number % 2 == 0
            seconds = client.edit(line, character, character + (not typed), "0" if typed else "")
            if number >= WARM_UP:
                times[name].append(seconds)
    return clients, first, times


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie."""
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def resident_megabytes(client: Client) -> float:
    """What the server's process holds in memory; nan where the system does not tell."""
    try:
        status = Path(f"/proc/{client.process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def report(lines: int, edits: int) -> str:
    """Prints a table for a program of `lines` lines; gives the line that sums it up."""
    with tempfile.TemporaryDirectory() as folder:
        clients, first, times = measure(Path(folder).resolve(), lines, edits)
        print(f"{lines} lines, {edits} edits\n{'':14} {'p50 ms':>8} {'p95 ms':>8} {'start → first ms':>17} {'MB':>6}")
        for name, values in times.items():
            median, tail = statistics.median(values) * 1e3, percentile(values, 0.95) * 1e3
            memory = resident_megabytes(clients[name])
            print(f"{name:14} {median:8.2f} {tail:8.2f} {first[name] * 1e3:17.0f} {memory:6.0f}")
        for client in clients.values():
            client.close()
    return summary(lines, times)


def summary(lines: int, times: Mapping[str, Sequence[float]]) -> str:
    """The medians, and ours as a multiple of the others'."""
    medians = {name: statistics.median(values) * 1e3 for name, values in times.items()}
    ours = medians["keras-shapes"]
    shown = ", ".join(f"{name} {value:.2f} ms" for name, value in medians.items())
    ratios = ", ".join(f"{ours / value:.2f} × {name}" for name, value in medians.items() if name != "keras-shapes")
    return f"edit → diagnostics, {lines} lines, p50: {shown} ({ratios})"


def starts(rounds: int) -> str:
    """How long our server takes to its first answer, beside one that does nothing: the line that sums it up."""
    times: dict[str, list[float]] = {"keras-shapes": [], "empty pygls": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, command in zip(times, (SERVERS["keras-shapes"], FLOOR)):
                client = Client(command, Path(folder).resolve())
                times[name].append(client.initialize_seconds * 1e3)
                client.close()
    ours, floor = (statistics.median(values) for values in times.values())
    return f"start → initialize, p50: keras-shapes {ours:.0f} ms, empty pygls {floor:.0f} ms ({ours / floor:.2f} ×)"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="500 lines only, 20 edits")
    short = parser.parse_args().short
    sizes, edits = ((500,), 20) if short else ((500, 2000), 60)
    print("; ".join([*(report(lines, edits) for lines in sizes), starts(3 if short else 9)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
