"""Data against a model's declared input: what Keras adjusts, and where it raises.

Sources: keras/src/models/functional.py (_adjust_input_rank), keras/src/layers/input_spec.py.
"""

from __future__ import annotations

from ...values.array import Array, Shape
from ...values.dim import same
from ...values.mismatch import Mismatch


def adjust_input(data: Array, declared: Array, strict: bool) -> Array:
    """The data as it enters the layers, after Keras' adjustment of the rank.

    data: shape (samples, …). declared: the model's input, shape (None, …).
    strict: a functional model compares every size; a Sequential compares none.
    Raises Mismatch of kind "input-rank", "missing-batch-axis", "input-shape" or "input-dtype"; expected = the
    declared shape, found = the data's.
    """
    if data.dtype in ("str", "object", "bytes") and declared.dtype not in ("string", "str"):
        raise Mismatch("input-dtype", declared.dtype or "float32", data.dtype, declared, shape=data.shape)
    found, expected = data.shape, declared.shape
    if found is None or expected is None:
        return data
    adjusted = _same_rank(found, expected)
    if adjusted is None:
        kind = "missing-batch-axis" if _one_sample(found, expected) else "input-rank"
        raise Mismatch(kind, expected, found, declared)
    axis = next((i for i in range(1, len(expected)) if same(adjusted[i], expected[i]) is False), None)
    if strict and axis is not None:
        kind = "missing-batch-axis" if _one_sample(found, expected) else "input-shape"
        raise Mismatch(kind, expected, found, declared, axis=axis)
    return data if adjusted == found else data.reshaped(adjusted)


def _same_rank(found: Shape, expected: Shape) -> Shape | None:
    """The data's shape with a last axis of 1 added or dropped; None where the ranks cannot be made equal."""
    if len(found) == len(expected):
        return found
    if len(found) == len(expected) + 1 and found[-1] == 1:
        return found[:-1]
    if len(found) == len(expected) - 1 and expected[-1] == 1:
        return (*found, 1)
    if len(found) == len(expected) + 1 and not isinstance(found[-1], int):
        return found[:-1]
    return None


def _one_sample(found: Shape, expected: Shape) -> bool:
    """The data has exactly the declared shape without its batch axis."""
    return len(found) == len(expected) - 1 and all(same(a, b) for a, b in zip(found, expected[1:]))
