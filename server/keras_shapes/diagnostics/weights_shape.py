"""Weights or initial states of another shape than the layer's.

## What it does

Compares the initial state that a recurrent layer is given with its number of units.

## Why it is wrong

Keras raises when the layer is called.

## Example

```python
import numpy as np
import keras

x = np.zeros((4, 20, 10), dtype="float32")
state = np.zeros((4, 8), dtype="float32")
y = keras.layers.GRU(16)(x, initial_state=state)
```

## Instead

```python
import numpy as np
import keras

x = np.zeros((4, 20, 10), dtype="float32")
state = np.zeros((4, 16), dtype="float32")
y = keras.layers.GRU(16)(x, initial_state=state)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    what = finding.facts.get("argument", "the weights")
    if isinstance(finding.expected, int):
        arrays = f"{finding.found} array{'s' * (finding.found != 1)}"
        return f"{_owner(finding)} is given {arrays} of weights, but has {finding.expected}."
    return f"{_owner(finding)} is given {what} of shape {shown(finding.found)}, but needs {shown(finding.expected)}."


def _owner(finding: Finding) -> str:
    cls = str(finding.facts.get("class", "")).rpartition(".")[2]
    layer = finding.facts.get("layer")
    return f"`{cls}`" if cls else layer_name(layer) if layer else "the model"
