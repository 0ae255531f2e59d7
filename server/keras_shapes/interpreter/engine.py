"""Blocks evaluated in order, each only when what it reads has changed since last time."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..source.block import Block
from ..source.document import Document
from ..values.reference import Ref
from .budget import MAX_STEPS, MAX_UNKNOWING_STEPS, Budget, Spent
from .frame import Frame
from .interpreter import Interpreter
from .joining import MISSING, join
from .objects import Function, UserClass
from .records import Finding, Shape, Table, Use
from .store import Store
from .tables import table

if TYPE_CHECKING:
    from ..values.origin import Place

_LOG = logging.getLogger(__name__)
_END = "end of the program"


@dataclass(frozen=True, slots=True)
class Result:
    """What evaluating one block read, wrote and found."""

    reads: dict[Any, Any]
    writes: dict[Any, Any]
    findings: tuple[Finding, ...]
    shapes: tuple[Shape, ...]
    uses: tuple[Use, ...]
    called: frozenset[Any]
    defined: tuple[Any, ...]
    assumed: dict[str, str]
    read: frozenset[Any] = field(init=False)

    def __post_init__(self) -> None:
        # A set of its own, since sets are compared by the hashes that they keep: no key is hashed again.
        object.__setattr__(self, "read", frozenset(self.reads))

    def holds(self, state: dict[Any, Any]) -> bool:
        """Whether evaluating the block again would read the same."""
        for key, value in self.reads.items():
            now = state.get(key, MISSING)
            if now is not value and not _same(now, value):
                return False
        return True


def _same(a: Any, b: Any) -> bool:
    try:
        return type(a) is type(b) and bool(a == b)
    except (RecursionError, TypeError, ValueError):
        return False


@dataclass(frozen=True)
class Evaluation:
    """The results of a document's blocks, by block; those of functions that nothing calls by (block, node).

    state: all variables and cells at the end of the program.
    """

    results: dict[Any, Result]
    state: dict[Any, Any]

    @property
    def findings(self) -> Iterator[Finding]:
        seen: set[tuple[str, Place]] = set()
        for result in self.results.values():
            for finding in result.findings:
                if (finding.code, finding.place) not in seen:
                    seen.add((finding.code, finding.place))
                    yield finding

    @cached_property
    def shapes(self) -> list[Shape]:
        """One a place: where it was evaluated several times, what all have in common."""
        found: dict[tuple[str, Place], Shape] = {}
        for result in self.results.values():
            merge_shapes(found, result.shapes)
        return list(found.values())

    @cached_property
    def tables(self) -> list[Table]:
        """The models, each as it stands at the end of the program."""
        return [t for s in self.shapes if s.kind == "model" and (t := table(s, self.state)) is not None]

    @property
    def uses(self) -> Iterator[Use]:
        for result in self.results.values():
            yield from result.uses

    @property
    def assumed(self) -> dict[str, str]:
        """Names that nothing binds, with the library names that they were taken for."""
        return {name: full for result in self.results.values() for name, full in result.assumed.items()}


def merge_shapes(found: dict[tuple[str, Place], Shape], more: Iterable[Shape]) -> None:
    for shape in more:
        key = (shape.kind, shape.place)
        old = found.get(key)
        value = shape.value if old is None else join(old.value, shape.value)
        found[key] = Shape(shape.kind, shape.name, shape.place, value)


def evaluate(document: Document, previous: Evaluation | None = None) -> Evaluation:
    """Evaluates a document, with the results of an earlier version where they still hold."""
    old = previous.results if previous else {}
    state: dict[Any, Any] = {}
    results: dict[Any, Result] = {}
    budget = Budget()
    blocks = list(document.blocks())
    changed = _changed_before(old, blocks)
    for block in blocks:
        before = old.get(block)
        # Most read nothing of what has changed, which is quickly told.
        if before is not None and (not changed or changed.isdisjoint(before.read) or before.holds(state)):
            result = before
        else:
            result = _evaluate_block(block, state, budget)
            changed |= _different(before, result)
        results[block] = result
        state.update(result.writes)
    _evaluate_uncalled(results, old, state, budget)
    return Evaluation(results, state)


def _changed_before(old: dict[Any, Result], blocks: list[Block]) -> set[Any]:
    """What may have another value than last time because blocks are gone or stand in another order."""
    now = dict.fromkeys(blocks)
    last = [key for key in old if isinstance(key, Block)]
    moved = [block for block in last if block in now] != [block for block in blocks if block in old]
    return {key for block in last if moved or block not in now for key in old[block].writes}


def _different(before: Result | None, after: Result) -> set[Any]:
    """What a block that was evaluated anew has written otherwise than before."""
    if before is None:
        return set(after.writes)
    common = before.writes.keys() & after.writes.keys()
    return (before.writes.keys() | after.writes.keys()) - {
        key for key in common if _same(before.writes[key], after.writes[key])
    }


def _evaluate_block(block: Block, state: dict[Any, Any], budget: Budget) -> Result:
    interpreter = Interpreter(Store(state), budget, block)
    frame = Frame(None, None, block)
    return _run(interpreter, lambda: interpreter.execute(block.body, frame), budget, block)


def _evaluate_uncalled(
    results: dict[Any, Result], old: dict[Any, Result], state: dict[Any, Any], budget: Budget
) -> None:
    """Functions that nothing calls are evaluated once with unknown arguments, for what is in them."""
    called = set().union(*(r.called for r in results.values()))
    defined = [d for r in list(results.values()) for d in r.defined]
    for definition in defined:
        if definition.node in called:
            continue
        key = (definition.block, definition.node)
        result = old.get(key)
        if result is None or not result.holds(state):
            result = _evaluate_definition(definition, key, state, budget)
        else:
            state.update((k, v) for k, v in result.writes.items() if isinstance(k, Ref))
        results[key] = result


def _evaluate_definition(definition: Function | UserClass, key: Any, state: dict[Any, Any], budget: Budget) -> Result:
    interpreter = Interpreter(Store(state), budget, key)
    frame = Frame(None, None, definition.block)
    result = _run(
        interpreter,
        lambda: interpreter.call_unknowing(definition, frame),
        budget,
        definition.block,
        MAX_UNKNOWING_STEPS,
    )
    state.update((k, v) for k, v in result.writes.items() if isinstance(k, Ref))
    return replace(result, defined=())


def _run(interpreter: Interpreter, work: Any, budget: Budget, block: Block, steps: int = MAX_STEPS) -> Result:
    budget.begin_block(steps)
    try:
        work()
    except Spent:
        interpreter.give_up("budget")
    except RecursionError:
        interpreter.give_up("budget")
    except Exception:
        # A defect of ours in one statement must not cost the user all the others.
        _LOG.exception("internal error while evaluating %r", block)
        interpreter.give_up("internal error")
    finally:
        budget.end_block()
    result: Result = interpreter.result(Result)
    return result
