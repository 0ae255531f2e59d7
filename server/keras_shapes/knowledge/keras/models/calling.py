"""A model called on data or symbolic tensors: its inputs are compared, then its layers run one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ....values.array import Array, Node
from ....values.dim import Dim, same
from ....values.layer import Model
from ....values.mismatch import Mismatch
from ....values.reference import Ref
from ....values.unknown import Unknown
from ... import registry
from ...binding import call
from ...coercion import as_array
from ..inputs import adjust_input, misfit
from ..version import keras_version

INPUT = "input"
"""The target of the node that a declared input is."""
OUTPUT = "output"
"""The kind of a cell that holds what a layer gave when it was first called, under the layer's identity."""


def call_model(model: Model, inputs: Any, run: Any) -> Any:
    """The model's outputs, nested as they were declared. Raises Mismatch with facts model and array."""
    if not model.certain:
        return Unknown("a model that differs between branches")
    if model.kind == "Subclassed":
        return run.apply(model.ref, mapped(inputs, lambda a: _batched(a) if isinstance(a, Array) else a))
    try:
        return _sequential(model, inputs, run) if model.kind == "Sequential" else _functional(model, inputs, run)
    except Mismatch as mismatch:
        mismatch.facts["model"] = model
        raise


def _sequential(model: Model, inputs: Any, run: Any) -> Any:
    if isinstance(inputs, (list, tuple)) and len(inputs) == 1:
        inputs = inputs[0]
    x = as_array(inputs)
    if isinstance(x, Unknown) or isinstance(inputs, (list, tuple)):
        return model.outputs if isinstance(model.outputs, Array) else Unknown("a model on unknown data")
    declared = model.input_array
    if declared is None:
        return _first_call(model, x, run)
    if declared.shape is None:
        # What it declares is not known: data of a rank that some layer refuses may get the axis that it lacks.
        return _with_batch(model.outputs, x)
    # Keras 2 compares sizes here as well.
    entered = _adjusted(x, declared, strict=keras_version(run).legacy)
    if entered.shape is None or _fits(entered, declared):
        return _with_batch(model.outputs, entered)
    try:
        return _with_batch(flow(model, _batched(entered), run), entered)
    except Mismatch as mismatch:
        raise _as_input(mismatch, model, declared, x) from None


def _as_input(mismatch: Mismatch, model: Model, declared: Array, x: Array) -> Mismatch:
    """A layer that cannot take the data: what does not fit is the data."""
    facts = {**mismatch.facts, "array": x, "model": model, "inner": mismatch}
    told = misfit(x, declared)
    kind = told.kind if told is not None else "input-shape"
    return Mismatch(kind, declared.shape, x.shape, result=_with_batch(model.outputs, x), **facts)


def _first_call(model: Model, x: Array, run: Any) -> Any:
    """A Sequential that declares no input takes it from its first data."""
    if x.shape is None or not x.shape:
        return Unknown("a model on data of unknown shape")
    entered = Array((None, *x.shape[1:]), x.dtype if x.kind == "symbolic" else "float32", kind="symbolic")
    built = replace(model, inputs=entered, built_on=x.shape)
    outputs, seen = trace(built, entered, run)
    run.update(model.ref, replace(built, outputs=outputs, facts={**built.facts, "outputs": seen}))
    return _with_batch(outputs, x)


def trace(model: Model, x: Any, run: Any) -> tuple[Any, tuple[tuple[Ref, Any], ...]]:
    """The layers of a Sequential one after another on x: the output, and every layer's. Raises Mismatch."""
    seen = []
    for ref in model.layers:
        x = step(ref, x, run.apply(ref, x), run)
        seen.append((ref, x))
        note(ref, x, run)
    return x, tuple(seen)


def step(layer: Ref, x: Any, output: Any, run: Any) -> Any:
    """A layer's output as a step of the graph, so that models can be made of parts of a Sequential."""
    if not isinstance(x, Array) or x.node is None or not isinstance(output, Array):
        return output
    uid = run.new("step").uid
    node = Node(layer, (x,), {}, uid, hash((x.node, uid[1], output.shape)), x.node.place)
    made = output.like(kind="symbolic", node=node)
    if isinstance(run.resolve(Ref(OUTPUT, layer.uid)), Unknown):
        run.update(Ref(OUTPUT, layer.uid), made)
    return made


def note(ref: Ref, output: Any, run: Any) -> None:
    if ref.kind == "layer":
        run.note_layer(run.resolve(ref), output)


def flow(model: Model, x: Any, run: Any) -> Any:
    for ref in model.layers:
        x = run.apply(ref, x)
    return x


def _batched(x: Array) -> Array:
    """Data as the layers see it: in batches of a size that is not fixed."""
    return x if not x.shape else x.like(shape=(None, *x.shape[1:]))


def _fits(x: Array, declared: Array) -> bool:
    if x.shape is None or declared.shape is None or len(x.shape) != len(declared.shape):
        return False
    return all(isinstance(b, int) and same(a, b) is not False for a, b in zip(x.shape[1:], declared.shape[1:]))


def _adjusted(x: Array, declared: Array, strict: bool) -> Array:
    try:
        return adjust_input(x, declared, strict)
    except Mismatch as mismatch:
        mismatch.facts["array"] = x
        mismatch.result = None
        raise


def _with_batch(outputs: Any, x: Array) -> Any:
    """Declared outputs as they come for this data."""
    batch: Dim = x.shape[0] if x.shape else None
    kind = "symbolic" if x.kind == "symbolic" else "tensor"

    def adapt(output: Any) -> Any:
        if isinstance(output, Array) and output.shape:
            return Array(
                (batch if output.shape[0] is None else output.shape[0], *output.shape[1:]), output.dtype, kind=kind
            )
        return Array(None, kind=kind) if isinstance(output, Array) else output

    return mapped(outputs, adapt)


