"""keras/src/layers/rnn/: recurrent layers and the wrappers around them."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, multiply, product, same
from ....values.layer import Layer
from ....values.mismatch import Mismatch
from ....values.reference import Ref
from ....values.unknown import Unknown
from ...registry import layer, rule
from ...run import Run
from ..calling import output_of
from .arguments import check_integer, flag

_MODES = ("sum", "mul", "ave", "concat")


def fixed_axes(stateful: Any) -> tuple[int, ...]:
    """A stateful layer keeps states for a batch of one size."""
    return (-1, -3) if stateful is True else (-1,)


def _recurrent(x: Array, states: int, initial_state: Any, units: Any, return_sequences: Any, return_state: Any) -> Any:
    """What a layer of `units` and this many states gives. Source: keras/src/layers/rnn/rnn.py."""
    batch, steps, _ = x.require_rank(3)
    if not all(isinstance(flag, (bool, int)) for flag in (return_sequences, return_state)):
        return Unknown("whether sequences or states are returned")
    units = as_dim(units)
    output = x.computed((batch, steps, units) if return_sequences else (batch, units))
    result = (output, *[x.computed((batch, units))] * states) if return_state else output
    _check_states(initial_state, states, batch, units, result)
    return result


def _check_states(initial_state: Any, states: int, batch: Any, units: Any, result: Any) -> None:
    """Each initial state is (batch, units)."""
    given = list(initial_state) if isinstance(initial_state, (list, tuple)) else [initial_state]
    for state in given:
        # In a functional graph Keras does not compare them: it raises when data flows.
        if not isinstance(state, Array) or state.shape is None or state.kind == "symbolic":
            continue
        if len(state.shape) == 2 and same(state.shape[1], units) is False and 1 not in (state.shape[1], units):
            raise Mismatch("weights-shape", (batch, units), state.shape, result, argument="initial_state")


@layer(fixes=fixed_axes, inputs=2, compared="data")
def SimpleRNN(
    sequences: Array, initial_state: Any, units: Any, activation: Any = "tanh", use_bias: Any = True,
    kernel_initializer: Any = "glorot_uniform", recurrent_initializer: Any = "orthogonal",
    bias_initializer: Any = "zeros", kernel_regularizer: Any = None, recurrent_regularizer: Any = None,
    bias_regularizer: Any = None, activity_regularizer: Any = None, kernel_constraint: Any = None,
    recurrent_constraint: Any = None, bias_constraint: Any = None, dropout: Any = 0.0, recurrent_dropout: Any = 0.0,
    return_sequences: Any = False, return_state: Any = False, go_backwards: Any = False, stateful: Any = False,
    unroll: Any = False, seed: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/simple_rnn.py"""
    return _recurrent(sequences, 1, initial_state, units, return_sequences, return_state)


