"""Pixels of 0–255 into trainable layers, scaled neither in the data nor in the model.

## What it does

Follows the range of the values: images from `keras.datasets`, random integers up to 255, and what is made of them. It
speaks where such data meets a model's first weights and nothing scaled it on the way.

## Why it is wrong

It runs: Keras casts the integers to floats and goes on. But weights start out for inputs near 0–1, so with 0–255 the
first activations saturate, and training is slow, unstable, or stuck.

## Example

```python
import numpy as np
import keras

x = np.random.randint(0, 256, size=(100, 784), dtype=np.uint8)
model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(16, activation="sigmoid"), keras.layers.Dense(10)])
model.predict(x)
```

## Instead

```python
import numpy as np
import keras

x = np.random.randint(0, 256, size=(100, 784), dtype=np.uint8)
x = x.astype("float32") / 255
model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(16, activation="sigmoid"), keras.layers.Dense(10)])
model.predict(x)
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from ..values.array import Array
from .diagnostic import WARNING
from .words import layer_name, subject

SEVERITY = WARNING


def message(finding: Finding) -> str:
    array = finding.facts.get("array")
    dtype = f" ({array.dtype})" if isinstance(array, Array) and array.dtype else ""
    low, high = finding.found
    application = finding.facts.get("application")
    if application is not None:
        return (
            f"{subject(finding, 'the data')}{dtype} holds pixels from {low} to {high}, but the model was trained on what "
            f"`keras.applications.{application}.preprocess_input` makes of them. It runs, and sees other pictures."
        )
    return (
        f"{subject(finding, 'the data')}{dtype} holds values from {low} to {high} when it reaches {layer_name(finding.facts.get('first'))}. "
        "Keras runs it as it is, but weights start out for inputs near 0–1: scale the pixels."
    )


def shapes(finding: Finding) -> tuple[str, str]:
    low, high = finding.found
    return "preprocessed" if finding.facts.get("application") else "0..1", f"{low}..{high}"
