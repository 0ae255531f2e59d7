"""keras.ops.linalg. Source: keras/src/ops/linalg.py, whose checks of symbolic tensors its kernels make of data, too."""

from __future__ import annotations

from typing import Any

from ....values import dtype as dtypes
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, agree, same
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_flag, joint_kind, refuse
from ...coercion import Tensor
from ...registry import Function
from .naming import op


def _matrices(x: Array, operation: str) -> Shape | None:
    refuse(operation, x, "bui")
    if x.shape is not None and len(x.shape) < 2:
        raise Mismatch("array-shapes", 2, x.shape, operation=operation, ranks=(2, None))
    return x.shape


def _square(x: Array, operation: str) -> Shape | None:
    shape = _matrices(x, operation)
    if shape is not None and same(shape[-1], shape[-2]) is False:
        raise Mismatch("array-shapes", "a square matrix", shape, operation=operation)
    return shape


def _smaller(rows: Dim, columns: Dim) -> Dim:
    if isinstance(rows, int) and isinstance(columns, int):
        return min(rows, columns)
    return rows if rows is columns else ANY


def linalg(*names: str) -> Any:
    """Registers keras.ops.<name> and keras.ops.linalg.<name>."""

    def register(f: Function) -> Function:
        return op(*names, *(f"linalg.{name}" for name in names))(f)

    return register


@linalg("cholesky", "cholesky_inverse")
def cholesky(x: Tensor, upper: Any = False) -> Array:
    return Array(_square(x, "cholesky"), x.dtype, kind=x.kind)


@linalg("inv")
def inv(x: Tensor) -> Array:
    return Array(_square(x, "inv"), x.dtype, kind=x.kind)


@linalg("det")
def det(x: Tensor) -> Array:
    shape = _square(x, "det")
    return Array(None if shape is None else shape[:-2], x.dtype, kind=x.kind)


@op("logdet")
def logdet(x: Tensor) -> Array:
    shape = x.shape if x.kind == "symbolic" else _square(x, "logdet")
    return Array(None if shape is None else shape[:-2], x.dtype, kind=x.kind)


@op("slogdet")
def slogdet(x: Tensor) -> Any:
    """The sign and the logarithm; in a graph Keras calls the sign a number."""
    shape = x.shape if x.kind == "symbolic" else _square(x, "slogdet")
    lead = None if shape is None else shape[:-2]
    return Array(() if x.kind == "symbolic" else lead, x.dtype, kind=x.kind), Array(lead, x.dtype, kind=x.kind)


@linalg("eig")
def eig(x: Tensor) -> Any:
    """Of real data the values are complex; a graph keeps the type."""
    values, vectors = eigh(x)
    if x.kind == "symbolic":
        return values, vectors
    dtype = dtypes.complex_of(x.dtype)
    return values.like(dtype=dtype), vectors.like(dtype=dtype)


@linalg("eigh")
def eigh(x: Tensor) -> Any:
    shape = _square(x, "eigh")
    values = Array(None if shape is None else shape[:-1], x.dtype, kind=x.kind)
    return values, Array(shape, x.dtype, kind=x.kind)


@linalg("lu_factor")
def lu_factor(x: Tensor) -> Any:
    shape = _matrices(x, "lu_factor")
    if shape is None:
        return Unknown("the factors of matrices of unknown rank")
    if x.kind != "symbolic":
        _square(x, "lu_factor")
        if len(shape) > 2:
            raise Mismatch("array-shapes", 2, shape, operation="lu_factor")
    pivots = Array((*shape[:-2], _smaller(*shape[-2:])), x.dtype if x.kind == "symbolic" else "int32", kind=x.kind)
    return Array(shape, x.dtype, kind=x.kind), pivots


