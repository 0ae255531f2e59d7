"""The program's own functions and classes, called with actual values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.reference import Items, Object, Ref
from ..values.unknown import Unknown
from . import containers, told
from .budget import MAX_CALL_DEPTH
from .effects import forget_outside
from .frame import Frame
from .generators import Yields, iterator
from .joining import MISSING, join
from .lineage import changed_by
from .objects import Active, Function, Instance, LibraryMethod, UserClass
from .per_node import per_node
from .truth import truth

if TYPE_CHECKING:
    from ..source.block import Place
    from .interpreter import Interpreter

# How often a function may be on the stack: of a recursion whose arguments are known, and of another.
_MAX_RECURSION, _MAX_SAME = 14, 3


def call_function(
    it: Interpreter, function: Function, arguments: list[Any], keywords: dict[str, Any], place: Place | None
) -> Any:
    """The value of a call; what its several returns have in common."""
    if it.unknowing and _tells_nothing(it, arguments, keywords):
        # The function is evaluated by itself with as little knowledge: doing it here again costs and tells nothing.
        return _not_followed(it, function, arguments, keywords, "called with nothing known")
    it.called.add(function.node)
    node = function.node
    if type(node).__name__ == "AsyncFunctionDef":
        return _not_followed(it, function, arguments, keywords, "what a coroutine gives")
    same = sum(1 for call in it.calls if call.function.node is node)
    most = 1 if it.unknowing else _MAX_RECURSION if _counts_down(arguments, keywords) else _MAX_SAME
    if len(it.calls) >= MAX_CALL_DEPTH or same >= most:
        return _not_followed(it, function, arguments, keywords, "calls nested too deeply")
    bound = bind_arguments(it, function, arguments, keywords)
    if bound is None:
        return _not_followed(it, function, arguments, keywords, "arguments that do not fit the parameters")
    frame = Frame(it.fresh(), function.frame, function.block, function)
    frame.level = it.store.push()
    receiver = _receiver(it, function, arguments)
    if receiver is not None:
        frame.receiver = receiver
    annotated = told.tells(node)
    for name, value in (told.parameters(it, node, bound, frame) if annotated else bound).items():
        it.bind(name, value, frame)
    if _is_generator(node):
        frame.yields = Yields(it.branches)
    it.calls.append(Active(function, place if place is not None else function.block.place(node), bound))
    statement, doubts = it.statement, it.doubts
    try:
        value = _run_body(it, function, frame)
        if frame.yields is not None:
            return iterator(it, frame.yields)
        return told.annotated(it, getattr(node, "returns", None), value, frame) if annotated else value
    finally:
        it.calls.pop()
        it.statement, it.doubts = statement, doubts


def _not_followed(
    it: Interpreter, function: Function, arguments: list[Any], keywords: dict[str, Any], reason: str
) -> Unknown:
    """What such a call may change is not known any more: the lists that it is given, and attributes of its object."""
    for value in (*arguments, *keywords.values()):
        containers.forget(it, value)
    forget_outside(it, function)
    cell = it.cell(arguments[0]) if arguments and isinstance(arguments[0], Ref) else None
    if isinstance(cell, Instance):
        changed = changed_by(cell.cls, function) & cell.attributes.keys()
        unknown = {name: it.unknown(f"the attribute {name}") for name in sorted(changed)}
        it.store.set(arguments[0], replace(cell, attributes={**cell.attributes, **unknown}))
    return it.unknown(reason)


def _tells_nothing(it: Interpreter, arguments: list[Any], keywords: dict[str, Any]) -> bool:
    given = [a for a in arguments if not (isinstance(a, Ref) and a.kind == "instance")] + list(keywords.values())
    return bool(it.calls) and bool(given) and all(isinstance(a, Unknown) for a in given)


def _counts_down(arguments: list[Any], keywords: dict[str, Any]) -> bool:
    """Whether a number that is known is among the arguments: then a recursion most likely ends by itself."""
    return any(isinstance(value, int) for value in (*arguments, *keywords.values()))


def _run_body(it: Interpreter, function: Function, frame: Frame) -> Any:
    from .statements import NEXT

    node = function.node
    if type(node).__name__ == "Lambda":
        value = it.evaluate(node.body, frame)
        it.store.apply(it.store.pop())
        return value
    flow = it.execute(node.body, frame)
    delta = it.store.pop()
    exits = list(frame.exits)
    if flow is NEXT:
        exits.append((delta, None))
    if not exits:
        # It always raises.
        return it.unknown("a call that does not return")
    it.store.merge([d for d, _ in exits], it.fresh)
    result: Any = MISSING
    for _, value in exits:
        result = join(result, value, it.fresh)
    return result


def _receiver(it: Interpreter, function: Function, arguments: list[Any]) -> Any:
    """(class that the method is written in, the instance), for `super()`."""
    if not arguments or not isinstance(arguments[0], Ref) or arguments[0].kind != "instance":
        return None
    cell = it.cell(arguments[0])
    if not isinstance(cell, Instance):
        return None
    owner = _owner(cell.cls, function)
    return None if owner is None else (owner, arguments[0])


def _owner(cls: UserClass, function: Function) -> UserClass | None:
    if function.node in [getattr(v, "node", None) for v in cls.namespace.values()]:
        return cls
    for base in cls.bases:
        if isinstance(base, UserClass) and (found := _owner(base, function)) is not None:
            return found
    return None


@per_node
def _is_generator(node: Any) -> bool:
    """Whether a function yields."""
    return type(node).__name__ != "Lambda" and bool(node.is_generator())


def bind_arguments(
    it: Interpreter, function: Function, arguments: list[Any], keywords: dict[str, Any]
) -> dict[str, Any] | None:
    """By parameter name, as Python binds; None where it would raise."""
    spec = function.node.args
    names = [a.name for a in [*spec.posonlyargs, *(spec.args or ())]]
    bound = dict(zip(names, arguments))
    rest = arguments[len(names) :]
    if rest and spec.vararg is None:
        return None
    # A function that nothing calls may be given any number of further arguments.
    more = it.unknowing and not it.calls
    if spec.vararg is not None:
        bound[spec.vararg] = it.unknown(f"the parameter {spec.vararg}") if more else tuple(rest)
    only = [a.name for a in spec.kwonlyargs]
    extra: dict[str, Any] = {}
    for name, value in keywords.items():
        if name in names or name in only:
            if name in bound:
                return None
            bound[name] = value
        else:
            extra[name] = value
    if extra and spec.kwarg is None:
        return None
    if spec.kwarg is not None:
        bound[spec.kwarg] = it.allocate("dict", Items(None if more else extra))
    for name in (*names, *only):
        if name not in bound:
            if name not in function.defaults:
                return None
            bound[name] = function.defaults[name]
    return bound


def instantiate(
    it: Interpreter, cls: UserClass, arguments: list[Any], keywords: dict[str, Any], node: Any, frame: Frame
) -> Any:
    """A new instance of a class of the program."""
    from .lineage import class_attribute, layer_base, lineage

    it.called.add(cls.node)
    ref = it.allocate("instance", Instance(cls, {}))
    function = class_attribute(cls, "__init__")
    if isinstance(function, Function):
        call_function(it, function, [ref, *arguments], keywords, it.place(node, frame))
    elif cls.data:
        _fill(it, ref, cls, arguments, keywords, node, frame)
    elif layer_base(cls) or ((arguments or keywords) and "keras.Model" in lineage(cls)):
        # `class Same(Conv2D)`; `class Trained(keras.Model)` with a training step only, as `Trained(inputs, outputs)`.
        it.call(LibraryMethod(ref, ("super.__init__",)), arguments, keywords, node, frame)
    return ref


def _fill(
    it: Interpreter, ref: Ref, cls: UserClass, arguments: list[Any], keywords: dict[str, Any], node: Any, frame: Frame
) -> None:
    """The attributes of a data class's instance."""
    from .fields import FIELD, fields
    from .lineage import class_attribute

    known = fields(cls)
    values = {**dict(zip(known, arguments)), **keywords}
    for name, default in known.items():
        if isinstance(default, Object) and default.cls == FIELD:
            factory = default.arguments.get("default_factory")
            given = default.arguments.get("default", MISSING)
            default = given if factory is None else MISSING if name in values else it.call(factory, [], {}, node, frame)
        if name not in values:
            values[name] = it.unknown(f"the field {name}") if default is MISSING else default
    it.store.set(ref, Instance(cls, values))
    after = class_attribute(cls, "__post_init__")
    if isinstance(after, Function):
        call_function(it, after, [ref], {}, it.place(node, frame))


