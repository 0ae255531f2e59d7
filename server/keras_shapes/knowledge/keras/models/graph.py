"""The operations of a functional graph in Keras' own order: what `model.layers` lists.

Source: keras/src/ops/function.py, map_graph.
"""

from __future__ import annotations

from typing import Any

from ....values.array import Array, Node
from .calling import INPUT, tensors


def operations(inputs: Any, outputs: Any) -> list[Array]:
    """A tensor of each operation between inputs and outputs: those farthest from the outputs first.

    Among equally far ones, those that a walk from the outputs meets first.
    """
    ends = {_tensor_key(t) for t in tensors(inputs)}
    order: list[Array] = []
    met: dict[Any, int] = {}
    for output in tensors(outputs):
        _walk(output, ends, order, met)
    depths = _depths(order, ends)
    for tensor in tensors(inputs):
        # Inputs that lead nowhere are listed all the same, last.
        if tensor.node is not None and _operation(tensor) not in depths:
            depths[_operation(tensor)], met[_operation(tensor)] = 0, -1
            order.append(tensor)
    first = {_operation(t): t for t in reversed(order)}
    return [first[o] for o in sorted(depths, key=lambda o: (-depths[o], met[o]))]


def _walk(output: Array, ends: set[Any], order: list[Array], met: dict[Any, int]) -> None:
    """Appends a tensor of every call below an output, each after those it depends on."""
    done = {_call(t) for t in order}
    stack: list[tuple[Array, bool]] = [(output, False)]
    while stack:
        tensor, ready = stack.pop()
        if tensor.node is None:
            continue
        if ready:
            order.append(tensor)
            continue
        if _call(tensor) in done:
            continue
        done.add(_call(tensor))
        met.setdefault(_operation(tensor), len(met))
        stack.append((tensor, True))
        stack += [(t, False) for t in reversed(before(tensor, ends))]


def before(tensor: Array, ends: set[Any]) -> list[Array]:
    """The tensors that a call took; none for an input."""
    node = tensor.node
    if node is None or node.target == INPUT or _tensor_key(tensor) in ends:
        return []
    return tensors([*node.arguments, *node.keywords.values()])


def _depths(order: list[Array], ends: set[Any]) -> dict[Any, int]:
    """How many steps each operation is from the outputs, at the most."""
    of_call: dict[Any, int] = {}
    of_operation: dict[Any, int] = {}
    for tensor in reversed(order):
        depth = max(of_call.get(_call(tensor), 0), of_operation.get(_operation(tensor), 0))
        of_operation[_operation(tensor)] = of_call[_call(tensor)] = depth
        for earlier in before(tensor, ends):
            of_call[_call(earlier)] = max(depth + 1, of_call.get(_call(earlier), 0))
    return of_operation


def _node(tensor: Array) -> Node:
    assert tensor.node is not None
    return tensor.node


def _call(tensor: Array) -> Any:
    """What one call made: its outputs are several, it is one."""
    return None if tensor.node is None else tensor.node.uid


def _operation(tensor: Array) -> Any:
    """A layer, wherever it is called; a function's every call."""
    node = _node(tensor)
    return node.uid if isinstance(node.target, str) else node.target


def _tensor_key(tensor: Array) -> Any:
    return (tensor.node.uid, tensor.node.output) if tensor.node is not None else None
