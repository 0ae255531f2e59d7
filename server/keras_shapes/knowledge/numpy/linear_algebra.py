"""numpy's products of matrices, and numpy.linalg."""

from __future__ import annotations

from typing import Any

from ...values import contraction
from ...values import dtype as dtypes
from ...values.arithmetic import broadcast, nonnegative_axis
from ...values.array import Array, Shape
from ...values.axes import normalize_axes
from ...values.dim import ANY, Dim
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_flag, as_int, joint_kind
from ..registry import function
from .creation import diagonal_length
from .intervals import within
from .reductions import averaged, reduced_shape, sum_


def product_of(a: Array, b: Array, shape: Any) -> Array:
    return Array(shape, dtypes.promote(a.dtype, b.dtype), kind=joint_kind(a, b))


@function("numpy.ndarray.dot")
def method_dot(self: Array, other: Array, out: Any = None) -> Array:
    return dot(self, other)


@function("numpy.dot")
def dot(a: Array, b: Array, out: Any = None) -> Array:
    return product_of(a, b, contraction.dot(a.shape, b.shape))


@function("numpy.inner")
def inner(a: Array, b: Array) -> Array:
    if not a.shape or not b.shape:
        return product_of(a, b, b.shape if a.shape == () else a.shape if b.shape == () else None)
    return product_of(a, b, contraction.tensordot(a.shape, b.shape, (-1,), (-1,)))


@function("numpy.vdot")
def vdot(a: Array, b: Array) -> Array:
    if isinstance(a.size, int) and isinstance(b.size, int) and a.size != b.size:
        raise Mismatch("array-shapes", a.shape, b.shape, operation="vdot", inner=(a.size, b.size))
    return product_of(a, b, ())


@function("numpy.outer")
def outer(a: Array, b: Array, out: Any = None) -> Array:
    return product_of(a, b, (a.size, b.size))


@function("numpy.tensordot")
def tensordot(a: Array, b: Array, axes: Any = 2, *, compared: bool = True) -> Array:
    """`compared`: whether the sizes that are summed must fit; in a graph of Keras nobody looks."""
    count = as_int(axes)
    pair = axes if isinstance(axes, (list, tuple)) and len(axes) == 2 else (None, None)
    left, right = as_axes(pair[0]), as_axes(pair[1])
    if a.shape is None or b.shape is None:
        return product_of(a, b, None)
    if count is not None:
        if count > min(len(a.shape), len(b.shape)) or count < 0:
            raise Mismatch("array-shapes", a.shape, b.shape, operation="tensordot", axes=count)
        left, right = tuple(range(len(a.shape) - count, len(a.shape))), tuple(range(count))
    if left is None or right is None:
        return product_of(a, b, None)
    return product_of(a, b, contraction.tensordot(a.shape, b.shape, left, right, compared=compared))


@function("numpy.einsum")
def einsum(subscripts: Any, *operands: Any, **_: Any) -> Array:
    from ..coercion import as_array

    arrays = [x if isinstance(x := as_array(o), Array) else Array(None) for o in operands]
    if not isinstance(subscripts, str) or not arrays:
        return Array(None)
    dtype = arrays[0].dtype
    for a in arrays[1:]:
        dtype = dtypes.promote(dtype, a.dtype)
    return Array(contraction.einsum(subscripts, [a.shape for a in arrays]), dtype, kind=joint_kind(*arrays))


@function("numpy.trace", "numpy.ndarray.trace")
def trace(a: Array, offset: Any = 0, axis1: Any = 0, axis2: Any = 1, dtype: Any = None, out: Any = None) -> Array:
    """The sum of a diagonal: without its two axes."""
    kept = diagonal(a, offset, axis1, axis2).shape
    element = sum_(a.like(shape=())).dtype if dtype is None else dtypes.as_dtype(dtype)
    return Array(None if kept is None else kept[:-1], element, kind=a.kind)


@function("numpy.diagonal", "numpy.ndarray.diagonal")
def diagonal(a: Array, offset: Any = 0, axis1: Any = 0, axis2: Any = 1) -> Array:
    """Elements of two axes, as one axis that stands last."""
    shape, first, second = a.require_min_rank(2, "array-shapes"), as_int(axis1), as_int(axis2)
    if shape is None or first is None or second is None:
        return a.unranked()
    i, j = normalize_axes((first, second), len(shape))
    rest = tuple(d for k, d in enumerate(shape) if k not in (i, j))
    return a.reshaped((*rest, diagonal_length(shape[i], shape[j], as_int(offset)))).like(interval=within(a.interval))


@function("numpy.kron")
def kron(a: Array, b: Array) -> Array:
    from ...values.axes import tile

    shape = None if a.shape is None or b.shape is None else tile(a.shape, b.shape)
    return product_of(a, b, shape)


@function("numpy.linalg.norm")
def norm(x: Array, ord: Any = None, axis: Any = None, keepdims: Any = False) -> Array:
    return Array(reduced_shape(x, axis, keepdims), averaged(x.dtype))


