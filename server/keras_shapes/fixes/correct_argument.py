"""The nearest valid value of an argument that its layer refuses."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from ..values.layer import Layer, Model
from .context import Context, shape_text
from .fix import Fix

CODES = ("layer-argument", "layer-shape", "layer-rank")
# Dropout(20) means 20 %.
_PERCENT = 100


def propose(context: Context) -> Iterator[Fix]:
    groups = context.facts.get("groups")
    name = "groups" if groups is not None else str(context.facts.get("argument"))
    layer = context.facts.get("layer")
    place = layer.site.arguments.get(name) if groups is not None and isinstance(layer, Layer) else context.argument
    model = context.facts.get("model")
    if place is None and isinstance(model, Model) and model.compiled is not None:
        # What `fit` finds wrong with what `compile` was given.
        place = model.compiled.site.arguments.get(name)
    need = "divides" if groups is not None else str(context.facts.get("need"))
    expected = context.facts.get("channels") if groups is not None else context.finding.expected
    valid = _VALID.get(need)
    if place is None or valid is None:
        return
    found = groups if groups is not None else context.finding.found
    for number, text in enumerate(dict.fromkeys(valid(expected, found, place.text))):
        edits = context.replace(place, text)
        yield Fix(f"The nearest valid value: {name}={text}", "correct-argument", edits, likelihood=0.85 - 0.1 * number)


def _choice(expected: Any, found: Any, text: str) -> Iterator[str]:
    quote = "'" if text.startswith("'") else '"'
    words = [e for e in expected if isinstance(e, str)] if isinstance(expected, tuple) else []
    for word in difflib.get_close_matches(str(found).lower(), words, 2, 0.3) or words[:2]:
        yield f"{quote}{word}{quote}"


def _name(expected: Any, found: Any, text: str) -> Iterator[str]:
    """The nearest names instead of this one, which may stand among others."""
    for quote in "'\"":
        if (written := f"{quote}{found}{quote}") in text:
            yield from (text.replace(written, f"{quote}{name}{quote}") for name in expected)


def _list(expected: Any, found: Any, text: str) -> Iterator[str]:
    yield f"[{text}]"


def _length(expected: Any, found: Any, text: str) -> Iterator[str]:
    """The first numbers of too many; the last one again where there are too few."""
    if isinstance(expected, int) and isinstance(found, (tuple, list)) and found:
        fitted = (*found, *([found[-1]] * expected))[:expected]
        if all(isinstance(n, int) for n in fitted):
            yield shape_text(tuple(fitted)) if expected > 1 else str(fitted[0])
            yield str(fitted[0])


def _minimum(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(expected, int):
        yield str(abs(found)) if isinstance(found, int) and abs(found) >= expected else str(expected)


def _range(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(expected, tuple) and isinstance(found, (int, float)):
        low, high = expected
        if high == 1 and 1 < found <= _PERCENT:
            yield str(found / _PERCENT)
        yield str(min(max(found, low), high))


def _below(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(expected, int):
        yield str(expected - 1)


def _divides(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(expected, int) and isinstance(found, int):
        yield str(next(n for n in range(min(max(found, 1), expected), 0, -1) if expected % n == 0))


def _permutation(expected: Any, found: Any, text: str) -> Iterator[str]:
    """Axes count from 1: the batch is not among them."""
    if isinstance(expected, tuple) and isinstance(found, (tuple, list)):
        shifted = tuple(n + 1 for n in found if isinstance(n, int))
        yield shape_text(shifted if sorted(shifted) == sorted(expected) else expected)


def _tuple(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(found, int):
        yield f"({text},)"


def _integer(expected: Any, found: Any, text: str) -> Iterator[str]:
    if isinstance(found, str) and found.strip().isdigit():
        yield found.strip()
    elif isinstance(found, float) and math.isfinite(found) and text.replace(".", "", 1).isdigit():
        yield str(int(found))


def _axis(expected: Any, found: Any, text: str) -> Iterator[str]:
    """The last axis for one behind it; the first one after the samples for one before them."""
    rank = len(found)

    def valid(axis: re.Match[str]) -> str:
        number = int(axis[0])
        return axis[0] if -rank <= number < rank else "-1" if number > 0 else "1"

    if not re.search(r"[^-\d,\s()\[\]]", text):
        yield re.sub(r"-?\d+", valid, text)


def _python(expected: Any, found: Any, text: str) -> Iterator[str]:
    """What numpy gives is no int to Keras."""
    yield f"int({text})"


def _one(expected: Any, found: Any, text: str) -> Iterator[str]:
    yield "1"


# What each need allows: (expected, found, the text now) → values as they are written, nearest first.
_VALID: dict[str, Callable[[Any, Any, str], Iterator[str]]] = {
    "choice": _choice, "length": _length, "minimum": _minimum, "range": _range, "below": _below, "divides": _divides,
    "permutation": _permutation, "tuple": _tuple, "integer": _integer, "strides": _one, "python": _python,
    "axis": _axis, "name": _name, "list": _list,
}  # fmt: skip
