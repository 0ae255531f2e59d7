"""Labels against outputs: where a loss raises in `fit`, `evaluate` and `train_on_batch`.

Sources: keras/src/losses/losses.py, keras/src/trainers/compile_utils.py, and the crossentropies' own checks in
keras/src/backend/tensorflow/nn.py. Measured in tests/oracle/test_fit.py.
"""

from __future__ import annotations

from typing import Any

from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, as_dim, same
from ...values.dtype import is_float
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import refuse
from .alignment import may_be_one, may_broadcast, may_equal, ranks_aligned
from .losses import CROSSENTROPY, LossKind, loss_kind

DEFAULT_BATCH = 32
"""What `fit` takes where no batch_size is given."""

# These compare the two shapes themselves; the other losses leave it to broadcasting.
_EQUAL_SHAPES = ("categorical_crossentropy", "binary_crossentropy", "binary_focal_crossentropy")

GENERALIZED = "categorical_generalized_cross_entropy"
"""It makes rows of class numbers, whatever the labels are."""
ALIGNING = frozenset((
    "mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_logarithmic_error",
    "cosine_similarity", "huber", "log_cosh",
))  # fmt: skip
"""The functions that bring the ranks together themselves; the classes do it for all."""


_FRACTIONS = frozenset((
    "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy",
    "sparse_categorical_crossentropy", "categorical_hinge", "hinge", "squared_hinge", "cosine_similarity", "dice",
    "tversky", "kl_divergence", "log_cosh", "poisson", "pearson_correlation", "concordance_correlation",
))  # fmt: skip
_DIFFERENCES = frozenset((
    "circle", "huber", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_error",
))  # fmt: skip


def check_numbers(name: str, output: Array) -> None:
    """Raises Mismatch where a function cannot compute with predictions of this type, and nothing casts them.

    TensorFlow takes no logarithm, square root or share of whole numbers, and no difference of truths.
    """
    if name in _FRACTIONS:
        refuse(name, output, "bui")
    elif name in _DIFFERENCES:
        refuse(name, output, "b")


def check_target(loss: Any, y: Array, output: Array, batch_size: Any = None) -> None:
    """Raises Mismatch where Keras 3 is proved to raise for labels `y` of all samples against a model's output.

    y: shape (samples, …). output: shape (None, …). batch_size: what `fit` was told; None means its default of 32;
    for `train_on_batch` and data sets give the size of `y` itself.
    Kinds: "loss-target" (class numbers for a categorical loss, rows of classes for a sparse one), "label-range"
    (a class number that is no class) and "target-shape".
    expected, found: the shape of y that would fit (batch None), and y's. facts: loss, output, classes, one_hot, y.
    """
    kind = loss_kind(loss)
    if kind is None or not y.shape or not output.shape:
        return
    kind = resolved(kind, y.shape, output.shape)
    for batch in batch_sizes(y.shape[0], batch_size):
        if not loss_may_run(kind, (batch, *y.shape[1:]), (batch, *output.shape[1:])):
            raise _misfit(kind, y, output.shape)
    if kind.sparse:
        check_range(kind, y, output.shape)


def check_batch(loss: Any, y: Array, output: Array) -> None:
    """As `check_target` for `train_on_batch`, which takes labels of another count as they are.

    output: shape (samples of x, …). Raises Mismatch("sample-count") besides, where another count does not broadcast.
    """
    if not y.shape or not output.shape or same(y.shape[0], output.shape[0]) is not False:
        check_target(loss, y, output, y.shape[0] if y.shape else None)
        return
    kind = loss_kind(loss)
    if kind is not None and not loss_may_run(resolved(kind, y.shape, output.shape), y.shape, output.shape):
        first, second = ("x", None), ("y", None)
        raise Mismatch("sample-count", output.shape[0], y.shape[0], first=first, second=second, arrays=(output, y))


def check_pair(kind: LossKind, y: Array, output: Array, aligned: bool) -> None:
    """As `check_target` for a loss that the program calls itself. aligned: whether ranks are brought together first."""
    if not y.shape or not output.shape:
        return
    if not (loss_may_run if aligned else function_may_run)(kind, y.shape, output.shape):
        mismatch = _misfit(kind, y, output.shape)
        mismatch.facts["argument"] = "y_true"
        raise mismatch
    if kind.sparse:
        check_range(kind, y, output.shape)


