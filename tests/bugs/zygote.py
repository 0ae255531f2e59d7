"""A process that has Keras imported and forks for each program. `python -m tests.bugs.zygote`.

A job is a JSON line (text, files, check); the answer is one: the error's words, or null, and the one-based lines
[first, last] of the program's frames in its traceback, outermost first.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import traceback
from typing import Any

SECONDS = 120
NAME = "program.py"


def answer(job: dict[str, str]) -> dict[str, Any]:
    """Runs a program in this process, in a new folder."""
    from tests.bugs import datasets, files

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        exec(job["files"], dict(vars(files)))
        datasets.install(job["text"])
        _seed()
        names: dict[str, Any] = {"__name__": "__main__", "__file__": NAME}
        _remember(job["text"])
        try:
            exec(compile(job["text"], NAME, "exec"), names)
            exec(job["check"], names)
        except (Exception, SystemExit) as error:
            said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(NAME)]
            return {"error": said, "lines": [[f.lineno, f.end_lineno or f.lineno] for f in frames]}
        finally:
            os.chdir("/")
    return {"error": None, "lines": []}


def _seed() -> None:
    import random

    import numpy as np

    random.seed(0)
    np.random.seed(0)


def _remember(text: str) -> None:
    import linecache

    # AutoGraph asks for the source of the program's functions.
    linecache.cache[NAME] = (len(text), None, text.splitlines(True), NAME)


def forked(job: dict[str, str]) -> dict[str, Any]:
    """Runs a program in a fork."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        # Of its own work: on a busy machine the clock on the wall would end what runs well.
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(10 * SECONDS)
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        os.write(writing, json.dumps(answer(job)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process, 0)
    return json.loads(said) if said else {"error": f"ended with status {status}", "lines": []}


def main() -> None:
    # What programs commonly import is in memory before the fork; nothing of it is run.
    import keras.datasets
    import numpy as np
    import pandas as pd
    import sklearn.model_selection
    import sklearn.preprocessing
    import tensorflow as tf

    assert keras, (np, pd, sklearn, tf)
    for line in sys.stdin:
        print(json.dumps(forked(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
