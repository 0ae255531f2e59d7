"""keras/src/layers/attention/"""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, multiply, product, same, total
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from .arguments import check_choice, check_integer, flag


def _attended(inputs: Any, return_attention_scores: Any) -> Any:
    """What query, value and key (the value where none is given) make. Source: attention.py."""
    if isinstance(inputs, (Array, tuple)) or (isinstance(inputs, list) and not 2 <= len(inputs) <= 3):
        found = inputs.shape if isinstance(inputs, Array) else len(inputs)
        raise Mismatch("input-structure", (2, 3), found, attention=True)
    if not isinstance(inputs, list) or not all(isinstance(x, Array) and x.shape for x in inputs):
        return Unknown("what is attended to")
    query, value, key = inputs[0], inputs[1], inputs[-1]
    if query.kind != "symbolic":
        # Symbolic tensors are not compared; the products of real data are.
        _check_pair(query, key, -1, -1)
        _check_pair(key, value, -2, -2)
    output = query.computed((*query.shape[:-1], value.shape[-1]))
    scores = flag(return_attention_scores)
    if scores is ANY:
        return Unknown("whether scores are returned")
    keys = key.shape[-2] if len(key.shape) > 1 else ANY
    return (output, query.computed((*query.shape[:-1], keys))) if scores else output


def _check_pair(a: Array, b: Array, i: int, j: int) -> None:
    if a.shape and b.shape and len(a.shape) >= -i and len(b.shape) >= -j:
        p, q = a.shape[i], b.shape[j]
        if same(p, q) is False and 1 not in (p, q):
            raise Mismatch("layer-shape", a.shape, b.shape, attention=True, axis=j)


