"""The layers' cases once more, ours told less: what is not known must raise no alarm, and crash nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from . import (
    test_layers_attention,
    test_layers_augmentation,
    test_layers_convolutional,
    test_layers_core,
    test_layers_merging,
    test_layers_normalization,
    test_layers_pooling,
    test_layers_preprocessing,
    test_layers_reshaping,
    test_layers_rnn,
    test_layers_spectrograms,
    test_layers_text,
)
from .harness import DISAGREED, Case, run
from .layers import LayerCase

pytestmark = pytest.mark.keras


def _blurred(plain: Callable[[Random], Case], draw: Random) -> Case:
    case = plain(draw)
    return replace(case, blur=draw) if isinstance(case, LayerCase) else case


# Half the cases of the plain tables: most answers are unknown.
SHARE = 0.5
TABLE = {
    f"{name}, partly unknown": partial(_blurred, plain)
    for family in (
        test_layers_attention,
        test_layers_augmentation,
        test_layers_convolutional,
        test_layers_core,
        test_layers_merging,
        test_layers_normalization,
        test_layers_pooling,
        test_layers_preprocessing,
        test_layers_reshaping,
        test_layers_rnn,
        test_layers_spectrograms,
        test_layers_text,
    )
    for name, plain in family.TABLE.items()
    if name[0].isupper()
}


@pytest.mark.parametrize("name", TABLE)
def test_raises_no_false_alarm(name: str) -> None:
    tally = run(TABLE, name, 8)
    assert not tally.counts[DISAGREED], "\n".join(map(str, tally.disagreed[:5]))
