"""Fixes: one file each, discovered. Offered only when an analysis of the edited text says that they mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic
from .fix import Fix

if TYPE_CHECKING:
    from ..analysis import Analysis


def offered(analysis: Analysis, diagnostic: Diagnostic) -> Iterator[Fix]:
    yield from ()
