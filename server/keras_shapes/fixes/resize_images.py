"""Makes images of the size and the channels that the model wants: resized, to grey or to RGB."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from .context import Context, shape_text
from .data import rewritten, subject
from .fix import Edit, Fix

CODES = ("input-shape", "input-rank")


def propose(context: Context) -> Iterator[Fix]:
    array, expected = context.array, context.finding.expected
    if array is None or array.shape is None or len(expected) != 4 or array.rank not in (3, 4):
        return
    if not all(isinstance(d, int) for d in expected[1:]):
        return
    shape = array.shape if array.rank == 4 else (*array.shape, 1)
    if not all(isinstance(d, int) for d in shape[1:]) or {shape[3], expected[3]} - {1, 3}:
        return
    steps, edits = _steps(context, array, shape[1:], expected[1:])
    if not steps:
        return
    what = " and ".join(verb for verb, _ in steps)

    def change(text: str, _: Array) -> str:
        for _verb, form in steps:
            text = form.format(text)
        return text

    final = (array.shape[0], *expected[1:])
    title = f"{what[0].upper()}{what[1:]}: {subject(context)} → {shape_text(final)}"
    yield Fix(title, "resize-images", (*edits, *rewritten(context, change)), likelihood=0.55)


def _steps(
    context: Context, array: Array, found: tuple[object, ...], wanted: tuple[object, ...]
) -> tuple[list[tuple[str, str]], tuple[Edit, ...]]:
    """What is done to the images, in words and as a form of the text, and the imports it needs."""
    steps: list[tuple[str, str]] = []
    edits: tuple[Edit, ...] = ()
    if array.rank == 3:
        steps.append(("add a channel axis", "{}[..., None]"))
    # Keras 2 has no operations of its own.
    library = "tensorflow.image" if context.is_keras_2 else "keras.ops.image"
    if found[:2] != wanted[:2]:
        resize, edits = context.imports.name_of(f"{library}.resize")
        steps.append((f"resize to {wanted[0]}×{wanted[1]}", f"{resize}({{}}, ({wanted[0]}, {wanted[1]}))"))
    if found[2] != wanted[2]:
        name = "rgb_to_grayscale" if wanted[2] == 1 else ""
        if name:
            grey, more = context.imports.name_of(f"{library}.rgb_to_grayscale")
            edits = edits or more
            steps.append(("turn to grey", f"{grey}({{}})"))
        else:
            numpy, more = context.imports.name_of("numpy.repeat")
            edits = (*edits, *more)
            steps.append(("repeat the grey as RGB", f"{numpy}({{}}, 3, axis=-1)"))
    return steps, edits
