"""numpy's routines that sum up axes: sum, mean, max, argmax, any, …; and those that run along one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...values import axes as axis_arithmetic
from ...values import dtype as dtypes
from ...values.arithmetic import nonnegative_axis, normalize_axis
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, add, product, subtract
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ..arguments import as_axes, as_flag, as_int, refuse, scalar_axes
from ..registry import Function, function
from .intervals import Extremum, of_content, spread, within


def reduced_shape(a: Array, axis: Any, keepdims: Any, scalars: bool = True) -> Shape | None:
    """The shape after a reduction. Raises Mismatch for axes out of range; `scalars`: 0 and -1 are none of rank 0."""
    axes, keep = as_axes(axis), as_flag(keepdims)
    if a.shape is None or (axes is None and axis is not None):
        return () if axis is None and not keep and keep is not None else None
    if keep is None:
        return None
    return axis_arithmetic.reduce(a.shape, scalar_axes(axes, len(a.shape)) if scalars else axes, keep)


def reduced_size(a: Array, axis: Any) -> Dim:
    """How many elements go into one of the result."""
    axes = as_axes(axis)
    if a.shape is None or (axes is None and axis is not None):
        return ANY
    chosen = scalar_axes(axes, len(a.shape))
    kept = range(len(a.shape)) if chosen is None else axis_arithmetic.normalize_axes(chosen, len(a.shape))
    return product(a.shape[i] for i in kept)


def _not_empty(a: Array, axis: Any, operation: str) -> None:
    if reduced_size(a, axis) == 0 and a.size == 0 and (axis is None or _others(a, axis) != 0):
        raise Mismatch("array-shapes", 1, a.shape, operation=operation, empty=True)


def _others(a: Array, axis: Any) -> Dim:
    shape = reduced_shape(a, axis, False)
    return ANY if shape is None else product(shape)


def summed(dtype: str) -> str:
    """The type of a sum: small integers grow to the platform's."""
    if dtypes.kind(dtype) in ("b", "i"):
        return "int64"
    return "uint64" if dtypes.kind(dtype) == "u" else dtype


def averaged(dtype: str) -> str:
    return dtypes.divided(dtype)


