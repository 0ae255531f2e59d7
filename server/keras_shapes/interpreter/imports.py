"""The project's own modules as values: each evaluated once by itself, its names looked up where they are used."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..source.data_files import DataFile, DataName
from ..source.project import ImportName, Project
from ..values.reference import Ref
from .budget import MAX_IMPORT_DEPTH, MAX_IMPORTED_STEPS, MAX_MODULES
from .joining import MISSING

if TYPE_CHECKING:
    from ..source.document import Document
    from .engine import Evaluation


@dataclass(frozen=True, slots=True)
class ModuleId:
    """A module by its file's path, or its folder's. Names the frame of its top level, and all that it allocates."""

    path: str

    @property
    def folder(self) -> str:
        """Where its own relative imports begin."""
        return os.path.dirname(self.path) if self.path.endswith(".py") else self.path

    @property
    def package(self) -> bool:
        return not self.path.endswith(".py") or os.path.basename(self.path) == "__init__.py"


@dataclass(frozen=True, slots=True)
class Module:
    """What `import m` binds."""

    uid: ModuleId


@dataclass(frozen=True, slots=True)
class Imported:
    """What `from m import name` binds: looked up when it is used, so that modules may import one another."""

    uid: ModuleId
    name: str


@dataclass(frozen=True, eq=False)
class ModuleState:
    """A module as evaluated: its document, what stands in it at its end, and which versions it was evaluated for."""

    document: Document
    evaluation: Evaluation
    installed: Mapping[str, str]


EvaluateModule = Callable[["Document", ModuleId, "Imports", "Evaluation | None"], "Evaluation"]


class Imports:
    """The project's modules as one analysis sees them: each file looked at once, evaluated when first needed.

    data: whether what data files say of themselves may be read. installed: the versions of Keras and TensorFlow.
    """

    def __init__(
        self, project: Project, evaluate: EvaluateModule, data: bool = True, installed: Mapping[str, str] | None = None
    ) -> None:
        project.refresh()
        self.project = project
        self.installed = installed or {}
        self._data = data
        self._evaluate = evaluate
        self._loaded: dict[ModuleId, ModuleState | None] = {}
        self._loading: list[ModuleId] = []
        self._steps = MAX_IMPORTED_STEPS

    def resolve(self, name: ImportName | DataName) -> ModuleId | DataFile | None:
        if isinstance(name, DataName):
            return self.project.data(name) if self._data else None
        path = self.project.locate(name)
        return None if path is None else ModuleId(path)

    def get(self, key: Any, asked: set[Any] | None = None) -> Any:
        """A module's variable, or the cell of something that it made; the module of a name. MISSING where none is.

        asked: gets the module or the name that it took.
        """
        name = key if isinstance(key, (ImportName, DataName)) else owner(key)
        if name is None:
            return MISSING
        if asked is not None:
            asked.add(name)
        if not isinstance(name, ModuleId):
            return self.resolve(name)
        state = self.load(name)
        return MISSING if state is None else state.evaluation.state.get(key, MISSING)

    def load(self, uid: ModuleId) -> ModuleState | None:
        """A module evaluated; None of what is no file, and of one that is being evaluated just now."""
        if uid in self._loaded:
            return self._loaded[uid]
        if uid in self._loading or len(self._loading) >= MAX_IMPORT_DEPTH or self._steps <= 0:
            return None
        self._loading.append(uid)
        try:
            state = self._loaded[uid] = self._current(uid)
        finally:
            self._loading.pop()
        return state

    def _current(self, uid: ModuleId) -> ModuleState | None:
        document = self.project.document(uid.path)
        if document is None:
            return None
        known: ModuleState | None = self.project.modules.get(uid.path)
        if known is not None and known.document is document and self._holds(known):
            return known
        evaluation = self._evaluate(document, uid, self, known.evaluation if known else None)
        state = ModuleState(document, evaluation, self.installed)
        self.project.modules[uid.path] = state
        if len(self.project.modules) > MAX_MODULES:
            del self.project.modules[next(iter(self.project.modules))]
        return state

    def spend(self, steps: int) -> None:
        """Takes what a module cost from what all of them may."""
        self._steps -= steps

    def _holds(self, module: ModuleState) -> bool:
        """Whether what a module itself imports is what it was: libraries of the same versions, the same modules."""
        return (
            module.installed == self.installed
            and all(self.resolve(name) == uid for name, uid in module.evaluation.imports.items())
            and all(uid in self._loading or self.load(uid) is m for uid, m in module.evaluation.modules.items())
        )

    def changed(self, before: Evaluation) -> set[Any]:
        """What an evaluation may have read of modules and would read otherwise now."""
        changed: set[Any] = {n for n, uid in before.imports.items() if self.resolve(n) != uid}
        for uid, old in before.modules.items():
            new = self.load(uid)
            if new is not old:
                changed |= _different(old, new)
        return changed


def _different(old: ModuleState | None, new: ModuleState | None) -> set[Any]:
    from .engine import same

    before, after = (state.evaluation.state if state is not None else {} for state in (old, new))
    return (before.keys() | after.keys()) - {k for k in before.keys() & after.keys() if same(before[k], after[k])}


def owner(key: Any) -> ModuleId | None:
    """The module that a key of the store belongs to; None for the program's own."""
    at = key.uid if isinstance(key, Ref) else key
    # A module's variable is (module, name); what it allocates, ((module, block), count); its frames hold it further in.
    while isinstance(at, tuple) and at:
        at = at[0]
    return at if isinstance(at, ModuleId) else None
