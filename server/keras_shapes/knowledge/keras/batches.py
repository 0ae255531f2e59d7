"""The batches that `fit` and its like make, where a layer minds their size: a stateful one keeps a state a sample.

Source: keras/src/layers/rnn/rnn.py. Measured in tests/md/recurrent.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...values.array import Array
from ...values.dim import product
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ..arguments import as_int
from ..run import Run
from .models.calling import tensors

_DEFAULT = 32


def check_batches(model: Model, x: Any, batch_size: Any, run: Run, first: bool = False) -> None:
    """Raises Mismatch("layer-shape", batches=…) where a stateful layer gets a batch of another size than its own.

    expected, found: the two sizes; facts: samples and batch, by which they are made. One sample is stretched
    to as many as there are states, but where Keras compiles for it alone: in the `first` prediction.
    """
    samples = next((a.shape[0] for a in tensors(x) if a.shape), None)
    batch = _DEFAULT if batch_size is None else as_int(batch_size)
    if not isinstance(samples, int) or batch is None or batch < 1 or samples < 1:
        return
    sizes = [min(batch, samples), *([samples % batch] if samples > batch and samples % batch else [])]
    for layer in stateful(model, run):
        size = (layer.built or {}).get(-3)
        allowed = (size,) if first and 1 in (batch, samples) else (size, 1)
        other = next((s for s in sizes if size is not None and s not in allowed), None)
        if other is not None:
            raise Mismatch("layer-shape", size, other, layer=layer, batches=True, samples=samples, batch=batch)


def check_batch_size(model: Model, batch_size: Any) -> None:
    """Raises Mismatch("input-structure", argument="batch_size") for an array of several numbers: Python asks its truth.

    expected: how many inputs the model has; found: the array's shape. Measured in tests/md/structures.md.
    """
    shape = batch_size.shape if isinstance(batch_size, Array) else None
    if shape and all(isinstance(size, int) and size > 0 for size in shape) and product(shape) != 1:
        inputs = len(tensors(model.inputs)) or None
        raise Mismatch("input-structure", inputs, shape, argument="batch_size", array=batch_size)


def stateful(model: Model, run: Run) -> Iterator[Layer]:
    """The layers that keep their states from batch to batch, those of inner models too."""
    for ref in model.layers:
        layer = run.resolve(ref)
        if isinstance(layer, Model):
            yield from stateful(layer, run)
        elif isinstance(layer, Layer) and layer.arguments.get("stateful") is True:
            yield layer
