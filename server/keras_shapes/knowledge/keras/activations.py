"""keras.activations, called as functions. Source: keras/src/activations/activations.py."""

from __future__ import annotations

from typing import Any

from ...values.arithmetic import normalize_axis
from ...values.array import Array
from ...values.axes import with_size
from ...values.dim import floor_divide
from ...values.dtype import is_float
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Library, Object
from ...values.unknown import Unknown
from ..arguments import as_int
from ..coercion import Tensor
from ..registry import Function, function

_ACTIVATIONS = "keras.activations."
_PLAIN = """exponential hard_sigmoid hard_silu hard_swish hard_tanh linear log_sigmoid mish relu6 selu sigmoid silu
    softplus softsign sparse_plus sparse_sigmoid swish tanh tanh_shrink""".split()
_BOUNDED = {"sigmoid": (0, 1), "hard_sigmoid": (0, 1), "tanh": (-1, 1), "hard_tanh": (-1, 1), "softsign": (-1, 1)}


def _applied(x: Array, bounds: Interval | None = None) -> Array:
    return Array(x.shape, x.dtype if is_float(x.dtype) else "", bounds, kind=x.kind)


def _of_one(name: str) -> Function:
    bounds = Interval(*_BOUNDED[name], False) if name in _BOUNDED else None

    def apply(x: Tensor) -> Array:
        return _applied(x, bounds)

    return apply


for _name in _PLAIN:
    function(_ACTIVATIONS + _name)(_of_one(_name))


@function(_ACTIVATIONS + "elu", _ACTIVATIONS + "celu")
def elu(x: Tensor, alpha: Any = 1.0) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "squareplus")
def squareplus(x: Tensor, b: Any = 4) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "soft_shrink", _ACTIVATIONS + "hard_shrink")
def soft_shrink(x: Tensor, threshold: Any = 0.5) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "threshold")
def threshold(x: Tensor, threshold: Any, default_value: Any) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "gelu")
def gelu(x: Tensor, approximate: Any = False) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "relu")
def relu(x: Tensor, negative_slope: Any = 0.0, max_value: Any = None, threshold: Any = 0.0) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "leaky_relu")
def leaky_relu(x: Tensor, negative_slope: Any = 0.2) -> Array:
    return _applied(x)


@function(_ACTIVATIONS + "softmax", _ACTIVATIONS + "log_softmax", _ACTIVATIONS + "sparsemax")
def softmax(x: Tensor, axis: Any = -1) -> Array:
    along = as_int(axis)
    if along is not None:
        normalize_axis(along, x.rank)
    return _applied(x)


@function(_ACTIVATIONS + "glu")
def glu(x: Tensor, axis: Any = -1) -> Array:
    """Half of an axis gates the other half."""
    along = as_int(axis)
    if x.shape is None or along is None:
        return _applied(x.unranked())
    normalize_axis(along, len(x.shape))
    size = x.shape[along]
    if isinstance(size, int) and size % 2:
        raise Mismatch("array-shapes", "an even size", x.shape, operation="glu")
    return _applied(x.reshaped(with_size(x.shape, along, None if size is None else floor_divide(size, 2))))


@function(_ACTIVATIONS + "get")
def get(identifier: Any) -> Any:
    """keras/src/activations/__init__.py: a string's function; none is linear."""
    if identifier is None:
        return Library(_ACTIVATIONS + "linear")
    if isinstance(identifier, str):
        return Library(_ACTIVATIONS + identifier)
    return identifier if isinstance(identifier, (Library, Object)) else Unknown("an activation")
