"""How keras.ops' functions are registered, and what their results share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ....values import dtype as dtypes
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, as_dim
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import joint_kind, plain
from ...coercion import as_tensor
from ...numpy.operators import binary
from ...registry import Function, function

F = TypeVar("F", bound=Function)


def op(*names: str) -> Callable[[F], F]:
    """Registers keras.ops.<name>."""
    return function(*(f"keras.ops.{name}" for name in names))


def dims(shape: Any) -> Shape | None:
    """A shape argument; a size that is Keras' None within a graph stays None."""
    if isinstance(shape, Array) and shape.content is not None:
        shape = shape.content
    if isinstance(shape, (list, tuple)):
        return tuple(dim(s) for s in shape)
    size = plain(shape)
    return (as_dim(size),) if isinstance(size, int) else None


def dim(size: Any) -> Dim:
    return as_dim(plain(size))


def free(*tensors: Array) -> Dim:
    """A size that only the elements tell: None in a graph."""
    return None if joint_kind(*tensors) == "symbolic" else ANY


def element(dtype: Any, default: str = "float32") -> str:
    """The type that a dtype argument names; floatx, or what else is the default, where it is None."""
    return default if dtype is None else dtypes.as_dtype(dtype)


def joint_dtype(tensors: Sequence[Array]) -> str:
    """Keras' promotion of several element types."""
    dtype = tensors[0].dtype
    for tensor in tensors[1:]:
        dtype = dtypes.keras_promote(dtype, tensor.dtype)
    return dtype


def operate(op: str, x1: Any, x2: Any, name: str = "") -> Array | Unknown:
    """`x1 op x2` with Keras' promotion, Python's numbers weak. `name`: what the function is called in a Mismatch."""
    operands = [x if isinstance(x, (int, float)) else as_tensor(x) for x in (x1, x2)]
    arrays = [x for x in operands if isinstance(x, Array)]
    known = [x.like(kind="symbolic") if isinstance(x, Array) else x for x in operands]
    if not arrays:
        known = [x if isinstance(x, Unknown) else as_tensor(x) for x in known]
    try:
        result = binary(op, *known)
    except Mismatch as mismatch:
        mismatch.facts["operation"] = name or op
        raise
    return result.like(kind="symbolic" if any(a.kind == "symbolic" for a in arrays) else "tensor")
