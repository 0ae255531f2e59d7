"""Which types a value is an instance of: Python's own, abstract ones, and those that arrays and tables are told by."""

from __future__ import annotations

import builtins
import collections.abc
import numbers
import types
from typing import Any

from ..values.array import Array
from ..values.dataset import Dataset
from ..values.reference import Library, Ref
from .objects import BoundMethod, EnumMember, Function, UserClass

_PLAIN = (bool, int, float, complex, str, bytes, slice, range, type(None))
_OF_CELLS = {"list": list, "dict": dict, "set": set}
_CALLED = {Function: types.FunctionType, BoundMethod: types.MethodType, UserClass: type}
# The mixed kinds of numbers: a number of ours may be one of numpy's.
_SCALARS = frozenset(f"numpy.{name}" for name in ("generic", "number", "integer", "floating", "bool_"))
_NEVER_NUMPY = (
    frozenset(("keras.KerasTensor", "keras.Variable", "torch.Tensor", "pillow.Image.Image", "scipy.sparse.spmatrix"))
    | {f"tensorflow.{name}" for name in ("Tensor", "Variable", "SparseTensor", "RaggedTensor", "data.Dataset")}
    | {f"pandas.{name}" for name in ("DataFrame", "Series", "Index", "Categorical")}
)

_DATASETS = {
    "tensorflow.data.Dataset": True, "numpy.ndarray": False, "pandas.DataFrame": False,
    **{f"builtins.{name}": False for name in ("dict", "list", "str", "tuple")},
}  # fmt: skip


class _Sequenced:
    """What arrays and tables offer of the abstract types: they have a length, and can be gone through."""

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Any: ...

    def __contains__(self, value: object) -> bool:
        return False


def is_of(value: Any, cls: Any) -> bool | None:
    """Whether a value is an instance of a class; None where nobody knows."""
    if not isinstance(cls, Library):
        return False if isinstance(cls, UserClass) and _representing(value) is not None else None
    wanted = python_type(cls.name)
    own = _representing(value)
    if wanted is not None and own is not None:
        return issubclass(own, wanted)
    if isinstance(value, Dataset):
        return _DATASETS.get(cls.name)
    return _of_array(value, cls.name) if isinstance(value, Array) else _of_plain(value, cls.name)


def python_type(name: str) -> type | None:
    """A type of Python's own by its canonical name: builtins.int, numbers.Number, typing.Sequence."""
    module, _, last = name.rpartition(".")
    home: Any = {"builtins": builtins, "numbers": numbers, "types": types}.get(module)
    if module in ("collections", "collections.abc", "typing"):
        home = collections.abc
    found = getattr(home, last, None)
    return found if isinstance(found, type) else None


def _representing(value: Any) -> type | None:
    """The Python type whose instances are instances of the same of Python's types."""
    if type(value) is tuple or isinstance(value, _PLAIN):
        return type(value)
    if isinstance(value, Ref):
        return _OF_CELLS.get(value.kind)
    if isinstance(value, Array):
        return _Sequenced if value.shape and value.kind in ("numpy", "pandas") else None
    if isinstance(value, EnumMember):
        return None if isinstance(value.value, (int, str)) else object
    return _CALLED.get(type(value))


def _of_array(array: Array, name: str) -> bool | None:
    if not array.shape or array.kind not in ("numpy", "pandas"):
        return None
    if array.kind == "numpy":
        return True if name == "numpy.ndarray" else False if name in _SCALARS | _NEVER_NUMPY else None
    if name in ("numpy.ndarray", "pandas.Series") and len(array.shape) == 2:
        return False
    # A column is a Series, or what became of an index.
    return len(array.shape) == 2 if name == "pandas.DataFrame" else None


def _of_plain(value: Any, name: str) -> bool | None:
    kind = _representing(value)
    if kind is None or name not in {"numpy.ndarray"} | _NEVER_NUMPY | _SCALARS:
        return None
    return None if name in _SCALARS and kind in (bool, int, float, complex) else False


# What objects have that are no arrays of numpy's, and libraries ask for to tell them from those.
_NOT_OF_ARRAYS = frozenset(
    ("numpy", "get_shape", "columns", "iloc", "loc", "values", "index", "keys", "items", "todense", "toarray", "tocsr",
     "to_numpy", "to_tensor", "fit", "predict", "name", "detach", "cpu", "__call__", "_keras_shape", "_keras_history")
)  # fmt: skip
_OF_ARRAYS = frozenset(
    ("shape", "ndim", "dtype", "size", "T", "astype", "reshape", "tolist", "copy", "mean", "max", "min", "sum", "any",
     "all", "__len__", "__iter__", "__getitem__", "__array__", "__array_interface__", "__contains__")
)  # fmt: skip


def has(value: Any, name: str) -> bool | None:
    """Whether a value has an attribute; None where nobody knows."""
    if isinstance(value, Array):
        certain = value.kind == "numpy" and value.shape
        return None if not certain or name not in _OF_ARRAYS | _NOT_OF_ARRAYS else name in _OF_ARRAYS
    kind = _representing(value)
    # A number of ours may be one of numpy's, a tuple the shape of a tensor.
    if kind not in (str, bytes, list, dict, set, slice, range, type(None)):
        return None
    # Not `hasattr(kind, …)`: a type can be called, its instances cannot.
    return any(name in base.__dict__ for base in kind.__mro__)


def called(value: Any) -> bool | None:
    """Whether a value can be called; None where nobody knows."""
    kind = _representing(value)
    if isinstance(value, Ref) and value.kind in ("layer", "model"):
        return True
    return None if kind is None or kind is object else kind in _CALLED.values()


def class_of(value: Any) -> Library | None:
    """`type(value)`, of what is never of a class derived from it."""
    kind = _representing(value)
    if isinstance(value, Array):
        return Library("numpy.ndarray") if kind is not None and value.kind == "numpy" else None
    return Library(f"builtins.{kind.__name__}") if kind in (bool, str, bytes, list, dict, range, slice) else None
