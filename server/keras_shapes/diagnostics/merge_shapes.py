"""`Concatenate`, `Add`, `Dot` … over shapes that do not fit.

## What it does

Compares the shapes that a merging layer brings together: `Concatenate` needs them equal off its axis, `Add` and its
like need them to broadcast.

## Why it is wrong

Keras raises `ValueError` when the layer is called.

## Example

```python
import keras

a = keras.Input((28, 28, 8))
b = keras.layers.Conv2D(8, 3)(a)
c = keras.layers.Add()([a, b])
```

## Instead

```python
import keras

a = keras.Input((28, 28, 8))
b = keras.layers.Conv2D(8, 3, padding="same")(a)
c = keras.layers.Add()([a, b])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import called, layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    axis = finding.facts.get("axis")
    name = layer_name(finding.facts.get("layer")) if finding.facts.get("layer") else called(finding)
    if not isinstance(finding.found, tuple):
        return f"{name} has axis {shown(finding.found)}, but its inputs have only {shown(finding.expected)} axes."
    first = f"{name} cannot bring {shown(finding.expected)} and {shown(finding.found)} together"
    if isinstance(axis, int) and len(finding.expected) == len(finding.found):
        return f"{first}: all sizes but that of axis {axis} must be equal."
    return f"{first}."
