"""Layers that make numbers of words and categories, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, Tensor, some, tensor

pytestmark = pytest.mark.keras

_MODES = ("int", "int", "one_hot", "multi_hot", "count", "many")


def _words(draw: Random, ranks: tuple[int, ...]) -> Tensor:
    """Symbolic strings: real ones are drawn by none of numpy's zeros."""
    made = tensor(draw, draw.choice(ranks), (1, 1, 2, 3))
    return Tensor(made.shape, "string")


def _vectorization(draw: Random) -> Case:
    arguments = some(draw, output_mode=_MODES, max_tokens=(None, 10, 20), pad_to_max_tokens=(False, False, True))
    arguments["vocabulary"] = ["a", "b", "c"][: draw.choice((1, 2, 3))]
    if draw.random() < 0.5:
        arguments["output_sequence_length"] = draw.choice((None, 4, 6))
    return LayerCase(Build("TextVectorization", arguments), (_words(draw, (1, 1, 2)),))


def _lookup(cls: str, vocabulary: Any, dtype: str) -> Any:
    def case(draw: Random) -> Case:
        arguments = some(draw, output_mode=_MODES, num_oov_indices=(1, 1, 2))
        arguments["vocabulary"] = vocabulary
        if draw.random() < 0.2:
            arguments |= {"max_tokens": 10, "pad_to_max_tokens": draw.choice((True, False))}
        first = tensor(draw, draw.choice((1, 2, 2, 3)), (1, 2, 3), ("int64",))
        return LayerCase(Build(cls, arguments), (first if dtype == "int64" else Tensor(first.shape, dtype),))

    return case


def _category(draw: Random) -> Case:
    arguments = some(draw, output_mode=("multi_hot", "one_hot", "count", "some"))
    arguments["num_tokens"] = draw.choice((3, 5, 5, 5, None, 0))
    first = tensor(draw, draw.choice((1, 2, 2, 3)), (1, 2, 3), ("int64", "int32"))
    return LayerCase(Build("CategoryEncoding", arguments), (first,))


def _discretization(draw: Random) -> Case:
    arguments = some(draw, output_mode=("int", "int", "one_hot", "multi_hot", "count", "many"))
    if draw.random() < 0.8:
        arguments["bin_boundaries"] = [0.0, 0.5, 1.0][: draw.choice((1, 2, 3))]
    if draw.random() < 0.15:
        arguments["num_bins"] = draw.choice((3, -1))
    first = tensor(draw, draw.choice((1, 2, 2, 3)), (1, 2, 3), ("float32", "float32", "int64", "float64"))
    return LayerCase(Build("Discretization", arguments), (first,))


def _hashing(draw: Random) -> Case:
    arguments = some(draw, output_mode=("int", "int", "one_hot", "multi_hot", "count", "many"), salt=(None, 3, (1, 2)))
    arguments |= {"num_bins": draw.choice((3, 5, 5, 0)), **some(draw, mask_value=(None, 0))}
    first = tensor(draw, draw.choice((1, 2, 2, 3)), (1, 2, 3), ("int64", "int32"))
    words = draw.random() < 0.3 and not first.eager
    return LayerCase(Build("Hashing", arguments), (Tensor(first.shape, "string") if words else first,))


def _crossing(draw: Random) -> Case:
    arguments = {"num_bins": draw.choice((3, 5)), **some(draw, output_mode=("int", "one_hot", "count"))}
    first = tensor(draw, draw.choice((1, 1, 2, 2, 2, 3)), (1, 1, 1, 3), ("int64", "int64", "int32", "float32"))
    others = [tensor(draw, 2, (1, 3)) if draw.random() < 0.1 else first for _ in range(draw.choice((1, 1, 1, 2, 0)))]
    return LayerCase(Build("HashedCrossing", arguments), ([first, *others],))


TABLE = {
    "TextVectorization": _vectorization,
    "StringLookup": _lookup("StringLookup", ["a", "b", "c"], "string"),
    "IntegerLookup": _lookup("IntegerLookup", [3, 5, 7], "int64"),
    "CategoryEncoding": _category,
    "Discretization": _discretization,
    "Hashing": _hashing,
    "HashedCrossing": _crossing,
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
