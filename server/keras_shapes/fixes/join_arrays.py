"""What is multiplied, joined or added, turned or stretched so that it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..source.block import Place
from ..values.array import Array
from .context import Context
from .data import element, operand, reshaped, transposed
from .fix import Edit, Fix
from .syntax import node_at

CODES = ("array-shapes",)
# Facts of operations that join nothing.
_APART = frozenset(("listed", "classes", "probabilities"))
_PRODUCTS = ("matmul", "dot", "tensordot")
Part = tuple[Place, Array]


def propose(context: Context) -> Iterator[Fix]:
    operation = context.facts.get("operation")
    parts = parts_of(context)
    if operation in _PRODUCTS and len(parts) == 2:
        yield from _turned(context, parts)
        yield from _swapped(context, parts)
    elif context.facts.get("broadcast") and len(parts) == 2:
        yield from _stretched(context, parts)
    elif operation == "sklearn" and parts:
        yield from _tabled(context, parts[0])
    elif len(parts) > 1 and not _APART & context.facts.keys():
        yield from _along(context, parts)


def parts_of(context: Context) -> list[Part]:
    """What went in: the operands of an operator, the arguments, or the members of the list that is one."""
    finding = context.finding
    node = node_at(finding.place)
    block = finding.place.block
    values = {k: v for k, v in finding.values.items() if isinstance(v, (Array, list, tuple))}
    if hasattr(node, "left") and hasattr(node, "right"):
        pairs: list[tuple[Place | None, Any]] = [
            (block.place(node.left), values.get("left")),
            (block.place(node.right), values.get("right")),
        ]
    else:
        places = finding.site.arguments if finding.site is not None else {}
        pairs = [(places.get(name), value) for name, value in values.items()]
        listed = next(((p, v) for p, v in pairs if p is not None and isinstance(v, (list, tuple)) and len(v) > 1), None)
        if listed is not None and listed[0] is not None:
            pairs = [(element(listed[0], i), v) for i, v in enumerate(listed[1])]
    return [(p, v) for p, v in pairs if p is not None and isinstance(v, Array) and v.shape]


def _turned(context: Context, parts: list[Part]) -> Iterator[Fix]:
    """One of two matrices transposed, or both."""
    for index in (1, 0):
        place, array = parts[index]
        if array.rank != 2:
            continue
        edits = _transposed(context, place, array)
        yield Fix(f"Transpose {_short(place)}", "transpose-operand", edits, likelihood=0.6 + 0.05 * index)


def _transposed(context: Context, place: Place, array: Array) -> tuple[Edit, ...]:
    if array.kind in ("tensor", "symbolic"):
        form, imports = transposed(context, array.like(kind="tensor"), "1, 0")
        return (*imports, *context.replace(place, form(place.text)))
    return context.replace(place, f"{operand(place.text)}.T")


def _swapped(context: Context, parts: list[Part]) -> Iterator[Fix]:
    (a, _), (b, _) = parts
    edits = (*context.replace(a, b.text), *context.replace(b, a.text))
    yield Fix(f"Swap {_short(a)} and {_short(b)}", "swap-operands", edits, likelihood=0.5)


def _stretched(context: Context, parts: list[Part]) -> Iterator[Fix]:
    """An axis of size 1 where one of the two lacks it."""
    ranks = [len(array.shape or ()) for _, array in parts]
    for index, (place, array) in enumerate(parts):
        if ranks[index] >= ranks[1 - index] or array.kind == "pandas":
            continue
        for axis in range(1, ranks[index] + 1):
            where = ", ".join([":"] * axis + ["None"]) if axis < ranks[index] else "..., None"
            edits = context.replace(place, f"{operand(place.text)}[{where}]")
            yield Fix(f"Give {_short(place)} an axis of size 1: [{where}]", "expand-operand", edits, likelihood=0.6)


def _tabled(context: Context, part: Part) -> Iterator[Fix]:
    """A table for scikit-learn: one column, or the columns of the last axis."""
    place, array = part
    shape = array.shape or ()
    columns = 1 if len(shape) == 1 else shape[-1]
    if not isinstance(columns, int) or len(shape) == 2:
        return
    form, imports = reshaped(context, array, f"-1, {columns}")
    edits = (*imports, *context.replace(place, form(place.text)))
    yield Fix(f"Make a table of it: {form(_short(place))}", "reshape-table", edits, likelihood=0.8)


def _along(context: Context, parts: list[Part]) -> Iterator[Fix]:
    """Joined along another axis, or stacked along a new one, or the lower ones given the axis that they lack."""
    yield from _other_axis(context, parts)
    ranks = [len(array.shape or ()) for _, array in parts]
    if len(set(ranks)) == 1:
        yield from _stacked(context, ranks[0])
        return
    for index, words in ((0, "first"), (-1, "last")):
        edits: list[Edit] = []
        for (place, array), rank in zip(parts, ranks):
            if rank == max(ranks) - 1:
                form = _expanded(array, index)
                edits += context.replace(place, form(place.text))
        yield Fix(f"Add the {words} axis that is missing", "expand-operand", tuple(edits), likelihood=0.6)


def _expanded(array: Array, index: int) -> Callable[[str], str]:
    written = "..., None" if index == -1 else "None"
    if array.kind == "pandas":
        return lambda text: f"{operand(text)}.values[{written}]"
    return lambda text: f"{operand(text)}[{written}]"


def _other_axis(context: Context, parts: list[Part]) -> Iterator[Fix]:
    site = context.finding.site
    written = site.arguments.get("axis") if site is not None else None
    call = site.place if site is not None else None
    now = context.finding.values.get("axis", context.facts.get("axis"))
    for axis in range(max(len(array.shape or ()) for _, array in parts)):
        if axis == now or call is None:
            continue
        edits = context.replace(written, str(axis)) if written else context.append_argument(call, f"axis={axis}")
        yield Fix(f"Join along axis {axis}", "change-axis", edits, likelihood=0.7)


def _stacked(context: Context, rank: int) -> Iterator[Fix]:
    node = node_at(context.finding.place)
    func = getattr(node, "func", None)
    name = getattr(func, "attrname", "") or getattr(func, "name", "")
    if name not in ("concatenate", "hstack", "vstack") or func is None:
        return
    where = context.finding.place.block.place(func)
    numpy, imports = context.imports.name_of("numpy.stack" if rank > 1 else "numpy.column_stack")
    if rank == 1:
        if context.finding.site is None or "axis" not in context.finding.site.arguments:
            edits = (*imports, *context.replace(where, numpy))
            yield Fix("Make them the columns of a table: column_stack", "stack-arrays", edits, likelihood=0.65)
            return
        numpy, imports = context.imports.name_of("numpy.stack")
    yield Fix(
        "Stack them along a new axis", "stack-arrays", (*imports, *context.replace(where, numpy)), likelihood=0.62
    )


def _short(place: Place) -> str:
    text = " ".join(place.text.split())
    return text if len(text) <= 30 else "it"
