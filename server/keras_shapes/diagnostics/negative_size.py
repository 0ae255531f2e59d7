"""A convolution or pooling runs out of pixels.

## What it does

Follows the sizes through convolutions and poolings and tells where a window no longer fits into what is left.

## Why it is wrong

The output would have a negative size. Keras raises `ValueError` when the model is built.

## Example

```python
import keras

model = keras.Sequential([
    keras.Input((4, 4, 1)),
    keras.layers.Conv2D(8, 3),
    keras.layers.Conv2D(8, 3),
])
```

## Instead

```python
import keras

model = keras.Sequential([
    keras.Input((4, 4, 1)),
    keras.layers.Conv2D(8, 3, padding="same"),
    keras.layers.Conv2D(8, 3),
])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from ..values.array import Array
from .diagnostic import ERROR
from .words import layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    source = finding.facts.get("input")
    given = f" {shown(source)}" if isinstance(source, Array) else f" a size of {shown(finding.found)}"
    window = finding.facts.get("window", finding.expected)
    return (
        f"{layer_name(finding.facts.get('layer'))} gets{given}, which is smaller than its window of {shown(window)}: "
        f"only {shown(finding.found)} is left on that axis. Each layer without padding makes the sizes smaller."
    )
