"""Programs that loop, eat memory, crash, flood, pry: validation answers within its limit and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.slice import cut
from keras_shapes.execution.validation import Program, validate_with
from keras_shapes.execution.verdict import Report

pytestmark = pytest.mark.keras

_START = """\
import os
import numpy as np
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(2, input_shape=(3,))])
"""


def _last_line(text: str) -> int:
    return len(text.splitlines()) - 1


def _outcome(validate: Callable[..., Report], text: str, **limits: float) -> tuple[str, str]:
    report = validate(text, _last_line(text), **limits)
    verdict = next(each for each in report.verdicts if each.finding == 0)
    return verdict.verdict, verdict.error or ""


def test_an_endless_loop_ends_at_the_time_limit_and_the_next_validation_works(validate: Callable[..., Report]) -> None:
    validate(_START)  # importing Keras is not what is timed
    start = time.monotonic()
    text = _START + "def spin():\n    while True:\n        pass\nx = spin()\nmodel(x)\n"
    outcome, why = _outcome(validate, text, seconds=2.0)
    assert time.monotonic() - start < 2.5
    assert (outcome, why) == ("not-run", "the time limit of 2 s was reached at line 8")
    assert _outcome(validate, _START + "model(np.ones((2, 3)))\n") == ("refuted", "")


def test_a_memory_eater_is_told_from_a_wrong_shape(validate: Callable[..., Report]) -> None:
    outcome, why = _outcome(validate, _START + "model(np.ones((1 << 31, 3)))\n", megabytes=2000)
    assert outcome == "not-run"
    assert why.startswith("line 5: the memory limit was reached (")
    eater = "pieces = []\nwhile True:\n    pieces.append(bytearray(64 << 20))\nmodel(np.ones((len(pieces), 3)))\n"
    outcome, why = _outcome(validate, _START + eater, megabytes=1000)
    assert outcome == "not-run"
    assert "memory limit" in why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("os._exit(3)", "the program ended its process (status 3) at line 5"),
        ("os.abort()", "the process crashed (signal 6) at line 5"),
        ("__import__('ctypes').string_at(0)", "the process crashed (signal 11) at line 5"),
    ],
)
def test_a_crash_is_a_verdict(validate: Callable[..., Report], line: str, why: str) -> None:
    text = f"{_START}y = {line}\nmodel(np.ones((2, 3)) + y)\n"
    assert _outcome(validate, text) == ("not-run", why)


def test_floods_on_every_pipe_do_no_harm(validate: Callable[..., Report]) -> None:
    flood = """\
for number in range(3, 12):
    try:
        os.write(number, b'{"event": "ended", "status": 0}\\nnot json\\n' * 1000)
    except OSError:
        pass
for _ in range(20000):
    os.write(1, b"y" * 1000)
    os.write(2, b"y" * 1000)
model(np.ones((2, 4)) + 0 * number)
"""
    outcome, why = _outcome(validate, _START + flood)
    assert outcome == "confirmed"
    assert why.startswith("ValueError")


def _below(scratch: Path) -> set[str]:
    """The processes alive whose temporary folder is in `scratch`: this test's own, whoever else validates meanwhile."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if f"TMPDIR={scratch}".encode() in environment:
            found.add(folder.name)
    return found


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    text = "import os\nos.umask(0o777)\nos.mkdir('a')\nx = 1\nwhile True:\n    x += 1\n"
    with Runner(sys.executable) as runner:
        watch = Watch.from_now(Limits(1.0, unconfined=True), lambda: False)
        run = runner.run(cut(text, [1, 2, 4]), Path("train.py"), watch)
        assert "time limit" in (run.stopped or "")
        assert list(tmp_path.iterdir())
        if Path("/proc/self").exists():
            assert _below(tmp_path)
    assert list(tmp_path.iterdir()) == []
    if Path("/proc/self").exists():
        assert not _below(tmp_path)


def test_cancelling_ends_it_at_once() -> None:
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    start = time.monotonic()
    program = Program(Path("train.py"), "import tensorflow as tf\nwhile True:\n    tf.zeros(3)\n")
    with Runner(sys.executable) as runner:
        watch = Watch.from_now(Limits(60.0, unconfined=True), stop.is_set)
        report = validate_with(runner, program, watch, lambda *_: None)
    assert time.monotonic() - start < 1.5
    assert [verdict.error for verdict in report.verdicts] == ["cancelled"]


_DYING_PARENT = """\
import sys, time
from pathlib import Path
from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.slice import cut
with Runner(sys.executable) as runner:
    print(runner.folder, flush=True)
    runner.run(cut("while True:\\n    x = 1\\n", [0]), Path("train.py"), Watch.from_now(Limits(60.0), lambda: False))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_nothing_outlives_a_parent_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", _DYING_PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    folder = Path(parent.stdout.readline().strip())
    _wait_until(lambda: len(_below(folder)) == 2)  # the warm child and its fork
    parent.kill()
    parent.communicate()
    _wait_until(lambda: not _below(folder) and not folder.exists())


def _wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10.0
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
