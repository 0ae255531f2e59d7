"""keras.ops: what sums up axes, and what runs along one. Source: keras/src/ops/numpy.py, math.py, nn.py."""

from __future__ import annotations

from typing import Any

from ....values import axes as axis_arithmetic
from ....values.arithmetic import nonnegative_axis, normalize_axis
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ...arguments import as_axes, as_flag, as_int, refuse
from ...coercion import Tensor
from ...numpy import intervals, reductions
from ...registry import Function
from .elements import BECOMES, element_of
from .naming import element, free, op


def reduced(x: Array, axis: Any, keepdims: Any) -> Shape | None:
    """The shape after a reduction. Raises Mismatch for axes out of range, or one named twice."""
    axes = as_axes(axis)
    if x.kind == "symbolic" and axes is not None and x.shape is not None and len(axes) > 1 and not as_flag(keepdims):
        return _struck(x.shape, axes)
    chosen = tuple({a % max(1, x.rank or 1) for a in axes}) if axes and len(axes) > 1 and x.kind == "symbolic" else axis
    return reductions.reduced_shape(x, chosen, keepdims, scalars=False)


def _struck(shape: Shape, axes: tuple[int, ...]) -> Shape:
    """Keras strikes one axis after the other out of the list: one named twice takes the next with it."""
    left = list(shape)
    for position in sorted((nonnegative_axis(a, len(shape)) for a in axes), reverse=True):
        if position >= len(left):
            raise Mismatch("array-shapes", len(shape), axes, axis=True, repeated=position)
        del left[position]
    return tuple(left)


def _of(name: str, x: Array, axis: Any, keepdims: Any) -> Array:
    """The reduction `name`, of which nothing more is known than shape and type."""
    return Array(reduced(x, axis, keepdims), element_of(name, x), kind=x.kind)


