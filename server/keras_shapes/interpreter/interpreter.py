"""The interpreter of one block: the store, what was found, and how nodes are dispatched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..source.block import Block, Place
from ..values.array import Array
from ..values.dataset import Dataset
from ..values.dim import ANY
from ..values.reference import Items, Many, Ref
from ..values.unknown import Unknown
from . import calls, expressions, modules, statements
from .budget import Budget, Spent
from .imports import Imported, ModuleId
from .joining import CHANGING, MISSING, join
from .objects import Active, Instance
from .records import Finding, Shape, Use
from .statements import Flow
from .store import Store

if TYPE_CHECKING:
    from astroid import nodes

    from .frame import Frame


class Interpreter:
    """Evaluates nodes over values. `unit` (a block, or a function that nothing calls) names what it allocates.

    path: the program's file; empty where it has none. top: the frame of the module that the block stands in.
    """

    def __init__(self, store: Store, budget: Budget, unit: Any, top: Frame, path: str = "") -> None:
        self.store = store
        self.budget = budget
        self.unit = unit
        self.top = top
        self.path = path
        self.counter = 0
        self.silent = 0
        # How many conditions, that real values decide and we cannot, the evaluation is under: see `doubts`.
        self.doubts = 0
        # How many branches and loops, whose ways are not known, the evaluation is inside of.
        self.branches = 0
        self.unknowing = False
        self.findings: list[Finding] = []
        self.shapes: dict[tuple[str, Place], Shape] = {}
        self.uses: list[Use] = []
        self.called: set[Any] = set()
        self.defined: list[Any] = []
        self.assumed: dict[str, str] = {}
        self.calls: list[Active] = []
        self.kept_frames: set[Any] = set()
        self.statement: tuple[Any, Block] | None = None

    # ── identities ────────────────────────────────────────────────────────────────────────────────────────────

    def fresh(self) -> Any:
        """A new identity, the same each time the block is evaluated the same way."""
        self.counter += 1
        return (self.unit, self.counter)

    def unknown(self, reason: str) -> Unknown:
        """An unknown with an identity: used twice as a size, it is the same size."""
        return Unknown(reason, self.fresh())

    def allocate(self, kind: str, value: Any) -> Ref:
        ref = Ref(kind, self.fresh())
        self.store.set(ref, value)
        return ref

    # ── evaluation ────────────────────────────────────────────────────────────────────────────────────────────

    def execute(self, body: Sequence[nodes.NodeNG], frame: Frame) -> Flow:
        return statements.execute(self, body, frame)

    def evaluate(self, node: nodes.NodeNG, frame: Frame) -> Any:
        """The value of an expression."""
        self.budget.step()
        handler = expressions.HANDLERS.get(type(node).__name__)
        return handler(self, node, frame) if handler else Unknown(f"{type(node).__name__} is not followed")

    def call(self, function: Any, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame) -> Any:
        return calls.call(self, function, arguments, keywords, node, frame)

    def call_unknowing(self, definition: Any, frame: Frame) -> None:
        calls.call_unknowing(self, definition, frame)

    # ── cells ─────────────────────────────────────────────────────────────────────────────────────────────────

    def cell(self, ref: Ref) -> Any:
        value = self.store.get(ref)
        return Unknown("its cell is gone") if value is MISSING else value

    def plain(self, value: Any, depth: int = 0) -> Any:
        """A value as rules see it: lists and dicts of the program as Python's, nested ones too."""
        if isinstance(value, Ref):
            if value.kind in ("list", "set", "dict", "iterator"):
                items = self.cell(value)
                if not isinstance(items, Items) or items.values is None or depth > 8:
                    return self._many(value, items, depth)
                if isinstance(items.values, dict):
                    return {k: self.plain(v, depth + 1) for k, v in items.values.items()}
                return [self.plain(v, depth + 1) for v in items.values]
            return value
        if type(value) is tuple:
            return tuple(self.plain(v, depth + 1) for v in value)
        return value

    def _many(self, ref: Ref, items: Any, depth: int) -> Unknown:
        reason = f"a {ref.kind} of unknown content"
        if ref.kind not in ("list", "iterator") or not isinstance(items, Items) or depth > 8:
            return Unknown(reason)
        length = ANY if items.length is None else items.length
        return Many(reason, element=self.plain(items.element, depth + 1), length=length, kind=ref.kind)

    def wrapped(self, value: Any) -> Any:
        """A rule's result as the program sees it: Python's lists and dicts in cells of their own."""
        if isinstance(value, list):
            return self.allocate("list", Items(tuple(self.wrapped(v) for v in value)))
        if isinstance(value, dict):
            return self.allocate("dict", Items({k: self.wrapped(v) for k, v in value.items()}))
        if type(value) is tuple:
            return tuple(self.wrapped(v) for v in value)
        return value

    # ── names ─────────────────────────────────────────────────────────────────────────────────────────────────

    def bind(self, name: str, value: Any, frame: Frame) -> None:
        owner = frame.owner(name)
        if isinstance(value, Unknown) and value.key is not None and not value.name:
            value = replace(value, name=name)
        self.store.set(owner.key(name), value)

    def lookup(self, name: str, frame: Frame) -> Any:
        """The value of a name; MISSING where no scope binds it."""
        scope: Frame | None = frame.owner(name)
        while scope is not None:
            value = self.store.get(scope.key(name))
            if value is not MISSING:
                return modules.fetched(self, value) if value.__class__ is Imported else value
            scope = scope.parent
        return MISSING

    # ── records ───────────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def silenced(self) -> Iterator[None]:
        """Nothing is recorded inside: for passes whose values are not final."""
        self.silent += 1
        try:
            yield
        finally:
            self.silent -= 1

    def report(self, finding: Finding) -> None:
        if not self.silent and not self.doubts:
            self.findings.append(finding)

    def note_shape(self, kind: str, name: str, place: Place, value: Any) -> None:
        if self.silent or not (isinstance(value, (Array, Dataset)) or kind == "model"):
            return
        old = self.shapes.get((kind, place))
        value = value if old is None else join(old.value, value)
        self.shapes[kind, place] = Shape(kind, name, place, value)

    def note_use(self, place: Place, name: str, value: Any) -> None:
        if not self.silent:
            self.uses.append(Use(place, name, value))

    # ── the end ───────────────────────────────────────────────────────────────────────────────────────────────

    def give_up(self, reason: str) -> None:
        """What the block would have bound is unknown; what it found before stays."""
        delta = self.store.flattened(0)
        self.store.layers = [delta]
        # What was not reached may have changed whatever cell the block had to do with.
        for key in [key for key in (*self.store.reads, *delta) if isinstance(key, Ref) and key.kind in CHANGING]:
            delta[key] = Unknown(reason) if key.kind == "instance" else Items(None)
        names = [self.top.key(name) for name in statements.bound_names(self.top.block)]
        for key in [*(key for key in delta if self._of_module(key)), *names]:
            delta[key] = Unknown(reason)

    def _of_module(self, key: Any) -> bool:
        """Whether a key is that of a variable of the module at hand."""
        if self.top.uid is None:
            return isinstance(key, str)
        return isinstance(key, tuple) and key[0] == self.top.uid

    def result(self, make: Any) -> Any:
        writes = self.store.flattened(0)
        kept = {
            key: value
            for key, value in writes.items()
            if isinstance(key, (str, Ref))
            or (isinstance(key, tuple) and (key[0] in self.kept_frames or isinstance(key[0], ModuleId)))
        }
        return make(
            self.store.reads, kept, tuple(self.findings), tuple(self.shapes.values()),
            tuple(self.uses), frozenset(self.called), tuple(self.defined),
            self.assumed, frozenset(self.store.foreign),
        )  # fmt: skip

    def place(self, node: nodes.NodeNG, frame: Frame) -> Place:
        return frame.block.place(node)


__all__ = ["Block", "Instance", "Interpreter", "Spent"]
