"""Query and value of an attention layer brought to the same features: by the layers that make them, or by one more."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.keras.models.calling import nodes, tensors
from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .data import element
from .fit_branches import Branch, projected
from .fix import Fix
from .insert_layer import applied

CODES = ("layer-shape",)


def propose(context: Context) -> Iterator[Fix]:
    layer = context.facts.get("layer")
    if not context.facts.get("attention") or context.facts.get("axis") != -1 or not isinstance(layer, Layer):
        return
    parts = _parts(context, layer)
    places = applied(context, layer)
    if len(parts) < 2:
        return
    written = [element(places[0], i) if len(places) == 1 else None for i in range(len(parts))]
    query, key = Branch(parts[0], written[0]), Branch(parts[-1], written[-1])
    for branch, other in ((query, key), (key, query)):
        yield from projected(context, branch, (*branch.sizes[:-1], other.sizes[-1]))


def _parts(context: Context, layer: Layer) -> list[Array]:
    """What the layer is called on in the model's graph, or where it raises."""
    given = context.facts.get("input")
    model = context.model
    for tensor in nodes(model.outputs) if model is not None else ():
        if tensor.node is not None and tensor.node.target == layer.ref:
            given = tensor.node.arguments[0]
    return [t for t in tensors(given) if t.shape and isinstance(t.shape[-1], int)]
