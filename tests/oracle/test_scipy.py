"""What SciPy's functions do to arrays, against real SciPy."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from .arrays import Draw, array, on_array
from .functions import FunctionCase
from .harness import Case, check

_RANKS = (1, 2, 3)


def _plain(name: str) -> Draw:
    return on_array(name, (lambda *_: ()), _RANKS)


def _on_axis(name: str) -> Draw:
    return on_array(name, (lambda *_: ()), _RANKS, axis=lambda d, a: d.choice((None, *range(-a.ndim, a.ndim), 3)))


def _filter(name: str, *arguments: object) -> Draw:
    def case(draw: Random) -> Case:
        x = array(draw, draw.choice(_RANKS), draw.choice(("float64", "float32", "uint8", "int64")))
        return FunctionCase(name, (x, *arguments))

    return case


def _signal(name: str, *before: object) -> Draw:
    def case(draw: Random) -> Case:
        shape = draw.choice(((40,), (3, 40), (2, 3, 40)))
        x = np.zeros(shape, draw.choice(("float64", "float32", "int64")))
        axis = {} if draw.random() < 0.7 else {"axis": draw.choice((0, -1, 4))}
        return FunctionCase(name, (*before, x), axis)

    return case


def _zoom(draw: Random) -> Case:
    x = array(draw, draw.choice((2, 3)), draw.choice(("float64", "uint8")))
    factor = draw.choice((2, 0.5, 1.5, tuple(draw.choice((1, 2, 0.5)) for _ in x.shape)))
    return FunctionCase("scipy.ndimage.zoom", (x, factor))


def _rotate(draw: Random) -> Case:
    x = array(draw, draw.choice((2, 3)), "float64")
    return FunctionCase("scipy.ndimage.rotate", (x, draw.choice((30, 90))), {"reshape": False})


def _resample(draw: Random) -> Case:
    x = np.zeros(draw.choice(((40,), (40, 3), (2, 40))), draw.choice(("float64", "float32", "int64")))
    return FunctionCase("scipy.signal.resample", (x, draw.choice((10, 80))), {"axis": draw.choice((0, -1, 0, 2))})


_COEFFICIENTS = (np.array([0.1, 0.2]), np.array([1.0, 0.3]))
_SECTIONS = np.array([[0.1, 0.2, 0.1, 1.0, 0.3, 0.1]])
_NDIMAGE = ("median_filter", "uniform_filter", "maximum_filter", "minimum_filter")
TABLE: dict[str, Draw] = {
    **{f"scipy.special.{n}": _plain(f"scipy.special.{n}") for n in ("expit", "logit")},
    **{f"scipy.special.{n}": _on_axis(f"scipy.special.{n}") for n in ("softmax", "log_softmax", "logsumexp")},
    "scipy.stats.zscore": _on_axis("scipy.stats.zscore"),
    **{f"scipy.ndimage.{n}": _filter(f"scipy.ndimage.{n}", 3) for n in _NDIMAGE},
    "scipy.ndimage.gaussian_filter": _filter("scipy.ndimage.gaussian_filter", 1.0),
    **{f"scipy.ndimage.{n}": _filter(f"scipy.ndimage.{n}") for n in ("sobel", "laplace")},
    "scipy.ndimage.shift": _filter("scipy.ndimage.shift", 1),
    "scipy.ndimage.zoom": _zoom,
    "scipy.ndimage.rotate": _rotate,
    **{f"scipy.signal.{n}": _signal(f"scipy.signal.{n}", *_COEFFICIENTS) for n in ("filtfilt", "lfilter")},
    **{f"scipy.signal.{n}": _signal(f"scipy.signal.{n}", _SECTIONS) for n in ("sosfiltfilt", "sosfilt")},
    "scipy.signal.detrend": _signal("scipy.signal.detrend"),
    "scipy.signal.savgol_filter": lambda d: FunctionCase(
        "scipy.signal.savgol_filter", (np.zeros(d.choice(((40,), (3, 40))), d.choice(("float64", "float32"))), 5, 2)
    ),
    "scipy.signal.medfilt": _plain("scipy.signal.medfilt"),
    "scipy.signal.hilbert": _signal("scipy.signal.hilbert"),
    "scipy.signal.resample": _resample,
}


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_scipy(name: str) -> None:
    pytest.importorskip("scipy")
    check(TABLE, name)