@function("numpy.sum", "numpy.ndarray.sum", "numpy.nansum")
def sum_(a: Array, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
    size = reduced_size(a, axis)
    bounds = None
    if a.interval is not None and isinstance(size, int):
        bounds = within(a.interval.affine(size, 0))
    element = summed(a.dtype) if dtype is None else dtypes.as_dtype(dtype)
    content: tuple[Any, ...] | None = None
    if a.rank == 1 and a.content is not None and _whole(a.content) and not keepdims:
        content = (sum(a.content),)
    return Array(reduced_shape(a, axis, keepdims), element, of_content(content) or bounds, content, kind=a.kind)


def _whole(content: tuple[Any, ...]) -> bool:
    return all(isinstance(c, int) and abs(c) < 2**40 for c in content)


@function("numpy.prod", "numpy.ndarray.prod", "numpy.product", "numpy.nanprod")
def prod(a: Array, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
    element = summed(a.dtype) if dtype is None else dtypes.as_dtype(dtype)
    content: tuple[Any, ...] | None = None
    if (
        a.rank in (0, 1)
        and a.content is not None
        and not keepdims
        and all(not isinstance(c, (float, str)) for c in a.content)
    ):
        total = product(a.content)
        content = (total,) if total is not ANY and total is not None else None
    return Array(reduced_shape(a, axis, keepdims), element, of_content(content), content, kind=a.kind)


@function("numpy.mean", "numpy.ndarray.mean")
def mean(a: Array, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
    element = averaged(a.dtype) if dtype is None else dtypes.as_dtype(dtype)
    return Array(reduced_shape(a, axis, keepdims, scalars=False), element, within(a.interval), kind=a.kind)


@function("numpy.nanmean")
def nanmean(a: Array, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
    """A sum with the missing left out: it takes axis 0 of a number, as sums do."""
    return mean(a, None if a.shape == () and axis in (0, -1) else axis, dtype, keepdims=keepdims)


@function("numpy.average")
def average(a: Array, axis: Any = None, weights: Any = None, returned: Any = False, *, keepdims: Any = False) -> Any:
    result = mean(a, axis, keepdims=keepdims)
    if weights is not None:
        result = result.like(dtype="", interval=None)
    return result if returned is False else (result, result.like(interval=None))


@function("numpy.median", "numpy.nanmedian")
def median(a: Array, axis: Any = None, out: Any = None, overwrite_input: Any = False, keepdims: Any = False) -> Array:
    return mean(a, axis, keepdims=keepdims)


@function("numpy.percentile", "numpy.quantile", "numpy.nanpercentile", "numpy.nanquantile")
def percentile(a: Array, q: Array, axis: Any = None, out: Any = None, **keywords: Any) -> Array:
    refuse("quantile", a, "c" if q.dtype == "bool" else "bc")
    rest = reduced_shape(a, axis, keywords.get("keepdims", False))
    shape = None if rest is None or q.shape is None else (*q.shape, *rest)
    dtype = averaged(a.dtype) if q.shape == () else dtypes.promote(averaged(a.dtype), "float64")
    return Array(shape, dtype, within(a.interval))


@function("numpy.std", "numpy.ndarray.std")
def std(
    a: Array, axis: Any = None, dtype: Any = None, out: Any = None, ddof: Any = 0, keepdims: Any = False, **_: Any
) -> Array:
    element = averaged(a.dtype) if dtype is None else dtypes.as_dtype(dtype)
    return Array(reduced_shape(a, axis, keepdims, scalars=False), element, kind=a.kind)


@function("numpy.var", "numpy.ndarray.var")
def var(
    a: Array, axis: Any = None, dtype: Any = None, out: Any = None, ddof: Any = 0, keepdims: Any = False, **_: Any
) -> Array:
    return std(a, axis, dtype, keepdims=keepdims)


@function("numpy.nanstd", "numpy.nanvar")
def nanstd(
    a: Array, axis: Any = None, dtype: Any = None, out: Any = None, ddof: Any = 0, keepdims: Any = False, **_: Any
) -> Array:
    """Sums with the missing left out: they take axis 0 of a number, as sums do."""
    return std(a, None if a.shape == () and axis in (0, -1) else axis, dtype, keepdims=keepdims)


def _extremum(pick: Callable[[Any], Any], end: str, operation: str) -> Function:
    def apply(a: Array, axis: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
        _not_empty(a, axis, operation)
        shape = reduced_shape(a, axis, keepdims)
        # Of a whole array the ends are what it is said to attain; floats only come near theirs.
        exact = a.interval if shape == () and not dtypes.is_float(a.dtype) else None
        content: tuple[Any, ...] | None = None
        if shape == () and a.rank == 1 and a.content and of_content(a.content):
            content = (pick(a.content),)
        elif exact is not None and exact.attained and isinstance(a.size, int):
            content = (int(getattr(exact, end)),)
        elif shape == () and a.interval is not None and end == "high":
            content = (Extremum("the largest element", of=a.interval),)
        return Array(shape, a.dtype, of_content(content) or within(a.interval), content, kind=a.kind)

    return apply


for _names, _pick, _end in ((("max", "amax", "nanmax"), max, "high"), (("min", "amin", "nanmin"), min, "low")):
    _rule = _extremum(_pick, _end, _names[0])
    function(*(f"numpy.{name}" for name in _names), f"numpy.ndarray.{_names[0]}")(_rule)


@function("numpy.ptp")
def ptp(a: Array, axis: Any = None, out: Any = None, keepdims: Any = False) -> Array:
    refuse("ptp", a, "b")
    return Array(reduced_shape(a, axis, keepdims), a.dtype)


@function("numpy.argmax", "numpy.argmin", "numpy.ndarray.argmax", "numpy.ndarray.argmin", "numpy.nanargmax",
          "numpy.nanargmin")  # fmt: skip
def argmax(a: Array, axis: Any = None, out: Any = None, *, keepdims: Any = False) -> Array:
    _not_empty(a, axis, "argmax")
    size = reduced_size(a, axis)
    bounds = Interval(0, size - 1, a.one_hot) if isinstance(size, int) and size > 0 else None
    shape = reduced_shape(a, axis, keepdims)
    return Array(shape, "int64", spread(bounds, "int64", shape), kind=a.kind)


@function("numpy.any", "numpy.all", "numpy.ndarray.any", "numpy.ndarray.all")
def any_(a: Array, axis: Any = None, out: Any = None, keepdims: Any = False, **_: Any) -> Array:
    return Array(reduced_shape(a, axis, keepdims), "bool", Interval(0, 1, False), kind=a.kind)


@function("numpy.count_nonzero")
def count_nonzero(a: Array, axis: Any = None, *, keepdims: Any = False) -> Array:
    return Array(reduced_shape(a, axis, keepdims), "int64")


@function("numpy.cumsum", "numpy.cumprod", "numpy.ndarray.cumsum", "numpy.ndarray.cumprod", "numpy.nancumsum",
          "numpy.nancumprod")  # fmt: skip
def cumsum(a: Array, axis: Any = None, dtype: Any = None, out: Any = None) -> Array:
    element = summed(a.dtype) if dtype is None else dtypes.as_dtype(dtype)
    along = as_int(axis)
    if axis is None or (a.shape == () and along in (0, -1)):
        return Array((a.size,), element)
    if along is not None:
        normalize_axis(along, a.rank)
    return Array(a.shape, element)


@function("numpy.cumulative_sum", "numpy.cumulative_prod")
def cumulative_sum(
    x: Array, *, axis: Any = None, dtype: Any = None, out: Any = None, include_initial: Any = False
) -> Array:
    along = as_int(axis)
    x = x.reshaped((1,)) if x.shape == () else x
    if axis is None and x.shape is not None:
        x.require_rank(1, "array-shapes")
        along = 0
    result = cumsum(x, along, dtype)
    if include_initial is False or x.shape is None or along is None:
        return result if include_initial is False else result.like(shape=None)
    position = nonnegative_axis(along, len(x.shape))
    longer = add(x.shape[position], 1) if as_flag(include_initial) else ANY
    return result.like(shape=axis_arithmetic.with_size(x.shape, position, longer))


@function("numpy.ediff1d")
def ediff1d(ary: Array, to_end: Any = None, to_begin: Any = None) -> Array:
    refuse("ediff1d", ary, "b")
    size = subtract(ary.size, 1) if to_end is None and to_begin is None else ANY
    return Array((max(size, 0) if isinstance(size, int) else size,), ary.dtype)


@function("numpy.trapezoid", "numpy.trapz")
def trapezoid(y: Array, x: Any = None, dx: Any = 1.0, axis: Any = -1) -> Array:
    dtype = y.dtype if dtypes.is_float(y.dtype) and x is None else averaged(y.dtype) if x is None else ""
    return Array(reduced_shape(y, axis, False, scalars=False), dtype)


@function("numpy.diff")
def diff(a: Array, n: Any = 1, axis: Any = -1, prepend: Any = None, append: Any = None) -> Array:
    order, along = as_int(n), as_int(axis)
    if a.shape is None or order is None or along is None or prepend is not None or append is not None:
        return Array(None if a.shape is None else (ANY,) * len(a.shape), a.dtype)
    position = nonnegative_axis(along, len(a.shape))
    left = subtract(a.shape[position], order)
    return Array(axis_arithmetic.with_size(a.shape, position, max(left, 0) if isinstance(left, int) else left), a.dtype)


@function("numpy.bincount")
def bincount(x: Array, weights: Any = None, minlength: Any = 0) -> Array:
    if x.shape is not None and len(x.shape) != 1:
        raise Mismatch("array-shapes", 1, x.shape, operation="bincount")
    return Array((ANY,), "int64" if weights is None else "float64")
