"""A layer gets a size that it cannot take.

## What it does

Follows shapes from layer to layer and tells where a size does not fit: a layer that was built for another width and
is called again, channels that do not divide into groups, and the like.

## Why it is wrong

A layer's weights are made for the sizes of its first call. Keras raises `ValueError` for others.

## Example

```python
import keras

dense = keras.layers.Dense(4)
a = dense(keras.Input((8,)))
b = dense(keras.Input((16,)))
```

## Instead

```python
import keras

a = keras.layers.Dense(4)(keras.Input((8,)))
b = keras.layers.Dense(4)(keras.Input((16,)))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name, shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    layer, groups = finding.facts.get("layer"), finding.facts.get("groups")
    if groups is not None:
        channels = shown(finding.facts.get("channels"))
        return f"{layer_name(layer)} gets {shown(finding.found)}: {channels} channels cannot be divided into {shown(groups)} groups."
    if finding.facts.get("batches"):
        made = f"{finding.facts['samples']:,} samples in batches of {finding.facts['batch']}"
        return f"{layer_name(layer)} is stateful for batches of {finding.expected}, but {made} make one of {finding.found}."
    if finding.facts.get("attention"):
        return f"{layer_name(layer)} cannot bring {shown(finding.expected)} and {shown(finding.found)} together: the sizes that it multiplies differ."
    first = f"{layer_name(layer)} gets {shown(finding.found)}, but can take only {shown(finding.expected)}"
    if getattr(layer, "built", None):
        return f"{first}: its weights were made for that size when it was first called."
    return f"{first}."
