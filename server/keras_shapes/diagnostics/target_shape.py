"""Labels that do not fit the model's output for this loss.

## What it does

Compares the shape of the labels with the shape of the model's output, by what the compiled loss needs.

## Why it is wrong

The loss compares labels and output element by element; Keras raises where their shapes cannot be compared.

## Example

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.rand(64, 2)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
model.compile(loss="mse")
model.fit(x, y)
```

## Instead

```python
import numpy as np
import keras

x, y = np.random.rand(64, 8), np.random.rand(64, 2)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2)])
model.compile(loss="mse")
model.fit(x, y)
```
"""

from __future__ import annotations

from typing import Any

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import axes, labels, model_name, shown, verb

SEVERITY = ERROR


def message(finding: Finding) -> str:
    if "outputs" in finding.facts:
        return _counted(finding)
    output: Any = finding.facts.get("output")
    judge = finding.facts.get("metric") or finding.facts.get("loss") or "the loss"
    gives = f"{model_name(finding)} gives" if finding.facts.get("model") else "the prediction has"
    first = (
        f"{labels(finding)} {verb(finding)} shape {shown(finding.found)}, but {gives} {shown(output)}, "
        f"for which `{judge}` needs labels of {shown(finding.expected)}."
    )
    if isinstance(output, tuple) and len(output) > len(finding.found) + 1 > 1:
        first += f" The output has {axes(len(output))}: a `Flatten` or pooling before the last layer may be missing."
    return first


def _counted(finding: Finding) -> str:
    names, given = finding.facts["outputs"], finding.facts["given"]
    outputs = f"{model_name(finding)} has {shown(finding.expected)} output{'s' * (finding.expected != 1)}"
    if all(names):
        outputs += f" ({', '.join(names)})"
    if given:
        return f"{outputs}, but the labels are for {', '.join(map(str, given))}."
    what = "one array" if finding.found == 1 else f"a list of {shown(finding.found)}"
    return f"{outputs}, but {labels(finding)} {'are' if finding.facts.get('dataset') else 'is'} {what}."
