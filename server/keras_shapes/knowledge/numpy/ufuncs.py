"""numpy's functions of single elements that neither keep the type nor make plain floats of it."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.interval import Interval
from ..arguments import joint_kind, refuse
from ..coercion import as_array
from ..registry import function
from .elementwise import cast_to, floating
from .operators import binary


@function("numpy.real")
def real(val: Array) -> Array:
    bounds = val.interval if dtypes.kind(val.dtype) != "c" else None
    bounds = None if bounds is None else Interval(bounds.low, bounds.high, False)
    return Array(val.shape, dtypes.real_part(val.dtype), bounds)


@function("numpy.imag")
def imag(val: Array) -> Array:
    return Array(val.shape, dtypes.real_part(val.dtype))


@function("numpy.angle")
def angle(z: Array, deg: Any = False) -> Array:
    """arctan2 of the imaginary and the real part."""
    return Array(z.shape, "float64" if z.dtype == "bool" else floating(dtypes.real_part(z.dtype)))


@function("numpy.sinc")
def sinc(x: Array) -> Array:
    return Array(x.shape, dtypes.divided(x.dtype), Interval(-1, 1, False))


@function("numpy.i0")
def i0(x: Array) -> Array:
    refuse("i0", x, "c")
    return Array(x.shape, dtypes.divided(x.dtype))


@function("numpy.real_if_close")
def real_if_close(a: Array, tol: Any = 100) -> Array:
    return Array(a.shape, "" if dtypes.kind(a.dtype) == "c" else a.dtype, a.interval)


@function("numpy.unwrap")
def unwrap(p: Array, discont: Any = None, axis: Any = -1, *, period: Any = 6.283185307179586) -> Array:
    p.require_min_rank(1, "array-shapes")
    refuse("unwrap", p, "c")
    return Array(p.shape, dtypes.divided(p.dtype))


@function("numpy.invert", "numpy.bitwise_not", "numpy.bitwise_invert")
def invert(x: Array, out: Any = None, **_: Any) -> Array:
    refuse("invert", x, "fc")
    return Array(x.shape, x.dtype, kind=x.kind)


@function("numpy.bitwise_count")
def bitwise_count(x: Array, out: Any = None, **_: Any) -> Array:
    refuse("bitwise_count", x, "bfc" if x.dtype != "bool" else "fc")
    return Array(x.shape, "uint8", kind=x.kind)


@function("numpy.fmod")
def fmod(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    return binary("%", x1, x2).like(interval=None, content=None)


@function("numpy.gcd", "numpy.lcm")
def gcd(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    arrays = [x for x in (as_array(x1), as_array(x2)) if isinstance(x, Array)]
    for x in arrays:
        refuse("gcd", x, "bfc" if all(a.dtype == "bool" for a in arrays) else "fc")
    return binary("*", x1, x2).like(interval=None, content=None)


@function("numpy.float_power")
def float_power(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    result = binary("*", x1, x2).like(interval=None, content=None)
    return result.like(dtype="complex128" if dtypes.kind(result.dtype) == "c" else "float64" if result.dtype else "")


@function("numpy.ldexp")
def ldexp(x1: Array, x2: Array, out: Any = None, **_: Any) -> Array:
    shape = binary("+", x1, x2).shape
    return Array(shape, floating(x1.dtype), kind=joint_kind(x1, x2))


@function("numpy.divmod")
def divmod_(x1: Any, x2: Any, *out: Any, **_: Any) -> tuple[Array, Array]:
    return binary("//", x1, x2), binary("%", x1, x2)


@function("numpy.modf")
def modf(x: Array, *out: Any, **_: Any) -> tuple[Array, Array]:
    part = Array(x.shape, floating(x.dtype), kind=x.kind)
    return part, part


@function("numpy.frexp")
def frexp(x: Array, *out: Any, **_: Any) -> tuple[Array, Array]:
    return Array(x.shape, floating(x.dtype)), Array(x.shape, "int32")


@function("numpy.astype")
def astype(x: Array, dtype: Any, *, copy: Any = True, device: Any = None) -> Array:
    return cast_to(x, dtypes.as_dtype(dtype))


@function("numpy.iscomplexobj")
def iscomplexobj(x: Array) -> Any:
    return dtypes.kind(x.dtype) == "c" if x.dtype else Array((), "bool")


@function("numpy.isrealobj")
def isrealobj(x: Array) -> Any:
    return dtypes.kind(x.dtype) != "c" if x.dtype else Array((), "bool")


@function("numpy.ndarray.conj", "numpy.ndarray.conjugate")
def conj(self: Array) -> Array:
    return self


@function("numpy.ndarray.byteswap")
def byteswap(self: Array, inplace: Any = False) -> Array:
    return Array(self.shape, self.dtype)
