"""Writes labels in the other way: class numbers to one-hot rows, or back."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from .context import Context, shape_text
from .data import rewritten, subject
from .fix import Fix

CODES = ("loss-target",)


def propose(context: Context) -> Iterator[Fix]:
    loss, classes, y = str(context.facts.get("loss", "")), context.facts.get("classes"), context.array
    if y is None or not y.shape or not isinstance(classes, int):
        return
    if loss.startswith("sparse"):
        yield from _numbers(context, y)
        return
    name = "tensorflow.one_hot" if y.kind == "tensor" else "keras.utils.to_categorical"
    function, imports = context.imports.name_of(name)

    def change(text: str, _: Array) -> str:
        return f"{function}({text}, {classes})"

    # Keras' function takes a last axis of 1 for none.
    kept = y.shape[:-1] if y.kind != "tensor" and len(y.shape) > 1 and y.shape[-1] == 1 else y.shape
    title = f"One-hot encode: {subject(context)} → {shape_text((*kept, classes))}"
    yield Fix(title, "to-categorical", (*imports, *rewritten(context, change)), likelihood=0.75)


def _numbers(context: Context, y: Array) -> Iterator[Fix]:
    library = "tensorflow" if y.kind == "tensor" else "numpy"
    function, imports = context.imports.name_of(f"{library}.argmax")

    def change(text: str, _: Array) -> str:
        return f"{function}({text}, axis=-1)"

    assert y.shape
    title = f"Take the class numbers: {subject(context)} → {shape_text(y.shape[:-1])}"
    likelihood = 0.7 if y.one_hot else 0.5
    yield Fix(title, "argmax-labels", (*imports, *rewritten(context, change)), likelihood=likelihood)
