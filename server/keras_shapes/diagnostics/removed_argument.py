"""An argument that this Keras no longer has.

## What it does

Tells of arguments of Keras 2 that Keras 3 refuses, such as `batch_input_shape=` on a layer.

## Why it is wrong

In Keras 3 the constructor raises `ValueError`; in Keras 2 it works. Which one the program runs with is not known here,
so this is said as information.

## Example

```python
import keras

layer = keras.layers.Dense(4, batch_input_shape=(None, 8))
```

## Instead

```python
import keras

layer = keras.layers.Dense(4, input_shape=(8,))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import INFORMATION

SEVERITY = INFORMATION


def message(finding: Finding) -> str:
    cls = str(finding.facts.get("class", "the layer")).rpartition(".")[2]
    return f"`{cls}` no longer has the argument `{finding.found}`: Keras 3 raises here."


def shapes(finding: Finding) -> tuple[str, str]:
    return "", str(finding.found)