@layer(fixes=fixed_axes, inputs=2, compared="data")
def GRU(
    sequences: Array, initial_state: Any, units: Any, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, kernel_initializer: Any = "glorot_uniform", recurrent_initializer: Any = "orthogonal",
    bias_initializer: Any = "zeros", kernel_regularizer: Any = None, recurrent_regularizer: Any = None,
    bias_regularizer: Any = None, activity_regularizer: Any = None, kernel_constraint: Any = None,
    recurrent_constraint: Any = None, bias_constraint: Any = None, dropout: Any = 0.0, recurrent_dropout: Any = 0.0,
    seed: Any = None, return_sequences: Any = False, return_state: Any = False, go_backwards: Any = False,
    stateful: Any = False, unroll: Any = False, reset_after: Any = True, use_cudnn: Any = "auto", **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/gru.py"""
    return _recurrent(sequences, 1, initial_state, units, return_sequences, return_state)


@layer(fixes=fixed_axes, inputs=2, compared="data")
def LSTM(
    sequences: Array, initial_state: Any, units: Any, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, kernel_initializer: Any = "glorot_uniform", recurrent_initializer: Any = "orthogonal",
    bias_initializer: Any = "zeros", unit_forget_bias: Any = True, kernel_regularizer: Any = None,
    recurrent_regularizer: Any = None, bias_regularizer: Any = None, activity_regularizer: Any = None,
    kernel_constraint: Any = None, recurrent_constraint: Any = None, bias_constraint: Any = None, dropout: Any = 0.0,
    recurrent_dropout: Any = 0.0, seed: Any = None, return_sequences: Any = False, return_state: Any = False,
    go_backwards: Any = False, stateful: Any = False, unroll: Any = False, use_cudnn: Any = "auto", **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/lstm.py"""
    return _recurrent(sequences, 2, initial_state, units, return_sequences, return_state)


@SimpleRNN.checks
@GRU.checks
@LSTM.checks
def _(units: Any) -> None:
    check_integer("units", units)


@SimpleRNN.parameters_of
def _(sequences: Array, units: Any, use_bias: Any) -> Dim:
    return weights(sequences, units, 1, use_bias)


@GRU.parameters_of
def _(sequences: Array, units: Any, use_bias: Any, reset_after: Any) -> Dim:
    # With reset_after the recurrent kernel has a bias of its own.
    return weights(sequences, units, 3, multiply(flag(use_bias), add(flag(reset_after), 1)))


@LSTM.parameters_of
def _(sequences: Array, units: Any, use_bias: Any) -> Dim:
    return weights(sequences, units, 4, use_bias)


def weights(x: Array, units: Any, gates: int, biases: Any) -> Dim:
    """Each gate has a kernel, a recurrent kernel and its biases."""
    features = x.shape[-1] if x.shape else ANY
    return product((gates, units, add(add(features, units), biases)))


# The wrappers.


def _applied(run: Run, held: Any, x: Array) -> Any:
    """A layer or model inside a wrapper, on the wrapper's input.

    Wrappers compute symbolic outputs without the inner layer's own call, which would compare sizes.
    """
    if isinstance(held, Unknown):
        return held
    inner = run.resolve(held) if isinstance(held, Ref) else held
    if isinstance(inner, Layer) and inner.built is not None and x.kind == "symbolic":
        return output_of(inner, x, run)
    return run.apply(held, x)


def _certain(run: Run, held: Any, kind: str) -> bool:
    """Whether an inner layer raises without its own check: convolutions do; weights that are multiplied as matrices
    mind sizes, those of normalization (which fix the rank) broadcast."""
    inner = run.resolve(held) if isinstance(held, Ref) else held
    if not isinstance(inner, Layer):
        return True
    found = rule(inner.cls)
    if found is None or found.fixes is None:
        return False
    return found.compared == "always" if kind == "layer-rank" else 0 not in (inner.built or ())


def _parameters(run: Run, held: Any) -> Dim:
    inner = run.resolve(held) if isinstance(held, Ref) else held
    return inner.parameters if isinstance(inner, Layer) and inner.parameters is not None else ANY


def _check_layer(layer: Any) -> None:
    if layer is None or isinstance(layer, (bool, int, float, str, list, tuple, dict)):
        raise Mismatch("layer-argument", "layer", layer, argument="layer", need="layer")


@layer(inputs=2)
def Bidirectional(
    sequences: Array, initial_state: Any, layer: Any, merge_mode: Any = "concat", weights: Any = None,
    backward_layer: Any = None, *, run: Run, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/bidirectional.py"""
    inner = run.resolve(layer) if isinstance(layer, Ref) else layer
    if not isinstance(inner, Layer):
        return Unknown("what runs in both directions")
    forward = _applied(run, layer, sequences)
    backward = forward if backward_layer is None else _applied(run, backward_layer, sequences)
    if isinstance(forward, Unknown) or isinstance(backward, Unknown):
        return Unknown("what runs in both directions")
    if isinstance(forward, (list, tuple)) and isinstance(backward, (list, tuple)):
        merged = _merged(forward[0], backward[0], merge_mode)
        return (*(merged if isinstance(merged, tuple) else (merged,)), *forward[1:], *backward[1:])
    return _merged(forward, backward, merge_mode)


def _merged(forward: Any, backward: Any, merge_mode: Any) -> Any:
    """The outputs of both directions as one; as two where the mode is None."""
    if merge_mode is None:
        return forward, backward
    if not isinstance(forward, Array) or not isinstance(backward, Array) or not isinstance(merge_mode, str):
        return Unknown("how both directions are merged")
    if merge_mode != "concat" or not forward.shape or not backward.shape:
        return forward
    return forward.with_shape(*forward.shape[:-1], add(forward.shape[-1], backward.shape[-1]))


@Bidirectional.checks
def _(layer: Any, merge_mode: Any, backward_layer: Any, *, run: Run) -> None:
    _check_layer(layer)
    inner = run.resolve(layer) if isinstance(layer, Ref) and run is not None else layer
    if backward_layer is None and isinstance(inner, Layer) and inner.arguments.get("go_backwards") is True:
        raise Mismatch("layer-argument", False, True, argument="layer", need="forwards")
    if (isinstance(merge_mode, str) and merge_mode not in _MODES) or isinstance(merge_mode, (bool, int)):
        raise Mismatch("layer-argument", (*_MODES, None), merge_mode, argument="merge_mode", need="choice")


@Bidirectional.parameters_of
def _(layer: Any, backward_layer: Any, *, run: Run) -> Dim:
    return add(_parameters(run, layer), _parameters(run, layer if backward_layer is None else backward_layer))


@layer
def TimeDistributed(inputs: Array, layer: Any, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/rnn/time_distributed.py"""
    shape = inputs.require_min_rank(3)
    if shape is None:
        return Unknown("the steps' shape")
    try:
        output = _applied(run, layer, inputs.with_shape(shape[0], *shape[2:]))
    except Mismatch as mismatch:
        if mismatch.kind in ("layer-rank", "layer-shape") and not _certain(run, layer, mismatch.kind):
            # The inner layer's own check is passed by; what then happens is its code's affair.
            return Unknown("what each step gives")
        raise
    if not isinstance(output, Array) or not output.shape:
        return Unknown("what each step gives") if not isinstance(output, Unknown) else output
    rest = output.shape[1:]
    if inputs.kind != "symbolic" and not _certain(run, layer, "layer-shape"):
        rest = tuple(ANY if d == 1 else d for d in rest)
    steps = (output.shape[0], shape[1], *rest)
    return inputs.computed(steps) if inputs.kind == "symbolic" else output.like(shape=steps)


@TimeDistributed.checks
def _(layer: Any) -> None:
    _check_layer(layer)


@TimeDistributed.parameters_of
def _(layer: Any, *, run: Run) -> Dim:
    return _parameters(run, layer)
