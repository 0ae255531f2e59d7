"""keras/src/layers/rnn/: cells, one step of a recurrent layer each, and the layer that runs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, multiply, total
from ....values.layer import Layer
from ....values.unknown import Unknown
from ...registry import layer, rule
from ...run import Run
from .arguments import check_integer, flag
from .rnn import fixed_axes, weights

# How many states and how many gates each has.
_CELLS = {"SimpleRNNCell": (1, 1), "GRUCell": (1, 3), "LSTMCell": (2, 4)}


def _step(inputs: Array, units: Any, states: int) -> Any:
    """One step's output and the states after it."""
    shape = inputs.require_min_rank(1)
    output = inputs.computed((shape[0], as_dim(units)) if shape is not None and len(shape) == 2 else None)
    return output, [output] * states


@layer(fixes=(-1,), inputs=2)
def SimpleRNNCell(
    inputs: Array, states: Any, units: Any, activation: Any = "tanh", use_bias: Any = True, **_: Any
) -> Any:
    """keras/src/layers/rnn/simple_rnn.py"""
    return _step(inputs, units, 1)


@layer(fixes=(-1,), inputs=2)
def GRUCell(
    inputs: Array, states: Any, units: Any, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, *, reset_after: Any = True, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/gru.py"""
    return _step(inputs, units, 1)


@layer(fixes=(-1,), inputs=2)
def LSTMCell(
    inputs: Array, states: Any, units: Any, activation: Any = "tanh", recurrent_activation: Any = "sigmoid",
    use_bias: Any = True, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/lstm.py"""
    return _step(inputs, units, 2)


@SimpleRNNCell.checks
@GRUCell.checks
@LSTMCell.checks
def _(units: Any) -> None:
    check_integer("units", units)


@SimpleRNNCell.parameters_of
def _(inputs: Array, units: Any, use_bias: Any) -> Dim:
    return weights(inputs, units, 1, use_bias)


@GRUCell.parameters_of
def _(inputs: Array, units: Any, use_bias: Any, reset_after: Any) -> Dim:
    return weights(inputs, units, 3, multiply(flag(use_bias), add(flag(reset_after), 1)))


@LSTMCell.parameters_of
def _(inputs: Array, units: Any, use_bias: Any) -> Dim:
    return weights(inputs, units, 4, use_bias)


@layer(inputs=2)
def StackedRNNCells(inputs: Array, states: Any, cells: Any, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/rnn/stacked_rnn_cells.py"""
    if not isinstance(cells, (list, tuple)) or not cells:
        return Unknown("one step of stacked cells")
    after, output = [], inputs
    for cell in cells:
        # A cell's states are as wide as its units, whatever it is given.
        step = run.apply(cell, output)
        if not isinstance(step, tuple):
            return Unknown("one step of stacked cells")
        output = step[0]
        after.append(step[1])
    return output, after if len(after) > 1 else after[0]


@StackedRNNCells.parameters_of
def _(cells: Any, *, run: Run) -> Dim:
    made = map(run.resolve, cells) if isinstance(cells, (list, tuple)) else [None]
    return total(c.parameters if isinstance(c, Layer) and c.parameters is not None else ANY for c in made)


def _cells(run: Run, cell: Any) -> list[Layer] | None:
    """The cells that are run one upon another; None where one is not known."""
    if isinstance(cell, (list, tuple)):
        found = [_cells(run, c) for c in cell]
        return None if not found or None in found else [c for part in found if part for c in part]
    made = run.resolve(cell)
    if isinstance(made, Layer) and made.short_name == "StackedRNNCells":
        return _cells(run, made.arguments.get("cells"))
    return [made] if isinstance(made, Layer) and made.short_name in _CELLS and rule(made.cls) else None


@layer(fixes=fixed_axes, inputs=2, compared="data")
def RNN(
    sequences: Array, initial_state: Any, cell: Any, return_sequences: Any = False, return_state: Any = False,
    go_backwards: Any = False, stateful: Any = False, unroll: Any = False, zero_output_for_mask: Any = False, *,
    run: Run, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/rnn/rnn.py"""
    cells = _cells(run, cell)
    if cells is None or sequences.shape is None or len(sequences.shape) != 3:
        return Unknown("what the cell gives")
    batch, steps, _features = sequences.shape
    sizes = [as_dim(c.arguments.get("units")) for c in cells]
    if ANY in (flag(return_sequences), flag(return_state)):
        return Unknown("whether sequences or states are returned")
    output = sequences.computed((batch, steps, sizes[-1]) if return_sequences else (batch, sizes[-1]))
    if not return_state:
        return output
    made = run.resolve(cell)
    single = isinstance(made, Layer) and made.short_name in _CELLS
    return (output, *_states(sequences, cells, sizes, single))


def _states(x: Array, cells: Sequence[Layer], sizes: Sequence[Dim], single: bool) -> list[Any]:
    """A cell's states; of stacked cells a list of each one's: of symbolic tensors only where it has two."""
    batch = (x.shape or (ANY,))[0]
    made: list[Any] = []
    for cell, size in zip(cells, sizes):
        states = [x.computed((batch, size))] * _CELLS[cell.short_name][0]
        made.extend(states if single or (len(states) == 1 and x.kind == "symbolic") else [states])
    return made


@RNN.parameters_of
def _(sequences: Array, cell: Any, *, run: Run) -> Dim:
    x, cells = sequences, _cells(run, cell)
    if x.rank != 3 or not cells:
        return ANY
    counts: list[Dim] = []
    for each in cells:
        units, biases = as_dim(each.arguments.get("units")), flag(each.arguments.get("use_bias", True))
        doubled = flag(each.arguments.get("reset_after", True)) if each.short_name == "GRUCell" else 0
        counts.append(weights(x, units, _CELLS[each.short_name][1], multiply(biases, add(doubled, 1))))
        x = x.with_shape(units)
    return total(counts)
