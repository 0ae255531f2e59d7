"""A size that is not known, before a layer that needs it: pooled away, or declared as the data has it."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer, Model
from .change_declared_input import declaration
from .context import Context, shape_text
from .fix import Fix
from .head import given
from .insert_layer import inserted_edits, style
from .sizes import maker

CODES = ("undefined-size",)
_POOLINGS = {rank: tuple(f"Global{kind}Pooling{rank - 2}D" for kind in ("Average", "Max")) for rank in (3, 4, 5)}


def propose(context: Context) -> Iterator[Fix]:
    layer, source = context.facts.get("layer"), context.facts.get("input")
    if not isinstance(layer, Layer) or not isinstance(source, Array):
        return
    flatten = _flatten(context, layer, source)
    if flatten is not None:
        yield from _pooled(context, flatten)
    elif source.rank in _POOLINGS:
        for name in _POOLINGS[source.rank]:
            prefix, imports = style(context, layer, name)
            edits = inserted_edits(context, layer, f"{prefix}()")
            yield Fix(
                f"Insert {name}() before {layer.short_name}", "insert-pooling", (*imports, *edits), likelihood=0.4
            )
    yield from _declared(context)


def _flatten(context: Context, layer: Layer, source: Array) -> Layer | None:
    """The Flatten that the layer gets its input from."""
    before = maker(context, source)
    if before is None:
        layers = context.layers()
        index = next((i for i, other in enumerate(layers) if other.ref == layer.ref), 0)
        found = layers[index - 1] if index else None
        before = found if isinstance(found, Layer) else None
    return before if before is not None and before.short_name == "Flatten" and before.site.place is not None else None


def _pooled(context: Context, flatten: Layer) -> Iterator[Fix]:
    for names in _POOLINGS.values():
        for name in names:
            prefix, imports = style(context, flatten, name)
            edits = (*imports, *context.replace(flatten.site.place, f"{prefix}()"))
            likelihood = 0.7 if "Average" in name else 0.65
            yield Fix(f"Pool what varies: {name} instead of Flatten", "global-pooling", edits, likelihood=likelihood)


def _declared(context: Context) -> Iterator[Fix]:
    """The sizes of the data that the model is given, where they are declared as None."""
    model, place = context.model, context.declared
    if model is None or place is None:
        return
    for data in _data(context, model):
        sizes = data.shape[1:] if data.shape else ()
        text = declaration(context, place, sizes) if all(isinstance(d, int) for d in sizes) else None
        if text is not None:
            title = f"Declare the sizes that the data has: {shape_text((None, *sizes))}"
            yield Fix(title, "declare-size", context.replace(place, text), likelihood=0.75)
            return


def _data(context: Context, model: Model) -> Iterator[Array]:
    yield from (v for _, v in given(context, model, "x") if isinstance(v, Array) and v.shape)
