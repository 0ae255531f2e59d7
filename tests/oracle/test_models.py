"""What models say of themselves: shapes, layers, weights, counts, parts of them, against real Keras."""

from __future__ import annotations

from functools import partial

import pytest

from .harness import Table, check
from .models import KINDS, draw_model

pytestmark = pytest.mark.keras

# Most cases make and run a model.
SHARE = 0.1
TABLE: Table = {f"a model {kind}": partial(draw_model, kind=kind) for kind in KINDS}


@pytest.mark.parametrize("name", TABLE)
def test_models_are_what_they_say(name: str) -> None:
    check(TABLE, name, 6)
