"""tensorflow.data.Dataset, step by step: what each method makes of the elements and of their number."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim, add, as_dim, floor_divide, multiply, subtract
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run
from .data import DATASET, as_tensors, common, common_batched, mapped, row, shortest


def _stacked(element: Any, first: Dim) -> Any:
    return mapped(element, lambda a: a.like(shape=None if a.shape is None else (first, *a.shape), node=None))


def _deeper(batched: int | None) -> int | None:
    return None if batched is None else batched + 1


def _whole_batches(count: Dim, size: Any, drop_remainder: Any) -> Dim:
    """How many batches of `size` elements are made of so many; None, which is endless, stays."""
    size = as_dim(size)
    if count is None or count is ANY or not isinstance(drop_remainder, bool):
        return None if count is None else ANY
    return floor_divide(count if drop_remainder else add(count, subtract(size, 1)), size)


@function(DATASET + "batch")
def batch(self: Any, batch_size: Any, drop_remainder: Any = False, *_: Any, **__: Any) -> Any:
    """A new first axis of None, or of the batch's size where the rest is dropped."""
    first: Dim = as_dim(batch_size) if drop_remainder is True else None
    count = _whole_batches(self.cardinality, batch_size, drop_remainder)
    return self.of(_stacked(self.element, first), count, _deeper(self.batched))


@function(DATASET + "padded_batch")
def padded_batch(
    self: Any, batch_size: Any, padded_shapes: Any = None, padding_values: Any = None, drop_remainder: Any = False,
    name: Any = None,
) -> Any:  # fmt: skip
    first: Dim = as_dim(batch_size) if drop_remainder is True else None
    element = self.element if padded_shapes is None else _padded(self.element, padded_shapes)
    count = _whole_batches(self.cardinality, batch_size, drop_remainder)
    return self.of(_stacked(element, first), count, _deeper(self.batched))


def _padded(element: Any, shapes: Any) -> Any:
    """The elements after padding to these shapes; None and -1 are the longest of the batch."""
    if isinstance(element, Array):
        if not isinstance(shapes, (tuple, list)) or element.shape is None or len(shapes) != len(element.shape):
            return element.like(shape=None if element.shape is None else (ANY,) * len(element.shape))
        return element.like(shape=tuple(None if size in (None, -1) else as_dim(size) for size in shapes), node=None)
    if isinstance(element, tuple) and isinstance(shapes, (tuple, list)) and len(shapes) == len(element):
        return tuple(_padded(e, s) for e, s in zip(element, shapes))
    if isinstance(element, dict) and isinstance(shapes, dict):
        return {key: _padded(value, shapes.get(key)) for key, value in element.items()}
    return mapped(element, lambda a: _padded(a, None))


@function(DATASET + "bucket_by_sequence_length")
def bucket_by_sequence_length(
    self: Any, element_length_func: Any, bucket_boundaries: Any, bucket_batch_sizes: Any, padded_shapes: Any = None,
    *_: Any, **__: Any,
) -> Any:  # fmt: skip
    element = self.element if padded_shapes is None else _padded(self.element, padded_shapes)
    return self.of(_stacked(element, None), ANY, _deeper(self.batched))


@function(DATASET + "rebatch")
def rebatch(self: Any, batch_size: Any, drop_remainder: Any = False, name: Any = None) -> Any:
    first: Dim = as_dim(batch_size) if drop_remainder is True and isinstance(batch_size, int) else None
    return self.of(_stacked(mapped(self.element, row), first), ANY, self.batched)


@function(DATASET + "unbatch")
def unbatch(self: Any, name: Any = None) -> Any:
    return self.of(mapped(self.element, row), ANY, None if not self.batched else self.batched - 1)