def _plain(name: str) -> Function:
    def apply(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
        return _of(name, x, axis, keepdims)

    return apply


for _name in "sum mean std var median ptp nanmean nanstd nansum nanvar nanprod".split():
    op(_name)(_plain(_name))


@op("nanmedian")
def nanmedian(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    if axis is not None:
        refuse("nanmedian", x, "bui")
    return _of("nanmedian", x, axis, keepdims)


@op("prod")
def prod(x: Tensor, axis: Any = None, keepdims: Any = False, dtype: Any = None) -> Array:
    return Array(reduced(x, axis, keepdims), element(dtype, element_of("prod", x)), kind=x.kind)


@op("logsumexp")
def logsumexp(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    return _of("logsumexp", x, axis, keepdims)


@op("average")
def average(x: Tensor, axis: Any = None, weights: Any = None) -> Array:
    return _of("average", x, axis, False).like(**{} if weights is None else {"dtype": ""})


def _extreme(name: str, x: Array, axis: Any, keepdims: Any) -> Array:
    return _of(name, x, axis, keepdims).like(interval=intervals.within(x.interval))


@op("max")
def max_(x: Tensor, axis: Any = None, keepdims: Any = False, initial: Any = None) -> Array:
    return _extreme("max", x, axis, keepdims)


@op("min")
def min_(x: Tensor, axis: Any = None, keepdims: Any = False, initial: Any = None) -> Array:
    return _extreme("min", x, axis, keepdims)


@op("amax", "amin", "nanmax", "nanmin")
def amax(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    return _extreme("max", x, axis, keepdims)


@op("any", "all")
def any_(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    return _of("any", x, axis, keepdims).like(interval=Interval(0, 1, False))


@op("argmax", "argmin", "nanargmax", "nanargmin")
def argmax(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    size = reductions.reduced_size(x, axis)
    bounds = Interval(0, size - 1, False) if isinstance(size, int) and size > 0 else None
    return _of("argmax", x, axis, keepdims).like(interval=bounds)


@op("count_nonzero")
def count_nonzero(x: Tensor, axis: Any = None) -> Array:
    return _of("count_nonzero", x, axis, False)


@op("norm", "linalg.norm")
def norm(x: Tensor, ord: Any = None, axis: Any = None, keepdims: Any = False) -> Array:
    return _of("norm", x, axis, keepdims)


@op("moments")
def moments(x: Tensor, axes: Any, keepdims: Any = False, synchronized: Any = False) -> tuple[Array, Array]:
    refuse("moments", x, "bc")
    part = Array(reduced(x, axes, keepdims), x.dtype, kind=x.kind)
    return part, part


def _along(name: str, x: Array, axis: Any, dtype: Any) -> Array:
    made = element(dtype, element_of(name, x))
    if axis is None:
        return Array((x.size,), made, kind=x.kind)
    along = as_int(axis)
    if along is not None and not (name == "nancumsum" and x.kind == "symbolic"):
        normalize_axis(along, x.rank)
    return Array(x.shape, made, kind=x.kind)


@op("cumsum", "cumprod")
def cumsum(x: Tensor, axis: Any = None, dtype: Any = None) -> Array:
    return _along("cumsum", x, axis, dtype)


@op("nancumsum", "nancumprod")
def nancumsum(x: Tensor, axis: Any = None, dtype: Any = None) -> Array:
    return _along("nancumsum", x, axis, dtype)


@op("diff")
def diff(a: Tensor, n: Any = 1, axis: Any = -1) -> Array:
    return reductions.diff(a, n, axis).like(kind=a.kind)


@op("nanquantile", "nanpercentile")
def nanquantile(x: Tensor, q: Tensor, axis: Any = None, method: Any = "linear", keepdims: Any = False) -> Array:
    if axis is not None:
        refuse("nanquantile", x, "bui")
    return quantile(x, q, axis, method, keepdims)


@op("quantile", "percentile")
def quantile(x: Tensor, q: Tensor, axis: Any = None, method: Any = "linear", keepdims: Any = False) -> Array:
    rest = reduced(x, axis, keepdims)
    shape = None if rest is None or q.shape is None else (*q.shape, *rest)
    return Array(shape, BECOMES["float"](x.dtype), intervals.within(x.interval), kind=x.kind)


@op("trapezoid")
def trapezoid(y: Tensor, x: Any = None, dx: Any = 1.0, axis: Any = -1) -> Array:
    along, dtype = as_int(axis), BECOMES["float"](y.dtype)
    if y.kind == "symbolic" and y.shape is not None and along is not None and not -len(y.shape) <= along < len(y.shape):
        return Array(None, dtype, kind=y.kind)  # an axis out of range is not looked for
    return Array(reduced(y, axis, False), dtype, kind=y.kind)


@op("normalize")
def normalize(x: Tensor, axis: Any = -1, order: Any = 2, epsilon: Any = None) -> Array:
    # On data a number counts as a vector of one.
    vector = x.like(shape=(1,)) if x.shape == () and x.kind != "symbolic" else x
    return _normalized("normalize", vector, axis)


@op("softmax", "log_softmax", "sparsemax")
def softmax(x: Tensor, axis: Any = -1) -> Array:
    bounds = Interval(0, 1, False)
    return _normalized("softmax", x, axis).like(interval=bounds)


def _normalized(name: str, x: Array, axis: Any) -> Array:
    """Every element changed with a view to the others along an axis."""
    for along in as_axes(axis) or ():
        normalize_axis(along, x.rank)
    return Array(x.shape, element_of(name, x), kind=x.kind)


@op("glu")
def glu(x: Tensor, axis: Any = -1) -> Array:
    dtype, along = element_of("glu", x), as_int(axis)
    if x.shape is None or along is None:
        return Array(None, dtype, kind=x.kind)
    position = nonnegative_axis(along, len(x.shape))
    size: Dim = x.shape[position]
    if isinstance(size, int) and size % 2:
        raise Mismatch("array-shapes", "an even size", x.shape, operation="glu", axis=position)
    half: Dim = size // 2 if isinstance(size, int) else None if size is None else ANY
    return Array(axis_arithmetic.with_size(x.shape, position, half), dtype, kind=x.kind)


def _segments(name: str) -> Function:
    def apply(data: Tensor, segment_ids: Tensor, num_segments: Any = None, sorted: Any = False) -> Array:
        """One row for each segment."""
        count = as_int(num_segments)
        ids = segment_ids.shape
        if ids is not None and len(ids) != 1:
            raise Mismatch("array-shapes", 1, ids, operation=name)
        rest = None if data.shape is None else data.shape[1:]
        shape = None if rest is None else (free(data) if count is None else count, *rest)
        return Array(shape, data.dtype, kind=data.kind)

    return apply


for _name in ("segment_sum", "segment_max", "segment_min", "segment_prod"):
    op(_name)(_segments(_name))


@op("bincount")
def bincount(x: Tensor, weights: Any = None, minlength: Any = 0, sparse: Any = False) -> Array:
    shape = None if x.shape is None else (*x.shape[:-1], free(x))
    return Array(shape, "int32" if weights is None else "", kind=x.kind)
