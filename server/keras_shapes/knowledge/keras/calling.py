"""A layer constructed, and called on inputs: what Keras' `Layer` does around every layer's own rule."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, same
from ...values.dtype import as_dtype, is_float
from ...values.layer import Layer
from ...values.mismatch import Mismatch
from ...values.reference import Many
from ...values.unknown import Unknown
from .. import registry
from ..binding import Rule
from ..coercion import as_array
from .backend import IMAGE_DATA_FORMAT, dtype_policy
from .removed import check_layer_keywords

# Arguments of every layer's constructor: keras/src/layers/layer.py.
_BASE = {"name", "dtype", "trainable", "autocast", "input_shape", "batch_input_shape", "batch_shape", "input_dim",
         "input_length", "weights", "batch_size", "activity_regularizer"}  # fmt: skip


def construct(rule: Rule, arguments: dict[str, Any], run: Any = None) -> None:
    """Raises Mismatch where a layer's constructor raises on these arguments (all bound, defaults filled in)."""
    check_layer_keywords(rule.parameters, arguments)
    if rule.check is not None:
        _evaluate_part(rule, rule.check, arguments, run)


def call_layer(layer: Layer, inputs: Any, keywords: dict[str, Any], run: Any) -> tuple[Any, Layer]:
    """The output of a layer on its inputs, and the layer as it is afterwards (built). Raises Mismatch."""
    rule = registry.rule(layer.cls)
    if rule is None:
        return Unknown(f"{layer.cls} is not known"), layer
    arguments = _arguments(rule, layer, inputs, keywords)
    first = arguments[rule.positional[0]]
    example = next(_flat(first), None)
    symbolic = any(a.kind == "symbolic" for a in _flat([first, list(keywords.values())]))
    output = _evaluated(rule, arguments, run)
    dtype = compute_dtype(layer.arguments)
    if rule.name in _OF_WHOLE_NUMBERS and not symbolic and dtype != "float32" and not any(map(_is_float, _flat(first))):
        dtype = "float32"
    output = _finished(output, "symbolic" if symbolic else "tensor", dtype, first)
    if rule.name == "keras.layers.CenterCrop" and isinstance(output, Array) and not symbolic and dtype != "float32":
        output = output.like(dtype="")  # float32 where it resizes
    if rule.name == "keras.layers.EinsumDense" and not symbolic and _may_be_cut_anew(layer, example):
        # TensorFlow lays the elements out in rows as long as the weights want them, whatever axes they had.
        return Unknown("a product of other sizes"), layer
    if rule.compared == "always" or not symbolic:
        _check_built(rule, layer, example, output)
    if rule.compared == "broadcast" and not symbolic:
        output = _broadcast(layer, example, output)
    return output, _built(rule, layer, example, arguments, output, run)


def _evaluated(rule: Rule, arguments: dict[str, Any], run: Any) -> Any:
    """Of a tensor that nobody knows, too, it is known what a layer makes: `Conv2D(8, 3)(x)` has four axes or raises."""
    first = arguments[rule.positional[0]]
    if type(first) is not Unknown or rule.kinds[rule.positional[0]] != "Array":
        return rule.evaluate(arguments, run)
    output = rule.evaluate({**arguments, rule.positional[0]: Array(None)}, run)
    return first if isinstance(output, Array) and output.shape is None else output


def output_of(layer: Layer, inputs: Any, run: Any) -> Any:
    """What a layer would give, whatever its weights were made for. Raises Mismatch."""
    rule = registry.rule(layer.cls)
    if rule is None:
        return Unknown(f"{layer.cls} is not known")
    return rule.evaluate(_arguments(rule, layer, inputs, {}), run)


# What these give has a type of its own, whatever the policy is: keras/src/layers/preprocessing/.
_OF_OWN_TYPE = frozenset(
    f"keras.layers.{name}" for name in ("TextVectorization", "StringLookup", "IntegerLookup", "Hashing")
)
# Means of whole numbers and their like, of real data: what comes is float32 whatever the policy is.
_OF_WHOLE_NUMBERS = frozenset(
    f"keras.layers.{name}" for name in ("LeakyReLU", *(f"GlobalAveragePooling{n}D" for n in (1, 2, 3)))
)


def settle(rule: Rule, bound: dict[str, Any], run: Any) -> None:
    """Fills in what the program's settings decide where a constructor is told nothing: the data format, the type."""
    if "data_format" in bound and bound["data_format"] is None:
        bound["data_format"] = run.setting(IMAGE_DATA_FORMAT, None)
    if rule.name in _OF_OWN_TYPE or (rule.name.endswith(".HashedCrossing") and bound["output_mode"] == "int"):
        return
    if bound.get("dtype") is None and (policy := dtype_policy(run=run)) != "float32":
        bound["dtype"] = policy


def compute_dtype(arguments: dict[str, Any]) -> str:
    """The type a layer computes in: keras/src/dtype_policies/dtype_policy.py."""
    wanted = arguments.get("dtype")
    if wanted is None:
        return "float32"
    return as_dtype(wanted.removeprefix("mixed_") if isinstance(wanted, str) else wanted)


