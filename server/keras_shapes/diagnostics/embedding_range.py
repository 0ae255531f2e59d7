"""A number that an Embedding has no row for.

## What it does

Compares the largest number that is looked up with `input_dim`, the number of rows, where both are known.

## Why it is wrong

Rows count from 0, so the largest index is `input_dim - 1`; on a CPU Keras raises `InvalidArgumentError` when it meets a
larger one. Words and identities that count from 1 need one row more than there are of them.

## Example

```python
import numpy as np
import keras

x, y = np.array([[1, 5, 2], [3, 4, 5]]), np.array([0, 1])
model = keras.Sequential([keras.layers.Embedding(5, 4), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.array([[1, 5, 2], [3, 4, 5]]), np.array([0, 1])
model = keras.Sequential([keras.layers.Embedding(6, 4), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, number, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    rows = finding.expected
    return (
        f"{subject(finding, 'the data')} holds the index {number(finding.found)}, but "
        f"{layer_name(finding.facts.get('layer'))} has {number(rows)} rows: its indices go from 0 to {number(rows - 1)}."
    )
