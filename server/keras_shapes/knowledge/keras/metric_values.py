"""Metrics called by the program itself: as functions, and as objects that collect what they are given.

Sources: keras/src/metrics/. The functions that are losses too stand in loss_values.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import axes
from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dtype import keras_divided
from ...values.reference import Library, Object
from ...values.unknown import Unknown
from ..arguments import as_axes, tensor_kind
from ..coercion import Tensor, as_tensor
from ..registry import function
from .alignment import ranks_aligned
from .metrics import check_called, metric_name

_METRICS = "keras.metrics."
# One number comes of these, whatever they are given.
_SCALAR = """Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalCrossentropy CategoricalHinge
    CosineSimilarity Hinge KLDivergence LogCoshError MeanAbsoluteError MeanAbsolutePercentageError MeanIoU
    MeanSquaredError MeanSquaredLogarithmicError OneHotMeanIoU Poisson RootMeanSquaredError SparseCategoricalAccuracy
    SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SquaredHinge TopKCategoricalAccuracy IoU BinaryIoU
    OneHotIoU AUC SensitivityAtSpecificity SpecificityAtSensitivity PrecisionAtRecall RecallAtPrecision
    ConcordanceCorrelation PearsonCorrelation""".split()
_THRESHOLDS = "Precision Recall FalseNegatives FalsePositives TrueNegatives TruePositives".split()
_OTHERS = ["F1Score", "FBetaScore", "R2Score"]
_VALUES = ["Mean", "Sum"]
_PAIRS = [*_SCALAR, *_THRESHOLDS, *_OTHERS]

COLLECTING = (*_PAIRS, *_VALUES)
"""The classes of keras.metrics that can be called."""


def _methods(classes: Sequence[str], method: str) -> tuple[str, ...]:
    return tuple(f"{_METRICS}{cls}.{method}" for cls in classes)


@function(_METRICS + "binary_accuracy")
def binary_accuracy(y_true: Tensor, y_pred: Tensor, threshold: Any = 0.5) -> Array:
    """keras/src/metrics/accuracy_metrics.py: a 0 or 1 for each element."""
    check_called(Library(_METRICS + "binary_accuracy"), y_true, y_pred)
    if not y_true.shape or not y_pred.shape:
        return Array(None, "float32", kind=tensor_kind(y_true, y_pred))
    pairs = ranks_aligned(y_true.shape, y_pred.shape)
    return Array(broadcast(*pairs[0]) if len(pairs) == 1 else None, "float32", kind=tensor_kind(y_true, y_pred))


@function(_METRICS + "categorical_accuracy")
def categorical_accuracy(y_true: Tensor, y_pred: Tensor) -> Array:
    """One for each row of classes. Labels of one axis more keep theirs."""
    check_called(Library(_METRICS + "categorical_accuracy"), y_true, y_pred)
    y, output = y_true.shape, y_pred.shape
    made = None
    if y and output:
        made = y[:-1] if len(y) == len(output) + 1 else broadcast(y[:-1], output[:-1])
    return Array(made, "float32", kind=tensor_kind(y_true, y_pred))


@function(_METRICS + "sparse_categorical_accuracy")
def sparse_categorical_accuracy(y_true: Tensor, y_pred: Tensor) -> Array:
    check_called(Library(_METRICS + "sparse_categorical_accuracy"), y_true, y_pred)
    y, output = y_true.shape, y_pred.shape
    made = None
    if y and output and len(y) == len(output) and y[-1] == 1:
        made = y[:-1] if len(y) > 1 else y
    elif y and output and (len(y) != len(output) or isinstance(y[-1], int)):
        made = _without_one(broadcast(y, output[:-1]))
    return Array(made, "float32", kind=tensor_kind(y_true, y_pred))


def _without_one(shape: Shape | None) -> Shape | None:
    """A last axis of 1 goes, except it be the only one; it may be one where it is not known."""
    if shape is None or len(shape) <= 1:
        return shape
    return shape[:-1] if shape[-1] == 1 else shape if isinstance(shape[-1], int) else None


@function(_METRICS + "top_k_categorical_accuracy")
def top_k_categorical_accuracy(y_true: Tensor, y_pred: Tensor, k: Any = 5) -> Array:
    check_called(Library(_METRICS + "top_k_categorical_accuracy"), y_true, y_pred)
    return Array(y_true.shape[:-1] if y_true.shape else None, "float32", kind=tensor_kind(y_true, y_pred))


@function(_METRICS + "sparse_top_k_categorical_accuracy")
def sparse_top_k(y_true: Tensor, y_pred: Tensor, k: Any = 5, from_sorted_ids: Any = False) -> Array:
    if from_sorted_ids is not False:
        return Array(None, "float32", kind=tensor_kind(y_true, y_pred))
    check_called(Library(_METRICS + "sparse_top_k_categorical_accuracy"), y_true, y_pred)
    return Array(y_true.shape or None, "float32", kind=tensor_kind(y_true, y_pred))


@function(_METRICS + "pearson_correlation", _METRICS + "concordance_correlation")
def correlation(y_true: Tensor, y_pred: Tensor, axis: Any = -1) -> Array:
    """keras/src/metrics/correlation_metrics.py"""
    check_called(Library(_METRICS + "pearson_correlation"), y_true, y_pred)
    over = as_axes(axis)
    if not y_true.shape or not y_pred.shape or over is None:
        return Array(None, kind=tensor_kind(y_true, y_pred))
    pairs = ranks_aligned(y_true.shape, y_pred.shape)
    whole = broadcast(*pairs[0]) if len(pairs) == 1 else None
    made = None if whole is None else axes.reduce(whole, over, keepdims=False)
    return Array(made, keras_divided(y_pred.dtype), kind=tensor_kind(y_true, y_pred))


@function(*_methods(_PAIRS, "update_state"))
def update_state(self: Object, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
    """Raises Mismatch where labels and predictions cannot be compared."""
    y, output = as_tensor(y_true), as_tensor(y_pred)
    if isinstance(y, Array) and isinstance(output, Array):
        check_called(self, y, output)


@function(*_methods(_PAIRS, "__call__"))
def call(self: Object, y_true: Any, y_pred: Any, sample_weight: Any = None) -> Array:
    """keras/src/metrics/metric.py: what was collected so far."""
    update_state(self, y_true, y_pred, sample_weight)
    y, output = as_tensor(y_true), as_tensor(y_pred)
    return _collected(self, output if isinstance(y, Array) and isinstance(output, Array) else Array(None))


@function(*_methods(_VALUES, "update_state"))
def update_values(self: Object, values: Any, sample_weight: Any = None) -> None:
    """Any values will do."""


@function(*_methods(_VALUES, "__call__"))
def call_values(self: Object, values: Any, sample_weight: Any = None) -> Array:
    return Array((), _dtype(self), kind="tensor")


@function(*_methods(COLLECTING, "result"))
def result(self: Object) -> Array:
    return _collected(self, Array(None))


@function(*_methods(COLLECTING, "reset_state"), *_methods(COLLECTING, "reset_states"))
def reset_state(self: Object) -> None:
    """Changes no shape."""


def _dtype(metric: Object) -> str:
    return "float32" if metric.arguments.get("dtype") is None and "1" not in metric.arguments else ""


def _collected(metric: Object, output: Array) -> Array:
    """One number, or one for each threshold, or one for each class."""
    name, options = metric.cls.rpartition(".")[2], metric.arguments
    dtype = _dtype(metric)
    if name in _THRESHOLDS and (options.get("thresholds") is not None or "0" in options):
        given = options.get("thresholds", options.get("0"))
        many = len(given) if isinstance(given, (list, tuple)) else None
        plain = isinstance(given, (int, float)) or given is None
        return Array((many,) if many and many > 1 else () if many or plain else None, dtype, kind="tensor")
    if name in _OTHERS:
        option = options.get("class_aggregation", "") if name == "R2Score" else options.get("average")
        if option is not None or "0" in options:
            return Array(None if "0" in options else () if isinstance(option, str) else None, dtype, kind="tensor")
        # Predictions of one axis were given a second one of 1.
        columns = (*output.shape[1:], 1)[:1] if output.shape else None
        return Array(columns, dtype, kind="tensor")
    return Array((), dtype, kind="tensor")


@function(_METRICS + "get")
def get(identifier: Any) -> Any:
    return identifier if isinstance(identifier, (Object, Library)) and metric_name(identifier) else Unknown("a metric")
