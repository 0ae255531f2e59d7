"""`super().__init__(…)` in a class of the program that derives from a library's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..values.layer import Model
from ..values.unknown import Unknown
from .keras.layers.derived import BASE_CLASS, base_of, make_base
from .keras.models.construction import FunctionalModel, append
from .registry import function
from .run import Run


@function("super.__init__")
def init(self: Any, *arguments: Any, run: Run, **keywords: Any) -> None:
    """keras.Model(inputs, outputs) and keras.Sequential(layers), as what the instance is."""
    model = run.resolve(self)
    if isinstance(model, Model) and model.facts.get(BASE_CLASS):
        make_base(self, model, arguments, keywords, run)
        return
    if not isinstance(model, Model) or model.facts.get("own_call"):
        return
    if model.kind == "Sequential":
        layers = keywords.get("layers", arguments[0] if arguments else None)
        for layer in layers if isinstance(layers, (list, tuple)) else ():
            append(self, layer, run)
        return
    given = {**dict(zip(("inputs", "outputs"), arguments)), **keywords}
    if given.get("inputs") is not None and given.get("outputs") is not None:
        made = run.resolve(FunctionalModel(given["inputs"], given["outputs"], given.get("name"), run=run))
        if isinstance(made, Model):
            run.update(self, replace(made, ref=self, facts={**model.facts, **made.facts}))


@function("super.call", "super.__call__")
def call(self: Any, inputs: Any, *more: Any, run: Run, **keywords: Any) -> Any:
    """What Keras' own layer makes of it, of which the program's is one. Raises Mismatch."""
    base = base_of(self, run)
    if base is None:
        return Unknown("the call of a base that is not followed")
    accepted = {k: v for k, v in keywords.items() if k not in ("training", "mask")}
    return run.apply(base, inputs, *more, **accepted)