@linalg("qr")
def qr(x: Tensor, mode: Any = "reduced") -> Any:
    shape = _matrices(x, "qr")
    if shape is None or mode not in ("reduced", "complete"):
        return Unknown("the factors of matrices")
    if x.kind == "symbolic" and None in shape[-2:]:
        raise Mismatch("array-shapes", "known sizes", shape, operation="qr")
    *lead, rows, columns = shape
    inner = _smaller(rows, columns) if mode == "reduced" else rows
    return Array((*lead, rows, inner), x.dtype, kind=x.kind), Array((*lead, inner, columns), x.dtype, kind=x.kind)


@linalg("svd")
def svd(x: Tensor, full_matrices: Any = True, compute_uv: Any = True) -> Any:
    shape, whole, both = _matrices(x, "svd"), as_flag(full_matrices), as_flag(compute_uv)
    if shape is None or whole is None or both is None:
        return Unknown("the singular values of matrices")
    *lead, rows, columns = shape
    small = _smaller(rows, columns)
    values = Array((*lead, small), x.dtype, kind=x.kind)
    if not both:
        return values
    left, right = (rows, columns) if whole else (small, small)
    return (
        Array((*lead, rows, left), x.dtype, kind=x.kind),
        values,
        Array((*lead, right, columns), x.dtype, kind=x.kind),
    )


@linalg("pinv")
def pinv(x: Tensor, rcond: Any = None) -> Array:
    shape = _matrices(x, "pinv")
    return Array(None if shape is None else (*shape[:-2], shape[-1], shape[-2]), x.dtype, kind=x.kind)


@linalg("matrix_rank")
def matrix_rank(x: Tensor, tol: Any = None) -> Array:
    shape = _matrices(x, "matrix_rank")
    return Array(None if shape is None else shape[:-2], "int32", kind=x.kind)


@linalg("solve")
def solve(a: Tensor, b: Tensor) -> Array:
    return _solved(a, b, "solve")


@linalg("solve_triangular")
def solve_triangular(a: Tensor, b: Tensor, lower: Any = False) -> Array:
    return _solved(a, b, "solve_triangular")


def _solved(a: Array, b: Array, operation: str) -> Array:
    """b's shape: vectors of one rank less than a's, or matrices."""
    shape = _square(a, operation)
    if b.shape == ():
        raise Mismatch("array-shapes", 1, b.shape, operation=operation, ranks=(1, None))
    refuse(operation, b, "bui")
    kind = joint_kind(a, b)
    if shape is None or b.shape is None:
        return Array(None, b.dtype, kind=kind)
    if len(b.shape) == len(shape) or (kind != "symbolic" and len(shape) == 2 and len(b.shape) == 1):
        rows = b.shape[-2:][0]
        if same(shape[-2], rows) is False:
            raise Mismatch("array-shapes", shape, b.shape, operation=operation, inner=(shape[-2], rows))
    elif kind != "symbolic":
        if len(b.shape) == 1:
            raise Mismatch("array-shapes", len(shape), b.shape, operation=operation)
        return Array(None, b.dtype, kind=kind)
    return Array(b.shape, b.dtype if a.dtype == b.dtype else "", kind=kind)


@linalg("lstsq")
def lstsq(a: Tensor, b: Tensor, rcond: Any = None) -> Array:
    if a.shape is None or b.shape is None:
        return Array(None, a.dtype, kind=joint_kind(a, b))
    if len(a.shape) != 2 or len(b.shape) not in (1, 2) or same(a.shape[0], b.shape[0]) is False:
        raise Mismatch("array-shapes", a.shape, b.shape, operation="lstsq")
    agree(a.shape[0], b.shape[0])
    alike = a.dtype == b.dtype and dtypes.is_float(a.dtype)
    return Array((a.shape[1], *b.shape[1:]), a.dtype if alike else "", kind=joint_kind(a, b))


@linalg("jvp")
def jvp(fun: Any, primals: Any, tangents: Any, has_aux: Any = False) -> Unknown:
    return Unknown("depends on a function")