@function(DATASET + "window")
def window(
    self: Any, size: Any, shift: Any = None, stride: Any = 1, drop_remainder: Any = False, name: Any = None
) -> Any:
    """Each element is a data set of some of the elements; of a tuple, a tuple of data sets."""
    whole = as_dim(size) if drop_remainder is True else ANY
    count: Dim = None if self.cardinality is None else ANY
    steps = (size, size if shift is None else shift, stride, self.cardinality)
    if drop_remainder is True and all(isinstance(step, int) and step > 0 for step in steps):
        count = max((self.cardinality - (size - 1) * stride - 1) // steps[1] + 1, 0)
    return self.of(_windows(self.element, whole), count, None)


def _windows(element: Any, size: Dim) -> Any:
    if isinstance(element, dict):
        return {key: _windows(value, size) for key, value in element.items()}
    if isinstance(element, tuple):
        return tuple(_windows(value, size) for value in element)
    return element if isinstance(element, Unknown) else Dataset(element, size, None)


def _called(self: Dataset, function: Any, run: Run) -> Any:
    """The program's function on an element: a tuple is spread over its parameters."""
    element = self.element
    return run.call(function, *(element if isinstance(element, tuple) else (element,)))


@function(DATASET + "map")
def map_(self: Any, map_func: Any, *_: Any, run: Run, **__: Any) -> Any:
    result = _called(self, map_func, run)
    if isinstance(result, Unknown):
        return self.of(result, self.cardinality, self.batched)
    # A list of results counts as a tuple of them; inside of others it is made a tensor.
    parts = tuple(result) if isinstance(result, list) else result
    return self.of(as_tensors(parts), self.cardinality, self.batched)


@function(DATASET + "flat_map", DATASET + "interleave")
def flat_map(self: Any, map_func: Any, *_: Any, run: Run, **__: Any) -> Any:
    """The elements of the data sets that the function makes of each."""
    result = _called(self, map_func, run)
    element = result.element if isinstance(result, Dataset) else Unknown("elements that are not followed")
    return self.of(element, ANY, None)


@function(DATASET + "apply")
def apply(self: Any, transformation_func: Any, *, run: Run) -> Any:
    """What the function makes of the data set."""
    result = run.call(transformation_func, self)
    return result if isinstance(result, Dataset) else Dataset(Unknown("a data set that is not followed"), ANY, None)


@function(DATASET + "ragged_batch", DATASET + "group_by_window", DATASET + "sparse_batch", DATASET + "scan")
def unfollowed(self: Any, *_: Any, **__: Any) -> Any:
    return self.of(Unknown("elements that are not followed"))


@function(
    *(DATASET + name for name in ("shuffle", "cache", "prefetch", "with_options", "snapshot", "as_numpy_iterator"))
)
def same_elements(self: Any, *_: Any, **__: Any) -> Any:
    return self


@function(DATASET + "filter", DATASET + "take_while", DATASET + "ignore_errors", DATASET + "unique")
def some(self: Any, *_: Any, **__: Any) -> Any:
    """The same elements, fewer of them."""
    return self.like(cardinality=ANY)


@function(DATASET + "take")
def take(self: Any, count: Any, name: Any = None) -> Any:
    if not isinstance(count, int):
        return self.like(cardinality=ANY)
    return self if count < 0 else self.like(cardinality=shortest([self.cardinality, count]))


@function(DATASET + "skip")
def skip(self: Any, count: Any, name: Any = None) -> Any:
    if self.cardinality is None:
        return self
    known = isinstance(count, int) and count >= 0 and isinstance(self.cardinality, int)
    return self.like(cardinality=max(self.cardinality - count, 0) if known else ANY)


@function(DATASET + "shard")
def shard(self: Any, num_shards: Any, index: Any, name: Any = None) -> Any:
    known = all(isinstance(n, int) for n in (num_shards, index, self.cardinality)) and num_shards > 0
    count = len(range(index, self.cardinality, num_shards)) if known else None if self.cardinality is None else ANY
    return self.like(cardinality=count)


@function(DATASET + "repeat")
def repeat(self: Any, count: Any = None, name: Any = None) -> Any:
    if count is None or count == -1:
        return self.like(cardinality=None if self.cardinality != 0 else 0)
    if self.cardinality is None:
        return self if isinstance(count, int) and count > 0 else self.like(cardinality=ANY)
    return self.like(cardinality=multiply(self.cardinality, as_dim(count)))


@function(DATASET + "enumerate")
def enumerate_(self: Any, start: Any = 0, name: Any = None) -> Any:
    return self.of((Array((), "int64", kind="tensor"), self.element), self.cardinality, None)


@function(DATASET + "concatenate")
def concatenate(self: Any, dataset: Any, name: Any = None) -> Any:
    if not isinstance(dataset, Dataset):
        return Dataset(Unknown("elements of two data sets"), ANY, None)
    endless = self.cardinality is None or dataset.cardinality is None
    count = None if endless else add(self.cardinality, dataset.cardinality)
    element = self.element if self.element == dataset.element else common(self.element, dataset.element)
    return self.of(element, count, common_batched((self, dataset)))


@function(DATASET + "reduce", DATASET + "save", DATASET + "get_single_element")
def other(self: Any, *_: Any, **__: Any) -> Any:
    return Unknown("what is made of a whole data set")
