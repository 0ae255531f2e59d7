"""The structures of inputs and labels: as many as the model has, under the names that it gave them.

Sources: keras/src/models/functional.py (_standardize_inputs), keras/src/layers/input_spec.py, and CompileLoss in
keras/src/trainers/compile_utils.py. Measured in tests/md/structures.md.
"""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Ref
from .inputs import match_inputs
from .losses import loss_kind
from .models.calling import tensors


def check_inputs(model: Model, inputs: Any) -> None:
    """Raises Mismatch("input-structure") for another number of inputs than a functional model's, or other names."""
    declared = tensors(model.inputs)
    if isinstance(model.inputs, dict) or not declared:
        return
    names = [a.node.keywords.get("name") if a.node is not None else None for a in declared]
    match_inputs(inputs, names)


def check_alone(beside: str | None) -> None:
    """Raises Mismatch("dataset-structure") for labels or weights, an argument's name, given beside a data set."""
    if beside is not None:
        raise Mismatch("dataset-structure", (), (), argument=beside, beside=True)


def check_labels(model: Model, y: Any, output: Any, run: Any) -> None:
    """Raises Mismatch("target-shape") for another number of labels than of outputs, or under other names.

    expected, found: the two numbers. facts: outputs = their names, "" where they have none of their own; given = the
    names that labels have.
    """
    losses = model.compiled.arguments.get("loss") if model.compiled is not None else None
    if y is None or not _all_judged(losses):
        return
    outputs = list(output) if isinstance(output, (list, tuple)) else [output]
    if isinstance(output, dict) or any(not isinstance(o, Array) for o in outputs):
        return
    names = tuple(_name(o, run) for o in tensors(model.outputs))
    expected, found = len(outputs), _count(y)
    if found is None or (expected == 1 and (found == 1 or isinstance(y, dict))):
        return
    unnamed = isinstance(y, dict) and len(names) == expected and "" not in names and set(y) != set(names)
    if found != expected or unnamed:
        given = tuple(y) if isinstance(y, dict) else ()
        raise Mismatch("target-shape", expected, found, outputs=names, given=given)


def _all_judged(losses: Any) -> bool:
    """Whether each output has a loss of Keras' own: of one that has none the labels are not asked for."""
    if isinstance(losses, dict):
        losses = list(losses.values())
    each = losses if isinstance(losses, (list, tuple)) else [losses]
    return bool(each) and all(loss_kind(loss) is not None for loss in each)


def _count(y: Any) -> int | None:
    """How many labels are given; None where it cannot be said."""
    if isinstance(y, Array):
        return 1
    if isinstance(y, dict):
        return len(y)
    plain = isinstance(y, (list, tuple)) and all(isinstance(v, (Array, int, float, list, tuple)) for v in y)
    return len(y) if plain else None


def _name(output: Array, run: Any) -> str:
    target = output.node.target if output.node is not None else None
    layer = run.resolve(target) if isinstance(target, Ref) else None
    return layer.name if isinstance(layer, (Layer, Model)) else ""
