"""Mismatch → Finding: the place where it surfaces, and the evidence that leads to its causes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..knowledge.keras.leniency import lets_pass
from ..knowledge.keras.version import keras_version
from ..source.block import Place
from ..values.array import Array
from ..values.layer import Layer, Model
from ..values.mismatch import Mismatch
from ..values.origin import Site
from ..values.unknown import Unknown
from .records import Evidence, Finding

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter
    from .objects import Active

MAX_EVIDENCE = 4
# Of a call's arguments only short texts are told.
_LONGEST_TEXT = 20


def report_mismatch(
    it: Interpreter, mismatch: Mismatch, node: Any, frame: Frame, values: dict[str, Any], site: Site | None = None
) -> Any:
    """Records the finding, unless the program's Keras lets it pass; gives what the evaluation goes on with."""
    from .running import Running

    version = keras_version(Running(it))
    if not lets_pass(version, mismatch):
        mismatch.facts["certain"] = version.known
        _record(it, mismatch, node, frame, values, site)
    result = mismatch.result
    if type(result) is tuple:
        # The shape that it would have had.
        array = next((v for v in values.values() if isinstance(v, Array)), None)
        result = None if array is None else array.reshaped(result)
    return (
        it.unknown("what does not fit gives nothing")
        if result is None or isinstance(result, Unknown)
        else it.wrapped(result)
    )


def _record(
    it: Interpreter, mismatch: Mismatch, node: Any, frame: Frame, values: dict[str, Any], site: Site | None
) -> None:
    place = _surface(it, mismatch, it.place(node, frame))
    argument = _argument(mismatch, values)
    subject = ""
    if site is not None and argument in site.arguments:
        subject = site.arguments[argument].text
    evidence = tuple(_distinct(_evidence(it, mismatch, values), place))[:MAX_EVIDENCE]
    it.report(
        Finding(
            mismatch.kind,
            place,
            mismatch.expected,
            mismatch.found,
            dict(mismatch.facts),
            evidence,
            site,
            subject,
            values,
            tuple(call.place for call in it.calls),
        )
    )


def _argument(mismatch: Mismatch, values: dict[str, Any]) -> str:
    """The parameter that the mismatch is about: as the rule says, or the first that got an array of that shape."""
    named: str = mismatch.facts.get("argument", "")
    if named or mismatch.kind != "array-shapes" or not isinstance(mismatch.found, tuple):
        return named
    return next((n for n, v in values.items() if isinstance(v, Array) and v.shape == mismatch.found), "")


def _surface(it: Interpreter, mismatch: Mismatch, place: Place) -> Place:
    """The call; but the layer's own line where the layer stands inside the statement that fails."""
    layer = mismatch.facts.get("layer")
    if isinstance(layer, Layer) and layer.site.place is not None and it.statement is not None:
        inside: Place = layer.site.place
        node, block = it.statement
        if mismatch.kind not in ("input-rank", "input-shape", "missing-batch-axis") and block.place(node).contains(
            inside
        ):
            return inside
    return place


def _evidence(it: Interpreter, mismatch: Mismatch, values: dict[str, Any]) -> Iterator[Evidence]:
    facts = mismatch.facts
    arrays = [facts.get("array"), facts.get("input"), values.get(_argument(mismatch, values))]
    array = next((a for a in arrays if isinstance(a, Array)), None)
    if array is not None and array.origin is not None:
        for step in list(array.origin.steps())[:2]:
            yield Evidence(step.place, step.how, array.shape if step is array.origin else None)
    merged = facts.get("input")
    for part in merged if isinstance(merged, (list, tuple)) else ():
        if isinstance(part, Array) and part.origin is not None:
            yield Evidence(part.origin.place, part.origin.how, part.shape)
    model = facts.get("model")
    if isinstance(model, Model):
        declared = _declared(model)
        if declared is not None:
            yield declared
    layer = facts.get("layer")
    if isinstance(layer, Layer) and layer.site.place is not None:
        yield Evidence(layer.site.place, "layer", layer)
    for key, other in facts.items():
        if key not in ("array", "input") and isinstance(other, Array) and other.origin is not None:
            yield Evidence(other.origin.place, other.origin.how, other.shape)
    if it.calls:
        yield Evidence(it.calls[-1].place, "called", _given(it, it.calls[-1]))


def _given(it: Interpreter, call: Active) -> dict[str, Any]:
    """What of a call's values says something: shapes of arrays, numbers, texts and tuples of them."""
    values = {name: it.plain(value) for name, value in call.bound.items()}
    return {name: value.shape if isinstance(value, Array) else value for name, value in values.items() if _says(value)}


def _says(value: Any) -> bool:
    if isinstance(value, Array):
        return value.shape is not None
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    return isinstance(value, (int, float)) or (type(value) is tuple and all(isinstance(v, int) for v in value))


def _declared(model: Model) -> Evidence | None:
    """Where the model's input was declared."""
    array = model.input_array
    shape = array.shape if array is not None else None
    if model.declared_at is not None:
        site = model.declared_at
        for name in ("input_shape", "batch_input_shape", "batch_shape", "input_dim", "shape"):
            if name in site.arguments:
                return Evidence(site.arguments[name], "declared", shape)
        return Evidence(site.place, "declared", shape)
    if array is not None and array.origin is not None:
        return Evidence(array.origin.place, "declared", shape)
    return None


def _distinct(evidence: Iterator[Evidence], place: Place) -> Iterator[Evidence]:
    seen = {place}
    for item in evidence:
        if item.place not in seen:
            seen.add(item.place)
            yield item
