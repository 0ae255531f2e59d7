"""Lists, dicts and sets of the program: their methods, elements and changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.dim import ANY, Linear, add
from ..values.interval import Interval
from ..values.reference import Items, Many, OneOf, Ref
from ..values.scalar import Scalar, type_of
from ..values.unknown import Unknown
from .budget import MAX_LENGTH
from .iteration import another, elements, length
from .joining import join, joined_items, one_of
from .objects import EnumMember

if TYPE_CHECKING:
    from .interpreter import Interpreter


def get_element(it: Interpreter, container: Any, key: Any) -> Any:
    """`container[key]` of a list, dict, tuple, string or range."""
    values = it.cell(container) if isinstance(container, Ref) else container
    if isinstance(values, Items):
        if values.values is None:
            # A part of a list is a list, of nobody knows how many.
            if isinstance(key, slice):
                return it.allocate("list", replace(values, length=None))
            return another(it, values.element)
        values = values.values
    if isinstance(values, Unknown):
        return it.unknown(values.reason)
    if isinstance(key, Array) and key.shape == () and key.content:
        key = key.content[0]
    try:
        if isinstance(values, dict):
            return values[key] if hashable(key) and key in values else _one_of(it, values.values(), key)
        if isinstance(key, slice) and _plain_slice(key):
            part = values[key]
            return it.allocate("list", Items(part)) if isinstance(container, Ref) else part
        if isinstance(key, int):
            return values[key]
    except (IndexError, TypeError, ValueError):
        return it.unknown("an index out of range")
    return _one_of(it, values, key)


def _one_of(it: Interpreter, values: Any, key: Any) -> Any:
    """The value under a key that is not known: a number or text where all of them are, an array of a common shape."""
    known = isinstance(key, Unknown) and not isinstance(values, (range, str, bytes)) and 0 < len(values) <= MAX_LENGTH
    found = reduce(lambda a, b: join(a, b, it.fresh), values) if known and _alike(values) else None
    if isinstance(found, Array):
        # It may be the one whose elements do not spread so far.
        bounds = found.interval and replace(found.interval, attained=False)
        return found.like(interval=bounds, content=None)
    if isinstance(found, Scalar):
        return another(it, found)
    parts = () if isinstance(values, (range, str, bytes)) else values
    return one_of(parts, "an element under a key that is not known", it.fresh())


def _alike(values: Any) -> bool:
    # A symbolic tensor is of one step of the graph.
    arrays = all(isinstance(value, Array) and value.kind != "symbolic" for value in values)
    return arrays or all(type_of(value) for value in values)


def unshared(it: Interpreter, value: Any, node: Any = None) -> Any:
    """The list of a display that goes into another list, in a loop: as a tuple, which can be compared with others.

    Nobody else has it, so that nothing changes it later; an empty one is meant to be filled.
    """
    if not it.branches or not isinstance(value, Ref) or type(node).__name__ not in ("List", "ListComp"):
        return value
    return _tuples(it.plain(value)) or value


def _tuples(value: Any) -> Any:
    return tuple(_tuples(part) for part in value) if isinstance(value, (list, tuple)) else value


def listed(it: Interpreter, answer: Any) -> Any:
    """A rule's answer with its lists of unknown content in cells of their own."""
    if isinstance(answer, (list, tuple)) and any(isinstance(part, Many) for part in answer):
        return type(answer)(listed(it, part) for part in answer)
    if not isinstance(answer, Many):
        return answer
    length = None if answer.length is ANY else answer.length
    return it.allocate("list", Items(None, it.wrapped(answer.element), length))


def _plain_slice(key: slice) -> bool:
    return all(p is None or isinstance(p, int) for p in (key.start, key.stop, key.step))


def hashable(key: Any) -> bool:
    """Whether a value is one that a dict's key may be, and is known."""
    if isinstance(key, tuple):
        return all(hashable(part) for part in key)
    return isinstance(key, (str, int, float, bool, bytes, type(None), EnumMember))


def set_element(it: Interpreter, container: Ref, key: Any, value: Any) -> None:
    items = it.cell(container)
    if not isinstance(items, Items):
        return
    if items.values is None:
        joined = joined_items(items, Items((value,)), it.fresh)
        # Of a dict nobody knows whether the key was there.
        it.store.set(container, replace(joined, length=None if container.kind == "dict" else items.length))
    elif isinstance(items.values, dict):
        if hashable(key):
            it.store.set(container, Items({**items.values, key: value}))
        else:
            it.store.set(container, joined_items(items, Items(None, value), it.fresh))
    elif isinstance(key, int) and -len(items.values) <= key < len(items.values):
        changed = list(items.values)
        changed[key] = value
        it.store.set(container, Items(tuple(changed)))
    else:
        forget(it, container)


