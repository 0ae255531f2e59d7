"""Standard output that may end before we do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO


def tell(texts: Iterable[str], out: TextIO | None = None) -> None:
    """Writes texts; a reader that has enough (`| head`) is no mistake, and the exit status stays what it is."""
    out = out or sys.stdout
    try:
        out.writelines(texts)
        out.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
