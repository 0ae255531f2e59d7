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
from .recheck import Effect, effect

if TYPE_CHECKING:
    from ..analysis import Analysis

MAX_OFFERED = 8
MAX_TRIED = 24


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
    complete = list({f.edits: f for f in reversed([context.completed(f) for f in proposed])}.values())[::-1]
    effects = [(effect(analysis, diagnostic, f), f) for f in complete[:MAX_TRIED]]
    # Where every fix uncovers another mistake, the program has two of them.
    for wanted in (Effect.MENDS, Effect.UNCOVERS):
        good = [f for e, f in effects if e is wanted][:MAX_OFFERED]
        if good:
            yield from (replace(f, preferred=i == 0) for i, f in enumerate(good))
            return
