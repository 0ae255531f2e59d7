"""`python -m tests.benchmarks.validation [--short]`: how long validations take beside the import of TensorFlow.

All in one run, in turn, so that a noisy machine is noisy for all of them: read the ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.execution.run import Run
from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.slice import cut

_MODEL = """\
import numpy as np
from tensorflow import keras
x, y = np.zeros((100, 28, 28, 1)), np.zeros((100, 10))
model = keras.Sequential([
    keras.layers.Conv2D(8, 3, activation="relu", input_shape=(28, 28, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(10),
])
"""
PROGRAMS = {
    "shapes only": _MODEL,
    "one predict": _MODEL + "model.predict(x)\n",
    "one training step": _MODEL + "model.compile('adam', 'mse')\nmodel.fit(x, y)\n",
}
FIRST = 1.5
# Goals on a machine that imports TensorFlow in two seconds; on another they are as much slower as the import is.
GOALS = {"shapes only": 0.10, "one predict": 0.45, "one training step": 0.45}
_IMPORT_SECONDS = 2.0
_IMPORT = [sys.executable, "-c", "import tensorflow"]


@dataclass(slots=True)
class Times:
    """Seconds of each kind, and megabytes of the warm child and of each kind's fork."""

    imported: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    next: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PROGRAMS})
    memory: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in ("zygote", *PROGRAMS)})


def measure(rounds: int, repeats: int) -> Times:
    """In each round an import, a first validation and `repeats` of each kind."""
    times = Times()
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": ""}
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(_IMPORT, check=True, env=environment, stderr=subprocess.DEVNULL)
        times.imported.append(time.perf_counter() - start)
        with Runner(sys.executable) as runner:
            times.first.append(_timed(runner, "one predict")[0])
            for _ in range(repeats):
                for name in PROGRAMS:
                    seconds, run = _timed(runner, name)
                    times.next[name].append(seconds)
                    times.memory[name].append(run.memory)
            times.memory["zygote"].append(runner.memory)
    return times


def _timed(runner: Runner, name: str) -> tuple[float, Run]:
    start = time.perf_counter()
    watch = Watch.from_now(Limits(120.0, unconfined=True), lambda: False)
    run = runner.run(cut(PROGRAMS[name], []), Path("train.py"), watch)
    assert run.finished, run
    return time.perf_counter() - start, run


def told(times: Times) -> tuple[bool, str]:
    """Whether all goals are met, and the words."""
    imported = statistics.median(times.imported)
    first = statistics.median(times.first) / imported
    met = first <= FIRST
    words = [f"import tensorflow {imported:.2f} s", f"first validation {first:.2f} × that (goal {FIRST})"]
    for name, seconds in times.next.items():
        middle, share = statistics.median(seconds), GOALS[name] / _IMPORT_SECONDS
        met = met and (middle <= GOALS[name] or middle / imported <= share)
        words.append(f"{name} {middle:.3f} s = {middle / imported:.3f} × (goal {GOALS[name]} s or {share:.3f} ×)")
    return met, "; ".join(words)


def memory(times: Times) -> str:
    held = {name: statistics.median(values) / (1 << 20) for name, values in times.memory.items()}
    return ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in held.items())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.validation", description=__doc__)
    parser.add_argument("--short", action="store_true")
    short = parser.parse_args(arguments).short
    times = measure(1, 5) if short else measure(3, 10)
    met, words = told(times)
    print(f"memory of its own: {memory(times)}")
    print(f"bench-validate: {words}{'' if met else '; NOT MET'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
