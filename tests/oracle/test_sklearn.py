"""scikit-learn's splits, scalers, encoders and toy data, against the real ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry

from .arrays import Draw, array, call, filled, one_of, sizes
from .functions import FunctionCase, abstract, resolve
from .harness import Case, check


def _split(draw: Random) -> Case:
    samples = draw.choice((1, 2, 5, 10, 30, 100))
    arrays = []
    for _ in range(draw.choice((1, 2, 2, 3))):
        count = samples if draw.random() < 0.95 else samples + 1
        arrays.append(filled(draw, (count, *sizes(draw, draw.choice((0, 1, 2))))))
    options = {
        "test_size": draw.choice((None, 0.2, 0.25, 0.33, 0.5, 1, 3, 20, 1.5, 0.0)),
        "train_size": draw.choice((None, None, 0.5, 0.8, 5)),
        "random_state": 0,
    }
    return FunctionCase("sklearn.model_selection.train_test_split", tuple(arrays), options)


def _shuffle(draw: Random) -> Case:
    return FunctionCase("sklearn.utils.shuffle", tuple(array(draw, 2) for _ in range(draw.choice((1, 2)))))


@dataclass(frozen=True)
class MethodCase:
    """A method of an object that is constructed first, and fitted where the method does not do it."""

    cls: str
    method: str
    data: Any
    arguments: dict[str, Any] = field(default_factory=dict)

    by_elements = True
    """How many categories there are is in the data."""

    def real(self) -> Any:
        made = resolve(self.cls)(**self.arguments)
        if self.method == "transform":
            made.fit(self.data)
        result = getattr(made, self.method)(self.data)
        return result.toarray() if hasattr(result, "toarray") else result

    def ours(self) -> Any:
        maker = registry.rule(self.cls)
        assert maker is not None
        made = binding.call(maker, (), {k: abstract(v) for k, v in self.arguments.items()})
        result = _called(f"{self.cls}.{self.method}", made, abstract(self.data))
        return _called("scipy.sparse.csr_matrix.toarray", result) if hasattr(result, "cls") else result


def _called(name: str, *arguments: Any) -> Any:
    rule = registry.rule(name)
    assert rule is not None
    return binding.call(rule, arguments, {})


def _scaler(name: str, **choices: tuple[Any, ...]) -> Draw:
    def case(draw: Random) -> Case:
        data = filled(draw, sizes(draw, draw.choice((1, 2, 2, 2, 2, 3))), draw.choice(("float32", "float64", "int64")))
        arguments = {k: draw.choice(v) for k, v in choices.items() if draw.random() < 0.6}
        return MethodCase(f"sklearn.{name}", draw.choice(("fit_transform", "transform")), data, arguments)

    return case


def _encoder(name: str, **choices: tuple[Any, ...]) -> Draw:
    def case(draw: Random) -> Case:
        shape: tuple[int, ...] = draw.choice(((30,), (30, 1), (60,), (5, 2)))
        if name == "OneHotEncoder":
            shape = draw.choice(((30, 1), (30, 1), (20,), (10, 2)))
        labels = np.random.default_rng(draw.getrandbits(32)).integers(0, draw.choice((2, 3, 5)), shape)
        arguments = {k: draw.choice(v) for k, v in choices.items()}
        return MethodCase(f"sklearn.preprocessing.{name}", "fit_transform", labels, arguments)

    return case


def _classes(draw: Random, count: int, classes: int) -> np.ndarray:
    """Class numbers, a column of them, one-hot rows, or probabilities."""
    numbers = np.random.default_rng(draw.getrandbits(32)).integers(0, classes, count)
    form = draw.choice(("flat", "flat", "column", "one-hot", "probabilities"))
    if form == "one-hot":
        return np.eye(classes, dtype="int64")[numbers]
    if form == "probabilities":
        return np.random.default_rng(draw.getrandbits(32)).dirichlet([1.0] * classes, count)
    return numbers if form == "flat" else numbers[:, None]


def _judged(name: str) -> Draw:
    def case(draw: Random) -> Case:
        count, classes = draw.choice((8, 20)), draw.choice((3, 4))
        other = count if draw.random() < 0.9 else count + 1
        given = (_classes(draw, count, classes), _classes(draw, other, classes))
        averaged = {"average": "micro"} if name in _AVERAGED else {}
        return FunctionCase(f"sklearn.metrics.{name}", given, averaged)

    return case


_AVERAGED = ("f1_score", "precision_score", "recall_score", "jaccard_score")
_JUDGES = (*_AVERAGED, "accuracy_score", "hamming_loss", "cohen_kappa_score", "matthews_corrcoef", "confusion_matrix",
           "balanced_accuracy_score", "classification_report")  # fmt: skip


def _many_labels(draw: Random) -> Case:
    labels = [tuple(draw.sample(("a", "b", "c", "d"), draw.choice((1, 2)))) for _ in range(draw.choice((3, 10)))]
    arguments: dict[str, Any] = draw.choice(({}, {}, {"classes": ("a", "b", "c", "d")}))
    return MethodCase("sklearn.preprocessing.MultiLabelBinarizer", "fit_transform", labels, arguments)


@dataclass(frozen=True)
class BunchCase:
    """`load_…().data` and `.target`."""

    name: str

    def real(self) -> Any:
        bunch = resolve(self.name)()
        return bunch.data, bunch.target, getattr(bunch, "images", None)

    def ours(self) -> Any:
        bunch = _called(self.name)
        parts = [_called(f"{bunch.cls}.{part}", bunch) for part in ("data", "target")]
        return *parts, _called(f"{bunch.cls}.images", bunch) if self.name.endswith("digits") else None


def _loaded(name: str) -> Draw:
    def case(draw: Random) -> Case:
        full = f"sklearn.datasets.{name}"
        return BunchCase(full) if draw.random() < 0.5 else FunctionCase(full, (), {"return_X_y": True})

    return case


_LOADERS = "load_iris load_digits load_wine load_breast_cancer load_diabetes".split()
_COUNT = one_of(50, 100, 200)
_BLOBS = {"n_samples": _COUNT, "centers": one_of(None, 2, 4, [[0, 0, 0], [1, 1, 1]]), "n_features": one_of(2, 3)}
_REGRESSION = {"n_samples": _COUNT, "n_features": one_of(3, 12), "n_targets": one_of(1, 2), "coef": one_of(True, False)}
_CLASSES = {"n_samples": _COUNT, "n_features": one_of(4, 8, 20), "n_classes": one_of(2, 3)}
_MANY_LABELS = {"n_samples": _COUNT, "n_features": one_of(4, 20), "n_classes": one_of(2, 5)}

TABLE: dict[str, Draw] = {
    "train_test_split": _split,
    "shuffle": _shuffle,
    "StandardScaler": _scaler("preprocessing.StandardScaler"),
    "MinMaxScaler": _scaler("preprocessing.MinMaxScaler", feature_range=((0, 1), (-1, 1))),
    "RobustScaler": _scaler("preprocessing.RobustScaler"),
    "MaxAbsScaler": _scaler("preprocessing.MaxAbsScaler"),
    "Normalizer": _scaler("preprocessing.Normalizer"),
    "PCA": _scaler("decomposition.PCA", n_components=(1, 2, 3)),
    "LabelEncoder": _encoder("LabelEncoder"),
    "LabelBinarizer": _encoder("LabelBinarizer"),
    "OneHotEncoder": _encoder("OneHotEncoder", sparse_output=(True, False)),
    "OrdinalEncoder": _encoder("OrdinalEncoder"),
    "MultiLabelBinarizer": _many_labels,
    **{name: _judged(name) for name in _JUDGES},
    **{name: _loaded(name) for name in _LOADERS},
    "make_classification": call("sklearn.datasets.make_classification", **_CLASSES),
    "make_regression": call("sklearn.datasets.make_regression", **_REGRESSION),
    "make_blobs": call("sklearn.datasets.make_blobs", **_BLOBS),
    "make_moons": call("sklearn.datasets.make_moons", n_samples=one_of(50, 100, (20, 30)), noise=one_of(0.1)),
    "make_circles": call("sklearn.datasets.make_circles", n_samples=one_of(50, 100)),
    "make_gaussian_quantiles": call("sklearn.datasets.make_gaussian_quantiles", **_CLASSES),
    "make_multilabel": call("sklearn.datasets.make_multilabel_classification", **_MANY_LABELS),
}


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_sklearn(name: str) -> None:
    check(TABLE, name)
