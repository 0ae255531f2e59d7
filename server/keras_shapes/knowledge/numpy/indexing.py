"""Subscripts of arrays: `a[0]`, `a[1:-1, ..., None]`, `a[mask]`, `a[[0, 2]]`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, Linear, add, as_dim, same, subtract, symbol
from ...values.mismatch import Mismatch
from ...values.reference import Library
from ...values.unknown import Unknown
from ..arguments import plain
from ..coercion import as_array
from .intervals import spread, within

_NEW_AXIS = frozenset(("numpy.newaxis", "tensorflow.newaxis", "keras.ops.newaxis", "jax.numpy.newaxis"))


def index(a: Array, key: Any) -> Any:
    """`a[key]`. Raises Mismatch("array-shapes") for an index out of range, too many of them, a mask that does not fit.

    key: an int, Linear, None, Ellipsis, slice (parts int, None, Linear or Unknown), bool, list, Array, or a tuple.
    """
    keys = [_resolve(k) for k in (key if isinstance(key, tuple) else (key,))]
    if a.shape is None or any(isinstance(k, Unknown) for k in keys) or sum(k is Ellipsis for k in keys) > 1:
        return _of_unknown(a)
    if not a.shape and not dtypes.kind(a.dtype):
        return _of_unknown(a)  # an element that may be anything: a text, a list
    keys = _filled(keys, a.shape, key)
    if any(isinstance(k, Array) for k in keys):
        return _advanced(a, keys)
    return _basic(a, keys)


def _resolve(key: Any) -> Any:
    """The key in the one form the rest works with."""
    if isinstance(key, Library) and key.name in _NEW_AXIS:
        return None
    if isinstance(key, (list, tuple)):
        return as_array(key)
    if isinstance(key, bool):
        return Array((), "bool")
    if isinstance(key, Array) and key.shape == () and key.dtype != "bool":
        value = plain(key)
        return value if isinstance(value, (int, Linear)) and not isinstance(value, bool) else ANY
    if key is None or key is Ellipsis or key is ANY or isinstance(key, (int, Linear, slice, Array)):
        return key
    return key if isinstance(key, Unknown) else Unknown("an index")


def _of_unknown(a: Array) -> Array:
    """What remains to be said: the type. An unknown key may be a number, a list, a mask or a slice."""
    return Array(None, a.dtype, within(a.interval), kind=a.kind)


def _filled(keys: list[Any], shape: Shape, key: Any) -> list[Any]:
    """The ellipsis and the missing trailing axes written out as full slices."""
    used = sum(_axes_used(k) for k in keys)
    if used > len(shape):
        raise Mismatch("array-shapes", len(shape), used, shape=shape, operation="index", too_many=True)
    full = [slice(None)] * (len(shape) - used)
    for i, k in enumerate(keys):
        if k is Ellipsis:
            return [*keys[:i], *full, *keys[i + 1 :]]
    return keys + full


def _axes_used(key: Any) -> int:
    if key is None or key is Ellipsis:
        return 0
    if isinstance(key, Array) and key.dtype == "bool":
        return 1 if key.shape is None else len(key.shape)
    return 1


def _basic(a: Array, keys: Sequence[Any]) -> Array:
    assert a.shape is not None
    shape: list[Dim] = []
    axis = 0
    for key in keys:
        if key is None:
            shape.append(1)
            continue
        size = a.shape[axis]
        if isinstance(key, slice):
            shape.append(_columns(size, key) if axis and not isinstance(size, int) else sliced(size, key))
        else:
            _check_in_range(key, size, a.shape, axis)
        axis += 1
    return _part(a, tuple(shape), keys)


def _part(a: Array, shape: Shape, keys: Sequence[Any]) -> Array:
    """An array of some elements of `a`."""
    whole = all(k is None or k == slice(None) for k in keys)
    bounds = a.interval if whole else spread(a.interval, a.dtype, shape)
    content = None
    if a.content is not None and len(keys) == 1:
        content = _picked(a.content, keys[0])
    hot = a.one_hot and bool(keys) and keys[-1] == slice(None) and len(shape) > 0
    if content is not None and not shape and isinstance(content[0], (int, float)):
        return as_array(content[0]).like(dtype=a.dtype, kind=a.kind)  # type: ignore[union-attr]
    return Array(shape, a.dtype, bounds, content, kind=a.kind, one_hot=hot)


def _picked(content: tuple[Any, ...], key: Any) -> tuple[Any, ...] | None:
    if isinstance(key, slice):
        parts = (key.start, key.stop, key.step)
        return content[key] if all(p is None or isinstance(p, int) for p in parts) and key.step != 0 else None
    if isinstance(key, int) and -len(content) <= key < len(content):
        return (content[key],)
    return None


def _check_in_range(key: Any, size: Dim, shape: Shape, axis: int) -> None:
    if isinstance(key, int) and isinstance(size, int) and not -size <= key < size:
        raise Mismatch("array-shapes", size, key, shape=shape, axis=axis, operation="index")


def sliced(size: Dim, key: slice) -> Dim:
    """The length of `range(size)[key]`; ANY where it cannot be said."""
    start, stop, step = (plain(p) for p in (key.start, key.stop, key.step))
    if any(isinstance(p, float) for p in (start, stop, step)):
        raise Mismatch("array-shapes", "integers", (start, stop, step), operation="slice")
    if any(as_dim(p) is ANY for p in (start, stop, step)):
        return ANY
    if start is None and stop is None and step in (None, 1, -1):
        return size
    if step == 0:
        raise Mismatch("array-shapes", "a step", 0, operation="slice")
    if all(p is None or isinstance(p, int) for p in (start, stop, step)):
        if isinstance(size, int):
            return len(range(size)[slice(start, stop, step)])
        return _of_symbolic(size, start, stop, step)
    if step in (None, 1) and size is not None:
        return _symbolic(size, start, stop)
    return ANY


def _columns(size: Dim, key: slice) -> Dim:
    """Columns cut from an unknown number of them: who names `x[:, 0:8]` has eight.

    Unlike samples, of which "the first 1,000" are taken of however many there are.
    """
    low, high = 0 if key.start is None else plain(key.start), plain(key.stop)
    if isinstance(low, int) and isinstance(high, int) and 0 <= low < high and key.step in (None, 1):
        return high - low
    return sliced(size, key)


def _of_symbolic(size: Dim, start: int | None, stop: int | None, step: int | None) -> Dim:
    """Integers cut from an unknown size, which may be shorter than they are: then a symbol of its own."""
    if size is None or size is ANY:
        return ANY
    low = start or 0
    if step in (None, 1):
        if stop is None and low >= 0:
            return subtract(size, low)
        if stop is not None and stop < 0 <= low:
            return subtract(add(size, stop), low)
        if low == 0 or stop is None:
            return symbol(f"min({size}, {stop or -low})", ("slice", size, start, stop))
    return symbol(f"{size}[{start}:{stop}:{step}]", ("slice", size, start, stop, step))


def _symbolic(size: Dim, start: Any, stop: Any) -> Dim:
    """A slice with symbolic ends, taken to lie inside: x[:k] has k elements, x[k:] has n - k."""
    low, high = 0 if start is None else start, size if stop is None else stop
    if isinstance(low, int) and low < 0:
        low = add(size, low)
    if isinstance(high, int) and high < 0:
        high = add(size, high)
    if isinstance(high, Linear) and high.constant < 0 and isinstance(size, int):
        return ANY
    return subtract(high, low)


def _advanced(a: Array, keys: Sequence[Any]) -> Array:
    """Integer arrays and masks: their joint shape stands where they stand together, else in front."""
    assert a.shape is not None
    joint: Shape | None = ()
    rest: list[Dim] = []
    places: list[int] = []
    axis = 0
    position: int | None = None
    masked = False
    for place, key in enumerate(keys):
        if key is None:
            rest.append(1)
        elif isinstance(key, slice):
            rest.append(sliced(a.shape[axis], key))
            axis += 1
        else:
            position = len(rest) if position is None else position
            places.append(place)
            picked, used = _one(key, a.shape, axis)
            joint = broadcast(joint, picked)
            axis += used
            masked = masked or (isinstance(key, Array) and key.dtype == "bool")
    if joint is None:
        return Array(None, a.dtype, within(a.interval), kind=a.kind)
    at = (position or 0) if places == list(range(places[0], places[-1] + 1)) else 0
    shape = (*rest[:at], *joint, *rest[at:])
    hot = a.one_hot and keys[-1] == slice(None)
    bounds = within(a.interval) if masked else spread(a.interval, a.dtype, shape)
    return Array(shape, a.dtype, bounds, kind=a.kind, one_hot=hot)


def _one(key: Any, shape: Shape, axis: int) -> tuple[Shape | None, int]:
    """The shape that one key brings in, and how many axes it uses up."""
    if not isinstance(key, Array):
        _check_in_range(key, shape[axis], shape, axis)
        return (), 1
    if key.shape is None:
        return None, 1
    if key.dtype == "bool":
        for i, size in enumerate(key.shape):
            if same(size, shape[axis + i]) is False:
                raise Mismatch("array-shapes", shape, key.shape, operation="mask", axis=axis + i)
        return (ANY,), len(key.shape)
    size = shape[axis]
    for number in key.content or ():
        _check_in_range(number, size, shape, axis)
    return key.shape, 1
