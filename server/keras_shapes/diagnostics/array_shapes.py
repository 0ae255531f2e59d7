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

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import axes, called, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    facts, expected, found = finding.facts, finding.expected, finding.found
    operation = called(finding) if finding.site else "this operation"
    operation = f"`{facts['operation']}`" if facts.get("operation") else operation
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
    if facts.get("inner"):
        left, right = facts["inner"]
        return f"{operation} cannot take {shown(expected)} and {shown(found)}: the inner sizes {shown(left)} and {shown(right)} differ."
    if isinstance(expected, tuple) and isinstance(found, tuple):
        return f"{operation} cannot take shapes {shown(expected)} and {shown(found)} together."
    return f"{operation} cannot take {shown(found)}: it needs {shown(expected)}."


def _taken_apart(finding: Finding) -> str | None:
    """Words for what is no operation on arrays."""
    facts, expected, found = finding.facts, finding.expected, finding.found
    if "features" in facts:
        return f"{subject(finding, 'the data')} has {_columns(facts['features'])}, but what is called was fitted to {_columns(expected)}."
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
