"""A `tf.data.Dataset` without batches, or with batches of batches.

## What it does

Follows the elements of a data set from where it was made through `map`, `batch` and their like to `fit`.

## Why it is wrong

`fit`, `evaluate` and `predict` take each element of a data set as a batch. Without `.batch(...)` an element is one
sample and lacks the batch axis; after two of them it has one axis too many. Keras raises.

## Example

```python
import numpy as np
import tensorflow as tf
import keras

x, y = np.random.rand(64, 8, 3), np.random.rand(64, 1)
data = tf.data.Dataset.from_tensor_slices((x, y))
model = keras.Sequential([keras.Input((8, 3)), keras.layers.LSTM(4), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(data)
```

## Instead

```python
import numpy as np
import tensorflow as tf
import keras

x, y = np.random.rand(64, 8, 3), np.random.rand(64, 1)
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
model = keras.Sequential([keras.Input((8, 3)), keras.layers.LSTM(4), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(data)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    data = subject(finding, "the data set")
    if finding.facts.get("beside"):
        name = finding.facts.get("argument")
        return f"A data set brings its own labels and weights: Keras takes no `{name}` beside it."
    if finding.facts.get("listed"):
        return f"{data} gives batches with Python lists in them: Keras 3 takes arrays, and several of them in a tuple or dict."
    if parts := finding.facts.get("parts"):
        return f"{data} gives elements of {parts} parts: Keras takes x, (x, y) or (x, y, sample_weight)."
    if finding.facts.get("unlabelled"):
        return f"{data} gives inputs alone, but {model_name(finding)} is compiled with a loss, which needs labels: each element must be (x, y)."
    first = f"{data} gives elements of shape {shown(finding.found)}, but {model_name(finding)} expects {shown(finding.expected)}"
    if len(finding.found) > len(finding.expected):
        return f"{first}: it was batched twice."
    return f"{first}: each element is one sample, since `.batch(…)` was not called."
