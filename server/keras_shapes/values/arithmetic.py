"""The arithmetic of shapes that many rules share: broadcasting, convolution lengths, reshape, concatenation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .array import Shape
from .dim import ANY, Dim, add, agree, as_dim, differ_unless_empty, floor_divide, multiply, product, same, subtract
from .mismatch import Mismatch
from .unknown import Unknown


def broadcast(a: Shape | None, b: Shape | None, kind: str = "array-shapes") -> Shape | None:
    """numpy's broadcast of two shapes. Raises Mismatch where two sizes differ and neither is 1."""
    if a is None or b is None:
        return None
    if len(a) < len(b):
        a, b = b, a
    result = list(a)
    for i in range(1, len(b) + 1):
        result[-i] = _broadcast_dim(a[-i], b[-i], (a, b), kind)
    return tuple(result)


def _broadcast_dim(p: Dim, q: Dim, shapes: tuple[Shape, Shape], kind: str) -> Dim:
    if p == 1:
        return q
    if q == 1:
        return p
    if same(p, q) is False and isinstance(p, int) and isinstance(q, int):
        raise Mismatch(kind, shapes[0], shapes[1], broadcast=True)
    # A symbol against a number: the symbol may be 1, so only the number is certain.
    if isinstance(p, int) or isinstance(q, int):
        return p if isinstance(p, int) else q
    return p if p == q else ANY


def normalize_axis(axis: Any, rank: int | None) -> int | None:
    """A non-negative axis; None where it cannot be said. Raises Mismatch("array-shapes") out of range."""
    return None if rank is None or not isinstance(axis, int) else nonnegative_axis(axis, rank)


def nonnegative_axis(axis: int, rank: int) -> int:
    """The axis counted from the first. Raises Mismatch("array-shapes") out of range."""
    if not -rank <= axis < rank:
        raise Mismatch("array-shapes", rank, axis, axis=True)
    return axis % rank


def as_tuple(value: Any, rank: int) -> tuple[Any, ...]:
    """Keras' `kernel_size=3` as (3, 3): one number for all axes, or one for each; ANY where it is unknown."""
    if isinstance(value, (list, tuple)):
        return tuple(value) if len(value) == rank else (ANY,) * rank
    return (value,) * rank


def conv_length(length: Dim, kernel: Any, stride: Any, padding: Any, dilation: Any = 1) -> Dim:
    """The output length of a convolution or pooling along one axis.

    Raises Mismatch("negative-size") where the window does not fit. Source: keras/src/ops/operation_utils.py.
    """
    kernel, stride, dilation = as_dim(kernel), as_dim(stride), as_dim(dilation)
    if length is None:
        return None
    if not isinstance(padding, str):
        return ANY
    if padding.lower() in ("same", "causal"):
        return add(floor_divide(subtract(length, 1), stride), 1)
    window = add(multiply(dilation, subtract(kernel, 1)), 1)
    room = subtract(length, window)
    if isinstance(room, int) and room < 0:
        raise Mismatch("negative-size", window, length, window=window)
    return add(floor_divide(room, stride), 1)


def transposed_length(length: Dim, kernel: Any, stride: Any, padding: Any, output_padding: Any, dilation: Any) -> Dim:
    """The output length of a transposed convolution along one axis.

    Source: keras/src/backend/common/backend_utils.py, compute_conv_transpose_output_shape.
    """
    if length is None:
        return None
    if not isinstance(padding, str):
        return ANY
    if padding.lower() == "same" and output_padding is None:
        return multiply(length, stride)
    window = add(multiply(subtract(kernel, 1), dilation), 1)
    if padding.lower() == "same":
        extra: Dim = window % 2 if isinstance(window, int) else ANY
    elif output_padding is None:
        extra = max(window, stride) if isinstance(window, int) and isinstance(stride, int) else ANY
    else:
        extra = window
    return add(add(multiply(subtract(length, 1), stride), extra), output_padding or 0)


def reshape(shape: Shape | None, target: Any, kind: str = "reshape-size") -> Shape | None:
    """The shape after a reshape of all axes in `shape` to `target`, one -1 allowed.

    Raises Mismatch(kind) where the numbers of elements are proved to differ.
    """
    if isinstance(target, Unknown):
        return None
    dims = [as_dim(d) for d in (target if isinstance(target, (list, tuple)) else (target,))]
    free = [i for i, d in enumerate(dims) if d == -1]
    if len(free) > 1:
        raise Mismatch(kind, shape, tuple(dims), minus_ones=len(free))
    size = ANY if shape is None else product(shape)
    known = product(d for i, d in enumerate(dims) if i not in free)
    if not free:
        if differ_unless_empty(size, known):
            raise Mismatch(kind, shape, tuple(dims), result=tuple(dims))
        return tuple(dims)
    if isinstance(size, int) and isinstance(known, int) and (known == 0 or size % known):
        raise Mismatch(kind, shape, tuple(dims), result=tuple(ANY if d == -1 else d for d in dims))
    dims[free[0]] = _quotient(shape, size, known)
    return tuple(dims)


def _quotient(shape: Shape | None, size: Dim, known: Dim) -> Dim:
    """What -1 stands for."""
    if shape is None or size is ANY or known is ANY or known == 0:
        return ANY
    if size is None or known is None:
        # Where Keras' None is the only free size, the rest divides it out: (None, 4, 4) → (-1, 16).
        rest = product(d for d in shape if d is not None)
        return None if known is not None and same(rest, known) and shape.count(None) == 1 else ANY
    return floor_divide(size, known)


def concatenate(shapes: Sequence[Shape | None], axis: Any, kind: str = "array-shapes") -> Shape | None:
    """Shapes joined along an axis. Raises Mismatch where ranks, or sizes off the axis, are proved to differ."""
    known = [s for s in shapes if s is not None]
    if not known or not isinstance(axis, int):
        return None
    for shape in known[1:]:
        if len(shape) != len(known[0]):
            raise Mismatch(kind, known[0], shape, shapes=tuple(known), axis=axis)
    position = nonnegative_axis(axis, len(known[0]))
    result = list(known[0])
    for shape in known[1:]:
        for i, (p, q) in enumerate(zip(result, shape)):
            if i == position:
                result[i] = add(p, q)
            elif same(p, q) is False:
                raise Mismatch(kind, known[0], shape, shapes=tuple(known), axis=axis)
            else:
                result[i] = agree(p, q)
    if len(known) < len(shapes):
        result[position] = ANY
    return tuple(result)
