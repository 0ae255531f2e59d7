"""The way in: `serve`. It imports nothing before it has told the garbage collector to take its time."""

from __future__ import annotations

import gc


def serve(address: tuple[str, int] | None = None) -> int:
    """Serves one client, on standard input and output or on a TCP port, until it says `exit`; the exit status."""
    # The protocol's thousands of classes would be gone through again and again while they are made, which is a
    # quarter of the time to the first answer; later the rounds are the slowest edits by far. A larger number saves no
    # time that can be measured, and lets 3 MB of what nobody needs any more lie about (50,000: 60.3 MB, 20,000: 57.3).
    gc.set_threshold(20_000, 20, 100)
    from .language_server import run

    return run(address)
