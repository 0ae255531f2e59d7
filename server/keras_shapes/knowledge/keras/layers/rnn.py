"""keras/src/layers/rnn/: recurrent layers."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, multiply, product, same
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from .arguments import check_integer, flag


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
