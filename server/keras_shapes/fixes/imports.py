"""The names by which a program reaches a library, and the imports that an edit needs, where imports stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..knowledge.names import canonical
from ..source.document import Position, Range
from ..values.reference import Library
from .fix import Edit

if TYPE_CHECKING:
    from ..analysis import Analysis

_USUAL = {"numpy": "import numpy as np", "tensorflow": "import tensorflow as tf", "keras": "import keras",
          "pandas": "import pandas as pd"}  # fmt: skip


class Imports:
    """The libraries a program has imported, by the names it uses."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        state = analysis.evaluation.state
        self.names = {
            key: value.name for key, value in state.items() if isinstance(key, str) and isinstance(value, Library)
        }
        self.added: list[str] = []

    def name_of(self, full: str) -> tuple[str, tuple[Edit, ...]]:
        """How the program would write a library's name, such as `np.expand_dims`, and the import that this needs."""
        parts = full.split(".")
        for count in range(len(parts), 0, -1):
            prefix = ".".join(parts[:count])
            alias = next((n for n, library in self.names.items() if library == prefix), None)
            if alias is not None:
                return ".".join([alias, *parts[count:]]), ()
        joined = self._joined(full)
        if joined:
            return parts[-1], joined
        if parts[0] == "keras":
            tf = next((n for n, library in self.names.items() if library == "tensorflow"), None)
            if tf is not None:
                return f"{tf}.{full}", ()
        if parts[0] == "keras" and len(parts) > 2:
            # `from keras.utils import to_categorical`; of deep names the part below keras: `from keras import ops`.
            head, tail = (parts[:-1], parts[-1:]) if len(parts) == 3 else (parts[:1], parts[1:])
            module = ".".join(["tensorflow", *head] if self._writes_tensorflow() else head)
            return ".".join(tail), self._insert(f"from {module} import {tail[0]}")
        statement = _USUAL.get(parts[0], f"import {parts[0]}")
        alias = statement.rpartition(" ")[2]
        return ".".join([alias, *parts[1:]]), self._insert(statement)

    def _joined(self, full: str) -> tuple[Edit, ...]:
        """The name added to a `from … import` that brings others of the same module."""
        module, _, last = full.rpartition(".")
        if last in self.names:
            return ()
        document = self.analysis.document
        for block in document.blocks():
            for node in block.body if block in document.starts else ():
                if (
                    type(node).__name__ != "ImportFrom"
                    or canonical(node.modname or "") != module
                    or node.names[0][0] == "*"
                ):
                    continue
                where = document.range_of(block.place(node))
                if where is None:
                    continue
                text = document.text_of(where)
                closing = text.endswith(")")
                end = Position(where.end.line, where.end.character - closing)
                trailing = text.removesuffix(")").rstrip().endswith(",")
                return (Edit(Range(where.source, end, end), f"{' ' if trailing else ', '}{last}"),)
        return ()

    def _writes_tensorflow(self) -> bool:
        """Whether the program reaches Keras through TensorFlow."""
        return any("tensorflow.keras" in line for line in self._head())

    def _head(self) -> list[str]:
        return [line for source in self.analysis.document.sources for line in source.lines[:80]]

    def missing(self) -> dict[str, str]:
        """Names that the program uses without importing them, with what they are taken for."""
        return {n: full for n, full in self.analysis.evaluation.assumed.items() if n not in self.names}

    def edits_for(self, missing: dict[str, str]) -> tuple[Edit, ...]:
        """One insertion that imports all of these."""
        joined = {n: e for n, full in missing.items() if full.endswith(f".{n}") and (e := self._joined(full))}
        if len(joined) == 1:
            missing = {n: full for n, full in missing.items() if n not in joined}
        else:
            joined = {}
        lines = [self._statement(name, full) for name, full in missing.items()]
        inserted = self._insert("\n".join(dict.fromkeys(lines))) if lines else ()
        return (*inserted, *(edit for edits in joined.values() for edit in edits))

    def _statement(self, name: str, full: str) -> str:
        if full in _USUAL:
            return _USUAL[full] if _USUAL[full].endswith(f" {name}") else f"import {full} as {name}"
        module, _, last = full.rpartition(".")
        if self._writes_tensorflow() or "tensorflow" in self.names.values():
            module = f"tensorflow.{module}"
        return f"from {module} import {last}" if last == name else f"from {module} import {last} as {name}"

    def _insert(self, statement: str) -> tuple[Edit, ...]:
        """After the last import at the top of the program, or before its first statement."""
        source, line = self._place()
        here = Position(line, 0)
        return (Edit(Range(source, here, here), statement + "\n"),)

    def _place(self) -> tuple[int, int]:
        found: tuple[int, int] | None = None
        first: tuple[int, int] | None = None
        for index, source in enumerate(self.analysis.document.sources):
            for chunk in source.chunks:
                if chunk.block is None or chunk.ghost:
                    continue
                kinds = {type(n).__name__ for n in chunk.block.body}
                if kinds <= {"Import", "ImportFrom"}:
                    found = (index, chunk.end)
                elif kinds != {"Const"} and first is None and kinds != {"Expr"}:
                    first = first or (index, chunk.line)
                    if found is not None:
                        return found
        return found or first or (0, 0)
