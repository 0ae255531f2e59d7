"""What runs and does not do what was meant: heads that do not go with their loss, labels that broadcast."""

from __future__ import annotations

from typing import Any

from ...values.array import Array, Shape
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Library, Ref
from .alignment import ranks_aligned
from .inputs import misfit
from .losses import loss_kind

_CROSSENTROPIES = ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy")
_PROBABILITIES = ("softmax", "sigmoid")
# Outputs that are no probabilities whatever the weights.
_RAW = ("linear", "relu", "tanh", "elu", "selu", "softplus", "swish", "silu", "gelu", "leaky_relu")
_BROADCASTING = ("mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error", "huber", "log_cosh",
                 "mean_squared_logarithmic_error", "poisson", "kl_divergence", "cosine_similarity")  # fmt: skip


def activation_name(value: Any) -> str | None:
    """An activation as a name: "softmax", "linear" for none; None where it is not known."""
    if value is None:
        return "linear"
    if isinstance(value, str):
        return value
    if isinstance(value, Library) and value.name.startswith(("keras.activations.", "tensorflow.nn.", "keras.ops.")):
        return value.name.rpartition(".")[2]
    return None


def check_constructed(name: str, arguments: dict[str, Any]) -> None:
    """Raises Mismatch("single-unit-softmax") for a softmax over one unit: it is always 1."""
    if (
        name == "keras.layers.Dense"
        and arguments.get("units") == 1
        and activation_name(arguments.get("activation")) == "softmax"
    ):
        raise Mismatch("single-unit-softmax", "sigmoid", "softmax", argument="activation")


def check_head(model: Model, loss: Any, run: Any) -> None:
    """Raises Mismatch("activation-loss") where the model's last activation and the loss's from_logits disagree."""
    kind = loss_kind(loss)
    head = _head(model, run)
    if kind is None or head is None or kind.name not in _CROSSENTROPIES or not isinstance(kind.from_logits, bool):
        return
    layer, activation = head
    facts: dict[str, Any] = {
        "argument": "loss",
        "head": layer,
        "activation": activation,
        "loss": kind.name,
        "model": model,
    }
    facts["from_logits"] = kind.from_logits
    if kind.from_logits and activation in _PROBABILITIES:
        raise Mismatch("activation-loss", "linear", activation, **facts)
    several = isinstance(layer.arguments.get("units"), int) and layer.arguments["units"] > 1
    if activation == "sigmoid" and several and "categorical" in kind.name:
        raise Mismatch("activation-loss", "softmax", activation, **facts)
    if not kind.from_logits and activation in _RAW:
        raise Mismatch(
            "activation-loss", "sigmoid" if kind.name.startswith("binary") else "softmax", activation, **facts
        )


def _head(model: Model, run: Any) -> tuple[Layer, str] | None:
    """The layer that gives the model's output, and its activation; None where either is not certain."""
    ref = model.layers[-1] if model.kind == "Sequential" and model.layers else None
    if model.kind == "Functional" and isinstance(model.outputs, Array) and model.outputs.node is not None:
        ref = model.outputs.node.target
    layer = run.resolve(ref) if isinstance(ref, Ref) else None
    if not isinstance(layer, Layer) or not model.certain:
        return None
    if layer.short_name in ("Dense", "Conv1D", "Conv2D", "Conv3D") or layer.short_name == "Activation":
        name = activation_name(layer.arguments.get("activation"))
    else:
        return None
    return None if name is None else (layer, name)


def check_broadcast(loss: Any, y: Array, output: Array) -> None:
    """Raises Mismatch("silent-broadcast") where labels and output are of different sizes that broadcast."""
    kind = loss_kind(loss)
    if kind is None or kind.name not in _BROADCASTING or not y.shape or not output.shape:
        return
    if any(not isinstance(d, int) for d in (*y.shape[1:], *output.shape[1:])):
        return
    for labels, predictions in ranks_aligned((None, *y.shape[1:]), (None, *output.shape[1:])):
        if labels[1:] != predictions[1:] and _spread(labels, predictions):
            expected = (None, *output.shape[1:])
            facts = {"loss": kind.name, "output": output.shape, "y": y, "classes": output.shape[-1]}
            raise Mismatch("silent-broadcast", expected, y.shape, **facts)


def _spread(a: Shape, b: Shape) -> bool:
    """Whether the shapes broadcast against each other to another one than either."""
    return len(a) != len(b) or any(p != q and 1 in (p, q) for p, q in zip(a[1:], b[1:]))


def check_declared(model: Model, x: Any, run: Any) -> None:
    """Raises Mismatch("declared-input-ignored") where a Sequential runs data of other sizes than it declares."""
    declared = model.input_array
    if model.kind != "Sequential" or model.built_on is not None or declared is None or not isinstance(x, Array):
        return
    told = misfit(x, declared)
    if told is not None and told.kind == "input-shape":
        raise Mismatch("declared-input-ignored", told.expected, told.found, array=x)
