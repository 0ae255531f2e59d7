"""What a call of a function of the program may change outside of it, as its text tells: where it is not followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..values.unknown import Unknown
from . import containers
from .joining import MISSING
from .lineage import FILLING
from .objects import Function
from .per_node import per_node

if TYPE_CHECKING:
    from .interpreter import Interpreter


@dataclass(frozen=True, slots=True)
class _Outside:
    """Names: those declared global or nonlocal and bound, those of lists that are filled, and of functions called."""

    bound: frozenset[str]
    filled: frozenset[str]
    called: frozenset[str]


def forget_outside(it: Interpreter, function: Function) -> None:
    """What the function, and those that it calls, bind or fill outside of themselves is not known any more."""
    seen: set[Any] = set()
    waiting: list[Any] = [function]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, Function) or each.node in seen:
            continue
        seen.add(each.node)
        outside = _outside(each.node)
        for name in outside.bound:
            owner = each.frame.owner(name)
            if it.store.get(owner.key(name)) is not MISSING:
                it.store.set(owner.key(name), Unknown(f"{name} is bound by a call that is not followed"))
        for name in outside.filled:
            containers.forget(it, it.lookup(name, each.frame))
        waiting += [it.lookup(name, each.frame) for name in outside.called]


@per_node
def _outside(node: Any) -> _Outside:
    from astroid import nodes
    from astroid.const import Context

    declared = {n for each in node.nodes_of_class((nodes.Global, nodes.Nonlocal)) for n in each.names}
    bound = {n.name for n in node.nodes_of_class(nodes.AssignName)}
    functions = [call.func for call in node.nodes_of_class(nodes.Call)]
    filled = [f.expr for f in functions if isinstance(f, nodes.Attribute) and f.attrname in FILLING]
    filled += [s.value for s in node.nodes_of_class(nodes.Subscript) if s.ctx is not Context.Load]
    names = {n.name for n in filled if isinstance(n, nodes.Name)}
    names |= {n.target.name for n in node.nodes_of_class(nodes.AugAssign) if isinstance(n.target, nodes.AssignName)}
    return _Outside(
        frozenset(declared & bound),
        frozenset(names - (bound - declared) - {a.name for a in node.args.arguments}),
        frozenset(f.name for f in functions if isinstance(f, nodes.Name)),
    )
