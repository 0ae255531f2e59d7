"""One of several lists, objects or methods, nobody knows which: `buckets[label].append(x)`, `(a if c else b).add(x)`.

What is done to one of them may have been done to each. Few are tried one by one, as ways that a program may go.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING, Any

from ..values.reference import OneOf, Ref
from . import containers
from .joining import join, one_of
from .objects import LibraryMethod

if TYPE_CHECKING:
    from .interpreter import Interpreter
    from .statements import Flow

# So many are tried one by one.
_TRIED = 8


def attribute(it: Interpreter, value: OneOf, name: str) -> Any:
    from .attributes import get_attribute

    found = [get_attribute(it, each, name) for each in value.refs]
    return one_of(found, f"the attribute {name} of one of several", it.fresh())


def element(it: Interpreter, value: OneOf, key: Any) -> Any:
    """`value[key]` where each is a list or dict."""
    lists = [each for each in value.refs if isinstance(each, Ref) and each.kind in ("list", "dict")]
    found = [containers.get_element(it, each, key) for each in lists]
    # Of one alone, it may have been something else altogether.
    return reduce(lambda a, b: join(a, b, it.fresh), [*found, it.unknown("an element of one of several")])


def call(it: Interpreter, function: OneOf, apply: Callable[[Any], Any]) -> Any:
    """The result of a call that goes to one of several methods; `apply` calls one of them."""
    from .statements import NEXT, fork

    results: list[Any] = []

    def way(method: Any) -> Flow:
        results.append(apply(method))
        return NEXT

    if len(function.refs) > _TRIED:
        if not all(_reads(each) for each in function.refs):
            containers.forget(it, function)
        return it.unknown("a call of one of many methods")
    # What is found on one of the ways is no proof.
    it.doubts += 1
    fork(it, [*(lambda each=each: way(each) for each in function.refs), lambda: NEXT])
    it.doubts -= 1
    return reduce(lambda a, b: join(a, b, it.fresh), [*results, it.unknown("a call of one of several methods")])


def _reads(method: Any) -> bool:
    """Whether it is a method of lists and dicts that leaves them as they were."""
    return isinstance(method, LibraryMethod) and method.name.rpartition(".")[2] in containers.READING
