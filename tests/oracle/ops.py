"""Cases of keras.ops: on arrays, or on symbolic tensors with sizes of None. What its test modules share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy as np

from .arrays import Draw, array
from .functions import FunctionCase
from .harness import Case


def symbolic(draw: Random, value: Any, free: bool) -> Any:
    """The same arguments with every array a KerasTensor, the first size None where `free`."""
    import keras

    if isinstance(value, np.ndarray):
        shape = (None, *value.shape[1:]) if free and value.ndim else value.shape
        return keras.KerasTensor(shape, value.dtype.name)
    if isinstance(value, (list, tuple)):
        return type(value)(symbolic(draw, v, free) for v in value)
    return value


def eager(value: Any) -> Any:
    """The same arguments with every array a tensor of TensorFlow's."""
    import keras

    if isinstance(value, (list, tuple)):
        return type(value)(eager(v) for v in value)
    return keras.ops.convert_to_tensor(value) if isinstance(value, np.ndarray) else value


def either(name: str, drawn: Callable[[Random], tuple[tuple[Any, ...], dict[str, Any]]], free: bool = True, tensors: bool = False) -> Draw:  # fmt: skip
    """A case on real arrays (as TensorFlow's `tensors`), or, one in three, on symbolic tensors."""

    def case(draw: Random) -> Case:
        arguments, keywords = drawn(draw)
        if draw.random() < 0.35:
            arguments = symbolic(draw, arguments, free and draw.random() < 0.5)
        elif tensors:
            arguments = eager(arguments)
        return FunctionCase(f"keras.{name}", arguments, keywords)

    return case


def of_one(name: str, more: Callable[[Random, Any], Sequence[Any]] = lambda *_: (), ranks: Sequence[int] = (0, 1, 2, 3, 4), free: bool = True, **keywords: Callable[[Random, Any], Any]) -> Draw:  # fmt: skip
    def drawn(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
        a = array(draw, draw.choice(ranks))
        given = {k: d(draw, a) for k, d in keywords.items() if draw.random() < 0.67}
        return (a, *more(draw, a)), given

    return either(f"ops.{name}", drawn, free)
