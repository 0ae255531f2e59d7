"""numpy's reductions and what runs along an axis, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, axes, axis, filled, on_array, sizes
from .functions import FunctionCase
from .harness import Case, check


def _reduction(name: str, several: bool = True) -> Draw:
    def case(draw: Random) -> Case:
        a = filled(draw, sizes(draw, draw.choice((0, 1, 2, 3, 4)), draw.choice((0, 1, 1, 1))))
        chosen = axes(draw, a.ndim) if several else draw.choice((None, axis(draw, a.ndim)))
        keywords = {"axis": chosen, "keepdims": draw.random() < 0.5}
        return FunctionCase(name, (a,), {k: v for k, v in keywords.items() if draw.random() < 0.7})

    return case


def _large(name: str) -> Draw:
    """Arrays large enough for bounds that are known to be met."""

    def case(draw: Random) -> Case:
        dtype = draw.choice(("int64", "uint8"))
        return FunctionCase(name, (filled(draw, (60, 70), dtype),))

    return case


def _along(draw: Random, a: Any) -> Any:
    return draw.choice((None, axis(draw, a.ndim)))


_SEVERAL = "sum prod mean std var max min amax amin any all count_nonzero median nansum nanprod nanmean nanstd nanvar nanmax nanmin nanmedian".split()
_METHODS = "sum mean std max min argmax any all prod".split()

TABLE: dict[str, Draw] = {
    **{f"numpy.{name}": _reduction(f"numpy.{name}") for name in _SEVERAL},
    **{f"numpy.ndarray.{name}": _reduction(f"numpy.ndarray.{name}", name != "argmax") for name in _METHODS},
    **{f"numpy.{name}": _reduction(f"numpy.{name}", several=False) for name in ("argmax", "argmin", "ptp", "nanargmax", "nanargmin")},
    **{f"numpy.{name} of many": _large(f"numpy.{name}") for name in ("max", "min", "unique", "argmax", "sum")},
    "numpy.cumsum": on_array("numpy.cumsum", axis=_along),
    "numpy.nancumsum": on_array("numpy.nancumsum", axis=_along),
    "numpy.nancumprod": on_array("numpy.nancumprod", axis=_along),
    "numpy.cumulative_sum": on_array("numpy.cumulative_sum", axis=_along, include_initial=lambda d, _: d.random() < 0.4),
    "numpy.cumulative_prod": on_array("numpy.cumulative_prod", axis=_along),
    "numpy.ediff1d": on_array("numpy.ediff1d"),
    "numpy.trapezoid": on_array("numpy.trapezoid", axis=lambda d, a: axis(d, a.ndim)),
    "numpy.average": on_array("numpy.average", axis=_along),
    "numpy.quantile": on_array("numpy.quantile", lambda d, _: (d.choice((0.5, [0.25, 0.75])),), (1, 2, 3), axis=_along),
    "numpy.nanquantile": on_array("numpy.nanquantile", lambda d, _: (d.choice((0.5, [0.25, 0.75])),), (1, 2, 3), axis=_along),
    "numpy.nanpercentile": on_array("numpy.nanpercentile", lambda d, _: (d.choice((50, [25, 75])),), (1, 2, 3), axis=_along),
    "numpy.cumprod": on_array("numpy.cumprod", axis=_along),
    "numpy.diff": on_array("numpy.diff", n=lambda d, _: d.choice((1, 2)), axis=lambda d, a: axis(d, a.ndim)),
    "numpy.percentile": on_array("numpy.percentile", lambda d, _: (d.choice((50, [25, 75], 10.0)),), (1, 2, 3), axis=_along),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_agrees_with_numpy(name: str) -> None:
    with np.errstate(all="ignore"):
        check(TABLE, name)
