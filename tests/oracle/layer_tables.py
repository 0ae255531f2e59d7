"""The cases of all layers once more, each changed in some way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

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
from .harness import Case, Table
from .layers import LayerCase

_FAMILIES = (
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


def once_more(title: str, change: Callable[[LayerCase, Random], Case]) -> Table:
    """A table of every layer's cases as `change` makes them; `title` is added to each name."""

    def changed(plain: Callable[[Random], Case], draw: Random) -> Case:
        case = plain(draw)
        return change(case, draw) if isinstance(case, LayerCase) else case

    return {
        f"{name}{title}": partial(changed, plain)
        for family in _FAMILIES
        for name, plain in family.TABLE.items()
        if name[0].isupper()
    }
