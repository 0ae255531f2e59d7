"""Real Keras (numpy, TensorFlow) and our rules on the same generated arguments: what agreed, and what did not.

A test module of this folder has a `TABLE`: a name → a function that draws a case from a seeded generator.
`python -m tests.oracle` runs many of each and prints the counts; pytest runs a few (`check`).
"""

from __future__ import annotations

import os
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

from keras_shapes.values.array import Array
from keras_shapes.values.dim import ANY, Linear
from keras_shapes.values.mismatch import Mismatch
from keras_shapes.values.scalar import Scalar
from keras_shapes.values.unknown import Unknown

AGREED, UNKNOWN, MISSED, DISAGREED = "agreed", "unknown", "missed", "disagreed"
_ORDER = (AGREED, UNKNOWN, MISSED, DISAGREED)


class Case(Protocol):
    """One set of arguments: `real` raises where the library raises, `ours` raises Mismatch.

    It may say of itself `by_elements` (only the elements tell more) and `told_less` (ours is not shown all of it).
    """

    def real(self) -> Any: ...

    def ours(self) -> Any: ...


Table = Mapping[str, Callable[[Random], Case]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """AGREED, UNKNOWN (ours knows less), MISSED (the real one raises, ours does not) or DISAGREED, and why."""

    outcome: str
    case: Case
    text: str = ""

    def __str__(self) -> str:
        return f"{self.outcome}: {self.case}\n    {self.text}"


def judge(case: Case) -> Verdict:
    """Both run on one case. A crash of ours is a disagreement."""
    try:
        ours: Any = case.ours()
    except Mismatch as mismatch:
        ours = mismatch
    except Exception:
        return Verdict(DISAGREED, case, "ours crashed: " + traceback.format_exc(limit=-4))
    try:
        real: Any = case.real()
    except Exception as error:
        said = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        if isinstance(ours, Mismatch):
            return Verdict(AGREED, case, f"{ours.kind} {said}")
        if getattr(case, "told_less", False):
            return Verdict(AGREED, case)
        unknown = any(map(_is_unknown, ours)) if isinstance(ours, tuple) else _is_unknown(ours)
        return Verdict(UNKNOWN if unknown else MISSED, case, f"ours {show(ours)}, real {said}")
    if isinstance(ours, Mismatch):
        facts = f"{ours.kind} expected {ours.expected} found {ours.found} {ours.facts}"
        return Verdict(DISAGREED, case, f"a false alarm: {facts}, real {show(real)}")
    outcome = compare(real, ours)
    if outcome == UNKNOWN and getattr(case, "by_elements", False) and _has_ranks(ours):
        outcome = AGREED  # no more can be said without the elements
    if outcome == UNKNOWN and getattr(case, "told_less", False):
        outcome = AGREED  # of what is hidden from ours, silence is the right answer
    return Verdict(outcome, case, f"ours {show(ours)}, real {show(real)}" if outcome != AGREED else "")


def _has_ranks(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(map(_has_ranks, value))
    return isinstance(value, Array) and value.shape is not None


def compare(real: Any, ours: Any) -> str:
    """How well a value of ours says what the real one is."""
    if isinstance(ours, Scalar):
        return _compare_scalar(real, ours)
    if _is_unknown(ours):
        return UNKNOWN
    if hasattr(real, "shape") and hasattr(real, "dtype"):
        return _compare_array(real, ours)
    if isinstance(real, (list, tuple)):
        if not isinstance(ours, (list, tuple)) or len(real) != len(ours):
            return DISAGREED
        return worst(compare(r, o) for r, o in zip(real, ours))
    if isinstance(real, dict):
        if not isinstance(ours, dict) or set(real) != set(ours):
            return DISAGREED
        return worst(compare(value, ours[key]) for key, value in real.items())
    if isinstance(ours, Linear):
        return UNKNOWN
    if isinstance(ours, Array) and isinstance(real, (bool, int, float, complex)):
        # A Python number where we say an array of rank 0: the program sees no difference.
        return UNKNOWN if ours.shape is None else AGREED if ours.shape == () else DISAGREED
    return AGREED if real == ours else DISAGREED


def _compare_scalar(real: Any, ours: Scalar) -> str:
    """A number or text of which only the type is known; one of numpy's is as Python's."""
    made = real.item() if hasattr(real, "item") and getattr(real, "shape", None) == () else real
    kinds = {"str": str, "bool": bool, "int64": int, "float64": (int, float)}
    kind = kinds.get(ours.dtype)
    if kind is None:
        return UNKNOWN
    return AGREED if isinstance(made, kind) else DISAGREED


def worst(outcomes: Any) -> str:
    return max(outcomes, key=_ORDER.index, default=AGREED)


def _is_unknown(value: Any) -> bool:
    if isinstance(value, Scalar):
        return False
    return isinstance(value, Unknown) or value is ANY or (isinstance(value, Array) and value.shape is None)


def dtype_of(real: Any) -> str:
    """numpy's name of the element type of an array of any library."""
    name = getattr(real.dtype, "name", None) or str(real.dtype)
    return "str" if name.startswith("str") else name


def _compare_array(real: Any, ours: Any) -> str:
    if not isinstance(ours, Array):
        if isinstance(ours, (bool, int, float)) and tuple(real.shape) == ():
            return AGREED if bool(real == ours) else DISAGREED
        return DISAGREED
    if ours.dtype and ours.dtype != dtype_of(real):
        return DISAGREED
    if ours.shape is None:
        return UNKNOWN
    shape = tuple(real.shape)
    if len(shape) != len(ours.shape):
        return DISAGREED
    outcome = worst(_compare_dim(r, o) for r, o in zip(shape, ours.shape))
    if not ours.dtype:
        outcome = worst((outcome, UNKNOWN))
    return worst((outcome, _compare_interval(real, ours)))


def _compare_dim(real: Any, ours: Any) -> str:
    if ours is ANY or isinstance(ours, Linear):
        return UNKNOWN
    if ours is None:
        return AGREED if real is None else UNKNOWN
    return AGREED if real == ours else DISAGREED


def _compare_interval(real: Any, ours: Array) -> str:
    """The real elements must lie inside our bounds, and meet those we call met (numpy only)."""
    if ours.interval is None or not hasattr(real, "min") or type(real).__module__ != "numpy" or not real.size:
        return AGREED
    if real.dtype.kind not in "buif":
        return AGREED
    low, high = float(ours.interval.low), float(ours.interval.high)
    least, most = float(real.min()), float(real.max())
    # Floats are rounded on the way: by no more than a few of float16's steps, or float32's.
    slack = 0.0 if real.dtype.kind != "f" else (4e-3 if real.dtype.itemsize == 2 else 1e-5) * (abs(low) + abs(high) + 1)
    if least < low - slack or most > high + slack:
        return DISAGREED
    met = (least, most) == (low, high)
    return DISAGREED if ours.interval.attained and real.dtype.kind in "ui" and not met else _compare_content(real, ours)


def _compare_content(real: Any, ours: Array) -> str:
    """Known elements are the real ones."""
    if ours.content is None:
        return AGREED
    pairs = list(zip(real.ravel().tolist(), ours.content))
    known = [(r, o) for r, o in pairs if isinstance(o, (bool, int, float))]
    same = len(pairs) == real.size and all(abs(r - o) <= 1e-9 * abs(o) for r, o in known)
    return AGREED if same else DISAGREED


def show(value: Any) -> str:
    """A value of either side, short."""
    if isinstance(value, Array):
        bounds = f" in {value.interval.low}..{value.interval.high}" if value.interval else ""
        return f"{value.shape} {value.dtype or '?'}{bounds}"
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        bounds = f" in {value.min()}..{value.max()}" if type(value).__module__ == "numpy" and value.size else ""
        return f"{tuple(value.shape)} {dtype_of(value)}{bounds}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(show, value)) + "]"
    return str(value)


@dataclass(slots=True)
class Tally:
    """The counts of one name, and the cases worth reading."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreed: list[Verdict] = field(default_factory=list)
    others: list[Verdict] = field(default_factory=list)
    real_raised: int = 0


def run(table: Table, name: str, count: int, seed: int = 0) -> Tally:
    """`count` cases of one name. The same seed draws the same cases."""
    tally = Tally()
    for i in range(count):
        verdict = judge(table[name](Random(f"{name}:{seed}:{i}")))
        tally.counts[verdict.outcome] += 1
        if verdict.outcome == DISAGREED:
            tally.disagreed.append(verdict)
        elif verdict.outcome != AGREED:
            tally.others.append(verdict)
        tally.real_raised += verdict.outcome == MISSED or (verdict.outcome == AGREED and bool(verdict.text))
    return tally


def check(table: Table, name: str, count: int = 12) -> None:
    """What pytest runs: fails on a false alarm, another shape or dtype, or where every answer was unknown."""
    tally = run(table, name, count)
    assert not tally.disagreed, "\n".join(map(str, tally.disagreed[:5]))
    assert tally.counts[AGREED], f"{name}: nothing agreed: {dict(tally.counts)}"
