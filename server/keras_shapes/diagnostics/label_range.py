"""A label that is no class of the model.

## What it does

Compares the largest label with the number of classes, where both are known.

## Why it is wrong

A sparse loss takes the label as an index among the output's columns; on a CPU TensorFlow raises where there is none.
`to_categorical(y, k)` raises likewise. Labels count from 0.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(8, 4), np.array([1, 2, 3, 4, 5, 1, 2, 3])
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(8, 4), np.array([1, 2, 3, 4, 5, 1, 2, 3])
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(6, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import model_name, number, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    classes, label = finding.expected, finding.found
    first = f"{subject(finding, 'the labels')} holds the label {number(label)}"
    if "output" in finding.facts:
        owner = model_name(finding) if finding.facts.get("model") else "the prediction"
        return f"{first}, but {owner} has {number(classes)} outputs, for the classes 0 to {number(classes - 1)}."
    return f"{first}, but only {number(classes)} classes were asked for: 0 to {number(classes - 1)}."


def shapes(finding: Finding) -> tuple[str, str]:
    return f"0..{finding.expected - 1}", str(finding.found)
