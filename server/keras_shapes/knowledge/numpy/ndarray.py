"""numpy.ndarray: its attributes, and the methods that are not also functions of the module."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.dim import multiply
from ...values.reference import Library
from ...values.unknown import Unknown
from ..registry import attribute, function
from ..run import Run
from .creation import element_type
from .elementwise import cast_to
from .linalg import matrix_transpose
from .manipulation import permuted


@attribute("numpy.ndarray.shape")
def shape(self: Array) -> Any:
    return Unknown("the shape of an array of unknown rank") if self.shape is None else self.shape


@attribute("numpy.ndarray.ndim")
def ndim(self: Array) -> Any:
    return Unknown("the rank of an array") if self.shape is None else len(self.shape)


@attribute("numpy.ndarray.size")
def size(self: Array) -> Any:
    return self.size


@attribute("numpy.ndarray.dtype")
def dtype(self: Array) -> Any:
    return Library(f"numpy.{self.dtype}") if self.dtype else Unknown("the type of an array's elements")


@attribute("numpy.ndarray.T")
def transposed(self: Array) -> Array:
    return permuted(self, None)


@attribute("numpy.ndarray.mT")
def matrix_transposed(self: Array) -> Array:
    return matrix_transpose(self)


@attribute("numpy.ndarray.real", "numpy.ndarray.imag")
def real(self: Array) -> Array:
    return self if dtypes.kind(self.dtype) != "c" else Array(self.shape)


@attribute("numpy.ndarray.itemsize")
def itemsize(self: Array) -> Any:
    width = dtypes.bits(self.dtype)
    return max(1, width // 8) if width else Unknown("the type of an array's elements")


@attribute("numpy.ndarray.nbytes")
def nbytes(self: Array) -> Any:
    width = itemsize(self)
    return width if isinstance(width, Unknown) else multiply(self.size, width)


@attribute("numpy.ndarray.flat")
def flat(self: Array) -> Array:
    return self.reshaped((self.size,))


@function("numpy.ndarray.astype")
def astype(self: Array, dtype: Any, *_: Any, **__: Any) -> Array:
    return cast_to(self, element_type(dtype, ""))


@function("numpy.ndarray.copy", "numpy.ndarray.__copy__")
def copy(self: Array, *_: Any, **__: Any) -> Array:
    """Another array: what is changed in place in the one is not in the other."""
    return self.like(node=None)


@function("numpy.ndarray.view")
def view(self: Array, *arguments: Any, **keywords: Any) -> Array:
    """The same memory; as another type it is of another shape."""
    return self if not arguments and not keywords else Array(None)


@function("numpy.ndarray.item")
def item(self: Array, *_: Any) -> Any:
    return self.content[0] if self.content and len(self.content) == 1 else Unknown("an element")


@function("numpy.ndarray.tolist")
def tolist(self: Array) -> Any:
    if self.content is not None and self.shape is not None:
        return list(self.content) if self.shape else self.content[0]
    return Unknown("a list of an array's elements")


@function("numpy.ndarray.tofile")
def tofile(self: Array, fid: Any, sep: Any = "", format: Any = "%s", *, run: Run) -> None:
    run.wrote(fid)


@function("numpy.ndarray.setflags")
def nothing(self: Array, *_: Any, **__: Any) -> None:
    return None


@function("numpy.ndarray.tobytes")
def tobytes(self: Array, *_: Any) -> Unknown:
    return Unknown("bytes")


@function("numpy.shape")
def shape_of(a: Array) -> Any:
    return shape(a)


@function("numpy.ndim")
def rank_of(a: Array) -> Any:
    return ndim(a)


@function("numpy.size")
def size_of(a: Array, axis: Any = None) -> Any:
    return a.size if axis is None else Unknown("the size of an axis")


@function("numpy.dtype")
def element(dtype: Any, *_: Any, **__: Any) -> Any:
    name = dtypes.as_dtype(dtype)
    return Library(f"numpy.{name}") if name else Unknown("an element type")
