"""What a fix works with: the finding, the text around it, and words for edits in the user's own style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..diagnostics.diagnostic import Diagnostic
from ..interpreter.engine import KERAS
from ..interpreter.objects import Instance
from ..interpreter.records import Finding
from ..interpreter.running import MODEL
from ..knowledge.keras.models.calling import tensors
from ..knowledge.keras.version import KerasVersion
from ..source.block import Place
from ..source.document import Position, Range
from ..values.array import Array, Shape
from ..values.layer import Layer, Model
from ..values.reference import Ref
from .fix import Edit, Fix, merged
from .imports import Imports

if TYPE_CHECKING:
    from ..analysis import Analysis


class Context:
    """One finding and its text."""

    def __init__(self, analysis: Analysis, diagnostic: Diagnostic) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.diagnostic = diagnostic
        self.finding: Finding = diagnostic.finding
        self.facts: dict[str, Any] = self.finding.facts
        self.imports = Imports(analysis)

    @property
    def is_keras_2(self) -> bool:
        """Whether the program is known to run with Keras 2."""
        version = self.analysis.evaluation.state.get(KERAS)
        return isinstance(version, KerasVersion) and version.legacy

    # ── what the finding is about ─────────────────────────────────────────────────────────────────────────────

    @property
    def model(self) -> Model | None:
        """The model as it stands at the end of the program, where the finding is about one."""
        model = self.facts.get("model")
        if isinstance(model, Model):
            latest = self.analysis.evaluation.state.get(model.ref)
            if isinstance(latest, Instance):
                latest = latest.attributes.get(MODEL)
            return latest if isinstance(latest, Model) else model
        return None

    def layers(self, model: Model | None = None) -> list[Layer | Model]:
        """The layers of the model, in order."""
        model = model or self.model
        refs: list[Any] = list(model.layers) if model else []
        instance = self.resolve(model.ref) if model is not None and model.kind == "Subclassed" else None
        if isinstance(instance, Instance):
            # In the order in which `__init__` makes them, which is as a rule that of the call.
            refs = [v for v in instance.attributes.values() if isinstance(v, Ref)]
        found = [self.resolve(ref) for ref in refs]
        return [layer for layer in found if isinstance(layer, (Layer, Model))]

    def backwards(self, model: Model | None) -> list[Layer | Model]:
        """The layers from the model's output back: along the graph where there is one, else as they were made."""
        outputs = tensors(model.outputs) if model is not None and model.kind == "Functional" else []
        if len(outputs) != 1:
            return self.layers(model)[::-1] if model is not None else []
        return self.behind(outputs[0])

    def behind(self, tensor: Any) -> list[Layer | Model]:
        """The layers that a tensor of a graph comes through, the nearest first, as far back as there is one way."""
        found: list[Layer | Model] = []
        while isinstance(tensor, Array) and tensor.node is not None:
            layer = self.resolve(tensor.node.target)
            before = tensors([*tensor.node.arguments, *tensor.node.keywords.values()])
            tensor = before[0] if len(before) == 1 else None
            if isinstance(layer, (Layer, Model)):
                found.append(layer)
        return found

    def resolve(self, ref: Any) -> Any:
        return self.analysis.evaluation.state.get(ref) if isinstance(ref, Ref) else ref

    @property
    def argument(self) -> Place | None:
        """Where the argument that does not fit is written in the call."""
        name, layer = self.facts.get("argument") or "inputs", self.facts.get("layer")
        sites = (self.finding.site, layer.site if isinstance(layer, Layer) else None)
        return next((site.arguments[name] for site in sites if site is not None and name in site.arguments), None)

    @property
    def array(self) -> Array | None:
        """The array that does not fit."""
        value = (
            self.facts.get("array") or self.facts.get("y") or self.finding.values.get(self.facts.get("argument", ""))
        )
        return value if isinstance(value, Array) else None

    @property
    def declared(self) -> Place | None:
        """Where the model's input is declared: the tuple, or the number of `input_dim=`."""
        return next((e.place for e in self.finding.evidence if e.role == "declared"), None)

    # ── edits ─────────────────────────────────────────────────────────────────────────────────────────────────

    def range(self, place: Place) -> Range | None:
        return self.document.range_of(place)

    def replace(self, place: Place | None, text: str) -> tuple[Edit, ...]:
        where = self.range(place) if place is not None else None
        return () if where is None else (Edit(where, text),)

    def insert_before(self, place: Place, text: str) -> tuple[Edit, ...]:
        where = self.range(place)
        return () if where is None else (Edit(Range(where.source, where.start, where.start), text),)

    def append_argument(self, call: Place, argument: str) -> tuple[Edit, ...]:
        """A call with one more argument, which is the last."""
        where, text = self.range(call), call.text
        if where is None or not text.endswith(")"):
            return ()
        given = text[:-1].rstrip()
        if "#" in given.rpartition("\n")[2]:
            # Behind a comment there is no room.
            given = text[:-1]
        comma = "" if given.endswith("(") else " " if given.endswith(",") else ", "
        lines = given.split("\n")
        column = len(lines[-1]) + (where.start.character if len(lines) == 1 else 0)
        here = Position(where.start.line + len(lines) - 1, column)
        return (Edit(Range(where.source, here, here), f"{comma}{argument}"),)

    def line_before(self, place: Place, statement: str) -> tuple[Edit, ...]:
        """A statement on a line of its own, before the statement that a place is in, indented as that is."""
        where = self.range(self.statement(place))
        if where is None:
            return ()
        line = self.document.sources[where.source].lines[where.start.line]
        indent = line[: where.start.character]
        if indent.strip():
            return ()
        start = Position(where.start.line, 0)
        return (Edit(Range(where.source, start, start), f"{indent}{statement}\n"),)

    def statement(self, place: Place) -> Place:
        """The whole statement that a place is in."""
        found = place
        for node in _statements(place.block.body):
            inside = place.block.place(node)
            if inside.contains(place):
                found = inside
        return found

    def compound(self, place: Place) -> bool:
        """Whether a place is inside a loop or function: what is inserted there may run more than once."""
        outer = place.block.body
        return any(
            type(node).__name__ in ("For", "While", "FunctionDef", "ClassDef", "AsyncFunctionDef")
            and place.block.place(node).contains(place)
            for node in _statements(outer)
        )

    def completed(self, fix: Fix) -> Fix:
        """The fix with the imports that the program's own names lack: without them its text cannot run."""
        missing = self.imports.missing()
        if not missing:
            return replace(fix, edits=merged(fix.edits))
        names = ", ".join(f"`{n}`" for n in missing)
        return replace(
            fix, title=f"{fix.title}, and import {names}", edits=merged((*self.imports.edits_for(missing), *fix.edits))
        )


def _statements(body: list[Any]) -> Iterator[Any]:
    """Statements, outer before inner."""
    for node in body:
        yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, name, None)
            if isinstance(inner, list):
                yield from _statements(inner)


def shape_text(shape: Shape | tuple[Any, ...]) -> str:
    """A shape as Python code; what is not an integer as None."""
    dims = [str(d) if isinstance(d, int) else "None" for d in shape]
    return f"({dims[0]},)" if len(dims) == 1 else f"({', '.join(dims)})"
