"""Fractions looked up in an Embedding.

## What it does

Tells when the numbers that go into an `Embedding` are certain not to be whole.

## Why it is wrong

It runs: every number is cut off to an integer, so that numbers between 0 and 1 all mean row 0. Indices are not to be
scaled as other inputs are.

## Example

```python
import numpy as np
import keras

words = np.random.randint(1, 500, (64, 20))
x, y = words / 500.0, np.random.randint(0, 2, 64)
model = keras.Sequential([keras.layers.Embedding(500, 8), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

words = np.random.randint(1, 500, (64, 20))
x, y = words, np.random.randint(0, 2, 64)
model = keras.Sequential([keras.layers.Embedding(500, 8), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from ..values.interval import Interval
from .diagnostic import WARNING
from .words import layer_name, subject

SEVERITY = WARNING


def message(finding: Finding) -> str:
    bounds = finding.facts.get("interval")
    between = f" between {bounds.low:g} and {bounds.high:g}" if isinstance(bounds, Interval) else ""
    return (
        f"{subject(finding, 'the data')} holds fractions{between}, but {layer_name(finding.facts.get('layer'))} looks up "
        "whole numbers: each is cut off to the integer below without a word."
    )
