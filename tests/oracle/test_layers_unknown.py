"""The layers' cases once more, ours told less: what is not known must raise no alarm, and crash nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .harness import DISAGREED, run
from .layer_tables import once_more

pytestmark = pytest.mark.keras

# Half the cases of the plain tables: most answers are unknown.
SHARE = 0.5
TABLE = once_more(", partly unknown", lambda case, draw: replace(case, blur=draw))


@pytest.mark.parametrize("name", TABLE)
def test_raises_no_false_alarm(name: str) -> None:
    tally = run(TABLE, name, 8)
    assert not tally.counts[DISAGREED], "\n".join(map(str, tally.disagreed[:5]))
