"""tensorflow.data.Dataset: what its elements are, and the ways to make one. Its steps are in data_steps.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim, as_dim, same
from ...values.dtype import as_dtype
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_tensor
from ..registry import attribute, function

DATASET = "tensorflow.data.Dataset."
_SPEC = "tensorflow.TensorSpec"


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


def as_tensors(value: Any) -> Any:
    """Nested data as tf.data takes it: tuples and dicts are structure, lists are made into tensors."""
    if isinstance(value, dict):
        return {k: as_tensors(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return tuple(as_tensors(v) for v in value)
    if isinstance(value, Dataset):
        return value
    if isinstance(value, list):
        _require_alike(value)
    array = as_tensor(value)
    if isinstance(array, Unknown):
        # It may be a tensor, or a structure of them.
        return Unknown(array.reason)
    return array.like(kind="tensor", content=None, columns=None, node=None)


def _require_alike(parts: list[Any]) -> None:
    """Of a list TensorFlow makes one tensor: its arrays must be of one shape."""
    arrays = [part for part in parts if isinstance(part, Array) and part.shape is not None]
    for other in arrays[1:]:
        first = arrays[0].shape or ()
        differ = len(first) != other.rank or any(same(a, b) is False for a, b in zip(first, other.shape or ()))
        if differ:
            raise Mismatch("array-shapes", first, other.shape, argument="tensors", listed=True)


def row(array: Array) -> Array:
    """One of an array's elements along its first axis."""
    shape = array.shape[1:] if array.shape else None
    return Array(shape, array.dtype, array.interval, kind="tensor", one_hot=array.one_hot)


