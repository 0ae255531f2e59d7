"""Wrong number, order or names of inputs.

## What it does

Compares the inputs that a layer or model is given with those it has: a merging layer needs a list of two or more.

## Why it is wrong

Keras raises `ValueError` when it is called.

## Example

```python
import keras

a, b = keras.Input((8,)), keras.Input((8,))
both = keras.layers.Concatenate()(a, b)
```

## Instead

```python
import keras

a, b = keras.Input((8,)), keras.Input((8,))
both = keras.layers.Concatenate()([a, b])
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, model_name, shown, subject

SEVERITY = ERROR


def message(finding: Finding) -> str:
    if finding.facts.get("merge"):
        return f"{layer_name(finding.facts.get('layer'))} brings several inputs together: give it a list, not {shown(finding.found)}."
    if finding.facts.get("argument") == "batch_size":
        first = f"{subject(finding, 'The array')} of shape {shown(finding.found)} is taken for `batch_size`, which is a number"
        if isinstance(finding.expected, int) and finding.expected > 1:
            return f"{first}: the {finding.expected} inputs of {model_name(finding)} are one argument, a list."
        return f"{first}: weights are given as `sample_weight=`."
    missing = finding.facts.get("missing")
    if missing:
        there = ", ".join(map(repr, finding.found))
        return f"{model_name(finding)} has an input {missing[0]!r}, but the data has {there}."
    return f"{model_name(finding)} has {shown(finding.expected)} inputs, but is given {shown(finding.found)}."


def shapes(finding: Finding) -> tuple[str, str]:
    if finding.facts.get("argument") == "batch_size":
        return "a number", shown(finding.found)
    return shown(finding.expected), shown(finding.found)
