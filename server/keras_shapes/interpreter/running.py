"""What rules are lent: inner layers and models called, cells read and changed, contradictions reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..knowledge.keras.calling import call_layer
from ..knowledge.keras.layers.derived import BASE_CLASS
from ..knowledge.keras.models.tracing import STEP
from ..values.layer import Layer, Model
from ..values.mismatch import Mismatch
from ..values.origin import Site
from ..values.reference import Ref
from ..values.unknown import Unknown
from .data_files import told, wrote
from .joining import MISSING
from .lineage import class_attribute, layer_base, library_bases
from .objects import BoundMethod, Function, Instance
from .rebinding import forget_column, rebind

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

_T = TypeVar("_T")

MODEL = "#model"
"""The attribute of an instance that holds what Keras knows of it as a model: not a name that a program can use."""


def subclassed(ref: Ref, cell: Instance) -> Any:
    """An instance of the program's own layer or model, as a model; the instance itself where it is neither."""
    if MODEL in cell.attributes:
        return cell.attributes[MODEL]
    bases = library_bases(cell.cls)
    own = class_attribute(cell.cls, "call") is not None
    if "keras.Sequential" in bases and not own:
        return Model(ref, "Sequential", (), Site(None))
    if not any(b in ("keras.Model", "keras.Sequential") or b.startswith("keras.layers.") for b in bases):
        return cell
    steps = any(class_attribute(cell.cls, n) is not None for n in ("train_step", "compute_loss", "fit", "test_step"))
    facts: dict[str, Any] = {"own_step": steps, "own_call": own, BASE_CLASS: layer_base(cell.cls)}
    step = class_attribute(cell.cls, STEP)
    if isinstance(step, Function):
        facts[STEP] = BoundMethod(ref, step)
    return Model(ref, "Subclassed", (), Site(None), facts=facts)


class Running:
    """The `run` of one call: see knowledge.run.Run. `site` is that call's; `values` its bound arguments."""

    def __init__(
        self, it: Interpreter, site: Site | None = None, node: Any = None, frame: Frame | None = None,
        names: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        self.it = it
        self.site = site
        self.node = node
        self.frame = frame
        self.values: dict[str, Any] = names or {}

    def resolve(self, ref: Any) -> Any:
        cell = self.it.cell(ref) if isinstance(ref, Ref) else ref
        return subclassed(ref, cell) if isinstance(cell, Instance) else cell

    def update(self, ref: Ref, value: Any) -> None:
        cell = self.it.cell(ref) if ref.kind == "instance" else None
        if isinstance(cell, Instance):
            value = replace(cell, attributes={**cell.attributes, MODEL: value})
        self.it.store.set(ref, value)

    def setting(self, name: str, default: Any) -> Any:
        value = self.it.store.get(Ref("setting", name))
        return default if value is MISSING else value

    def set(self, name: str, value: Any) -> None:
        # In a branch it may or may not be set.
        certain = self.it.store.level == 1
        self.it.store.set(Ref("setting", name), value if certain else Unknown(f"the setting {name}"))

    def new(self, kind: str) -> Ref:
        """A reference to a cell that does not exist yet."""
        return Ref(kind, self.it.fresh())

    def apply(self, target: Any, inputs: Any, *more: Any, **keywords: Any) -> Any:
        """Calls a layer, a model or a function on inputs. Raises Mismatch where it cannot take them."""
        if not isinstance(target, Ref):
            return self.call(target, inputs, *more, **keywords)
        cell = self.it.cell(target)
        if isinstance(cell, Instance) and isinstance(known := subclassed(target, cell), (Layer, Model)):
            # Without a `call` of its own: given its inputs and outputs, or layers; or one of Keras' own layers.
            cell = cell if isinstance(known, Model) and known.kind == "Subclassed" else known
        if isinstance(cell, Layer):
            return self._layer(target, cell, inputs, more, keywords)
        if isinstance(cell, Model):
            from ..knowledge.keras.models.calling import call_model

            return call_model(cell, inputs, self)
        return self.call(target, inputs, *more, **keywords)

    def _layer(self, ref: Ref, layer: Layer, inputs: Any, more: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        from ..knowledge import registry

        rule = registry.rule(layer.cls)
        if rule is not None and more:
            keywords = {**dict(zip(rule.positional[1 : rule.inputs], more)), **keywords}
        try:
            output, after = call_layer(layer, inputs, keywords, self)
        except Mismatch as mismatch:
            mismatch.facts.setdefault("layer", layer)
            mismatch.facts.setdefault("input", inputs)
            raise
        if after is not layer:
            self.update(ref, after)
        return output

    def call(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        """Calls a function of the program, or of a library."""
        if self.node is None or self.frame is None:
            return Unknown("a function that is not followed")
        wrapped = [self.it.wrapped(a) for a in arguments]
        return self.it.plain(self.it.call(function, wrapped, keywords, self.node, self.frame))

    def traced(self, function: Any, *arguments: Any) -> Any:
        owner = class_attribute(self.it.cell(function).cls, "call") if self._is_instance(function) else function
        if not isinstance(owner, (Function, BoundMethod)):
            return Unknown("no function of the program")
        self.it.store.push()
        self.it.branches += 1
        try:
            return self.call(function, *arguments)
        finally:
            self.it.branches -= 1
            self.it.store.merge([{}, self.it.store.pop()], self.it.fresh)

    def _is_instance(self, value: Any) -> bool:
        return isinstance(value, Ref) and isinstance(self.it.cell(value), Instance)

    def change(self, old: Any, new: Any) -> None:
        rebind(self.it, old, new)

    def forget_column(self, column: Any) -> None:
        forget_column(self.it, column)

    def of_file(self, path: Any, read: Callable[..., _T], *arguments: Any) -> _T | None:
        return told(self.it, path, read, arguments)

    def wrote(self, path: Any) -> None:
        wrote(self.it, path)

    def note_layer(self, layer: Layer, output: Any) -> None:
        """Records the output of a layer where it was constructed: for Sequential models."""
        if layer.site.place is not None:
            self.it.note_shape("layer", layer.short_name, layer.site.place, output)

    def report(self, mismatch: Mismatch) -> Any:
        """Reports a contradiction (or warning) and goes on: what it would have given had it fitted."""
        from .reporting import report_mismatch

        assert self.frame is not None
        return report_mismatch(self.it, mismatch, self.node, self.frame, self.values, self.site)
