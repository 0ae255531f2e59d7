"""The structures of inputs and labels: as many as the model has, under the names that it gave them.

Sources: keras/src/models/functional.py (_standardize_inputs), keras/src/layers/input_spec.py, and CompileLoss in
keras/src/trainers/compile_utils.py. Measured in tests/md/structures.md.
"""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.layer import Layer, Model
from ...values.mismatch import Mismatch
from ...values.reference import Many, Ref
from .inputs import match_inputs
from .losses import loss_kind
from .models.calling import input_names, tensors


def check_inputs(model: Model, inputs: Any) -> None:
    """Raises Mismatch("input-structure") for another number of inputs than a functional model's, or other names."""
    declared = tensors(model.inputs)
    if isinstance(model.inputs, dict) or not declared:
        return
    match_inputs(inputs, input_names(model))


def check_alone(beside: str | None) -> None:
    """Raises Mismatch("dataset-structure") for labels or weights, an argument's name, given beside a data set."""
    if beside is not None:
        raise Mismatch("dataset-structure", (), (), argument=beside, beside=True)


def check_parts(element: Any) -> None:
    """Raises Mismatch("dataset-structure", parts=how many) for elements of more than x, y and weights."""
    if isinstance(element, tuple) and len(element) > 3:
        raise Mismatch("dataset-structure", (), (), parts=len(element))


def check_labelled(model: Model, element: Any, output: Any) -> None:
    """Raises Mismatch("dataset-structure", unlabelled=True) of inputs alone where a loss of Keras wants labels."""
    alone = isinstance(element, Array) or (isinstance(element, tuple) and len(element) == 1)
    loss = model.compiled.arguments.get("loss") if model.compiled is not None else None
    if alone and loss_kind(loss) is not None and isinstance(output, Array) and not model.facts.get("own_step"):
        raise Mismatch("dataset-structure", (), (), unlabelled=True)


def check_elements(element: Any) -> None:
    """Raises Mismatch("dataset-structure") for lists among the batches of a generator or a `PyDataset`.

    TensorFlow takes tuples and dicts for structure, lists for nothing. keras/src/trainers/data_adapters/
    generator_data_adapter.py and py_dataset_adapter.py. A data set of TensorFlow's own has no lists left.
    """
    if isinstance(element, dict):
        element = tuple(element.values())
    if isinstance(element, list) or (isinstance(element, Many) and element.kind == "list"):
        raise Mismatch("dataset-structure", (), (), listed=True)
    for part in element if isinstance(element, tuple) else ():
        check_elements(part)


def check_labels(model: Model, y: Any, output: Any, run: Any) -> None:
    """Raises Mismatch("target-shape") for another number of labels than of outputs, or under other names.

    expected, found: the two numbers. facts: outputs = their names, "" where they have none of their own; given = the
    names that labels have.
    """
    losses = model.compiled.arguments.get("loss") if model.compiled is not None else None
    if y is None or not _all_judged(losses):
        return
    if isinstance(output, dict):
        _check_keys(losses, y, output)
        return
    outputs = list(output) if isinstance(output, (list, tuple)) else [output]
    if any(not isinstance(o, Array) for o in outputs):
        return
    names = output_names(model, run)
    expected, found = len(outputs), _count(y)
    if found is None or (expected == 1 and (found == 1 or isinstance(y, dict))):
        return
    unnamed = isinstance(y, dict) and len(names) == expected and "" not in names and set(y) != set(names)
    if found != expected or unnamed:
        given = tuple(y) if isinstance(y, dict) else ()
        raise Mismatch("target-shape", expected, found, outputs=names, given=given)


def _check_keys(losses: Any, y: Any, output: dict[Any, Any]) -> None:
    """Outputs in a dict: each wants labels under its own key. Of an output that has no loss none are asked for."""
    if isinstance(losses, dict) and set(losses) != set(output):
        return
    found = _count(y)
    named = not isinstance(y, dict) or set(y) == set(output)
    if found is not None and (found != len(output) or not named):
        given = tuple(y) if isinstance(y, dict) else ()
        raise Mismatch("target-shape", len(output), found, outputs=tuple(output), given=given)


def output_names(model: Model, run: Any) -> tuple[str, ...]:
    """The name of each output, "" where it has none of its own."""
    return tuple(_name(output, run) for output in tensors(model.outputs))


def in_order(by_name: Any, names: tuple[str, ...]) -> Any:
    """What a dict has for each output, None for one that it does not name; anything else as it is."""
    if not isinstance(by_name, dict) or "" in names or not set(by_name) <= set(names):
        return by_name
    return [by_name.get(name) for name in names]


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
