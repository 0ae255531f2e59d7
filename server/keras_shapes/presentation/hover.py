"""What stands at a place, in Markdown: shape, dtype, values, parameters, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..interpreter.records import Shape, Use
from ..values.array import Array
from ..values.dataset import Dataset
from ..values.dim import ANY
from ..values.layer import Layer, Model
from ..values.reference import Items
from ..values.unknown import Unknown
from .describe import describe, resolved
from .facts import jsonable
from .lines import Lines

if TYPE_CHECKING:
    from ..analysis import Analysis
    from ..source.block import Place
    from ..source.document import Document, Range
    from ..values.origin import Origin

_MOST_STEPS = 8


def hover(analysis: Analysis, source: int, line: int, character: int) -> tuple[str, Range] | None:
    """Markdown about the innermost thing at a position (code points), and that thing's range."""
    at = (line, character)
    held = [each for each in _things(analysis, Lines(source, line, line)) if _holds(each[0], at)]
    if not held:
        return None
    where, thing = min(held, key=lambda each: _size(each[0]))
    text = "\n\n".join(_paragraphs(analysis, thing))
    return (text, where) if text else None


def _things(analysis: Analysis, within: Lines) -> Iterator[tuple[Range, Use | Shape]]:
    things: list[Use | Shape] = [*analysis.evaluation.uses, *analysis.evaluation.shapes]
    for thing in things:
        where = analysis.document.range_of(thing.place) if within.touch(analysis.document, thing.place) else None
        if where is not None:
            yield where, thing


def _holds(where: Range, at: tuple[int, int]) -> bool:
    return (where.start.line, where.start.character) <= at <= (where.end.line, where.end.character)


def _size(where: Range) -> tuple[int, int]:
    return where.end.line - where.start.line, where.end.character - where.start.character


def _paragraphs(analysis: Analysis, thing: Use | Shape) -> Iterator[str]:
    name, value = thing.name, resolved(thing.value, analysis.evaluation.state)
    if isinstance(value, Unknown):
        yield _titled(name, "unknown")
        yield f"Not known: {value.reason}."
    elif isinstance(thing, Shape) and thing.kind == "layer":
        yield from _application(analysis, thing, value)
    elif isinstance(value, Array):
        yield from _array(analysis.document, name, value)
    elif isinstance(value, Layer):
        yield from _layer(analysis.document, name, value)
    elif isinstance(value, Model):
        yield from _model(analysis, name, thing.value, value)
    elif isinstance(value, Dataset):
        yield from _dataset(analysis.document, name, value)
    elif isinstance(value, (bool, int, float)) or (isinstance(value, tuple) and value):
        yield _titled(name, _plain(value))
    elif isinstance(value, Items) and isinstance(value.values, tuple):
        yield _titled(name, f"list of {len(value.values)}")


def _titled(name: str, text: str) -> str:
    return f"`{name}`: `{text}`" if name else f"`{text}`"


def _plain(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        inner = ", ".join(_plain(part) for part in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    known = describe(value)
    return known.text if known else repr(jsonable(value))


def _array(document: Document, name: str, array: Array) -> Iterator[str]:
    known = describe(array)
    assert known is not None
    yield _titled(name, known.text)
    if array.interval is not None:
        low, high = array.interval.low, array.interval.high
        rows = ", each row one-hot" if array.one_hot else ""
        yield f"Values from {_number(low)} to {_number(high)}{rows}"
    elif array.one_hot:
        yield "Each row one-hot"
    if array.kind == "symbolic":
        yield "A symbolic Keras tensor"
    yield from _history(document, array.origin)


def _dataset(document: Document, name: str, dataset: Dataset) -> Iterator[str]:
    known = describe(dataset)
    assert known is not None
    yield _titled(name, known.text)
    if dataset.cardinality is None:
        yield "Repeats for ever"
    elif dataset.cardinality is not ANY:
        yield f"{dataset.cardinality} elements"
    yield from _history(document, dataset.origin)


def _number(value: float) -> str:
    return f"{value:g}"


def _history(document: Document, origin: Origin | None) -> Iterator[str]:
    """How it came to be, oldest first."""
    steps = []
    for step in origin.steps() if origin else ():
        where = document.range_of(step.place) if step.place is not None else None
        if where is not None:
            text = document.text_of(where).split("\n")[0].strip().replace("`", "'")
            steps.append(f"- {step.how} on {place_name(document, where)}: `{text}`")
    if len(steps) > _MOST_STEPS:
        steps[_MOST_STEPS - 1 : -1] = ["- …"]
    if steps:
        yield "\n".join(reversed(steps))


def place_name(document: Document, where: Range) -> str:
    """`line 3`, or in a notebook `line 3 of cell 2`, both counted from one."""
    cell = document.sources[where.source].cell
    line = f"line {where.start.line + 1}"
    return line if cell is None else f"{line} of cell {cell + 1}"


def _application(analysis: Analysis, shape: Shape, output: Any) -> Iterator[str]:
    """A place where a layer is applied: its output, and the layer that stands there."""
    known = describe(output)
    yield _titled(shape.name, known.text if known else "unknown")
    for row in (row for table in analysis.evaluation.tables for row in table.rows):
        # `Dense(3)` begins where `Dense(3)(x)` does.
        if row.place is not None and shape.place.contains(row.place) and _begins(row.place) == _begins(shape.place):
            if row.parameters is not None:
                yield _parameters(row.parameters)
            return


def _layer(document: Document, name: str, layer: Layer) -> Iterator[str]:
    yield _titled(name, layer.short_name)
    given = {key: value for key, value in layer.arguments.items() if value is not None and key != "name"}
    shown = [f"`{key}={_plain(value)}`" for key, value in given.items() if isinstance(value, (int, float, str, tuple))]
    if shown:
        yield ", ".join(shown)
    if layer.parameters is not None:
        yield _parameters(layer.parameters)
    where = document.range_of(layer.site.place) if layer.site and layer.site.place else None
    if where is not None:
        yield f"Constructed on {place_name(document, where)}"


def _begins(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _parameters(count: int) -> str:
    return f"{count:,} parameter{'s' if count != 1 else ''}"


def _model(analysis: Analysis, name: str, reference: Any, model: Model) -> Iterator[str]:
    known = describe(model)
    assert known is not None
    yield _titled(name, f"{model.kind} {known.text}")
    made = (s.place for s in analysis.evaluation.shapes if s.kind == "model" and s.value in (reference, model))
    where = next(filter(None, map(analysis.document.range_of, made)), None)
    entry = next((entry for entry in analysis.models if entry.range == where), None)
    if entry is not None:
        yield entry.summary
        yield f"Made on {place_name(analysis.document, entry.range)}"
