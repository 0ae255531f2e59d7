"""What every layer offers: keras/src/layers/layer.py."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from ....values.array import Array
from ....values.dim import as_dim
from ....values.dtype import as_dtype
from ....values.layer import Layer
from ....values.mismatch import Mismatch
from ...registry import function
from ...run import Run
from ..calling import call_layer, compute_dtype


@function("keras.layers.Layer.add_weight", "keras.layers.Layer.add_variable")
def add_weight(
    self: Any, shape: Any = None, initializer: Any = None, dtype: Any = None, trainable: Any = True, *_: Any, **__: Any
) -> Array:
    """keras/src/layers/layer.py"""
    if isinstance(shape, str):
        # Keras 2's first argument was the name.
        return Array(None, "float32", kind="tensor")
    dims = tuple(as_dim(d) for d in shape) if isinstance(shape, (list, tuple)) else () if shape is None else None
    if isinstance(shape, int):
        dims = (shape,)
    made = Array(dims, as_dtype(dtype) or "float32", kind="tensor")
    if dims is not None and None in dims:
        raise Mismatch("undefined-size", None, dims, made, axis=dims.index(None), weight=True)
    return made


@function(
    "keras.layers.Layer.__init__",
    "keras.layers.Layer.add_loss",
    "keras.layers.Layer.add_metric",
    "keras.layers.Layer.get_config",
)
def nothing(self: Any, *_: Any, **__: Any) -> None:
    """Changes no shape."""


@function("keras.layers.Layer.build")
def build(self: Any, input_shape: Any = None, *_: Any, run: Run, **__: Any) -> None:
    """The weights are made, as by a first call. keras/src/layers/layer.py"""
    layer = run.resolve(self)
    if not isinstance(layer, Layer) or layer.built is not None or not isinstance(input_shape, (list, tuple)):
        return
    if not all(d is None or isinstance(d, int) for d in input_shape):
        return
    x = Array(tuple(input_shape), compute_dtype(layer.arguments), kind="symbolic")
    # What a call refuses `build` may take: nothing is told of it.
    with suppress(Mismatch):
        run.update(self, call_layer(layer, x, {}, run)[1])
