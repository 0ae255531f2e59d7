"""sklearn.preprocessing and decomposition: scalers, encoders, PCA."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, same, subtract
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..arguments import as_int, as_number
from ..numpy.selection import different
from ..registry import Function, function
from ..run import Run

_PREPROCESSING = "sklearn.preprocessing."
_SCALERS = (
    "StandardScaler MinMaxScaler RobustScaler MaxAbsScaler Normalizer QuantileTransformer PowerTransformer".split()
)
_IMPUTER = "sklearn.impute.SimpleImputer"
KEEPING = frozenset((_IMPUTER, *(_PREPROCESSING + name for name in (*_SCALERS, "OrdinalEncoder"))))
"""Transformers that give as many columns as they get."""

_ENCODERS = "LabelEncoder LabelBinarizer OneHotEncoder OrdinalEncoder".split()


def _constructor(name: str, *positional: str) -> Function:
    def make(*arguments: Any, **keywords: Any) -> Object:
        return Object(name, {**dict(zip(positional, arguments)), **keywords})

    return make


for _name in (*_SCALERS, *_ENCODERS):
    function(_PREPROCESSING + _name)(_constructor(_PREPROCESSING + _name, "feature_range"))
function(_IMPUTER)(_constructor(_IMPUTER, "missing_values", "strategy"))
function("sklearn.decomposition.PCA")(_constructor("sklearn.decomposition.PCA", "n_components"))


def _methods(classes: list[str], *methods: str) -> tuple[str, ...]:
    return tuple(f"{_PREPROCESSING}{cls}.{method}" for cls in classes for method in methods)


_FEATURES = "features"
"""The argument of a scaler's or PCA's object that says how many columns it was fitted to. No constructor has it."""


def _fitted(self: Object, x: Array, run: Run | None) -> Object:
    """The object as it is after `fit`: it knows how many columns the data had."""
    return _fitted_to(self, x.shape[1] if x.rank == 2 and x.shape else ANY, run)


def _fitted_to(self: Object, features: Dim, run: Run | None) -> Object:
    fitted = replace(self, arguments={**self.arguments, _FEATURES: features})
    if run is not None:
        run.change(self, fitted)
    return fitted


def _require_features(self: Object, x: Array, back: bool = False) -> None:
    """Raises Mismatch("array-shapes") for other columns than were fitted. back: `inverse_transform`."""
    features = self.arguments.get(_FEATURES, ANY)
    if x.shape is None or len(x.shape) != 2 or same(x.shape[1], features) is not False:
        return
    # Back from one column numpy broadcasts, and what neither shifts nor scales does nothing.
    lenient = back and self.cls.endswith(_BROADCASTING)
    if lenient and (features == 1 or not all(self.arguments.get(n, True) is True for n in ("with_mean", "with_std"))):
        return
    raise Mismatch("array-shapes", features, x.shape, operation="sklearn", features=x.shape[1], argument="X", result=x)


_BROADCASTING = ("StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler")


@function(*_methods(_SCALERS, "fit", "partial_fit"))
def fit_scaler(self: Any, X: Array, y: Any = None, *, run: Run, **_: Any) -> Any:
    _require_table(X)
    return _fitted(self, X, run)


@function(*_methods(["LabelEncoder", "LabelBinarizer"], "fit"))
def fit_labels(self: Any, y: Any) -> Any:
    return self


@function(*_methods(["OneHotEncoder", "OrdinalEncoder"], "fit"))
def fit_encoder(self: Any, X: Any, y: Any = None, **_: Any) -> Any:
    return self


@function("sklearn.decomposition.PCA.fit")
def fit_components(self: Any, X: Array, y: Any = None, *, run: Run, **_: Any) -> Any:
    return _fitted(self, X, run)


def _require_table(x: Array) -> None:
    """scikit-learn takes (samples, features) and nothing else."""
    if x.shape is not None and len(x.shape) != 2:
        raise Mismatch("array-shapes", 2, x.shape, operation="sklearn", table=True)


def _scaled_type(dtype: str) -> str:
    return dtype if dtype in ("float32", "") else "float64"


@function(*_methods(_SCALERS, "fit_transform"))
def fit_transform(self: Object, X: Array, y: Any = None, *, run: Run, **_: Any) -> Array:
    _require_table(X)
    _fitted(self, X, run)
    bounds = _range_of(self) if self.cls.endswith("MinMaxScaler") and X.shape and X.shape[0] != 1 else None
    return Array(X.shape, _scaled_type(X.dtype), bounds)


def _range_of(scaler: Object) -> Interval | None:
    limits = scaler.arguments.get("feature_range", (0, 1))
    if not isinstance(limits, (list, tuple)) or len(limits) != 2:
        return None
    low, high = as_number(limits[0]), as_number(limits[1])
    return None if low is None or high is None else Interval(low, high)


@function(*_methods(_SCALERS, "transform"))
def transform(self: Object, X: Array, **_: Any) -> Array:
    # Other data than was fitted may lie beyond MinMaxScaler's range.
    _require_table(X)
    _require_features(self, X)
    return Array(X.shape, _scaled_type(X.dtype))


@function(*_methods(_SCALERS, "inverse_transform"))
def inverse_transform(self: Object, X: Array, **_: Any) -> Array:
    _require_table(X)
    _require_features(self, X, back=True)
    return Array(X.shape, _scaled_type(X.dtype))


@function(_PREPROCESSING + "LabelEncoder.fit_transform", _PREPROCESSING + "LabelEncoder.transform")
def encode_labels(self: Object, y: Array) -> Array:
    """Numbers from 0 without gaps."""
    count = different(y)
    bounds = Interval(0, count - 1) if isinstance(count, int) and count > 0 else None
    return Array((_labels(y),), "int64", bounds)


def _labels(y: Array) -> Dim:
    """How many labels there are; a column of them is taken as well."""
    if y.shape is None:
        return ANY
    if len(y.shape) == 0 or len(y.shape) > 2 or (len(y.shape) == 2 and isinstance(y.shape[1], int) and y.shape[1] != 1):
        raise Mismatch("array-shapes", 1, y.shape, operation="sklearn", labels=True)
    return y.shape[0]


@function(_PREPROCESSING + "LabelBinarizer.fit_transform", _PREPROCESSING + "LabelBinarizer.transform")
def binarize_labels(self: Object, y: Array) -> Array:
    """One column for each class; of two classes a single one."""
    classes = different(y)
    columns: Dim = 1 if classes in (1, 2) else classes
    return Array((y.shape[0] if y.shape else ANY, columns), "int64", one_hot=isinstance(columns, int) and columns > 2)


@function(_PREPROCESSING + "OneHotEncoder.fit_transform", _PREPROCESSING + "OneHotEncoder.transform")
def encode_one_hot(self: Object, X: Array, y: Any = None) -> Array | Object:
    _require_table(X)
    dense = self.arguments.get("sparse_output", self.arguments.get("sparse", True)) is False
    single = X.shape is not None and X.shape[1] == 1 and not {"drop", "min_frequency"} & set(self.arguments)
    columns = different(X) if single and "categories" not in self.arguments else ANY
    rows = X.shape[0] if X.shape else ANY
    made = Array(
        (rows, columns), "float64" if "dtype" not in self.arguments else "", Interval(0, 1, False), one_hot=single
    )
    return made if dense else Object("scipy.sparse.csr_matrix", {"array": made})


@function(_PREPROCESSING + "MultiLabelBinarizer")
def multi_label_binarizer(*, classes: Any = None, sparse_output: Any = False) -> Object:
    return Object(_PREPROCESSING + "MultiLabelBinarizer", {"classes": classes, "sparse_output": sparse_output})


@function(_PREPROCESSING + "MultiLabelBinarizer.fit")
def fit_many_labels(self: Object, y: Any, *, run: Run) -> Object:
    return _fitted_to(self, _classes_in(self, y), run)


@function(_PREPROCESSING + "MultiLabelBinarizer.fit_transform")
def fit_binarize_many(self: Object, y: Any, *, run: Run) -> Array | Unknown:
    return binarize_many(_fitted_to(self, _classes_in(self, y), run), y)


@function(_PREPROCESSING + "MultiLabelBinarizer.transform")
def binarize_many(self: Object, y: Any) -> Array | Unknown:
    """A column for each class, with a 1 in each that a sample has."""
    if self.arguments.get("sparse_output") is not False:
        return Unknown("a sparse matrix")
    count: Dim = y.shape[0] if isinstance(y, Array) and y.shape else ANY
    if isinstance(y, (list, tuple)):
        count = len(y)
    return Array((count, self.arguments.get(_FEATURES, ANY)), "int64", Interval(0, 1, attained=False))


def _classes_in(binarizer: Object, y: Any) -> Dim:
    """How many different labels the samples have."""
    named = binarizer.arguments.get("classes")
    if isinstance(named, (list, tuple)):
        return len(named)
    if named is not None or not isinstance(y, (list, tuple)):
        return ANY
    labels = [label for sample in y for label in (sample if isinstance(sample, (list, tuple, str)) else (None,))]
    return len(set(labels)) if all(isinstance(label, (str, int)) for label in labels) else ANY


@function("scipy.sparse.csr_matrix.toarray", "scipy.sparse.csr_matrix.todense")
def to_array(self: Object) -> Any:
    return self.arguments["array"]


@function(_PREPROCESSING + "OrdinalEncoder.fit_transform", _PREPROCESSING + "OrdinalEncoder.transform")
def encode_ordinals(self: Object, X: Array, y: Any = None) -> Array:
    _require_table(X)
    return Array(X.shape, "float64" if "dtype" not in self.arguments else "")


@function(_PREPROCESSING + "normalize", _PREPROCESSING + "scale", _PREPROCESSING + "minmax_scale")
def scaled(X: Array, *_: Any, **__: Any) -> Array:
    return Array(X.shape, _scaled_type(X.dtype))


@function("sklearn.decomposition.PCA.fit_transform")
def fit_project(self: Object, X: Array, y: Any = None, *, run: Run) -> Array:
    _fitted(self, X, run)
    return project(self, X)


@function("sklearn.decomposition.PCA.transform")
def project(self: Object, X: Array) -> Array:
    _require_table(X)
    _require_features(self, X)
    wanted = as_int(self.arguments.get("n_components"))
    if X.shape is None or wanted is None:
        return Array((X.shape[0] if X.shape else ANY, ANY), _scaled_type(X.dtype))
    room = [s for s in X.shape if isinstance(s, int) and isinstance(subtract(wanted, s), int) and wanted > s]
    if room:
        raise Mismatch("array-shapes", room[0], wanted, operation="PCA")
    return Array((X.shape[0], wanted), _scaled_type(X.dtype))
