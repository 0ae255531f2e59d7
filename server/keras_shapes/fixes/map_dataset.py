"""What each batch of a `tf.data.Dataset` lacks, done by a `map` where the model is given it."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dataset import Dataset
from ..values.dim import product, same
from .change_loader import loader
from .context import Context, shape_text
from .data import operand
from .fix import Fix

CODES = ("input-rank", "input-shape", "loss-target", "target-shape")
# One axis is that of the batch.
_PICTURES = 4


def propose(context: Context) -> Iterator[Fix]:
    dataset, place = context.facts.get("dataset"), context.argument
    if not isinstance(dataset, Dataset) or place is None or not dataset.batched:
        return
    element, call = dataset.element, loader(context)
    if not isinstance(element, tuple) or len(element) != 2 or (call is not None and "flow" in call[0].text):
        return
    inputs = context.diagnostic.code.startswith("input")
    tensor = element[0] if inputs else element[1]
    if not isinstance(tensor, Array) or not tensor.shape:
        return
    tf, imports = context.imports.name_of("tensorflow")
    forms = _inputs(tensor, context.finding.expected, tf) if inputs else _labels(context, tensor, tf)
    for form, shape, likelihood in forms:
        body = f"({form.format('x')}, y)" if inputs else f"(x, {form.format('y')})"
        edits = (*imports, *context.replace(place, f"{operand(place.text)}.map(lambda x, y: {body})"))
        title = f"Map each batch to {shape_text(shape)}: {form.format('x' if inputs else 'y')}"
        yield Fix(title, "map-dataset", edits, likelihood=likelihood)


def _inputs(tensor: Array, expected: object, tf: str) -> Iterator[tuple[str, tuple[object, ...], float]]:
    """What makes the expected samples of the ones that there are: its text, its shape, its likelihood."""
    shape = tensor.shape or ()
    if not isinstance(expected, tuple) or not all(isinstance(d, int) for d in expected[1:]):
        return
    wanted = (shape[0], *expected[1:])
    if same(product(shape[1:]), product(expected[1:])):
        sizes = ", ".join(map(str, expected[1:]))
        yield f"{tf}.reshape({{}}, (-1, {sizes}))", wanted, 0.7
    elif len(shape) == len(expected) == _PICTURES:
        form = "{}"
        if shape[1:3] != expected[1:3]:
            form = f"{tf}.image.resize({form}, ({expected[1]}, {expected[2]}))"
        if (shape[-1], expected[-1]) == (3, 1):
            form = f"{tf}.image.rgb_to_grayscale({form})"
        elif (shape[-1], expected[-1]) == (1, 3):
            form = f"{tf}.image.grayscale_to_rgb({form})"
        yield form, wanted, 0.6


def _labels(context: Context, tensor: Array, tf: str) -> Iterator[tuple[str, tuple[object, ...], float]]:
    loss, classes = str(context.facts.get("loss", "")), context.facts.get("classes")
    shape = tensor.shape or ()
    if loss.startswith("sparse") and len(shape) > 1:
        yield f"{tf}.argmax({{}}, axis=-1)", shape[:-1], 0.65
    elif isinstance(classes, int) and "categorical" in loss:
        yield f"{tf}.one_hot({{}}, {classes})", (shape[0], classes), 0.7
