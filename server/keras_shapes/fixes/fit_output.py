"""Brings the output's height, width or steps to those of the labels: by a layer before the last, or by padding."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer, Model
from .context import Context, shape_text
from .fix import Fix
from .head import head
from .insert_layer import inserted_edits, outermost, style
from .keep_size import with_argument

CODES = ("target-shape",)
# So many layers are looked at for the one whose padding is not as the others'.
_NEAREST = 8


def propose(context: Context) -> Iterator[Fix]:
    output, found = context.facts.get("output"), context.finding.found
    if not isinstance(output, tuple) or not isinstance(found, tuple):
        return
    given, wanted = output[1:-1], found[1 : len(output) - 1]
    if len(given) != len(wanted) or not 1 <= len(given) <= 3 or given == wanted:
        return
    if not all(isinstance(d, int) and d > 0 for d in (*given, *wanted)):
        return
    yield from _padded(context)
    last = head(context)
    if last is None:
        return
    for name, arguments, likelihood in layers_between(given, wanted):
        prefix, imports = style(context, last, name)
        edits = inserted_edits(context, outermost(context, last), f"{prefix}({arguments})")
        if edits:
            title = (
                f"Insert {name}({arguments}) before the last layer: output {shape_text((None, *wanted, output[-1]))}"
            )
            yield Fix(title, "fit-output", (*imports, *edits), likelihood=likelihood)


def layers_between(given: tuple[int, ...], wanted: tuple[int, ...]) -> Iterator[tuple[str, str, float]]:
    """Layers that make the wanted sizes of the given ones: name, arguments, likelihood."""
    rank = len(given)
    up = {w // g if w % g == 0 else 0 for g, w in zip(given, wanted)}
    down = {g // w if g % w == 0 else 0 for g, w in zip(given, wanted)}
    if len(up) == 1 and max(up) > 1:
        yield f"UpSampling{rank}D", f"{max(up)}", 0.6
    if len(down) == 1 and max(down) > 1:
        yield f"MaxPooling{rank}D", f"{max(down)}", 0.6
    gaps = [abs(g - w) for g, w in zip(given, wanted)]
    split = [(gap // 2, gap - gap // 2) for gap in gaps]
    text = str(split[0]) if rank == 1 else f"({', '.join(map(str, split))})"
    if max(*up, *down) > 1:
        return
    if all(g >= w for g, w in zip(given, wanted)):
        yield f"Cropping{rank}D", text, 0.55
    if all(g <= w for g, w in zip(given, wanted)):
        yield f"ZeroPadding{rank}D", text, 0.5


def _padded(context: Context) -> Iterator[Fix]:
    """One convolution or pooling with the other padding; or all of them with padding, where several have none."""
    layers = [layer for layer in _flat(context, context.model) if layer.arguments.get("padding") in ("same", "valid")]
    for layer in layers[:_NEAREST]:
        other = "valid" if layer.arguments["padding"] == "same" else "same"
        edits = with_argument(context, layer, "padding", f'"{other}"')
        where = context.range(layer.site.place)
        line = f" (line {where.start.line + 1})" if where is not None else ""
        title = f'{layer.short_name}{line}: padding="{other}", so that the output fits the labels'
        yield Fix(title, f"padding-{other}", edits, likelihood=0.58)
    bare = [layer for layer in layers if layer.arguments["padding"] == "valid" and layer.short_name.startswith("Conv")]
    if len(bare) > 1:
        edits = tuple(e for layer in bare for e in with_argument(context, layer, "padding", '"same"'))
        yield Fix('All convolutions: padding="same"', "padding-same", edits, likelihood=0.68)


def _flat(context: Context, model: Model | None) -> Iterator[Layer]:
    """The layers from the output back, those of inner models among them."""
    for layer in reversed(context.layers(model)) if model is not None else ():
        if isinstance(layer, Model):
            yield from _flat(context, layer)
        elif layer.site.place is not None:
            yield layer
