"""keras/src/layers/merging/: several tensors made one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values import dtype as dtypes
from ....values.arithmetic import broadcast
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, agree, same
from ....values.interval import hull
from ....values.layer import Layer
from ....values.mismatch import Mismatch
from ....values.origin import Site
from ....values.reference import Ref
from ....values.unknown import Unknown
from ...binding import Rule
from ...registry import function, layer
from ...run import Run
from ..calling import call_layer


def _members(inputs: Any) -> list[Array] | Unknown:
    """The tensors to merge. Raises Mismatch where one tensor was given instead of a list."""
    if isinstance(inputs, Array):
        raise Mismatch("input-structure", "list", inputs.shape, merge=True)
    if not isinstance(inputs, (list, tuple)) or not inputs:
        return inputs if isinstance(inputs, Unknown) else Unknown("what is merged")
    return [x if isinstance(x, Array) else Array(None) for x in inputs]


def _elementwise(inputs: Any, *, whole: bool = True, count: int | None = None) -> Any:
    """What merging element by element gives. Source: keras/src/layers/merging/base_merge.py.

    whole: integers stay integers. count: how many tensors there must be.
    """
    members = _members(inputs)
    if isinstance(members, Unknown):
        return members
    if count is not None and len(members) != count:
        raise Mismatch("input-structure", count, len(members), merge=True)
    shape = members[0].shape
    for other in members[1:]:
        shape = _broadcast(shape, other.shape, members)
    return _typed(members, shape, whole)


def _broadcast(a: Shape | None, b: Shape | None, members: list[Array]) -> Shape | None:
    """Two shapes as one: the batch sizes agree, the others broadcast, also over missing leading axes."""
    if a is None or b is None or not a or not b:
        return None
    shapes = tuple(m.shape for m in members)
    if same(a[0], b[0]) is False and isinstance(a[0], int) and isinstance(b[0], int):
        raise Mismatch("merge-shapes", a, b, shapes=shapes, axis=0)
    # A size of None stays None, whatever it meets: Keras declares no more than it was told.
    pairs = list(zip(a[:0:-1], b[:0:-1]))[::-1]
    free = [None in pair for pair in pairs]
    # Of symbolic tensors a size that we do not know may be None, too.
    loose = [ANY in pair and members[0].kind == "symbolic" for pair in pairs]
    try:
        rest = broadcast(a[1:], b[1:])
    except Mismatch:
        raise Mismatch("merge-shapes", a, b, shapes=shapes) from None
    assert rest is not None
    leading = len(rest) - len(free)
    return (
        agree(a[0], b[0]),
        *rest[:leading],
        *(ANY if o else None if f else d for o, f, d in zip(loose, free, rest[leading:])),
    )


def _typed(members: list[Array], shape: Shape | None, whole: bool = True) -> Array:
    """Symbolic tensors get the layer's type; real integers and booleans stay what they are where all are one type."""
    first = members[0]
    floats = [m for m in members if dtypes.is_float(m.dtype)]
    if any(m.kind == "symbolic" for m in members) or not whole or floats:
        return (floats[0] if floats else first).computed(shape)
    dtype = first.dtype if all(m.dtype == first.dtype for m in members) else ""
    return Array(shape, dtype, kind=first.kind)


