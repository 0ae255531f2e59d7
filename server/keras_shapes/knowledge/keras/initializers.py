"""keras.initializers and keras.regularizers, called by the program itself. Source: keras/src/initializers/."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.reference import Library, Object
from ...values.unknown import Unknown
from ..arguments import as_shape
from ..coercion import Tensor
from ..registry import function

_INITIALIZERS = """Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity IdentityInitializer LecunNormal
    LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform STFT STFTInitializer TruncatedNormal
    VarianceScaling
    Zeros""".split()
_REGULARIZERS = "L1 L2 L1L2 OrthogonalRegularizer".split()


@function(*(f"keras.initializers.{cls}.__call__" for cls in _INITIALIZERS))
def initialize(self: Object, shape: Any, dtype: Any = None) -> Array:
    """A tensor of this shape."""
    return Array(as_shape(shape), "float32" if dtype is None else dtypes.as_dtype(dtype), kind="tensor")


@function(*(f"keras.regularizers.{cls}.__call__" for cls in _REGULARIZERS))
def regularize(self: Object, x: Tensor) -> Array:
    """One number, to be added to the loss."""
    return Array((), x.dtype, kind="tensor")


@function("keras.initializers.get", "keras.regularizers.get")
def get(identifier: Any) -> Any:
    return identifier if isinstance(identifier, (Library, Object)) else Unknown("what a name stands for")
