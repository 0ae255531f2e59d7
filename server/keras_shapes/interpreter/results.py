"""What every call's result gets: an origin, cells for its lists, a place in the functional graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..values.array import Array, Node
from ..values.dataset import Dataset
from ..values.origin import Origin
from ..values.reference import Ref

if TYPE_CHECKING:
    from ..source.block import Place
    from .frame import Frame
    from .interpreter import Interpreter

_PREDICTING = frozenset(("keras.Model.predict", "keras.Model.predict_on_batch"))


def finished(
    it: Interpreter, value: Any, sources: Sequence[Any], node: Any, frame: Frame, target: Any = None,
    arguments: tuple[Any, ...] = (), keywords: dict[str, Any] | None = None,
) -> Any:  # fmt: skip
    """The value of a call or operator at `node`; `sources` are the values that went in."""
    arrays = [a for s in sources for a in _arrays(s)]
    place = it.place(node, frame)
    if target is not None and any(a.kind == "symbolic" for a in arrays):
        value = _graphed(it, value, arrays, place, target, arguments, keywords or {})
    if target in _PREDICTING or (isinstance(target, Ref) and target.kind == "model"):
        return it.wrapped(predicted(value, arrays, place))
    return it.wrapped(_with_origin(value, arrays, place))


def predicted(value: Any, sources: Sequence[Array], place: Place) -> Any:
    """What a model gave: kept in mind, since predictions are meant to be compared with labels one by one."""
    if isinstance(value, Array):
        before = value.origin or next((a.origin for a in sources if a.origin is not None), None)
        return value.like(origin=Origin(place, "predicted", before))
    if isinstance(value, (list, tuple)) and value:
        return type(value)(predicted(v, sources, place) for v in value)
    return value


def _arrays(value: Any) -> list[Array]:
    if isinstance(value, Array):
        return [value]
    if isinstance(value, (list, tuple)):
        return [a for v in value for a in _arrays(v)]
    if isinstance(value, dict):
        return [a for v in value.values() for a in _arrays(v)]
    return []


def _with_origin(value: Any, arrays: Sequence[Array], place: Place) -> Any:
    """Where the shape came about: here, or, where it is an input's own, where that came about."""
    if isinstance(value, Array):
        if value.origin is not None:
            return value
        before = next((a for a in arrays if a.origin is not None), None)
        if before is None:
            return value.like(origin=Origin(place, "made"))
        kept = [a for a in arrays if a.origin is not None and a.shape is not None and a.shape == value.shape]
        if kept:
            return value.like(origin=kept[0].origin)
        return value.like(origin=Origin(place, "changed", before.origin))
    if isinstance(value, Dataset) and value.origin is None:
        return value.like(origin=Origin(place, "made"))
    if isinstance(value, (list, tuple)) and value:
        return type(value)(_with_origin(v, arrays, place) for v in value)
    return value


def _graphed(
    it: Interpreter, value: Any, arrays: Sequence[Array], place: Place, target: Any, arguments: Any, keywords: Any
) -> Any:
    """Symbolic results know the step that made them, so that a functional model can be called again."""
    uid = it.fresh()
    config = it.store.get(target) if isinstance(target, Ref) else target
    parts = (_digest(config), *(a.node.fingerprint if a.node else _digest(a.shape) for a in arrays))

    def attach(v: Any, index: int) -> Any:
        if isinstance(v, Array):
            mark = hash((parts, uid[1], index, _digest(v.shape)))
            return v.like(kind="symbolic", node=Node(target, arguments, keywords, uid, mark, place, index))
        if isinstance(v, (list, tuple)):
            return type(v)(attach(x, i) for i, x in enumerate(v))
        return v

    return attach(value, 0)


def _digest(value: Any) -> int:
    try:
        return hash(value)
    except TypeError:
        return hash(repr(value))
