"""One child process and the talk with it: jobs out, events in, within a time limit, leaving nothing behind."""

from __future__ import annotations

import hashlib
import hmac
import json
import queue
import secrets
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from . import sandbox

Event = MappingProxyType[str, Any]
_CHILD = Path(__file__).with_name("child.py")
_LONGEST_LINE = 1 << 20
# A full queue stops the reader, and thereby a child that floods its pipe.
_WAITING_EVENTS = 2000
_POLL_SECONDS = 0.05
_SECONDS_TO_END = 0.3
# Only the child itself, not its run, says these.
_OWN = ("ready", "ended")


class OutOfTimeError(Exception):
    """The time limit was reached."""


class CancelledError(Exception):
    """The user cancelled."""


class ChildGoneError(Exception):
    """The child ended without an answer; the argument is what it said last on its standard error."""


class Seal:
    """What tells the events of one sender from whatever else is written on the pipe."""

    def __init__(self) -> None:
        self.key = secrets.token_hex(32)
        self._last = 0

    def opened(self, line: bytes) -> Event | None:
        """The event of a line; None when it is not sealed with this key, or comes a second time."""
        seal, _, body = line.strip().partition(b" ")
        right = hashlib.blake2b(body, key=bytes.fromhex(self.key), digest_size=16).hexdigest()
        if not hmac.compare_digest(seal, right.encode()):
            return None
        event = json.loads(body)
        if event["number"] <= self._last:
            return None
        self._last = event["number"]
        return MappingProxyType(event)


class Child:
    """A running child process; made by `child()`."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._own, self._run = Seal(), Seal()
        self._events: queue.Queue[Event | None] = queue.Queue(_WAITING_EVENTS)
        self._closed = threading.Event()
        assert process.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def send(self, job: dict[str, Any]) -> None:
        """Hand a job to the child. Raises ChildGoneError."""
        assert self._process.stdin is not None
        if job["do"] == "run":
            # Each run has a key of its own: what it learns of it is of no use for another.
            self._run = Seal()
        key = {"warm": self._own.key, "run": self._run.key}.get(job["do"])
        try:
            self._process.stdin.write(json.dumps({**job, "key": key}).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise ChildGoneError(self.last_words()) from error

    def receive(self, deadline: float, cancelled: Callable[[], bool]) -> Event:
        """The child's next event, `deadline` being of `time.monotonic()`.

        Raises OutOfTimeError, CancelledError, ChildGoneError.
        """
        while True:
            if cancelled():
                raise CancelledError
            left = deadline - time.monotonic()
            if left <= 0:
                raise OutOfTimeError
            with suppress(queue.Empty):
                event = self._events.get(timeout=min(left, _POLL_SECONDS))
                if event is None:
                    raise ChildGoneError(self.last_words())
                return event

    def last_words(self) -> str:
        """The end of what went to the child's standard error."""
        try:
            with (self._folder / "messages").open("rb") as file:
                file.seek(0, 2)
                file.seek(max(0, file.tell() - 2000))
                return file.read().decode(errors="replace").strip()
        except OSError:
            return ""

    def exit_status(self) -> int | None:
        """The status of a child that has ended, a signal's number negated; None when it goes on though it is silent."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_SECONDS_TO_END)
        return None

    def close(self) -> None:
        """Kill the child and all it started."""
        self._closed.set()
        sandbox.end(self._process)
        self._reader.join(timeout=1.0)

    def _read(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := stream.readline(_LONGEST_LINE):
                event = self._opened(line)
                if event is not None and not self._put(event):
                    return
        self._put(None)

    def _opened(self, line: bytes) -> Event | None:
        """What is no event of the child or its run is nothing: the program may have written on our pipe."""
        event = self._run.opened(line)
        if event is None:
            return self._own.opened(line)
        return None if event["event"] in _OWN else event

    def _put(self, event: Event | None) -> bool:
        while not self._closed.is_set():
            with suppress(queue.Full):
                self._events.put(event, timeout=_POLL_SECONDS)
                return True
        return False


def command(interpreter: str) -> list[str]:
    """What is started: nothing is imported before the child has taken its pipes."""
    return [interpreter, "-B", "-u", str(_CHILD)]


@contextmanager
def child(interpreter: str, folder: Path) -> Iterator[Child]:
    """A child of `interpreter`, alive inside the block.

    Raises OSError when the interpreter cannot be started.
    """
    running = Child(sandbox.start(command(interpreter), folder), folder)
    try:
        yield running
    finally:
        running.close()
