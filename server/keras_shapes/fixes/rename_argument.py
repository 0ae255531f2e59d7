"""Today's name of an argument or method that Keras no longer has; without it where nothing has taken its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.block import Place
from ..values.layer import Layer
from .context import Context
from .drop_layer import from_list
from .fix import Fix
from .insert_layer import inserted_edits
from .syntax import enclosing, every, node_at

CODES = ("removed-argument",)
_TODAY = {
    "nb_filter": "filters", "border_mode": "padding", "subsample": "strides", "init": "kernel_initializer",
    "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint",
    "b_constraint": "bias_constraint", "bias": "use_bias", "nb_epoch": "epochs", "lr": "learning_rate",
    "samples_per_epoch": "steps_per_epoch", "nb_val_samples": "validation_steps", "p": "rate", "output_dim": "units",
    "filter_length": "kernel_size", "pool_length": "pool_size", "subsample_length": "strides", "inner_init":
    "recurrent_initializer", "inner_activation": "recurrent_activation", "dropout_W": "dropout", "dropout_U":
    "recurrent_dropout", "input": "inputs", "output": "outputs", "atrous_rate": "dilation_rate", "generator": "x",
    "dim_ordering": "data_format", "epsilon_std": "stddev",
}  # fmt: skip
_METHODS = {"fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict",
            "predict_proba": "predict"}  # fmt: skip


def propose(context: Context) -> Iterator[Fix]:
    name = str(context.finding.found)
    call = _call(context, name)
    if call is None:
        return
    place, node = call
    if name == getattr(node.func, "attrname", None):
        yield from _method(context, place, node, name)
        return
    keyword = next((k for k in node.keywords if k.arg == name), None)
    if keyword is None:
        return
    written = place.block.place(keyword)
    value = place.block.place(keyword.value).text
    if name in ("batch_input_shape", "batch_shape"):
        yield from _declared_before(context, written, value)
    if name in _TODAY:
        edits = context.replace(written, f"{_TODAY[name]}={value}")
        yield Fix(f"Today's name: {_TODAY[name]}={value}", "rename-argument", edits, likelihood=0.9)
    yield Fix(f"Without {name}", "drop-argument", from_list(context, written), likelihood=0.5)


def _call(context: Context, name: str) -> tuple[Place, Any] | None:
    """The call with the old argument, or of the old method, around or at the finding."""
    place = context.finding.place
    node = node_at(place)
    if type(node).__name__ != "Call":
        node = enclosing(node, "Call") if node is not None else None
    if node is not None and _has(node, name):
        return place.block.place(node), node
    inside = [(b.place(n), n) for b, n in every(context, "Call") if place.contains(b.place(n)) and _has(n, name)]
    return inside[0] if inside else None


def _has(call: Any, name: str) -> bool:
    return getattr(call.func, "attrname", "") == name or any(k.arg == name for k in call.keywords)


def _method(context: Context, place: Place, node: Any, name: str) -> Iterator[Fix]:
    receiver = place.block.place(node.func.expr).text
    if name in _METHODS:
        edits = context.replace(place.block.place(node.func), f"{receiver}.{_METHODS[name]}")
        yield Fix(f"Today's name: {_METHODS[name]}", "rename-method", edits, likelihood=0.9)
    elif name == "predict_classes":
        function, imports = context.imports.name_of("numpy.argmax")
        given = ", ".join(place.block.place(a).text for a in (*node.args, *node.keywords))
        edits = (*imports, *context.replace(place, f"{function}({receiver}.predict({given}), axis=-1)"))
        yield Fix("The largest of what predict gives", "rename-method", edits, likelihood=0.85)


def _declared_before(context: Context, written: Place, value: str) -> Iterator[Fix]:
    """The whole shape in an Input of its own; or without the batch, where no layer keeps states."""
    place = context.finding.place
    for layer in context.analysis.evaluation.state.values():
        if isinstance(layer, Layer) and layer.site.place is not None and layer.site.place.contains(written):
            function, imports = context.imports.name_of("keras.Input")
            before = inserted_edits(context, layer, f"{function}(batch_shape={value})")
            edits = (*imports, *before, *from_list(context, written))
            if before:
                title = f"Declare it by an Input: batch_shape={value}"
                yield Fix(title, "declare-batch", edits, likelihood=0.85)
            break
    if value.startswith("(") and place.text.count("stateful=True") == 0:
        inner = f"({value[1:-1].partition(',')[2].strip()}"
        inner += ")" if "," in inner.rstrip(", ") else ",)" if not inner.endswith(",") else ")"
        edits = context.replace(written, f"input_shape={inner}")
        yield Fix(f"Declare one sample: input_shape={inner}", "declare-sample", edits, likelihood=0.7)
