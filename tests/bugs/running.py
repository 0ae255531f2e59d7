"""Runs programs under real Keras, several at once, and remembers what came of each."""

from __future__ import annotations

import hashlib
import json
import os
import queue
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MEMORY = ROOT / "build" / "bugs-runs.json"


@dataclass(frozen=True, slots=True)
class Job:
    """A program's text, what makes its files, and what must hold after it."""

    text: str
    files: str
    check: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """error: None where the program ran to its end. lines: [first, last] of its frames, outermost first."""

    error: str | None
    lines: list[list[int]]


class Runner:
    """A few zygotes. The same program with the same surroundings is run once, ever."""

    def __init__(self, processes: int = 0) -> None:
        self._count = processes or min(4, os.cpu_count() or 1)
        self._idle: queue.Queue[subprocess.Popen[str] | None] = queue.Queue()
        self._all: list[subprocess.Popen[str]] = []
        self._writing = threading.Lock()
        for _ in range(self._count):
            self._idle.put(None)
        self._surroundings = _digest(
            *(Path(__file__).with_name(f"{name}.py").read_text() for name in ("zygote", "datasets", "files")),
            (ROOT / "requirements" / "keras.lock").read_text(),
        )
        self._memory: dict[str, Any] = json.loads(MEMORY.read_text()) if MEMORY.exists() else {}

    def run(self, jobs: list[Job]) -> list[Outcome]:
        """What came of each, in order."""
        with ThreadPoolExecutor(self._count) as threads:
            return list(threads.map(self._one, jobs))

    def close(self) -> None:
        for process in self._all:
            if process.stdin:
                process.stdin.close()
            process.wait()

    def _remember(self) -> None:
        # After each one: a run that is broken off loses nothing. Another run may have written meanwhile.
        with self._writing:
            MEMORY.parent.mkdir(exist_ok=True)
            written = json.loads(MEMORY.read_text()) if MEMORY.exists() else {}
            new = MEMORY.with_suffix(f".{os.getpid()}")
            new.write_text(json.dumps(written | dict(self._memory)))
            new.replace(MEMORY)

    def _one(self, job: Job) -> Outcome:
        key = _digest(self._surroundings, job.text, job.files, job.check)
        if key not in self._memory:
            self._memory[key] = self._ask({"text": job.text, "files": job.files, "check": job.check})
            self._remember()
        return Outcome(**self._memory[key])

    def _ask(self, job: dict[str, str]) -> dict[str, Any]:
        process = self._idle.get() or self._start()
        try:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            said: dict[str, Any] = json.loads(process.stdout.readline())
            return said
        finally:
            self._idle.put(process)

    def _start(self) -> subprocess.Popen[str]:
        quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "KERAS_BACKEND": "tensorflow"}
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.bugs.zygote"],
            cwd=ROOT, env={**os.environ, **quiet}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._all.append(process)
        return process


def _digest(*texts: str) -> str:
    return hashlib.sha1("\0".join(texts).encode(), usedforsecurity=False).hexdigest()
