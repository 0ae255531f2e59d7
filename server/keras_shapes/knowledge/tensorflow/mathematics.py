"""TensorFlow: elementwise functions, reductions, products, activations."""

from __future__ import annotations

import math
from typing import Any

from ...values import contraction
from ...values import dtype as dtypes
from ...values.arithmetic import broadcast, normalize_axis
from ...values.array import Array
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_flag, as_int, as_number, tensor_kind
from ..coercion import Tensor, as_tensor
from ..numpy import intervals, linear_algebra, reductions
from ..numpy.operators import binary
from ..registry import Function, function

_MATH, _NN = "tensorflow.math.", "tensorflow.nn."
_KEEPING = """abs sign negative square sqrt exp expm1 log log1p sin cos tan tanh sinh cosh asin acos atan asinh acosh
    atanh reciprocal sigmoid erf rsqrt floor ceil round rint log_sigmoid invert_permutation
    digamma lgamma""".split()
_ACTIVATIONS = "relu relu6 elu selu gelu silu swish leaky_relu softplus softsign".split()
_TESTS = "is_nan is_inf is_finite logical_not".split()
_BOUNDED = {"sigmoid": (0, 1), "tanh": (-1, 1), "sin": (-1, 1), "cos": (-1, 1), "softmax": (0, 1)}


def _elementwise(name: str, dtype: str = "") -> Function:
    bounds = Interval(*_BOUNDED[name], False) if name in _BOUNDED else None

    def apply(x: Tensor, *_: Any, **__: Any) -> Array:
        kept = bounds
        if name == "abs":
            kept = intervals.fitted(intervals.absolute(x.interval), x.dtype)
        elif name == "relu" and x.interval is not None:
            kept = x.interval.clip(0, None)
        elif name == "sqrt":
            kept = intervals.mapped(x.interval, math.sqrt)
        made = dtypes.real_part(x.dtype) if name == "abs" else x.dtype
        return Array(x.shape, dtype or made, kept, kind=x.kind)

    return apply


for _name in _KEEPING:
    function(_MATH + _name, f"tensorflow.{_name}")(_elementwise(_name))
for _name in ("sigmoid", "tanh", "l2_normalize"):
    function(_NN + _name)(_elementwise(_name))
for _name in _TESTS:
    function(_MATH + _name)(_elementwise(_name, "bool"))
function(_MATH + "l2_normalize")(_elementwise("l2_normalize"))


def _activation(name: str) -> Function:
    apply = _elementwise(name)
    return lambda features, *_, **__: _applied(apply, features)


def _applied(apply: Function, features: Any) -> Any:
    tensor = as_tensor(features)
    return tensor if isinstance(tensor, Unknown) else apply(tensor)


for _name in _ACTIVATIONS:
    function(_NN + _name, _MATH + _name)(_activation(_name))


@function(_NN + "softmax", _NN + "log_softmax", _MATH + "softmax", _MATH + "log_softmax")
def softmax(logits: Tensor, axis: Any = -1, **_: Any) -> Array:
    return Array(logits.shape, logits.dtype, kind=logits.kind)


_OPERATORS = {
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "truediv": "/", "floordiv": "//", "mod": "%",
    "pow": "**", "equal": "==", "not_equal": "!=", "less": "<", "less_equal": "<=", "greater": ">",
    "greater_equal": ">=",
}  # fmt: skip


def operate(op: str, x: Any, y: Any) -> Array | Unknown:
    """`x op y`, of which at least one becomes a tensor."""
    left = x if isinstance(x, (int, float)) and isinstance(y, Array) else as_tensor(x)
    right = y if isinstance(y, (int, float)) else as_tensor(y)
    return binary(op, left, right)


def _of_two(op: str) -> Function:
    return lambda x, y, **_: operate(op, x, y)


for _name, _op in _OPERATORS.items():
    function(_MATH + _name, f"tensorflow.{_name}")(_of_two(_op))


