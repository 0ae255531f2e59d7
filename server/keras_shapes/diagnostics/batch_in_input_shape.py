"""The declared input holds the number of samples, or the whole array's shape.

## What it does

Tells when a model's declared input is exactly the shape of the whole data that it is trained on.

## Why it is wrong

`input_shape=` and `Input(...)` describe one sample: Keras adds the axis of the samples itself. With it declared too, the
model expects data of one axis more, and `fit` raises.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(200, 16), np.random.rand(200, 1)
model = keras.Sequential([keras.Input((200, 16)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(200, 16), np.random.rand(200, 1)
model = keras.Sequential([keras.Input((16,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import model_name, number, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    first = f"{subject(finding, 'the data')} has shape {shown(finding.found)}, but {model_name(finding)} expects {shown(finding.expected)}."
    return f"{first} The declared input holds the {number(finding.found[0])} samples: it should describe one of them, {shown(finding.found[1:])}."
