"""Fixes: one file each, discovered. Offered only when an analysis of the edited text says that they mend.

A fix's module has `CODES`, the rules whose findings it may mend, and `propose(context)`, which yields fixes.
"""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic
from .composition import together
from .context import Context
from .fix import Edit, Fix
from .recheck import Effect, Trial, come, tried

if TYPE_CHECKING:
    from ..analysis import Analysis

_LOG = logging.getLogger(__name__)
MAX_OFFERED = 8
MAX_TRIED = 24
# Of so many fixes that uncover another mistake it is tried to mend that too.
MAX_FOLLOWED = 4
MAX_SECONDS = 3


@lru_cache(maxsize=1)
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(f[:-3] for f in os.listdir(os.path.dirname(__file__)) if f.endswith(".py") and not f.startswith("_"))
    modules = [importlib.import_module(f"{__package__}.{name}") for name in names]
    return tuple(m for m in modules if hasattr(m, "CODES"))


def rules_with_fixes() -> set[str]:
    """The codes of the rules whose findings some fix may mend."""
    return {code for module in _modules() for code in module.CODES}


def offered(analysis: Analysis, diagnostic: Diagnostic) -> Iterator[Fix]:
    """The fixes of a diagnostic that were seen to mend it, likeliest first, the first one preferred."""
    trials = _tried(analysis, diagnostic)
    good = _with(trials, Effect.MENDS)
    if not good:
        # Where every fix uncovers another mistake, the program has two of them: both are mended, if that can be.
        good = [f for t in _promising(trials) for f in _followed(analysis, diagnostic, t)]
    good = good or _with(trials, Effect.UNCOVERS)
    yield from (replace(f, preferred=i == 0) for i, f in enumerate(good[:MAX_OFFERED]))


def _tried(analysis: Analysis, diagnostic: Diagnostic) -> list[Trial]:
    context = Context(analysis, diagnostic)
    proposed = [f for m in _modules() if diagnostic.code in m.CODES for f in _proposed(m, context)]
    proposed.sort(key=lambda f: -f.likelihood)
    complete: dict[tuple[Edit, ...], Fix] = {}
    for fix in proposed:
        whole = context.completed(fix)
        # The likeliest of those with the same edits.
        complete.setdefault(whole.edits, whole)
    return [tried(analysis, diagnostic, f) for f in list(complete.values())[:MAX_TRIED]]


def _proposed(module: ModuleType, context: Context) -> list[Fix]:
    try:
        return list(module.propose(context))
    except Exception:
        # A defect of ours in one fix must not cost the user all the others.
        _LOG.exception("internal error in %s", module.__name__)
        return []


def _with(trials: list[Trial], effect: Effect) -> list[Fix]:
    return [t.fix for t in trials if t.effect is effect]


def _promising(trials: list[Trial]) -> list[Trial]:
    found = [t for t in trials if t.effect in (Effect.UNCOVERS, Effect.TRADES)]
    return sorted(found, key=lambda t: t.effect is Effect.TRADES)[:MAX_FOLLOWED]


def _followed(analysis: Analysis, diagnostic: Diagnostic, first: Trial) -> Iterator[Fix]:
    """A fix together with one of what it uncovers, where the two leave nothing behind."""
    after = first.after
    new = come(analysis, after) if after is not None else []
    if after is None or len(new) != 1:
        return
    for second in _with(_tried(after, new[0]), Effect.MENDS)[:MAX_SECONDS]:
        edits = together(analysis.document, first.fix.edits, after.document, second.edits)
        title = f"{first.fix.title}, and {_inner(second.title)}"
        both = replace(first.fix, title=title, edits=edits, safe=False, alike=first.fix.alike or second.alike)
        if tried(analysis, diagnostic, both).effect is Effect.MENDS:
            yield both
            return


def _inner(title: str) -> str:
    """A title inside a sentence; names of classes keep their capital."""
    return title[:1].lower() + title[1:] if title.partition(" ")[0][1:].isalpha() and title[1:2].islower() else title
