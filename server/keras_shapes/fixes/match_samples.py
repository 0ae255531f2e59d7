"""Brings x and y to the same number of samples: the other of train and test, or a slice."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from ..values.dim import same
from .context import Context
from .data import element, operand
from .fix import Fix

CODES = ("sample-count",)
_PAIRS = (("train", "test"), ("train", "val"), ("train", "valid"), ("test", "val"), ("tr", "te"))


def propose(context: Context) -> Iterator[Fix]:
    first, second = context.facts.get("first"), context.facts.get("second")
    site = context.finding.site
    if not isinstance(first, tuple) or not isinstance(second, tuple) or site is None:
        return
    places = [_place(context, *which) for which in (first, second)]
    counts = (context.finding.expected, context.finding.found)
    for place, wanted in ((places[1], counts[0]), (places[0], counts[1])):
        if place is not None and place.text.isidentifier():
            yield from _swapped(context, place, wanted, 0.9 if place is places[1] else 0.8)
    yield from _sliced(context, places, counts)


def _place(context: Context, name: str, key: object) -> Place | None:
    """The argument of that name, or that part of validation_data; of several inputs written as a list that one."""
    arguments = context.finding.site.arguments if context.finding.site else {}
    place: Place | None = arguments.get(name)
    if context.facts.get("argument") == "validation_data":
        whole = arguments.get("validation_data")
        place = None if whole is None else element(whole, ("x", "y", "sample_weight").index(name))
    if key is None or place is None:
        return place
    return element(place, key) if isinstance(key, int) else None


def _swapped(context: Context, place: Place, wanted: object, likelihood: float) -> Iterator[Fix]:
    """Another array of the program whose name says that it belongs there and whose samples fit."""
    state = context.analysis.evaluation.state
    own = state.get(place.text)
    for name in relatives(place.text):
        other = state.get(name)
        if isinstance(other, Array) and other.shape and same(other.shape[0], wanted):
            alike = isinstance(own, Array) and own.shape is not None and own.rank == other.rank
            edits = context.replace(place, name)
            yield Fix(
                f"Use {name} instead of {place.text}", "swap-array", edits, likelihood=likelihood if alike else 0.5
            )


def relatives(name: str) -> Iterator[str]:
    """What the other half of data of this name may be called: the training data's for the test data's, y's for x's."""
    for a, b in _PAIRS:
        for old, new in ((a, b), (b, a)):
            for x, y in ((old, new), (old.upper(), new.upper()), (old.capitalize(), new.capitalize())):
                if x in name:
                    yield name.replace(x, y)
    if name[:1] in ("x", "X", "y", "Y"):
        yield {"x": "y", "X": "y", "y": "x", "Y": "X"}[name[0]] + name[1:]


def _sliced(context: Context, places: list[Place | None], counts: tuple[object, object]) -> Iterator[Fix]:
    first, second = counts
    if not isinstance(first, int) or not isinstance(second, int):
        return
    longer = places[0] if first > second else places[1]
    count = min(first, second)
    if longer is not None and count > 0:
        text = " ".join(longer.text.split())
        edits = context.replace(longer, f"{operand(longer.text)}[:{count}]")
        yield Fix(f"Take the first {count:,} of {text}", "slice-samples", edits, likelihood=0.3)