def batch_sizes(samples: Dim, batch_size: Any) -> tuple[Dim, ...]:
    """The sizes of the batches that are certain to come: the first, and the last where it is smaller."""
    batch = DEFAULT_BATCH if batch_size is None else as_dim(batch_size)
    if same(samples, batch):
        return (batch,)
    if not isinstance(samples, int) or not isinstance(batch, int) or batch <= 0 or samples <= 0:
        return (ANY,)
    first, last = min(samples, batch), samples % batch
    return (first, last) if last and last != first else (first,)


def resolved(kind: LossKind, y: Shape, output: Shape) -> LossKind:
    """ "crossentropy" as the one that Keras takes for these shapes."""
    if kind.name != CROSSENTROPY:
        return kind
    if output[-1] == 1:
        return LossKind("binary_crossentropy", from_logits=False)
    sparse = len(y) < len(output) or y[-1] == 1
    return LossKind(f"{'sparse_' if sparse else ''}categorical_crossentropy", from_logits=False)


def loss_may_run(kind: LossKind, y: Shape, output: Shape) -> bool:
    """False where the loss is proved to raise for one batch of these shapes."""
    return any(function_may_run(kind, *pair) for pair in ranks_aligned(y, output))


def function_may_run(kind: LossKind, y: Shape, output: Shape) -> bool:
    """As `loss_may_run` for the loss's function, once the ranks were aligned."""
    if kind.sparse:
        squeezed = len(y) == len(output) and may_be_one(y[-1])
        return may_equal(y[:-1] if squeezed else y, output[:-1])
    if kind.name in _EQUAL_SHAPES:
        return may_equal(y, output)
    if kind.name == "ctc":
        return len(y) == 2 and len(output) == 3
    if kind.name == "circle":
        return len(y) != 2 or may_broadcast(y, y[::-1])
    if kind.name == GENERALIZED:
        return may_broadcast((*y, output[-1]), output)
    return may_broadcast(y, output)


def _misfit(kind: LossKind, y: Array, output: Shape) -> Mismatch:
    code = "loss-target" if _other_encoding(kind, y, output) else "target-shape"
    return Mismatch(code, expected_target(kind, output), y.shape, **_facts(kind, y, output))


def expected_target(kind: LossKind, output: Shape) -> Shape:
    """The shape of labels that is meant for an output, batch None."""
    return (None, *(output[1:-1] if kind.sparse else output[1:]))


def _facts(kind: LossKind, y: Array, output: Shape) -> dict[str, Any]:
    return {"loss": kind.name, "output": output, "classes": output[-1], "one_hot": y.one_hot, "y": y}


def _other_encoding(kind: LossKind, y: Array, output: Shape) -> bool:
    """Labels that the loss's twin (sparse for categorical, and back) would take."""
    shape = y.shape or ()
    if kind.categorical:
        labels = shape[:-1] if len(shape) == len(output) and shape[-1] == 1 else shape
        return may_equal(labels[1:], output[1:-1]) and len(labels) == len(output) - 1 and not _fractional(y)
    return kind.sparse and len(shape) == len(output) and may_equal(shape[1:-1], output[1:-1])


def _fractional(y: Array) -> bool:
    return is_float(y.dtype) and y.interval is not None and not float(y.interval.high).is_integer()


def check_range(kind: LossKind, y: Array, output: Shape) -> None:
    """A sparse loss looks each label up among the classes; on a CPU it raises where there is none."""
    labels, aligned = y.interval, ranks_aligned(y.shape or (), output)
    classes = aligned[0][1][-1]
    if len(aligned) > 1 or not isinstance(classes, int) or labels is None or not labels.attained:
        return
    # Of the ends of an interval it is certain that some sample has them.
    strange = [end for end in (labels.high, labels.low) if not 0 <= end < classes and end != kind.ignore_class]
    if strange and not isinstance(kind.ignore_class, Unknown):
        raise Mismatch("label-range", classes, strange[0], interval=labels, **_facts(kind, y, output))
