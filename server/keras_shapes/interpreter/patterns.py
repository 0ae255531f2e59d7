"""`match`: which case is taken, and what its pattern binds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ..values.reference import Items, Library, Ref
from ..values.unknown import Unknown
from .iteration import elements
from .lineage import class_attribute
from .objects import EnumMember, Instance, UserClass
from .truth import truth

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter
    from .statements import Flow

_PLAIN = (str, int, float, bool, bytes, type(None))
_KINDS = {"int": int, "str": str, "float": float, "bool": bool, "tuple": tuple, "bytes": bytes}


def execute_match(it: Interpreter, node: Any, frame: Frame) -> Flow:
    from .statements import NEXT, execute, fork

    subject = it.evaluate(node.subject, frame)
    ways: list[Callable[[], Flow]] = []
    for case in node.cases:
        found = _Match(it, frame).of(case.pattern, subject)
        if found is False:
            continue

        def take(case: Any = case) -> Flow:
            _Match(it, frame, binding=True).of(case.pattern, subject)
            return execute(it, case.body, frame)

        if found and case.guard is not None:
            found = _guard(it, case, subject, frame)
        if found is False:
            continue
        ways.append(take)
        if found:
            return fork(it, ways) if len(ways) > 1 else take()
    return fork(it, [*ways, lambda: NEXT])


def _guard(it: Interpreter, case: Any, subject: Any, frame: Frame) -> bool | None:
    """Whether the guard holds for what the pattern binds."""
    it.store.push()
    _Match(it, frame, binding=True).of(case.pattern, subject)
    known = truth(it.evaluate(case.guard, frame))
    it.store.pop()
    return known


class _Match:
    """One pattern against one value: whether it fits (None where that is not known); binds names where it is to."""

    def __init__(self, it: Interpreter, frame: Frame, binding: bool = False) -> None:
        self.it = it
        self.frame = frame
        self.binding = binding

    def of(self, pattern: Any, value: Any) -> bool | None:
        method = getattr(self, f"_{type(pattern).__name__}", None)
        found: bool | None = None if method is None else method(pattern, value)
        return found

    def _bind(self, target: Any, value: Any) -> None:
        if self.binding and target is not None:
            self.it.bind(target.name, value, self.frame)

    def _MatchAs(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802  astroid's names
        found = True if pattern.pattern is None else self.of(pattern.pattern, value)
        self._bind(pattern.name, value)
        return found

    def _MatchValue(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        wanted = self.it.evaluate(pattern.value, self.frame)
        if isinstance(wanted, (*_PLAIN, EnumMember)) and isinstance(value, (*_PLAIN, EnumMember)):
            return bool(wanted == value)
        return None

    def _MatchSingleton(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        return None if isinstance(value, Unknown) else value is pattern.value

    def _MatchOr(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        result: bool | None = False
        for each in pattern.patterns:
            found = self.of(each, value)
            if found:
                return True
            result = None if found is None else result
        return result

    def _MatchSequence(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        if isinstance(value, _PLAIN):
            return False
        values, _ = elements(self.it, value)
        star = next((i for i, p in enumerate(pattern.patterns) if type(p).__name__ == "MatchStar"), None)
        if values is None:
            return self._unknown(pattern)
        count = len(pattern.patterns)
        if len(values) != count if star is None else len(values) < count - 1:
            return False
        return self._all(pattern.patterns, values if star is None else self._gathered(values, star, count))

    def _gathered(self, values: Sequence[Any], star: int, count: int) -> list[Any]:
        end = len(values) - (count - star - 1)
        return [*values[:star], self.it.allocate("list", Items(tuple(values[star:end]))), *values[end:]]

    def _MatchStar(self, pattern: Any, value: Any) -> bool:  # noqa: N802
        self._bind(pattern.name, value)
        return True

    def _MatchMapping(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        items = self.it.cell(value) if isinstance(value, Ref) else None
        if not isinstance(items, Items) or not isinstance(items.values, dict):
            return False if isinstance(value, (*_PLAIN, tuple)) else self._unknown(pattern)
        keys = [self.it.evaluate(key, self.frame) for key in pattern.keys]
        if any(key not in items.values for key in keys):
            return False
        left = {k: v for k, v in items.values.items() if k not in keys}
        if pattern.rest is not None:
            self._bind(pattern.rest, self.it.allocate("dict", Items(left)))
        return self._all(pattern.patterns, [items.values[key] for key in keys])

    def _MatchClass(self, pattern: Any, value: Any) -> bool | None:  # noqa: N802
        cls = self.it.evaluate(pattern.cls, self.frame)
        kind = _KINDS.get(cls.name.removeprefix("builtins.")) if isinstance(cls, Library) else None
        if kind is not None and isinstance(value, (*_PLAIN, tuple)):
            return self._all(pattern.patterns, [value]) if isinstance(value, kind) else False
        cell = self.it.cell(value) if isinstance(value, Ref) else None
        if isinstance(cls, UserClass) and isinstance(cell, Instance) and cell.cls == cls:
            return self._attributes(pattern, cls, cell)
        return self._unknown(pattern)

    def _attributes(self, pattern: Any, cls: UserClass, cell: Instance) -> bool | None:
        given = class_attribute(cls, "__match_args__")
        known = given if isinstance(given, tuple) else tuple(cell.attributes)
        if len(known) < len(pattern.patterns) or (given is not None and known is not given):
            return self._unknown(pattern)
        names = [*known[: len(pattern.patterns)], *pattern.kwd_attrs]
        if not all(name in cell.attributes for name in names):
            return self._unknown(pattern)
        return self._all([*pattern.patterns, *pattern.kwd_patterns], [cell.attributes[name] for name in names])

    def _all(self, patterns: Sequence[Any], values: Sequence[Any]) -> bool | None:
        found = [self.of(p, v) for p, v in zip(patterns, values)]
        return False if False in found else None if None in found else True

    def _unknown(self, pattern: Any) -> bool | None:
        """What a pattern binds of a value that is not known is not known, nor whether it fits."""
        from astroid import nodes

        for name in pattern.nodes_of_class(nodes.AssignName) if self.binding else ():
            self.it.bind(name.name, self.it.unknown("matched by a pattern"), self.frame)
        return None
