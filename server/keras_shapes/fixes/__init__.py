"""Fixes: one file each, discovered. Offered only when an analysis of the edited text says that they mend.

A fix's module has `CODES`, the rules whose findings it may mend, and `propose(context)`, which yields fixes.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic
from .context import Context
from .fix import Fix
from .recheck import mends

if TYPE_CHECKING:
    from ..analysis import Analysis

MAX_OFFERED = 8


@lru_cache(maxsize=1)
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(f[:-3] for f in os.listdir(os.path.dirname(__file__)) if f.endswith(".py") and not f.startswith("_"))
    modules = [importlib.import_module(f"{__package__}.{name}") for name in names]
    return tuple(m for m in modules if hasattr(m, "CODES"))


def offered(analysis: Analysis, diagnostic: Diagnostic) -> Iterator[Fix]:
    """The fixes of a diagnostic that were seen to mend it, likeliest first, the first one preferred."""
    context = Context(analysis, diagnostic)
    proposed = [f for m in _modules() if diagnostic.code in m.CODES for f in m.propose(context)]
    proposed.sort(key=lambda f: -f.likelihood)
    seen: set[tuple[object, ...]] = set()
    count = 0
    for fix in proposed:
        complete = context.completed(fix)
        if complete.edits in seen or not mends(analysis, diagnostic, complete):
            continue
        seen.add(complete.edits)
        yield replace(complete, preferred=count == 0)
        count += 1
        if count == MAX_OFFERED:
            return
