"""Inserts the layer that brings the rank down (or up) where it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from ..values.layer import Layer, Model
from .context import Context, shape_text
from .fix import Edit, Fix
from .syntax import every, listed, node_at

CODES = ("target-shape", "loss-target", "layer-rank", "silent-broadcast")
# These leave the axes as they are.
_POSITIONWISE = ("Dense", "Dropout", "Activation", "BatchNormalization", "LayerNormalization", "LeakyReLU", "Softmax")
_RECURRENT = ("LSTM", "GRU", "SimpleRNN", "Bidirectional")


def propose(context: Context) -> Iterator[Fix]:
    if context.diagnostic.code == "layer-rank":
        layer = context.facts.get("layer")
        source = context.facts.get("input")
        _, high = context.facts.get("ranks", (0, 0))
        if isinstance(layer, Layer) and isinstance(source, Array) and source.rank is not None and isinstance(high, int):
            if source.rank > high:
                yield from _lowering(context, layer, source.rank, high, 0.6)
            elif high == 3 and source.rank == 2 and layer.short_name in _RECURRENT:
                yield from _inserted(context, layer, "RepeatVector", "(1)", "RepeatVector(1)", 0.3)
            if source.rank == high - 1 and source.shape and all(isinstance(d, int) for d in source.shape[1:]):
                target = shape_text((*source.shape[1:], 1))
                yield from _inserted(context, layer, "Reshape", f"({target})", f"Reshape({target})", 0.55)
        return
    output, found = context.facts.get("output"), context.finding.found
    if not isinstance(output, tuple) or not isinstance(found, tuple) or len(output) <= 2:
        return
    last = _first_on_high_rank(context)
    if last is not None:
        yield from _lowering(context, last, len(output), 2, 0.8)


def _first_on_high_rank(context: Context, model: Model | None = None) -> Layer | None:
    """The first of the Dense layers at the model's end: before it the axes should have come together."""
    found: Layer | None = None
    for layer in context.backwards(model or context.model):
        if isinstance(layer, Model):
            return _first_on_high_rank(context, layer) or found
        if layer.short_name not in _POSITIONWISE:
            break
        if layer.short_name == "Dense":
            found = layer
    return found


def _lowering(context: Context, layer: Layer, rank: int, wanted: int, likelihood: float) -> Iterator[Fix]:
    if wanted != 2:
        return
    yield from _inserted(context, layer, "Flatten", "()", "Flatten()", likelihood)
    pooling = {3: "GlobalAveragePooling1D", 4: "GlobalAveragePooling2D", 5: "GlobalAveragePooling3D"}.get(rank)
    if pooling:
        yield from _inserted(context, layer, pooling, "()", f"{pooling}()", likelihood - 0.1)


def _inserted(context: Context, layer: Layer, name: str, call: str, shown: str, likelihood: float) -> Iterator[Fix]:
    """The layer before another one: in a list, by `.add`, or around the input of a functional call."""
    if layer.site.place is None:
        return
    layer = outermost(context, layer)
    prefix, imports = style(context, layer, name)
    edits = inserted_edits(context, layer, f"{prefix}{call}")
    if edits:
        yield Fix(
            f"Insert {shown} before {layer.short_name}",
            f"insert-{_kebab(name)}",
            (*imports, *edits),
            likelihood=likelihood,
        )


def outermost(context: Context, layer: Layer) -> Layer:
    """The wrapper that a layer stands in, such as Bidirectional; the layer itself where it stands alone."""
    for other in context.layers():
        if not isinstance(other, Layer) or other.ref == layer.ref or other.site.place is None:
            continue
        # In a loop several are made at one place.
        if other.site.place != layer.site.place and other.site.place.contains(layer.site.place):
            return other
    return layer


def inserted_edits(context: Context, layer: Layer, new: str) -> tuple[Edit, ...]:
    """A layer's text before another one: in a list, by `.add`, or around the input of a functional call."""
    edits = _in_list(context, layer, new) if listed(layer.site.place) else _by_add(context, layer, new)
    return edits or _functional(context, layer, new)


def _kebab(name: str) -> str:
    return {"Flatten": "flatten", "RepeatVector": "repeat-vector", "Reshape": "reshape"}.get(name, "pooling")


def style(context: Context, sibling: Layer, name: str) -> tuple[str, tuple[Edit, ...]]:
    """A layer's name written as a sibling's is: `keras.layers.Flatten` beside `keras.layers.Dense`."""
    text = sibling.site.place.text.split("(")[0].strip()
    head = text.rpartition(".")[0]
    if head:
        return f"{head}.{name}", ()
    return context.imports.name_of(f"keras.layers.{name}")


def _in_list(context: Context, layer: Layer, new: str) -> tuple[Edit, ...]:
    where = context.range(layer.site.place)
    if where is None:
        return ()
    line = context.document.sources[where.source].lines[where.start.line]
    before = line[: where.start.character]
    separator = f",\n{before}" if not before.strip() else ", "
    return context.insert_before(layer.site.place, new + separator)


def _by_add(context: Context, layer: Layer, new: str) -> tuple[Edit, ...]:
    statement = context.statement(layer.site.place)
    head, found, _ = statement.text.partition(".add(")
    if not found or not head.isidentifier():
        return ()
    return context.line_before(layer.site.place, f"{head}.add({new})")


def _functional(context: Context, layer: Layer, new: str) -> tuple[Edit, ...]:
    """`Dense(10)(x)` → `Dense(10)(Flatten()(x))`: where the layer is called, if it is called once."""
    arguments = applied(context, layer)
    if len(arguments) != 1:
        return ()
    argument = arguments[0]
    name = attribute_name(layer)
    if name is None:
        return context.replace(argument, f"{new}({argument.text})")
    # A model's own layers are made with it, not at each call.
    own = _free_name(context, re.sub(r"\W", "", new.rpartition(".")[2].partition("(")[0]).lower())
    line = context.line_before(layer.site.place, f"self.{own} = {new}")
    return (*line, *context.replace(argument, f"self.{own}({argument.text})")) if line else ()


def _free_name(context: Context, name: str) -> str:
    text = "\n".join(line for source in context.document.sources for line in source.lines)
    return next(n for n in (name, *(f"{name}_{i}" for i in range(2, 99))) if f"self.{n}" not in text)


def attribute_name(layer: Layer) -> str | None:
    """`fc` of `self.fc = Dense(10)`."""
    node = node_at(layer.site.place)
    targets = getattr(node.parent, "targets", ()) if node is not None else ()
    names = [t.attrname for t in targets if getattr(getattr(t, "expr", None), "name", "") == "self"]
    return names[0] if names else None


def applied(context: Context, layer: Layer) -> list[Place]:
    """The first arguments of the calls of a layer: right where it is made, or by its name."""
    node, block = node_at(layer.site.place), layer.site.place.block
    if node is None:
        return []
    parent = node.parent
    if type(parent).__name__ == "Call" and parent.func is node:
        return [block.place(parent.args[0])] if parent.args else []
    attribute = attribute_name(layer)
    names = [t.name for t in getattr(parent, "targets", ()) if type(t).__name__ == "AssignName"]
    return [
        other.place(call.args[0])
        for other, call in every(context, "Call")
        if call.args
        and (
            (attribute is not None and other is block and getattr(call.func, "attrname", "") == attribute)
            or (bool(names) and getattr(call.func, "name", "") == names[0])
        )
    ]
