"""Shapes and layers' outputs that the program takes apart: an axis that there is not, another number of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.layer import Layer
from ..values.mismatch import Mismatch
from ..values.reference import Items, Ref
from .reporting import report_mismatch

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

# Layers whose number of outputs their constructor alone decides.
_RECURRENT = frozenset(("LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"))


def check_axis(it: Interpreter, node: Any, value: Any, key: Any, frame: Frame) -> None:
    """Reports `x.shape[2]` of an array that has two axes."""
    if not _is_shape(node.value, value) or not isinstance(key, int) or isinstance(key, bool):
        return
    if not -len(value) <= key < len(value) and not _tried(node):
        mismatch = Mismatch("array-shapes", len(value), key, axis=True, operation="shape")
        report_mismatch(it, mismatch, node, frame, {})


def check_count(it: Interpreter, target: Any, value: Any, frame: Frame) -> None:
    """Reports `h, w = x.shape` of three axes, and another number of names than a recurrent layer's outputs."""
    source = target.parent.value if type(target.parent).__name__ == "Assign" else None
    if source is None or any(type(name).__name__ == "Starred" for name in target.elts):
        return
    count = len(value) if _is_shape(source, value) else _outputs(it, value)
    if count is not None and count != len(target.elts) and not _tried(source):
        mismatch = Mismatch("array-shapes", count, len(target.elts), names=True, operation="unpack")
        report_mismatch(it, mismatch, source, frame, {})


def _tried(node: Any) -> bool:
    """Whether it stands in a `try`: how many axes there are is often found out by trying."""
    while node is not None and type(node).__name__ not in ("FunctionDef", "Module"):
        if type(node.parent).__name__ == "Try" and node in node.parent.body:
            return True
        node = node.parent
    return False


def _is_shape(node: Any, value: Any) -> bool:
    return type(node).__name__ == "Attribute" and node.attrname == "shape" and isinstance(value, tuple)


def _outputs(it: Interpreter, value: Any) -> int | None:
    """How many tensors one call of a recurrent layer gave; None where that is not what the value is."""
    cell = it.cell(value) if isinstance(value, Ref) and value.kind == "list" else None
    parts = cell.values if isinstance(cell, Items) else value
    tensors = parts if isinstance(parts, tuple) else (parts,)
    nodes = [t.node for t in tensors if isinstance(t, Array)]
    first = nodes[0] if nodes else None
    if first is None or len(nodes) != len(tensors) or not isinstance(first.target, Ref):
        return None
    layer = it.cell(first.target)
    told = isinstance(layer, Layer) and layer.short_name in _RECURRENT and _told(it, layer)
    return len(tensors) if told and all(n is not None and n.uid == first.uid for n in nodes) else None


def _told(it: Interpreter, layer: Layer) -> bool:
    """Whether it is known if the layer gives its states: a wrapper asks the layer within."""
    inner = layer.arguments.get("layer")
    within = it.cell(inner) if isinstance(inner, Ref) else None
    known = isinstance(layer.arguments.get("return_state", False), bool)
    return known and (inner is None or (isinstance(within, Layer) and _told(it, within)))
