"""Makes an array of a Python list of numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.keras.models.calling import tensors
from ..knowledge.keras.samples import is_scalars
from ..source.block import Place
from .context import Context
from .fix import Fix
from .pad_sequences import differ_in_length

CODES = ("input-dtype", "sample-count")


def propose(context: Context) -> Iterator[Fix]:
    place = _listed(context) if context.diagnostic.code == "sample-count" else context.argument
    if place is None or (context.diagnostic.code == "input-dtype" and context.finding.expected != "array"):
        return
    if differ_in_length(context.finding.values.get(context.facts.get("argument", ""))):
        return
    function, imports = context.imports.name_of("numpy.array")
    text = " ".join(place.text.split())
    title = f"Make an array of {text}" if len(text) <= 30 else "Make an array of the list"
    edits = context.replace(place, f"{function}({place.text})")
    yield Fix(title, "make-array", (*imports, *edits), likelihood=0.8)
    others = [each for each in _lists(context) if each != place]
    if context.diagnostic.code == "input-dtype" and others:
        edits += tuple(e for each in others for e in context.replace(each, f"{function}({each.text})"))
        yield Fix("Make arrays of all lists of numbers", "make-array", (*imports, *edits), likelihood=0.85)


def _lists(context: Context) -> Iterator[Place]:
    """The lists of numbers in all calls that such findings are of."""
    for diagnostic in context.analysis.diagnostics:
        finding = diagnostic.finding
        if finding.code != "input-dtype" or finding.expected != "array" or finding.site is None:
            continue
        for name in ("x", "y", "sample_weight"):
            place = finding.site.arguments.get(name)
            if place is not None and is_scalars(finding.values.get(name)):
                yield place


def _listed(context: Context) -> Place | None:
    """The list whose elements were taken for inputs of their own, one sample each."""
    site, model = context.finding.site, context.model
    if model is not None and len(tensors(model.inputs)) > 1:
        return None
    for which in (context.facts.get("first"), context.facts.get("second")):
        if isinstance(which, tuple) and isinstance(which[1], int) and site is not None:
            return site.arguments.get(which[0])
    return None
