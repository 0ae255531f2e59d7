"""Comprehensions and generator expressions: evaluated element by element where their source is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..values.reference import Items
from .assignment import assign
from .budget import MAX_UNROLLED
from .containers import hashable
from .frame import Frame
from .iteration import elements, length
from .truth import truth

if TYPE_CHECKING:
    from .interpreter import Interpreter


def list_comprehension(it: Interpreter, node: Any, frame: Frame) -> Any:
    inner = Frame(it.fresh(), frame, frame.block)
    found: list[Any] = []
    lengths: list[Any] = []
    complete = _walk(it, node.generators, 0, inner, lambda: found.append(it.evaluate(node.elt, inner)), lengths)
    kind = "set" if type(node).__name__ == "SetComp" else "list"
    if kind == "set" and complete:
        complete = all(hashable(v) for v in found)
        found = list(dict.fromkeys(found)) if complete else found
        lengths = [None]
    if complete:
        return it.allocate(kind, Items(tuple(found)))
    # Each element of a lone source without conditions gives one of the list.
    alone = len(node.generators) == 1 and not node.generators[0].ifs
    element = found[0] if len(found) == 1 else it.unknown("an element of a comprehension")
    return it.allocate(kind, Items(None, element, lengths[0] if alone else None))


def dict_comprehension(it: Interpreter, node: Any, frame: Frame) -> Any:
    inner = Frame(it.fresh(), frame, frame.block)
    found: dict[Any, Any] = {}
    values: list[Any] = []
    known = [True]

    def add() -> None:
        key = it.evaluate(node.key, inner)
        values.append(it.evaluate(node.value, inner))
        if hashable(key):
            found[key] = values[-1]
        else:
            known[0] = False

    complete = _walk(it, node.generators, 0, inner, add)
    if complete and known[0]:
        return it.allocate("dict", Items(found))
    element = values[0] if len(values) == 1 else it.unknown("a value of a comprehension")
    return it.allocate("dict", Items(None, element))


def _walk(
    it: Interpreter, generators: list[Any], index: int, frame: Frame, visit: Callable[[], None],
    lengths: list[Any] | None = None,
) -> bool:  # fmt: skip
    """Visits every combination; False where not all are known (what is visited then stands for any).

    lengths: takes how many elements the first source has.
    """
    if index == len(generators):
        visit()
        return True
    generator = generators[index]
    source = it.evaluate(generator.iter, frame)
    values, element = elements(it, source)
    if lengths is not None:
        lengths.append(length(it, source))
    complete = values is not None and len(values) <= MAX_UNROLLED
    for value in values if complete and values is not None else [element]:
        assign(it, generator.target, value, frame)
        taken = [truth(it.evaluate(condition, frame), it) for condition in generator.ifs]
        if False in taken:
            continue
        complete = complete and None not in taken
        if complete:
            complete = _walk(it, generators, index + 1, frame, visit)
            continue
        # It may come never, or often: what it changes is, afterwards, what it was or what one time leaves.
        it.store.push()
        _walk(it, generators, index + 1, frame, visit)
        it.store.merge([{}, it.store.pop()], it.fresh)
    return complete
