"""The text's own tree: which node stands at a place, where a number or a name is defined, who calls a function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..source.block import Block, Place

if TYPE_CHECKING:
    from .context import Context

# A definition may lead to another one; so far it is followed.
_DEPTH = 4


def node_at(place: Place) -> Any:
    """The outermost expression whose text is the place's; None where there is none."""
    stack = list(place.block.body)
    while stack:
        node = stack.pop()
        here = place.block.place(node)
        if here == place:
            inner = getattr(node, "value", None) if type(node).__name__ == "Expr" else node
            return inner if inner is not None else node
        # Decorators and arguments have places of their own kind: only what surely lies elsewhere is left out.
        if here.contains(place) or type(node).__name__ in ("Arguments", "Keyword", "Decorators", "Comprehension"):
            stack += list(node.get_children())
    return None


def listed(place: Place) -> bool:
    """Whether what stands at a place is a member of a list or tuple that is written out."""
    node = node_at(place)
    return node is not None and type(node.parent).__name__ in ("List", "Tuple")


def every(context: Context, kind: str) -> Iterator[tuple[Block, Any]]:
    """All nodes of a kind in the program, with their blocks, in the order of the text."""
    for block in context.document.blocks():
        if block in context.document.starts:
            for statement in block.body:
                yield from ((block, node) for node in _walk(statement) if type(node).__name__ == kind)


def _walk(node: Any) -> Iterator[Any]:
    yield node
    for child in node.get_children():
        yield from _walk(child)


def enclosing(node: Any, kind: str) -> Any:
    """The nearest node of a kind around this one."""
    node = node.parent
    while node is not None and type(node).__name__ != kind:
        node = node.parent
    return node


def definition(context: Context, place: Place, depth: int = _DEPTH) -> Place | None:
    """Where the value of the name at a place is written: a constant, a parameter's argument or default."""
    node = node_at(place)
    if node is None or depth == 0:
        return None
    function = enclosing(node, "FunctionDef")
    kind = type(node).__name__
    if kind == "Name":
        found = _bound(context, place.block, node.name, function)
    elif kind == "Attribute" and getattr(node.expr, "name", "") == "self":
        found = _attribute(place.block, node)
    else:
        return None
    if found is None:
        return None
    return definition(context, found, depth - 1) or found


def _bound(context: Context, block: Block, name: str, function: Any) -> Place | None:
    if function is not None:
        inside = [value for value in assigned(function.body, name) if value is not None]
        if inside:
            return block.place(inside[0]) if len(inside) == 1 else None
        if name in _parameters(function):
            return _argument(context, block, function, name)
    places = [
        other.place(value)
        for other in context.document.starts
        for value in assigned(other.body, name)
        if value is not None
    ]
    return places[0] if len(places) == 1 else None


def assigned(body: list[Any], name: str) -> Iterator[Any]:
    """The values that statements give to a name, those of branches and loops included."""
    for statement in body:
        for node in _walk(statement):
            if type(node).__name__ == "Assign":
                for target in node.targets:
                    yield from _part(target, node.value, name)


def _part(target: Any, value: Any, name: str) -> Iterator[Any]:
    if getattr(target, "name", None) == name:
        yield value
    elif hasattr(target, "elts") and hasattr(value, "elts") and len(target.elts) == len(value.elts):
        for one, other in zip(target.elts, value.elts):
            yield from _part(one, other, name)


def _attribute(block: Block, node: Any) -> Place | None:
    """`self.units`: what the class's methods assign to it, where they do it once."""
    cls = enclosing(node, "ClassDef")
    values = [
        assign.value
        for assign in (_walk(cls) if cls is not None else ())
        if type(assign).__name__ == "Assign"
        and any(getattr(target, "attrname", None) == node.attrname for target in assign.targets)
    ]
    return block.place(values[0]) if len(values) == 1 else None


def _parameters(function: Any) -> list[str]:
    return [a.name for a in (*(function.args.args or ()), *function.args.kwonlyargs)]


def _argument(context: Context, block: Block, function: Any, name: str) -> Place | None:
    """What the only call of the function gives for a parameter, or its default."""
    cls = function.parent if type(function.parent).__name__ == "ClassDef" else None
    called = cls.name if cls is not None and function.name == "__init__" else function.name
    given = [
        (other, argument)
        for other, call in every(context, "Call")
        if called in (getattr(call.func, "name", ""), getattr(call.func, "attrname", ""))
        and (argument := _given(call, _parameters(function), name, cls is not None)) is not None
    ]
    if len(given) == 1:
        return given[0][0].place(given[0][1])
    default = function.args.default_value(name) if not given and _has_default(function, name) else None
    return None if default is None else block.place(default)


def _has_default(function: Any, name: str) -> bool:
    arguments = function.args
    late = [a.name for a in arguments.args or ()][-len(arguments.defaults) :] if arguments.defaults else []
    return name in late or any(a.name == name and d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults))


def _given(call: Any, parameters: list[str], name: str, method: bool) -> Any:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    index = parameters.index(name) - method
    return call.args[index] if 0 <= index < len(call.args) else None