def square_matrix(a: Array, operation: str) -> Shape | None:
    """The shape of square matrices. Raises Mismatch where they are proved not to be."""
    shape = a.require_min_rank(2, "array-shapes")
    if shape is not None and isinstance(shape[-1], int) and isinstance(shape[-2], int) and shape[-1] != shape[-2]:
        raise Mismatch("array-shapes", "a square matrix", shape, operation=operation)
    refuse_half(operation, a)
    return shape


def refuse_half(operation: str, a: Array) -> None:
    """numpy.linalg has no half precision."""
    if a.dtype == "float16":
        raise Mismatch("array-shapes", "float32 or float64", a.dtype, operation=operation)


@function("numpy.linalg.inv")
def inv(a: Array) -> Array:
    square_matrix(a, "inv")
    return Array(a.shape, averaged(a.dtype))


@function("numpy.linalg.det")
def det(a: Array) -> Array:
    square_matrix(a, "det")
    return Array(None if a.shape is None else a.shape[:-2], averaged(a.dtype))


@function("numpy.linalg.matrix_power")
def matrix_power(a: Array, n: Any) -> Array:
    square_matrix(a, "matrix_power")
    exponent = as_int(n)
    return Array(a.shape, a.dtype if exponent is not None and exponent >= 0 else averaged(a.dtype))


@function("numpy.cross")
def cross(a: Array, b: Array, axisa: Any = -1, axisb: Any = -1, axisc: Any = -1, axis: Any = None) -> Array:
    return product_of(a, b, crossed(a.shape, b.shape, axisa, axisb, axisc, axis))


def crossed(a: Shape | None, b: Shape | None, axisa: Any, axisb: Any, axisc: Any, axis: Any) -> Shape | None:
    """Vectors of 2 or 3 elements along an axis: of two with 2, the product is a number."""
    given = [as_int(x if axis is None else axis) for x in (axisa, axisb, axisc)]
    along = [place for place in given if place is not None]
    if a is None or b is None or len(along) < len(given):
        return None
    vectors: list[Dim] = []
    rests: list[Shape] = []
    for shape, place in zip((a, b), along):
        position = nonnegative_axis(place, len(shape))
        vectors.append(shape[position])
        rests.append(shape[:position] + shape[position + 1 :])
        if isinstance(shape[position], int) and shape[position] not in (2, 3):
            raise Mismatch("array-shapes", "vectors of 2 or 3 elements", shape, operation="cross")
    joint = broadcast(rests[0], rests[1])
    if joint is None or not all(isinstance(v, int) for v in vectors):
        return None
    if vectors == [2, 2]:
        return joint
    target = nonnegative_axis(along[2], len(joint) + 1)
    return (*joint[:target], 3, *joint[target:])


@function("numpy.cov")
def cov(m: Array, y: Any = None, rowvar: Any = True, *_: Any, **__: Any) -> Array:
    return _each_with_each(m, y, rowvar)


@function("numpy.corrcoef")
def corrcoef(x: Array, y: Any = None, rowvar: Any = True, *_: Any, **__: Any) -> Array:
    return _each_with_each(x, y, rowvar)


def _each_with_each(m: Array, y: Any, rowvar: Any) -> Array:
    """Of each row with each other one: numbers of one row alone give a number."""
    if m.shape is None or len(m.shape) > 2 or as_flag(rowvar) is None or y is not None:
        return Array(None, averaged(m.dtype))
    if len(m.shape) < 2 or m.shape[0 if rowvar else 1] == 1:
        return Array((), "float64")
    size = m.shape[0 if rowvar else 1]
    return Array((size, size), "float64")


@function("numpy.linalg.svd")
def svd(a: Array, full_matrices: Any = True, compute_uv: Any = True, hermitian: Any = False) -> Any:
    refuse_half("svd", a)
    shape, whole, both = a.require_min_rank(2, "array-shapes"), as_flag(full_matrices), as_flag(compute_uv)
    if shape is None or whole is None or both is None:
        return Unknown("the singular values of a matrix of unknown rank")
    rows, columns = shape[-2:]
    small = min(rows, columns) if isinstance(rows, int) and isinstance(columns, int) else ANY
    dtype, lead = averaged(a.dtype), shape[:-2]
    values = Array((*lead, small), dtype)
    if not both:
        return values
    left = Array((*lead, rows, rows if whole else small), dtype)
    return left, values, Array((*lead, columns if whole else small, columns), dtype)


@function("numpy.linalg.solve")
def solve(a: Array, b: Array) -> Array:
    square_matrix(a, "solve")
    if a.shape is not None and b.shape is not None and len(b.shape) in (1, 2) and len(a.shape) == 2:
        contraction.matmul(a.shape, b.shape)  # the same sizes must fit
    return Array(b.shape if b.shape is not None and len(b.shape) <= 2 else None, averaged(b.dtype))


@function("numpy.linalg.pinv")
def pinv(a: Array, *_: Any, **__: Any) -> Array:
    refuse_half("pinv", a)
    shape = a.require_min_rank(2, "array-shapes")
    return Array(None if shape is None else (*shape[:-2], shape[-1], shape[-2]), averaged(a.dtype))


@function("numpy.linalg.cholesky")
def cholesky(a: Array, **_: Any) -> Array:
    square_matrix(a, "cholesky")
    return Array(a.shape, averaged(a.dtype))
