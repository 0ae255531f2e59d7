"""One sample given where a batch belongs.

## What it does

Tells when an array has exactly the shape of one sample of the model's input.

## Why it is wrong

A model's first axis is always the samples. For a single one it has size 1; without it Keras raises `ValueError`.

## Example

```python
import numpy as np
import keras

image = np.zeros((28, 28, 3))
model = keras.Sequential([keras.Input((28, 28, 3)), keras.layers.Flatten(), keras.layers.Dense(10)])
model.predict(image)
```

## Instead

```python
import numpy as np
import keras

image = np.zeros((28, 28, 3))
model = keras.Sequential([keras.Input((28, 28, 3)), keras.layers.Flatten(), keras.layers.Dense(10)])
model.predict(image[None, ...])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    first = f"{subject(finding, 'the data')} has shape {shown(finding.found)}, but {model_name(finding)} expects {shown(finding.expected)}."
    return f"{first} It is one sample without the batch axis: the first axis of a model's input is the samples."
