"""A layer called on inputs: what Keras' `Layer.__call__` does around every layer's own rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...values.array import Array
from ...values.dim import same
from ...values.dtype import is_float
from ...values.layer import Layer
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from .. import registry
from ..binding import Rule
from ..coercion import as_array

# Arguments of every layer's constructor: keras/src/layers/layer.py.
_BASE = {"name", "dtype", "trainable", "autocast", "input_shape", "batch_input_shape", "batch_shape", "input_dim",
         "input_length", "weights", "batch_size", "activity_regularizer"}  # fmt: skip


def call_layer(layer: Layer, inputs: Any, keywords: dict[str, Any], run: Any) -> tuple[Any, Layer]:
    """The output of a layer on its inputs, and the layer as it is afterwards (built). Raises Mismatch."""
    rule = registry.rule(layer.cls)
    if rule is None:
        return Unknown(f"{layer.cls} is not known"), layer
    first = _cast(inputs, layer)
    arguments = _arguments(rule, layer, first, keywords)
    example = _example(first)
    _check_built(layer, example)
    output = rule.evaluate(arguments, run)
    output = _of_kind(output, "symbolic" if _symbolic(first) else "tensor")
    return output, _built(rule, layer, example, arguments, run)


def _arguments(rule: Rule, layer: Layer, first: Any, keywords: dict[str, Any]) -> dict[str, Any]:
    known = {k: v for k, v in layer.arguments.items() if k not in _BASE or k in rule.parameters}
    names = rule.positional[: rule.inputs]
    given = {names[0]: first}
    for name in names[1:]:
        given[name] = keywords.get(name, rule.defaults.get(name))
    return given | known


def _cast(value: Any, layer: Layer) -> Any:
    """Floating-point inputs are cast to the layer's type; others are left as they are."""
    if isinstance(value, (list, tuple)) and any(isinstance(v, (Array, Unknown)) for v in value):
        return type(value)(_cast(v, layer) for v in value)
    array = as_array(value)
    if isinstance(array, Array) and is_float(array.dtype):
        wanted = layer.arguments.get("dtype")
        return array.like(dtype=wanted if isinstance(wanted, str) and is_float(wanted) else "float32")
    return array


def _example(first: Any) -> Array | None:
    """The input that decides the sizes of the weights."""
    if isinstance(first, (list, tuple)) and first:
        first = first[0]
    return first if isinstance(first, Array) else None


def _symbolic(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return any(_symbolic(v) for v in value)
    return isinstance(value, Array) and value.kind == "symbolic"


def _of_kind(output: Any, kind: str) -> Any:
    if isinstance(output, (list, tuple)):
        return type(output)(_of_kind(o, kind) for o in output)
    return output.like(kind=kind, node=None, origin=None) if isinstance(output, Array) else output


def _check_built(layer: Layer, x: Array | None) -> None:
    """A layer's weights are made for the sizes of its first call."""
    if not layer.built or x is None or x.shape is None:
        return
    for axis, size in layer.built.items():
        if -axis <= len(x.shape) and same(x.shape[axis], size) is False:
            expected = list(x.shape)
            expected[axis] = size
            raise Mismatch("layer-shape", tuple(expected), x.shape, layer=layer, axis=axis)


def _built(rule: Rule, layer: Layer, x: Array | None, arguments: dict[str, Any], run: Any) -> Layer:
    if layer.built is not None or x is None or x.shape is None:
        return layer
    axes = rule.fixes(**layer.arguments) if callable(rule.fixes) else rule.fixes or ()
    sizes = {a: size for a in axes if -a <= len(x.shape) and isinstance(size := x.shape[a], int)}
    count = _count(rule, arguments, run)
    return replace(layer, built=sizes, parameters=count if isinstance(count, int) else None)


def _count(rule: Rule, arguments: dict[str, Any], run: Any) -> Any:
    """How many parameters the layer has; 0 where its rule tells of none."""
    if rule.count is None:
        return 0
    try:
        count = Rule(rule.name, rule.count)
        names = set(count.parameters)
        wanted = arguments if count.catch_all else {k: v for k, v in arguments.items() if k in names}
        return count.evaluate(wanted, run)
    except (Mismatch, TypeError, AttributeError, IndexError):
        return None
