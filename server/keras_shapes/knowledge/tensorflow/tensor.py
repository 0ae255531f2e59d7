"""tensorflow.Tensor and Variable: their methods; the rest they have in common with numpy's arrays."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import ANY
from ...values.reference import Library
from ...values.unknown import Unknown
from ..coercion import Tensor
from ..registry import attribute, function
from ..run import Run
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
def set_shape(self: Any, shape: Any, *, run: Run) -> None:
    """Told by the program in place: sizes that were not known are these."""
    wanted = sizes_of(shape)
    if not isinstance(self, Array) or not isinstance(wanted, tuple):
        return
    if self.shape is None:
        run.change(self, self.like(shape=wanted))
    elif len(self.shape) == len(wanted):
        sizes = tuple(w if s is None or s is ANY else s for s, w in zip(self.shape, wanted))
        run.change(self, self.like(shape=sizes))


@function(_TENSOR + "read_value", _TENSOR + "value")
def value(self: Array) -> Array:
    return self


@function("tensorflow.TensorShape")
def tensor_shape(dims: Any) -> Any:
    return sizes_of(dims) or Unknown("a shape")


@function("tensorflow.is_tensor")
def is_tensor(x: Any) -> Any:
    return x.kind == "tensor" if isinstance(x, Array) else Unknown("whether it is a tensor")


@attribute("builtins.tuple.rank", "builtins.tuple.ndims")
def shape_rank(self: Any) -> int:
    """`tensor.shape.rank`: shapes of tensors are held as tuples."""
    return len(self)


@function("builtins.tuple.is_fully_defined")
def is_fully_defined(self: Any) -> bool:
    return all(isinstance(size, int) for size in self)