@layer
def Add(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/add.py"""
    return _elementwise(inputs)


@layer
def Subtract(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/subtract.py"""
    return _elementwise(inputs, count=2)


@layer
def Multiply(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/multiply.py"""
    return _elementwise(inputs)


@layer
def Average(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/average.py"""
    output = _elementwise(inputs)
    if not isinstance(output, Array) or not dtypes.is_integer(output.dtype):
        return output
    # TensorFlow's division makes real numbers of integers: float32 of the small ones.
    return output.like(dtype="float64" if dtypes.bits(output.dtype) > 16 else "float32")


@layer
def Maximum(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/maximum.py"""
    return _elementwise(inputs)


@layer
def Minimum(inputs: Any, **_: Any) -> Any:
    """keras/src/layers/merging/minimum.py"""
    return _elementwise(inputs)


@layer
def Concatenate(inputs: Any, axis: Any = -1, **_: Any) -> Any:
    """keras/src/layers/merging/concatenate.py"""
    members = _members(inputs)
    if isinstance(members, Unknown):
        return members
    shapes = [m.shape for m in members]
    if not isinstance(axis, int) or shapes[0] is None:
        return _typed(members, None)
    first = shapes[0]
    if len(shapes) == 1 and axis >= len(first):
        # Nothing is joined, and Keras does not look.
        return _typed(members, first)
    if not -len(first) <= axis < len(first):
        raise Mismatch("merge-shapes", len(first), axis, shapes=tuple(shapes), axis=axis)
    place = axis % len(first)
    total = first[place]
    for shape in shapes[1:]:
        total = add(total, _joined(first, shape, place, tuple(shapes)))
    joined = _typed(members, (*first[:place], total, *first[place + 1 :]))
    bounds = members[0].interval
    for m in members[1:]:
        bounds = hull(bounds, m.interval)
    return joined.like(interval=bounds)


def _joined(first: Shape, shape: Shape | None, place: int, shapes: tuple[Shape | None, ...]) -> Dim:
    """The size that one more tensor adds. All others must be the same; a None passes."""
    if shape is None:
        return ANY
    if len(shape) != len(first):
        raise Mismatch("merge-shapes", first, shape, shapes=shapes, axis=place)
    for i, (p, q) in enumerate(zip(first, shape)):
        if i != place and same(p, q) is False:
            raise Mismatch("merge-shapes", first, shape, shapes=shapes, axis=place)
    return shape[place]


@layer
def Dot(inputs: Any, axes: Any, normalize: Any = False, **_: Any) -> Any:
    """keras/src/layers/merging/dot.py"""
    members = _members(inputs)
    if isinstance(members, Unknown):
        return members
    if len(members) != 2:
        raise Mismatch("input-structure", 2, len(members), merge=True)
    a, b = members[0].shape, members[1].shape
    axes = (axes, axes) if isinstance(axes, int) else axes
    _check_axes(axes)
    if a is None or b is None or not isinstance(axes, (list, tuple)) or not all(isinstance(i, int) for i in axes):
        return _typed(members, None, whole=False)
    for member in members:
        member.require_min_rank(2)
    if not all(-len(s) <= i < len(s) for i, s in zip(axes, (a, b))):
        raise Mismatch("merge-shapes", a, b, shapes=(a, b), axes=tuple(axes))
    i, j = axes[0] % len(a), axes[1] % len(b)
    # Keras compares the sizes as they stand: a None meets only a None.
    if same(a[i], b[j]) is False or (None in (a[i], b[j]) and ANY not in (a[i], b[j]) and a[i] != b[j]):
        raise Mismatch("merge-shapes", a, b, shapes=(a, b), axes=tuple(axes))
    rest = (*a[:i], *a[i + 1 :], *(d for k, d in enumerate(b) if k not in (0, j)))
    return _typed(members, rest if len(rest) > 1 else (*rest, 1), whole=normalize is False)


@Dot.checks
def _check_axes(axes: Any) -> None:
    if isinstance(axes, (list, tuple)) and len(axes) != 2:
        raise Mismatch("layer-argument", 2, axes, argument="axes", need="length")
    if axes is None or isinstance(axes, (float, str)):
        raise Mismatch("layer-argument", 2, axes, argument="axes", need="integers")


def _called(rule: Rule, inputs: Any, run: Run, **arguments: Any) -> Any:
    """The lower-case form: a new layer, called at once."""
    return call_layer(Layer(Ref("layer", None), rule.name, arguments, Site(None)), inputs, {}, run)[0]


def _alias(name: str, rule: Rule) -> Callable[..., Any]:
    @function(f"keras.layers.{name}")
    def called(inputs: Any, *, run: Run, **_: Any) -> Any:
        return _called(rule, inputs, run)

    return called


for _name, _rule in (("add", Add), ("subtract", Subtract), ("multiply", Multiply), ("average", Average),
                     ("maximum", Maximum), ("minimum", Minimum)):  # fmt: skip
    _alias(_name, _rule)


@function("keras.layers.concatenate")
def concatenate(inputs: Any, axis: Any = -1, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/merging/concatenate.py"""
    return _called(Concatenate, inputs, run, axis=axis)


@function("keras.layers.dot")
def dot(inputs: Any, axes: Any = -1, normalize: Any = False, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/merging/dot.py"""
    return _called(Dot, inputs, run, axes=axes, normalize=normalize)
