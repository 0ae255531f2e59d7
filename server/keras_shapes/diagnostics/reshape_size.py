"""A reshape to another number of elements.

## What it does

Counts the elements before and after `reshape`, in numpy, TensorFlow and Keras' `Reshape` layer.

## Why it is wrong

A reshape only arranges the same elements anew; it raises where their number would change.

## Example

```python
import numpy as np

x = np.zeros((100, 10))
x = x.reshape((100, 20, 10))
```

## Instead

```python
import numpy as np

x = np.zeros((100, 10))
x = x.reshape((100, 1, 10))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from ..values.dim import product
from .diagnostic import ERROR
from .words import number, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    found, expected = finding.found, finding.expected
    if finding.facts.get("minus_ones"):
        return f"{shown(found)} has more than one -1: only one size can be left to be worked out."
    if not isinstance(found, tuple) or not isinstance(expected, tuple):
        return f"{shown(expected)} cannot be reshaped to {shown(found)}."
    first = f"{shown(expected)} cannot be reshaped to {shown(found)}"
    have = product(d for d in expected if d is not None)
    if -1 in found:
        want = product(d for d in found if d != -1)
        return f"{first}: {number(have)} elements are not a multiple of {number(want)}."
    return f"{first}: {number(have)} elements do not make {number(product(d for d in found if d is not None))}."


def shapes(finding: Finding) -> tuple[str, str]:
    """What was there is what the target should hold."""
    return shown(finding.expected), shown(finding.found)
