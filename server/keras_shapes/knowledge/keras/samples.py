"""x, y and weights as `fit` takes them in: arrays, of as many samples each, split as it splits them.

Sources: keras/src/trainers/data_adapters/ (array_data_adapter.py, array_slicing.py, data_adapter_utils.py).
Measured in tests/oracle/test_samples.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, Linear, same
from ...values.mismatch import Mismatch
from ...values.reference import Many
from ...values.scalar import Scalar
from ...values.unknown import Unknown


@dataclass(frozen=True, slots=True)
class Samples:
    """What belongs together: each an array, nested lists or dicts of arrays, or None."""

    x: Any
    y: Any = None
    sample_weight: Any = None


def check_arrays(x: Any, y: Any = None, sample_weight: Any = None) -> None:
    """Raises Mismatch("input-dtype", argument=…) where Keras 3 is given what it makes no tensors of.

    So it is in `fit`, `evaluate` and `predict`. Numbers or lists of numbers for arrays: expected "array", found "list"
    or the scalar's type. Arrays of objects that are numbers, or sequences of them: expected "numbers", found "object".
    """
    for name, value in (("x", x), ("y", y), ("sample_weight", sample_weight)):
        if is_scalars(value):
            found = "list" if isinstance(value, (list, tuple, Many)) else type(value).__name__
            raise Mismatch("input-dtype", "array", "number" if isinstance(value, Array) else found, argument=name)
        objects = next((leaf for _, leaf in _leaves(value) if isinstance(leaf, Array) and _holds_objects(leaf)), None)
        if objects is not None:
            raise Mismatch("input-dtype", "numbers", "object", argument=name, array=objects)


def is_scalars(value: Any) -> bool:
    """Whether a number or text, or a list with one in it, stands where arrays belong."""
    return any(_is_scalar(leaf) for _, leaf in _leaves(value))


def _is_scalar(leaf: Any) -> bool:
    if isinstance(leaf, Many):
        # A list of however many numbers, or of lists of them.
        return any(_is_scalar(part) for _, part in _leaves(leaf.element))
    return isinstance(leaf, (int, float, str, Linear, Scalar)) or (isinstance(leaf, Array) and leaf.shape == ())


def _holds_objects(array: Array) -> bool:
    """Texts become tensors all the same; what has a smallest and a largest element is none."""
    return array.kind == "numpy" and array.dtype == "object" and array.interval is not None


def check_sample_count(x: Any, y: Any = None, sample_weight: Any = None) -> None:
    """Raises Mismatch("sample-count") where two first axes are proved to differ, in `fit` and `evaluate`.

    expected, found: the two counts. facts: first, second = (argument's name, key inside it or None);
    arrays = the two. A list with one array a sample is told as such: "input-dtype".
    """
    given = {"x": x, "y": y, "sample_weight": sample_weight}
    _check_lists(given)
    counted = [
        ((name, key), leaf) for name, value in given.items() for key, leaf in _leaves(value) if isinstance(leaf, Array)
    ]
    for other, array in counted[1:]:
        # Each is compared with the very first: of two that differ from it, x is likelier right.
        name, reference = counted[0]
        samples, found = _count(reference), _count(array)
        if same(samples, found) is False:
            if _one_a_sample(given[other[0]], samples):
                raise Mismatch("input-dtype", "array", "list", argument=other[0])
            raise Mismatch("sample-count", samples, found, first=name, second=other, arrays=(reference, array))


def _check_lists(given: dict[str, Any]) -> None:
    """A list of as many arrays as there are samples, however many those are, is taken for as many inputs."""
    counts = [_count(value) for value in given.values() if isinstance(value, Array)]
    counts += [value.length for value in given.values() if isinstance(value, Many)]
    for name, value in given.items():
        arrays = isinstance(value, Many) and isinstance(value.element, Array) and bool(value.element.shape)
        if arrays and sum(same(value.length, count) is True for count in counts) > 1:
            raise Mismatch("input-dtype", "array", "list", argument=name)


def _one_a_sample(value: Any, samples: Dim) -> bool:
    return isinstance(value, (list, tuple)) and len(value) > 1 and len(value) == samples


def _count(array: Array) -> Dim:
    return array.shape[0] if array.shape else ANY


def _leaves(value: Any, key: Any = None) -> Iterator[tuple[Any, Any]]:
    """The leaves of a nested structure with the outermost key of each (None for the structure itself)."""
    if isinstance(value, (dict, list, tuple)):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for inner, part in pairs:
            for _, leaf in _leaves(part):
                yield (inner if key is None else key), leaf
    elif value is not None:
        yield key, value


def split_samples(whole: Samples, split: Any) -> tuple[Samples, Samples | None]:
    """The parts that `validation_split=` makes: the samples for training, and the last ones for validation.

    None for the second where nothing is split off. Raises Mismatch("sample-count", split=…) where a part would be
    empty, which Keras refuses. Where the counts are not known, those of the parts are not.
    """
    if isinstance(split, (int, float)) and not split:
        return whole, None
    samples = next((_count(leaf) for _, leaf in _leaves((whole.x, whole.y)) if isinstance(leaf, Array)), ANY)
    at = validation_split(samples, split)
    if at is None or not isinstance(samples, int):
        return _cut(whole, ANY, ANY), _cut(whole, ANY, ANY)
    return _cut(whole, 0, at[0]), _cut(whole, at[0], samples)


def validation_split(samples: Dim, split: Any) -> tuple[Dim, Dim] | None:
    """How many samples are left for training and for validation; None where it is not known."""
    if not isinstance(samples, int) or not isinstance(split, (int, float)) or not split:
        return None
    training = math.floor(samples * (1.0 - split))
    if training in (0, samples):
        raise Mismatch("sample-count", None, samples, split=split)
    return training, samples - training


def _cut(part: Samples, start: Dim, end: Dim) -> Samples:
    return Samples(*(_sliced(value, start, end) for value in (part.x, part.y, part.sample_weight)))


def _sliced(value: Any, start: Dim, end: Dim) -> Any:
    """value[start:end] of every array."""
    if isinstance(value, dict):
        return {key: _sliced(part, start, end) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_sliced(part, start, end) for part in value)
    if not isinstance(value, Array) or not value.shape:
        return value
    return value.like(shape=(_slice_length(value.shape[0], start, end), *value.shape[1:]), content=None)


def _slice_length(size: Dim, start: Dim, end: Dim) -> Dim:
    if not isinstance(size, int) or not isinstance(start, int) or not isinstance(end, int):
        return ANY
    return len(range(size)[start:end])


def validation_samples(validation_data: Any) -> Samples | Unknown:
    """The parts of `validation_data=(x, y)` or `(x, y, weights)`; Unknown for other things, such as a data set."""
    if isinstance(validation_data, (list, tuple)) and 1 <= len(validation_data) <= 3:
        return Samples(*validation_data)
    return (
        Samples(validation_data) if isinstance(validation_data, Array) else Unknown("validation data of another kind")
    )
