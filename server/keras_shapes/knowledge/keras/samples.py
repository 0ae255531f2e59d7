"""How many samples x, y and weights hold: keras/src/trainers/data_adapters/data_adapter_utils.py."""

from __future__ import annotations

import math
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, same
from ...values.mismatch import Mismatch


def check_sample_count(x: Any, y: Any = None, sample_weight: Any = None) -> None:
    """Raises Mismatch("sample-count") where two first axes are proved to differ.

    Each may be an array, a list or dict of arrays, or None. expected, found: the two counts.
    facts: first, second = (argument's name, key inside it or None); arrays = the two.
    """
    counted = [
        ((name, key), array)
        for name, value in (("x", x), ("y", y), ("sample_weight", sample_weight))
        for key, array in _arrays(value)
        if array.shape
    ]
    for other, array in counted[1:]:
        # Each is compared with the very first: of two that differ from it, x is likelier right.
        name, reference = counted[0]
        samples, found = _samples(reference), _samples(array)
        if same(samples, found) is False:
            raise Mismatch("sample-count", samples, found, first=name, second=other, arrays=(reference, array))


def _samples(array: Array) -> Dim:
    return array.shape[0] if array.shape else ANY


def _arrays(value: Any) -> list[tuple[Any, Array]]:
    if isinstance(value, Array):
        return [(None, value)]
    if isinstance(value, dict):
        return [(key, part) for key, part in value.items() if isinstance(part, Array)]
    if isinstance(value, (list, tuple)):
        return [(i, part) for i, part in enumerate(value) if isinstance(part, Array)]
    return []


def validation_split(samples: Dim, split: Any) -> tuple[Dim, Dim] | None:
    """How many samples `validation_split=` leaves for training and for validation; None where it is not known.

    Raises Mismatch("sample-count", split=…) where one part would be empty, which Keras refuses.
    """
    if not isinstance(samples, int) or not isinstance(split, (int, float)) or not split:
        return None
    training = math.floor(samples * (1.0 - split))
    if training in (0, samples):
        raise Mismatch("sample-count", None, samples, split=split)
    return training, samples - training
