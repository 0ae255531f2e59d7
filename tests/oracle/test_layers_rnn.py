"""Recurrent layers and the wrappers around them, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, Tensor, calls, rank_near, some, tensor
from .test_layers_convolutional import window

pytestmark = pytest.mark.keras


def recurrent(draw: Random, cls: str) -> Build:
    names = ("return_sequences", "return_state", "go_backwards", "stateful", "unroll")
    flags = dict.fromkeys(names, (False, False, True))
    if cls == "GRU":
        flags["reset_after"] = (True, False, True)
    units = draw.choice((1, 2, 3, 4, 4, 4, 4, 0, -1, 1.5))
    return Build(cls, {"units": units, **some(draw, use_bias=(True, False), **flags)})


def _layer(cls: str) -> Any:
    def case(draw: Random) -> Case:
        first = tensor(draw, rank_near(draw, 3), (1, 2, 3, 4))
        return LayerCase(recurrent(draw, cls), calls(draw, first))

    return case


def _bidirectional(draw: Random) -> Case:
    inner = recurrent(draw, draw.choice(("LSTM", "GRU", "SimpleRNN")))
    arguments = {"layer": inner, **some(draw, merge_mode=("concat", "sum", "ave", "mul", None, "max"))}
    return LayerCase(Build("Bidirectional", arguments), calls(draw, tensor(draw, rank_near(draw, 3), (1, 2, 3, 4))))


def _convolutional(cls: str, rank: int) -> Any:
    def case(draw: Random) -> Case:
        arguments: dict[str, Any] = {"filters": draw.choice((1, 2, 3)), "kernel_size": window(draw, rank, (1, 2, 3))}
        flags = dict.fromkeys(("return_sequences", "return_state", "stateful"), (False, False, True))
        arguments |= some(draw, padding=("valid", "same"), strides=(1, 1, 2), use_bias=(True, False), **flags)
        if draw.random() < 0.2:
            arguments["data_format"] = draw.choice(("channels_last", "channels_first"))
        first = tensor(draw, rank_near(draw, rank + 3), (1, 2, 3, 4), ("float32", "float64", "int32"))
        return LayerCase(Build(cls, arguments), calls(draw, first))

    return case


def _cell(draw: Random) -> Build:
    cls = draw.choice(("LSTMCell", "GRUCell", "SimpleRNNCell"))
    resets = some(draw, reset_after=(True, False)) if cls == "GRUCell" else {}
    return Build(cls, {"units": draw.choice((1, 2, 3, 4, 0)), **some(draw, use_bias=(True, False)), **resets})


def _one_step(cls: str) -> Any:
    def case(draw: Random) -> Case:
        units = draw.choice((1, 2, 3, 4, 4, 4, 0))
        resets = some(draw, reset_after=(True, False)) if cls == "GRUCell" else {}
        build = Build(cls, {"units": units, **some(draw, use_bias=(True, False)), **resets})
        first = tensor(draw, 2, (1, 2, 3, 4), ("float32", "float32", "float64"))
        state = Tensor((first.shape[0] if first.shape else None, max(units, 1)), first.dtype, first.eager)
        states = [state] * (2 if cls == "LSTMCell" else 1)
        return LayerCase(build, (first,), {"states": states})

    return case


def _stacked(draw: Random) -> Case:
    cells = [_cell(draw) for _ in range(draw.choice((1, 2, 3)))]
    first = tensor(draw, 2, (1, 2, 3, 4), ("float32",))
    states = []
    for cell in cells:
        state = Tensor((first.shape[0], max(cell.arguments["units"], 1)), "float32", first.eager)
        states.append([state] * (2 if cell.cls == "LSTMCell" else 1))
    return LayerCase(Build("StackedRNNCells", {"cells": cells}), (first,), {"states": states})


def _rnn(draw: Random) -> Case:
    cell: Any = _cell(draw)
    if draw.random() < 0.4:
        cell = [_cell(draw) for _ in range(draw.choice((1, 2, 3)))]
    if isinstance(cell, list) and draw.random() < 0.5:
        cell = Build("StackedRNNCells", {"cells": cell})
    flags = dict.fromkeys(("return_sequences", "return_state", "go_backwards", "stateful"), (False, False, True))
    first = tensor(draw, rank_near(draw, 3), (1, 2, 3, 4))
    return LayerCase(Build("RNN", {"cell": cell, **some(draw, **flags)}), calls(draw, first))


_INSIDE = (
    (2, Build("Dense", {"units": 4})),
    (3, Build("Dense", {"units": 4})),
    (4, Build("Conv2D", {"filters": 2, "kernel_size": 2})),
    (4, Build("Conv2D", {"filters": 2, "kernel_size": 2, "strides": 2, "padding": "same"})),
    (4, Build("MaxPooling2D", {"pool_size": 2})),
    (4, Build("Flatten", {})),
    (4, Build("GlobalAveragePooling2D", {})),
    (3, Build("LSTM", {"units": 3})),
    (3, Build("LSTM", {"units": 3, "return_sequences": True})),
    (3, Build("Flatten", {})),
    (2, Build("Dropout", {"rate": 0.5})),
    (3, Build("BatchNormalization", {})),
    (1, Build("Embedding", {"input_dim": 9, "output_dim": 4})),
)


def _distributed(draw: Random) -> Case:
    rank, inner = draw.choice(_INSIDE)
    first = tensor(draw, rank_near(draw, rank + 1), (1, 2, 3, 4))
    return LayerCase(Build("TimeDistributed", {"layer": inner}), calls(draw, first))


_NORMALIZED = (
    (2, Build("Dense", {"units": 4})),
    (3, Build("Conv1D", {"filters": 2, "kernel_size": 2})),
    (4, Build("Conv2D", {"filters": 2, "kernel_size": 2})),
    (4, Build("Conv2DTranspose", {"filters": 2, "kernel_size": 2})),
    (4, Build("DepthwiseConv2D", {"kernel_size": 2})),
    (2, Build("Embedding", {"input_dim": 9, "output_dim": 4})),
)


def _spectral(draw: Random) -> Case:
    rank, inner = draw.choice(_NORMALIZED)
    arguments = {"layer": inner, **some(draw, power_iterations=(1, 2, 2, 0))}
    return LayerCase(Build("SpectralNormalization", arguments), calls(draw, tensor(draw, rank_near(draw, rank))))


def _pipeline(draw: Random) -> Case:
    steps = [Build("Rescaling", {"scale": 0.5}), Build("Resizing", {"height": 4, "width": 5}),
             Build("RandomFlip"), Build("CenterCrop", {"height": 2, "width": 2})]  # fmt: skip
    layers = [draw.choice(steps) for _ in range(draw.choice((1, 2, 3)))]
    return LayerCase(Build("Pipeline", {"layers": layers}), (tensor(draw, rank_near(draw, 4), (3, 4, 6)),))


TABLE = {cls: _layer(cls) for cls in ("SimpleRNN", "GRU", "LSTM")}
TABLE |= {"Bidirectional": _bidirectional, "TimeDistributed": _distributed, "RNN": _rnn}
TABLE |= {cls: _one_step(cls) for cls in ("SimpleRNNCell", "GRUCell", "LSTMCell")}
TABLE |= {"StackedRNNCells": _stacked}
TABLE |= {"SpectralNormalization": _spectral, "Pipeline": _pipeline}
TABLE |= {f"ConvLSTM{rank}D": _convolutional(f"ConvLSTM{rank}D", rank) for rank in (1, 2, 3)}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
