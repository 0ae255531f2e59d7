"""Data of the right rank with other sizes than the model's input.

## What it does

Compares the sizes of an array with those that the model's input was declared with. A functional model compares them
all; a `Sequential` compares none, so there it speaks only where a layer further on cannot take the data.

## Why it is wrong

Keras raises `ValueError`: in the model's own check of its inputs, or in the first layer whose weights do not fit.

## Example

```python
import numpy as np
import keras

x = np.random.rand(100, 32, 32, 3)
model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(8, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
model.predict(x)
```

## Instead

```python
import numpy as np
import keras

x = np.random.rand(100, 32, 32, 3)
model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Conv2D(8, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
model.predict(x)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from ..values.dim import same
from ..values.layer import Layer
from .diagnostic import ERROR
from .words import layer_name, model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    first = f"{subject(finding, 'the data')} has shape {shown(finding.found)}"
    if finding.expected is not None:
        first += f", but {model_name(finding)} expects {shown(finding.expected)}"
    layer = finding.facts.get("layer")
    if isinstance(layer, Layer) and finding.facts.get("inner") is not None:
        return f"{first}. {layer_name(layer)} cannot take it{_difference(finding)}."
    return f"{first}{_difference(finding)}."


def _difference(finding: Finding) -> str:
    """Which axis differs, where one alone does."""
    expected, found = finding.expected, finding.found
    if expected is None or len(expected) != len(found):
        return ""
    axes = [i for i in range(1, len(found)) if same(expected[i], found[i]) is False]
    if len(axes) != 1:
        return ""
    axis = axes[0]
    what = "the last axis" if axis == len(found) - 1 else f"axis {axis}"
    return f": {what} has size {shown(found[axis])} instead of {shown(expected[axis])}"
