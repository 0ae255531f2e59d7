"""An argument or method that this Keras no longer has.

## What it does

Tells of arguments of older Keras that Keras 3 refuses, such as `batch_input_shape=` on a layer or `Adam(lr=…)`, and of
methods that are gone, such as `fit_generator`.

## Why it is wrong

In Keras 3 the call raises; in Keras 2 most of them work. Where the chosen Python (the setting
`keras-shapes.interpreter`, `--python`, an environment in the workspace or an activated one) has Keras 3, this is an
error; where it has Keras 2, nothing is said; where neither is known, this is information.

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
from .diagnostic import ERROR, INFORMATION
from .words import called

SEVERITY = INFORMATION


def severity(finding: Finding) -> str:
    """An error where it is known that the program runs with Keras 3."""
    return ERROR if finding.facts.get("certain") else SEVERITY


def message(finding: Finding) -> str:
    today = f": today it is `{finding.expected}`" if finding.expected else ""
    if finding.facts.get("method"):
        return f"Keras 3 has no `{finding.found}`{today}."
    return f"{_place(finding)} no longer has the argument `{finding.found}`{today}. Keras 3 raises here."


def _place(finding: Finding) -> str:
    cls = str(finding.facts.get("class", "")).rpartition(".")[2]
    return f"`{cls}`" if cls else called(finding)


def shapes(finding: Finding) -> tuple[str, str]:
    return str(finding.expected or ""), str(finding.found)
