"""A softmax over one unit.

## What it does

Tells of a `Dense(1, activation="softmax")`.

## Why it is wrong

Softmax divides each unit by the sum of all: one alone is always 1, whatever the weights. The model runs and never learns.

## Example

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="softmax")])
```

## Instead

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import WARNING

SEVERITY = WARNING


def message(finding: Finding) -> str:
    return "softmax over one unit is always 1, whatever the weights: for yes or no use `sigmoid`, for classes one unit a class."
