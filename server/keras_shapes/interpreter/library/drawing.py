"""Python's and numpy's random numbers where they choose from lists of the program, or mix them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...values.reference import Items, Ref
from ..iteration import another, elements
from ..joining import joined_items
from . import Call, handles


def _held(call: Call, source: Any) -> Items | None:
    """The content of a list in whatever order."""
    items = call.it.cell(source) if isinstance(source, Ref) and source.kind == "list" else None
    if not isinstance(items, Items) or items.values is None:
        return items if isinstance(items, Items) else None
    joined = Items(())
    for start in range(0, len(items.values), _TOGETHER):
        joined = joined_items(joined, Items(tuple(items.values)[start : start + _TOGETHER]), call.it.fresh)
    return replace(joined, length=len(items.values)) if items.values else items


# Of a longer list only the beginning is looked at when it is joined with another.
_TOGETHER = 16


@handles("random.shuffle", "numpy.random.shuffle")
def mixed(call: Call) -> Any:
    """A list in another order, in place."""
    source = call.argument(0, "x")
    items = _held(call, source)
    if items is None:
        return NotImplemented
    call.it.store.set(source, items)
    return None


@handles("random.choice")
def chosen(call: Call) -> Any:
    items = _held(call, call.argument(0, "seq"))
    return NotImplemented if items is None or items.values is not None else another(call.it, items.element)


@handles("random.sample", "random.choices")
def several(call: Call) -> Any:
    source = call.argument(0, "population")
    items = _held(call, source)
    element = items.element if items is not None and items.values is None else elements(call.it, source)[1]
    count = call.argument(1, "k", 1) if call.node.func.as_string().endswith("sample") else call.keywords.get("k", 1)
    return call.it.allocate("list", Items(None, element, count if isinstance(count, int) else None))
