"""A model's head: the layer that gives its last size; and the labels that it is trained on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..knowledge.keras.losses import loss_kind
from ..values.array import Array
from ..values.layer import Layer, Model
from ..values.reference import Ref
from .context import Context
from .sizes import last_size
from .syntax import every

# These give as many columns as they get.
_PASSING = ("Activation", "Softmax", "ReLU", "LeakyReLU", "Dropout", "BatchNormalization", "Reshape", "Flatten",
            "Rescaling", "InputLayer", "Bidirectional", "TimeDistributed")  # fmt: skip
_METHODS = ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch")


def head(context: Context, model: Model | None = None) -> Layer | None:
    """The layer whose units, filters or classes are the model's last size."""
    for layer in context.backwards(model or context.model):
        if isinstance(layer, Model):
            return head(context, layer)
        if last_size(layer) is not None:
            return layer if layer.site.place is not None else None
        if layer.short_name not in _PASSING:
            return None
        inner = context.resolve(layer.arguments.get("layer"))
        if isinstance(inner, Layer):
            return inner if last_size(inner) is not None and inner.site.place is not None else None
    return None


def labels(context: Context, model: Model) -> Array | None:
    """What the model is trained on, where the program says it: the y of its `fit`."""
    found = (value for method, value in given(context, model, "y") if method != "predict")
    return next((v for v in found if isinstance(v, Array) and v.shape), None)


def given(context: Context, model: Model, name: str) -> Iterator[tuple[str, Any]]:
    """What the program gives the model's methods as x or y: the method, and the value, None where it is not known.

    Of a part, such as `y[fold]`, it is the whole.
    """
    values = {use.place: use.value for use in context.analysis.evaluation.uses}
    index = ("x", "y").index(name)
    for block, call in every(context, "Call"):
        method = getattr(call.func, "attrname", "")
        receiver = values.get(block.place(call.func.expr)) if method in _METHODS else None
        written = next((k.value for k in call.keywords if k.arg == name), None)
        if written is None and len(call.args) > index:
            written = call.args[index]
        if getattr(receiver, "uid", None) == model.ref.uid and written is not None:
            whole = written.value if type(written).__name__ == "Subscript" else written
            yield method, values.get(block.place(whole))


def model_around(context: Context) -> Model | None:
    """The model with the layer that the finding stands on."""
    site = context.finding.site
    values = context.analysis.evaluation.state.values()
    layers = {v.ref for v in values if isinstance(v, Layer) and site is not None and v.site.place == site.place}
    return model_with(context, layers)


def model_with(context: Context, layers: set[Ref]) -> Model | None:
    """The model that one of the layers is part of."""
    values = context.analysis.evaluation.state.values()
    return next((v for v in values if isinstance(v, Model) and layers.intersection(v.layers)), None)


def loss_name(model: Model) -> str:
    """The function's name of the loss that a model was compiled with; empty where it is not known."""
    kind = loss_kind(model.compiled.arguments.get("loss")) if model.compiled else None
    return kind.name if kind is not None else ""
