"""The layers' cases once more, under policies of other types: what each layer computes in, and gives."""

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
from .harness import Case, check
from .layers import LayerCase

pytestmark = pytest.mark.keras


_POLICIES = ("mixed_float16", "mixed_bfloat16", "float64", "float16")


def _under(plain: Callable[[Random], Case], draw: Random) -> Case:
    case = plain(draw)
    return replace(case, policy=draw.choice(_POLICIES)) if isinstance(case, LayerCase) else case


SHARE = 0.25
TABLE = {
    f"{name} under a policy": partial(_under, plain)
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
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name, 4)
