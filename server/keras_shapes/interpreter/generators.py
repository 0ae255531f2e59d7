"""Functions that yield, and objects that give batches one by one: what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.dataset import Dataset
from ..values.dim import ANY
from ..values.reference import Items, Many, Ref
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
        # In a branch, or a loop of unknown length, it may be given or not, or often.
        yields.certain = yields.certain and it.branches == yields.depth
        # What is in a list now is what is given, whatever the generator does with the list afterwards.
        yields.values.append(value if yields.certain else it.plain(value))
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
        element = _alike(it, element, it.plain(value))
    return it.allocate("iterator", Items(None, it.wrapped(element)))


def _alike(it: Interpreter, a: Any, b: Any) -> Any:
    """What is known of a value that is one or the other: structures part by part."""
    if type(a) is type(b) and type(a) in (tuple, list) and len(a) == len(b):
        return type(a)(_alike(it, p, q) for p, q in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        return {key: _alike(it, value, b[key]) for key, value in a.items()}
    if isinstance(a, Many) and isinstance(b, Many) and a.kind == b.kind:
        length = a.length if a.length == b.length else ANY
        return Many(a.reason, element=_alike(it, a.element, b.element), length=length, kind=a.kind)
    return join(a, b, it.fresh)


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
        return Dataset(it.plain(element), ANY, None)
    if not isinstance(cell, Instance) or not _SEQUENCES.intersection(library_bases(cell.cls)):
        return value
    function = class_attribute(cell.cls, "__getitem__")
    if not isinstance(function, Function):
        return value
    plain = it.plain(it.call(function, [value, it.unknown("the number of a batch")], {}, node, frame))
    # Of a sequence a list of parts is as good as a tuple; of a generator it is not.
    return Dataset(tuple(plain) if isinstance(plain, list) else plain, ANY, None)
