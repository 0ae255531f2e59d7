"""Edits that change the data: the argument in the call, or the name before it; train and test data alike."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..interpreter.records import Finding
from ..source.block import Place
from ..values.array import Array
from ..values.layer import Model
from .context import Context
from .fix import Edit, merged

_ABOUT_LABELS = ("target-shape", "loss-target", "label-range", "sample-count", "silent-broadcast")


@dataclass(frozen=True, slots=True)
class Datum:
    """One argument that does not fit: its text's place and its array."""

    place: Place
    array: Array

    @property
    def text(self) -> str:
        return self.place.text


def data(context: Context) -> list[Datum]:
    """The finding's own argument and those of its like: same rule, model, expectation and shape of a sample."""
    own = _datum(context.finding)
    if own is None:
        return []
    found = [own]
    for other in context.analysis.diagnostics:
        finding = other.finding
        if finding is context.finding or finding.code != context.finding.code:
            continue
        datum = _datum(finding)
        if datum is not None and _alike(finding, context.finding) and _sample(datum.array) == _sample(own.array):
            found.append(datum)
    return found


def argument_name(finding: Finding) -> str:
    """The parameter whose argument does not fit; of a model that is called itself its `inputs`."""
    name = finding.facts.get("argument")
    return str(name) if name else "inputs" if "model" in finding.facts else ""


def _datum(finding: Finding) -> Datum | None:
    name = argument_name(finding)
    place = finding.site.arguments.get(name) if finding.site else None
    array = finding.facts.get("array") or finding.facts.get("y")
    if place is None or not isinstance(array, Array) or finding.facts.get("dataset") is not None:
        # What a data set gives is made inside it; its text is not the array's.
        return None
    if name == "validation_data":
        place = element(place, 1 if finding.code in _ABOUT_LABELS else 0)
    elif place.text.lstrip()[:1] in ("[", "{"):
        place = _member(place, finding.values.get(name), array)
    return None if place is None else Datum(place, array)


def _member(place: Place, values: Any, array: Array) -> Place | None:
    """Which of several inputs, written as a list, is the array."""
    if not isinstance(values, (list, tuple)):
        return None
    found = [i for i, value in enumerate(values) if value == array]
    return element(place, found[0]) if len(found) == 1 else None


def _sample(array: Array) -> tuple[object, ...] | None:
    """The shape of one sample."""
    return None if array.shape is None else array.shape[1:]


def _alike(a: Finding, b: Finding) -> bool:
    one, other = a.facts.get("model"), b.facts.get("model")
    same_model = isinstance(one, Model) and isinstance(other, Model) and one.ref == other.ref
    return same_model and a.expected == b.expected and a.facts.get("argument") == b.facts.get("argument")


def element(place: Place, index: int) -> Place | None:
    """Where one element of a tuple or list that is written out stands."""
    try:
        tree = ast.parse(place.text.lstrip(), mode="eval").body
    except SyntaxError:
        return None
    if not isinstance(tree, (ast.Tuple, ast.List)) or index >= len(tree.elts):
        return None
    node = tree.elts[index]
    shift = place.column if node.lineno == 1 else 0
    end_shift = place.column if node.end_lineno == 1 else 0
    return Place(
        place.block,
        place.line + node.lineno - 1,
        node.col_offset + shift,
        place.line + (node.end_lineno or 1) - 1,
        (node.end_col_offset or 0) + end_shift,
    )


def rewritten(context: Context, change: Callable[[str, Array], str | None]) -> tuple[Edit, ...]:
    """The edits after which each argument is `change(its text, its array)`.

    A name is changed once, on a line before its first failing use, so that later uses have it too; any other
    expression, and a name in a loop or function, where it stands.
    """
    edits: list[Edit] = []
    names: set[str] = set()
    for datum in sorted(data(context), key=lambda d: _position(context, d)):
        text = datum.text
        if text in names:
            continue
        new = change(text, datum.array)
        if new is None:
            return ()
        if text.isidentifier() and not context.compound(datum.place):
            line = context.line_before(datum.place, f"{text} = {new}")
            if line:
                names.add(text)
                edits += line
                continue
        edits += context.replace(datum.place, new)
    return merged(edits)


def _position(context: Context, datum: Datum) -> tuple[int, int, int]:
    where = context.range(datum.place)
    return (where.source, where.start.line, where.start.character) if where else (0, 0, 0)


def in_place(context: Context, change: Callable[[str, Array], str | None]) -> tuple[Edit, ...]:
    """The finding's own argument changed where it stands."""
    own = _datum(context.finding)
    if own is None:
        return ()
    new = change(own.text, own.array)
    return () if new is None else context.replace(own.place, new)


def reshaped(context: Context, array: Array, target: str) -> tuple[Callable[[str], str], tuple[Edit, ...]]:
    """How a text becomes one of the same elements in another shape, and the imports that this needs.

    target: the sizes as they are written, such as "-1, 28, 28, 1".
    """
    if array.kind == "tensor":
        function, imports = context.imports.name_of("tensorflow.reshape")
        return lambda text: f"{function}({text}, ({target}{',' * (',' not in target)}))", imports
    if array.kind == "pandas":
        return lambda text: f"{operand(text)}.values.reshape({target})", ()
    return lambda text: f"{operand(text)}.reshape({target})", ()


def transposed(context: Context, array: Array, axes: str) -> tuple[Callable[[str], str], tuple[Edit, ...]]:
    """How a text becomes one with its axes in another order, and the imports that this needs."""
    if array.kind == "tensor":
        function, imports = context.imports.name_of("tensorflow.transpose")
        return lambda text: f"{function}({text}, ({axes}))", imports
    return lambda text: f"{operand(text)}.transpose({axes})", ()


def operand(text: str) -> str:
    """An expression ready for `.method` or `[…]` behind it."""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return f"({text})"
    plain = isinstance(tree, (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    return text if plain else f"({text})"


def subject(context: Context) -> str:
    """What titles call the data."""
    own = _datum(context.finding)
    text = " ".join(own.text.split()) if own else "data"
    return text if len(text) <= 30 else "data"
