"""An operation on arrays whose shapes do not fit, before any model.

## What it does

Follows shapes through numpy and TensorFlow: broadcasting, `matmul`, `concatenate`, `stack`, indexing, axes.

## Why it is wrong

The operation raises when it runs.

## Example

```python
import numpy as np

a, b = np.zeros((100, 8)), np.zeros((100, 3))
c = np.concatenate([a, b], axis=0)
```

## Instead

```python
import numpy as np

a, b = np.zeros((100, 8)), np.zeros((100, 3))
c = np.concatenate([a, b], axis=1)
```
"""

from __future__ import annotations

from collections.abc import Callable

from ..interpreter.records import Finding
from ..values.dim import ANY, Linear
from .diagnostic import ERROR
from .words import UNNAMED, axes, called, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    facts, expected, found = finding.facts, finding.expected, finding.found
    told = _taken_apart(finding)
    if told is not None:
        return told
    if facts.get("axis") is True:
        return f"axis {shown(found)} does not exist: the array has {axes(expected) if isinstance(expected, int) else shown(expected)}."
    if facts.get("broadcast"):
        return f"shapes {shown(expected)} and {shown(found)} cannot be broadcast together: sizes must be equal, or one of them 1."
    if facts.get("operation") == "index":
        shape = shown(facts.get("shape"))
        if facts.get("too_many"):
            return f"{found} indices for an array of shape {shape}, which has {axes(expected)}."
        return f"index {shown(found)} is out of range: axis {facts.get('axis')} of {shape} has size {shown(expected)}."
    special = _SPECIAL.get(facts.get("operation", ""))
    return (special and special(finding)) or _of_one(finding) or _of_several(finding)


def _of_one(finding: Finding) -> str | None:
    """Words for one array that an operation cannot take; None for others."""
    facts, expected, found = finding.facts, finding.expected, finding.found
    if facts.get("channels"):
        wanted = f"{shown(expected)} channel{'s' * (expected != 1)} on its last axis"
    elif facts.get("empty"):
        wanted = "at least one element"
    elif "ranks" in facts:
        wanted = _ranks(*facts["ranks"])
    elif isinstance(expected, int) and isinstance(found, tuple) and "axis" in facts:
        wanted = f"at least {expected} on axis {facts['axis']}"
    elif isinstance(expected, str) and isinstance(found, tuple):
        wanted = expected
    elif (
        isinstance(expected, int)
        and isinstance(found, tuple)
        and all(isinstance(d, (int, Linear)) or d is ANY for d in found)
    ):
        wanted = axes(expected)
    else:
        return None
    return f"{subject(finding, 'the array')} has shape {shown(found)}, but {_operation(finding)} needs {wanted}."


def _ranks(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {axes(least)}"
    return axes(least) if least == most else f"{least} or {axes(most)}"


def _letter(finding: Finding) -> str | None:
    letter, found = finding.facts.get("letter"), finding.found
    if letter is None:
        return None
    return f"{_operation(finding)}: `{letter}` of {finding.facts['equation']!r} is {shown(finding.expected)} in one array, and another has shape {shown(found)}."


# Operations whose `expected` and `found` are other things than an array's shape and rank.
_SPECIAL: dict[str, Callable[[Finding], str | None]] = {
    "einsum": _letter,
    "mask": lambda f: f"a mask of shape {shown(f.found)} does not fit an array of shape {shown(f.expected)}.",
    "pad": lambda f: (
        f"{_operation(f)} needs {f.expected} pairs of widths, one for each axis, but gets {shown(f.found)}."
    ),
    "repeat": lambda f: (
        f"{_operation(f)} needs one count, or {shown(f.expected)} for the elements of axis {f.facts['axis']}, but gets {f.found}."
    ),
    "split": lambda f: (
        f"{_operation(f)} cannot divide axis {f.facts['axis']} of {shown(f.found)} into {shown(f.expected)} equal parts."
        if isinstance(f.found, tuple) and "axis" in f.facts
        else None
    ),
    "squeeze": lambda f: (
        f"{_operation(f)} takes away axes of size 1, but axis {f.facts['axis']} of {shown(f.found)} is another."
    ),
}


def _of_several(finding: Finding) -> str:
    facts, expected, found = finding.facts, finding.expected, finding.found
    if facts.get("inner"):
        left, right = facts["inner"]
        return f"{_operation(finding)} cannot take {shown(expected)} and {shown(found)}: the inner sizes {shown(left)} and {shown(right)} differ."
    if isinstance(expected, tuple) and isinstance(found, tuple):
        return f"{_operation(finding)} cannot take shapes {shown(expected)} and {shown(found)} together."
    return f"{_operation(finding)} cannot take {shown(found)}: it needs {shown(expected)}."


def _operation(finding: Finding) -> str:
    """The function as the program calls it; of an operator, the operation."""
    name = called(finding)
    return name if name != UNNAMED or "operation" not in finding.facts else f"`{finding.facts['operation']}`"


def _taken_apart(finding: Finding) -> str | None:
    """Words for what is no operation on arrays."""
    facts, expected, found = finding.facts, finding.expected, finding.found
    if "features" in facts:
        return f"{subject(finding, 'the data')} has {_columns(facts['features'])}, but {_fitted(finding)} was fitted to {_columns(expected)}."
    if facts.get("pictures"):
        return f"{subject(finding, 'the data')} has shape {shown(found)}, but the generator takes pictures of 4 axes: (samples, height, width, channels)."
    if facts.get("operation") == "pad_sequences":
        return f"`pad_sequences` pads each sequence of a list: {subject(finding, 'what it is given')} of shape {shown(found)} holds numbers."
    if facts.get("probabilities"):
        return f"{subject(finding, '`p`')} has shape {shown(found)}: it needs one axis, with a probability for each of the {shown(expected)} to choose from."
    if facts.get("names"):
        return f"{found} names for what has {expected}: a shape has one size for each axis, a recurrent layer one output beside its states."
    return None


def _columns(count: object) -> str:
    return f"{shown(count)} column{'s' * (count != 1)}"


def _fitted(finding: Finding) -> str:
    """The scaler or encoder, as the program calls it."""
    receiver = called(finding).strip("`").rpartition(".")[0]
    return f"`{receiver}`" if receiver else "what is called"