def call_unknowing(it: Interpreter, definition: Function | UserClass, frame: Frame) -> None:
    """Evaluates what nothing calls, with unknown arguments."""
    from .lineage import class_attribute, reassigned

    it.unknowing = True
    if isinstance(definition, UserClass):
        ref = it.allocate("instance", Instance(definition, {}))
        for name in ("__init__", "build"):
            method = class_attribute(definition, name)
            if isinstance(method, Function) and method.node not in it.called:
                _with_unknowns(it, method, [ref])
        changing = reassigned(definition, it.called)
        for method in definition.namespace.values():
            if isinstance(method, Function) and method.node not in it.called:
                _forget_attributes(it, ref, changing)
                _with_unknowns(it, method, [] if method.decoration == "staticmethod" else [ref])
        return
    _with_unknowns(it, definition, [])


def _forget_attributes(it: Interpreter, ref: Ref, names: frozenset[str]) -> None:
    cell = it.cell(ref)
    if isinstance(cell, Instance):
        # What is empty or negative in the beginning waits for what somebody will put there.
        waiting = {name for name, value in cell.attributes.items() if _placeholder(it, value)}
        unknown = {name: it.unknown(f"the attribute {name}") for name in sorted(names | waiting)}
        it.store.set(ref, replace(cell, attributes={**cell.attributes, **unknown}))


def _placeholder(it: Interpreter, value: Any) -> bool:
    if isinstance(value, Array):
        return value.shape is not None and 0 in value.shape
    if isinstance(value, int):
        return value < 0
    return value is None or (isinstance(value, Ref) and truth(value, it) is False)


def _with_unknowns(it: Interpreter, function: Function, first: list[Any]) -> None:
    spec = function.node.args
    names = [a.name for a in [*spec.posonlyargs, *(spec.args or ())]][len(first) :]
    values = [*first, *(it.unknown(f"the parameter {n}") for n in names)]
    keywords = {a.name: Unknown(f"the parameter {a.name}", it.fresh()) for a in spec.kwonlyargs}
    call_function(it, function, values, keywords, None)
