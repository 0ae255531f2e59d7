"""keras/src/layers/core/"""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, add, as_dim, multiply, same
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from ...run import Run
from .arguments import check_integer, flag
from .images import moved


@layer
def InputLayer(
    x: Array, shape: Any = None, batch_size: Any = None, dtype: Any = None, sparse: Any = None, ragged: Any = None,
    batch_shape: Any = None, input_tensor: Any = None, optional: Any = False, name: Any = None, *,
    input_shape: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/core/input_layer.py: declares an input; called, it gives back what it is given."""
    return x


@layer(fixes=(-1,))
def Dense(x: Array, units: Any, activation: Any = None, use_bias: Any = True, **_: Any) -> Array:
    """keras/src/layers/core/dense.py"""
    shape = x.require_min_rank(2)
    return x.computed(None if shape is None else (*shape[:-1], as_dim(units)))


@Dense.checks
def _(units: Any) -> None:
    check_integer("units", units)


@Dense.parameters_of
def _(x: Array, units: Any, use_bias: Any = True, **_: Any) -> Any:
    inputs = x.shape[-1] if x.shape else None
    return add(multiply(inputs, units), multiply(units, use_bias))


@layer
def Embedding(
    x: Array, input_dim: Any, output_dim: Any, embeddings_initializer: Any = "uniform",
    embeddings_regularizer: Any = None, embeddings_constraint: Any = None, mask_zero: Any = False,
    weights: Any = None, lora_rank: Any = None, *, input_length: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/core/embedding.py"""
    shape = None if x.shape is None else (*x.shape, as_dim(output_dim))
    return Array(shape, "float32", kind=x.kind)


@Embedding.parameters_of
def _(input_dim: Any, output_dim: Any) -> Any:
    return multiply(input_dim, output_dim)


@layer(inputs=2)
def ReversibleEmbedding(
    inputs: Array, reverse: Any, input_dim: Any, output_dim: Any, tie_weights: Any = True,
    embeddings_initializer: Any = "uniform", embeddings_regularizer: Any = None, embeddings_constraint: Any = None,
    mask_zero: Any = False, reverse_dtype: Any = None, logit_soft_cap: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/core/reversible_embedding.py"""
    backwards = flag(reverse)
    shape = inputs.shape if backwards in (0, 1) else None
    if shape is None:
        return inputs.computed(None)
    if not backwards:
        return Array((*shape, as_dim(output_dim)), "float32", kind=inputs.kind)
    if not shape or (inputs.kind != "symbolic" and same(shape[-1], output_dim) is False):
        raise Mismatch("layer-shape", (*shape[:-1], as_dim(output_dim)), shape)
    return inputs.computed((*shape[:-1], as_dim(input_dim)))


@ReversibleEmbedding.checks
def _(input_dim: Any, output_dim: Any) -> None:
    check_integer("input_dim", input_dim)
    check_integer("output_dim", output_dim)


@Embedding.checks
def _(input_dim: Any, output_dim: Any, weights: Any = None) -> None:
    check_integer("input_dim", input_dim)
    check_integer("output_dim", output_dim)
    matrix = weights[0] if isinstance(weights, (list, tuple)) and len(weights) == 1 else weights
    if not isinstance(matrix, Array) or matrix.shape is None:
        return
    table = (as_dim(input_dim), as_dim(output_dim))
    if len(matrix.shape) != 2 or any(same(a, b) is False for a, b in zip(matrix.shape, table)):
        raise Mismatch("weights-shape", table, matrix.shape, argument="weights")


@ReversibleEmbedding.parameters_of
def _(input_dim: Any, output_dim: Any, tie_weights: Any) -> Any:
    # Where the weights are not tied there is a second table, for the way back.
    tied = flag(tie_weights)
    return ANY if tied is ANY else multiply(multiply(input_dim, output_dim), 1 if tied else 2)


@layer
def Masking(x: Array, mask_value: Any = 0.0, **_: Any) -> Array:
    """keras/src/layers/core/masking.py"""
    x.require_min_rank(1)
    kept = moved(x, x.shape)
    # The mask is multiplied in: a product of booleans is an integer.
    return kept.like(dtype="int32") if kept.dtype == "bool" else kept


@layer
def Identity(x: Array, **_: Any) -> Array:
    """keras/src/layers/core/identity.py"""
    return x


@layer
def Lambda(
    x: Any, function: Any, output_shape: Any = None, mask: Any = None, arguments: Any = None, *, run: Run, **_: Any
) -> Any:
    """keras/src/layers/core/lambda_layer.py"""
    if isinstance(x, Array) and x.kind == "symbolic" and isinstance(output_shape, (list, tuple)):
        return x.computed((x.shape[0] if x.shape else ANY, *(as_dim(d) for d in output_shape)))
    if arguments is not None and not isinstance(arguments, dict):
        return Unknown("the arguments of a Lambda")
    output = run.call(function, x, **(arguments or {}))
    # Of symbolic tensors Keras says the layer's own type, whatever the function makes.
    symbolic = isinstance(x, Array) and isinstance(output, Array) and x.kind == "symbolic"
    return x.computed(output.shape) if symbolic else output
