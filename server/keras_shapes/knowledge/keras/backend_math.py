"""keras.backend of old: elementwise functions, reductions, products of tensors.

Source: keras/src/legacy/backend.py. Each is TensorFlow's own under another name and other defaults.
"""

from __future__ import annotations

from typing import Any

from ...values.arithmetic import nonnegative_axis
from ...values.array import Array
from ...values.contraction import matmul
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from .. import registry
from ..arguments import as_int, tensor_kind
from ..binding import call
from ..coercion import Tensor, as_tensor
from ..registry import Function, function
from ..run import Run
from .backend import FLOATX

_K = "keras.backend."
_UNARY = {
    "abs": "abs", "square": "square", "sqrt": "sqrt", "exp": "exp", "log": "math.log", "round": "round",
    "sign": "sign", "sin": "sin", "cos": "cos", "sigmoid": "sigmoid", "tanh": "tanh", "softplus": "math.softplus",
    "softsign": "nn.softsign", "transpose": "transpose",
}  # fmt: skip
_BINARY = "equal not_equal greater greater_equal less less_equal maximum minimum".split()
_REDUCTIONS = {
    "sum": "reduce_sum", "prod": "reduce_prod", "mean": "reduce_mean", "max": "reduce_max", "min": "reduce_min",
    "std": "math.reduce_std", "var": "math.reduce_variance", "any": "reduce_any", "all": "reduce_all",
}  # fmt: skip


def tensorflow(name: str, *arguments: Any, **keywords: Any) -> Any:
    """What TensorFlow's function of this name gives."""
    rule = registry.rule(f"tensorflow.{name}")
    return Unknown(f"tensorflow.{name}") if rule is None else call(rule, arguments, keywords)


def _of_one(name: str) -> Function:
    def apply(x: Any) -> Any:
        return tensorflow(name, x)

    return apply


def _of_two(name: str) -> Function:
    def apply(x: Any, y: Any) -> Any:
        return tensorflow(name, x, y)

    return apply


def _reduced(name: str) -> Function:
    logical = name in ("reduce_any", "reduce_all")

    def apply(x: Tensor, axis: Any = None, keepdims: Any = False) -> Any:
        # Booleans are counted as numbers, or made of numbers.
        dtype = "bool" if logical else "float32" if x.dtype == "bool" else x.dtype
        return tensorflow(name, x.like(dtype=dtype), axis, keepdims)

    return apply


for _name, _of in _UNARY.items():
    function(_K + _name)(_of_one(_of))
for _name in _BINARY:
    function(_K + _name)(_of_two(_name))
for _name, _of in _REDUCTIONS.items():
    function(_K + _name)(_reduced(_of))


@function(_K + "stop_gradient")
def stop_gradient(variables: Any) -> Any:
    return tensorflow("stop_gradient", variables) if not isinstance(variables, (list, tuple)) else list(variables)


@function(_K + "argmax", _K + "argmin")
def argmax(x: Any, axis: Any = -1) -> Any:
    return tensorflow("argmax", x, axis)


@function(_K + "pow")
def pow_(x: Any, a: Any) -> Any:
    return tensorflow("pow", x, a)


@function(_K + "softmax")
def softmax(x: Tensor, axis: Any = -1) -> Any:
    if x.rank is not None and x.rank <= 1:
        raise Mismatch("array-shapes", 2, x.shape, operation="softmax")
    return tensorflow("nn.softmax", x, axis)


@function(_K + "hard_sigmoid")
def hard_sigmoid(x: Tensor) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "l2_normalize")
def l2_normalize(x: Tensor, axis: Any = None) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "relu")
def relu(x: Tensor, alpha: Any = 0.0, max_value: Any = None, threshold: Any = 0.0) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "elu")
def elu(x: Tensor, alpha: Any = 1.0) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "dropout")
def dropout(x: Tensor, level: Any, noise_shape: Any = None, seed: Any = None) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "clip")
def clip(x: Any, min_value: Any, max_value: Any) -> Any:
    low = float("-inf") if min_value is None else min_value
    return tensorflow("clip_by_value", x, low, float("inf") if max_value is None else max_value)


