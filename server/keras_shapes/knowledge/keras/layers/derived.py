"""Classes of the program that derive from a layer of Keras' own: `class Padded(layers.Conv2D)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....values.layer import Layer, Model
from ....values.mismatch import Mismatch
from ....values.origin import Site
from ....values.reference import Ref
from ... import registry
from ...binding import NotBound
from ...run import Run
from ..calling import construct, settle
from ..declarations import declared_by

BASE_CLASS = "base_class"
"""The fact of a subclassed model that names Keras' own layer, before that is constructed."""
BASE = "base"
"""The fact of one with a `call` of its own that refers to the layer whose call that can use."""


def make_base(self: Ref, model: Model, arguments: Sequence[Any], keywords: dict[str, Any], run: Run) -> None:
    """What `super().__init__(…)` constructs: the instance is that layer, or has it for what its own `call` does."""
    name = model.facts[BASE_CLASS]
    rule = registry.rule(name)
    try:
        bound = rule.bind(arguments, keywords, skip=rule.inputs) if rule is not None else {}
    except NotBound:
        return
    assert rule is not None
    settle(rule, bound, run)
    try:
        construct(rule, bound, run)
    except Mismatch as mismatch:
        mismatch.facts.setdefault("class", name)
        run.report(mismatch)
    label = keywords.get("name")
    own_call = model.facts["own_call"]
    ref = run.new("layer") if own_call else self
    layer = Layer(ref, name, bound, run.site or Site(None), label if isinstance(label, str) else "")
    run.update(ref, replace(layer, declared=declared_by(name, keywords)))
    if own_call:
        run.update(self, replace(model, facts={**model.facts, BASE: ref}))


def base_of(self: Any, run: Run) -> Ref | None:
    """Keras' own layer that an instance of the program has for its base; None where it has none that is followed."""
    known = run.resolve(self)
    if isinstance(known, Layer):
        return known.ref
    base = known.facts.get(BASE) if isinstance(known, Model) else None
    return base if isinstance(base, Ref) else None
