"""Merging layers and their lower-case forms, against real Keras."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from keras_shapes.knowledge import binding, registry

from .harness import Case, check
from .layers import Build, LayerCase, Stage, Tensor, real_value, some, tensor

pytestmark = pytest.mark.keras

_ELEMENTWISE = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")


@dataclass(frozen=True)
class MergeCase:
    """A lower-case form called on a list of tensors."""

    name: str
    inputs: Any
    keywords: dict[str, Any] = field(default_factory=dict)

    def real(self) -> Any:
        import keras

        return getattr(keras.layers, self.name)(real_value(self.inputs), **self.keywords)

    def ours(self) -> Any:
        stage = Stage()
        rule = registry.rule(f"keras.layers.{self.name}")
        assert rule is not None
        return binding.call(rule, [stage.value(self.inputs)], self.keywords, stage)

    def __str__(self) -> str:
        return f"{self.name}({self.inputs!r}, {self.keywords})"


def _inputs(draw: Random, count: int, free: float = 0.35) -> Any:
    """Tensors of the same sizes; some with a size or a rank of their own."""
    first = tensor(draw, draw.choice((1, 2, 2, 3, 4)))
    members = [first]
    for _ in range(count - 1):
        shape = list(first.shape)
        if draw.random() < free and shape:
            shape[draw.randrange(len(shape))] = draw.choice((1, 2, 3) if first.eager else (None, 1, 2, 3))
        if draw.random() < free / 3:
            shape = shape[:1] + shape[2:] if draw.random() < 0.5 else [*shape, 2]
        dtype = first.dtype if draw.random() < 0.9 else "float32"
        members.append(Tensor(tuple(shape), dtype, first.eager))
    return members[0] if draw.random() < 0.03 else members


def _elementwise(cls: str) -> Any:
    def case(draw: Random) -> Case:
        inputs = _inputs(draw, draw.choice((2, 2, 2, 3, 1)))
        return LayerCase(Build(cls), (inputs,)) if cls[0].isupper() else MergeCase(cls, inputs)

    return case


def _concatenate(cls: str) -> Any:
    def case(draw: Random) -> Case:
        axes = (-1, -1, 1, 2, 0, -2, 3)
        arguments = some(draw, axis=axes)
        inputs = _inputs(draw, draw.choice((2, 2, 2, 3, 1)))
        return LayerCase(Build(cls, arguments), (inputs,)) if cls[0].isupper() else MergeCase(cls, inputs, arguments)

    return case


def _dot(cls: str) -> Any:
    def case(draw: Random) -> Case:
        axes = draw.choice((1, 1, -1, 2, (1, 1), (2, 1), (1, 2), (2, 2), (-1, -2), (1,), None, (1, 2, 3)))
        arguments = {"axes": axes, **some(draw, normalize=(True, False))}
        inputs = _inputs(draw, draw.choice((2, 2, 2, 2, 3)), free=0.2)
        return LayerCase(Build(cls, arguments), (inputs,)) if cls[0].isupper() else MergeCase(cls, inputs, arguments)

    return case


TABLE = {cls: _elementwise(cls) for name in _ELEMENTWISE for cls in (name, name.lower())}
TABLE |= {"Concatenate": _concatenate("Concatenate"), "concatenate": _concatenate("concatenate")}
TABLE |= {"Dot": _dot("Dot"), "dot": _dot("dot")}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
