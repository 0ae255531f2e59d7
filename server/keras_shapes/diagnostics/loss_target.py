"""Integer labels with a categorical loss, or one-hot labels with a sparse one.

## What it does

Tells when the labels are written in the other way than the loss reads them.

## Why it is wrong

`categorical_crossentropy` wants one column a class (one-hot rows), `sparse_categorical_crossentropy` wants the class's
number. Keras raises for the other.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.randint(0, 3, 64)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.randint(0, 3, 64)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import labels, shown, verb

SEVERITY = ERROR


def message(finding: Finding) -> str:
    loss = finding.facts.get("loss", "the loss")
    subject = f"{labels(finding)} {verb(finding)}"
    if str(loss).startswith("sparse"):
        return (
            f"{subject} shape {shown(finding.found)}, one column a class, but `{loss}` wants class numbers of shape "
            f"{shown(finding.expected)}."
        )
    return (
        f"{subject} shape {shown(finding.found)}, class numbers, but `{loss}` wants one column a class: "
        f"{shown(finding.expected)}."
    )
