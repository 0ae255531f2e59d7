"""Many validations in a row, some of which go wrong in every way we know: none hangs, and nothing is left."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.validation import Expected, Program, validate_with

_SECONDS = 3.0
# What an answer may take beyond its limit.
_GRACE = 0.5
_START = """\
import os
import numpy as np
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(2, input_shape=(3,))])
"""
_GOOD, _BAD = "model(np.ones((2, 3)))\n", "model(np.ones((2, 4)))\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to go wrong: `text` in place of the program's last line, or what is done to the warm child meanwhile."""

    name: str
    text: str = _GOOD
    meanwhile: Callable[[int], None] | None = None
    cancelled: bool = False


def _signal(number: int) -> Callable[[int], None]:
    def send(process: int) -> None:
        os.kill(process, number)

    return send


_SLEEP = "import time\ntime.sleep(60)\nmodel(np.ones((2, 3)))\n"
FAULTS = (
    Fault("loops for ever", "while True:\n    keep = 1\n" + _GOOD),
    Fault("sleeps", _SLEEP),
    Fault("ends its process", "x = os._exit(3)\nmodel(x)\n"),
    Fault("aborts", "x = os.abort()\nmodel(x)\n"),
    Fault("reads where nothing is", "x = __import__('ctypes').string_at(0)\nmodel(x)\n"),
    Fault("eats memory", "x = [bytearray(64 << 20) for _ in range(1000)]\nmodel(np.ones((2, len(x))))\n"),
    Fault("floods", "for _ in range(20000):\n    os.write(2, b'y' * 1000)\n" + _GOOD),
    Fault("recurses for ever", "f = lambda x: f(x)\nmodel(f(1))\n"),
    Fault("leaves threads", "import threading\nt = threading.Thread(target=lambda: 1 / 0).start()\nmodel(t)\n"),
    Fault("leaves what cannot be removed", "os.umask(0o777)\nos.mkdir('a')\n" + _GOOD),
    Fault("is cancelled", _SLEEP, cancelled=True),
    Fault("loses its warm child", _SLEEP, meanwhile=_signal(signal.SIGKILL)),
    Fault("has its warm child stopped", _SLEEP, meanwhile=_signal(signal.SIGSTOP)),
)


@dataclass(slots=True)
class Weather:
    """What came of it: seconds of the sound validations, and everything that went otherwise than it should."""

    validations: int = 0
    faults: int = 0
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def storm(count: int, every: int) -> Weather:
    """`count` validations with one runner, each `every`th of them with a fault."""
    weather = Weather()
    before = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(prefix="storm-") as folder:
        tempfile.tempdir = folder
        try:
            with Runner(sys.executable) as runner:
                for number in range(count):
                    fault = FAULTS[number // every % len(FAULTS)] if number % every == every - 1 else None
                    _one(weather, runner, number, fault)
            weather.wrong += [f"left: folder {left}" for left in Path(folder).iterdir()]
            weather.wrong += [f"left: process {left}" for left in processes(Path(folder))]
        finally:
            tempfile.tempdir = before
    return weather


def _one(weather: Weather, runner: Runner, number: int, fault: Fault | None) -> None:
    text = _START + (fault.text if fault else _BAD if number % 2 else _GOOD)
    warm = runner.is_warm
    limits = Limits(_SECONDS if warm else 60.0, 1000, unconfined=True)
    stop, timer = threading.Event(), None
    if fault is not None and (fault.meanwhile or fault.cancelled):
        timer = threading.Timer(0.3, lambda: _meanwhile(fault, runner, stop))
        timer.start()
    start = time.monotonic()
    line = len(text.splitlines()) - 1
    watch = Watch.from_now(limits, stop.is_set)
    report = validate_with(runner, Program(Path("train.py"), text, (Expected("layer-shape", line),)), watch, _quiet)
    seconds = time.monotonic() - start
    if timer is not None:
        timer.cancel()
    weather.validations += 1
    weather.faults += fault is not None
    if seconds > limits.seconds + _GRACE:
        weather.wrong.append(f"{number}: {seconds:.1f} s with a limit of {limits.seconds:g} s ({fault})")
    if fault is None:
        if warm:
            weather.seconds.append(seconds)
        expected, said = ("confirmed" if number % 2 else "refuted"), report.verdicts[0]
        if said.verdict != expected:
            weather.wrong.append(f"{number}: {said.verdict} ({said.error}), not {expected}")


def _meanwhile(fault: Fault, runner: Runner, stop: threading.Event) -> None:
    if fault.cancelled:
        stop.set()
    elif fault.meanwhile is not None and runner.process is not None:
        fault.meanwhile(runner.process)


def _quiet(_what: str, _share: float) -> None:
    pass


def processes(folder: Path) -> list[str]:
    """The processes alive whose temporary folder is below `folder`; none where the system does not tell."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if f"TMPDIR={folder}".encode() in environment:
            found.append(process.name)
    return found
