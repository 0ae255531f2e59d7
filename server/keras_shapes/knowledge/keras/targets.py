"""Labels against outputs: where a loss raises in `fit`, `evaluate` and `train_on_batch`.

Sources: keras/src/losses/losses.py, keras/src/losses/loss.py (squeeze_or_expand_to_same_rank),
keras/src/backend/tensorflow/nn.py (the crossentropies' own checks).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...values.arithmetic import broadcast
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, as_dim, same
from ...values.dtype import is_float
from ...values.mismatch import Mismatch
from .losses import CROSSENTROPY, LossKind, loss_kind

DEFAULT_BATCH = 32
"""What `fit` takes where no batch_size is given."""


def check_target(loss: Any, y: Array, output: Array, batch_size: Any = None) -> None:
    """Raises Mismatch where Keras 3 is proved to raise for labels `y` of all samples against a model's output.

    y: shape (samples, …). output: shape (None, …). batch_size: what `fit` was told; None means its default of 32;
    for `train_on_batch` and data sets give the size of `y` itself.
    Kinds: "loss-target" (class numbers for a categorical loss, rows of classes for a sparse one) and "target-shape".
    expected, found: the shape of y that would fit (batch None), and y's. facts: loss, output, classes, one_hot, y.
    """
    kind = loss_kind(loss)
    if kind is None or y.shape is None or output.shape is None or not y.shape or not output.shape:
        return
    kind = resolved(kind, y.shape, output.shape)
    sizes = batch_sizes(y.shape[0], batch_size)
    if any(not _runs(kind, (b, *y.shape[1:]), (b, *output.shape[1:])) for b in sizes):
        raise _misfit(kind, y, output)


def batch_sizes(samples: Dim, batch_size: Any) -> tuple[Dim, ...]:
    """The sizes of the batches that are certain to come: the first, and the last where it is smaller."""
    batch = DEFAULT_BATCH if batch_size is None else as_dim(batch_size)
    if same(samples, batch):
        return (batch,)
    if not isinstance(samples, int) or not isinstance(batch, int) or batch <= 0 or samples <= 0:
        return (ANY,)
    first = min(samples, batch)
    last = samples % batch
    return (first, last) if last and last != first else (first,)


def resolved(kind: LossKind, y: Shape, output: Shape) -> LossKind:
    """ "crossentropy" as the one that Keras takes for these shapes: keras/src/trainers/compile_utils.py."""
    if kind.name != CROSSENTROPY:
        return kind
    if output[-1] == 1:
        return LossKind("binary_crossentropy", from_logits=False)
    sparse = len(y) < len(output) or y[-1] == 1
    return LossKind(f"{'sparse_' if sparse else ''}categorical_crossentropy", from_logits=False)


def same_rank(y: Shape, output: Shape) -> tuple[Shape, Shape]:
    """Keras adds or drops a last axis of 1 where ranks differ by one."""
    if len(y) + 1 == len(output) and output[-1] == 1:
        return ((*y, 1), output) if len(y) == 1 else (y, output[:-1])
    if len(output) + 1 == len(y) and y[-1] == 1:
        return (y, (*output, 1)) if len(output) == 1 else (y[:-1], output)
    return y, output


def _runs(kind: LossKind, y: Shape, output: Shape) -> bool:
    """False where the loss is proved to raise for these shapes of one batch."""
    if y[-1] is ANY or output[-1] is ANY or output[-1] is None:
        # Whether a last axis is added or dropped hangs on its being 1.
        return len(y) != len(output) or _check_of(kind)(y, output)
    return _check_of(kind)(*same_rank(y, output))


def _check_of(kind: LossKind) -> Callable[[Shape, Shape], bool]:
    if kind.sparse:
        return _sparse
    if kind.name in ("categorical_crossentropy", "binary_crossentropy", "binary_focal_crossentropy"):
        return _equal
    if kind.name in ("ctc", "circle"):
        return _anything
    return _broadcasts


def _anything(y: Shape, output: Shape) -> bool:
    return True


def _sparse(y: Shape, output: Shape) -> bool:
    if len(y) == len(output) and y[-1] == 1:
        y = y[:-1]
    return _equal(y, output[:-1])


def _equal(y: Shape, output: Shape) -> bool:
    return len(y) == len(output) and not any(same(a, b) is False for a, b in zip(y, output))


def _broadcasts(y: Shape, output: Shape) -> bool:
    try:
        broadcast(y, output)
    except Mismatch:
        return False
    return True


def _misfit(kind: LossKind, y: Array, output: Array) -> Mismatch:
    assert y.shape is not None
    assert output.shape is not None
    expected = (None, *(output.shape[1:-1] if kind.sparse else output.shape[1:]))
    facts = {"loss": kind.name, "output": output.shape, "classes": output.shape[-1], "one_hot": y.one_hot, "y": y}
    code = "loss-target" if _other_encoding(kind, y, output.shape) else "target-shape"
    return Mismatch(code, expected, y.shape, **facts)


def _other_encoding(kind: LossKind, y: Array, output: Shape) -> bool:
    """Labels that the loss's twin (sparse for categorical, and back) would take."""
    assert y.shape is not None
    labels = y.shape[:-1] if len(y.shape) == len(output) and y.shape[-1] == 1 else y.shape
    if kind.categorical:
        return len(labels) == len(output) - 1 and _equal(labels[1:], output[1:-1]) and not _fractional(y)
    return kind.sparse and len(y.shape) == len(output) and _equal(y.shape[1:-1], output[1:-1])


def _fractional(y: Array) -> bool:
    return is_float(y.dtype) and y.interval is not None and not float(y.interval.high).is_integer()
