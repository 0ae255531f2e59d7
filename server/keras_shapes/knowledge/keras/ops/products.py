"""keras.ops: products that sum over axes. Source: keras/src/ops/numpy.py, math.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values import contraction
from ....values import dtype as dtypes
from ....values.arithmetic import broadcast
from ....values.array import Array, Shape
from ....values.dim import same
from ....values.mismatch import Mismatch
from ...arguments import joint_kind
from ...coercion import Tensor, as_tensor
from ...numpy import linear_algebra
from .elements import refuse
from .naming import dim, joint_dtype, op


def _product(x1: Array, x2: Array, shape: Any) -> Array:
    return Array(shape, joint_dtype([x1, x2]), kind=joint_kind(x1, x2))


@op("matmul")
def matmul(x1: Tensor, x2: Tensor) -> Array:
    result = _product(x1, x2, contraction.matmul(x1.shape, x2.shape))
    # int8 times int8 is summed in 32 bits.
    return result.like(dtype="int32") if x1.dtype == x2.dtype == "int8" else result


@op("dot")
def dot(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, contraction.dot(x1.shape, x2.shape))


@op("inner")
def inner(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, linear_algebra.inner(x1, x2).shape)


@op("vdot")
def vdot(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, linear_algebra.vdot(x1, x2).shape)


@op("outer")
def outer(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, (x1.size, x2.size))


@op("kron")
def kron(x1: Tensor, x2: Tensor) -> Array:
    """In a graph Keras multiplies as many axes as the shorter shape has, which is not what data give."""
    if "symbolic" in (x1.kind, x2.kind) and x1.rank != x2.rank:
        return _product(x1, x2, None)
    return _product(x1, x2, linear_algebra.kron(x1, x2).shape)


@op("tensordot")
def tensordot(x1: Tensor, x2: Tensor, axes: Any = 2) -> Array:
    if "symbolic" in (x1.kind, x2.kind):
        return _product(x1, x2, _unless_mismatch(lambda: linear_algebra.tensordot(x1, x2, axes).shape))
    return _product(x1, x2, linear_algebra.tensordot(x1, x2, axes).shape)


def _unless_mismatch(shape: Callable[[], Shape | None]) -> Shape | None:
    """In a graph Keras does not compare these sizes: what comes of it only data will tell."""
    try:
        return shape()
    except Mismatch:
        return None


@op("einsum")
def einsum(subscripts: Any, *operands: Any, **kwargs: Any) -> Array:
    tensors = [t if isinstance(t := as_tensor(o), Array) else Array(None) for o in operands]
    if not isinstance(subscripts, str) or not tensors:
        return Array(None, kind=joint_kind(*tensors))
    kind = joint_kind(*tensors)
    shapes = [t.shape for t in tensors]
    if kind == "symbolic":
        return Array(_unless_mismatch(lambda: contraction.einsum(subscripts, shapes)), joint_dtype(tensors), kind=kind)
    return Array(contraction.einsum(subscripts, shapes), joint_dtype(tensors), kind=kind)


@op("cross")
def cross(x1: Tensor, x2: Tensor, axisa: Any = -1, axisb: Any = -1, axisc: Any = -1, axis: Any = None) -> Array:
    shape = linear_algebra.crossed(x1.shape, x2.shape, axisa, axisb, axisc, axis)
    return _product(x1, x2, shape)


@op("trace")
def trace(x: Tensor, offset: Any = 0, axis1: Any = 0, axis2: Any = 1) -> Array:
    made = linear_algebra.trace(x, offset, axis1, axis2)
    kept = x.dtype if dtypes.kind(x.dtype) in ("f", "c") else ""
    return made.like(dtype=kept, kind=x.kind)


@op("cdist")
def cdist(x: Tensor, y: Tensor) -> Array:
    for points in (x, y):
        points.require_min_rank(2, "array-shapes")
        refuse("cdist", points, "bui")
    if x.shape is None or y.shape is None:
        return _product(x, y, None)
    if same(x.shape[-1], y.shape[-1]) is False and 1 not in (x.shape[-1], y.shape[-1]):
        raise Mismatch("array-shapes", x.shape, y.shape, operation="cdist", inner=(x.shape[-1], y.shape[-1]))
    batch = broadcast(x.shape[:-2], y.shape[:-2]) or ()
    dtype = joint_dtype([x, y])
    return Array((*batch, x.shape[-2], y.shape[-2]), dtypes.keras_divided(dtype), kind=joint_kind(x, y))


@op("corrcoef")
def corrcoef(x: Tensor) -> Array:
    made = linear_algebra.corrcoef(x)
    dtype = "float64" if x.dtype == "int64" else dtypes.keras_divided(x.dtype)
    return made.like(dtype=dtype, kind=x.kind)


@op("vander")
def vander(x: Tensor, N: Any = None, increasing: Any = False) -> Array:
    (size,) = x.require_rank(1, "array-shapes")
    return Array((size, size if N is None else dim(N)), dtypes.keras_divided(x.dtype), kind=x.kind)
