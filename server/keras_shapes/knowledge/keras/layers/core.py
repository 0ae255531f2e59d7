"""keras/src/layers/core/"""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import add, as_dim, multiply
from ...registry import layer


@layer(fixes=(-1,))
def Dense(x: Array, units: Any, activation: Any = None, use_bias: Any = True, **_: Any) -> Array:
    """keras/src/layers/core/dense.py"""
    shape = x.require_min_rank(2)
    return x.computed(None if shape is None else (*shape[:-1], as_dim(units)))


@Dense.parameters_of
def _(x: Array, units: Any, use_bias: Any = True, **_: Any) -> Any:
    inputs = x.shape[-1] if x.shape else None
    return add(multiply(inputs, units), multiply(units, use_bias))
