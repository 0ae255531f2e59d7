"""What a functional graph takes while it is made of symbolic tensors, and refuses once data flows through it.

Sources: keras/src/layers/attention/, keras/src/layers/rnn/rnn.py. Measured in tests/md/functional.md.
"""

from __future__ import annotations

from math import prod
from typing import Any

from ....values.array import Array
from ....values.layer import Layer, Model
from ....values.mismatch import Mismatch
from ....values.reference import Ref
from ...arguments import plain
from .calling import INPUT, mapped, nodes

_COMPARED_LATE = frozenset(
    f"keras.layers.{name}" for name in ("Attention", "AdditiveAttention", "LSTM", "GRU", "SimpleRNN")
)
_RESHAPES = ("tensorflow.reshape", "keras.ops.reshape")


def check_flow(model: Model, run: Any) -> None:
    """Raises Mismatch where a layer's products of the sizes that were declared cannot be made."""
    for tensor in nodes(model.outputs):
        node = tensor.node
        if node is not None and node.target in _RESHAPES and len(node.arguments) > 1:
            _check_reshape(node.arguments[0], node.arguments[1], run)
        layer = run.resolve(node.target) if node is not None and isinstance(node.target, Ref) else None
        if node is None or not isinstance(layer, Layer) or layer.cls not in _COMPARED_LATE:
            continue
        several = isinstance(node.arguments[0], list) or len(node.arguments) > 1 or bool(node.keywords)
        if several:
            keywords = {k: mapped(v, _real) for k, v in node.keywords.items()}
            run.apply(node.target, *(mapped(a, _real) for a in node.arguments), **keywords)


def _check_reshape(x: Any, target: Any, run: Any) -> None:
    """`tf.reshape(x, (tf.shape(x)[0], -1, heads, size))`: the batches are free, what each sample holds is not."""
    if not isinstance(x, Array) or not isinstance(target, (list, tuple)) or not target or not x.shape:
        return
    sizes, wanted = [d for d in x.shape[1:] if isinstance(d, int)], [plain(d) for d in target[1:]]
    if x.shape[0] is not None or len(sizes) < len(x.shape) - 1 or not all(isinstance(d, int) for d in wanted):
        return
    have, known = prod(sizes), prod(d for d in wanted if d != -1)
    fits = have == known if -1 not in wanted else known > 0 and have % known == 0
    if not fits and _counts_batches(target[0], run) and _in_batches(x, run):
        raise Mismatch("reshape-size", x.shape, (None, *wanted))


def _counts_batches(size: Any, run: Any) -> bool:
    """`tf.shape(x)[0]` of what comes in batches."""
    taken = size.node if isinstance(size, Array) else None
    if taken is None or taken.target != "operator.getitem" or plain(taken.arguments[1]) != 0:
        return False
    shape = taken.arguments[0].node
    return shape is not None and shape.target == "tensorflow.shape" and _in_batches(shape.arguments[0], run)


def _in_batches(tensor: Any, run: Any) -> bool:
    """Whether the first axis is still that of the inputs: only layers of Keras' own, which leave it, came between."""
    for node in (t.node for t in nodes(tensor) if t.node is not None):
        layer = run.resolve(node.target) if isinstance(node.target, Ref) else None
        own = isinstance(layer, Layer) and layer.cls.startswith("keras.layers.") and layer.short_name != "Lambda"
        if node.target != INPUT and not own:
            return False
    return True


def _real(value: Any) -> Any:
    """A tensor of the graph as it is when data flows: of its declared sizes, in batches."""
    return value.like(kind="tensor", node=None) if isinstance(value, Array) else value
