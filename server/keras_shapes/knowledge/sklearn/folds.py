"""sklearn.model_selection's folds: KFold and its like, and the indices that their `split` gives."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Many, Object
from ..arguments import as_int
from ..coercion import as_array
from ..registry import Function, function
from ..run import Run
from .model_selection import common_samples, unknown_sizes

_SELECTION = "sklearn.model_selection."
_STRATIFIED = ("StratifiedKFold", "RepeatedStratifiedKFold", "StratifiedGroupKFold")
_FOLDS = {
    "KFold": 5, "GroupKFold": 5, "TimeSeriesSplit": 5, "ShuffleSplit": 10, "StratifiedShuffleSplit": 10,
    "GroupShuffleSplit": 5, "RepeatedKFold": 5, **dict.fromkeys(_STRATIFIED, 5),
}  # fmt: skip
"""Each class with how many splits it makes where nothing is said."""


def _constructor(name: str, splits: int) -> Function:
    def make(n_splits: Any = splits, *_: Any, **__: Any) -> Object:
        return Object(_SELECTION + name, {"n_splits": n_splits})

    return make


for _name, _splits in _FOLDS.items():
    function(_SELECTION + _name)(_constructor(_name, _splits))


@function(*(f"{_SELECTION}{name}.split" for name in _FOLDS))
def split(self: Object, X: Any, y: Any = None, groups: Any = None, *, run: Run) -> Any:
    """sklearn/model_selection/_split.py: pairs of the indices for training and of those for testing.

    Raises Mismatch("sample-count") for other numbers of samples, "array-shapes" for classes in several columns.
    """
    given = [as_array(part) for part in (X, y, groups) if part is not None]
    samples = common_samples(given, "split")
    if self.cls.rpartition(".")[2] in _STRATIFIED:
        _require_classes(as_array(y))
    bounds = Interval(0, samples - 1, attained=False) if isinstance(samples, int) and samples > 0 else None
    pair = tuple(Array((size,), "int64", bounds) for size in _sizes(self, samples, run))
    repeated = "Repeated" in self.cls
    return Many("the folds of a split", element=pair, length=ANY if repeated else _count(self))


def _require_classes(y: Any) -> None:
    if isinstance(y, Array) and y.shape is not None and len(y.shape) == 2:
        columns = y.shape[1]
        if isinstance(columns, int) and columns > 1:
            one = "one class for each sample"
            raise Mismatch("array-shapes", one, y.shape, operation="split", argument="y", classes=True)


def _count(self: Object) -> Dim:
    splits = as_int(self.arguments.get("n_splits"))
    return ANY if splits is None else splits


def _sizes(self: Object, samples: Dim, run: Run) -> tuple[Dim, Dim]:
    """How many samples each fold leaves for training, and how many are for testing."""
    splits = _count(self)
    even = self.cls.rpartition(".")[2] in ("KFold", "RepeatedKFold")
    if even and isinstance(samples, int) and isinstance(splits, int) and splits > 1:
        test, uneven = divmod(samples, splits)
        if not uneven:
            return samples - test, test
    return unknown_sizes(run)


@function(*(f"{_SELECTION}{name}.get_n_splits" for name in _FOLDS))
def splits_of(self: Object, *_: Any, **__: Any) -> Any:
    return self.arguments.get("n_splits")
