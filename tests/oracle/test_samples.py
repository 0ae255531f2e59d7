"""Sample counts and kinds of data in `fit`, `evaluate` and `predict`, and our word on them."""

from __future__ import annotations

from functools import partial

import pytest

from .handing import draw_hand
from .harness import Table, check

pytestmark = pytest.mark.keras

TABLE: Table = {f"samples given to {m}": partial(draw_hand, method=m) for m in ("fit", "evaluate", "predict")}


@pytest.mark.parametrize("name", TABLE)
def test_samples_belong_together_where_keras_says_so(name: str) -> None:
    check(TABLE, name, 12)
