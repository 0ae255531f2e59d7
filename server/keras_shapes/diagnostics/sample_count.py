"""x, y, weights or the two parts of validation data differ in samples.

## What it does

Compares the first axes of what belongs together in `fit` and `evaluate`.

## Why it is wrong

Each sample needs its label. Keras raises "Data cardinality is ambiguous".

## Example

```python
import numpy as np
import keras

x_train, y_train = np.random.rand(80, 8), np.random.rand(80, 1)
x_test, y_test = np.random.rand(20, 8), np.random.rand(20, 1)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x_train, y_test)
```

## Instead

```python
import numpy as np
import keras

x_train, y_train = np.random.rand(80, 8), np.random.rand(80, 1)
x_test, y_test = np.random.rand(20, 8), np.random.rand(20, 1)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x_train, y_train)
```
"""

from __future__ import annotations

import ast

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import number, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    split = finding.facts.get("split")
    if split is not None:
        return f"validation_split={split} of {number(finding.found)} samples leaves one of the two parts empty."
    first, second = (_name(finding, finding.facts.get(k)) for k in ("first", "second"))
    return f"{first} has {number(finding.expected)} samples, {second} has {number(finding.found)}: each sample needs its own."


def _name(finding: Finding, which: object) -> str:
    """By what the call names it: the text of the argument, else the parameter."""
    parameter, key = which if isinstance(which, tuple) else ("the other", None)
    if finding.facts.get("argument") == "validation_data":
        return _of_validation_data(finding, parameter)
    place = finding.site.arguments.get(parameter) if finding.site else None
    text = " ".join(place.text.split()) if place is not None else parameter
    if key is not None:
        return f"element {key!r} of {parameter}"
    return f"`{text}`" if len(text) <= 40 else parameter


def _of_validation_data(finding: Finding, parameter: str) -> str:
    """A part of `validation_data=(x_val, y_val)`, by what stands there."""
    place = finding.site.arguments.get("validation_data") if finding.site else None
    index = ("x", "y", "sample_weight").index(parameter)
    try:
        node = ast.parse(place.text if place is not None else "", mode="eval").body
    except SyntaxError:
        node = None
    if isinstance(node, ast.Tuple) and index < len(node.elts):
        return f"`{ast.unparse(node.elts[index])}`"
    return f"{parameter} of validation_data"


def shapes(finding: Finding) -> tuple[str, str]:
    return shown(finding.expected), shown(finding.found)
