"""Removes an ignore comment, or a code in it, that silences nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.suppressions import removal
from .context import Context
from .fix import Edit, Fix

CODES = ("unused-ignore",)


def propose(context: Context) -> Iterator[Fix]:
    edit = Edit(removal(context.document, context.diagnostic.range), "")
    yield Fix("Remove what silences nothing", "remove-ignore", (edit,), safe=True, likelihood=1.0)
