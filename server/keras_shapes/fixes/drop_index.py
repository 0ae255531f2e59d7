"""A vector is indexed along the one axis that it has: `x[i:j, 0]` becomes `x[i:j]`, wherever the function has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .context import Context
from .fix import Fix, merged
from .syntax import enclosing, every, node_at

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    shape, node, block = context.facts.get("shape"), node_at(context.finding.place), context.finding.place.block
    name, first = getattr(getattr(node, "value", None), "name", None), _first(node)
    if not context.facts.get("too_many") or not isinstance(shape, tuple) or len(shape) != 1 or name is None:
        return
    function = enclosing(node, "FunctionDef")
    alike = [
        (block.place(other.slice), _first(other))
        for own, other in every(context, "Subscript")
        if own is block and getattr(other.value, "name", None) == name and enclosing(other, "FunctionDef") is function
    ]
    edits = [e for place, kept in alike if kept for e in context.replace(place, block.place(kept).text)]
    if first is not None:
        title = f"Index its only axis: {name}[{' '.join(block.place(first).text.split())}]"
        yield Fix(title, "drop-index", merged(edits), likelihood=0.6)


def _first(subscript: Any) -> Any:
    """The index of the first axis, where all others take the first, the last or everything."""
    parts: Any = getattr(getattr(subscript, "slice", None), "elts", ())
    plain = len(parts) > 1 and all(part.as_string() in ("0", "-1", ":") for part in parts[1:])
    return parts[0] if plain else None
