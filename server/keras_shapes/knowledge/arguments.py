"""Reading the arguments that numpy, TensorFlow and Keras share: sizes, shapes, axes, flags."""

from __future__ import annotations

from typing import Any

from ..values import dtype as dtypes
from ..values.array import Array, Shape
from ..values.dim import ANY, Dim, Linear, as_dim
from ..values.mismatch import Mismatch
from ..values.reference import Library


def plain(value: Any) -> Any:
    """A rank-0 array of known content as the number it is; everything else as it stands."""
    if isinstance(value, Array) and value.shape == () and value.content:
        return value.content[0]
    return value


def as_size(value: Any, kind: str = "array-shapes") -> Dim:
    """A size of a new array. Raises Mismatch where it is negative or no integer."""
    size = plain(value)
    if isinstance(size, float) or size is None:
        raise Mismatch(kind, "an integer", size, size=True)
    dim = as_dim(size)
    if isinstance(dim, int) and dim < 0:
        raise Mismatch(kind, "a size of 0 or more", dim, size=True)
    return dim


def as_shape(value: Any, kind: str = "array-shapes") -> Shape | None:
    """A shape argument: `3`, `(3, 4)`, `[3, 4]`, an integer array; None where even the rank is unknown."""
    if isinstance(value, Array) and value.shape != ():
        if value.content is not None:
            value = value.content
        elif value.shape is not None and len(value.shape) == 1 and isinstance(value.shape[0], int):
            return (ANY,) * value.shape[0]
        else:
            return None
    if isinstance(value, (list, tuple)):
        return tuple(as_size(v, kind) for v in value)
    value = plain(value)
    # Something unknown may be a number or a tuple of any length.
    return (as_size(value, kind),) if isinstance(value, (int, Linear)) else None


def as_axes(axis: Any) -> tuple[int, ...] | None:
    """An axis argument as a tuple; None where it is unknown (ask `axis is None` before)."""
    axis = plain(axis)
    if isinstance(axis, int):
        return (int(axis),)
    if isinstance(axis, Array) and axis.content is not None:
        axis = axis.content
    if isinstance(axis, (list, tuple)):
        numbers = tuple(plain(a) for a in axis)
        return numbers if all(isinstance(a, int) for a in numbers) else None
    return None


def scalar_axes(axes: tuple[int, ...] | None, rank: int) -> tuple[int, ...] | None:
    """The axes meant: numpy lets a scalar be reduced or squeezed along an axis 0 that it has not."""
    return () if rank == 0 and axes is not None and set(axes) <= {0, -1} and len(axes) == 1 else axes


def as_int(value: Any) -> int | None:
    """A Python integer; None where it is none we know."""
    value = plain(value)
    return int(value) if isinstance(value, int) else None


def as_number(value: Any) -> float | int | None:
    """A real number; None where it is none we know."""
    value = plain(value)
    return value if isinstance(value, (int, float)) else None


def as_flag(value: Any) -> bool | None:
    """True or False; None where it cannot be said."""
    value = plain(value)
    if isinstance(value, Library):
        return value.name == "numpy.True_" if value.name in ("numpy.True_", "numpy.False_") else None
    return bool(value) if isinstance(value, (bool, int)) or value is None else None


def joint_kind(*arrays: Any) -> str:
    """The kind of what a function makes of these: symbolic before tensor before pandas before numpy."""
    kinds = {a.kind for a in arrays if isinstance(a, Array)}
    return next((k for k in ("symbolic", "tensor", "pandas") if k in kinds), "numpy")


def tensor_kind(*arrays: Any) -> str:
    """As `joint_kind`, of a function that makes tensors of whatever it is given."""
    return "symbolic" if joint_kind(*arrays) == "symbolic" else "tensor"


_WANTED = {"b": "numbers", "bu": "signed numbers", "bc": "real numbers", "c": "real numbers", "fc": "integers",
           "bfc": "integers"}  # fmt: skip


def refuse(name: str, x: Array, kinds: str) -> None:
    """Raises Mismatch where data are of one of these kinds (numpy's letters). Symbolic tensors are not looked at."""
    if x.kind != "symbolic" and x.dtype and dtypes.kind(x.dtype) and dtypes.kind(x.dtype) in kinds:
        raise Mismatch("array-shapes", _WANTED.get(kinds, "floating-point numbers"), x.dtype, operation=name)
