"""What a functional graph takes while it is made of symbolic tensors, and refuses once data flows through it.

Sources: keras/src/layers/attention/, keras/src/layers/rnn/rnn.py. Measured in tests/md/functional.md.
"""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.layer import Layer, Model
from ....values.reference import Ref
from .calling import mapped, nodes

_COMPARED_LATE = frozenset(
    f"keras.layers.{name}" for name in ("Attention", "AdditiveAttention", "LSTM", "GRU", "SimpleRNN")
)


def check_flow(model: Model, run: Any) -> None:
    """Raises Mismatch where a layer's products of the sizes that were declared cannot be made."""
    for tensor in nodes(model.outputs):
        node = tensor.node
        layer = run.resolve(node.target) if node is not None and isinstance(node.target, Ref) else None
        if node is None or not isinstance(layer, Layer) or layer.cls not in _COMPARED_LATE:
            continue
        several = isinstance(node.arguments[0], list) or len(node.arguments) > 1 or bool(node.keywords)
        if several:
            keywords = {k: mapped(v, _real) for k, v in node.keywords.items()}
            run.apply(node.target, *(mapped(a, _real) for a in node.arguments), **keywords)


def _real(value: Any) -> Any:
    """A tensor of the graph as it is when data flows: of its declared sizes, in batches."""
    return value.like(kind="tensor", node=None) if isinstance(value, Array) else value
