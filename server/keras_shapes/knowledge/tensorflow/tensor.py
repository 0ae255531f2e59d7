"""tensorflow.Tensor and Variable: their methods; the rest they have in common with numpy's arrays."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.reference import Library
from ...values.unknown import Unknown
from ..coercion import Tensor
from ..registry import attribute, function
from .creation import dims as sizes_of

_TENSOR = "tensorflow.Tensor."


@function(_TENSOR + "numpy", _TENSOR + "__array__")
def numpy(self: Array) -> Array:
    return self.like(kind="numpy", node=None)


@attribute(_TENSOR + "dtype", "keras.KerasTensor.dtype")
def dtype(self: Array) -> Any:
    return Library(f"tensorflow.{self.dtype}") if self.dtype else Unknown("the type of a tensor's elements")


@function(_TENSOR + "get_shape")
def get_shape(self: Array) -> Any:
    return Unknown("the shape of a tensor of unknown rank") if self.shape is None else self.shape


@function(_TENSOR + "assign", _TENSOR + "assign_add", _TENSOR + "assign_sub")
def assign(self: Array, value: Tensor, *_: Any, **__: Any) -> Array:
    return self.like(interval=None, content=None)


@function(_TENSOR + "set_shape")
def set_shape(self: Array, shape: Any) -> None:
    return None


@function(_TENSOR + "read_value", _TENSOR + "value")
def value(self: Array) -> Array:
    return self


@function("tensorflow.TensorShape")
def tensor_shape(dims: Any) -> Any:
    return sizes_of(dims) or Unknown("a shape")


@function("tensorflow.is_tensor")
def is_tensor(x: Any) -> Any:
    return x.kind == "tensor" if isinstance(x, Array) else Unknown("whether it is a tensor")
