"""sklearn.metrics of classes: one class for each sample, or one-hot rows, and the same of both."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import ANY, same
from ...values.mismatch import Mismatch
from ...values.scalar import Scalar, text
from ...values.unknown import Unknown
from ..registry import function

_CLASSES = "one class for each sample"
# Of one-hot rows no class of a sample is told from its others.
_ONE_CLASS = frozenset(("confusion_matrix", "cohen_kappa_score", "matthews_corrcoef", "balanced_accuracy_score"))
_SCORES = (
    "accuracy_score", "f1_score", "precision_score", "recall_score", "fbeta_score", "jaccard_score", "zero_one_loss",
    "hamming_loss", "matthews_corrcoef", "balanced_accuracy_score",
)  # fmt: skip


def check_classes(name: str, y_true: Array, y_pred: Array) -> None:
    """Raises Mismatch where sklearn/metrics/_classification.py (_check_targets) does.

    classes=True: one of both holds a row of several numbers for each sample; `argument` says which.
    """
    pair = {"y_true": y_true, "y_pred": y_pred}
    if y_true.shape and y_pred.shape and same(y_true.shape[0], y_pred.shape[0]) is False:
        raise Mismatch("sample-count", y_true.shape[0], y_pred.shape[0], arrays=(y_true, y_pred), operation=name,
                       first=("y_true", None), second=("y_pred", None))  # fmt: skip
    rows = [argument for argument, array in pair.items() if _has_rows(array)]
    alone = len(rows) == 1 and all(_has_rows(a) or _is_flat(a) for a in pair.values())
    if alone or (rows and name in _ONE_CLASS and len(rows) == 2):
        argument = rows[-1]
        raise Mismatch("array-shapes", _CLASSES, pair[argument].shape, operation=name, argument=argument, classes=True)


def _has_rows(array: Array) -> bool:
    return array.rank == 2 and array.shape is not None and isinstance(array.shape[1], int) and array.shape[1] > 1


def _is_flat(array: Array) -> bool:
    return array.rank == 1 or (array.rank == 2 and array.shape is not None and array.shape[1] == 1)


def _scored(name: str, y_true: Array, y_pred: Array, options: dict[str, Any]) -> Array | Unknown:
    check_classes(name, y_true, y_pred)
    if "normalize" in options or isinstance(options.get("average"), Unknown):
        return Unknown("a score, or a count")
    # A number, or one for each class.
    alone = options.get("average", "binary") is not None
    return Scalar("a score", dtype="float64") if alone else Array((ANY,), "float64")


def _score(name: str) -> None:
    @function(f"sklearn.metrics.{name}")
    def score(y_true: Array, y_pred: Array, *_: Any, **options: Any) -> Array | Unknown:
        return _scored(name, y_true, y_pred, options)


@function("sklearn.metrics.cohen_kappa_score")
def cohen_kappa_score(y1: Array, y2: Array, *_: Any, **options: Any) -> Array | Unknown:
    return _scored("cohen_kappa_score", y1, y2, options)


for _name in _SCORES:
    _score(_name)


@function("sklearn.metrics.confusion_matrix")
def confusion_matrix(y_true: Array, y_pred: Array, *_: Any, **__: Any) -> Array:
    check_classes("confusion_matrix", y_true, y_pred)
    return Array((ANY, ANY), "int64" if not __ else "")


@function("sklearn.metrics.classification_report")
def classification_report(y_true: Array, y_pred: Array, *_: Any, output_dict: Any = False, **__: Any) -> Any:
    check_classes("classification_report", y_true, y_pred)
    return text("a report") if output_dict is False else Unknown("a report")
