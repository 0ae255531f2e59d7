"""Where the system confines less than it should, nothing is run before someone has said that it may."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.validation import Expected, Program, validate_with
from keras_shapes.execution.verdict import Report

# A Python whose system has no Landlock: the system call is refused before the child starts.
WITHOUT_LANDLOCK = f"""\
#!{sys.executable}
import ctypes, os, struct, sys
def step(code, value, true=0, false=0):
    return struct.pack("HBBI", code, true, false, value)
program = step(0x20, 0) + step(0x15, 444, 0, 1) + step(0x06, 0x50000 | 38) + step(0x06, 0x7FFF0000)
buffer = ctypes.create_string_buffer(program, len(program))
libc = ctypes.CDLL(None)
libc.prctl(38, 1, 0, 0, 0)
libc.prctl(22, 2, struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer)), 0, 0)
os.execv({sys.executable!r}, [{sys.executable!r}, *sys.argv[1:]])
"""
_PROGRAM = "import numpy as np\nx = np.zeros((2, 3))\ny = x @ np.zeros((4, 5))\n"


@pytest.fixture
def loose(tmp_path: Path) -> str:
    """The path of such a Python."""
    path = tmp_path / "python"
    path.write_text(WITHOUT_LANDLOCK)
    path.chmod(0o755)
    return str(path)


def _validated(python: str, unconfined: bool) -> Report:
    limits = Limits(60.0, unconfined=unconfined)
    program = Program(Path("train.py"), _PROGRAM, (Expected("array-shapes", 2),))
    with Runner(python) as runner:
        return validate_with(runner, program, Watch.from_now(limits, lambda: False), lambda *_: None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="denies a system call of Linux")
def test_nothing_is_run_until_it_is_allowed(loose: str) -> None:
    report = _validated(loose, unconfined=False)
    (verdict,) = report.verdicts
    assert (report.kept_back, verdict.verdict) == (True, "not-run")
    assert "cannot be confined here (landlock: " in (verdict.error or "")
    assert report.seen == ()
    report = _validated(loose, unconfined=True)
    assert (report.kept_back, report.verdicts[0].verdict) == (False, "confirmed")
    assert "landlock" in report.unconfined[0], "that it was loose is told all the same"


def test_where_all_is_had_nobody_is_asked() -> None:
    report = _validated(sys.executable, unconfined=False)
    assert (report.kept_back, report.unconfined) == (False, ())
