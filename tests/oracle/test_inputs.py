"""Data against declared inputs: real models' `predict`, `fit` and call, and our word on the rank's adjustment."""

from __future__ import annotations

from functools import partial

import pytest

from .feeding import draw_feed, draw_structure
from .harness import Table, check

pytestmark = pytest.mark.keras

METHODS = ("predict", "call", "predict_on_batch", "fit", "evaluate")
TABLE: Table = {
    f"{method} of a {kind} model": partial(draw_feed, kind=kind, method=method)
    for kind in ("functional", "sequential")
    for method in METHODS
} | {f"{method} of several inputs": partial(draw_structure, method=method) for method in ("predict", "call")}


@pytest.mark.parametrize("name", TABLE)
def test_data_enters_as_keras_lets_it(name: str) -> None:
    check(TABLE, name, 12)
