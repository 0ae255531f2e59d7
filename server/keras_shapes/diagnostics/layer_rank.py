"""A layer in the model gets a rank that it cannot take.

## What it does

Follows shapes from layer to layer and tells where one has too many or too few axes for the next.

## Why it is wrong

Each layer is made for a certain rank: `Conv2D` for (batch, height, width, channels), `LSTM` for (batch, steps,
features). Keras raises `ValueError` when the model is built.

## Example

```python
import keras

model = keras.Sequential([
    keras.Input((20, 10)),
    keras.layers.LSTM(8),
    keras.layers.LSTM(8),
])
```

## Instead

```python
import keras

model = keras.Sequential([
    keras.Input((20, 10)),
    keras.layers.LSTM(8, return_sequences=True),
    keras.layers.LSTM(8),
])
```
"""

from __future__ import annotations

from typing import Any

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import axes, layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    found: Any = finding.found
    low, high = finding.facts.get("ranks", (finding.expected, finding.expected))
    wanted = axes(low) if low == high else f"at least {axes(low)}"
    first = f"{layer_name(finding.facts.get('layer'))} needs an input of {wanted}"
    if "axis" in finding.facts and isinstance(found, tuple):
        layer, axis = layer_name(finding.facts.get("layer")), finding.facts["axis"]
        return f"{layer} works along axis {axis}, but gets {shown(found)}: {axes(len(found))}, the last one axis {len(found) - 1}."
    if isinstance(found, tuple):
        first += f", but gets {shown(found)}: {axes(len(found))}"
    return f"{first}, the batch axis included."


def shapes(finding: Finding) -> tuple[str, str]:
    low, high = finding.facts.get("ranks", (finding.expected, finding.expected))
    wanted = f"ndim={low}" if low == high else f"min_ndim={low}"
    return wanted, shown(finding.found)
