"""Wrong number, order or names of inputs.

## What it does

Compares the inputs that a layer or model is given with those it has: a merging layer needs a list of two or more.

## Why it is wrong

Keras raises `ValueError` when it is called.

## Example

```python
import keras

a = keras.Input((8,))
b = keras.layers.Concatenate()(a)
```

## Instead

```python
import keras

a = keras.Input((8,))
b = keras.layers.Concatenate()([a, a])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, model_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    if finding.facts.get("merge"):
        return f"{layer_name(finding.facts.get('layer'))} brings several inputs together: give it a list, not {shown(finding.found)}."
    missing = finding.facts.get("missing")
    if missing:
        there = ", ".join(map(repr, finding.found))
        return f"{model_name(finding)} has an input {missing[0]!r}, but the data has {there}."
    return f"{model_name(finding)} has {shown(finding.expected)} inputs, but is given {shown(finding.found)}."
