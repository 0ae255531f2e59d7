"""keras.backend of old: what asks for shapes and changes them.

Source: keras/src/legacy/backend.py. Each is TensorFlow's own under another name and other defaults.
"""

from __future__ import annotations

from typing import Any

from ...values import axes as axis_arithmetic
from ...values.arithmetic import nonnegative_axis
from ...values.array import Array
from ...values.dim import ANY, multiply, product
from ...values.unknown import Unknown
from ..arguments import as_int
from ..coercion import Tensor, as_array
from ..registry import function
from .backend_math import tensorflow
from .layers import images

_K = "keras.backend."


@function(_K + "shape")
def shape(x: Any) -> Any:
    return tensorflow("shape", x)


@function(_K + "int_shape")
def int_shape(x: Tensor) -> Any:
    return Unknown("the shape of a tensor of unknown rank") if x.shape is None else x.shape


@function(_K + "ndim")
def ndim(x: Tensor) -> Any:
    return Unknown("a rank that is not known") if x.shape is None else len(x.shape)


@function(_K + "count_params")
def count_params(x: Tensor) -> Any:
    return x.size if isinstance(x.size, int) else Unknown("a number of elements")


@function(_K + "dtype")
def dtype(x: Tensor) -> Any:
    return x.dtype or Unknown("the type of a tensor's elements")


@function(_K + "reshape")
def reshape(x: Any, shape: Any) -> Any:
    return tensorflow("reshape", x, shape)


@function(_K + "flatten")
def flatten(x: Any) -> Any:
    return tensorflow("reshape", x, [-1])


@function(_K + "batch_flatten")
def batch_flatten(x: Tensor) -> Array:
    return x.unranked() if not x.shape else x.reshaped((x.shape[0], product(x.shape[1:])))


@function(_K + "expand_dims")
def expand_dims(x: Any, axis: Any = -1) -> Any:
    return tensorflow("expand_dims", x, axis)


@function(_K + "squeeze")
def squeeze(x: Any, axis: Any) -> Any:
    return tensorflow("squeeze", x, [axis])


@function(_K + "permute_dimensions")
def permute_dimensions(x: Any, pattern: Any) -> Any:
    return tensorflow("transpose", x, pattern)


@function(_K + "concatenate")
def concatenate(tensors: Any, axis: Any = -1) -> Any:
    first = as_array(tensors[0]) if isinstance(tensors, (list, tuple)) and tensors else None
    if isinstance(axis, int) and axis < 0 and isinstance(first, Array) and first.shape:
        axis %= len(first.shape)  # without a look whether there is such an axis
    return tensorflow("concat", tensors, axis)


@function(_K + "stack")
def stack(x: Any, axis: Any = 0) -> Any:
    return tensorflow("stack", x, axis)


@function(_K + "tile")
def tile(x: Any, n: Any) -> Any:
    return tensorflow("tile", x, [n] if isinstance(n, int) else n)


@function(_K + "repeat")
def repeat(x: Tensor, n: Any) -> Array:
    """(batch, features) n times: (batch, n, features)."""
    batch, features = x.require_rank(2, "array-shapes")
    count = as_int(n)
    return x.reshaped((batch, ANY if count is None else count, features))


@function(_K + "repeat_elements")
def repeat_elements(x: Tensor, rep: Any, axis: Any) -> Array:
    along, times = as_int(axis), as_int(rep)
    if x.shape is None or along is None or times is None:
        return x.unranked()
    position = nonnegative_axis(along, len(x.shape))
    return x.reshaped(axis_arithmetic.with_size(x.shape, along, multiply(x.shape[position], times)))


@function(_K + "reverse")
def reverse(x: Any, axes: Any) -> Any:
    return tensorflow("reverse", x, [axes] if isinstance(axes, int) else axes)


@function(_K + "gather")
def gather(reference: Any, indices: Any) -> Any:
    return tensorflow("gather", reference, indices)


@function(_K + "one_hot")
def one_hot(indices: Any, num_classes: Any) -> Any:
    return tensorflow("one_hot", indices, num_classes)


def _padded(x: Array, padding: Any, rank: int, data_format: Any) -> Array:
    dims = x.require_rank(rank, "array-shapes")
    if not isinstance(padding, (list, tuple)) or data_format not in (None, "channels_last"):
        return x.with_shape(*(ANY,) * rank)
    widths: list[Any] = [(0, 0), *([padding] if rank == 3 else padding), (0, 0)]
    known = all(isinstance(w, (list, tuple)) and len(w) == 2 for w in widths)
    return x.with_shape(*axis_arithmetic.pad(dims, widths)) if known else x.with_shape(*(ANY,) * rank)


@function(_K + "temporal_padding")
def temporal_padding(x: Tensor, padding: Any = (1, 1)) -> Array:
    return _padded(x, padding, 3, None)


@function(_K + "spatial_2d_padding")
def spatial_2d_padding(x: Tensor, padding: Any = ((1, 1), (1, 1)), data_format: Any = None) -> Array:
    return _padded(x, padding, 4, data_format)


@function(_K + "resize_images")
def resize_images(
    x: Tensor, height_factor: Any, width_factor: Any, data_format: Any, interpolation: Any = "nearest"
) -> Array:
    shape = x.require_rank(4, "array-shapes")
    rows, columns = as_int(height_factor), as_int(width_factor)
    if rows is None or columns is None or data_format not in ("channels_last", "channels_first"):
        return x.with_shape(*(ANY,) * 4, dtype="")
    batch, (height, width), channels = images.split(shape, data_format)
    sizes = images.join(batch, (multiply(height, rows), multiply(width, columns)), channels, data_format)
    return x.with_shape(*sizes, dtype=x.dtype if interpolation == "nearest" else "float32")
