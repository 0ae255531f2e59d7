"""keras/src/layers/activations/: each keeps the shape."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, product
from ....values.dtype import is_float
from ....values.mismatch import Mismatch
from ...registry import layer
from .images import moved

# What keeps whole numbers whole; the others make real numbers of them.
_WHOLE = ("relu", "relu6", "linear", "hard_shrink")


@layer
def Activation(x: Array, activation: Any, **_: Any) -> Array:
    """keras/src/layers/activations/activation.py"""
    name = getattr(activation, "name", activation)
    if not isinstance(name, str):
        return x.computed(x.shape).like(dtype="") if x.kind != "symbolic" else x.computed(x.shape)
    return moved(x, x.shape).like(interval=None) if name.rpartition(".")[2] in _WHOLE else x.computed(x.shape)


@layer
def ReLU(x: Array, max_value: Any = None, negative_slope: Any = 0.0, threshold: Any = 0.0, **_: Any) -> Array:
    """keras/src/layers/activations/relu.py"""
    if not all(isinstance(v, (int, float)) for v in (negative_slope, threshold)):
        return x.computed(x.shape) if x.kind == "symbolic" or is_float(x.dtype) else x.reshaped(x.shape).like(dtype="")
    if negative_slope:
        return x.computed(x.shape)
    return moved(x, x.shape).like(interval=None)


@ReLU.checks
def _(max_value: Any, negative_slope: Any, threshold: Any) -> None:
    for name, value in (
        ("max_value", 0 if max_value is None else max_value),
        ("negative_slope", negative_slope),
        ("threshold", threshold),
    ):
        _check_not_negative(name, value)


def _check_not_negative(name: str, value: Any) -> None:
    if value is None or (isinstance(value, (int, float)) and value < 0):
        raise Mismatch("layer-argument", 0, value, argument=name, need="minimum")


@layer
def LeakyReLU(x: Array, negative_slope: Any = 0.3, *, alpha: Any = 0.3, **_: Any) -> Array:
    """keras/src/layers/activations/leaky_relu.py; `alpha` is Keras 2's name, still taken."""
    return x.computed(x.shape)


@LeakyReLU.checks
def _(negative_slope: Any) -> None:
    _check_not_negative("negative_slope", negative_slope)


@layer
def ELU(x: Array, alpha: Any = 1.0, **_: Any) -> Array:
    """keras/src/layers/activations/elu.py"""
    return x.computed(x.shape)


@layer
def Softmax(x: Array, axis: Any = -1, **_: Any) -> Array:
    """keras/src/layers/activations/softmax.py"""
    return x.computed(x.shape)


def _shared(shared_axes: Any) -> tuple[Any, ...]:
    if shared_axes is None:
        return ()
    return tuple(shared_axes) if isinstance(shared_axes, (list, tuple)) else (shared_axes,)


def _fixed(x: Array, shared_axes: Any) -> tuple[int, ...]:
    """The rank and the sizes of the axes that are not shared."""
    shared, rank = _shared(shared_axes), len(x.shape or ())
    if not all(isinstance(i, int) for i in shared):
        return (0,)
    return (0, *(i - rank for i in range(1, rank) if i not in shared))


@layer(fixes=_fixed, compared="broadcast")
def PReLU(
    x: Array, alpha_initializer: Any = "Zeros", alpha_regularizer: Any = None, alpha_constraint: Any = None,
    shared_axes: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/activations/prelu.py"""
    for axis in _shared(shared_axes):
        if isinstance(axis, int):
            x.require_min_rank(axis + 1)
    return x.computed(x.shape)


@PReLU.parameters_of
def _(x: Array, shared_axes: Any) -> Dim:
    shared = _shared(shared_axes)
    if not all(isinstance(i, int) for i in shared):
        return ANY
    return product(1 if i in shared else size for i, size in enumerate(x.shape or ()) if i)
