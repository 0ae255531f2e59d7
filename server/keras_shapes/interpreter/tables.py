"""Models as tables: their layers with outputs and parameters, as they stand at the end of the program."""

from __future__ import annotations

from typing import Any

from ..values.layer import Layer, Model
from ..values.reference import Ref
from .records import Row, Shape, Table


def table(shape: Shape, state: dict[Any, Any]) -> Table | None:
    """The table of the model that a record of kind "model" names."""
    model = state.get(shape.value) if isinstance(shape.value, Ref) else shape.value
    if not isinstance(model, Model):
        return None
    outputs = dict(model.facts.get("outputs", ()))
    rows = tuple(_row(ref, state, outputs) for ref in model.layers)
    return Table(shape.place, model, rows)


def _row(ref: Ref, state: dict[Any, Any], outputs: dict[Ref, Any]) -> Row:
    layer = state.get(ref)
    if isinstance(layer, Layer):
        return Row(layer.name or layer.short_name, layer.short_name, outputs.get(ref), _count(layer), layer.site.place)
    if isinstance(layer, Model):
        return Row(layer.name or layer.kind, layer.kind, outputs.get(ref), parameters(layer, state), layer.site.place)
    return Row("?", type(layer).__name__, outputs.get(ref), None, None)


def parameters(model: Model, state: dict[Any, Any]) -> int | None:
    """The parameters of all layers, each counted once; None where one is not known."""
    total = 0
    for ref in dict.fromkeys(model.layers):
        layer = state.get(ref)
        count = parameters(layer, state) if isinstance(layer, Model) else _count(layer)
        if count is None:
            return None
        total += count
    return total


def _count(layer: Any) -> int | None:
    if not isinstance(layer, Layer) or layer.parameters is not None or not layer.cls.startswith("keras.applications."):
        return getattr(layer, "parameters", None)
    # One layer stands for a whole model there, whose own layers are made only when they are asked for.
    from ..knowledge.keras.applications import parameters as inner

    return inner(layer)