@function(_MATH + "maximum", "tensorflow.maximum", _MATH + "minimum", "tensorflow.minimum")
def maximum(x: Any, y: Any, **_: Any) -> Array | Unknown:
    result = operate("+", x, y)
    return result if isinstance(result, Unknown) else result.like(interval=None, content=None)


@function(_MATH + "squared_difference", _MATH + "divide_no_nan", _MATH + "multiply_no_nan")
def squared_difference(x: Any, y: Any, **_: Any) -> Array | Unknown:
    return maximum(x, y)


@function(_MATH + "atan2", "tensorflow.atan2")
def atan2(y: Any, x: Any, **_: Any) -> Array | Unknown:
    return maximum(y, x)


@function(_MATH + "logical_and", _MATH + "logical_or", "tensorflow.logical_and", "tensorflow.logical_or")
def logical(x: Any, y: Any, **_: Any) -> Array | Unknown:
    result = operate("==", x, y)
    return result if isinstance(result, Unknown) else result.like(content=None)


@function("tensorflow.clip_by_value")
def clip_by_value(t: Tensor, clip_value_min: Any, clip_value_max: Any, **_: Any) -> Array:
    low, high = as_number(clip_value_min), as_number(clip_value_max)
    bounds = None
    if low is not None and high is not None and low <= high:
        bounds = t.interval.clip(low, high) if t.interval else Interval(low, high, False)
    shape = t.shape
    for bound in (clip_value_min, clip_value_max):
        shape = broadcast(shape, bound.shape) if isinstance(bound, Array) else shape
    return Array(shape, t.dtype, intervals.fitted(bounds, t.dtype), kind=t.kind)


@function("tensorflow.add_n", _MATH + "add_n", _MATH + "accumulate_n")
def add_n(inputs: list[Tensor], **_: Any) -> Array:
    for other in inputs[1:]:
        first = inputs[0].shape
        if first is not None and other.shape is not None and len(first) != len(other.shape):
            raise Mismatch("array-shapes", first, other.shape, operation="add_n")
    return Array(inputs[0].shape, inputs[0].dtype, kind=inputs[0].kind) if inputs else Array(None)


def _shape(x: Array, axis: Any, keepdims: Any) -> Any:
    axes = as_axes(axis)
    if axes is not None and x.shape is not None and len({a % max(len(x.shape), 1) for a in axes}) < len(axes):
        raise Mismatch("array-shapes", len(x.shape), axes, axis=True, repeated=axes[-1])
    return reductions.reduced_shape(x, axis, keepdims, scalars=False)


def _reduction(*names: str) -> tuple[str, ...]:
    return tuple(prefix + name for name in names for prefix in (_MATH, "tensorflow."))


@function(*_reduction("reduce_sum", "reduce_prod", "reduce_mean", "reduce_std", "reduce_variance", "reduce_logsumexp"))
def reduce_sum(input_tensor: Tensor, axis: Any = None, keepdims: Any = False, **_: Any) -> Array:
    return Array(_shape(input_tensor, axis, keepdims), input_tensor.dtype, kind=input_tensor.kind)


@function(*_reduction("reduce_max", "reduce_min"))
def reduce_max(input_tensor: Tensor, axis: Any = None, keepdims: Any = False, **_: Any) -> Array:
    bounds = intervals.within(input_tensor.interval)
    return Array(_shape(input_tensor, axis, keepdims), input_tensor.dtype, bounds, kind=input_tensor.kind)


@function(*_reduction("reduce_any", "reduce_all"))
def reduce_any(input_tensor: Tensor, axis: Any = None, keepdims: Any = False, **_: Any) -> Array:
    return Array(_shape(input_tensor, axis, keepdims), "bool", kind=input_tensor.kind)


@function(*_reduction("argmax", "argmin"))
def argmax(input: Tensor, axis: Any = None, output_type: Any = None, **_: Any) -> Array:
    """The first axis, where none is named."""
    along = 0 if axis is None else axis
    size = reductions.reduced_size(input, along)
    bounds = Interval(0, size - 1, False) if isinstance(size, int) and size > 0 else None
    dtype = "int64" if output_type is None else dtypes.as_dtype(output_type)
    return Array(_shape(input, along, False), dtype, bounds, kind=input.kind)


