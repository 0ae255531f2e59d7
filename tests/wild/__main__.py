"""`python -m tests.wild [--short] [FOLDER…]`: real code that nobody wrote for us is right, and must crash nothing.

Without folders: what is installed here and uses arrays. A released library's own code runs, so each error reported in
it is a false alarm; only its tests provoke errors on purpose, and only crashes count there.
"""

from __future__ import annotations

import argparse
import ast
import sys
import sysconfig
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PACKAGES = ("keras", "numpy", "sklearn", "tf_keras", "tensorflow")
SLOW_SECONDS = 5.0


@dataclass(slots=True)
class Tally:
    """What the run came to. Seconds are of CPU time."""

    files: int = 0
    lines: int = 0
    ours: float = 0.0
    parse: float = 0.0
    crashes: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)

    def add(self, path: Path, text: str) -> None:
        """Analyses one file."""
        start = time.process_time()
        ast.parse(text)
        parsed = time.process_time()
        try:
            diagnostics = analyse(Document.of_text(str(path), text)).diagnostics
        except Exception:
            self.crashes.append(f"{path}\n{traceback.format_exc(limit=-3)}")
            diagnostics = ()
        taken = time.process_time() - parsed
        self.files, self.lines = self.files + 1, self.lines + text.count("\n")
        self.ours, self.parse = self.ours + taken, self.parse + parsed - start
        if taken > SLOW_SECONDS:
            self.slow.append(f"{path}: {taken:.1f} s")
        if not provokes(path):
            errors = (found for found in diagnostics if found.severity == "error")
            self.alarms += [f"{path}:{found.range.start.line + 1}: [{found.code}] {found.message}" for found in errors]


def provokes(path: Path) -> bool:
    """Whether the file is a test, where mistakes are made on purpose."""
    return "test" in path.stem.split("_") or bool({"tests", "testing", "test_util"} & set(path.parts))


def programs(folders: list[Path]) -> Iterator[tuple[Path, str]]:
    """Every Python file below the folders that this Python can parse."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        try:
            text = path.read_text(encoding="utf-8")
            ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        yield path, text


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.wild", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--short", action="store_true", help="every twentieth file")
    options = parser.parse_args()
    warnings.simplefilter("ignore", SyntaxWarning)
    installed = [Path(sysconfig.get_path("purelib")) / name for name in PACKAGES]
    tally = Tally()
    for number, (path, text) in enumerate(programs(options.folders or installed)):
        if not options.short or number % 20 == 0:
            tally.add(path, text)
    for title, entries in (("crashed", tally.crashes), ("false alarm", tally.alarms), ("slow", tally.slow)):
        for entry in entries:
            print(f"{title}: {entry}")
    print(
        f"wild: {tally.files:,} files, {tally.lines:,} lines: {len(tally.crashes)} crashed, {len(tally.alarms)} false "
        f"alarms, {len(tally.slow)} over {SLOW_SECONDS:.0f} s; {tally.ours / max(tally.parse, 1e-9):.1f} × ast.parse"
    )
    return 1 if tally.crashes or tally.alarms or not tally.files else 0


if __name__ == "__main__":
    sys.exit(main())
