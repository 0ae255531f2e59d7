"""keras/src/metrics/: which metric a value stands for, and where it raises for labels against an output."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, product, same
from ...values.mismatch import Mismatch
from ...values.reference import Library, Object
from .alignment import may_be_one, may_broadcast, may_equal, ranks_aligned
from .losses import loss_kind
from .targets import ALIGNING, batch_sizes, check_numbers, check_range, function_may_run, loss_may_run

ACCURACY = "accuracy"
_LOG_COSH = ("LogCoshError", "log_cosh_error", "logcosh")
_FLATTENED = ("precision", "recall", "true_positives", "true_negatives", "false_positives", "false_negatives")
_PLAIN_COUNTS = frozenset(("name", "dtype", "thresholds", "class_id"))
_AT = ("sensitivity_at_specificity", "specificity_at_sensitivity", "precision_at_recall", "recall_at_precision")
_IOU = ("io_u", "mean_io_u", "binary_io_u", "one_hot_io_u", "one_hot_mean_io_u")
# Of these the classes are looked up before labels and predictions are compared.
_SPARSE_IOU = ("sparse_y_true", "sparse_y_pred")
_PLAIN_AUC = frozenset(("name", "dtype", "curve", "summation_method", "num_thresholds", "from_logits", "multi_label"))


def metric_name(metric: Any) -> str | None:
    """A metric by string, function, class or object as its name in keras.metrics' spelling of functions."""
    if isinstance(metric, str):
        name = metric
    elif isinstance(metric, (Library, Object)):
        module, _, name = (metric.name if isinstance(metric, Library) else metric.cls).rpartition(".")
        if module not in ("keras.metrics", "keras.losses"):
            return None
    else:
        return None
    if name.lower() in ("acc", ACCURACY):
        # The class keras.metrics.Accuracy compares elements; the word is Keras' choice by the shapes.
        return ACCURACY if isinstance(metric, str) else "elementwise_accuracy"
    kind = loss_kind("log_cosh" if name in _LOG_COSH else name)
    return kind.name if kind else _snake_case(name)


def _snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def resolved_accuracy(y: Shape, output: Shape) -> str:
    """The accuracy that the word "accuracy" means for these shapes: keras/src/trainers/compile_utils.py."""
    if output[-1] == 1:
        return "binary_accuracy"
    if output[-1] is None or not isinstance(output[-1], int):
        return ACCURACY
    return f"{'sparse_' if len(y) < len(output) or y[-1] == 1 else ''}categorical_accuracy"


def check_metrics(metrics: Any, y: Array, output: Array, batch_size: Any = None) -> None:
    """Raises Mismatch("target-shape", metric=its name) where a metric is proved to raise for labels `y`.

    metrics: what `compile` was given for one output: a metric or a list of them.
    y, output, batch_size: as for `check_target`, which is asked first: a loss speaks before the metrics.
    """
    if not y.shape or not output.shape:
        return
    for metric in metrics if isinstance(metrics, (list, tuple)) else (metrics,):
        name = metric_name(metric)
        if name == ACCURACY:
            name = resolved_accuracy(y.shape, output.shape)
        for batch in batch_sizes(y.shape[0], batch_size):
            if name and not _may_run(name, metric, (batch, *y.shape[1:]), (batch, *output.shape[1:])):
                expected = output.shape[:-1] if name.startswith("sparse_") else output.shape
                raise Mismatch("target-shape", (None, *expected[1:]), y.shape, metric=name, output=output.shape, y=y)


def check_called(metric: Any, y: Array, output: Array) -> None:
    """As `check_metrics` for one metric that the program calls itself, on labels and predictions as they are."""
    name = metric_name(metric)
    if name and y.shape and output.shape and not _may_run(name, metric, y.shape, output.shape):
        expected = output.shape[:-1] if name.startswith("sparse_") else output.shape
        facts = {"metric": name, "output": output.shape, "y": y, "argument": "y_true"}
        raise Mismatch("target-shape", expected, y.shape, **facts)
    kind = loss_kind(name) if name else None
    if name:
        check_numbers(name if kind is None else kind.name, output)
    given = metric.arguments if isinstance(metric, Object) else {}
    # Classes that are sorted already are whole numbers, and compared as such.
    if name in ("top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy") and not (
        {"from_sorted_ids", "3"} & set(given)
    ):
        _check_ranked(name, output)
    if kind is not None and kind.sparse and y.shape and output.shape:
        check_range(kind, y, output.shape)


def _check_ranked(name: str, output: Array) -> None:
    """TensorFlow's InTopKV2 takes float32 alone, and nothing is cast for it."""
    if output.kind != "symbolic" and output.dtype not in ("", "float32"):
        raise Mismatch("array-shapes", "float32", output.dtype, operation=name)


def _may_run(name: str, metric: Any, y: Shape, output: Shape) -> bool:
    arguments = metric.arguments if isinstance(metric, Object) else {}
    if name in _FLATTENED:
        return _counts_may_run(arguments, y, output)
    if name == "auc":
        return _auc_may_run(arguments, y, output)
    if name in _AT:
        return bool({"class_id", "num_thresholds"} & set(arguments)) or _rows_may_run(y, output)
    if name in _IOU:
        return _iou_may_run(name, arguments, y, output)
    if name in _CHECKS:
        return _CHECKS[name](y, output)
    kind = loss_kind(name)
    if kind is None:
        return True
    # A loss used as a metric is the bare function: some of them align the ranks themselves.
    return loss_may_run(kind, y, output) if kind.name in ALIGNING else function_may_run(kind, y, output)


