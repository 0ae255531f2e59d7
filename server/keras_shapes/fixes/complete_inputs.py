"""Inputs that a call lacks: those that stand behind the first as arguments, or an array of the program that fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..knowledge.keras.models.calling import input_names
from ..source.block import Place
from ..values.array import Array
from ..values.dim import same
from .context import Context
from .data import element
from .fix import Fix
from .syntax import node_at

CODES = ("input-structure",)


def propose(context: Context) -> Iterator[Fix]:
    declared = _declared(context)
    if len(declared) > 1:
        yield from _gathered(context, declared)
        yield from _completed(context, declared)
    elif context.facts.get("argument") == "batch_size":
        place = context.argument
        if place is not None and place.block.place(node_at(context.finding.place)).contains(place):
            edits = context.replace(place, f"sample_weight={place.text}")
            yield Fix(f"Weigh the samples: sample_weight={place.text}", "weigh-samples", edits, likelihood=0.8)


def _declared(context: Context) -> list[Any]:
    """The model's inputs, in its order."""
    inputs = context.model.inputs if context.model is not None else None
    return (
        list(inputs.values() if isinstance(inputs, dict) else inputs) if isinstance(inputs, (dict, list, tuple)) else []
    )


def _gathered(context: Context, declared: list[Any]) -> Iterator[Fix]:
    """`fit(a, b, y)` → `fit([a, b], y)`."""
    node, block = node_at(context.finding.place), context.finding.place.block
    arguments = getattr(node, "args", [])[: len(declared)]
    places = [block.place(argument) for argument in arguments]
    values = {use.place: use.value for use in context.analysis.evaluation.uses}
    known = [values.get(place) for place in places]
    if len(places) != len(declared) or any(v is not None and not _fits(v, d) for v, d in zip(known, declared)):
        return
    texts = ", ".join(place.text for place in places)
    whole = Place(block, places[0].line, places[0].column, places[-1].end_line, places[-1].end_column)
    edits = context.replace(whole, f"[{texts}]")
    yield Fix(f"Give the {len(declared)} inputs as a list: [{texts}]", "gather-inputs", edits, likelihood=0.95)


def _completed(context: Context, declared: list[Any]) -> Iterator[Fix]:
    """`[a]` → `[a, b]`, `{"a": a}` → `{"a": a, "b": b}`, where one input lacks and just one array can be it."""
    site, names = context.finding.site, input_names(context.model) if context.model is not None else ()
    place = next((site.arguments[n] for n in ("x", "inputs") if n in site.arguments), None) if site else None
    value = context.finding.values.get("x", context.finding.values.get("inputs"))
    if place is None or not isinstance(value, (list, dict)) or len(value) != len(declared) - 1:
        return
    for index, (name, wanted) in enumerate(zip(names, declared)):
        others = [d for i, d in enumerate(declared) if i != index]
        there = isinstance(value, dict) and name in value
        if there or (isinstance(value, list) and not all(_fits(v, d) for v, d in zip(value, others))):
            continue
        found = _candidates(context, wanted, value, str(name))
        text = _with(place, found[0], index, name) if len(found) == 1 else None
        if text is not None:
            yield Fix(f"Give {found[0]} too: {text}", "complete-inputs", context.replace(place, text), likelihood=0.85)


def _candidates(context: Context, wanted: Any, value: list[Any] | dict[Any, Any], name: str) -> list[str]:
    """The program's arrays of the input's sizes, with as many samples; the one with the input's own name alone."""
    given = list(value.values() if isinstance(value, dict) else value)
    samples = next((v.shape[0] for v in given if isinstance(v, Array) and v.shape), None)
    call = context.finding.place.text
    found = [
        key
        for key, array in context.analysis.evaluation.state.items()
        if isinstance(key, str) and isinstance(array, Array) and array.shape and key not in call
        if same(array.shape[0], samples) and _fits(array, wanted)
    ]
    return [name] if name in found else found


def _with(place: Place, new: str, index: int, name: str | None) -> str | None:
    """The text of a list or dict with one member more."""
    node, text = node_at(place), place.text
    if hasattr(node, "items") and node.items and name is not None:
        key = place.block.place(node.items[0][0]).text
        quote = key[:1] if key[:1] in "'\"" else '"'
        last = place.block.place(node.items[-1][1]).text
        at = text.rindex(last) + len(last)
        return f"{text[:at]}, {quote}{name}{quote}: {new}{text[at:]}"
    members = [part.text for i in range(len(getattr(node, "elts", ()))) if (part := element(place, i)) is not None]
    return f"[{', '.join([*members[:index], new, *members[index:]])}]" if text.startswith("[") else None


def _fits(value: Any, declared: Any) -> bool:
    """Whether an array surely has an input's sizes."""
    if not isinstance(value, Array) or not isinstance(declared, Array) or not value.shape or not declared.shape:
        return False
    sizes = zip(value.shape[1:], declared.shape[1:])
    return len(value.shape) == len(declared.shape) and all(b is None or same(a, b) is True for a, b in sizes)
