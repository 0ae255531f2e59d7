"""numpy's polynomials: coefficients as arrays of rank 1."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.dim import ANY, add
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int
from ..registry import function


@function("numpy.polyfit")
def polyfit(x: Array, y: Array, deg: Any, rcond: Any = None, full: Any = False, w: Any = None, cov: Any = False) -> Any:
    """deg + 1 coefficients, of each column of y."""
    degree = as_int(deg)
    if degree is None or full is not False or cov is not False:
        return Unknown("what polyfit returns")
    for a, ranks in ((x, (1,)), (y, (1, 2))):
        if a.shape is not None and len(a.shape) not in ranks:
            raise Mismatch("array-shapes", ranks, a.shape, operation="polyfit")
    if x.shape and y.shape and isinstance(x.shape[0], int) and isinstance(y.shape[0], int) and x.shape[0] != y.shape[0]:
        raise Mismatch("array-shapes", x.shape, y.shape, operation="polyfit")
    return Array(None if y.shape is None else (degree + 1, *y.shape[1:]), "float64")


@function("numpy.polyval")
def polyval(p: Array, x: Array) -> Array:
    kinds = dtypes.promote(p.dtype, x.dtype)
    return Array(x.shape, kinds if dtypes.is_float(kinds) else "")


@function("numpy.polyadd", "numpy.polysub")
def polyadd(a1: Array, a2: Array) -> Array:
    sizes = (a1.size, a2.size)
    longer = max(s for s in sizes if isinstance(s, int)) if all(isinstance(s, int) for s in sizes) else ANY
    return Array((longer,), dtypes.promote(a1.dtype, a2.dtype))


@function("numpy.polymul")
def polymul(a1: Array, a2: Array) -> Array:
    """Leading zeros are cut off before."""
    return Array((ANY,), dtypes.promote(a1.dtype, a2.dtype))


@function("numpy.polydiv")
def polydiv(u: Array, v: Array) -> tuple[Array, Array]:
    return Array((ANY,)), Array((ANY,))


@function("numpy.polyder")
def polyder(p: Array, m: Any = 1) -> Array:
    order, size = as_int(m), p.size
    left = max(size - order, 0) if isinstance(size, int) and order is not None else ANY
    return Array((left,), p.dtype if dtypes.is_float(p.dtype) else "")


@function("numpy.polyint")
def polyint(p: Array, m: Any = 1, k: Any = None) -> Array:
    order = as_int(m)
    dtype = "complex128" if dtypes.kind(p.dtype) == "c" else "float64" if p.dtype else ""
    return Array((ANY if order is None else add(p.size, order),), dtype)


@function("numpy.poly")
def poly(seq_of_zeros: Array) -> Array:
    size = seq_of_zeros.shape[0] if seq_of_zeros.shape else ANY
    simple = seq_of_zeros.rank == 1 and seq_of_zeros.dtype in ("float32", "float64")
    return Array((add(size, 1),), seq_of_zeros.dtype if simple else "")


@function("numpy.roots")
def roots(p: Array) -> Array:
    return Array((ANY,), "")
