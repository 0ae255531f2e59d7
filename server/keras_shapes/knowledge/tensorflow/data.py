"""tensorflow.data.Dataset: element structures and their shapes, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim, add, as_dim, floor_divide, multiply, same, subtract
from ...values.dtype import as_dtype
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_array
from ..registry import attribute, function
from ..run import Run

_D = "tensorflow.data.Dataset."


def mapped(element: Any, change: Callable[[Array], Any]) -> Any:
    """The element with each of its arrays changed."""
    if isinstance(element, dict):
        return {k: mapped(v, change) for k, v in element.items()}
    if isinstance(element, (tuple, list)):
        return tuple(mapped(v, change) for v in element)
    return change(element) if isinstance(element, Array) else element


def leaves(element: Any) -> list[Array]:
    if isinstance(element, dict):
        return [a for v in element.values() for a in leaves(v)]
    if isinstance(element, (tuple, list)):
        return [a for v in element for a in leaves(v)]
    return [element] if isinstance(element, Array) else []


def _tensors(value: Any) -> Any:
    """Nested data as tf.data takes it: tuples and dicts are structure, lists of numbers are arrays."""
    if isinstance(value, dict):
        return {k: _tensors(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return tuple(_tensors(v) for v in value)
    array = as_array(value)
    if isinstance(array, Unknown):
        return Array(None, kind="tensor")
    return array.like(kind="tensor", content=None)


@function("tensorflow.data.Dataset.from_tensor_slices")
def from_tensor_slices(tensors: Any, name: Any = None) -> Any:
    """Elements are the rows of the first axis, which all tensors share."""
    structure = _tensors(tensors)
    arrays = leaves(structure)
    count: Dim = ANY
    for array in arrays:
        if array.shape is None:
            continue
        if not array.shape:
            raise Mismatch("array-shapes", 1, array.shape, operation="from_tensor_slices")
        if same(count, array.shape[0]) is False:
            raise Mismatch("sample-count", count, array.shape[0], first=("tensors", None), second=("tensors", None))
        count = array.shape[0] if not isinstance(count, int) else count
    return Dataset(mapped(structure, _row), count)


def _row(array: Array) -> Array:
    return Array(
        array.shape[1:] if array.shape else None, array.dtype, array.interval, kind="tensor", one_hot=array.one_hot
    )


@function("tensorflow.data.Dataset.from_tensors")
def from_tensors(tensors: Any, name: Any = None) -> Any:
    return Dataset(_tensors(tensors), 1, None)


@function("tensorflow.data.Dataset.range")
def range_(*args: Any, **_: Any) -> Any:
    count = as_dim(args[0]) if len(args) == 1 else subtract(as_dim(args[1]), as_dim(args[0])) if len(args) == 2 else ANY
    return Dataset(Array((), "int64", kind="tensor"), count)


@function("tensorflow.data.Dataset.zip")
def zip_(*args: Any, datasets: Any = None, name: Any = None) -> Any:
    structure = datasets if datasets is not None else args[0] if len(args) == 1 else tuple(args)
    if isinstance(structure, list):
        structure = tuple(structure)
    parts = (
        structure if isinstance(structure, tuple) else tuple(structure.values()) if isinstance(structure, dict) else ()
    )
    if not parts or not all(isinstance(p, Dataset) for p in parts):
        return Unknown("a zip of what is not known")
    batched = {p.batched for p in parts}
    element = (
        {k: v.element for k, v in structure.items()} if isinstance(structure, dict) else tuple(p.element for p in parts)
    )
    return Dataset(element, parts[0].cardinality, batched.pop() if len(batched) == 1 else None)


@function("tensorflow.data.Dataset.from_generator")
def from_generator(
    generator: Any,
    output_types: Any = None,
    output_shapes: Any = None,
    args: Any = None,
    output_signature: Any = None,
    name: Any = None,
) -> Any:
    if output_signature is not None:
        return Dataset(_signature(output_signature), ANY, None)
    if output_types is not None:
        return Dataset(_typed(output_types, output_shapes), ANY, None)
    return Unknown("a data set of a generator")


def _signature(spec: Any) -> Any:
    if isinstance(spec, dict):
        return {k: _signature(v) for k, v in spec.items()}
    if isinstance(spec, (tuple, list)):
        return tuple(_signature(v) for v in spec)
    if isinstance(spec, Object) and spec.cls == "tensorflow.TensorSpec":
        shape = spec.arguments.get("shape")
        dims = tuple(as_dim(d) for d in shape) if isinstance(shape, (tuple, list)) else None
        return Array(dims, as_dtype(spec.arguments.get("dtype")) or "float32", kind="tensor")
    return Array(None, kind="tensor")


def _typed(types: Any, shapes: Any) -> Any:
    if isinstance(types, (tuple, list)):
        given = shapes if isinstance(shapes, (tuple, list)) and len(shapes) == len(types) else [None] * len(types)
        return tuple(_typed(t, s) for t, s in zip(types, given))
    dims = tuple(as_dim(d) for d in shapes) if isinstance(shapes, (tuple, list)) else None
    return Array(dims, as_dtype(types), kind="tensor")


@function("tensorflow.TensorSpec")
def tensor_spec(shape: Any = None, dtype: Any = "float32", name: Any = None) -> Any:
    return Object("tensorflow.TensorSpec", {"shape": shape, "dtype": dtype})


@function(_D + "batch")
def batch(self: Any, batch_size: Any, drop_remainder: Any = False, *_: Any, **__: Any) -> Any:
    """Stacks elements: a new first axis of None, or of the batch's size where the rest is dropped."""
    size = as_dim(batch_size)
    first: Dim = size if drop_remainder is True else None
    element = mapped(self.element, lambda a: a.like(shape=None if a.shape is None else (first, *a.shape), node=None))
    count = self.cardinality
    if count is not None:
        whole = floor_divide(count, size)
        rounded = floor_divide(add(count, subtract(size, 1)), size)
        count = whole if drop_remainder is True else rounded
    return self.of(element, count, None if self.batched is None else self.batched + 1)