def delete(it: Interpreter, container: Ref, key: Any) -> None:
    """`del container[key]`"""
    items = it.cell(container)
    values = items.values if isinstance(items, Items) else None
    if isinstance(values, dict) and hashable(key):
        it.store.set(container, Items({k: v for k, v in values.items() if k != key}))
    elif isinstance(values, tuple) and (isinstance(key, int) or (isinstance(key, slice) and _plain_slice(key))):
        left = list(values)
        try:
            del left[key]
        except IndexError:
            forget(it, container)
            return
        it.store.set(container, Items(tuple(left)))
    else:
        forget(it, container)


def forget(it: Interpreter, value: Any) -> None:
    """Something that we do not see may have changed this container, or one of these."""
    if isinstance(value, OneOf):
        for each in value.refs:
            held = getattr(each, "receiver", each)
            forget(it, held)
            if isinstance(held, Ref) and held.kind == "instance":
                it.store.set(held, Unknown("changed by a call that is not followed"))
    elif isinstance(value, Ref) and value.kind in ("list", "dict", "set"):
        items = it.cell(value)
        element = Unknown("changed by a call that is not followed")
        if isinstance(items, Items) and items.values:
            values = items.values.values() if isinstance(items.values, dict) else items.values
            first = next(iter(values))
            if isinstance(first, Array) and all(v == first for v in values):
                element = first  # type: ignore[assignment]
        it.store.set(value, Items(None, element))


def extend(it: Interpreter, container: Ref, more: Any) -> None:
    items = it.cell(container)
    values, element = elements(it, more)
    if isinstance(items, Items) and isinstance(items.values, tuple) and values is not None:
        longer = (*items.values, *values)
        it.store.set(container, Items(longer) if len(longer) <= MAX_LENGTH else Items(None))
    elif isinstance(items, Items) and not isinstance(items.values, dict):
        count = length(it, more)
        before = items.length if items.values is None else len(items.values)
        added = Items(None, element) if values is None else Items(tuple(values))
        joined = items if values is not None and not values else joined_items(items, added, it.fresh)
        total = None if before is None or not isinstance(count, (int, Linear)) else add(before, count)
        it.store.set(container, replace(joined, length=total))
    else:
        forget(it, container)


# What leaves a list or dict as it was.
READING = frozenset(("copy", "count", "get", "index", "items", "keys", "values"))


def call_method(it: Interpreter, receiver: Ref, name: str, arguments: Sequence[Any], keywords: dict[str, Any]) -> Any:
    """A method of a list, dict or set of the program."""
    items = it.cell(receiver)
    if not isinstance(items, Items) or items.values is None or items.bounded:
        if isinstance(items, Items) and receiver.kind == "list" and name in _OF_ANY:
            with suppress(TypeError):
                return _OF_ANY[name](it, receiver, items, *arguments, **keywords)
        if isinstance(items, Items) and receiver.kind == "dict" and name in ("values", "items"):
            element = items.element if name == "values" else (it.unknown("a key"), items.element)
            return it.allocate("list", Items(None, element, items.length))
        if name not in READING:
            forget(it, receiver)
        return it.unknown(f"{name} of a {receiver.kind} of unknown content")
    table = _DICT_METHODS if isinstance(items.values, dict) else _LIST_METHODS
    method = table.get(name)
    if method is None:
        forget(it, receiver)
        return it.unknown(f"{receiver.kind}.{name}")
    try:
        return method(it, receiver, items.values, *arguments, **keywords)
    except (TypeError, ValueError, IndexError, KeyError):
        return it.unknown(f"{receiver.kind}.{name} with other arguments")


def _append_any(it: Interpreter, ref: Ref, items: Items, item: Any = None, **_: Any) -> None:
    longer = None if items.length is None or items.bounded else add(items.length, 1)
    it.store.set(ref, replace(joined_items(items, Items((item,)), it.fresh), length=longer, bounded=items.bounded))


def _insert_any(it: Interpreter, ref: Ref, items: Items, index: Any = None, item: Any = None, **_: Any) -> None:
    _append_any(it, ref, items, item)


def _extend_any(it: Interpreter, ref: Ref, items: Items, more: Any = None, **_: Any) -> None:
    extend(it, ref, more)


def _pop_any(it: Interpreter, ref: Ref, items: Items, index: Any = -1, **_: Any) -> Any:
    it.store.set(ref, replace(items, length=None if items.length is None else add(items.length, -1)))
    return another(it, items.element)


def _reorder_any(it: Interpreter, ref: Ref, items: Items, **_: Any) -> None:
    """Sorted or turned round it holds the same elements."""


