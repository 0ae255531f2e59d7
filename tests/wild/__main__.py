"""`python -m tests.wild [--short] [FOLDER…]`: real code that nobody wrote for us is right, and must crash nothing.

Three parts: released packages that use Keras, each as a whole project; the examples in the docstrings of installed
libraries; and every file of the installed libraries and of Python itself, where only crashes and time count. A
finding is a false alarm unless `reviewed.tsv` says why it is true. --short: a part of the last two.
"""

from __future__ import annotations

import argparse
import os
import sys
import sysconfig
import time
import warnings
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from . import packages
from .checking import SLOW_SECONDS, Found, Tally, check, folder
from .examples import examples
from .reviewed import reviewed

DOCUMENTED = ("keras", "numpy", "pandas", "scipy", "sklearn", "tensorflow")


def _package(path: Path) -> Tally:
    return folder(path, path.name.partition("==")[0])


def _examples(library: str, every: int) -> Tally:
    tally = Tally()
    for where, text in list(examples(Path(sysconfig.get_path("purelib")) / library))[::every]:
        tally.add(check("example.py", text, where))
    return tally


def _library(path: Path, every: int) -> Tally:
    # Each file alone: what a test of theirs provokes is no finding of ours.
    tally = folder(path, path.name, every)
    tally.found.clear()
    return tally


def _libraries() -> list[Path]:
    """The installed libraries, and the parts of Python's own."""
    site, own = Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("stdlib"))
    folders = [path for parent in (site, own) for path in sorted(parent.iterdir()) if path.is_dir()]
    # Debian's Python has its packages elsewhere.
    return [path for path in folders if path.name not in ("site-packages", "dist-packages", "__pycache__")]


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def _alarms(found: list[Found]) -> list[Found]:
    read = reviewed()
    return [each for each in found if not any(row.covers(each) for row in read)]


def report(title: str, tally: Tally) -> int:
    """Prints what a part came to; how much of it is wrong."""
    alarms = _alarms(tally.found)
    for crash in tally.crashes:
        print(f"crashed: {crash}")
    for each in alarms:
        print(f"not reviewed: {each.where}:{each.line}: [{each.code}] {each.message}\n    {each.text}")
    slow = sorted(tally.times, reverse=True)
    for seconds, where in slow[:3]:
        print(f"slowest: {seconds:.2f} s  {where}")
    late = sum(seconds > SLOW_SECONDS for seconds, _ in slow)
    print(
        f"{title}: {tally.files:,} files, {tally.lines:,} lines: {len(tally.crashes)} crashed, {late} over "
        f"{SLOW_SECONDS:.0f} s, {len(tally.found)} findings of which {len(alarms)} were not reviewed"
    )
    if tally.applications:
        share = tally.known / tally.applications
        print(f"    output known of {tally.known:,} of {tally.applications:,} layer applications: {share:.1%}")
    return len(tally.crashes) + len(alarms) + late + (not tally.files)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.wild", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="these projects only")
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore", SyntaxWarning)
    every, start, wrong = 20 if options.short else 1, time.monotonic(), 0
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        if options.folders or not options.short:
            folders = options.folders or packages.unpacked()
            wrong += report(f"{len(folders)} packages", _sum(pool.map(_package, folders)))
        if not options.folders:
            wrong += report("examples", _sum(pool.map(_examples, DOCUMENTED, [every] * len(DOCUMENTED))))
            libraries = _libraries()
            wrong += report("libraries", _sum(pool.map(_library, libraries, [every] * len(libraries))))
    print(f"wild: {wrong} wrong; {time.monotonic() - start:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
