"""A Sequential runs data of other sizes than it declares.

## What it does

Compares the sizes of data with the input that a `Sequential` was declared with, where all layers can take both.

## Why it is wrong

It runs: Keras 3 compares nothing in a `Sequential`. The declaration, the summary and what was meant say otherwise; in
Keras 2 and in a functional model the same data raises.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(64, 30, 8), np.random.rand(64)
model = keras.Sequential([keras.Input((20, 8)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(64, 30, 8), np.random.rand(64)
model = keras.Sequential([keras.Input((30, 8)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import WARNING
from .words import model_name, shown, subject

SEVERITY = WARNING


def message(finding: Finding) -> str:
    return (
        f"{subject(finding, 'the data')} has shape {shown(finding.found)}, but {model_name(finding)} declares "
        f"{shown(finding.expected)}: its layers take both, so Keras says nothing."
    )
