"""Loops: unrolled where the iterations are known and few, else what they change is widened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..values.dim import ANY, symbol
from ..values.unknown import Unknown
from .assignment import assign
from .budget import MAX_UNROLLED
from .growth import Growth
from .iteration import elements, length
from .joining import MISSING, join, one_of
from .truth import truth

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter
    from .statements import Flow


class Loop:
    """A loop under way: the overlay where it began, and the states in which `break` and `continue` left its body."""

    __slots__ = ("breaks", "continues", "iteration", "level")

    def __init__(self, level: int) -> None:
        self.level = level
        self.iteration = level
        self.breaks: list[dict[Any, Any]] = []
        self.continues: list[dict[Any, Any]] = []


def execute_break(it: Interpreter, node: Any, frame: Frame) -> Flow:
    from .statements import STOP

    if frame.loops:
        loop = frame.loops[-1]
        loop.breaks.append(it.store.flattened(loop.level))
    return STOP


def execute_continue(it: Interpreter, node: Any, frame: Frame) -> Flow:
    from .statements import STOP

    if frame.loops:
        loop = frame.loops[-1]
        loop.continues.append(it.store.flattened(loop.iteration))
    return STOP


def execute_for(it: Interpreter, node: Any, frame: Frame) -> Flow:
    source = it.evaluate(node.iter, frame)
    values, element = elements(it, source)
    if values is not None and len(values) <= MAX_UNROLLED:
        return _unrolled(it, node, frame, values)
    count = length(it, source)
    count = symbol("n", it.fresh()) if count is None or count is ANY else count
    return _widened(it, node, frame, lambda: assign(it, node.target, element, frame), ends=True, count=count)


def _unrolled(it: Interpreter, node: Any, frame: Frame, values: Sequence[Any]) -> Flow:
    loop = Loop(it.store.push())
    frame.loops.append(loop)
    goes_on = True
    for value in values:
        goes_on = _iteration(it, node, frame, loop, lambda v=value: assign(it, node.target, v, frame))
        if not goes_on:
            break
    frame.loops.pop()
    return _finish(it, node, frame, loop, goes_on)


def _iteration(it: Interpreter, node: Any, frame: Frame, loop: Loop, begin: Any) -> bool:
    """One time through the body; whether another may follow."""
    from .statements import NEXT

    loop.continues = []
    loop.iteration = it.store.push()
    begin()
    flow = it.execute(node.body, frame)
    delta = it.store.pop()
    outcomes = [*loop.continues, *([delta] if flow is NEXT else [])]
    it.store.merge(outcomes, it.fresh)
    return bool(outcomes)


def _finish(it: Interpreter, node: Any, frame: Frame, loop: Loop, goes_on: bool) -> Flow:
    """On after the loop, from where its iterations ran out or a break left it."""
    from .statements import NEXT, STOP

    if goes_on and node.orelse:
        goes_on = it.execute(node.orelse, frame) is NEXT
    delta = it.store.pop()
    outcomes = [*loop.breaks, *([delta] if goes_on else [])]
    it.store.merge(outcomes, it.fresh)
    return NEXT if outcomes else STOP


def execute_while(it: Interpreter, node: Any, frame: Frame) -> Flow:
    loop = Loop(it.store.push())
    frame.loops.append(loop)
    endless = type(node.test).__name__ == "Const"
    goes_on = True
    for _ in range(0 if endless else MAX_UNROLLED):
        known = truth(it.evaluate(node.test, frame), it)
        if known is False:
            frame.loops.pop()
            return _finish(it, node, frame, loop, goes_on)
        if known is None:
            break
        goes_on = _iteration(it, node, frame, loop, lambda: None)
        if not goes_on:
            frame.loops.pop()
            return _finish(it, node, frame, loop, False)
    frame.loops.pop()
    it.store.apply(it.store.pop())
    if endless and not truth(node.test.value):
        return it.execute(node.orelse, frame)
    return _widened(it, node, frame, lambda: endless or it.evaluate(node.test, frame), ends=not endless)


def _widened(it: Interpreter, node: Any, frame: Frame, begin: Any, ends: bool, count: Any = None) -> Flow:
    """Any number of iterations (`count`, a dim, where it has a name).

    Silent passes find what the body changes, then one pass goes over what is left known.
    """
    from .statements import NEXT

    growth = Growth(it)
    it.branches += 1
    for _ in range(1 if it.unknowing or it.silent > 1 else 2):
        with it.silenced():
            _widen(it, _pass(it, node, frame, begin)[0], growth)
    deltas, breaks = _pass(it, node, frame, begin)
    it.branches -= 1
    outcomes = [*breaks, *([{}, *deltas] if ends else [])]
    it.store.merge(outcomes, it.fresh)
    growth.settle(deltas if not breaks else [], count)
    if ends and node.orelse:
        return it.execute(node.orelse, frame)
    return NEXT if outcomes else _stop()


def _stop() -> Flow:
    from .statements import STOP

    return STOP


def _pass(it: Interpreter, node: Any, frame: Frame, begin: Any) -> tuple[list[dict[Any, Any]], list[dict[Any, Any]]]:
    """One time through the body from the state as it is: the states at its end, and those at its breaks."""
    from .statements import NEXT

    loop = Loop(it.store.push())
    loop.iteration = loop.level
    frame.loops.append(loop)
    begin()
    flow = it.execute(node.body, frame)
    frame.loops.pop()
    delta = it.store.pop()
    return [*loop.continues, *([delta] if flow is NEXT else [])], loop.breaks


def _widen(it: Interpreter, deltas: Sequence[dict[Any, Any]], growth: Growth) -> None:
    """What an iteration changes is, at its beginning, what it was before or what the last one left."""
    for delta in deltas:
        for key, value in delta.items():
            before = it.store.get(key)
            if before is MISSING or before is value:
                continue
            joined = growth.mark(key, before, join(before, value, it.fresh))
            if isinstance(joined, Unknown):
                # No key: it is another each time.
                joined = one_of((joined,), "changes in a loop", None)
            it.store.set(key, joined)
