"""keras.backend of old: new tensors and variables.

Source: keras/src/legacy/backend.py. Each is TensorFlow's own under another name and other defaults.
"""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.unknown import Unknown
from ..coercion import Tensor, as_tensor
from ..registry import function
from ..run import Run
from .backend import FLOATX
from .backend_math import tensorflow

_K = "keras.backend."


def _type(dtype: Any, run: Run) -> Any:
    return run.setting(FLOATX, "float32") if dtype is None else dtype


@function(_K + "constant")
def constant(value: Any, dtype: Any = None, shape: Any = None, name: Any = None, *, run: Run) -> Any:
    return tensorflow("constant", value, _type(dtype, run), shape)


@function(_K + "variable")
def variable(value: Any, dtype: Any = None, name: Any = None, constraint: Any = None, *, run: Run) -> Any:
    return tensorflow("Variable", value, dtype=_type(dtype, run))


@function(_K + "zeros")
def zeros(shape: Any, dtype: Any = None, name: Any = None, *, run: Run) -> Any:
    return tensorflow("zeros", shape, _type(dtype, run))


@function(_K + "ones")
def ones(shape: Any, dtype: Any = None, name: Any = None, *, run: Run) -> Any:
    return tensorflow("ones", shape, _type(dtype, run))


@function(_K + "zeros_like")
def zeros_like(x: Any, dtype: Any = None, name: Any = None) -> Any:
    return tensorflow("zeros_like", x, dtype)


@function(_K + "ones_like")
def ones_like(x: Any, dtype: Any = None, name: Any = None) -> Any:
    return tensorflow("ones_like", x, dtype)


@function(_K + "eye")
def eye(size: Any, dtype: Any = None, name: Any = None, *, run: Run) -> Any:
    return tensorflow("eye", size, dtype=_type(dtype, run))


@function(_K + "arange")
def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = "int32") -> Any:
    made = tensorflow("range", start, stop, step)
    return made if dtype == "int32" or not isinstance(made, Array) else made.like(dtype=dtypes.as_dtype(dtype))


@function(_K + "random_normal", _K + "truncated_normal")
def random_normal(
    shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None, *, run: Run
) -> Any:
    return tensorflow("random.normal", shape, mean, stddev, _type(dtype, run))


@function(_K + "random_uniform")
def random_uniform(
    shape: Any, minval: Any = 0.0, maxval: Any = 1.0, dtype: Any = None, seed: Any = None, *, run: Run
) -> Any:
    return tensorflow("random.uniform", shape, minval, maxval, _type(dtype, run))


@function(_K + "random_bernoulli")
def random_bernoulli(shape: Any, p: Any = 0.0, dtype: Any = None, seed: Any = None, *, run: Run) -> Any:
    return tensorflow("zeros", shape, _type(dtype, run)).like(interval=None, content=None)


@function(_K + "get_value", _K + "eval")
def get_value(x: Tensor) -> Array:
    return x.like(kind="numpy", node=None, origin=None)


@function(_K + "update")
def update(x: Any, new_x: Any) -> Any:
    return x


@function(_K + "set_value")
def set_value(x: Any, value: Any) -> None:
    """Another value of the same shape."""


@function(_K + "switch")
def switch(condition: Any, then_expression: Any, else_expression: Any) -> Any:
    a, b = as_tensor(then_expression), as_tensor(else_expression)
    same = isinstance(a, Array) and isinstance(b, Array) and a.shape == b.shape and a.dtype == b.dtype
    return a.like(interval=None, content=None, node=None) if same and isinstance(a, Array) else Unknown("one of two")
