"""Numbers that a model looks up in the tables of its Embeddings.

Source: keras/src/layers/core/embedding.py, and `take` in keras/src/backend/tensorflow/numpy.py: a negative index counts
from the end, and on a CPU an index beyond the table raises. Real numbers are cut off to integers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from ...values.array import Array
from ...values.dtype import is_float
from ...values.interval import Interval
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Ref
from .models.calling import nodes, paired, tensors


def check_lookups(model: Model, x: Any, run: Any) -> None:
    """Raises Mismatch for data that goes as it is into an Embedding of the model.

    "embedding-range": a number that is no row of the table; expected = its rows, found = the number.
    "float-index": fractions, which are all cut off; found = the type. facts: layer, array.
    """
    for data, layer in _looked_up(model, x, run):
        check_rows(layer, data)
        if _fractional(data):
            raise Mismatch("float-index", "int32", data.dtype, layer=layer, array=data, interval=data.interval)


def check_rows(layer: Layer, data: Array) -> None:
    """Raises Mismatch("embedding-range") where it is certain that the data has an index beyond the layer's table."""
    rows, bounds = layer.arguments.get("input_dim"), data.interval
    if not isinstance(rows, int) or rows <= 0 or bounds is None or not bounds.attained:
        return
    found = next((end for end in (bounds.high, bounds.low) if not -rows <= math.trunc(end) < rows), None)
    if found is not None:
        raise Mismatch("embedding-range", rows, math.trunc(found), layer=layer, array=data, interval=bounds)


def _fractional(data: Array) -> bool:
    """Whether some number is certain to be none that can be meant as an index."""
    bounds = data.interval
    if bounds is None or not is_float(data.dtype):
        return False
    return _between_integers(bounds) or (bounds.attained and not (_whole(bounds.low) and _whole(bounds.high)))


def _whole(number: float) -> bool:
    return float(number).is_integer()


def _between_integers(bounds: Interval) -> bool:
    low, high = math.floor(bounds.low), math.ceil(bounds.high)
    return high - low == 1 and not _whole(bounds.low) and not _whole(bounds.high)


def _looked_up(model: Model, x: Any, run: Any) -> Iterator[tuple[Array, Layer]]:
    """Each Embedding that takes an input of the model as it came, with the data of that input."""
    if model.kind == "Sequential":
        first = next((run.resolve(ref) for ref in model.layers if isinstance(ref, Ref)), None)
        yield from _of_layer(first, x, run)
    elif model.kind == "Functional" and not model.facts.get("opaque"):
        data = paired(model, x) or ()
        given = {d.node: a for a, d in zip(data, tensors(model.inputs)) if d.node is not None}
        for tensor in nodes(model.outputs) if any(a.interval for a in given.values()) else ():
            node = tensor.node
            source = node.arguments[0] if node is not None and len(node.arguments) == 1 else None
            if node is not None and isinstance(source, Array) and source.node in given:
                layer = run.resolve(node.target) if isinstance(node.target, Ref) else None
                yield from _of_layer(layer, given[source.node], run)


def _of_layer(layer: Any, x: Any, run: Any) -> Iterator[tuple[Array, Layer]]:
    if isinstance(layer, Model):
        yield from _looked_up(layer, x, run)
    elif isinstance(layer, Layer) and layer.cls == "keras.layers.Embedding" and isinstance(x, Array):
        yield x, layer
