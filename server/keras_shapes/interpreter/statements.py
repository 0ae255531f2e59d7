"""Statements: what they bind, and which way the program goes."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.reference import OneOf, Ref
from . import classes, containers, loops, modules, patterns, told
from .assignment import assign, assign_operator, change_table
from .doubts import doubtful
from .joining import MISSING
from .narrowing import narrow
from .truth import truth

if TYPE_CHECKING:
    from astroid import nodes

    from ..source.block import Block
    from .frame import Frame
    from .interpreter import Interpreter


# `pytest.raises`, `assert_raises`, `self.assertRaisesWithPredicateMatch`, `contextlib.suppress`
_EXPECTING = re.compile(r"(?:\braises|assert_?raises\w*|\bsuppress)$", re.IGNORECASE)
# What Keras, numpy and TensorFlow raise for shapes. Who catches `Exception` may only want the program to go on.
_SHAPE_ERRORS = ("ValueError", "InvalidArgumentError")


class Flow(enum.Enum):
    """Whether the next statement is reached. STOP: by no way; where the ways lead was noted on the way."""

    NEXT = 0
    STOP = 1


NEXT, STOP = Flow.NEXT, Flow.STOP


def execute(it: Interpreter, body: Sequence[nodes.NodeNG], frame: Frame) -> Flow:
    for node in body:
        it.budget.step()
        handler = _HANDLERS.get(type(node).__name__)
        if handler is None:
            continue
        outer, it.statement = it.statement, (node, frame.block)
        flow = handler(it, node, frame)
        it.statement = outer
        if flow is STOP:
            return STOP
    return NEXT


def bound_names(block: Block) -> list[str]:
    """The names that a module's block binds at its top level, as far as its assignments tell."""
    from astroid import nodes

    names: list[str] = []
    for node in block.body:
        names += [n.name for n in node.nodes_of_class((nodes.AssignName, nodes.FunctionDef, nodes.ClassDef))]
    return names


def _expression(it: Interpreter, node: Any, frame: Frame) -> Flow:
    it.evaluate(node.value, frame)
    return NEXT


def _assign(it: Interpreter, node: Any, frame: Frame) -> Flow:
    value = told.beside(it, node, it.evaluate(node.value, frame), frame)
    for target in node.targets:
        assign(it, target, value, frame)
    return NEXT


def _annotated(it: Interpreter, node: Any, frame: Frame) -> Flow:
    if node.value is not None:
        value = told.beside(it, node, it.evaluate(node.value, frame), frame)
        assign(it, node.target, told.annotated(it, node.annotation, value, frame), frame)
    return NEXT


def _augmented(it: Interpreter, node: Any, frame: Frame) -> Flow:
    assign_operator(it, node, frame)
    return NEXT


def _delete(it: Interpreter, node: Any, frame: Frame) -> Flow:
    for target in node.targets:
        if type(target).__name__ == "DelName":
            it.store.set(frame.owner(target.name).key(target.name), MISSING)
        elif type(target).__name__ == "Subscript":
            container = it.evaluate(target.value, frame)
            if isinstance(container, Ref):
                containers.delete(it, container, it.evaluate(target.slice, frame))
            elif isinstance(container, OneOf):
                containers.forget(it, container)
            elif isinstance(container, Array) and container.kind == "pandas":
                change_table(it, "pandas.DataFrame.__delitem__", container, it.plain(it.evaluate(target.slice, frame)))
    return NEXT


def _if(it: Interpreter, node: Any, frame: Frame) -> Flow:
    known = truth(it.evaluate(node.test, frame), it)
    if known is not None:
        return execute(it, node.body if known else node.orelse, frame)

    def way(holds: bool) -> Flow:
        narrow(it, node.test, frame, holds)
        return execute(it, node.body if holds else node.orelse, frame)

    doubt, exits = doubtful(it, node.test, frame), _exits(frame)
    it.doubts += doubt
    flow = fork(it, [lambda: way(True), lambda: way(False)])
    # What follows a `return` on one of the ways may as well never be reached; a function's end takes it back.
    it.doubts -= doubt and _exits(frame) == exits
    return flow


def _exits(frame: Frame) -> int:
    function = frame.enclosing_function
    return 0 if function is None else len(function.exits)


def fork(it: Interpreter, ways: Sequence[Callable[[], Flow]]) -> Flow:
    """Goes all the ways from the same state, and on with what they have in common."""
    outcomes = []
    it.branches += 1
    for way in ways:
        it.store.push()
        try:
            flow = way()
        finally:
            delta = it.store.pop()
        if flow is NEXT:
            outcomes.append(delta)
    it.branches -= 1
    it.store.merge(outcomes, it.fresh)
    return NEXT if outcomes else STOP


