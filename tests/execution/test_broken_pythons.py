"""Pythons that are not what they should be: validation answers within its limit, says why, and leaves nothing."""

from __future__ import annotations

import sys
import time
import venv
from pathlib import Path

import pytest

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.validation import Expected, Program, validate_with
from keras_shapes.execution.verdict import Report

_SECONDS = 6.0
_GRACE = 0.5
_PROGRAM = "import keras\nmodel = keras.Model()\nmodel.fit(3)\n"
# What a Keras of our own making does when it is imported, the class apart.
_MODEL = "class Model:\n    def fit(self, x=None):\n        raise ValueError('no data')\n"
_PRINTS = "import sys\nfor _ in range(3000):\n    print('w' * 100)\n    print('w' * 100, file=sys.stderr)\n"


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """An environment in a folder with a space in its name, whose Keras is to be written."""
    folder = tmp_path / "my python"
    venv.create(folder, with_pip=False, symlinks=True)
    return folder


def _keras(python: Path, text: str) -> str:
    package = next(python.glob("lib/python*/site-packages")) / "keras"
    package.mkdir()
    (package / "__init__.py").write_text("__version__ = '3.0'\n" + text)
    return str(python / "bin" / "python")


def _validated(interpreter: str, forks: bool = True, program: str = _PROGRAM) -> tuple[Report, float]:
    start = time.monotonic()
    line = program.count("\n") - 1
    with Runner(interpreter, forks) as runner:
        watch = Watch.from_now(Limits(_SECONDS, unconfined=True), lambda: False)
        asked = Program(Path("train.py"), program, (Expected("input-rank", line),))
        report = validate_with(runner, asked, watch, lambda *_: None)
        folder = runner.folder
    assert folder is not None
    assert not folder.exists()
    return report, time.monotonic() - start


@pytest.mark.parametrize("forks", [True, False])
def test_a_keras_that_prints_when_it_is_imported(python: Path, forks: bool) -> None:
    report, _ = _validated(_keras(python, _PRINTS + _MODEL), forks)
    assert [verdict.verdict for verdict in report.verdicts] == ["confirmed"], report
    assert report.verdicts[0].error == "ValueError: no data"
    assert report.versions["keras"] == "3.0"


@pytest.mark.parametrize("forks", [True, False])
def test_no_keras(python: Path, forks: bool) -> None:
    report, seconds = _validated(str(python / "bin" / "python"), forks)
    (verdict,) = report.verdicts
    assert verdict.verdict == "not-run"
    assert "No module named 'keras'" in (verdict.error or "")
    assert seconds < _SECONDS + _GRACE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("raise RuntimeError('a wheel for another machine')\n", "a wheel for another machine"),
        ("import os\nos._exit(4)\n", "the Python process ended"),
        ("import ctypes\nctypes.string_at(0)\n", "the Python process ended"),
        ("while True:\n    pass\n", "the time limit of 6 s was reached"),
        ("import time\ntime.sleep(99)\n", "the time limit of 6 s was reached"),
        ("import os\nos.closerange(0, 99)\n" + _MODEL, "the Python process ended"),
    ],
    ids=["raises", "ends its process", "crashes", "loops", "sleeps", "closes every pipe"],
)
def test_a_keras_that_fails_when_it_is_imported(python: Path, text: str, why: str) -> None:
    report, seconds = _validated(_keras(python, text))
    (verdict,) = report.verdicts
    assert verdict.verdict == "not-run", verdict
    assert why in (verdict.error or "")
    assert seconds < _SECONDS + _GRACE


@pytest.mark.parametrize(
    ("interpreter", "why"),
    [
        ("/nowhere/python", "could not be started"),
        ("/bin/true", "the Python process ended"),
        ("/bin/cat", "the Python process ended"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="programs of Unix")
def test_what_is_no_python(interpreter: str, why: str) -> None:
    report, seconds = _validated(interpreter)
    assert report.verdicts[0].verdict == "not-run"
    assert why in (report.verdicts[0].error or "")
    assert seconds < _SECONDS + _GRACE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("x = __import__('os')._exit(3)", "the program ended its process (status 3) at line 2"),
        ("x = __import__('ctypes').string_at(0)", "the process crashed (signal 11) at line 2"),
        ("x = [0 for _ in iter(int, 1)]", "the time limit of 6 s was reached at line 2"),
    ],
)
def test_without_forks_a_crash_is_told_as_well(line: str, why: str) -> None:
    report, seconds = _validated(sys.executable, False, f"import numpy as np\n{line}\nnp.zeros(x)\n")
    assert (report.verdicts[0].verdict, report.verdicts[0].error) == ("not-run", why)
    assert seconds < _SECONDS + _GRACE
