"""Whole programs: an error of ours must stand where the real libraries first raise, and its fixes must run."""

from __future__ import annotations

from functools import partial

import pytest

from .harness import Table, check
from .programs import draw_fix, draw_program

pytestmark = pytest.mark.keras

STYLES = ("listed", "added", "undeclared", "functional")
# Each case runs a program.
SHARE = 0.1
TABLE: Table = {
    **{f"programs, {style}": partial(draw_program, style=style) for style in STYLES},
    **{f"fixes of programs, {style}": partial(draw_fix, style=style) for style in STYLES},
}


@pytest.mark.parametrize("name", TABLE)
def test_programs_raise_where_we_say(name: str) -> None:
    check(TABLE, name, 3)