@function(*_reduction("cumsum", "cumprod"))
def cumsum(x: Tensor, axis: Any = 0, *_: Any, **__: Any) -> Array:
    along = as_int(axis)
    if along is not None:
        normalize_axis(along, x.rank)
    return Array(x.shape, x.dtype, kind=x.kind)


@function("tensorflow.matmul", "tensorflow.linalg.matmul")
def matmul(
    a: Tensor, b: Tensor, transpose_a: Any = False, transpose_b: Any = False, adjoint_a: Any = False,
    adjoint_b: Any = False, *_: Any, output_type: Any = None, **__: Any,
) -> Array:  # fmt: skip
    for tensor in (a, b):
        tensor.require_min_rank(2, "array-shapes")
    left, right = _turned(a, transpose_a, adjoint_a), _turned(b, transpose_b, adjoint_b)
    shape = contraction.matmul(left, right)
    return Array(shape, "" if output_type is not None else a.dtype, kind=tensor_kind(a, b))


def _turned(tensor: Array, transpose: Any, adjoint: Any) -> Any:
    turned = as_flag(transpose), as_flag(adjoint)
    if tensor.shape is None or None in turned:
        return None
    return (*tensor.shape[:-2], tensor.shape[-1], tensor.shape[-2]) if any(turned) else tensor.shape


@function("tensorflow.tensordot", "tensorflow.linalg.tensordot")
def tensordot(a: Tensor, b: Tensor, axes: Any, **_: Any) -> Array:
    return Array(linear_algebra.tensordot(a, b, axes).shape, a.dtype, kind=tensor_kind(a, b))


@function("tensorflow.einsum", "tensorflow.linalg.einsum")
def einsum(equation: Any, *inputs: Any, **_: Any) -> Array:
    tensors = [t if isinstance(t := as_tensor(i), Array) else Array(None) for i in inputs]
    if not isinstance(equation, str) or not tensors:
        return Array(None, kind=tensor_kind(*tensors))
    return Array(contraction.einsum(equation, [t.shape for t in tensors]), tensors[0].dtype, kind=tensor_kind(*tensors))


@function(_NN + "dropout")
def dropout(x: Tensor, rate: Any, *_: Any, **__: Any) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function(_NN + "bias_add")
def bias_add(value: Tensor, bias: Tensor, *_: Any, **__: Any) -> Array:
    return Array(value.shape, value.dtype, kind=value.kind)


@function(_NN + "moments")
def moments(x: Tensor, axes: Any, shift: Any = None, keepdims: Any = False, **_: Any) -> Any:
    made = Array(_shape(x, axes, keepdims), x.dtype, kind=x.kind)
    return made, made


@function(_NN + "sparse_softmax_cross_entropy_with_logits")
def sparse_cross_entropy(labels: Tensor, logits: Tensor, **_: Any) -> Array:
    return Array(labels.shape, logits.dtype, kind=tensor_kind(labels, logits))


@function(_NN + "softmax_cross_entropy_with_logits")
def cross_entropy(labels: Tensor, logits: Tensor, axis: Any = -1, **_: Any) -> Array:
    return Array(_shape(logits, axis, False), logits.dtype, kind=tensor_kind(labels, logits))


@function(_NN + "sigmoid_cross_entropy_with_logits")
def sigmoid_cross_entropy(labels: Tensor, logits: Tensor, **_: Any) -> Array:
    return Array(logits.shape, logits.dtype, kind=tensor_kind(labels, logits))


@function(_MATH + "top_k", _NN + "top_k")
def top_k(input: Tensor, k: Any = 1, *_: Any, **__: Any) -> Any:
    count = as_int(k)
    shape = None if not input.shape or count is None else (*input.shape[:-1], count)
    return Array(shape, input.dtype, kind=input.kind), Array(shape, "int32", kind=input.kind)