@layer(inputs=5)
def Attention(
    inputs: Any, mask: Any, training: Any, return_attention_scores: Any, use_causal_mask: Any, use_scale: Any = False,
    score_mode: Any = "dot", dropout: Any = 0.0, seed: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/attention/attention.py"""
    return _attended(inputs, return_attention_scores)


@Attention.checks
def _(score_mode: Any) -> None:
    check_choice("score_mode", score_mode, ("dot", "concat"))


@Attention.parameters_of
def _(use_scale: Any, score_mode: Any) -> Dim:
    return add(flag(use_scale), int(score_mode == "concat") if isinstance(score_mode, str) else ANY)


@layer(inputs=5, fixes=lambda use_scale: (-1,) if flag(use_scale) == 1 else (), compared="broadcast")
def AdditiveAttention(
    inputs: Any, mask: Any, training: Any, return_attention_scores: Any, use_causal_mask: Any, use_scale: Any = True,
    dropout: Any = 0.0, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/attention/additive_attention.py"""
    return _attended(inputs, return_attention_scores)


@AdditiveAttention.parameters_of
def _(inputs: Any, use_scale: Any) -> Dim:
    return multiply(as_dim(inputs[0].shape[-1]), flag(use_scale))


def _output_shape(query: Array, output_shape: Any) -> Any:
    """The sizes that come in place of the query's last; None where they are not known."""
    if flag(output_shape) == 0:
        return (query.shape or (ANY,))[-1:]
    sizes = output_shape if isinstance(output_shape, (list, tuple)) else (output_shape,)
    return tuple(as_dim(d) for d in sizes) if not isinstance(output_shape, Unknown) else None


@layer(inputs=10, fixes=(-1,), compared="data")
def MultiHeadAttention(
    query: Array, value: Array, key: Any, query_mask: Any, value_mask: Any, key_mask: Any, attention_mask: Any,
    return_attention_scores: Any, training: Any, use_causal_mask: Any, num_heads: Any, key_dim: Any,
    value_dim: Any = None, dropout: Any = 0.0, use_bias: Any = True, output_shape: Any = None,
    attention_axes: Any = None, sliding_window: Any = None, flash_attention: Any = None,
    kernel_initializer: Any = "glorot_uniform", bias_initializer: Any = "zeros", kernel_regularizer: Any = None,
    bias_regularizer: Any = None, activity_regularizer: Any = None, kernel_constraint: Any = None,
    bias_constraint: Any = None, use_gate: Any = False, seed: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/attention/multi_head_attention.py"""
    last = _output_shape(query, output_shape)
    if query.shape is None or last is None:
        return Unknown("what is attended to")
    if isinstance(key, Array) and key.shape and value.shape:
        _check_middle(value, key)
    output = query.computed((*query.shape[:-1], *last))
    scores = flag(return_attention_scores)
    if scores is ANY:
        return Unknown("whether scores are returned")
    if not scores:
        return output
    symbolic = query.kind == "symbolic"
    plain = value.shape is not None and len(query.shape) == 3 and len(value.shape) == 3
    if attention_axes is not None or value.shape is None or not (plain or (symbolic and len(query.shape) > 1)):
        return output, Unknown("the attention scores")
    steps = query.shape[1] if symbolic else value.shape[1]
    return output, query.computed((query.shape[0], as_dim(num_heads), query.shape[1], steps))


def _check_middle(value: Array, key: Array) -> None:
    """All axes of value and key between the first and the last are the same; None and a number are not."""
    assert value.shape is not None
    assert key.shape is not None
    a, b = value.shape[1:-1], key.shape[1:-1]
    free = any((p is None) != (q is None) and ANY not in (p, q) for p, q in zip(a, b))
    if len(a) != len(b) or free or any(same(p, q) is False for p, q in zip(a, b)):
        raise Mismatch("layer-shape", value.shape, key.shape, attention=True)


@MultiHeadAttention.checks
def _(num_heads: Any, key_dim: Any, value_dim: Any) -> None:
    check_integer("num_heads", num_heads)
    check_integer("key_dim", key_dim)
    if value_dim is not None:
        check_integer("value_dim", value_dim)


@MultiHeadAttention.parameters_of
def _(
    query: Array, value: Array, key: Any, num_heads: Any, key_dim: Any, value_dim: Any, use_bias: Any,
    output_shape: Any, use_gate: Any,
) -> Dim:  # fmt: skip
    """Four projections (five with a gate), each with its bias."""
    keys, values = multiply(num_heads, key_dim), multiply(num_heads, key_dim if value_dim is None else value_dim)
    key = value if key is None else key if isinstance(key, Array) else Array(None)
    outputs = product(_output_shape(query, output_shape) or (ANY,))
    pairs = [(query, keys), (key, keys), (value, values)]
    gate = flag(use_gate)
    if gate:
        pairs.append((query, multiply(values, gate)))
    kernels = [multiply(x.shape[-1] if x.shape else ANY, size) for x, size in pairs] + [multiply(values, outputs)]
    biases = [size for _, size in pairs] + [outputs]
    return add(total(kernels), multiply(total(biases), flag(use_bias)))


@layer(inputs=10, fixes=(-1,), compared="data")
def GroupQueryAttention(
    query: Array, value: Array, key: Any, query_mask: Any, value_mask: Any, key_mask: Any, attention_mask: Any,
    return_attention_scores: Any, training: Any, use_causal_mask: Any, head_dim: Any, num_query_heads: Any,
    num_key_value_heads: Any, dropout: Any = 0.0, use_bias: Any = True, sliding_window: Any = None,
    flash_attention: Any = None, kernel_initializer: Any = "glorot_uniform", bias_initializer: Any = "zeros",
    kernel_regularizer: Any = None, bias_regularizer: Any = None, activity_regularizer: Any = None,
    kernel_constraint: Any = None, bias_constraint: Any = None, use_gate: Any = False, seed: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/attention/grouped_query_attention.py"""
    symbolic = query.kind == "symbolic"
    # Of symbolic tensors Keras names the first three axes, whatever there are besides.
    shape = query.require_min_rank(3) if symbolic else query.require_rank(3)
    other = value.require_min_rank(3) if symbolic else value.require_rank(3)
    if shape is None or other is None:
        return Unknown("what is attended to")
    if symbolic and same(shape[-1], other[-1]) is False:
        raise Mismatch("layer-shape", shape, other, attention=True, axis=-1)
    if isinstance(key, Array) and key.shape:
        _check_middle(value, key)
    output = query.computed(shape)
    scores = flag(return_attention_scores)
    if scores is ANY:
        return Unknown("whether scores are returned")
    return (output, query.computed((shape[0], as_dim(num_query_heads), shape[1], other[1]))) if scores else output


@GroupQueryAttention.checks
def _(num_query_heads: Any, num_key_value_heads: Any, sliding_window: Any) -> None:
    heads = num_key_value_heads
    if isinstance(num_query_heads, int) and isinstance(heads, int) and (heads == 0 or num_query_heads % heads):
        facts = {"argument": "num_key_value_heads", "need": "divides"}
        raise Mismatch("layer-argument", num_query_heads, heads, **facts)
    if sliding_window is not None:
        check_integer("sliding_window", sliding_window)


@GroupQueryAttention.parameters_of
def _(
    query: Array, value: Array, key: Any, head_dim: Any, num_query_heads: Any, num_key_value_heads: Any,
    use_bias: Any, use_gate: Any,
) -> Dim:  # fmt: skip
    """Projections of query, key, value and output, and of a gate; each with its bias."""
    queries, keys = multiply(num_query_heads, head_dim), multiply(num_key_value_heads, head_dim)
    key = value if key is None else key if isinstance(key, Array) else Array(None)
    pairs = [(query, queries), (key, keys), (value, keys), (query, multiply(queries, flag(use_gate)))]
    features = query.shape[-1] if query.shape else ANY
    inputs = [x.shape[2] if x.shape and len(x.shape) > 2 else ANY for x, _ in pairs]
    kernels = [multiply(width, size) for width, (_, size) in zip(inputs, pairs)] + [multiply(queries, features)]
    biases = [size for _, size in pairs] + [features]
    return add(total(kernels), multiply(total(biases), flag(use_bias)))
