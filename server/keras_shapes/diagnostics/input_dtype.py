"""Strings, objects or Python lists into a numeric model.

## What it does

Tells when `fit`, `evaluate` or `predict` get a list of numbers where Keras 3 takes arrays only, or an array whose
elements are texts or objects, such as sequences of several lengths.

## Why it is wrong

Keras 3 raises `ValueError`: unrecognized data type, or invalid dtype.

## Example

```python
import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.predict([[1.0, 2.0], [3.0, 4.0]])
```

## Instead

```python
import numpy as np
import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.predict(np.array([[1.0, 2.0], [3.0, 4.0]]))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    if finding.expected == "array":
        return (
            f"{subject(finding, 'the data')} is a Python {shown(finding.found)}: Keras 3 takes arrays and tensors only."
        )
    return f"{subject(finding, 'the data')} holds elements of type {shown(finding.found)}, but {model_name(finding)} needs {shown(finding.expected)}."
