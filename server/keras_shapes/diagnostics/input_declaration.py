"""An input declared by something that is no shape.

## What it does

Checks what `Input`, `input_shape=` and `input_dim=` are given: a tuple of whole numbers and `None`.

## Why it is wrong

`(3)` is the number 3; the tuple of one number is `(3,)`. Keras raises `ValueError: Cannot convert '3' to a shape`, and
likewise for sizes that are negative or no whole numbers.

## Example

```python
import keras

inputs = keras.Input(shape=(28 * 28))
```

## Instead

```python
import keras

inputs = keras.Input(shape=(28 * 28,))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import shown

SEVERITY = ERROR


def message(finding: Finding) -> str:
    name, given = finding.facts.get("argument", "shape"), finding.found
    if not isinstance(given, (tuple, list)):
        return f"`{name}` is the number {shown(given)}, no shape: a shape of one axis is written {shown(finding.expected)}."
    wrong = finding.facts.get("size")
    why = "a size is never negative" if isinstance(wrong, int) else "a size is a whole number"
    return f"`{name}` holds {wrong!r}, but {why}."


def shapes(finding: Finding) -> tuple[str, str]:
    return "" if finding.expected is None else shown(finding.expected), str(finding.found)
