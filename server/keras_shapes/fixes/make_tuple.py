"""Makes tuples of lists of arrays, which TensorFlow takes for structure, and arrays of lists of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.block import Block, Place
from .context import Context
from .fix import Edit, Fix
from .syntax import assigned, enclosing, every, node_at

CODES = ("array-shapes", "dataset-structure")


def propose(context: Context) -> Iterator[Fix]:
    if not context.facts.get("listed"):
        return
    if context.diagnostic.code == "array-shapes":
        place = context.argument
        if place is not None and type(node_at(place)).__name__ == "List":
            yield Fix("Make a tuple of the list", "make-tuple", _tuple(context, place), likelihood=0.8)
        return
    edits = [edit for block, node in _given(context) for edit in _changed(context, block, node)]
    if edits:
        yield Fix("Give tuples and arrays in place of the lists", "make-tuple", tuple(edits), likelihood=0.8)


def _given(context: Context) -> Iterator[tuple[Block, Any]]:
    """What generators yield, and what `__getitem__` returns."""
    for block, node in every(context, "Yield"):
        yield block, node.value
    for block, node in every(context, "Return"):
        if getattr(enclosing(node, "FunctionDef"), "name", "") == "__getitem__":
            yield block, node.value


def _changed(context: Context, block: Block, node: Any) -> Iterator[Edit]:
    kind = type(node).__name__
    place = block.place(node) if node is not None else None
    if place is None:
        return
    if kind == "List":
        yield from _tuple(context, place)
    elif kind == "Tuple":
        for part in node.elts:
            yield from _changed(context, block, part)
    elif kind == "ListComp" or (kind == "Name" and _is_list(node)):
        function, imports = context.imports.name_of("numpy.array")
        yield from (*imports, *context.replace(place, f"{function}({place.text})"))


def _is_list(name: Any) -> bool:
    """Whether a name is given a list where the function is written."""
    function = enclosing(name, "FunctionDef")
    values = [value for value in assigned(function.body, name.name) if value is not None] if function else []
    return bool(values) and all(type(value).__name__ in ("List", "ListComp") for value in values)


def _tuple(context: Context, place: Place) -> tuple[Edit, ...]:
    inner = place.text[1:-1].strip()
    alone = "," not in inner.rstrip(",") and not inner.endswith(",")
    return context.replace(place, f"({inner}{',' * alone})")
