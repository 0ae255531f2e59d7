"""keras.ops: cross-entropies, normalizations and CTC. Source: keras/src/ops/nn.py."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import nonnegative_axis, normalize_axis
from ....values.array import Array, Shape
from ....values.dim import ANY, same
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ...arguments import as_axes, as_int, joint_kind, refuse
from ...coercion import Tensor
from .naming import op


def _alike(target: Array, output: Array, operation: str) -> None:
    """Raises Mismatch where the shapes are proved to differ."""
    a, b = target.shape, output.shape
    if a is None or b is None:
        return
    if len(a) != len(b) or any(same(p, q) is False for p, q in zip(a, b)):
        raise Mismatch("array-shapes", b, a, operation=operation)


def _of_one_type(target: Array, output: Array, operation: str) -> None:
    """TensorFlow multiplies no float32 by a float64."""
    if joint_kind(target, output) != "symbolic" and target.dtype and output.dtype and target.dtype != output.dtype:
        raise Mismatch("array-shapes", output.dtype, target.dtype, operation=operation)


@op("binary_crossentropy")
def binary_crossentropy(target: Tensor, output: Tensor, from_logits: Any = False) -> Array:
    _alike(target, output, "binary_crossentropy")
    _of_one_type(target, output, "binary_crossentropy")
    refuse("binary_crossentropy", output, "bui")
    return Array(output.shape, output.dtype, kind=joint_kind(target, output))


@op("categorical_crossentropy")
def categorical_crossentropy(target: Tensor, output: Tensor, from_logits: Any = False, axis: Any = -1) -> Array:
    _alike(target, output, "categorical_crossentropy")
    if from_logits is False:
        _of_one_type(target, output, "categorical_crossentropy")
    return _without_classes(target, output, axis, "categorical_crossentropy")


@op("sparse_categorical_crossentropy")
def sparse_categorical_crossentropy(target: Tensor, output: Tensor, from_logits: Any = False, axis: Any = -1) -> Array:
    result = _without_classes(target, output, axis, "sparse_categorical_crossentropy")
    labels = target.shape
    if labels and output.shape and len(labels) == len(output.shape) and same(labels[-1], 1):
        labels = labels[:-1]
    _alike(target.like(shape=labels), result, "sparse_categorical_crossentropy")
    return result


def _without_classes(target: Array, output: Array, axis: Any, operation: str) -> Array:
    shape = output.require_min_rank(1, "array-shapes")
    refuse(operation, output, "bui")
    along, kind = as_int(axis), joint_kind(target, output)
    if shape is None or along is None:
        return Array(None, output.dtype, kind=kind)
    position = nonnegative_axis(along, len(shape))
    return Array(shape[:position] + shape[position + 1 :], output.dtype, kind=kind)


@op("batch_normalization")
def batch_normalization(
    x: Tensor, mean: Tensor, variance: Tensor, axis: Any, offset: Any = None, scale: Any = None,
    epsilon: Any = 0.001,
) -> Array:  # fmt: skip
    along = as_int(axis)
    if x.shape is not None and along is not None:
        position = nonnegative_axis(along, len(x.shape))
        if x.shape[position] == 1 and x.kind != "symbolic" and mean.shape != (1,):
            return Array(None, x.dtype, kind=x.kind)  # broadcast along the axis of one
        _check_vector("batch_normalization", x.shape, position, mean, variance)
    return Array(x.shape, x.dtype, kind=x.kind)


def _check_vector(operation: str, shape: Shape, axis: int, *vectors: Array) -> None:
    """One number for each size of the axis. A vector of one number is broadcast over data."""
    for vector in vectors:
        if vector.shape is None:
            continue
        if len(vector.shape) == 1 and same(vector.shape[0], shape[axis]) is not False:
            continue
        if vector.kind != "symbolic" and (vector.shape == (1,) or len(vector.shape) != 1):
            continue
        raise Mismatch("array-shapes", (shape[axis],), vector.shape, operation=operation)


@op("layer_normalization")
def layer_normalization(
    x: Tensor, gamma: Any = None, beta: Any = None, axis: Any = -1, epsilon: Any = None, **kwargs: Any
) -> Array:
    return _normalized("layer_normalization", x, axis, gamma is None and beta is None)


@op("rms_normalization")
def rms_normalization(x: Tensor, scale: Any = None, axis: Any = -1, epsilon: Any = None) -> Array:
    return _normalized("rms_normalization", x, axis, scale is None)


def _normalized(operation: str, x: Array, axis: Any, alone: bool) -> Array:
    """Weights of another type promote data."""
    for along in as_axes(axis) or ():
        if x.kind != "symbolic":
            normalize_axis(along, x.rank)
    refuse(operation, x, "c")
    kept = x.dtype if x.kind == "symbolic" or alone else ""
    return Array(x.shape, kept, kind=x.kind)


@op("ctc_loss")
def ctc_loss(
    target: Tensor, output: Tensor, target_length: Tensor, output_length: Tensor, mask_index: Any = 0
) -> Array:
    sizes = [t.shape[0] if t.shape else ANY for t in (target, output, target_length, output_length)]
    for size in sizes[1:]:
        if same(sizes[0], size) is False:
            raise Mismatch("array-shapes", target.shape, output.shape, operation="ctc_loss")
    return Array((sizes[0],), "float32" if output.dtype == "float32" else "", kind=joint_kind(target, output))


@op("ctc_decode")
def ctc_decode(
    inputs: Tensor, sequence_lengths: Tensor, strategy: Any = "greedy", beam_width: Any = 100, top_paths: Any = 1,
    merge_repeated: Any = True, mask_index: Any = 0,
) -> tuple[Array, Array]:  # fmt: skip
    """The labels, (paths, batch, steps), and how likely they are, (batch, paths)."""
    paths = 1 if strategy == "greedy" else as_int(top_paths)
    (batch, steps, _) = inputs.require_rank(3, "array-shapes")
    count = ANY if paths is None else paths
    longest = steps if inputs.kind == "symbolic" or strategy == "greedy" else ANY
    kind = inputs.kind
    scores = Array((batch, count), "float32" if inputs.dtype == "float32" else "", kind=kind)
    return Array((count, batch, longest), "int32", kind=kind), scores


@op("psnr")
def psnr(x1: Tensor, x2: Tensor, max_val: Any) -> Array:
    if x1.shape is not None and x2.shape is not None and len(x1.shape) != len(x2.shape):
        raise Mismatch("array-shapes", x1.shape, x2.shape, operation="psnr")
    if joint_kind(x1, x2) != "symbolic":
        _alike(x1, x2, "psnr")
    floats = x1.dtype == x2.dtype == "float32"
    return Array((), "float32" if floats or joint_kind(x1, x2) == "symbolic" else "", kind=joint_kind(x1, x2))


@op("in_top_k")
def in_top_k(targets: Tensor, predictions: Tensor, k: Any) -> Array:
    return Array(targets.shape, "bool", Interval(0, 1, False), kind=joint_kind(targets, predictions))
