"""numpy's constants, and TensorFlow's of the same meaning."""

from __future__ import annotations

import math

from ..registry import attribute


@attribute("numpy.pi")
def pi() -> float:
    return math.pi


@attribute("numpy.e")
def e() -> float:
    return math.e


@attribute("numpy.inf", "numpy.Inf", "numpy.infty")
def inf() -> float:
    return math.inf


@attribute("numpy.nan", "numpy.NaN", "numpy.NAN")
def nan() -> float:
    return math.nan


@attribute("numpy.newaxis")
def newaxis() -> None:
    return None
