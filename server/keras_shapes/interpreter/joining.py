"""What is known of a value when it is one or another: after branches, loops and several returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from ..knowledge.coercion import as_array
from ..values import dim
from ..values.array import Array
from ..values.interval import hull
from ..values.layer import Layer, Model
from ..values.reference import NO_ELEMENT, Items, Library, OneOf, Ref
from ..values.scalar import TEXT, either, type_of
from ..values.unknown import Unknown
from .objects import BoundMethod, LibraryMethod


class _Missing:
    def __repr__(self) -> str:
        return "MISSING"


# So many elements of a list stand for the rest.
_COMPARED = 16

MISSING = _Missing()
"""A name that is not bound."""

CHANGING = frozenset(("list", "dict", "set", "iterator", "instance"))
"""Kinds of cells that functions of the program change as they go."""


def join(a: Any, b: Any, fresh: Callable[[], Any] | None = None) -> Any:
    """`fresh` gives the identity of the unknown that comes of two different values."""
    if a is b:
        return a
    # What is unbound in one branch must come from the other wherever it is used.
    if a is MISSING or b is MISSING:
        return b if a is MISSING else a
    if type(a) is type(b):
        if _equal(a, b):
            return a
        joiner = _JOINERS.get(type(a))
        if joiner is not None:
            return joiner(a, b, fresh)
    return _differing(a, b, fresh)


def _differing(a: Any, b: Any, fresh: Any) -> Unknown:
    key = fresh() if fresh else None
    return either(a, b, "differs between branches", key) or one_of((a, b), "differs between branches", key)


def one_of(values: Iterable[Any], reason: str, key: Any) -> Unknown:
    """One of several values, nobody knows which; lists and objects among them may be changed through it."""
    refs: list[Any] = []
    for value in values:
        refs += [ref for ref in _changeable(value) if ref not in refs]
    return OneOf(reason, key, refs=tuple(refs)) if refs else Unknown(reason, key)


def _changeable(value: Any) -> tuple[Any, ...]:
    if isinstance(value, OneOf):
        return value.refs
    if isinstance(value, (BoundMethod, LibraryMethod)):
        return (value,) if _changeable(value.receiver) else ()
    return (value,) if isinstance(value, Ref) and value.kind in CHANGING else ()


def loosened(items: Items, fresh: Any) -> Items:
    """A list's content where it may have got more; of an empty one nothing is said."""
    if not items.values or isinstance(items.values, dict):
        return replace(items, length=None)
    return Items(None, _element(_some(items), fresh))


def _equal(a: Any, b: Any) -> bool:
    try:
        return bool(a == b)
    except (RecursionError, TypeError, ValueError):
        return False


def join_arrays(a: Array, b: Array, fresh: Any = None) -> Array:
    shape = None
    if a.shape is not None and b.shape is not None and len(a.shape) == len(b.shape):
        shape = tuple(dim.join(p, q) for p, q in zip(a.shape, b.shape))
    return Array(
        shape,
        a.dtype if a.dtype == b.dtype else "",
        hull(a.interval, b.interval),
        kind=a.kind if a.kind == b.kind else "tensor",
        one_hot=a.one_hot and b.one_hot,
        origin=a.origin,
        columns=a.columns if a.columns == b.columns else None,
    )


def _tuples(a: tuple[Any, ...], b: tuple[Any, ...], fresh: Any) -> Any:
    if len(a) != len(b):
        return Unknown("differs between branches", fresh() if fresh else None)
    return tuple(join(p, q, fresh) for p, q in zip(a, b))


def _layers(a: Layer, b: Layer, fresh: Any) -> Any:
    if a.built is None or b.built is None:
        return a if b.built is None else b
    return replace(a, built={})


def _models(a: Model, b: Model, fresh: Any) -> Any:
    return replace(a, certain=False)


def joined_items(a: Items, b: Items, fresh: Any) -> Any:
    if isinstance(a.values, tuple) and isinstance(b.values, tuple) and len(a.values) == len(b.values):
        return Items(tuple(join(p, q, fresh) for p, q in zip(a.values, b.values)))
    if isinstance(a.values, dict) and isinstance(b.values, dict) and a.values.keys() == b.values.keys():
        return Items({k: join(v, b.values[k], fresh) for k, v in a.values.items()})
    if isinstance(a.values, dict) and isinstance(b.values, dict):
        return Items(None)
    bounded = a.bounded or b.bounded
    length = a.length if a.length == b.length and not bounded else None
    return Items(None, _element((*_some(a), *_some(b)), fresh), length, bounded)


def _some(items: Items) -> tuple[Any, ...]:
    """The first elements, or values of a dict; where the content is not known, what each is like."""
    if items.values is None:
        return () if items.element is NO_ELEMENT else (items.element,)
    return tuple(items.values.values() if isinstance(items.values, dict) else items.values)[:_COMPARED]


def _element(parts: tuple[Any, ...], fresh: Any) -> Any:
    """What all of these are: beside arrays numbers count as arrays of rank 0."""
    if not parts:
        return NO_ELEMENT
    if any(isinstance(part, Array) for part in parts):
        parts = tuple(_counted(part) for part in parts)
    found = parts[0]
    for part in parts[1:]:
        found = join(found, part, fresh)
    return found


def _counted(value: Any) -> Any:
    return value if type_of(value) in (None, TEXT) else as_array(value)


_JOINERS: dict[type, Callable[[Any, Any, Any], Any]] = {
    Array: join_arrays,
    tuple: _tuples,
    Layer: _layers,
    Model: _models,
    Items: joined_items,
    # The two ways of importing one thing: `try: import tensorflow.keras … except ImportError: import keras …`
    Library: lambda a, b, fresh: a,
}
