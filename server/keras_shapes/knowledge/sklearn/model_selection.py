"""sklearn.model_selection: train_test_split; and sklearn.utils.shuffle."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, agree, same, subtract, symbol
from ...values.mismatch import Mismatch
from ...values.reference import Many
from ...values.unknown import Unknown
from ..arguments import plain
from ..coercion import as_array
from ..numpy.intervals import spread
from ..registry import function
from ..run import Run


@function("sklearn.model_selection.train_test_split", "sklearn.cross_validation.train_test_split")
def train_test_split(
    *arrays: Any, test_size: Any = None, train_size: Any = None, random_state: Any = None, shuffle: Any = True,
    stratify: Any = None, run: Run,
) -> list[Any]:  # fmt: skip
    """sklearn/model_selection/_split.py: each array in two, all at the same places. Raises Mismatch("sample-count")."""
    parts = [as_array(a) for a in arrays]
    samples = common_samples(parts, "train_test_split")
    train, test = split_sizes(samples, plain(test_size), plain(train_size), run)
    return [_as_given(a, half) for a, p in zip(arrays, parts) for half in (_part(p, train), _part(p, test))]


def _as_given(whole: Any, part: Any) -> Any:
    """Of a list the parts are lists."""
    if not isinstance(whole, (list, Many)) or not isinstance(part, Array) or not part.shape:
        return part
    element = part.like(shape=part.shape[1:], interval=part.interval and replace(part.interval, attained=False))
    return Many("a part of a list", element=whole.element if isinstance(whole, Many) else element, length=part.shape[0])


def common_samples(arrays: list[Array | Unknown], operation: str) -> Dim:
    """The number of samples, which must be the same in all. An array of unknown rank tells none."""
    samples: Dim = ANY
    first: Array | None = None
    for array in arrays:
        if not isinstance(array, Array) or array.shape is None:
            continue
        if not array.shape:
            raise Mismatch("array-shapes", 1, (), operation=operation)
        if first is not None and same(samples, array.shape[0]) is False:
            arrays_of = (first, array)
            raise Mismatch("sample-count", samples, array.shape[0], arrays=arrays_of, operation=operation)
        first = array if first is None else first
        samples = agree(samples, array.shape[0])
    return samples


def _part(array: Array | Unknown, samples: Dim) -> Any:
    if isinstance(array, Unknown) or not array.shape:
        return array if isinstance(array, Unknown) else Array(None, array.dtype)
    shape = (samples, *array.shape[1:])
    columns = None if array.columns is None else tuple(replace(c, content=None) for c in array.columns)
    bounds = spread(array.interval, array.dtype, shape)
    return array.like(shape=shape, interval=bounds, content=None, node=None, origin=None, columns=columns)


def split_sizes(samples: Dim, test_size: Any, train_size: Any, run: Run | None) -> tuple[Dim, Dim]:
    """How many samples are for training, and how many for testing. Raises Mismatch for sizes that cannot be."""
    if test_size is None and train_size is None:
        test_size = 0.25
    for size in (test_size, train_size):
        _check_size(size, samples)
    if not all(s is None or isinstance(s, (int, float)) for s in (test_size, train_size)):
        return unknown_sizes(run)
    if isinstance(samples, int):
        return _known_sizes(samples, test_size, train_size)
    if samples is ANY or samples is None:
        return unknown_sizes(run)
    return _symbolic_sizes(samples, test_size, train_size)


def _check_size(size: Any, samples: Dim) -> None:
    if isinstance(size, bool) or not isinstance(size, (int, float)):
        return
    too_large = size >= 1 if isinstance(size, float) else isinstance(samples, int) and size >= samples
    if size <= 0 or too_large:
        raise Mismatch("array-shapes", samples, size, operation="train_test_split", share=True)


def _known_sizes(samples: int, test_size: Any, train_size: Any) -> tuple[int, int]:
    test = math.ceil(test_size * samples) if isinstance(test_size, float) else test_size
    train = math.floor(train_size * samples) if isinstance(train_size, float) else train_size
    if train is None:
        train = samples - test
    elif test is None:
        test = samples - train
    if train + test > samples or train == 0:
        raise Mismatch("array-shapes", samples, train + test, operation="train_test_split", share=True)
    return train, test


def _symbolic_sizes(samples: Dim, test_size: Any, train_size: Any) -> tuple[Dim, Dim]:
    """Of n samples: a symbol for the share, the rest by subtraction."""
    test, train = _share(samples, test_size, "ceil"), _share(samples, train_size, "floor")
    if train is None:
        return subtract(samples, test), test
    return train, subtract(samples, train) if test is None else test


def _share(samples: Dim, size: Any, rounding: str) -> Dim:
    if isinstance(size, float):
        return symbol(f"{size:g}*{samples}", (rounding, size, samples))
    return size  # type: ignore[no-any-return]


def unknown_sizes(run: Run | None) -> tuple[Dim, Dim]:
    """Two numbers nobody knows, the same for all arrays of the call."""
    if run is None:
        return ANY, ANY
    key = run.new("size")
    return symbol("n_train", (key, "train")), symbol("n_test", (key, "test"))


@function("sklearn.utils.shuffle")
def shuffle(*arrays: Any, random_state: Any = None, n_samples: Any = None) -> Any:
    """sklearn/utils/_indexing.py: each array's samples in the same new order."""
    parts = [as_array(a) for a in arrays]
    samples = common_samples(parts, "shuffle")
    count = samples if n_samples is None else ANY
    mixed = [_part(p, count) for p in parts]
    return mixed[0] if len(mixed) == 1 else mixed