# What changes a list of unknown content in a way that is known all the same.
_OF_ANY: dict[str, Callable[..., Any]] = {
    "append": _append_any, "appendleft": _append_any, "insert": _insert_any, "extend": _extend_any, "pop": _pop_any,
    "popleft": _pop_any, "sort": _reorder_any, "reverse": _reorder_any,
}  # fmt: skip


def _append(it: Interpreter, ref: Ref, values: tuple[Any, ...], item: Any) -> None:
    it.store.set(ref, Items((*values, item)) if len(values) < MAX_LENGTH else Items(None))


def _extend(it: Interpreter, ref: Ref, values: tuple[Any, ...], more: Any) -> None:
    extend(it, ref, more)


def _insert(it: Interpreter, ref: Ref, values: tuple[Any, ...], index: int, item: Any) -> None:
    changed = list(values)
    changed.insert(index, item)
    it.store.set(ref, Items(tuple(changed)))


def _pop(it: Interpreter, ref: Ref, values: tuple[Any, ...], index: int = -1) -> Any:
    changed = list(values)
    value = changed.pop(index)
    it.store.set(ref, Items(tuple(changed)))
    return value


def _clear(it: Interpreter, ref: Ref, values: Any) -> None:
    it.store.set(ref, Items({} if isinstance(values, dict) else ()))


def _reverse(it: Interpreter, ref: Ref, values: tuple[Any, ...]) -> None:
    it.store.set(ref, Items(values[::-1]))


def _copy(it: Interpreter, ref: Ref, values: Any) -> Ref:
    return it.allocate(ref.kind, Items(dict(values) if isinstance(values, dict) else values))


def _index(it: Interpreter, ref: Ref, values: tuple[Any, ...], item: Any) -> Any:
    if isinstance(item, Unknown):
        bounds = Interval(0, len(values) - 1, attained=False) if values else None
        return Scalar("the index of something unknown", it.fresh(), dtype="int64", interval=bounds)
    return values.index(item)


def _get(it: Interpreter, ref: Ref, values: dict[Any, Any], key: Any, default: Any = None) -> Any:
    return values.get(key, default) if hashable(key) else join(_one_of(it, values.values(), key), default, it.fresh)


def _update(it: Interpreter, ref: Ref, values: dict[Any, Any], other: Any = None, **more: Any) -> None:
    added = it.cell(other).values if isinstance(other, Ref) else {}
    if isinstance(added, dict):
        it.store.set(ref, Items({**values, **added, **more}))
    else:
        forget(it, ref)


def _set_default(it: Interpreter, ref: Ref, values: dict[Any, Any], key: Any, default: Any = None) -> Any:
    if key not in values:
        it.store.set(ref, Items({**values, key: default}))
    return values.get(key, default)


def _dict_pop(it: Interpreter, ref: Ref, values: dict[Any, Any], key: Any, *default: Any) -> Any:
    left = dict(values)
    value = left.pop(key, *default)
    it.store.set(ref, Items(left))
    return value


def _remove(it: Interpreter, ref: Ref, values: tuple[Any, ...], item: Any) -> None:
    if not all(hashable(value) for value in (*values, item)):
        forget(it, ref)
        return
    left = list(values)
    left.remove(item)
    it.store.set(ref, Items(tuple(left)))


def _sort(it: Interpreter, ref: Ref, values: tuple[Any, ...], *, key: Any = None, reverse: Any = False) -> None:
    if key is not None or not isinstance(reverse, bool) or not all(isinstance(v, (int, float, str)) for v in values):
        it.store.set(ref, Items(None, it.unknown("an element of a list in another order"), len(values)))
        return
    it.store.set(ref, Items(tuple(sorted(values, reverse=reverse))))


def _count(it: Interpreter, ref: Ref, values: tuple[Any, ...], item: Any) -> Any:
    return values.count(item) if all(hashable(v) for v in values) else it.unknown("a number that is not known")


def _add(it: Interpreter, ref: Ref, values: tuple[Any, ...], item: Any) -> None:
    known = all(hashable(value) for value in (*values, item))
    it.store.set(ref, Items(tuple(dict.fromkeys((*values, item)))) if known else Items(None))


_LIST_METHODS: dict[str, Callable[..., Any]] = {
    "append": _append, "add": _add, "extend": _extend, "insert": _insert, "pop": _pop, "clear": _clear,
    "reverse": _reverse, "copy": _copy, "index": _index,
    "remove": _remove, "discard": _remove, "sort": _sort, "count": _count,
}  # fmt: skip
_DICT_METHODS: dict[str, Callable[..., Any]] = {
    "get": _get, "update": _update, "setdefault": _set_default, "pop": _dict_pop, "clear": _clear, "copy": _copy,
    "items": lambda it, ref, values: tuple(values.items()),
    "keys": lambda it, ref, values: tuple(values),
    "values": lambda it, ref, values: tuple(values.values()),
}  # fmt: skip
