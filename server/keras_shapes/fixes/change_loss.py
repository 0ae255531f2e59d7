"""The loss that reads the labels as they are written."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..source.block import Place
from ..values.layer import Model
from ..values.reference import Object
from .context import Context
from .fix import Edit, Fix
from .syntax import definition, node_at

CODES = ("loss-target", "target-shape")
# What a loss of the same family takes too.
_KEPT = ("from_logits", "reduction", "name")


def propose(context: Context) -> Iterator[Fix]:
    model = context.model
    loss = str(context.facts.get("loss", ""))
    for name, likelihood in _others(context, loss):
        edits = loss_edits(context, model, loss, name)
        if edits:
            yield Fix(f"Use the loss that fits the labels: {name}", "change-loss", edits, likelihood=likelihood)


def loss_edits(context: Context, model: Model | None, loss: str, name: str) -> tuple[Edit, ...]:
    """The loss written anew where it stands, as string, function or class; the metrics named for it with it."""
    place = loss_place(context, model)
    written = None if place is None else rewritten_loss(context, place.text.strip(), name)
    if place is None or written is None:
        return ()
    text, imports = written
    return (*imports, *context.replace(place, text), *_metric_edits(context, model, loss, name))


def loss_place(context: Context, model: Model | None) -> Place | None:
    """Where the loss is written: in `compile`, or where its object was made."""
    if model is None:
        return _called_loss(context)
    if model.compiled is None:
        return None
    value = model.compiled.arguments.get("loss")
    place = model.compiled.site.arguments.get("loss")
    if place is not None and place.text.isidentifier() and isinstance(value, Object) and value.site is not None:
        return value.site.place  # type: ignore[no-any-return]
    return place


def _called_loss(context: Context) -> Place | None:
    """The loss that the program calls itself: where its object was made, or the function's name."""
    node, block = node_at(context.finding.place), context.finding.place.block
    func = getattr(node, "func", None)
    if func is None:
        return None
    value = context.analysis.evaluation.state.get(getattr(func, "name", ""))
    if isinstance(value, Object):
        return value.site.place if value.site is not None else None
    made = definition(context, block.place(func))
    if made is not None:
        return made
    return block.place(func) if type(func).__name__ in ("Name", "Attribute", "Call") else None


def _others(context: Context, loss: str) -> Iterator[tuple[str, float]]:
    output = context.facts.get("output")
    width = output[-1] if isinstance(output, tuple) and output else None
    if loss == "categorical_crossentropy":
        yield "sparse_categorical_crossentropy", 0.8
        if width == 1:
            yield "binary_crossentropy", 0.85
    elif loss == "sparse_categorical_crossentropy":
        yield "categorical_crossentropy", 0.8
    elif loss == "binary_crossentropy" and isinstance(width, int) and width > 1:
        yield "sparse_categorical_crossentropy", 0.4


def rewritten_loss(context: Context, text: str, new: str) -> tuple[str, tuple[Edit, ...]] | None:
    """The same way of writing a loss (string, function or class) with another loss, and the imports it needs."""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        return f"{text[0]}{new}{text[-1]}", ()
    if isinstance(tree, ast.Call):
        name, imports = _reached(context, ast.unparse(tree.func), camel(new))
        kept = [ast.unparse(k) for k in tree.keywords if k.arg in _KEPT and new.endswith("crossentropy")]
        return f"{name}({', '.join(kept)})", imports
    if isinstance(tree, (ast.Name, ast.Attribute)):
        last = text.rpartition(".")[2]
        return _reached(context, text, camel(new) if last[:1].isupper() and not last.isupper() else new)
    return None


def _reached(context: Context, old: str, name: str) -> tuple[str, tuple[Edit, ...]]:
    """`losses.Other` beside `losses.This`; a name of its own is imported."""
    module = old.rpartition(".")[0]
    return (f"{module}.{name}", ()) if module else context.imports.name_of(f"keras.losses.{name}")


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _metric_edits(context: Context, model: Model | None, loss: str, new: str) -> tuple[Edit, ...]:
    """A metric that was named for the old loss is named for the new one."""
    place = model.compiled.site.arguments.get("metrics") if model and model.compiled else None
    if place is None or "categorical" not in loss or "categorical" not in new:
        return ()
    plain = place.text.replace("sparse_categorical", "categorical").replace("SparseCategorical", "Categorical")
    sparse = plain.replace("categorical", "sparse_categorical").replace("Categorical", "SparseCategorical")
    text = sparse if new.startswith("sparse") else plain
    # A class that was imported by itself would lack its import.
    bare = "(" in text and ".Categorical" not in plain and "Categorical" in plain
    return () if text == place.text or bare else context.replace(place, text)
