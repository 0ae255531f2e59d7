"""Data of another rank than the model's input.

## What it does

Compares the number of axes of an array with the number that the model's input was declared with, where the array is
given to `fit`, `evaluate`, `predict` or the model itself. The batch axis counts: `input_shape=(20, 10)` wants arrays
of three axes. Keras itself adds or drops a last axis of size 1; that is taken into account.

## Why it is wrong

Keras raises `ValueError` as soon as it sees the data: layers are made for one rank.

## Example

```python
import numpy as np
import keras

x = np.random.rand(100, 10)
model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(8), keras.layers.Dense(1)])
model.predict(x)
```

## Instead

```python
import numpy as np
import keras

x = np.random.rand(100, 20, 10)
model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(8), keras.layers.Dense(1)])
model.predict(x)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import axes, model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    expected, found = finding.expected, finding.found
    first = (
        f"{subject(finding, 'the data')} has shape {shown(found)}, but {model_name(finding)} expects {shown(expected)}"
    )
    return f"{first}: {axes(len(found))} instead of {len(expected)}, the first being the samples."
