"""keras.ops: products that sum over axes. Source: keras/src/ops/numpy.py, math.py."""

from __future__ import annotations

from typing import Any

from ....values import contraction
from ....values import dtype as dtypes
from ....values.arithmetic import broadcast
from ....values.array import Array
from ....values.dim import same
from ....values.mismatch import Mismatch
from ...arguments import joint_kind, refuse
from ...coercion import Tensor, as_tensor
from ...numpy import linear_algebra
from .elements import BECOMES
from .naming import dim, joint_dtype, op


def _product(x1: Array, x2: Array, shape: Any) -> Array:
    return Array(shape, joint_dtype([x1, x2]), kind=joint_kind(x1, x2))


@op("matmul")
def matmul(x1: Tensor, x2: Tensor) -> Array:
    result = _product(x1, x2, contraction.matmul(x1.shape, x2.shape))
    # int8 times int8 is summed in 32 bits, save with vectors.
    matrices = None not in (x1.rank, x2.rank) and 1 not in (x1.rank, x2.rank)
    if x1.dtype == x2.dtype == "int8":
        return result.like(dtype="int32") if matrices else result.like(dtype="")
    return result


@op("dot")
def dot(x1: Tensor, x2: Tensor) -> Array:
    if x1.rank == x2.rank == 1 and (1,) in (x1.shape, x2.shape):
        return _product(x1, x2, ())  # a vector of one is broadcast
    return _product(x1, x2, contraction.dot(x1.shape, x2.shape))


@op("inner")
def inner(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, linear_algebra.inner(x1, x2).shape)


@op("vdot")
def vdot(x1: Tensor, x2: Tensor) -> Array:
    if "symbolic" in (x1.kind, x2.kind):
        return _product(x1, x2, ())  # sizes are not looked at
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
    # In a graph Keras does not compare the sizes that are summed.
    compared = "symbolic" not in (x1.kind, x2.kind)
    return _product(x1, x2, linear_algebra.tensordot(x1, x2, axes, compared=compared).shape)


@op("einsum")
def einsum(subscripts: Any, *operands: Any, **kwargs: Any) -> Array:
    tensors = [t if isinstance(t := as_tensor(o), Array) else Array(None) for o in operands]
    if not isinstance(subscripts, str) or not tensors:
        return Array(None, kind=joint_kind(*tensors))
    kind = joint_kind(*tensors)
    shapes = [t.shape for t in tensors]
    shape = contraction.einsum(subscripts, shapes, compared=kind != "symbolic")
    return Array(shape, joint_dtype(tensors), kind=kind)


@op("cross")
def cross(x1: Tensor, x2: Tensor, axisa: Any = -1, axisb: Any = -1, axisc: Any = -1, axis: Any = None) -> Array:
    shape = linear_algebra.crossed(x1.shape, x2.shape, axisa, axisb, axisc, axis)
    return _product(x1, x2, shape)


@op("trace")
def trace(x: Tensor, offset: Any = 0, axis1: Any = 0, axis2: Any = 1) -> Array:
    made = linear_algebra.trace(x, offset, axis1, axis2)
    return made.like(dtype=BECOMES["sum"](x.dtype), kind=x.kind)


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
    """Of each row with each other one; in a graph Keras says the shape that went in."""
    dtype = BECOMES["wide"](x.dtype)
    if x.kind == "symbolic":
        return Array(x.shape, dtype, kind=x.kind)
    shape = x.require_min_rank(2, "array-shapes") if x.shape else x.shape
    if shape == ():
        return Array((), "float32", kind=x.kind)
    return Array(None if shape is None or len(shape) > 2 else (shape[0], shape[0]), dtype, kind=x.kind)


@op("vander")
def vander(x: Tensor, N: Any = None, increasing: Any = False) -> Array:
    (size,) = x.require_rank(1, "array-shapes")
    return Array((size, size if N is None else dim(N)), x.dtype, kind=x.kind)
