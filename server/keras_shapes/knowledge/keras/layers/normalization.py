"""keras/src/layers/normalization/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, multiply, product, total
from ....values.mismatch import Mismatch
from ...registry import layer
from .arguments import axes_from_end, flag

_RANK = 0
"""Among the axes that a layer fixes: its rank."""


def _axes(inputs: Array, axis: Any) -> tuple[int, ...]:
    """The axes from the end that an argument names. Raises Mismatch out of range."""
    axes = axis if isinstance(axis, (list, tuple)) else (axis,)
    if inputs.shape is None or not all(isinstance(a, int) for a in axes):
        return ()
    return axes_from_end(inputs, axes)


def _fixed_with_rank(inputs: Array, axis: Any) -> tuple[int, ...]:
    return (*_axes(inputs, axis), _RANK)


def _sizes(x: Array, axes: Sequence[int]) -> Dim:
    return product(x.shape[a] for a in axes) if x.shape and axes else ANY


@layer(fixes=_fixed_with_rank)
def BatchNormalization(
    inputs: Array, axis: Any = -1, momentum: Any = 0.99, epsilon: Any = 0.001, center: Any = True, scale: Any = True,
    **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/normalization/batch_normalization.py"""
    _axes(inputs, axis)
    return inputs.computed(inputs.shape)


def _fixed_by_weights(inputs: Array, axis: Any, center: Any, scale: Any) -> tuple[int, ...]:
    return _axes(inputs, axis) if 1 in (flag(center), flag(scale)) else ()


@layer(fixes=_fixed_by_weights, compared="broadcast")
def LayerNormalization(
    inputs: Array, axis: Any = -1, epsilon: Any = 0.001, center: Any = True, scale: Any = True, **_: Any
) -> Array:
    """keras/src/layers/normalization/layer_normalization.py"""
    _axes(inputs, axis)
    return inputs.computed(inputs.shape)


@layer(fixes=_axes, compared="broadcast")
def RMSNormalization(inputs: Array, axis: Any = -1, epsilon: Any = 1e-6, **_: Any) -> Array:
    """keras/src/layers/normalization/rms_normalization.py"""
    axes = _axes(inputs, axis)
    if inputs.kind == "symbolic":
        return inputs.computed(inputs.shape)
    # On real data the scale meets the last axis, whichever was meant; integers stay integers.
    return inputs.reshaped(inputs.shape if axes == (-1,) else None).like(interval=None)


@layer(fixes=_fixed_with_rank)
def GroupNormalization(
    inputs: Array, groups: Any = 32, axis: Any = -1, epsilon: Any = 0.001, center: Any = True, scale: Any = True,
    **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/normalization/group_normalization.py"""
    axes = _axes(inputs, axis)
    size = _sizes(inputs, axes)
    if isinstance(size, int) and isinstance(groups, int) and groups > 0 and size % groups:
        raise Mismatch("layer-shape", groups, inputs.shape, groups=groups, channels=size)
    return inputs.computed(inputs.shape)


@layer
def UnitNormalization(inputs: Array, axis: Any = -1, **_: Any) -> Array:
    """keras/src/layers/normalization/unit_normalization.py"""
    _axes(inputs, axis)
    return inputs.computed(inputs.shape)


@BatchNormalization.parameters_of
def _(inputs: Array, axis: Any, center: Any, scale: Any, renorm: Any = False) -> Dim:
    kept = add(multiply(flag(renorm), 3), 2)
    # Two more of each are not trained: the moving mean and variance; renormalization keeps three besides.
    return multiply(_sizes(inputs, _axes(inputs, axis)), total((flag(center), flag(scale), kept)))


@LayerNormalization.parameters_of
@GroupNormalization.parameters_of
def _(inputs: Array, axis: Any, center: Any, scale: Any) -> Dim:
    return multiply(_sizes(inputs, _axes(inputs, axis)), add(flag(center), flag(scale)))


@RMSNormalization.parameters_of
def _(inputs: Array, axis: Any) -> Dim:
    return _sizes(inputs, _axes(inputs, axis))
