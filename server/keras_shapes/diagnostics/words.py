"""The words that rules share: shapes in Keras' notation, subjects by the user's own names."""

from __future__ import annotations

from typing import Any

from ..interpreter.records import Evidence, Finding
from ..values.array import Array
from ..values.dim import ANY, Linear
from ..values.dim import show as show_dim
from ..values.layer import Layer, Model
from ..values.show import show_shape

_LONGEST_SUBJECT = 40
UNNAMED = "this call"


def shown(value: Any) -> str:
    """A shape, a size or a name as the user reads it."""
    if isinstance(value, Array):
        return show_shape(value.shape)
    if isinstance(value, tuple):
        return show_shape(tuple(value))
    if value is ANY or isinstance(value, Linear):
        return show_dim(value)
    return str(value)


def subject(finding: Finding, otherwise: str) -> str:
    """What the user calls the thing that does not fit: `x_train` in backticks; long expressions are named by a word."""
    text = " ".join(finding.subject.split())
    return f"`{text}`" if text and len(text) <= _LONGEST_SUBJECT else otherwise


def labels(finding: Finding) -> str:
    """What the user calls the labels; of a data set they are a part."""
    whole = subject(finding, "the data set" if finding.facts.get("dataset") else "the labels")
    return f"the labels of {whole}" if finding.facts.get("dataset") else whole


def verb(finding: Finding) -> str:
    """`y` has, the labels of `data` have."""
    return "have" if finding.facts.get("dataset") else "has"


def model_name(finding: Finding) -> str:
    """The model as the failing call names it."""
    site = finding.site
    receiver = site.arguments.get("self") if site else None
    if receiver is not None:
        name = receiver.text.rpartition(".")[0]
        if name.isidentifier():
            return f"`{name}`"
    return "the model"


def layer_name(layer: Any) -> str:
    if isinstance(layer, Layer):
        return f"`{layer.short_name}`" if not layer.name else f"`{layer.short_name}` ({layer.name})"
    return "the layer"


def called(finding: Finding) -> str:
    """The function that fails, as the program calls it; of what is called on a call's result, the method."""
    text = finding.site.place.text.strip() if finding.site else ""
    if not text.endswith(")"):
        return UNNAMED
    function = text[: _opening(text)].strip()
    name = function if function.replace(".", "").isidentifier() else function.rpartition(".")[2]
    return f"`{name}`" if name.replace(".", "").isidentifier() else UNNAMED


def _opening(text: str) -> int:
    """Where the parenthesis stands that the last one closes; strings with odd ones in them may mislead it."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return 0


def axes(count: int) -> str:
    return f"{count} axis" if count == 1 else f"{count} axes"


def number(count: Any) -> str:
    return f"{count:,}" if isinstance(count, int) else shown(count)


def related_message(evidence: Evidence, finding: Finding) -> str:
    """Why a place is part of the story."""
    value = evidence.value
    shape = f": {shown(value)}" if isinstance(value, tuple) else ""
    if evidence.role == "made":
        return f"the array is made here{shape}"
    if evidence.role == "changed":
        return f"its shape comes from here{shape}"
    if evidence.role == "predicted":
        return f"the model gives it here{shape}"
    if evidence.role == "declared":
        return f"the input is declared here{shape}"
    if evidence.role == "layer":
        return f"{layer_name(value)} is made here"
    if evidence.role == "called":
        given = ", ".join(f"{name} {shown(of) if isinstance(of, tuple) else repr(of)}" for name, of in value.items())
        return f"when called from here{f' with {given}' if given else ''}"
    if evidence.role == "compiled":
        return f"the loss is chosen here{f': {value}' if isinstance(value, str) else ''}"
    return "the model is made here" if isinstance(value, Model) else "see here"