def _elementwise(y: Shape, output: Shape) -> bool:
    return any(may_broadcast(*pair) for pair in ranks_aligned(y, output))


def _categorical_accuracy(y: Shape, output: Shape) -> bool:
    labels = y[:-1]
    if len(labels) != len(output):
        return may_broadcast(labels, output[:-1])
    return may_be_one(labels[-1]) and _matches_may_reshape(labels[:-1], output[:-1])


def _sparse_categorical_accuracy(y: Shape, output: Shape) -> bool:
    if len(y) == len(output) and may_be_one(y[-1]):
        return _matches_may_reshape(y[:-1], output[:-1])
    return may_broadcast(y, output[:-1])


def _matches_may_reshape(labels: Shape, classes: Shape) -> bool:
    """What was squeezed off the labels is put back onto the matches: of as many elements as there were labels."""
    return (
        may_broadcast(labels, classes) and same(product(broadcast(labels, classes) or ()), product(labels)) is not False
    )


def _top_k(y: Shape, output: Shape) -> bool:
    return len(y) >= 2 and _sparse_top_k(y[:-1], output)


def _sparse_top_k(y: Shape, output: Shape) -> bool:
    return len(output) >= 2 and same(product(y), product(output[:-1])) is not False


def _f_score(y: Shape, output: Shape) -> bool:
    return len(y) == len(output) == 2 and may_broadcast(y, output)


def _counts_may_run(arguments: dict[str, Any], y: Shape, output: Shape) -> bool:
    """Precision and its like: labels and predictions of all samples in one row; `class_id` picks a column of both."""
    if not _PLAIN_COUNTS.issuperset(arguments):
        return True
    column = arguments.get("class_id")
    if column is None:
        return any(_one_of(product(a), product(b)) for a, b in ranks_aligned(y, output))
    if not isinstance(column, int) or column < 0:
        return True
    return any(_has(a, column) and _has(b, column) for a, b in ranks_aligned(y, output))


def _has(shape: Shape, column: int) -> bool:
    size = shape[-1]
    return not isinstance(size, int) or column < size


def _auc_may_run(arguments: dict[str, Any], y: Shape, output: Shape) -> bool:
    """Labels and predictions of all samples in two rows of equal length; with `multi_label` in equal columns."""
    if not _PLAIN_AUC.issuperset(arguments):
        return True
    if arguments.get("multi_label") is True:
        return len(output) == 2 and any(
            may_equal(*pair) or may_be_one(pair[0][-1]) for pair in ranks_aligned(y, output)
        )
    return _rows_may_run(y, output)


def _rows_may_run(y: Shape, output: Shape) -> bool:
    """Labels and predictions of all samples, each in one row, pair by pair."""
    return any(same(product(a), product(b)) is not False for a, b in ranks_aligned(y, output))


def _iou_may_run(name: str, arguments: dict[str, Any], y: Shape, output: Shape) -> bool:
    """keras/src/metrics/iou_metrics.py: class numbers in two rows, found by `argmax` where they are not given."""
    one_hot = name.startswith("one_hot")
    if arguments.get("axis", -1) != -1 or any(k.isdigit() and int(k) > 1 for k in arguments):
        return True
    sparse = [arguments.get(option, not one_hot) for option in _SPARSE_IOU]
    if not all(isinstance(s, bool) for s in sparse):
        return True
    rows = [shape if given else shape[:-1] for shape, given in zip((y, output), sparse)]
    return _one_of(product(rows[0]), product(rows[1])) and rows != [(), ()]


def _r2_may_run(y: Shape, output: Shape) -> bool:
    """Two axes, and as many columns of labels as of predictions, or one."""
    pairs = [p for p in ranks_aligned(y, output) if len(p[0]) == len(p[1]) == 2]
    return any(may_broadcast(*p) and (same(p[0][1], p[1][1]) is not False or may_be_one(p[0][1])) for p in pairs)


def _one_of(a: Dim, b: Dim) -> bool:
    return a is ANY or b is ANY or same(a, b) is not False or may_be_one(a) or may_be_one(b)


_CHECKS: dict[str, Callable[[Shape, Shape], bool]] = {
    "elementwise_accuracy": _elementwise,
    "binary_accuracy": _elementwise,
    "root_mean_squared_error": _elementwise,
    "pearson_correlation": _elementwise,
    "concordance_correlation": _elementwise,
    "categorical_accuracy": _categorical_accuracy,
    "sparse_categorical_accuracy": _sparse_categorical_accuracy,
    "top_k_categorical_accuracy": _top_k,
    "sparse_top_k_categorical_accuracy": _sparse_top_k,
    "r2_score": _r2_may_run,
    "f1_score": _f_score,
    "fbeta_score": _f_score,
    "f_beta_score": _f_score,
}