def common(a: Any, b: Any) -> Any:
    """What elements of both data sets are."""
    if isinstance(a, Array) and isinstance(b, Array):
        shape = None
        if a.shape is not None and b.shape is not None and len(a.shape) == len(b.shape):
            shape = tuple(p if p == q else None for p, q in zip(a.shape, b.shape))
        return Array(shape, a.dtype if a.dtype == b.dtype else "", kind="tensor")
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(common(p, q) for p, q in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        return {key: common(value, b[key]) for key, value in a.items()}
    return Unknown("elements of two data sets")


def common_batched(datasets: Sequence[Dataset]) -> int | None:
    batched = {dataset.batched for dataset in datasets}
    return batched.pop() if len(batched) == 1 else None


@function("tensorflow.data.Dataset.from_tensor_slices")
def from_tensor_slices(tensors: Any, name: Any = None) -> Any:
    """Elements are the rows of the first axis, which all tensors share."""
    structure = as_tensors(tensors)
    count: Dim = ANY
    for array in leaves(structure):
        if array.shape is None:
            continue
        if not array.shape:
            raise Mismatch("array-shapes", 1, array.shape, operation="from_tensor_slices")
        if same(count, array.shape[0]) is False:
            raise Mismatch("sample-count", count, array.shape[0], first=("tensors", None), second=("tensors", None))
        count = array.shape[0] if not isinstance(count, int) else count
    # A size of None is one that the graph does not know, and no data set is endless for it.
    return Dataset(mapped(structure, row), ANY if count is None else count)


@function("tensorflow.data.Dataset.from_tensors")
def from_tensors(tensors: Any, name: Any = None) -> Any:
    return Dataset(as_tensors(tensors), 1, None)


@function("tensorflow.data.Dataset.range")
def range_(*args: Any, output_type: Any = None, name: Any = None) -> Any:
    count: Dim = ANY
    if all(isinstance(a, int) for a in args) and 1 <= len(args) <= 3 and (len(args) < 3 or args[2]):
        count = len(range(*args))
    elif len(args) == 1:
        count = as_dim(args[0])
    return Dataset(Array((), "int64" if output_type is None else as_dtype(output_type), kind="tensor"), count)


@function("tensorflow.data.Dataset.zip")
def zip_(*args: Any, datasets: Any = None, name: Any = None) -> Any:
    """As many elements as the shortest has."""
    structure = datasets if datasets is not None else args[0] if len(args) == 1 else tuple(args)
    parts = _datasets(structure)
    if not parts or not all(isinstance(p, Dataset) for p in parts):
        return Unknown("a zip of what is not known")
    return Dataset(_elements(structure), shortest([p.cardinality for p in parts]), common_batched(parts))


def _datasets(structure: Any) -> list[Any]:
    if isinstance(structure, dict):
        return [d for value in structure.values() for d in _datasets(value)]
    if isinstance(structure, (tuple, list)):
        return [d for value in structure for d in _datasets(value)]
    return [structure]


def _elements(structure: Any) -> Any:
    if isinstance(structure, dict):
        return {key: _elements(value) for key, value in structure.items()}
    if isinstance(structure, (tuple, list)):
        return tuple(_elements(value) for value in structure)
    return structure.element


def shortest(counts: Sequence[Dim]) -> Dim:
    """The least of several numbers of elements, of which None is endless."""
    ending = [count for count in counts if count is not None]
    numbers = [count for count in ending if isinstance(count, int)]
    if len(numbers) == len(ending):
        return min(numbers, default=None)
    return ending[0] if all(count == ending[0] for count in ending) else ANY


@function("tensorflow.data.Dataset.sample_from_datasets", "tensorflow.data.Dataset.choose_from_datasets")
def sample_from_datasets(datasets: Any, *_: Any, **__: Any) -> Any:
    return _mixed(datasets)


@function("tensorflow.data.experimental.sample_from_datasets", "tensorflow.data.experimental.choose_from_datasets")
def sampled(datasets: Any, *_: Any, **__: Any) -> Any:
    return _mixed(datasets)


def _mixed(datasets: Any) -> Any:
    if not isinstance(datasets, (list, tuple)) or not datasets or not all(isinstance(d, Dataset) for d in datasets):
        return Unknown("a mixture of what is not known")
    element = datasets[0].element
    for dataset in datasets[1:]:
        element = common(element, dataset.element)
    return Dataset(element, ANY, common_batched(datasets))


@function("tensorflow.data.Dataset.from_generator")
def from_generator(
    generator: Any, output_types: Any = None, output_shapes: Any = None, args: Any = None, output_signature: Any = None,
    name: Any = None,
) -> Any:  # fmt: skip
    if output_signature is not None:
        return Dataset(_signature(output_signature), ANY, None)
    if output_types is not None:
        return Dataset(_typed(output_types, output_shapes), ANY, None)
    return Dataset(Unknown("elements of a generator"), ANY, None)


def _signature(spec: Any) -> Any:
    if isinstance(spec, dict):
        return {k: _signature(v) for k, v in spec.items()}
    if isinstance(spec, (tuple, list)):
        return tuple(_signature(v) for v in spec)
    if isinstance(spec, Object) and spec.cls == _SPEC:
        return Array(_dims(spec.arguments.get("shape")), as_dtype(spec.arguments.get("dtype")), kind="tensor")
    return Array(None, kind="tensor")


def _typed(types: Any, shapes: Any) -> Any:
    if isinstance(types, dict):
        given = shapes if isinstance(shapes, dict) else {}
        return {key: _typed(kind, given.get(key)) for key, kind in types.items()}
    if isinstance(types, (tuple, list)):
        each = shapes if isinstance(shapes, (tuple, list)) and len(shapes) == len(types) else [None] * len(types)
        return tuple(_typed(t, s) for t, s in zip(types, each))
    return Array(_dims(shapes), as_dtype(types), kind="tensor")


def _dims(shape: Any) -> tuple[Dim, ...] | None:
    return tuple(as_dim(d) for d in shape) if isinstance(shape, (tuple, list)) else None


@function("tensorflow.TensorSpec")
def tensor_spec(shape: Any = None, dtype: Any = "float32", name: Any = None) -> Any:
    return Object(_SPEC, {"shape": shape, "dtype": dtype})


@attribute(_SPEC + ".shape")
def spec_shape(self: Any) -> Any:
    return Unknown("a shape") if self.arguments["shape"] is None else self.arguments["shape"]


@function("tensorflow.data.TextLineDataset", "tensorflow.data.TFRecordDataset")
def lines(filenames: Any, *_: Any, **__: Any) -> Any:
    """A text for each line or record."""
    return Dataset(Array((), "str", kind="tensor"), ANY)


@function("tensorflow.data.Dataset.list_files")
def list_files(file_pattern: Any, *_: Any, **__: Any) -> Any:
    return Dataset(Array((), "str", kind="tensor"), ANY)


@function(DATASET + "cardinality", "tensorflow.data.experimental.cardinality")
def cardinality(self: Any) -> Any:
    count = self.cardinality if isinstance(self, Dataset) else ANY
    return Array((), "int64", content=(count,) if isinstance(count, int) else None, kind="tensor")


@attribute(DATASET + "element_spec")
def element_spec(self: Any) -> Any:
    return mapped(self.element, lambda a: Object(_SPEC, {"shape": a.shape, "dtype": a.dtype}))
