"""The child's talk with the one who started it.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any


class Channel:
    """The private pipe: standard input and output, taken away from the program.

    Events are sealed, so that what the program itself writes on the pipe is no event. A program that goes for the
    objects in its own memory can still lie, but only about itself: the seal of a run is good for that run alone.
    """

    def __init__(self) -> None:
        self.incoming, self._outgoing = os.dup(0), os.dup(1)
        self._seal: Any = None
        self._number = 0
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1):
            os.dup2(null, standard)
        os.close(null)
        self._rest = b""

    def seal(self, key: str) -> None:
        """Seal all further events with `key`, in hexadecimal."""
        self._seal = hashlib.blake2b(key=bytes.fromhex(key), digest_size=16)

    def send(self, **event: Any) -> None:
        self._number += 1
        body = json.dumps({**event, "number": self._number}).encode()
        seal = self._seal.copy()
        seal.update(body)
        # The program may have left half a line.
        data = b"\n" + seal.hexdigest().encode() + b" " + body + b"\n"
        while data:
            data = data[os.write(self._outgoing, data) :]

    def leave(self) -> None:
        """Have no more jobs: in a fork they are another's."""
        os.close(self.incoming)

    def receive(self) -> dict[str, Any] | None:
        """The next job; None when the other side is gone."""
        while b"\n" not in self._rest:
            piece = os.read(self.incoming, 1 << 16)
            if not piece:
                return None
            self._rest += piece
        line, self._rest = self._rest.split(b"\n", 1)
        job: dict[str, Any] = json.loads(line)
        return job
