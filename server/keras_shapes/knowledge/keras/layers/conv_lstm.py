"""keras/src/layers/rnn/conv_lstm*.py: recurrent layers whose steps are images."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import as_tuple, conv_length
from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, multiply, product
from ....values.unknown import Unknown
from ...registry import layer
from . import images
from .convolutional import check_windows


def _fixed(rank: int) -> Any:
    """Every size of a step is fixed; a stateful layer's batch besides."""

    def axes(stateful: Any) -> tuple[int, ...]:
        return (*range(-rank - 1, 0), *((-rank - 3,) if stateful is True else ()))

    return axes


def _unrolled(
    x: Array, rank: int, filters: Any, kernel_size: Any, strides: Any, padding: Any, data_format: Any, dilation: Any,
    return_sequences: Any, return_state: Any,
) -> Any:  # fmt: skip
    shape = x.require_rank(rank + 3)
    batch, spatial, _ = images.split((shape[0], *shape[2:]), data_format)
    if not all(isinstance(flag, (bool, int)) for flag in (return_sequences, return_state)):
        return Unknown("whether sequences or states are returned")
    windows = zip(spatial, as_tuple(kernel_size, rank), as_tuple(strides, rank), as_tuple(dilation, rank))
    sizes = [conv_length(n, k, s, padding, d) for n, k, s, d in windows]
    state = images.join(batch, sizes, as_dim(filters), data_format)
    output = x.computed((batch, shape[1], *state[1:]) if return_sequences else state)
    return (output, x.computed(state), x.computed(state)) if return_state else output


@layer(fixes=_fixed(1), inputs=2, compared="data")
def ConvLSTM1D(
    sequences: Array, initial_state: Any, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid",
    data_format: Any = None, dilation_rate: Any = 1, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, *, return_sequences: Any = False, return_state: Any = False, go_backwards: Any = False,
    stateful: Any = False, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/conv_lstm1d.py"""
    return _unrolled(sequences, 1, filters, kernel_size, strides, padding, data_format, dilation_rate,
                     return_sequences, return_state)  # fmt: skip


@layer(fixes=_fixed(2), inputs=2, compared="data")
def ConvLSTM2D(
    sequences: Array, initial_state: Any, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid",
    data_format: Any = None, dilation_rate: Any = 1, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, *, return_sequences: Any = False, return_state: Any = False, go_backwards: Any = False,
    stateful: Any = False, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/conv_lstm2d.py"""
    return _unrolled(sequences, 2, filters, kernel_size, strides, padding, data_format, dilation_rate,
                     return_sequences, return_state)  # fmt: skip


@layer(fixes=_fixed(3), inputs=2, compared="data")
def ConvLSTM3D(
    sequences: Array, initial_state: Any, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid",
    data_format: Any = None, dilation_rate: Any = 1, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, *, return_sequences: Any = False, return_state: Any = False, go_backwards: Any = False,
    stateful: Any = False, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/conv_lstm3d.py"""
    return _unrolled(sequences, 3, filters, kernel_size, strides, padding, data_format, dilation_rate,
                     return_sequences, return_state)  # fmt: skip


@ConvLSTM1D.parameters_of
@ConvLSTM2D.parameters_of
@ConvLSTM3D.parameters_of
def _(sequences: Array, filters: Any, kernel_size: Any, data_format: Any, use_bias: Any) -> Dim:
    """Four gates, each with a kernel over the step, one over the state and a bias."""
    shape = sequences.shape or (ANY,) * 5
    channels = images.channels_of((shape[0], *shape[2:]), data_format)
    window = product(as_tuple(kernel_size, len(shape) - 3))
    kernels = multiply(multiply(window, add(channels, filters)), multiply(filters, 4))
    return add(kernels, multiply(multiply(filters, 4), use_bias))


ConvLSTM1D.checks(check_windows(1, causal=True))
ConvLSTM2D.checks(check_windows(2))
ConvLSTM3D.checks(check_windows(3))
