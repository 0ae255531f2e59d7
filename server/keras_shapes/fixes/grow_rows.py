"""An array with a row more, where the indices that are put into it count from 1."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from .context import Context
from .data import element, operand
from .fix import Fix
from .syntax import definition, every, node_at

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    size, index, node = context.finding.expected, context.finding.found, node_at(context.finding.place)
    name = getattr(getattr(node, "value", None), "name", None)
    if context.facts.get("operation") != "index" or context.facts.get("axis") != 0 or name is None:
        return
    if not isinstance(size, int) or not isinstance(index, int) or index < size:
        return
    for rows in _rows(context, name):
        # Where the count has a name, all that is made by it grows alike.
        written = definition(context, rows) or rows
        more = str(index + 1) if written.text.isdigit() else f"{operand(written.text)} + {index - size + 1}"
        title = f"{name}: {index + 1} rows, for the indices 0 to {index}"
        yield Fix(title, "grow-rows", context.replace(written, more), likelihood=0.7)


def _rows(context: Context, name: str) -> Iterator[Place]:
    """The first size of what is made under this name: `np.zeros((rows, columns))`."""
    for block, node in every(context, "Assign"):
        made = node.value
        if [getattr(t, "name", None) for t in node.targets] == [name] and type(made).__name__ == "Call" and made.args:
            shape = block.place(made.args[0])
            yield element(shape, 0) or shape
