"""Dense, Flatten, Dropout, Embedding and their like, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, rank_near, some, tensor

pytestmark = pytest.mark.keras

_RATE = (0, 0.2, 0.5, 1, -0.1, 1.5)


def _dense(draw: Random) -> Case:
    dtypes = (None, None, "float16", "float64", "mixed_float16")
    arguments = some(draw, use_bias=(True, False), activation=(None, "relu", "softmax"), dtype=dtypes)
    arguments["units"] = draw.choice((1, 2, 3, 5, 5, 5, 0, -1, 2.5, None))
    return LayerCase(Build("Dense", arguments), calls(draw, tensor(draw, draw.choice((0, 1, 2, 2, 2, 3, 4)))))


def _embedding(draw: Random) -> Case:
    arguments = some(draw, mask_zero=(True, False), input_length=(None, 3))
    arguments["input_dim"] = draw.choice((1, 5, 9, 9, 9, 0, -2))
    arguments["output_dim"] = draw.choice((1, 4, 4, 4, 0))
    return LayerCase(Build("Embedding", arguments), calls(draw, tensor(draw, draw.choice((1, 2, 2, 2, 3)))))


def _reversible(draw: Random) -> Case:
    arguments = some(draw, tie_weights=(True, False), mask_zero=(True, False))
    arguments |= {"input_dim": draw.choice((5, 9)), "output_dim": draw.choice((2, 3, 4))}
    keywords = some(draw, reverse=(False, True))
    return LayerCase(Build("ReversibleEmbedding", arguments), (tensor(draw, draw.choice((1, 2, 2, 3))),), keywords)


# Each with an output shape that fits, and the letters that a bias may have.
_EQUATIONS: tuple[tuple[int, str, Any, tuple[str | None, ...]], ...] = (
    (2, "ab,bc->ac", 4, (None, "c", "a")),
    (3, "abc,cd->abd", (None, 4), (None, "d", "bd")),
    (3, "abc,cde->abde", (None, 2, 3), (None, "de", "e")),
    (3, "...x,xy->...y", 4, (None, "y")),
    (4, "...x,xy->...y", 4, (None, "y")),
    (3, "ab...,bc->ac...", 4, (None, "c")),
    (3, "abc,bcd->ad", 4, (None, "d")),
    (3, "abc,cd->ad", 4, (None, "d")),
    (3, "abc,dc->abd", (3, 4), (None, "d")),
    (2, "ab->a", 4, (None,)),
    (3, "abc,cd->abe", (None, 4), (None,)),
)


def _einsum(draw: Random) -> Case:
    rank, equation, output_shape, axes = draw.choice(_EQUATIONS)
    if draw.random() < 0.1:
        output_shape = draw.choice((4, (None, 4), (None, None, 4)))
    bias = draw.choice((*axes, *axes, "x"))
    arguments = {"equation": equation, "output_shape": output_shape, "bias_axes": bias}
    first = tensor(draw, rank_near(draw, rank), (2, 3, 4))
    return LayerCase(Build("EinsumDense", arguments), calls(draw, first))


def _keeping(cls: str, ranks: tuple[int, ...] = (1, 2, 3, 4), **choices: tuple[Any, ...]) -> Any:
    """A layer that keeps the shape; the first argument is always given."""

    def case(draw: Random) -> Case:
        required = {name: draw.choice(values) for name, values in list(choices.items())[:1]}
        arguments = {**some(draw, **dict(list(choices.items())[1:])), **required}
        return LayerCase(Build(cls, arguments), calls(draw, tensor(draw, rank_near(draw, draw.choice(ranks)))))

    return case


TABLE = {
    "Dense": _dense,
    "Embedding": _embedding,
    "ReversibleEmbedding": _reversible,
    "EinsumDense": _einsum,
    "Flatten": _keeping("Flatten", (1, 2, 3, 4, 5), data_format=(None, "channels_last", "channels_first", "channels")),
    "Dropout": _keeping("Dropout", rate=_RATE),
    "AlphaDropout": _keeping("AlphaDropout", rate=_RATE),
    "GaussianDropout": _keeping("GaussianDropout", rate=_RATE),
    "GaussianNoise": _keeping("GaussianNoise", stddev=(0.1, 0, 1)),
    "ActivityRegularization": _keeping("ActivityRegularization", l1=(0.0, 0.1), l2=(0.0, 0.1)),
    "SpatialDropout1D": _keeping("SpatialDropout1D", (3,), rate=_RATE),
    "SpatialDropout2D": _keeping("SpatialDropout2D", (4,), rate=_RATE, data_format=(None, "channels_first")),
    "SpatialDropout3D": _keeping("SpatialDropout3D", (5,), rate=_RATE, data_format=(None, "channels_first")),
    "Masking": _keeping("Masking", (2, 3, 4), mask_value=(0.0, -1.0)),
    "Identity": _keeping("Identity"),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
