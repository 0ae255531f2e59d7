"""Blocks evaluated in order, each only when what it reads has changed since last time."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..knowledge.keras.version import SETTING, version_of
from ..source.block import Block
from ..source.data_files import DataFile, DataName
from ..source.document import Document
from ..source.project import ImportName, Project
from ..values.reference import Ref
from .budget import MAX_STEPS, MAX_UNKNOWING_STEPS, Budget, Spent
from .frame import Frame
from .imports import Imports, ModuleId, ModuleState
from .interpreter import Interpreter
from .joining import MISSING, join
from .objects import Function, UserClass
from .records import Finding, Shape, Table, Use
from .store import Store
from .tables import table

if TYPE_CHECKING:
    from ..values.origin import Place

KERAS = Ref("setting", SETTING)
_LOG = logging.getLogger(__name__)


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
    foreign: frozenset[ModuleId | ImportName | DataName]
    read: frozenset[Any] = field(init=False)

    def __post_init__(self) -> None:
        # A set of its own, since sets are compared by the hashes that they keep: no key is hashed again.
        object.__setattr__(self, "read", frozenset(self.reads))

    def holds(self, state: dict[Any, Any], imports: Imports | None) -> bool:
        """Whether evaluating the block again would read the same."""
        for key, value in self.reads.items():
            now = state.get(key, MISSING)
            if now is MISSING and imports is not None and self.foreign:
                now = imports.get(key)
            if now is not value and not same(now, value):
                return False
        return True


def same(a: Any, b: Any) -> bool:
    """Whether two values are equal; what cannot be compared is not."""
    try:
        return type(a) is type(b) and bool(a == b)
    except (RecursionError, TypeError, ValueError):
        return False


@dataclass(frozen=True)
class Evaluation:
    """The results of a document's blocks, by block; those of functions that nothing calls by (block, node).

    state: all variables and cells at the end of the program. imports: the module, or data file, of each name that was
    looked for in the project; modules: those that values were read of, as they were.
    """

    results: dict[Any, Result]
    state: dict[Any, Any]
    imports: dict[ImportName | DataName, ModuleId | DataFile | None] = field(default_factory=dict)
    modules: dict[ModuleId, ModuleState | None] = field(default_factory=dict)

    @property
    def findings(self) -> Iterator[Finding]:
        seen: set[tuple[str, Place]] = set()
        for result in self.results.values():
            for finding in result.findings:
                if (finding.code, finding.place) not in seen:
                    seen.add((finding.code, finding.place))
                    yield finding

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Those of the modules that values may come from."""
        found: dict[ModuleId, Document] = {}
        waiting = list(self.modules.items())
        while waiting:
            uid, module = waiting.pop()
            if module is not None and uid not in found:
                found[uid] = module.document
                waiting += module.evaluation.modules.items()
        return tuple(found.values())

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


def evaluate(
    document: Document, previous: Evaluation | None = None, project: Project | None = None, data: bool = True,
    interpreter: str = "",
) -> Evaluation:  # fmt: skip
    """Evaluates a document, with the results of an earlier version where they still hold.

    project: where its imports are looked for; without one only libraries are known.
    data: whether what data files say of themselves may be read.
    interpreter: the Python that was chosen for the program, which decides the version of Keras.
    """
    imports = None if project is None else Imports(project, _evaluate_module, data, project.installed(interpreter))
    program = _Program(document, None, imports, previous)
    _evaluate_uncalled(program, previous.results if previous else {})
    return program.evaluation()


def _evaluate_module(document: Document, uid: ModuleId, imports: Imports, previous: Evaluation | None) -> Evaluation:
    """A module for those who import it: what it finds is told where it is looked at itself."""
    program = _Program(document, uid, imports, previous)
    imports.spend(program.budget.used)
    return program.evaluation()


class _Program:
    """The blocks of a document, evaluated in order into `results` and `state`."""

    def __init__(
        self, document: Document, uid: ModuleId | None, imports: Imports | None, previous: Evaluation | None
    ) -> None:
        self.uid = uid
        self.path = uid.path if uid is not None else document.path
        self.imports = imports
        self.budget = Budget()
        self.state: dict[Any, Any] = {}
        self.results: dict[Any, Result] = {}
        old = previous.results if previous else {}
        blocks = list(document.blocks())
        changed = _changed_before(old, blocks)
        lines = [line for source in document.sources for line in source.code]
        self.state[KERAS] = version_of(lines, imports.installed if imports is not None else {})
        if previous is not None and previous.state.get(KERAS) != self.state[KERAS]:
            changed.add(KERAS)
        if imports is not None and previous is not None:
            changed |= imports.changed(previous)
        for block in blocks:
            before = old.get(block)
            # Most read nothing of what has changed, which is quickly told.
            if before is None or not (
                not changed or changed.isdisjoint(before.read) or before.holds(self.state, imports)
            ):
                result = self._evaluated(block)
                changed |= _different(before, result)
            else:
                result = before
            self.results[block] = result
            self.state.update(result.writes)

    def interpreter(self, unit: Any, block: Block) -> Interpreter:
        return Interpreter(Store(self.state, self.imports), self.budget, unit, Frame(self.uid, None, block), self.path)

    def _evaluated(self, block: Block) -> Result:
        it = self.interpreter(block if self.uid is None else (self.uid, block), block)
        result = _run(it, lambda: it.execute(block.body, it.top), self.budget)
        return result if self.uid is None else replace(result, findings=(), shapes=(), uses=(), defined=())

    def evaluation(self) -> Evaluation:
        asked = {each for result in self.results.values() if result.foreign for each in result.foreign}
        if self.imports is None or not asked:
            return Evaluation(self.results, self.state)
        names = {each: self.imports.resolve(each) for each in asked if not isinstance(each, ModuleId)}
        modules = {each: self.imports.load(each) for each in asked if isinstance(each, ModuleId)}
        return Evaluation(self.results, self.state, names, modules)


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
        key for key in common if same(before.writes[key], after.writes[key])
    }


def _evaluate_uncalled(program: _Program, old: dict[Any, Result]) -> None:
    """Functions that nothing calls are evaluated once with unknown arguments, for what is in them."""
    called = set().union(*(r.called for r in program.results.values()))
    defined = [d for r in program.results.values() for d in r.defined]
    for definition in defined:
        if definition.node in called:
            continue
        key = (definition.block, definition.node)
        result = old.get(key)
        if result is None or not result.holds(program.state, program.imports):
            result = _evaluate_definition(definition, key, program)
        else:
            program.state.update((k, v) for k, v in result.writes.items() if isinstance(k, Ref))
        program.results[key] = result


def _evaluate_definition(definition: Function | UserClass, key: Any, program: _Program) -> Result:
    it = program.interpreter(key, definition.block)
    result = _run(it, lambda: it.call_unknowing(definition, it.top), program.budget, MAX_UNKNOWING_STEPS)
    program.state.update((k, v) for k, v in result.writes.items() if isinstance(k, Ref))
    return replace(result, defined=())


def _run(interpreter: Interpreter, work: Any, budget: Budget, steps: int = MAX_STEPS) -> Result:
    budget.begin_block(steps)
    try:
        work()
    except Spent:
        interpreter.give_up("budget")
    except RecursionError:
        interpreter.give_up("budget")
    except Exception:
        # A defect of ours in one statement must not cost the user all the others.
        _LOG.exception("internal error while evaluating %r", interpreter.top.block)
        interpreter.give_up("internal error")
    finally:
        budget.end_block()
    result: Result = interpreter.result(Result)
    return result
