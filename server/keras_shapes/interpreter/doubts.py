"""Conditions that a run would decide and we cannot: what is found under them may never be reached, and is no proof.

Two kinds: a condition in another module than the program at hand, whose author has seen its branches work; and one
that asks what a value is (its rank, its type) where we know the value, yet not the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.unknown import Unknown
from .joining import MISSING
from .objects import LibraryMethod

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

_ASKING = frozenset(("isinstance", "issubclass", "hasattr", "callable", "type"))
_PARTS = frozenset(("shape", "ndim", "ndims", "rank", "dims", "dtype", "size", "__class__", "__name__"))
# What an expression may hold that is evaluated once more: nothing that could change anything.
_READING = frozenset(("Name", "Attribute", "Subscript", "Const", "UnaryOp", "Load"))


def doubtful(it: Interpreter, test: Any, frame: Frame) -> bool:
    """Whether a condition whose truth is not known is of these kinds."""
    from astroid import nodes

    if frame.module.uid is not None:
        return True
    return any(_unanswered(it, node, frame) for node in test.nodes_of_class((nodes.Call, nodes.Attribute)))


def _unanswered(it: Interpreter, node: Any, frame: Frame) -> bool:
    if type(node).__name__ == "Call":
        return _asks(node.func) and any(_known(_read(it, part, frame)) for part in _about(node))
    if node.attrname not in _PARTS or not _known(_read(it, node.expr, frame)):
        return False
    answer = _read(it, node, frame)
    return isinstance(answer, (Unknown, LibraryMethod))


def _asks(function: Any) -> bool:
    """`isinstance`, `hasattr`; `tf.is_tensor`, `np.isscalar`, `issparse`."""
    name = getattr(function, "attrname", getattr(function, "name", ""))
    return name in _ASKING or name.startswith("is")


def _about(call: Any) -> list[Any]:
    """What a question is about: `isinstance(x, …)`, `x.is_vector()`."""
    held = getattr(call.func, "expr", None)
    return [*call.args[:1], *([] if held is None or (type(held).__name__ == "Name" and call.args) else [held])]


def _read(it: Interpreter, node: Any, frame: Frame) -> Any:
    """The value of an expression that changes nothing; MISSING of any other."""
    from astroid import nodes

    if any(type(part).__name__ not in _READING for part in node.nodes_of_class(nodes.NodeNG)):
        return MISSING
    it.store.push()
    with it.silenced():
        value = it.evaluate(node, frame)
    it.store.pop()
    return value


def _known(value: Any) -> bool:
    if isinstance(value, Array):
        return value.shape is not None
    return value is not MISSING and not isinstance(value, Unknown)
