"""`Dense` or another layer with weights over a size of None.

## What it does

Tells when a layer would have to make weights for an axis whose size is not declared.

## Why it is wrong

The number of weights depends on that size. Keras raises `ValueError` when the layer is built.

## Example

```python
import keras

model = keras.Sequential([
    keras.Input((None, None, 3)),
    keras.layers.Flatten(),
    keras.layers.Dense(10),
])
```

## Instead

```python
import keras

model = keras.Sequential([
    keras.Input((None, None, 3)),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(10),
])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    axis = finding.facts.get("axis")
    if finding.facts.get("weight"):
        return f"`add_weight` cannot make a weight of shape {shown(finding.found)}: the size of axis {axis} is not known when the layer is built."
    where = "last axis" if axis == -1 else f"axis {axis}"
    return f"{layer_name(finding.facts.get('layer'))} gets {shown(finding.found)}: the size of its {where} must be known to make its weights."


def shapes(finding: Finding) -> tuple[str, str]:
    return "a size", shown(finding.found)
