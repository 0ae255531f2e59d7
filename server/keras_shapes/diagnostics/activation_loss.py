"""The last activation and the loss do not go together.

## What it does

Compares the activation of the model's last layer with the loss's `from_logits`.

## Why it is wrong

A crossentropy wants probabilities, or with `from_logits=True` raw outputs. With the other it runs, and the loss it
minimises is not the one that is meant: training is slow, stuck, or ends in nan.

## Example

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
model.compile(loss="sparse_categorical_crossentropy")
```

## Instead

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import WARNING
from .words import layer_name

SEVERITY = WARNING


def message(finding: Finding) -> str:
    facts = finding.facts
    head = f"the last layer, {layer_name(facts.get('head'))}, has activation `{finding.found}`"
    if facts.get("from_logits"):
        return f"{head}, but `{facts['loss']}` with from_logits=True wants raw outputs: the activation would be applied twice."
    if finding.expected == "softmax" and finding.found == "sigmoid":
        return f"{head}, but `{facts['loss']}` wants probabilities of one class among several, which sum to 1: give it `softmax`."
    return f"{head}, but `{facts['loss']}` wants probabilities: give it `{finding.expected}`, or the loss from_logits=True."


def shapes(finding: Finding) -> tuple[str, str]:
    return str(finding.expected), str(finding.found)