def _arguments(rule: Rule, layer: Layer, inputs: Any, keywords: dict[str, Any]) -> dict[str, Any]:
    """The call's arguments and the constructor's, together. The inputs are cast as the layer casts them."""
    dtype = compute_dtype(layer.arguments)
    first = _cast(inputs, dtype) if layer.arguments.get("autocast", True) is True else _arrays(inputs)
    known = {k: v for k, v in layer.arguments.items() if k not in _BASE or k in rule.parameters}
    names = rule.positional[: rule.inputs]
    given = {names[0]: first}
    for name in names[1:]:
        value = keywords.get(name, rule.defaults.get(name))
        given[name] = _cast(value, dtype) if any(_flat(value)) else value
    return given | known


def _arrays(value: Any) -> Any:
    """The call's input, its numbers and nested lists of numbers made arrays."""
    if isinstance(value, (list, tuple)) and any(isinstance(v, (Array, Unknown, list, tuple)) for v in value):
        return type(value)(_arrays(v) for v in value)
    if isinstance(value, dict):
        return {k: _arrays(v) for k, v in value.items()}
    if isinstance(value, Many) and isinstance(value.element, Array) and value.element.shape != ():
        return value  # a list of tensors is no tensor
    return as_array(value)


def _cast(value: Any, dtype: str) -> Any:
    """Floating-point inputs are cast to the layer's type; others are left as they are."""
    value = _arrays(value)
    if isinstance(value, (list, tuple)):
        return type(value)(_cast(v, dtype) for v in value)
    if isinstance(value, Array) and is_float(value.dtype):
        return value.like(dtype=dtype)
    return value


def _flat(value: Any) -> Iterator[Array]:
    """The arrays of a nested structure, in order."""
    if isinstance(value, Array):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _flat(item)


def _is_float(array: Array) -> bool:
    return is_float(array.dtype)


def _finished(output: Any, kind: str, dtype: str, first: Any) -> Any:
    if isinstance(output, (list, tuple)):
        return type(output)(_finished(o, kind, dtype, first) for o in output)
    if not isinstance(output, Array):
        return output
    # Where no input is of float32, one that the rule gives is what its weights are of: the layer's type.
    if output.dtype == "float32" != dtype and not any(a.dtype == "float32" for a in _flat(first)):
        output = output.like(dtype=dtype)
    return output.like(kind=kind, node=None, origin=None)


def _may_be_cut_anew(layer: Layer, x: Array | None) -> bool:
    """Whether data of another size than the weights were made for hold as many elements as rows of that size do."""
    if not layer.built or x is None or x.shape is None:
        return False
    sizes = [size for axis, size in layer.built.items() if axis and -axis <= len(x.shape) and x.shape[axis] != size]
    return bool(sizes) and (not isinstance(x.size, int) or x.size % math.prod(sizes) == 0)


def _check_built(rule: Rule, layer: Layer, x: Array | None, output: Any) -> None:
    """A layer's weights are made for the sizes of its first call, some for its rank (axis 0 of `built`)."""
    if not layer.built or x is None or x.shape is None:
        return
    for axis, size in layer.built.items():
        if axis == 0 and len(x.shape) != size:
            raise Mismatch("layer-rank", size, x.shape, output, ranks=(size, size), layer=layer)
        if not axis or -axis > len(x.shape) or (rule.compared == "broadcast" and 1 in (size, x.shape[axis])):
            continue
        if same(x.shape[axis], size) is False:
            expected = list(x.shape)
            expected[axis] = size
            raise Mismatch("layer-shape", tuple(expected), x.shape, output, layer=layer, axis=axis)


def _broadcast(layer: Layer, x: Array | None, output: Any) -> Any:
    """Real data of size 1 take the size that the layer's weights have."""
    if layer.built is None or x is None or x.shape is None or not isinstance(output, Array) or not output.shape:
        return output
    # Where the count of the weights is not known, neither is what sizes they have.
    other = ANY if layer.parameters is None else 1
    axes = range(-len(output.shape), 0)
    return output.like(shape=tuple(layer.built.get(a, other) if d == 1 else d for a, d in zip(axes, output.shape)))


def _built(rule: Rule, layer: Layer, x: Array | None, arguments: dict[str, Any], output: Any, run: Any) -> Layer:
    if layer.built is not None or x is None or x.shape is None:
        return layer
    axes = _evaluate_part(rule, rule.fixes, arguments, run) if callable(rule.fixes) else rule.fixes or ()
    axes = [a for a in axes if -a <= len(x.shape)]
    for axis in axes:
        # Real data have every size: a None among theirs stands for the batches that a model makes of them.
        if axis and x.shape[axis] is None and x.kind == "symbolic":
            raise Mismatch("undefined-size", None, x.shape, output, layer=layer, axis=axis)
    sizes = {a: size for a in axes if isinstance(size := x.shape[a] if a else len(x.shape), int)}
    count = _count(rule, arguments, run)
    return replace(layer, built=sizes, parameters=count if isinstance(count, int) else None)


def _evaluate_part(rule: Rule, part: Any, arguments: dict[str, Any], run: Any) -> Any:
    """Another function of a rule, on those of the arguments that it names."""
    partial = _part(rule.name, part)
    if not partial.catch_all:
        arguments = {k: v for k, v in arguments.items() if k in partial.parameters}
    return partial.evaluate(arguments, run)


@cache
def _part(name: str, function: Callable[..., Any]) -> Rule:
    return Rule(name, function)


def _count(rule: Rule, arguments: dict[str, Any], run: Any) -> Any:
    """How many parameters the layer has; 0 where its rule tells of none."""
    if rule.count is None:
        return 0
    try:
        return _evaluate_part(rule, rule.count, arguments, run)
    except (Mismatch, TypeError, AttributeError, IndexError):
        return None
