"""Python's numbers and nested lists as arrays: what numpy's asarray makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..values import dtype as dtypes
from ..values.array import Array
from ..values.dim import ANY, Linear, same
from ..values.interval import Interval, hull
from ..values.reference import Many, Object
from ..values.scalar import Scalar
from ..values.unknown import Unknown

_MAX_CONTENT = 64


PICTURE = "pillow.Image.Image"
"""A picture of Pillow's. Arguments: size = (height, width); channels = a number, None for grey, ANY; dtype."""


def picture_array(picture: Object) -> Array:
    """The array of a picture's pixels: (height, width), or (height, width, channels)."""
    height, width = picture.arguments["size"]
    channels = picture.arguments["channels"]
    dtype = picture.arguments.get("dtype", "uint8")
    pixels = Interval(0, 255) if dtype == "uint8" else None
    if channels is ANY:
        return Array(None, dtype, pixels)
    shape = (height, width) if channels is None else (height, width, channels)
    return Array(tuple(d if isinstance(d, int) else ANY for d in shape), dtype, pixels)


def as_array(value: Any) -> Array | Unknown:
    """The array that a value becomes where an array is wanted."""
    if isinstance(value, Many):
        return _of_many(value)
    if isinstance(value, Scalar):
        return Array((), value.dtype, value.interval)
    if isinstance(value, (Array, Unknown)):
        return value
    if isinstance(value, (bool, int, float, complex, str, bytes)):
        interval = Interval(value, value) if isinstance(value, (int, float)) else None
        return Array((), dtypes.of_scalar(value), interval, (value,))
    if isinstance(value, Linear):
        return Array((), "int64", None, (value,))
    if isinstance(value, Object) and value.cls == PICTURE:
        return picture_array(value)
    if isinstance(value, range):
        value = tuple(value)
    if isinstance(value, (list, tuple)):
        return _stacked(value)
    return Unknown("not an array")


def _of_many(values: Many) -> Array | Unknown:
    """A list of unknown content: its elements are alike, or numpy would not make one array of them."""
    element = as_array(values.element)
    if isinstance(element, Unknown) or element.shape is None or _cell(element):
        return Unknown(values.reason, values.key)
    bounds = None if element.interval is None else replace(element.interval, attained=False)
    return Array((values.length, *element.shape), element.dtype, bounds, kind=element.kind)


def _cell(element: Array) -> bool:
    """Whether it is a cell of an array of objects: a text, or an array of any rank itself."""
    return element.shape == () and element.dtype == "object"


def _stacked(values: list[Any] | tuple[Any, ...]) -> Array | Unknown:
    if not values:
        return Array((0,), "float64", content=())
    parts = [as_array(v) for v in values]
    shape: tuple[Any, ...] | None = ()
    dtype = ""
    interval: Interval | None = None
    for i, part in enumerate(parts):
        if isinstance(part, Unknown) or _cell(part):
            # One element is not known: it may itself be an array of any rank.
            return Array(None)
        if i == 0:
            shape, dtype, interval = part.shape, part.dtype, part.interval
            continue
        shape = _common_shape(shape, part.shape)
        dtype = _joined(dtype, part.dtype)
        interval = hull(interval, part.interval)
    if shape is None:
        return Array(None, dtype)
    content = None
    if not shape and len(parts) <= _MAX_CONTENT:
        content = tuple(p.content[0] if isinstance(p, Array) and p.content else Unknown("element") for p in parts)
    return Array((len(parts), *shape), dtype, interval, content)


def _common_shape(a: tuple[Any, ...] | None, b: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    """The shape of both; None where they differ or it is not known (numpy raises, or makes objects)."""
    if a is None or b is None or len(a) != len(b):
        return None
    if any(same(x, y) is False for x, y in zip(a, b)):
        return None
    return tuple(x if x == y else ANY for x, y in zip(a, b))


def _joined(a: str, b: str) -> str:
    """The type of a list that holds both kinds of scalars."""
    if a == b:
        return a
    if {a, b} <= {"bool", "int64", "float64"}:
        return "float64" if "float64" in (a, b) else "int64"
    return dtypes.promote(a, b)


def as_arrays(value: Any) -> list[Array] | Unknown:
    """A list of arrays, for functions that take several; an unknown member becomes an array of unknown rank."""
    if isinstance(value, Array):
        if value.rank == 1 and not dtypes.kind(value.dtype) and value.dtype != "str":
            return Unknown("cells that may be arrays themselves")
        if value.shape and isinstance(value.shape[0], int) and value.shape[0] <= _MAX_CONTENT:
            return [value.with_shape(*value.shape[1:])] * value.shape[0]
        return Unknown("the members of an array of unknown length")
    if not isinstance(value, (list, tuple)):
        # Rules give back what is not known: nothing that is a list of unknown content itself.
        return Unknown(value.reason, value.key) if isinstance(value, Unknown) else Unknown("not a list of arrays")
    parts = [as_array(v) for v in value]
    return [Array(None) if isinstance(p, Unknown) else p for p in parts]


Tensor = Array
"""An array that a rule wants as TensorFlow and Keras see it: of Python's numbers they make float32 and int32."""

_NARROW = {"float64": "float32", "int64": "int32", "complex128": "complex64"}


def as_tensor(value: Any) -> Tensor | Unknown:
    """The tensor that a value becomes where one is wanted. numpy's arrays keep their types."""
    array = as_array(value)
    if isinstance(array, Unknown) or array.kind != "numpy":
        return array
    if isinstance(value, Array) or _holds_array(value):
        return array.like(kind=_kind_within(value))
    return array.like(kind="tensor", dtype=_NARROW.get(array.dtype, array.dtype))


def _holds_array(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return any(_holds_array(v) for v in value)
    return isinstance(value, Array)


def _kind_within(value: Any) -> str:
    """Symbolic where a part is."""
    if isinstance(value, (list, tuple)):
        return "symbolic" if any(_kind_within(v) == "symbolic" for v in value) else "tensor"
    return "symbolic" if isinstance(value, Array) and value.kind == "symbolic" else "tensor"


def as_tensors(value: Any) -> list[Tensor] | Unknown:
    """As `as_arrays`, of tensors."""
    if isinstance(value, (list, tuple)):
        parts = [as_tensor(v) for v in value]
        return [Array(None, kind="tensor") if isinstance(p, Unknown) else p for p in parts]
    parts_of = as_arrays(value)
    return parts_of if isinstance(parts_of, Unknown) else [p.like(kind="tensor") for p in parts_of]
