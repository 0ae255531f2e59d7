"""What an evaluation leaves behind for those who show it: findings, shapes, models, uses of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..source.block import Place
from ..values.layer import Model
from ..values.origin import Site


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that explains a finding.

    role: "made" (an array was), "changed" (its shape), "declared" (the model's input), "layer", "model", "compiled",
    "called" (the call that brought the values into a function). value: the shape or value there; of a call, what
    its parameters were given, by name.
    """

    place: Place
    role: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction at a place of the text, as typed facts.

    code: the diagnostic's. place: where Keras would raise. expected, found, facts: the Mismatch's own.
    site: the call that fails, with its arguments' places by parameter name. subject: the text of the argument that
    does not fit, by what the user calls it. values: the call's bound arguments by parameter name, dereferenced.
    calls: the calls that led here, outermost first: where the place is in another file, the finding is at one of them.
    """

    code: str
    place: Place
    expected: Any
    found: Any
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    site: Site | None = None
    subject: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    calls: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A value with a shape at a place. kind: "variable", "layer" or "model". value: an Array, or a model's Ref."""

    kind: str
    name: str
    place: Place
    value: Any


@dataclass(frozen=True, slots=True)
class Use:
    """What a name stood for where it was read or a call gave: for hover."""

    place: Place
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Table:
    """A model as it stood after its making: its layers with their outputs, in order."""

    place: Place
    model: Model
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cls: str
    output: Any
    parameters: int | None
    place: Place | None
