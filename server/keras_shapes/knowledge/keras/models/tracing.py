"""What `fit` calls of the program itself: a training step of its own, and losses that it wrote."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dataset import Dataset
from ....values.dim import Dim, symbol
from ....values.dtype import is_float
from ....values.layer import Model
from ....values.origin import Origin
from ...run import Run
from ...tensorflow.data import mapped
from ..alignment import ranks_aligned
from ..samples import Samples
from ..version import keras_version

STEP = "train_step"
"""The fact of a model that holds its own training step."""


def trace_step(model: Any, samples: Samples, run: Run) -> None:
    """Calls the program's own `train_step` on a batch, as keras/src/backend/tensorflow/trainer.py does."""
    step = model.facts.get(STEP) if isinstance(model, Model) else None
    if step is None:
        return
    size = _batch(run)
    data = samples.x.element if isinstance(samples.x, Dataset) else _packed(samples)
    run.traced(step, mapped(data, lambda array: _batched(array, size)))


def _packed(samples: Samples) -> Any:
    """keras/src/trainers/data_adapters/data_adapter_utils.py: pack_x_y_sample_weight."""
    if samples.y is None:
        return (samples.x,) if isinstance(samples.x, (list, tuple)) else samples.x
    if samples.sample_weight is None:
        return samples.x, samples.y
    return samples.x, samples.y, samples.sample_weight


def trace_loss(loss: Any, y: Array, output: Array, run: Run) -> None:
    """Calls the program's own loss on a batch of labels and of outputs, as keras/src/losses/loss.py does.

    y: shape (samples, …). output: shape (None, …). Ranks that differ by a last axis of 1 are brought together first.
    """
    # Keras 2 made columns of rows before it called a loss.
    if not y.shape or not output.shape or (len(y.shape) == 1 and keras_version(run).legacy):
        return
    size = _batch(run)
    aligned = ranks_aligned((size, *y.shape[1:]), (size, *output.shape[1:]))
    if len(aligned) > 1:
        return
    # A loss takes everything in the type that Keras computes in.
    labels = _batched(y, size).like(shape=aligned[0][0], dtype="float32")
    given = Array(aligned[0][1], "float32", output.interval, kind="tensor")
    if run.site is not None and run.site.place is not None:
        given = given.like(origin=Origin(run.site.place, "predicted", output.origin))
    run.traced(loss, labels, given)


def _batch(run: Run) -> Dim:
    """The size of a batch, which a graph does not know: the same for all that comes in it."""
    return symbol("batch", (run.new("size").uid, "batch"))


def _batched(array: Array, size: Dim) -> Array:
    """A batch of an array's samples, as a tensor; floating-point numbers in Keras' own type."""
    shape = array.shape if not array.shape else (size, *array.shape[1:])
    dtype = "float32" if is_float(array.dtype) else array.dtype
    return Array(shape, dtype, array.interval, kind="tensor", one_hot=array.one_hot, origin=array.origin)
