"""What Keras 3 raises on and Keras 2 lets pass. Measured with tf_keras in tests/oracle/test_keras_2.py."""

from __future__ import annotations

from typing import Any

from ...values.array import Shape
from ...values.mismatch import Mismatch
from .alignment import may_broadcast, ranks_aligned
from .targets import DEFAULT_BATCH
from .version import KerasVersion

# These compare labels and outputs in Keras 2, too.
_COMPARING = ("categorical_crossentropy", "sparse_categorical_crossentropy", "categorical_focal_crossentropy")


def lets_pass(version: KerasVersion, mismatch: Mismatch) -> bool:
    """Whether what was found raises in Keras 3 only, and the program runs with Keras 2."""
    return version.legacy and _only_in_3(mismatch)


def _only_in_3(mismatch: Mismatch) -> bool:
    facts = mismatch.facts
    if mismatch.kind == "removed-argument":
        return True
    if mismatch.kind == "input-declaration":
        # `Input(3)` is the shape (3,).
        return isinstance(mismatch.found, int)
    if mismatch.kind == "input-dtype":
        return bool(mismatch.found == "list")
    if mismatch.kind == "layer-argument":
        return bool(facts.get("need") == "integer" and isinstance(mismatch.found, float))
    if mismatch.kind == "target-shape":
        return "loss" not in facts or _broadcast(facts, mismatch.found)
    return False


def _broadcast(facts: dict[str, Any], y: Any) -> bool:
    """Labels that Keras 2 broadcasts against the output: those of rank 1 as one column."""
    output = facts.get("output")
    if facts.get("loss") in _COMPARING or not isinstance(y, tuple) or not isinstance(output, tuple):
        return False
    labels: Shape = (*y, 1) if len(y) == 1 else y
    # More samples than fit into one batch make batches of sizes that are not told here.
    batch = y[0] if isinstance(y[0], int) and y[0] <= DEFAULT_BATCH else None
    return any(may_broadcast(*pair) for pair in ranks_aligned((batch, *labels[1:]), (batch, *output[1:])))
