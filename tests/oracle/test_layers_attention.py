"""Attention, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, Tensor, some, tensor

pytestmark = pytest.mark.keras


def _like(draw: Random, first: Tensor, share: float = 0.4) -> Tensor:
    """Another tensor, some of its sizes its own."""
    shape = [d if not i or draw.random() > share else draw.choice((1, 2, 3, 4)) for i, d in enumerate(first.shape)]
    return Tensor(tuple(shape), "float32", first.eager)


def _query(draw: Random) -> Tensor:
    return tensor(draw, draw.choice((3, 3, 3, 3, 4, 2)), (1, 2, 3, 4), ("float32", "float32", "float64"))


def _listed(cls: str, **choices: tuple[Any, ...]) -> Any:
    def case(draw: Random) -> Case:
        query = _query(draw)
        inputs: Any = [query, *(_like(draw, query, 0.2) for _ in range(draw.choice((1, 1, 1, 2, 2, 0, 3))))]
        if draw.random() < 0.05:
            inputs = tuple(inputs)
        keywords = some(draw, return_attention_scores=(False, True))
        return LayerCase(Build(cls, some(draw, **choices)), (inputs,), keywords)

    return case


def _multi_head(draw: Random) -> Case:
    arguments = {"num_heads": draw.choice((1, 2, 4, 0)), "key_dim": draw.choice((1, 2, 3, 2.5))}
    arguments |= some(draw, value_dim=(None, 3), use_bias=(True, False), use_gate=(False, True))
    if draw.random() < 0.2:
        arguments["output_shape"] = draw.choice((5, (5,), (2, 3)))
    query = _query(draw)
    value = _like(draw, query, 0.2 if query.eager else 0.4)
    keywords: dict[str, Any] = {"value": value, **some(draw, return_attention_scores=(False, True))}
    if draw.random() < 0.4:
        keywords["key"] = _like(draw, value, 0.2)
    return LayerCase(Build("MultiHeadAttention", arguments), (query,), keywords)


def _grouped(draw: Random) -> Case:
    heads = draw.choice((1, 2, 4))
    arguments = {"head_dim": draw.choice((1, 2, 3)), "num_query_heads": heads}
    arguments["num_key_value_heads"] = draw.choice((1, 1, heads, 2, 3))
    arguments |= some(draw, use_bias=(True, False), use_gate=(False, True), sliding_window=(None, None, 2, 0))
    query = _query(draw)
    value = _like(draw, query, 0.15)
    keywords: dict[str, Any] = {"value": value, **some(draw, return_attention_scores=(False, True))}
    if draw.random() < 0.3:
        keywords["key"] = _like(draw, value, 0.15)
    return LayerCase(Build("GroupQueryAttention", arguments), (query,), keywords)


TABLE = {
    "Attention": _listed("Attention", use_scale=(True, False), score_mode=("dot", "concat", "product")),
    "AdditiveAttention": _listed("AdditiveAttention", use_scale=(True, False)),
    "MultiHeadAttention": _multi_head,
    "GroupQueryAttention": _grouped,
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