@function(_K + "cumsum", _K + "cumprod")
def cumsum(x: Any, axis: Any = 0) -> Any:
    return tensorflow("cumsum", x, axis)


@function(_K + "cast")
def cast(x: Any, dtype: Any) -> Any:
    return tensorflow("cast", x, dtype)


@function(_K + "cast_to_floatx")
def cast_to_floatx(x: Any, *, run: Run) -> Any:
    tensor = as_tensor(x)
    made = tensorflow("cast", tensor, run.setting(FLOATX, "float32"))
    tensors = isinstance(x, Array) and x.kind != "numpy"
    return made if tensors or not isinstance(made, Array) else made.like(kind="numpy")


@function(_K + "dot")
def dot(x: Tensor, y: Tensor) -> Array:
    """The last axis of x with the last but one of y."""
    if x.shape is None or y.shape is None:
        return Array(None, x.dtype, kind=x.kind)
    y.require_min_rank(2, "array-shapes")
    if len(y.shape) == 2:
        x.require_min_rank(2, "array-shapes")
    inner = matmul((1, x.shape[-1]), y.shape[-2:])
    assert inner is not None
    kind = tensor_kind(x, y)
    return Array((*x.shape[:-1], *y.shape[:-2], y.shape[-1]), x.dtype, kind=kind)


@function(_K + "batch_dot")
def batch_dot(x: Tensor, y: Tensor, axes: Any = None) -> Array:
    """One axis of each summed over, sample by sample."""
    kind = tensor_kind(x, y)
    first, second = (
        as_int(axes[0] if isinstance(axes, (list, tuple)) else axes),
        as_int(axes[1] if isinstance(axes, (list, tuple)) else axes),
    )
    if x.shape is None or y.shape is None or (axes is not None and (first is None or second is None)):
        return Array(None, x.dtype, kind=kind)
    for tensor in (x, y):
        tensor.require_min_rank(2, "array-shapes")
    if first is None or second is None:
        first, second = len(x.shape) - 1, len(y.shape) - (1 if len(y.shape) == 2 else 2)
    a, b = nonnegative_axis(first, len(x.shape)), nonnegative_axis(second, len(y.shape))
    matmul((1, x.shape[a]), (y.shape[b], 1))
    left = tuple(d for i, d in enumerate(x.shape) if i not in (0, a))
    right = tuple(d for i, d in enumerate(y.shape) if i not in (0, b))
    return Array((x.shape[0], *left, *right) if left or right else (x.shape[0], 1), x.dtype, kind=kind)


@function(_K + "bias_add")
def bias_add(x: Tensor, bias: Tensor, data_format: Any = None) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "batch_normalization")
def batch_normalization(
    x: Tensor, mean: Any, var: Any, beta: Any, gamma: Any, axis: Any = -1, epsilon: Any = 0.001
) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_K + "binary_crossentropy")
def binary_crossentropy(target: Any, output: Any, from_logits: Any = False) -> Any:
    """Element by element: unlike the loss it takes no mean."""
    made = tensorflow("multiply", output, target)
    return made.like(interval=None, content=None) if isinstance(made, Array) else made


@function(_K + "categorical_crossentropy")
def categorical_crossentropy(target: Tensor, output: Tensor, from_logits: Any = False, axis: Any = -1) -> Any:
    made = tensorflow("reduce_sum", output, axis)
    return made.like(interval=None) if isinstance(made, Array) else made


@function(_K + "sparse_categorical_crossentropy")
def sparse_categorical_crossentropy(
    target: Tensor, output: Tensor, from_logits: Any = False, axis: Any = -1, ignore_class: Any = None
) -> Array:
    return Array(output.shape[:-1] if output.shape else None, output.dtype, kind=output.kind)


@function(_K + "in_top_k")
def in_top_k(predictions: Tensor, targets: Tensor, k: Any) -> Array:
    return Array(targets.shape, "bool", kind="tensor")
