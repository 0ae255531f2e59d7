"""numpy.linalg, beyond the functions that numpy itself offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import contraction
from ...values import dtype as dtypes
from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, joint_kind
from ..registry import function
from . import linear_algebra
from .linear_algebra import product_of, square_matrix
from .manipulation import permuted
from .reductions import averaged, reduced_shape


def _smaller(rows: Dim, columns: Dim) -> Dim:
    return min(rows, columns) if isinstance(rows, int) and isinstance(columns, int) else ANY


@function("numpy.linalg.qr")
def qr(a: Array, mode: Any = "reduced") -> Any:
    shape = a.require_min_rank(2, "array-shapes")
    if shape is None or mode not in ("reduced", "complete", "r"):
        return Unknown("the factors of a matrix")
    *lead, rows, columns = shape
    inner = rows if mode == "complete" else _smaller(rows, columns)
    right = Array((*lead, inner, columns), averaged(a.dtype))
    return right if mode == "r" else (Array((*lead, rows, inner), averaged(a.dtype)), right)


@function("numpy.linalg.eig")
def eig(a: Array) -> Any:
    """Real or complex, as the values turn out."""
    shape = square_matrix(a, "eig")
    return Array(None if shape is None else shape[:-1]), Array(shape)


@function("numpy.linalg.eigh")
def eigh(a: Array, UPLO: Any = "L") -> Any:
    shape = square_matrix(a, "eigh")
    return Array(None if shape is None else shape[:-1], averaged(a.dtype)), Array(shape, averaged(a.dtype))


@function("numpy.linalg.eigvals")
def eigvals(a: Array) -> Array:
    shape = square_matrix(a, "eigvals")
    return Array(None if shape is None else shape[:-1])


@function("numpy.linalg.eigvalsh")
def eigvalsh(a: Array, UPLO: Any = "L") -> Array:
    shape = square_matrix(a, "eigvalsh")
    return Array(None if shape is None else shape[:-1], averaged(a.dtype))


@function("numpy.linalg.slogdet")
def slogdet(a: Array) -> Any:
    shape = square_matrix(a, "slogdet")
    part = Array(None if shape is None else shape[:-2], averaged(a.dtype))
    return part, part


@function("numpy.linalg.cond")
def cond(x: Array, p: Any = None) -> Array:
    shape = x.require_min_rank(2, "array-shapes")
    return Array(None if shape is None else shape[:-2], averaged(x.dtype))


@function("numpy.linalg.matrix_rank")
def matrix_rank(A: Array, tol: Any = None, hermitian: Any = False, *, rtol: Any = None) -> Array:
    return Array((() if len(A.shape) < 2 else A.shape[:-2]) if A.shape is not None else None, "int64")


@function("numpy.linalg.svdvals")
def svdvals(x: Array) -> Array:
    shape = x.require_min_rank(2, "array-shapes")
    return Array(None if shape is None else (*shape[:-2], _smaller(*shape[-2:])), averaged(x.dtype))


@function("numpy.linalg.matrix_norm")
def matrix_norm(x: Array, *, keepdims: Any = False, ord: Any = "fro") -> Array:
    return Array(reduced_shape(x, (-2, -1), keepdims), averaged(x.dtype))


@function("numpy.linalg.vector_norm")
def vector_norm(x: Array, *, axis: Any = None, keepdims: Any = False, ord: Any = 2) -> Array:
    return Array(reduced_shape(x, axis, keepdims), averaged(x.dtype))


@function("numpy.linalg.lstsq")
def lstsq(a: Array, b: Array, rcond: Any = None) -> Any:
    """The solution, residuals (as many as known only to the data), the rank, the singular values."""
    rows, columns = a.require_rank(2, "array-shapes")
    if b.shape is not None and len(b.shape) not in (1, 2):
        raise Mismatch("array-shapes", (1, 2), b.shape, operation="lstsq")
    if b.shape and isinstance(rows, int) and isinstance(b.shape[0], int) and rows != b.shape[0]:
        raise Mismatch("array-shapes", a.shape, b.shape, operation="lstsq")
    dtype = averaged(dtypes.promote(a.dtype, b.dtype))
    solution = Array(None if b.shape is None else (columns, *b.shape[1:]), dtype)
    return solution, Array((ANY,), dtype), Array((), "int32"), Array((_smaller(rows, columns),), averaged(dtype))


@function("numpy.linalg.multi_dot")
def multi_dot(arrays: list[Array], *, out: Any = None) -> Array:
    if len(arrays) < 2:
        raise Mismatch("array-shapes", 2, len(arrays), operation="multi_dot")
    result = arrays[0]
    for a in arrays[1:]:
        result = product_of(result, a, contraction.dot(result.shape, a.shape))
    return result


@function("numpy.linalg.matrix_transpose", "numpy.matrix_transpose")
def matrix_transpose(x: Array) -> Array:
    shape = x.require_min_rank(2, "array-shapes")
    rank = 0 if shape is None else len(shape)
    return x.unranked() if shape is None else permuted(x, (*range(rank - 2), rank - 1, rank - 2))


@function("numpy.linalg.matmul")
def matmul(x1: Array, x2: Array) -> Array:
    return product_of(x1, x2, contraction.matmul(x1.shape, x2.shape))


@function("numpy.linalg.outer")
def outer(x1: Array, x2: Array) -> Array:
    for x in (x1, x2):
        x.require_rank(1, "array-shapes")
    return linear_algebra.outer(x1, x2)


@function("numpy.linalg.tensordot")
def tensordot(x1: Array, x2: Array, *, axes: Any = 2) -> Array:
    return linear_algebra.tensordot(x1, x2, axes)


@function("numpy.linalg.cross")
def cross(x1: Array, x2: Array, *, axis: Any = -1) -> Array:
    return linear_algebra.cross(x1, x2, axis=axis)


@function("numpy.linalg.diagonal")
def diagonal(x: Array, *, offset: Any = 0) -> Array:
    return linear_algebra.diagonal(x, offset, -2, -1)


@function("numpy.linalg.trace")
def trace(x: Array, *, offset: Any = 0, dtype: Any = None) -> Array:
    return linear_algebra.trace(x, offset, -2, -1, dtype)


def _inner(a: Array, b: Array, left: Sequence[Dim], right: Sequence[Dim]) -> Shape | None:
    """Leading axes that broadcast, where two inner sizes fit."""
    if left and right and isinstance(left[-1], int) and isinstance(right[-1], int) and left[-1] != right[-1]:
        raise Mismatch("array-shapes", a.shape, b.shape, operation="matmul", inner=(left[-1], right[-1]))
    return broadcast(tuple(left[:-1]), tuple(right[:-1]))


@function("numpy.vecdot", "numpy.linalg.vecdot")
def vecdot(x1: Array, x2: Array, **_: Any) -> Array:
    for x in (x1, x2):
        x.require_min_rank(1, "array-shapes")
    axis = as_int(_.get("axis", -1))
    if x1.shape is None or x2.shape is None or axis != -1:
        return product_of(x1, x2, None)
    return product_of(x1, x2, _inner(x1, x2, x1.shape, x2.shape))


@function("numpy.matvec")
def matvec(x1: Array, x2: Array, **_: Any) -> Array:
    matrix, vector = x1.require_min_rank(2, "array-shapes"), x2.require_min_rank(1, "array-shapes")
    if matrix is None or vector is None:
        return product_of(x1, x2, None)
    lead = _inner(x1, x2, (*matrix[:-2], matrix[-1]), vector)
    return product_of(x1, x2, None if lead is None else (*lead, matrix[-2]))


@function("numpy.vecmat")
def vecmat(x1: Array, x2: Array, **_: Any) -> Array:
    vector, matrix = x1.require_min_rank(1, "array-shapes"), x2.require_min_rank(2, "array-shapes")
    if matrix is None or vector is None:
        return product_of(x1, x2, None)
    lead = _inner(x1, x2, vector, (*matrix[:-2], matrix[-2]))
    return product_of(x1, x2, None if lead is None else (*lead, matrix[-1]))


@function("numpy.linalg.tensorinv")
def tensorinv(a: Array, ind: Any = 2) -> Array:
    first = as_int(ind)
    if a.shape is None or first is None or first <= 0:
        return Array(None, averaged(a.dtype))
    return Array((*a.shape[first:], *a.shape[:first]), averaged(a.dtype))


@function("numpy.linalg.tensorsolve")
def tensorsolve(a: Array, b: Array, axes: Any = None) -> Array:
    if a.shape is None or b.shape is None or axes is not None:
        return Array(None, averaged(a.dtype), kind=joint_kind(a, b))
    return Array(a.shape[len(b.shape) :], averaged(dtypes.promote(a.dtype, b.dtype)))
