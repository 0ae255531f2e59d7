"""Losses called by the program itself: `keras.losses.mean_squared_error(y, p)`, `loss_object(y, p)`.

Sources: keras/src/losses/losses.py and loss.py. Unlike `fit`, nothing is known of batches: the shapes are as given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...values import axes
from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dtype import is_float, keras_divided
from ...values.reference import Library, Object
from ...values.unknown import Unknown
from ..arguments import as_axes, tensor_kind
from ..coercion import Tensor, as_tensor
from ..registry import function
from .alignment import ranks_aligned
from .losses import CLASSES, LEGACY, LossKind, loss_kind
from .targets import ALIGNING, GENERALIZED, check_numbers, check_pair

_MODULES = ("keras.losses", "keras.metrics")
# Summed over everything unless an axis is named.
_WHOLE = ("dice", "tversky")


def loss_value(kind: LossKind, y_true: Array, y_pred: Array, axis: Any = -1, aligned: bool = False) -> Array:
    """A loss for each sample (or pixel, or step): what is left when `axis` is reduced. Raises Mismatch.

    aligned: the ranks are brought together first, as the classes do and some functions.
    """
    check_pair(kind, y_true, y_pred, aligned or kind.name in ALIGNING)
    check_numbers(kind.name, y_pred)
    shape = _shape(kind, y_true, y_pred, axis, aligned or kind.name in ALIGNING)
    return Array(shape, _dtype(kind, y_pred), kind=tensor_kind(y_true, y_pred))


def _dtype(kind: LossKind, y_pred: Array) -> str:
    if kind.name == "mean_absolute_percentage_error" and not is_float(y_pred.dtype):
        return ""
    if kind.name in ("mean_squared_logarithmic_error", "ctc") and y_pred.dtype == "float16":
        return "float32"
    return keras_divided(y_pred.dtype)


def _shape(kind: LossKind, y: Array, output: Array, axis: Any, aligned: bool) -> Shape | None:
    if kind.name in _WHOLE and axis is None:
        return ()
    if not y.shape or not output.shape:
        return None
    if kind.name in ("ctc", "circle"):
        plain = len(y.shape) == (2 if kind.name == "ctc" else 1) and len(output.shape) == len(y.shape) + 1
        return output.shape[:1] if plain else None
    if kind.sparse:
        return output.shape[:-1]
    over = as_axes(axis)
    pairs = ranks_aligned(y.shape, output.shape) if aligned else [(y.shape, output.shape)]
    if over is None or len(pairs) > 1:
        return None
    labels, predictions = pairs[0]
    whole = broadcast((*labels, predictions[-1]) if kind.name == GENERALIZED else labels, predictions)
    return None if whole is None else axes.reduce(whole, over, keepdims=False)


def _plain(name: str) -> Callable[..., Array]:
    def loss(y_true: Tensor, y_pred: Tensor) -> Array:
        return loss_value(LossKind(name), y_true, y_pred)

    return loss


_PLAIN = ("mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error", "kl_divergence",
          "mean_squared_logarithmic_error", "log_cosh", "hinge", "squared_hinge", "categorical_hinge", "poisson",
          "ctc")  # fmt: skip
for _name in _PLAIN:
    _names = (_name, *(old for old, new in LEGACY.items() if new == _name))
    function(*(f"{module}.{n}" for module in _MODULES for n in _names))(_plain(_name))


def _both(name: str) -> tuple[str, ...]:
    return tuple(f"{module}.{name}" for module in _MODULES)


@function(*_both("huber"))
def huber(y_true: Tensor, y_pred: Tensor, delta: Any = 1.0) -> Array:
    return loss_value(LossKind("huber"), y_true, y_pred)


@function(*_both("cosine_similarity"))
def cosine_similarity(y_true: Tensor, y_pred: Tensor, axis: Any = -1) -> Array:
    return loss_value(LossKind("cosine_similarity"), y_true, y_pred, axis)


@function(*_both("binary_crossentropy"), *_both("bce"))
def binary_crossentropy(
    y_true: Tensor, y_pred: Tensor, from_logits: Any = False, label_smoothing: Any = 0.0, axis: Any = -1
) -> Array:
    return loss_value(LossKind("binary_crossentropy"), y_true, y_pred, axis)


@function(*_both("binary_focal_crossentropy"))
def binary_focal_crossentropy(
    y_true: Tensor, y_pred: Tensor, apply_class_balancing: Any = False, alpha: Any = 0.25, gamma: Any = 2.0,
    from_logits: Any = False, label_smoothing: Any = 0.0, axis: Any = -1,
) -> Array:  # fmt: skip
    return loss_value(LossKind("binary_focal_crossentropy"), y_true, y_pred, axis)


@function(*_both("categorical_crossentropy"))
def categorical_crossentropy(
    y_true: Tensor, y_pred: Tensor, from_logits: Any = False, label_smoothing: Any = 0.0, axis: Any = -1
) -> Array:
    return loss_value(LossKind("categorical_crossentropy"), y_true, y_pred, axis)


@function(*_both("categorical_focal_crossentropy"))
def categorical_focal_crossentropy(
    y_true: Tensor, y_pred: Tensor, alpha: Any = 0.25, gamma: Any = 2.0, from_logits: Any = False,
    label_smoothing: Any = 0.0, axis: Any = -1,
) -> Array:  # fmt: skip
    return loss_value(LossKind("categorical_focal_crossentropy"), y_true, y_pred, axis)


@function(*_both("sparse_categorical_crossentropy"))
def sparse_categorical_crossentropy(
    y_true: Tensor, y_pred: Tensor, from_logits: Any = False, ignore_class: Any = None, axis: Any = -1
) -> Array:
    kind = LossKind("sparse_categorical_crossentropy", ignore_class=ignore_class)
    return loss_value(kind, y_true, y_pred, axis)


@function("keras.losses.dice")
def dice(y_true: Tensor, y_pred: Tensor, axis: Any = None) -> Array:
    return loss_value(LossKind("dice"), y_true, y_pred, axis)


@function("keras.losses.tversky")
def tversky(y_true: Tensor, y_pred: Tensor, alpha: Any = 0.5, beta: Any = 0.5, axis: Any = None) -> Array:
    return loss_value(LossKind("tversky"), y_true, y_pred, axis)


@function("keras.losses.circle")
def circle(
    y_true: Tensor, y_pred: Tensor, ref_labels: Any = None, ref_embeddings: Any = None, remove_diagonal: Any = True,
    gamma: Any = 80, margin: Any = 0.4,
) -> Array:  # fmt: skip
    return loss_value(LossKind("circle"), y_true, y_pred)


@function("keras.losses.categorical_generalized_cross_entropy")
def categorical_generalized_cross_entropy(y_true: Tensor, y_pred: Tensor, q: Any) -> Array:
    return loss_value(LossKind(GENERALIZED), y_true, y_pred)


@function(*(f"keras.losses.{cls}.__call__" for cls in CLASSES), *(f"keras.losses.{cls}.call" for cls in CLASSES))
def call(self: Object, y_true: Any, y_pred: Any, sample_weight: Any = None) -> Array | Unknown:
    """keras/src/losses/loss.py, Loss.__call__: one number, unless nothing is reduced."""
    kind, options = loss_kind(self), self.arguments
    y, output = as_tensor(y_true), as_tensor(y_pred)
    if kind is None or isinstance(y, Unknown) or isinstance(output, Unknown):
        return Unknown("a loss of tensors that are not known")
    axis = kind.axis if kind.axis is not None or kind.name in _WHOLE else -1
    value = loss_value(kind, y, output.like(dtype="float32"), axis, aligned=True)
    reduction = options.get("reduction", "sum_over_batch_size")
    if any(k.isdigit() for k in options) and "reduction" not in options:
        reduction = _positional_reduction(self)
    dtype = "float32" if options.get("dtype") is None else ""
    if isinstance(reduction, Library):
        reduction = reduction.name.rpartition(".")[2].lower()
    if not isinstance(reduction, str) and reduction is not None:
        return Array(None, dtype, kind=value.kind)
    if reduction in (None, "none") and sample_weight is None:
        return value.like(dtype=dtype)
    weight = as_tensor(sample_weight)
    if reduction in (None, "none") and isinstance(weight, Array) and weight.shape == ():
        return value.like(shape=_beside_one_weight(value.shape), dtype=dtype)
    return Array(None if reduction in (None, "none") else (), dtype, kind=value.kind)


def _beside_one_weight(shape: Shape | None) -> Shape | None:
    """A single loss becomes a number where there is a number to multiply it by."""
    if shape is None or len(shape) != 1:
        return shape
    return () if shape[0] == 1 else shape if isinstance(shape[0], int) else None


def _positional_reduction(made: Object) -> Any:
    order = CLASSES[made.cls.rpartition(".")[2]][1].split()
    places = {order[int(k)]: v for k, v in made.arguments.items() if k.isdigit() and int(k) < len(order)}
    known = len(places) == sum(k.isdigit() for k in made.arguments)
    return places.get("reduction", "sum_over_batch_size" if known else Unknown("an argument by position"))


@function("keras.losses.get")
def get(identifier: Any) -> Any:
    """keras/src/losses/__init__.py: a string's function."""
    kind = loss_kind(identifier) if isinstance(identifier, str) else None
    if kind is None:
        return identifier if isinstance(identifier, (Object, Library)) else Unknown("a loss")
    if identifier in CLASSES:
        return Object(f"keras.losses.{identifier}")
    return Library(f"keras.losses.{kind.name}")