def _try(it: Interpreter, node: Any, frame: Frame) -> Flow:
    it.store.push()
    expected = any(_expects_shape_error(handler) for handler in node.handlers)
    it.doubts += expected
    flow = execute(it, node.body, frame)
    it.doubts -= expected
    if flow is NEXT:
        flow = execute(it, node.orelse, frame)
    reached = it.store.pop()
    if node.handlers and not _only_imports(node.body):
        # A handler runs after any part of the body; what the body bound may or may not be there.
        ways: list[Callable[[], Flow]] = [lambda: _resumed(it, reached, flow)]
        ways += [lambda h=handler: _handler(it, h, reached, frame) for handler in node.handlers]  # type: ignore[misc]
        flow = fork(it, ways)
    else:
        it.store.apply(reached)
    if node.finalbody:
        last = execute(it, node.finalbody, frame)
        flow = STOP if STOP in (flow, last) else NEXT
    return flow


def _expects_shape_error(handler: Any) -> bool:
    """Whether a handler is there for what Keras raises, by name, and lets it end there: a demonstration, or a test."""
    kinds = getattr(handler.type, "elts", [handler.type] if handler.type is not None else [])
    caught = any(kind.as_string().rpartition(".")[2] in _SHAPE_ERRORS for kind in kinds)
    return caught and not any(type(n).__name__ == "Raise" for n in handler.body)


def _resumed(it: Interpreter, delta: dict[Any, Any], flow: Flow) -> Flow:
    it.store.apply(delta)
    return flow


def _handler(it: Interpreter, handler: Any, reached: dict[Any, Any], frame: Frame) -> Flow:
    it.store.merge([{}, reached], it.fresh)
    if handler.name is not None:
        assign(it, handler.name, it.unknown("an exception"), frame)
    return execute(it, handler.body, frame)


def _only_imports(body: Sequence[Any]) -> bool:
    return all(type(n).__name__ in ("Import", "ImportFrom") for n in body)


def _with(it: Interpreter, node: Any, frame: Frame) -> Flow:
    expects_error = False
    managers = []
    for manager, target in node.items:
        value = it.evaluate(manager, frame)
        managers.append(value)
        text = manager.func.as_string() if type(manager).__name__ == "Call" else ""
        expects_error = expects_error or _EXPECTING.search(text) is not None
        given = classes.entered(it, value, it.place(manager, frame))
        if target is not None:
            assign(it, target, given, frame)
    # A test that wants the error is no mistake.
    with it.silenced() if expects_error else nullcontext():
        flow = execute(it, node.body, frame)
    for value in reversed(managers) if flow is NEXT else ():
        classes.left(it, value, it.place(node, frame))
    return flow


def _return(it: Interpreter, node: Any, frame: Frame) -> Flow:
    value = None if node.value is None else it.evaluate(node.value, frame)
    scope = frame.enclosing_function
    if scope is not None:
        scope.exits.append((it.store.flattened(scope.level), value))
    return STOP


def _raise(it: Interpreter, node: Any, frame: Frame) -> Flow:
    return STOP


def _assert(it: Interpreter, node: Any, frame: Frame) -> Flow:
    if truth(it.evaluate(node.test, frame), it) is None:
        narrow(it, node.test, frame, True)
    return NEXT


def _global(it: Interpreter, node: Any, frame: Frame) -> Flow:
    for name in node.names:
        frame.declared_global[name] = frame.module
    return NEXT


def _nonlocal(it: Interpreter, node: Any, frame: Frame) -> Flow:
    for name in node.names:
        scope = frame.parent
        while scope is not None and it.store.get(scope.key(name)) is MISSING:
            scope = scope.parent
        if scope is not None:
            frame.declared_global[name] = scope
    return NEXT


_HANDLERS: dict[str, Callable[[Any, Any, Any], Flow]] = {
    "Expr": _expression,
    "Assign": _assign,
    "AnnAssign": _annotated,
    "AugAssign": _augmented,
    "Delete": _delete,
    "If": _if,
    "Try": _try,
    "TryStar": _try,
    "With": _with,
    "AsyncWith": _with,
    "Return": _return,
    "Raise": _raise,
    "Assert": _assert,
    "Global": _global,
    "Nonlocal": _nonlocal,
    "Match": patterns.execute_match,
    "For": loops.execute_for,
    "AsyncFor": loops.execute_for,
    "While": loops.execute_while,
    "Break": loops.execute_break,
    "Continue": loops.execute_continue,
    "FunctionDef": classes.define_function,
    "AsyncFunctionDef": classes.define_function,
    "ClassDef": classes.define_class,
    "Import": modules.execute_import,
    "ImportFrom": modules.execute_import_from,
}
