"""keras.ops: what becomes of element types, in a graph and on data, and which of them data may not be of.

In a graph Keras' own `compute_output_spec` answers and refuses no type; on data TensorFlow's kernels do.
Source: measured, function by function; `tests/oracle` measures it again.
"""

from __future__ import annotations

from collections.abc import Callable

from ....values import dtype as dtypes
from ....values.array import Array
from ...arguments import refuse


def _wide(dtype: str) -> str:
    return "float64" if dtype == "int64" else dtypes.keras_divided(dtype)


def _counted(dtype: str) -> str:
    return "int32" if dtype == "bool" else dtype


def summed(dtype: str) -> str:
    """Small integers grow to 32 bits."""
    kind, bits = dtypes.kind(dtype), dtypes.bits(dtype)
    if kind in ("b", "i"):
        return "int32" if bits < 32 else dtype
    return "uint32" if kind == "u" and bits < 32 else dtype


BECOMES: dict[str, Callable[[str], str]] = {
    "same": lambda dtype: dtype,
    "float": dtypes.keras_divided,
    "wide": _wide,
    "real": dtypes.real_part,
    "real float": lambda dtype: dtypes.real_part(dtypes.keras_divided(dtype)),
    "counted": _counted,
    "sum": summed,
    "bool": lambda _: "bool" if _ else "",
    "int32": lambda _: "int32",
    "float32": lambda dtype: "float32",
}
# In a graph, on data, kinds that data may not be of (numpy's letters): names.
_ELEMENTS = {
    ("same", "same", "buic"): """celu elu erf erfinv gelu hard_sigmoid hard_silu hard_swish hard_tanh log_sigmoid
        log_softmax selu softmax softplus softsign sparse_plus sparse_sigmoid sparsemax""",
    ("same", "same", "bui"): "hard_shrink rsqrt sigmoid silu squareplus swish tanh_shrink glu",
    ("same", "same", "b"): "conj conjugate sign",
    ("same", "same", "bu"): "negative",
    ("same", "same", "bc"): "relu relu6 round ptp unique",
    ("same", "same", "c"): "soft_shrink nan_to_num trunc max min amax amin sort nanmax nanmin",
    ("same", "same", "bfc"): "bitwise_invert bitwise_not",
    ("same", "float", "bc"): "leaky_relu",
    ("same", "real", ""): "abs absolute imag",
    ("same", "real", "b"): "real",
    ("float", "float", "buic"): "erfc",
    ("float", "float", ""): """arccos arccosh arcsin arcsinh arctan arctanh cos cosh log log10 log1p log2 sin sinc sinh
        sqrt tan tanh var average exp exp2 expm1 mean norm""",
    ("float", "float", "c"): "ceil floor median nanmedian nanstd nanvar fabs",
    ("float", "real float", ""): "angle nanmean std",
    ("float32", "same", "bui"): "reciprocal",
    ("float32", "same", "buic"): "normalize logsumexp",
    ("wide", "wide", ""): "cbrt deg2rad rad2deg i0",
    ("bool", "bool", ""): "isneginf isposinf isreal logical_not signbit any all",
    ("bool", "bool", "c"): "isfinite isinf isnan",
    ("counted", "counted", ""): "square cumsum cumprod",
    ("counted", "counted", "c"): "nancumsum nancumprod",
    ("sum", "sum", ""): "sum prod nansum nanprod",
    ("int32", "int32", "c"): "argmax argmin nanargmax nanargmin argsort",
    ("int32", "int32", ""): "count_nonzero",
}
TYPES = {name: rule for rule, names in _ELEMENTS.items() for name in names.split()}


def element_of(name: str, x: Array) -> str:
    """The element type of `name`'s result. Raises Mismatch where data are of a type it does not take."""
    graph, data, refused = TYPES[name]
    if x.kind == "symbolic":
        return BECOMES[graph](x.dtype)
    refuse(name, x, refused)
    return BECOMES[data](x.dtype)