def mapped(value: Any, change: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return type(value)(mapped(v, change) for v in value)
    if isinstance(value, dict):
        return {k: mapped(v, change) for k, v in value.items()}
    return change(value)


def tensors(value: Any) -> list[Array]:
    """The arrays of a nested structure, in Keras' order."""
    if isinstance(value, Array):
        return [value]
    if isinstance(value, dict):
        return [a for k in sorted(value, key=str) for a in tensors(value[k])]
    if isinstance(value, (list, tuple)):
        return [a for v in value for a in tensors(v)]
    return []


def _functional(model: Model, inputs: Any, run: Any) -> Any:
    from ..structures import check_inputs
    from .late import check_flow

    check_inputs(model, inputs)
    declared = tensors(model.inputs)
    given = paired(model, inputs)
    if given is None or not declared:
        return _with_batch(model.outputs, Array((None,), kind="tensor"))
    entered = [_adjusted(x, d, strict=True) for x, d in zip(given, declared)]
    first = entered[0]
    if all(_fits(x, d) for x, d in zip(entered, declared)):
        if first.kind != "symbolic":
            check_flow(model, run)
        return _with_batch(model.outputs, first)
    replaced = {d.node: _batched(x) for x, d in zip(entered, declared) if d.node is not None}
    try:
        values = replay(model.outputs, replaced, run)
    except Mismatch as mismatch:
        if len(given) != 1 or misfit(given[0], declared[0]) is None:
            raise
        raise _as_input(mismatch, model, declared[0], given[0]) from None
    return _with_batch(mapped(model.outputs, lambda t: values.get(t.node, t) if isinstance(t, Array) else t), first)


def paired(model: Model, inputs: Any) -> list[Array] | None:
    """The data for each declared input, in order; None where the structures do not say."""
    declared = tensors(model.inputs)
    if isinstance(inputs, dict):
        found = [as_array(inputs[n]) for n in input_names(model) if n in inputs]
    elif isinstance(inputs, (list, tuple)) and any(isinstance(v, (Array, Unknown, list, dict)) for v in inputs):
        found = list(_leaves(inputs))
    else:
        found = [as_array(inputs)]
    if len(found) != len(declared) or any(isinstance(f, Unknown) for f in found):
        return None
    return [f for f in found if isinstance(f, Array)]


def input_names(model: Model) -> tuple[str | None, ...]:
    """The key, or the name, of each declared input, in order; None where it has none of its own."""
    keys: tuple[str, ...] = model.facts.get("input_names", ())
    return keys or tuple(t.node.keywords.get("name") if t.node is not None else None for t in tensors(model.inputs))


def _leaves(value: Any) -> Iterator[Any]:
    """The members of a nested structure; lists of numbers are arrays."""
    if isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from _leaves(value[key])
    elif isinstance(value, (list, tuple)) and any(isinstance(v, (Array, Unknown, dict, list, tuple)) for v in value):
        for v in value:
            yield from _leaves(v)
    else:
        yield as_array(value)


def nodes(outputs: Any) -> Iterator[Array]:
    """Every symbolic tensor that the outputs depend on, each after those it depends on."""
    seen: set[Any] = set()
    stack: list[tuple[Array, bool]] = [(t, False) for t in reversed(tensors(outputs))]
    while stack:
        tensor, ready = stack.pop()
        node = tensor.node
        if node is None or (node in seen and not ready):
            continue
        if ready:
            yield tensor
            continue
        seen.add(node)
        stack.append((tensor, True))
        before = tensors([*node.arguments, *node.keywords.values()])
        stack += [(t, False) for t in reversed(before)]


def replay(outputs: Any, replaced: dict[Node, Array], run: Any) -> dict[Any, Any]:
    """The graph's steps again with other inputs: the value of every node. Raises Mismatch."""
    values: dict[Any, Any] = dict(replaced)
    for tensor in nodes(outputs):
        node = tensor.node
        if node is None or node in values:
            continue

        def current(value: Any) -> Any:
            return values.get(value.node, value) if isinstance(value, Array) and value.node is not None else value

        arguments = [mapped(a, current) for a in node.arguments]
        keywords = {k: mapped(v, current) for k, v in node.keywords.items()}
        result = _step(node, arguments, keywords, run)
        if isinstance(result, (list, tuple)):
            result = result[node.output] if node.output < len(result) else Array(None)
        values[node] = result if isinstance(result, Array) else tensor.unranked()
    return values


def _step(node: Node, arguments: list[Any], keywords: dict[str, Any], run: Any) -> Any:
    if isinstance(node.target, Ref):
        return run.apply(node.target, *arguments, **keywords)
    if isinstance(node.target, str) and node.target.startswith("operator."):
        return _operator(node.target.removeprefix("operator."), arguments)
    rule = registry.rule(node.target) if isinstance(node.target, str) else None
    return Unknown("a step that is not known") if rule is None else call(rule, arguments, keywords, run)


def _operator(name: str, arguments: list[Any]) -> Any:
    from ...numpy.indexing import index
    from ...numpy.operators import binary, unary

    operands = [as_array(a) for a in arguments]
    if name == "getitem":
        return index(arguments[0], arguments[1])
    if any(isinstance(o, Unknown) for o in operands):
        return Unknown("an operation on unknown arrays")
    return binary(name, *operands) if len(operands) == 2 else unary(name, *operands)


__all__ = ["INPUT", "call_model", "flow", "input_names", "mapped", "nodes", "paired", "tensors", "trace"]
