"""Containers of Python's library, as the lists and dicts that they are."""

from __future__ import annotations

from typing import Any

from ...values.reference import NO_ELEMENT, Items, Ref
from ..containers import hashable
from ..iteration import elements
from ..joining import loosened
from ..lineage import class_attribute
from ..objects import Function, Instance
from ..truth import truth
from . import Call, handles


@handles("collections.OrderedDict")
def ordered(call: Call) -> Any:
    items = _pairs(call)
    return call.unknown("a dict of unknown content") if items is None else call.it.allocate("dict", Items(items))


def _pairs(call: Call) -> dict[Any, Any] | None:
    result: dict[Any, Any] = {}
    for source in call.arguments:
        items = call.it.cell(source) if isinstance(source, Ref) else None
        if isinstance(items, Items) and isinstance(items.values, dict):
            result.update(items.values)
            continue
        values, _ = elements(call.it, source)
        pairs = [elements(call.it, pair)[0] for pair in values or ()]
        if values is None or not all(pair is not None and len(pair) == 2 and hashable(pair[0]) for pair in pairs):
            return None
        result.update({pair[0]: pair[1] for pair in pairs if pair is not None})
    return {**result, **call.keywords}


@handles("builtins.set", "builtins.frozenset")
def distinct(call: Call) -> Any:
    values, _ = elements(call.it, call.arguments[0]) if call.arguments else ((), None)
    if values is None or not all(hashable(value) for value in values):
        return call.it.allocate("set", Items(None))
    return call.it.allocate("set", Items(tuple(dict.fromkeys(values))))


@handles("collections.deque")
def queue(call: Call) -> Any:
    values, element = elements(call.it, call.arguments[0]) if call.arguments else ((), None)
    if len(call.arguments) > 1 or "maxlen" in call.keywords:
        if values is not None:
            element = loosened(Items(tuple(values)), call.it.fresh).element if values else NO_ELEMENT
        return call.it.allocate("list", Items(None, element, bounded=True))
    return call.it.allocate("list", Items(None, element) if values is None else Items(tuple(values)))


@handles("builtins.len")
def length(call: Call) -> Any:
    value = call.argument(0, "obj")
    cell = call.it.cell(value) if isinstance(value, Ref) and value.kind == "instance" else None
    function = class_attribute(cell.cls, "__len__") if isinstance(cell, Instance) else None
    return call.apply(function, value) if isinstance(function, Function) else NotImplemented


@handles("builtins.all")
def all_of(call: Call) -> Any:
    return _together(call, stop=False)


@handles("builtins.any")
def any_of(call: Call) -> Any:
    return _together(call, stop=True)


def _together(call: Call, stop: bool) -> Any:
    values, _ = elements(call.it, call.argument(0, "iterable"))
    known = [truth(value, call.it) for value in values or ()]
    if stop in known:
        return stop
    return call.unknown("a condition that is not known") if values is None or None in known else not stop


@handles("builtins.slice")
def sliced(call: Call) -> Any:
    return slice(*call.arguments) if 1 <= len(call.arguments) <= 3 else call.unknown("a slice")
