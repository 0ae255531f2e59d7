"""A model's head: the layer that gives its last size; and the labels that it is trained on."""

from __future__ import annotations

from ..knowledge.keras.losses import loss_kind
from ..values.array import Array
from ..values.layer import Layer, Model
from .context import Context
from .sizes import last_size
from .syntax import every

# These give as many columns as they get.
_PASSING = ("Activation", "Softmax", "ReLU", "LeakyReLU", "Dropout", "BatchNormalization", "Reshape", "Flatten",
            "Rescaling", "InputLayer", "Bidirectional", "TimeDistributed")  # fmt: skip


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
    values = {use.place: use.value for use in context.analysis.evaluation.uses}
    for block, call in every(context, "Call"):
        if getattr(call.func, "attrname", "") not in ("fit", "train_on_batch", "evaluate") or len(call.args) < 1:
            continue
        receiver = values.get(block.place(call.func.expr))
        written = next((k.value for k in call.keywords if k.arg == "y"), call.args[1] if len(call.args) > 1 else None)
        if getattr(receiver, "uid", None) != model.ref.uid or written is None:
            continue
        # Of `y[fold]` the columns and classes are those of `y`.
        whole = written.value if type(written).__name__ == "Subscript" else written
        value = values.get(block.place(whole))
        if isinstance(value, Array) and value.shape:
            return value
    return None


def model_around(context: Context) -> Model | None:
    """The model with the layer that the finding stands on."""
    site = context.finding.site
    values = context.analysis.evaluation.state.values()
    layers = {v.ref for v in values if isinstance(v, Layer) and site is not None and v.site.place == site.place}
    return next((v for v in values if isinstance(v, Model) and layers.intersection(v.layers)), None)


def loss_name(model: Model) -> str:
    """The function's name of the loss that a model was compiled with; empty where it is not known."""
    kind = loss_kind(model.compiled.arguments.get("loss")) if model.compiled else None
    return kind.name if kind is not None else ""
