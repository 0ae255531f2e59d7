"""An argument that a layer's constructor, `compile` or a model of `keras.applications` refuses.

## What it does

Checks literal arguments of layers: lengths of `kernel_size`, names of `padding`, of activations,
initializers, losses, metrics and optimizers, ranges, permutations; and the sizes and
classes that the models of `keras.applications` can have.

## Why it is wrong

The constructor raises `ValueError`. Names of losses and metrics are looked up by the first `fit` or `evaluate`.

## Example

```python
import keras

layer = keras.layers.Conv2D(8, (3, 3, 3))
```

## Instead

```python
import keras

layer = keras.layers.Conv2D(8, (3, 3))
```
"""

from __future__ import annotations

from ..interpreter.records import Finding
from .diagnostic import ERROR
from .words import layer_name

SEVERITY = ERROR
_NEEDS = {
    "length": "{expected} numbers are needed",
    "integers": "whole numbers are needed",
    "integer": "a whole number is needed",
    "minimum": "it must be at least {expected}",
    "choice": "it must be one of {expected}",
    "range": "it must lie between {expected}",
    "list": "a list is needed",
    "tuple": "a tuple is needed",
    "one -1": "only one -1 is allowed",
    "permutation": "it must hold each of {expected} once",
    "divides": "it must divide {expected}",
    "below": "it must be below {expected}",
    "pixels": "the images must be at least {least} pixels high and wide",
    "trained": "with `weights='imagenet'` and its top it must be {expected}",
    "trained colours": "`weights='imagenet'` were trained on images of 3 channels",
    "clusters": "with n_informative={informative} it can be {expected} at the most",
    "static": "with its top it needs images of a fixed size",
    "equation": "an equation such as {expected} is needed",
}


def message(finding: Finding) -> str:
    facts = finding.facts
    name = facts.get("argument", "an argument")
    if facts.get("need") == "python":
        cls = str(facts.get("class", "")).rpartition(".")[2]
        return f"`{cls}` takes only Python's own integers as {name}, not numpy's {finding.found}: write `int(…)`."
    cls = str(facts.get("class", "")).rpartition(".")[2]
    if facts.get("need") == "name":
        near = f": the nearest is {_listed(finding.expected[:1])}" if finding.expected else ""
        return f"`{cls}` cannot take {name}={finding.found!r}: Keras has no {facts['named']} of this name{near}."
    where = f"`{cls}`" if cls else layer_name(facts.get("layer"))
    need = _NEEDS.get(str(facts.get("need")), "it needs {expected}").format(
        expected=_listed(finding.expected), least=facts.get("least"), informative=facts.get("informative")
    )
    return f"{where} cannot take {name}={finding.found!r}: {need}."


def _listed(value: object) -> str:
    return ", ".join(map(repr, value)) if isinstance(value, tuple) else repr(value)


def shapes(finding: Finding) -> tuple[str, str]:
    return _listed(finding.expected), repr(finding.found)
