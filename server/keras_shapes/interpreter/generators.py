"""Functions that yield, and objects that give batches one by one: what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.dataset import Dataset
from ..values.dim import ANY
from ..values.reference import Items, Ref
from .iteration import elements
from .joining import MISSING, join
from .lineage import class_attribute, library_bases
from .objects import Function, Instance

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

_SEQUENCES = frozenset(("keras.utils.Sequence", "keras.utils.PyDataset"))


class Yields:
    """What one call of a generator has given so far. `certain`: each value was given once, in this order."""

    __slots__ = ("certain", "depth", "values")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.values: list[Any] = []
        self.certain = True


def give(it: Interpreter, value: Any, frame: Frame) -> Any:
    """`yield value`"""
    yields = _yields(frame)
    if yields is not None:
        yields.values.append(value)
        # In a branch, or a loop of unknown length, it may be given or not, or often.
        yields.certain = yields.certain and it.branches == yields.depth
    return it.unknown("what is sent to a generator")


def give_all(it: Interpreter, source: Any, frame: Frame) -> Any:
    """`yield from source`"""
    values, element = elements(it, source)
    yields = _yields(frame)
    if yields is not None:
        yields.values += [element] if values is None else values
        yields.certain = yields.certain and values is not None and it.branches == yields.depth
    return it.unknown("what a generator gives back")


def _yields(frame: Frame) -> Yields | None:
    scope: Frame | None = frame
    while scope is not None and scope.function is None:
        scope = scope.parent
    return None if scope is None else scope.yields


def iterator(it: Interpreter, yields: Yields) -> Ref:
    """The iterator that a call of a generator gives."""
    if yields.certain:
        return it.allocate("iterator", Items(tuple(yields.values)))
    element: Any = MISSING
    for value in yields.values:
        element = join(element, value, it.fresh)
    return it.allocate("iterator", Items(None, element))


def batches(it: Interpreter, value: Any, node: Any, frame: Frame) -> Any:
    """An iterator or a sequence of batches as a data set; any other value as it is."""
    if not isinstance(value, Ref) or value.kind not in ("iterator", "instance"):
        return value
    cell = it.cell(value)
    if isinstance(cell, Items):
        values, element = elements(it, value)
        if values:
            element = values[0]
            for each in values[1:]:
                element = join(element, each, it.fresh)
        return _data_set(it, element)
    if not isinstance(cell, Instance) or not _SEQUENCES.intersection(library_bases(cell.cls)):
        return value
    function = class_attribute(cell.cls, "__getitem__")
    if not isinstance(function, Function):
        return value
    return _data_set(it, it.call(function, [value, it.unknown("the number of a batch")], {}, node, frame))


def _data_set(it: Interpreter, element: Any) -> Dataset:
    plain = it.plain(element)
    return Dataset(tuple(plain) if isinstance(plain, list) else plain, ANY, None)