@function(
    _D + "ragged_batch",
    _D + "bucket_by_sequence_length",
    _D + "window",
    _D + "group_by_window",
    _D + "interleave",
    _D + "flat_map",
    _D + "sparse_batch",
)
def unfollowed(self: Any, *_: Any, **__: Any) -> Any:
    return Dataset(Unknown("elements that are not followed"), ANY, None)


@function(_D + "padded_batch")
def padded_batch(
    self: Any,
    batch_size: Any,
    padded_shapes: Any = None,
    padding_values: Any = None,
    drop_remainder: Any = False,
    name: Any = None,
) -> Any:
    first: Dim = as_dim(batch_size) if drop_remainder is True else None
    element = mapped(
        self.element, lambda a: a.like(shape=None if a.shape is None else (first, *(None,) * len(a.shape)))
    )
    if padded_shapes is None:
        element = mapped(self.element, lambda a: a.like(shape=None if a.shape is None else (first, *a.shape)))
    return self.of(element, ANY, None if self.batched is None else self.batched + 1)


@function(_D + "unbatch")
def unbatch(self: Any, name: Any = None) -> Any:
    return self.of(mapped(self.element, _row), ANY, None if not self.batched else self.batched - 1)


@function(_D + "map")
def map_(self: Any, map_func: Any, *_: Any, run: Run, **__: Any) -> Any:
    """The program's function on an element: a tuple is spread over its parameters."""
    element = self.element
    arguments = element if isinstance(element, tuple) else (element,)
    result = run.call(map_func, *arguments)
    if isinstance(result, list):
        result = tuple(result)
    if isinstance(result, Unknown):
        return self.of(result, self.cardinality, self.batched)
    result = mapped(result, lambda a: a.like(kind="tensor"))
    return self.of(result, self.cardinality, self.batched)


@function(
    _D + "shuffle",
    _D + "cache",
    _D + "prefetch",
    _D + "with_options",
    _D + "apply",
    _D + "snapshot",
    _D + "rebatch",
    _D + "ignore_errors",
    _D + "shard",
    _D + "as_numpy_iterator",
)
def same_elements(self: Any, *_: Any, **__: Any) -> Any:
    return self


@function(_D + "filter", _D + "take_while", _D + "skip", _D + "take")
def fewer(self: Any, count: Any = None, *_: Any, **__: Any) -> Any:
    """The same elements, fewer of them."""
    return self.like(cardinality=ANY)


@function(_D + "repeat")
def repeat(self: Any, count: Any = None, name: Any = None) -> Any:
    times = None if count is None or count == -1 else as_dim(count)
    return self.like(cardinality=None if times is None else multiply(self.cardinality, times))


@function(_D + "enumerate")
def enumerate_(self: Any, start: Any = 0, name: Any = None) -> Any:
    return self.of((Array((), "int64", kind="tensor"), self.element), self.cardinality, None)


@function(_D + "concatenate")
def concatenate(self: Any, dataset: Any, name: Any = None) -> Any:
    if not isinstance(dataset, Dataset):
        return self.like(cardinality=ANY)
    return self.of(_common(self.element, dataset.element), add(self.cardinality, dataset.cardinality), self.batched)


def _common(a: Any, b: Any) -> Any:
    """What elements of both data sets have in common."""
    if isinstance(a, Array) and isinstance(b, Array):
        shape = None
        if a.shape is not None and b.shape is not None and len(a.shape) == len(b.shape):
            shape = tuple(p if p == q else None for p, q in zip(a.shape, b.shape))
        return a.like(shape=shape, interval=None)
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(_common(p, q) for p, q in zip(a, b))
    return Unknown("elements of two data sets")


@function(_D + "cardinality", "tensorflow.data.experimental.cardinality")
def cardinality(self: Any) -> Any:
    count = self.cardinality if isinstance(self, Dataset) else ANY
    return Array((), "int64", content=(count,) if isinstance(count, int) else None, kind="tensor")


@attribute(_D + "element_spec")
def element_spec(self: Any) -> Any:
    return mapped(self.element, lambda a: Object("tensorflow.TensorSpec", {"shape": a.shape, "dtype": a.dtype}))


@function(_D + "reduce", _D + "save", _D + "get_single_element")
def other(self: Any, *_: Any, **__: Any) -> Any:
    return Unknown("what is made of a whole data set")
