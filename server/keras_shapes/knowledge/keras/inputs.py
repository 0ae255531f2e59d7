"""Data against a model's declared input: what Keras adjusts, and where it raises.

Sources: keras/src/models/functional.py (_adjust_input_rank), keras/src/layers/input_spec.py
(assert_input_compatibility). Measured in tests/oracle/test_inputs.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...values.array import Array, Shape
from ...values.dim import same
from ...values.dtype import is_float
from ...values.mismatch import Mismatch
from .alignment import may_be_one

_TEXT = ("str", "bytes", "string")


def adjust_input(data: Array, declared: Array, strict: bool, called: bool = False) -> Array:
    """The data as it enters the layers: of the declared type, its rank adjusted as Keras does.

    data: shape (samples, …). declared: the model's input, shape (None, …).
    strict: a functional model compares sizes; a Sequential compares none.
    called: by `model(x)` itself, not by `predict`, `fit` and their like, which refuse more types.
    Raises Mismatch of kind "input-rank", "missing-batch-axis", "input-shape" or "input-dtype"; expected = the
    declared shape (or type), found = the data's.
    """
    result = declared.like(kind=data.kind, node=None, origin=None)
    # Only a functional model that is called itself converts objects, and only to floating point.
    converted = called and strict and is_float(declared.dtype)
    if declared.dtype not in _TEXT and (data.dtype in _TEXT or (data.dtype == "object" and not converted)):
        raise Mismatch("input-dtype", declared.dtype or "float32", data.dtype, result, shape=data.shape)
    found, expected = data.shape, declared.shape
    if found is None or expected is None:
        return data.like(dtype=declared.dtype or data.dtype)
    adjusted = _ranks_equal(found, expected)
    if adjusted is None or (strict and _compared(found, expected) is not None):
        raise misfit(data, declared) or Mismatch("input-shape", expected, found, result)
    return data.like(shape=adjusted, dtype=declared.dtype or data.dtype)


def misfit(data: Array, declared: Array) -> Mismatch | None:
    """In which way data is not what was declared; None where it is, or may be.

    Not by itself a proof that anything raises: it says why, once something does: a layer that takes the data of a
    Sequential, or one sample whose last axis was taken for the missing one.
    """
    found, expected = data.shape, declared.shape
    if found is None or expected is None:
        return None
    result = declared.like(kind=data.kind, node=None, origin=None)
    if len(found) == len(expected) - 1 and all(same(a, b) for a, b in zip(found, expected[1:])):
        return Mismatch("missing-batch-axis", expected, found, result)
    adjusted = _ranks_equal(found, expected)
    if adjusted is None:
        return Mismatch("input-rank", expected, found, result)
    axis = next((i for i in range(1, len(expected)) if same(adjusted[i], expected[i]) is False), None)
    return None if axis is None else Mismatch("input-shape", expected, found, result, axis=axis)


def _ranks_equal(found: Shape, expected: Shape) -> Shape | None:
    """The data's shape with a last axis of 1 added or dropped; None where the ranks cannot be made equal."""
    if len(found) == len(expected):
        return found
    if len(found) == len(expected) + 1 and may_be_one(found[-1]):
        return found[:-1]
    # A declared size of None is not 1 to Keras.
    if len(found) == len(expected) - 1 and expected[-1] is not None and may_be_one(expected[-1]):
        return (*found, 1)
    return None


def _compared(found: Shape, expected: Shape) -> int | None:
    """The first axis in which a functional model sees a difference: a last axis of 1 on either side is not compared."""
    spec = expected[:-1] if expected[-1] == 1 else expected
    shape = found[:-1] if found[-1:] == (1,) else found
    return next((i for i, (a, b) in enumerate(zip(spec, shape)) if i and same(a, b) is False), None)


def match_inputs(data: Any, names: Sequence[str | None], sequential: bool = False) -> list[Any] | None:
    """The member of the data for each input of a model, in the inputs' order; None where it cannot be said.

    data: an array, or nested lists, tuples and dicts of them. names: each input's, None where it is not known.
    Raises Mismatch("input-structure"): expected, found = the numbers of inputs, or the names and the keys given.
    """
    if isinstance(data, dict):
        return _by_name(data, names)
    leaves = list(_leaves(data))
    if any(not isinstance(leaf, Array) for leaf in leaves):
        return None
    # A Sequential takes the first of several.
    if len(leaves) != len(names) and not (sequential and leaves):
        raise Mismatch("input-structure", len(names), len(leaves))
    return leaves[: len(names)]


def _by_name(data: dict[Any, Any], names: Sequence[str | None]) -> list[Any] | None:
    missing = [name for name in names if name is not None and name not in data]
    if missing and all(isinstance(key, str) for key in data):
        raise Mismatch("input-structure", tuple(names), tuple(data), missing=tuple(missing))
    return None if None in names or missing else [data[name] for name in names]


def _leaves(data: Any) -> Iterator[Any]:
    """The members of a nested structure in Keras' order: dicts by sorted keys."""
    if isinstance(data, dict):
        for key in sorted(data, key=str):
            yield from _leaves(data[key])
    elif isinstance(data, (list, tuple)):
        for part in data:
            yield from _leaves(part)
    elif data is not None:
        yield data
