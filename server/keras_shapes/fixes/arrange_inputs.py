"""Several inputs given as the model wants them: a list, in its order, by its names."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from itertools import accumulate, pairwise, permutations
from typing import Any

from ..source.block import Place
from ..values.array import Array
from ..values.dim import same
from ..values.layer import Model
from .context import Context
from .data import element, operand
from .fix import Edit, Fix
from .syntax import node_at

CODES = ("input-structure", "target-shape", "sample-count", "input-shape", "input-rank", "input-dtype")
_MOST = 4
_JOINING = ("array", "asarray", "stack", "concatenate", "hstack")


def propose(context: Context) -> Iterator[Fix]:
    if context.facts.get("merge") or context.facts.get("attention"):
        yield from _listed(context)
        return
    if context.diagnostic.code == "target-shape":
        yield from _labels(context)
        return
    place = _inputs(context)
    if place is None:
        return
    yield from _taken_apart(context, place)
    if context.diagnostic.code == "input-structure":
        yield from _renamed(context, place, context.finding.expected, context.finding.found)
        yield from _columns(context, place)
        yield from _members(context, place)
        yield from _counted(context, place)
    elif context.diagnostic.code in ("input-shape", "input-rank"):
        yield from _reordered(context, place)


def _inputs(context: Context) -> Place | None:
    site = context.finding.site
    return next((site.arguments[n] for n in ("x", "inputs") if n in site.arguments), None) if site is not None else None


def _value(context: Context) -> Any:
    return context.finding.values.get("x", context.finding.values.get("inputs"))


def _listed(context: Context) -> Iterator[Fix]:
    """`Add()(a, b)` → `Add()([a, b])`."""
    node, block = node_at(context.finding.place), context.finding.place.block
    while node is not None and type(node).__name__ == "Call" and len(node.args) < 2:
        parent = node.parent
        node = parent if type(parent).__name__ == "Call" and parent.func is node else None
    if node is None or type(node).__name__ != "Call":
        return
    places = [block.place(argument) for argument in node.args]
    texts = ", ".join(place.text for place in places)
    whole = Place(block, places[0].line, places[0].column, places[-1].end_line, places[-1].end_column)
    yield Fix(f"Give a list: [{texts}]", "list-inputs", context.replace(whole, f"[{texts}]"), likelihood=0.9)


def _taken_apart(context: Context, place: Place) -> Iterator[Fix]:
    """`np.array([a, b])` → `[a, b]`: as many inputs, not one array of them."""
    try:
        tree = ast.parse(place.text, mode="eval").body
    except SyntaxError:
        return
    if not isinstance(tree, ast.Call) or not tree.args or not isinstance(tree.args[0], (ast.List, ast.Tuple)):
        return
    name = ast.unparse(tree.func).rpartition(".")[2]
    if name in _JOINING and 1 < len(tree.args[0].elts) <= _MOST:
        parts = [ast.get_source_segment(place.text, part) or "" for part in tree.args[0].elts]
        text = f"[{', '.join(parts)}]"
        title = f"Give them as inputs of their own: {text}"
        yield Fix(title, "list-inputs", context.replace(place, text), likelihood=0.8)


def _labels(context: Context) -> Iterator[Fix]:
    """Labels in a dict under other names than the outputs have."""
    outputs, given, site = context.facts.get("outputs"), context.facts.get("given"), context.finding.site
    place = site.arguments.get("y") if site is not None else None
    if place is not None and given and outputs and len(given) == len(outputs):
        yield from _renamed(context, place, outputs, given)


def _renamed(context: Context, place: Place, expected: Any, found: Any) -> Iterator[Fix]:
    """The keys of a dict as the model calls what they name."""
    node = node_at(place)
    if not isinstance(expected, tuple) or not isinstance(found, tuple) or not hasattr(node, "items"):
        return
    spare = [key for key in found if key not in expected]
    edits: list[Edit] = []
    for name in (name for name in expected if name not in found):
        close = difflib.get_close_matches(str(name), [str(key) for key in spare], 1, 0.0)
        if not close:
            return
        spare.remove(close[0])
        keys = [key for key, _ in node.items if getattr(key, "value", None) == close[0]]
        edits += [e for key in keys for e in context.replace(place.block.place(key), f'"{name}"')]
    names = ", ".join(map(str, expected))
    yield Fix(f"Name them as the model does: {names}", "name-inputs", tuple(edits), likelihood=0.85)


def _columns(context: Context, place: Place) -> Iterator[Fix]:
    """One table whose columns are those of all inputs is cut; several for one input are joined."""
    widths, value = _widths(context.model), _value(context)
    known = [w for w in widths if isinstance(w, int)]
    total = value.shape[1] if isinstance(value, Array) and value.shape and value.rank == 2 else None
    if 1 < len(widths) == len(known) and total == sum(known):
        ends = list(accumulate(known, initial=0))
        text = ", ".join(f"{place.text}[:, {a or ''}:{b}]" for a, b in pairwise(ends))
        yield Fix(
            "Cut the columns for each input", "split-inputs", context.replace(place, f"[{text}]"), likelihood=0.75
        )
    if isinstance(value, (list, tuple)) and len(widths) == 1 and place.text.lstrip().startswith(("[", "(")):
        function, imports = context.imports.name_of("numpy.concatenate")
        edits = (*imports, *context.replace(place, f"{function}({place.text}, axis=-1)"))
        yield Fix("Join them to one input: axis=-1", "join-inputs", edits, likelihood=0.6)


def _members(context: Context, place: Place) -> Iterator[Fix]:
    """`pairs` of (samples, 2, …) → `[pairs[:, 0], pairs[:, 1]]`."""
    value = _value(context)
    declared = context.model.inputs if context.model is not None else None
    if not isinstance(value, Array) or not value.shape or not isinstance(declared, (list, tuple)):
        return
    part = value.like(shape=(value.shape[0], *value.shape[2:]))
    if 1 < len(declared) <= _MOST and value.shape[1:2] == (len(declared),) and all(_fits(part, d) for d in declared):
        text = ", ".join(f"{operand(place.text)}[:, {i}]" for i in range(len(declared)))
        yield Fix(
            f"Give each part by itself: [{text}]", "list-inputs", context.replace(place, f"[{text}]"), likelihood=0.9
        )


def _widths(model: Model | None) -> list[Any]:
    """The last size of each declared input."""
    inputs = model.inputs if model is not None else None
    if isinstance(inputs, dict):
        inputs = list(inputs.values())
    members = inputs if isinstance(inputs, (list, tuple)) else [inputs]
    return [m.shape[-1] if isinstance(m, Array) and m.shape else None for m in members]


def _counted(context: Context, place: Place) -> Iterator[Fix]:
    """One array for all of them; of too many, the first ones."""
    expected, found = context.finding.expected, context.finding.found
    if not isinstance(expected, int) or not isinstance(found, int):
        return
    if found == 1 and 1 < expected <= _MOST:
        text = f"[{', '.join([(element(place, 0) or place).text] * expected)}]"
        yield Fix(
            f"Give it to each of the {expected} inputs", "repeat-input", context.replace(place, text), likelihood=0.3
        )
    elif found > expected:
        parts = [part.text for i in range(expected) if (part := element(place, i)) is not None]
        text = parts[0] if len(parts) == 1 else f"[{', '.join(parts)}]"
        if len(parts) == expected:
            yield Fix(f"Give the first alone: {text}", "fewer-inputs", context.replace(place, text), likelihood=0.4)


def _reordered(context: Context, place: Place) -> Iterator[Fix]:
    """The same inputs in the order in which their shapes fit."""
    value = _value(context)
    declared = context.model.inputs if context.model is not None else None
    if not isinstance(value, (list, tuple)) or not isinstance(declared, (list, tuple)) or not 1 < len(value) <= _MOST:
        return
    places = [p for i in range(len(value)) if (p := element(place, i)) is not None]
    if len(value) != len(declared) or len(places) != len(value):
        return
    for order in permutations(range(len(value))):
        if all(_fits(value[i], d) for i, d in zip(order, declared)):
            texts = [places[i].text for i in order]
            edits = tuple(e for p, text in zip(places, texts) for e in context.replace(p, text) if p.text != text)
            yield Fix(f"In the model's order: {', '.join(texts)}", "reorder-inputs", edits, likelihood=0.92)
            return


def _fits(value: Any, declared: Any) -> bool:
    if not isinstance(value, Array) or not isinstance(declared, Array) or not value.shape or not declared.shape:
        return False
    return len(value.shape) == len(declared.shape) and all(
        same(a, b) is not False for a, b in zip(value.shape[1:], declared.shape[1:])
    )
