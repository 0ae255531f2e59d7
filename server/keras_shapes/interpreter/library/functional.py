"""`functools`, and the built-in functions that take functions."""

from __future__ import annotations

from typing import Any

from ...values.reference import Items
from ..iteration import elements, length
from ..objects import Partial
from . import Call, handles
from .iterators import reordered

_SCALARS = (bool, int, float, str)


@handles("functools.partial")
def partial(call: Call) -> Any:
    if not call.arguments:
        return call.unknown("a partial of nothing")
    function, *first = call.arguments
    return Partial(function, tuple(first), dict(call.keywords))


@handles("functools.reduce")
def reduce(call: Call) -> Any:
    values, _ = elements(call.it, call.arguments[1]) if len(call.arguments) > 1 else (None, None)
    if values is None or not (values or len(call.arguments) > 2):
        return call.unknown("a reduction of unknown length")
    result, *rest = [*call.arguments[2:], *values]
    for value in rest:
        result = call.apply(call.arguments[0], result, value)
    return result


@handles("builtins.map")
def mapped(call: Call) -> Any:
    """As a list: whoever goes over it once sees the same."""
    function, *sources = call.arguments or [None]
    found = [elements(call.it, source) for source in sources]
    if not found:
        return call.unknown("a map over nothing")
    known = [values for values, _ in found if values is not None]
    if len(known) == len(found):
        return call.it.allocate("list", Items(tuple(call.apply(function, *each) for each in zip(*known))))
    element = call.apply(function, *(element for _, element in found))
    return call.it.allocate("list", Items(None, element, length(call.it, sources[0]) if len(found) == 1 else None))


@handles("builtins.filter")
def filtered(call: Call) -> Any:
    from ..truth import truth

    if len(call.arguments) != 2:
        return call.unknown("a filter of other arguments")
    function, source = call.arguments
    values, element = elements(call.it, source)
    taken = [truth(v if function is None else call.apply(function, v)) for v in values or ()]
    if values is None or None in taken:
        return call.it.allocate("list", Items(None, element if values is None else call.unknown("one of several")))
    return call.it.allocate("list", Items(tuple(v for v, take in zip(values, taken) if take)))


@handles("builtins.sorted")
def in_order(call: Call) -> Any:
    key = call.keywords.get("key")
    if key is None:
        return reordered(call)
    values, element = elements(call.it, call.argument(0, "iterable"))
    keys = [call.apply(key, value) for value in values or ()]
    if values is None:
        return call.it.allocate("list", Items(None, element, length(call.it, call.argument(0, "iterable"))))
    if not all(isinstance(k, _SCALARS) for k in keys):
        return call.it.allocate("list", Items(None, element, len(values)))
    try:
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=call.keywords.get("reverse") is True)
    except TypeError:
        return call.unknown("a sorted list")
    return call.it.allocate("list", Items(tuple(values[i] for i in order)))


@handles("builtins.min", "builtins.max")
def extreme(call: Call) -> Any:
    key = call.keywords.get("key")
    if key is None:
        return NotImplemented
    values = list(call.arguments) if len(call.arguments) > 1 else elements(call.it, call.argument(0, "iterable"))[0]
    keys = [call.apply(key, value) for value in values or ()]
    if not values or not all(isinstance(k, (int, float)) for k in keys):
        return call.unknown("one of several")
    choose = min if call.node.func.as_string() == "min" else max
    return values[keys.index(choose(keys))]
