"""Labels that broadcast against the output.

## What it does

Tells when labels and output have different sizes that numpy's rules stretch to one another: in a loss, and where the
program itself subtracts `(n,)` from the `(n, 1)` that a model gives, which makes `(n, n)`.

## Why it is wrong

It runs: one column of labels is compared with every column of the output, or the other way round. The model learns
something else than what was meant.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.rand(64, 1)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.rand(64, 1)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import WARNING
from .words import labels, model_name, shown, verb

SEVERITY = WARNING


def message(finding: Finding) -> str:
    output = finding.facts.get("output")
    if finding.facts.get("operation"):
        return (
            f"Labels of shape {shown(finding.found)} meet predictions of shape {shown(output)}: "
            f"`{finding.facts['operation']}` stretches them to {shown(finding.facts.get('broadcast'))} without a word."
        )
    return (
        f"{labels(finding)} {verb(finding)} shape {shown(finding.found)}, but {model_name(finding)} gives {shown(output)}: "
        f"`{finding.facts.get('loss')}` stretches one over the other without a word."
    )
