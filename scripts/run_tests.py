"""Runs the parts of `make test` one after the other and adds up what they counted.

A part either counts (its last line with "N passed" or "N failed" is read) or is one test, passed with exit status 0.
A part that should count and ran nothing has failed, whatever its exit status says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One target of the Makefile."""

    target: str
    counts: bool = True


PARTS = (
    Part("lint", counts=False),
    Part("pytest"),
    Part("oracle", counts=False),
    Part("truth-validate", counts=False),
    Part("wild", counts=False),
    Part("vsix", counts=False),
    Part("vscode"),
    Part("neovim"),
)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def run(target: str) -> tuple[int, list[str]]:
    """The exit status and the lines of `make TARGET`, shown as they come."""
    environment = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL"}}
    command = ["make", "--no-print-directory", target, "SHORT=1"]
    lines = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment
    ) as process:
        assert process.stdout
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            lines.append(COLOURS.sub("", line))
    return process.returncode, lines


def counted(lines: list[str]) -> tuple[int, int]:
    """What the last line with counts says: passed, and failed or ended in an error."""
    for line in reversed(lines):
        if re.search(r"\b\d+ (passed|failed|errors?)\b", line):
            numbers = {word: int(number) for number, word in re.findall(r"\b(\d+) (passed|failed|error)", line)}
            return numbers.get("passed", 0), numbers.get("failed", 0) + numbers.get("error", 0)
    return 0, 0


def verdict(part: Part, status: int, lines: list[str]) -> tuple[int, int]:
    """Passed and failed of a finished part."""
    if not part.counts:
        return (1, 0) if status == 0 else (0, 1)
    passed, failed = counted(lines)
    # A part that broke off, or found nothing to run, must not look like one without failures.
    unseen = 1 if failed == 0 and (status != 0 or passed == 0) else 0
    return passed, failed + unseen


def main() -> int:
    """Every part is run, also after one failed."""
    results = {}
    for part in PARTS:
        print(f"\n── {part.target}", flush=True)
        start = time.monotonic()
        results[part.target] = (*verdict(part, *run(part.target)), time.monotonic() - start)
    print()
    for target, (passed, failed, seconds) in results.items():
        print(f"{target:10} {passed:6} passed {failed:4} failed {seconds:7.0f} s")
    failures = sum(failed for _, failed, _ in results.values())
    print(f"{sum(passed for passed, _, _ in results.values())} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
