"""keras.utils against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import array, axis, call, filled, one_of, sizes
from .functions import FunctionCase
from .harness import Case, check

pytestmark = pytest.mark.keras


def _labels(draw: Random) -> Any:
    shape = draw.choice(((20,), (20, 1), (4, 1), (3, 2), (2, 3, 1), (1,), ()))
    labels = filled(draw, shape, draw.choice(("int64", "int32", "uint8", "float32")))
    return draw.choice((labels, np.abs(labels), labels.tolist()))


def _sequences(draw: Random) -> Any:
    if draw.random() < 0.2:
        return array(draw, draw.choice((1, 2, 3)), "int64")
    return [list(range(draw.randint(0, 5))) for _ in range(draw.randint(1, 4))]


def _picture(draw: Random) -> Any:
    shape = [*sizes(draw, 2), draw.choice((1, 3, 4, 2))]
    return filled(draw, shape[: draw.choice((2, 3, 3, 3))], draw.choice(("uint8", "float32")))


def _from_picture(draw: Random) -> Case:
    return FunctionCase(
        "keras.utils.img_to_array",
        (_picture(draw),),
        {"data_format": draw.choice((None, "channels_last", "channels_first")), "dtype": draw.choice((None, "uint8"))},
    )


def _normalized(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2, 3)))
    return FunctionCase("keras.utils.normalize", (a,), {"axis": axis(draw, a.ndim), "order": draw.choice((1, 2))})


_PADDING = {
    "maxlen": one_of(None, 2, 4, 6),
    "dtype": one_of("int32", "float32"),
    "padding": one_of("pre", "post"),
    "truncating": one_of("pre", "post"),
    "value": one_of(0.0, -1, 7),
}

TABLE = {
    "keras.utils.to_categorical": call("keras.utils.to_categorical", _labels, num_classes=one_of(None, 3, 10, 200)),
    "keras.utils.normalize": _normalized,
    "keras.utils.pad_sequences": call("keras.utils.pad_sequences", _sequences, **_PADDING),
    "keras.utils.img_to_array": _from_picture,
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
