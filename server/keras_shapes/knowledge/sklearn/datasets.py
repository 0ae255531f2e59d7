"""sklearn.datasets: the toy data that come with it, and the generators of more."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import Dim
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..arguments import as_flag, as_int, as_size, plain
from ..numpy.intervals import spread
from ..registry import Function, attribute, function

_BUNCH = "sklearn.utils.Bunch"
# name: samples, features, bounds of the features, classes (None: a number is to be predicted)
_TABLES: dict[str, tuple[int, int, tuple[float, float] | None, int | None]] = {
    "load_iris": (150, 4, (0.1, 7.9), 3),
    "load_digits": (1797, 64, (0.0, 16.0), 10),
    "load_wine": (178, 13, (0.13, 1680.0), 3),
    "load_breast_cancer": (569, 30, (0.0, 4254.0), 2),
    "load_diabetes": (442, 10, None, None),
    "fetch_california_housing": (20640, 8, None, None),
}


def _loader(name: str) -> Function:
    samples, features, bounds, classes = _TABLES[name]

    def load(*, return_X_y: Any = False, as_frame: Any = False, n_class: Any = 10, scaled: Any = True, **_: Any) -> Any:
        if as_frame is not False or n_class != 10:
            return Unknown("a table of pandas, or a part of the data")
        data = Array((samples, features), "float64", None if bounds is None else Interval(*bounds))
        labels = "float64" if classes is None else "int64"
        target = Array((samples,), labels, None if classes is None else Interval(0, classes - 1))
        both = as_flag(return_X_y)
        if both is None:
            return Unknown("a pair or a bunch")
        return (data, target) if both else Object(_BUNCH, {"name": name, "data": data, "target": target})

    return load


for _name in _TABLES:
    function(f"sklearn.datasets.{_name}")(_loader(_name))


@attribute(f"{_BUNCH}.data")
def data(self: Object) -> Any:
    return self.arguments["data"]


@attribute(f"{_BUNCH}.target")
def target(self: Object) -> Any:
    return self.arguments["target"]


@attribute(f"{_BUNCH}.images")
def images(self: Object) -> Any:
    if self.arguments["name"] != "load_digits":
        return Unknown("an attribute that this data has not")
    return Array((1797, 8, 8), "float64", Interval(0.0, 16.0))


@attribute(f"{_BUNCH}.target_names", f"{_BUNCH}.feature_names")
def names(self: Object) -> Unknown:
    return Unknown("names")


def _made(samples: Any, features: Any, classes: Any, labels: tuple[Dim, ...] = ()) -> tuple[Array, Array]:
    size = as_size(samples) if not isinstance(samples, (tuple, list)) else sum(samples)
    count = as_int(classes)
    bounds = Interval(0, count - 1) if count is not None and count > 0 else None
    y = Array((size, *labels), "int64", spread(bounds, "int64", (size,)))
    return Array((size, as_size(features)), "float64"), y


@function("sklearn.datasets.make_classification")
def make_classification(
    n_samples: Any = 100, n_features: Any = 20, *, n_informative: Any = 2, n_classes: Any = 2,
    n_clusters_per_class: Any = 2, return_X_y: Any = True, **_: Any,
) -> Any:  # fmt: skip
    """Each cluster of each class stands at a corner of its own, of the cube of the informative features."""
    informative, classes, clusters = as_int(n_informative), as_int(n_classes), as_int(n_clusters_per_class)
    if informative is not None and classes is not None and clusters and classes * clusters > 2**informative:
        made = _made(n_samples, n_features, n_classes)
        facts = {"need": "clusters", "class": "make_classification", "informative": informative}
        raise Mismatch("layer-argument", 2**informative // clusters, classes, made, argument="n_classes", **facts)
    return _made(n_samples, n_features, n_classes) if return_X_y is True else Unknown("a bunch")


@function("sklearn.datasets.make_regression")
def make_regression(
    n_samples: Any = 100, n_features: Any = 100, *, n_targets: Any = 1, coef: Any = False, **_: Any
) -> Any:
    x, _labels = _made(n_samples, n_features, None)
    size = x.shape[0] if x.shape else None
    targets = as_size(n_targets)
    y = Array((size,) if targets == 1 else (size, targets), "float64")
    if coef is False:
        return x, y
    weights = (as_size(n_features),) if targets == 1 else (as_size(n_features), targets)
    return x, y, Array(weights, "float64")


@function("sklearn.datasets.make_blobs")
def make_blobs(
    n_samples: Any = 100, n_features: Any = 2, *, centers: Any = None, return_centers: Any = False, **_: Any
) -> Any:
    given = plain(centers)
    if isinstance(n_samples, (list, tuple)):
        classes: Any = len(n_samples)
    else:
        classes = (
            3 if given is None else given if isinstance(given, int) else len(given) if isinstance(given, list) else None
        )
    features = n_features if given is None or isinstance(given, int) else _width(centers)
    x, y = _made(n_samples, features, classes)
    return (x, y) if return_centers is False else Unknown("three arrays")


def _length(centers: Any) -> int | None:
    return len(centers) if isinstance(centers, (list, tuple)) else None


def _width(centers: Any) -> Any:
    """The features are as many as the coordinates of a given centre."""
    if isinstance(centers, Array) and centers.shape is not None and len(centers.shape) == 2:
        return centers.shape[1]
    if isinstance(centers, (list, tuple)) and centers and isinstance(centers[0], (list, tuple)):
        return len(centers[0])
    return Unknown("the width of the centres")


@function("sklearn.datasets.make_moons", "sklearn.datasets.make_circles")
def make_moons(n_samples: Any = 100, **_: Any) -> tuple[Array, Array]:
    return _made(n_samples, 2, 2)


@function("sklearn.datasets.make_gaussian_quantiles")
def make_gaussian_quantiles(
    *, n_samples: Any = 100, n_features: Any = 2, n_classes: Any = 3, **_: Any
) -> tuple[Array, Array]:
    return _made(n_samples, n_features, n_classes)


@function("sklearn.datasets.make_multilabel_classification")
def make_multilabel_classification(
    n_samples: Any = 100, n_features: Any = 20, *, n_classes: Any = 5, sparse: Any = False,
    return_indicator: Any = "dense", return_distributions: Any = False, **_: Any,
) -> Any:  # fmt: skip
    if sparse is not False or return_indicator != "dense" or return_distributions is not False:
        return Unknown("labels in another form")
    return _made(n_samples, n_features, 2, (as_size(n_classes),))
