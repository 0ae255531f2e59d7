"""keras/src/layers/regularization/: nothing changes but the elements."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.mismatch import Mismatch
from ...registry import layer
from .images import moved


def _check_rate(rate: Any) -> None:
    """A share of the elements, from 0 to 1."""
    if isinstance(rate, (int, float)) and not 0 <= rate <= 1:
        raise Mismatch("layer-argument", (0, 1), rate, argument="rate", need="range")


@layer
def Dropout(x: Array, rate: Any, noise_shape: Any = None, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/dropout.py"""
    return moved(x, x.shape)


@layer
def AlphaDropout(x: Array, rate: Any, noise_shape: Any = None, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/alpha_dropout.py"""
    return moved(x, x.shape)


@layer
def GaussianDropout(x: Array, rate: Any, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/gaussian_dropout.py"""
    return moved(x, x.shape)


@layer
def GaussianNoise(x: Array, stddev: Any, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/gaussian_noise.py"""
    return moved(x, x.shape)


@layer
def ActivityRegularization(x: Array, l1: Any = 0.0, l2: Any = 0.0, **_: Any) -> Array:
    """keras/src/layers/regularization/activity_regularization.py"""
    return moved(x, x.shape)


@layer
def SpatialDropout1D(x: Array, rate: Any, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/spatial_dropout.py"""
    x.require_rank(3)
    return moved(x, x.shape)


@layer
def SpatialDropout2D(x: Array, rate: Any, data_format: Any = None, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/spatial_dropout.py"""
    x.require_rank(4)
    return moved(x, x.shape)


@layer
def SpatialDropout3D(x: Array, rate: Any, data_format: Any = None, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/regularization/spatial_dropout.py"""
    x.require_rank(5)
    return moved(x, x.shape)


for _rule in (Dropout, AlphaDropout, GaussianDropout, SpatialDropout1D, SpatialDropout2D, SpatialDropout3D):
    _rule.checks(_check_rate)
