"""The layers' cases once more, under policies of other types: what each layer computes in, and gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .harness import check
from .layer_tables import once_more

pytestmark = pytest.mark.keras

_POLICIES = ("mixed_float16", "mixed_bfloat16", "float64", "float16")
SHARE = 0.25
TABLE = once_more(" under a policy", lambda case, draw: replace(case, policy=draw.choice(_POLICIES)))


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name, 4)
