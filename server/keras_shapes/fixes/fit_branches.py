"""Makes what a merging layer brings together fit: the axis, padding, strides, channels; cropped, padded, pooled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..knowledge.keras.models.calling import nodes
from ..source.block import Place
from ..values.array import Array
from ..values.layer import Layer, Model
from .context import Context
from .data import element
from .fit_output import layers_between
from .fix import Edit, Fix
from .insert_layer import style
from .keep_size import with_argument
from .return_sequences import toggled
from .sizes import last_size, maker, resized
from .syntax import enclosing, node_at

CODES = ("merge-shapes", "array-shapes")


@dataclass(frozen=True, slots=True)
class Branch:
    """One of what is brought together, and where it is written, if it is written by itself."""

    tensor: Array
    place: Place | None

    @property
    def sizes(self) -> tuple[object, ...]:
        return self.tensor.shape or ()


def propose(context: Context) -> Iterator[Fix]:
    branches = _branches(context)
    if len(branches) < 2 or not any(b.tensor.kind == "symbolic" for b in branches):
        return
    ranks = [len(b.sizes) for b in branches]
    if len(set(ranks)) > 1:
        yield from _same_rank(context, branches, min(ranks))
        return
    concatenated = "axis" in context.facts
    if concatenated:
        yield from _other_axis(context, branches)
    yield from _unpadded(context, branches)
    for branch in branches:
        for other in branches:
            if branch is not other and branch.sizes != other.sizes:
                yield from _brought(context, branch, other, channels=not concatenated)


def _branches(context: Context) -> list[Branch]:
    """The members of the list, the arguments, or the operands of `+`."""
    finding = context.finding
    node, block = node_at(finding.place), finding.place.block
    if hasattr(node, "left") and hasattr(node, "right"):
        pairs = [
            (finding.values.get("left"), block.place(node.left)),
            (finding.values.get("right"), block.place(node.right)),
        ]
        return [Branch(t, p) for t, p in pairs if isinstance(t, Array) and t.shape]
    parts = context.facts.get("input") or finding.values.get("inputs")
    if not isinstance(parts, (list, tuple)) or not all(isinstance(p, Array) and p.shape for p in parts):
        return []
    place = finding.site.arguments.get("inputs") if finding.site else None
    return [Branch(p, element(place, i) if place is not None else None) for i, p in enumerate(parts)]


def _same_rank(context: Context, branches: list[Branch], low: int) -> Iterator[Fix]:
    for branch in branches:
        rank = len(branch.sizes)
        if rank == low:
            continue
        layer = maker(context, branch.tensor)
        if layer is not None and layer.arguments.get("return_sequences") is True and low == 2:
            edits, value = toggled(context, layer)
            yield Fix(f"{layer.short_name}: return_sequences={value}", "return-sequences", edits, likelihood=0.8)
        pooling = {3: "GlobalAveragePooling1D", 4: "GlobalAveragePooling2D"}.get(rank)
        for name, likelihood in (("Flatten", 0.6), (pooling, 0.5)) if low == 2 else ():
            if name is not None:
                title = f"Bring {_short(branch)} to two axes: {name}()"
                yield from _wrapped(context, branch, name, "", title, "insert-flatten", likelihood)


def _wrapped(
    context: Context, branch: Branch, name: str, arguments: str, title: str, kind: str, likelihood: float
) -> Iterator[Fix]:
    """A layer around one branch, where it is merged; a method would make a new one at each call."""
    if branch.place is None or enclosing(node_at(branch.place), "ClassDef") is not None:
        return
    sibling = maker(context, branch.tensor)
    prefix, imports = style(context, sibling, name) if sibling else context.imports.name_of(f"keras.layers.{name}")
    edits = (*imports, *context.replace(branch.place, f"{prefix}({arguments})({branch.place.text})"))
    yield Fix(title, kind, edits, likelihood=likelihood)


def _other_axis(context: Context, branches: list[Branch]) -> Iterator[Fix]:
    """The one axis in which the branches differ."""
    shapes = [b.sizes for b in branches]
    differing = [i for i in range(1, len(shapes[0])) if len({s[i] for s in shapes}) > 1]
    layer = context.facts.get("layer")
    site = layer.site if isinstance(layer, Layer) else context.finding.site
    if len(differing) != 1 or site is None:
        return
    axis = differing[0] if differing[0] < len(shapes[0]) - 1 else -1
    written = site.arguments.get("axis")
    edits = context.replace(written, str(axis)) if written else context.append_argument(site.place, f"axis={axis}")
    yield Fix(f"Concatenate along axis {axis}, the one that differs", "change-axis", edits, likelihood=0.85)


def _unpadded(context: Context, branches: list[Branch]) -> Iterator[Fix]:
    """Convolutions without padding on the way are padded; a pooling in one branch alone keeps the size by strides=1."""
    edits: dict[Edit, None] = {}
    for branch in branches:
        for tensor in nodes(branch.tensor):
            layer = maker(context, tensor)
            if layer is not None and layer.arguments.get("padding") == "valid" and "Conv" in layer.short_name:
                edits |= dict.fromkeys(with_argument(context, layer, "padding", '"same"'))
    if edits:
        yield Fix('Keep the sizes: padding="same" in the convolutions', "padding-same", tuple(edits), likelihood=0.7)
    for layer in _own(context, branches):
        if "Pooling" in layer.short_name and "pool_size" in layer.arguments:
            unit = (*with_argument(context, layer, "strides", "1"), *_padding(context, layer))
            yield Fix(f'{layer.short_name}: strides=1, padding="same"', "strides-one", unit, likelihood=0.72)
        elif "Conv" in layer.short_name and layer.arguments.get("strides") not in (None, 1, (1, 1)):
            edit = with_argument(context, layer, "strides", "1")
            yield Fix(f"{layer.short_name}: strides=1", "strides-one", edit, likelihood=0.5)


def _padding(context: Context, layer: Layer) -> tuple[Edit, ...]:
    return () if layer.arguments.get("padding") == "same" else with_argument(context, layer, "padding", '"same"')


def _own(context: Context, branches: list[Branch]) -> list[Layer]:
    """The layers of one branch alone."""
    ways = [[layer for t in nodes(b.tensor) if (layer := maker(context, t)) is not None] for b in branches]
    counts = {layer.ref: sum(layer in way for way in ways) for way in ways for layer in way}
    return [layer for way in ways for layer in way if counts[layer.ref] == 1][-8:]


def _brought(context: Context, branch: Branch, other: Branch, channels: bool) -> Iterator[Fix]:
    """One branch brought to the sizes of another."""
    here, there = branch.sizes, other.sizes
    if not all(isinstance(d, int) for d in (*here[1:], *there[1:])):
        return
    if channels and here[-1] != there[-1]:
        yield from projected(context, branch, there)
    middle, wanted = _integers(here[1:-1]), _integers(there[1:-1])
    if middle != wanted and (here[-1] == there[-1] or not channels):
        for name, arguments, likelihood in layers_between(middle, wanted):
            title = f"{name}({arguments}) around {_short(branch)}, to the size of the other: {wanted}"
            yield from _wrapped(context, branch, name, arguments, title, "fit-branch", likelihood)


def _integers(sizes: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(d for d in sizes if isinstance(d, int))


def projected(context: Context, branch: Branch, there: tuple[object, ...]) -> Iterator[Fix]:
    """As many channels as the other has: by the layer that makes them, or by one more."""
    size = there[-1]
    assert isinstance(size, int)
    layer = _channel_maker(context, branch.tensor)
    for edits, name in resized(context, layer, size) if layer is not None else ():
        word = f"{layer.short_name}: {size} {last_size(layer)}" if layer is not None else ""
        title = f"{word}, as the other has{f' ({name} = {size})' if name else ''}"
        yield Fix(title, "match-channels", edits, likelihood=0.66 - 0.1 * bool(name))
    rank = len(there)
    name, arguments = ("Dense", f"{size}") if rank <= 3 else (f"Conv{rank - 2}D", f"{size}, 1")
    # Sizes of 1 are stretched by themselves.
    sizes = [
        (a, b) for a, b in zip(_integers(branch.sizes[1:-1]), _integers(there[1:-1])) if a != b and 1 not in (a, b)
    ]
    if sizes:
        steps = {a // b if a % b == 0 else 0 for a, b in sizes}
        if rank < 4 or len(steps) != 1 or not max(steps):
            return
        arguments += f", strides={max(steps)}"
    title = f"Project {_short(branch)} to the other's channels: {name}({arguments})"
    yield from _wrapped(context, branch, name, arguments, title, "project-branch", 0.6)


def _channel_maker(context: Context, tensor: Array) -> Layer | None:
    """The layer back on the way that decides the last size."""
    current: object = tensor
    for _ in range(8):
        layer = maker(context, current) or _last_of_block(context, current)
        if layer is None or last_size(layer) is not None:
            return layer
        arguments = (
            [a for a in current.node.arguments if isinstance(a, Array)]
            if isinstance(current, Array) and current.node
            else []
        )
        current = arguments[0] if len(arguments) == 1 else None
    return None


def _last_of_block(context: Context, tensor: object) -> Layer | None:
    """The layer that decides the last size of what a Sequential inside the graph gives."""
    block = context.resolve(tensor.node.target) if isinstance(tensor, Array) and tensor.node is not None else None
    layers = context.layers(block) if isinstance(block, Model) and block.kind == "Sequential" else []
    return next((x for x in reversed(layers) if isinstance(x, Layer) and last_size(x) is not None), None)


def _short(branch: Branch) -> str:
    text = " ".join(branch.place.text.split()) if branch.place is not None else ""
    return text if 0 < len(text) <= 30 else "it"
