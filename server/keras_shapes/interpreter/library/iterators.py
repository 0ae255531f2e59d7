"""Iterators, and what `itertools` and the built-in functions make of several sequences."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ...values.dim import ANY, symbol
from ...values.reference import Items, Many, Object, Ref
from ..budget import MAX_LENGTH
from ..iteration import elements, length
from . import Call, handles

if TYPE_CHECKING:
    from ..frame import Frame
    from ..interpreter import Interpreter

ITERATOR = "builtins.iterator"


@handles("builtins.iter")
def begun(call: Call) -> Any:
    """An iterator is a list that `next` takes from."""
    source = call.argument(0, "object")
    values, element = elements(call.it, source)
    if values is None or len(values) > MAX_LENGTH:
        return call.it.allocate("iterator", Items(None, element, length(call.it, source)))
    return call.it.allocate("iterator", Items(tuple(values)))


@handles("builtins.next")
def taken(call: Call) -> Any:
    source = call.argument(0, "iterator")
    items = call.it.cell(source) if isinstance(source, Ref) and source.kind == "iterator" else None
    if not isinstance(items, Items):
        return elements(call.it, source)[1]
    if items.values is None:
        return items.element
    if not items.values:
        return call.argument(1, "default", call.unknown("past an iterator's end"))
    first, *rest = items.values
    call.it.store.set(source, Items(tuple(rest)))
    return first


@handles("builtins.enumerate")
def numbered(call: Call) -> Any:
    source, start = call.argument(0, "iterable"), call.argument(1, "start", 0)
    values, element = elements(call.it, source)
    if values is not None and isinstance(start, int) and len(values) <= MAX_LENGTH:
        return tuple(enumerate(values, start))
    number = symbol("i", call.it.fresh())
    return call.it.allocate("list", Items(None, (number, element), length(call.it, source)))


@handles("builtins.zip", "itertools.zip_longest")
def together(call: Call) -> Any:
    found = [elements(call.it, source) for source in call.arguments]
    known = [values for values, _ in found if values is not None]
    if len(known) == len(found):
        even = len({len(values) for values in known}) <= 1
        return tuple(zip(*known)) if even or call.node.func.as_string() == "zip" else call.unknown("of uneven lengths")
    counts = [length(call.it, source) for source in call.arguments]
    count = counts[0] if all(c == counts[0] for c in counts) else None
    return call.it.allocate("list", Items(None, tuple(element for _, element in found), count))


def turned(it: Interpreter, node: Any, frame: Frame) -> Any:
    """`zip(*pairs)` of however many pairs: a list of all that stand first, and one of all that stand second."""
    starred: Any = node.args[0] if len(node.args) == 1 else None
    plain = type(starred).__name__ == "Starred" and type(starred.value).__name__ in ("Name", "Attribute")
    source = it.evaluate(starred.value, frame) if plain else None
    _, element = elements(it, source)
    if type(element) is not tuple:
        return it.unknown("called with arguments that are not known")
    return tuple(it.allocate("list", Items(None, part, length(it, source))) for part in element)


@handles("builtins.list")
def gathered(call: Call) -> Any:
    """The elements of what only the interpreter can go over."""
    items = _gathered(call)
    return call.it.allocate("list", items) if isinstance(items, Items) else NotImplemented


@handles("builtins.tuple")
def gathered_in_tuple(call: Call) -> Any:
    items = _gathered(call)
    if not isinstance(items, Items):
        return NotImplemented
    if items.values is not None:
        return items.values
    count = ANY if items.length is None else items.length
    return Many("a tuple of unknown content", element=call.it.plain(items.element), length=count, kind="tuple")


def _gathered(call: Call) -> Items | None:
    source = call.argument(0, "iterable")
    if not isinstance(source, Ref) or source.kind not in ("iterator", "list", "instance"):
        return None
    values, element = elements(call.it, source)
    if values is not None:
        return Items(tuple(values))
    return Items(None, element, length(call.it, source)) if isinstance(call.it.cell(source), Items) else None


@handles("tqdm.tqdm", "tqdm.auto.tqdm", "tqdm.notebook.tqdm", "tqdm.tqdm_notebook", "tqdm.notebook.tqdm_notebook")
def watched(call: Call) -> Any:
    """A bar that shows how far a loop is: the loop goes over what it would have gone over without."""
    source = call.argument(0, "iterable")
    items = call.it.cell(source) if isinstance(source, Ref) and source.kind == "list" else None
    if source is None or (isinstance(source, Ref) and items is None):
        return call.unknown("a bar of progress")
    # A list of its own: what is asked of the bar changes no list of the program.
    return call.it.allocate("list", items) if items is not None else source


@handles("builtins.reversed")
def reordered(call: Call) -> Any:
    """A list of unknown content in whatever order: as many elements, and alike."""
    source = call.argument(0, "iterable")
    items = call.it.cell(source) if isinstance(source, Ref) and source.kind == "list" else None
    if not isinstance(items, Items) or items.values is not None:
        return NotImplemented
    return call.it.allocate("list", items)


def _combining(name: str, combine: Callable[..., Any]) -> None:
    @handles(f"itertools.{name}")
    def _combine(call: Call) -> Any:
        sources, more = _sources(call, name)
        if sources is None:
            return call.unknown(f"{name} of unknown length")
        try:
            made = tuple(itertools.islice(combine(*sources, *more, **call.keywords), MAX_LENGTH))
        except (TypeError, ValueError):
            return call.unknown(f"{name} of other arguments")
        return call.it.allocate("iterator", Items(made))


def _sources(call: Call, name: str) -> tuple[list[Sequence[Any]] | None, list[Any]]:
    """The sequences that are gone over, and the other arguments."""
    count = len(call.arguments) if name in ("product", "chain") else 1
    found = [elements(call.it, source)[0] for source in call.arguments[:count]]
    more = list(call.arguments[count:])
    plain = all(isinstance(value, int) for value in [*more, *call.keywords.values()])
    known = [values for values in found if values is not None]
    return (known if plain and found and len(known) == len(found) else None), more


for _name in "product chain permutations combinations combinations_with_replacement islice pairwise".split():
    if hasattr(itertools, _name):
        _combining(_name, getattr(itertools, _name))


@handles("itertools.chain.from_iterable")
def chained(call: Call) -> Any:
    outer, _ = elements(call.it, call.argument(0, "iterable"))
    inner = [elements(call.it, each)[0] for each in outer or ()]
    if outer is None or any(values is None for values in inner):
        return call.unknown("a chain of unknown length")
    return call.it.allocate("iterator", Items(tuple(v for values in inner for v in values or ())))


@handles("itertools.repeat", "itertools.cycle", "itertools.count")
def endless(call: Call) -> Any:
    name = call.node.func.as_string().rpartition(".")[2]
    if name == "repeat":
        value, times = call.argument(0, "object"), call.argument(1, "times")
        if isinstance(times, int) and 0 <= times <= MAX_LENGTH:
            return call.it.allocate("iterator", Items((value,) * times))
        return call.it.allocate("iterator", Items(None, value))
    if name == "cycle":
        return call.it.allocate("iterator", Items(None, elements(call.it, call.argument(0, "iterable"))[1]))
    return Object("builtins.range")
