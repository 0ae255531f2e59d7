"""Layers around layers: keras/src/layers/rnn/, keras/src/layers/normalization/, keras/src/layers/preprocessing/."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, add, as_dim, total
from ....values.layer import Layer
from ....values.mismatch import Mismatch
from ....values.reference import Ref
from ....values.unknown import Unknown
from ...registry import layer, rule
from ...run import Run
from ..calling import output_of
from .arguments import check_count
from .images import channels_of

_MODES = ("sum", "mul", "ave", "concat")


def _applied(run: Run, held: Any, x: Array) -> Any:
    """A layer or model inside a wrapper, on the wrapper's input.

    Wrappers compute symbolic outputs without the inner layer's own call, which would compare sizes.
    """
    if isinstance(held, Unknown):
        return held
    inner = run.resolve(held)
    if isinstance(inner, Layer) and inner.built is not None and x.kind == "symbolic":
        return output_of(inner, x, run)
    return run.apply(held, x)


def _certain(run: Run, held: Any, kind: str) -> bool:
    """Whether an inner layer raises without its own check: convolutions do; weights that are multiplied as matrices
    mind sizes, those of normalization (which fix the rank) broadcast."""
    inner = run.resolve(held)
    if not isinstance(inner, Layer):
        return True
    found = rule(inner.cls)
    if found is None or found.fixes is None:
        return False
    return found.compared == "always" if kind == "layer-rank" else 0 not in (inner.built or ())


def _parameters(run: Run, held: Any) -> Dim:
    inner = run.resolve(held)
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
    inner = run.resolve(layer)
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
    inner = layer if run is None else run.resolve(layer)
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


def _last(inputs: Array) -> tuple[int, ...]:
    """The last axis, where its size is known: this wrapper takes a None."""
    return (-1,) if inputs.shape and isinstance(inputs.shape[-1], int) else ()


@layer(fixes=_last)
def SpectralNormalization(inputs: Array, layer: Any, power_iterations: Any = 1, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/normalization/spectral_normalization.py"""
    inputs.require_min_rank(1)
    inner = run.resolve(layer)
    try:
        output = _applied(run, layer, inputs)
    except Mismatch as mismatch:
        # The inner layer's own check is passed by: a transposed convolution then goes on with any rank.
        if mismatch.kind == "layer-rank" and isinstance(inner, Layer) and inner.short_name.endswith("Transpose"):
            return Unknown("what the inner layer gives")
        raise
    if inputs.kind == "symbolic" or not isinstance(output, Array):
        return output
    # What comes out of real data is cast to the type of what went in.
    return output.like(dtype=inputs.dtype, interval=None)


@SpectralNormalization.checks
def _(layer: Any, power_iterations: Any) -> None:
    _check_layer(layer)
    check_count("power_iterations", power_iterations)


@SpectralNormalization.parameters_of
def _(inputs: Array, layer: Any, *, run: Run) -> Dim:
    # Besides the layer's own one number for each size of its kernel's last axis.
    inner = run.resolve(layer)
    return add(_parameters(run, layer), _kernel_width(inner, inputs) if isinstance(inner, Layer) else ANY)


def _kernel_width(inner: Layer, x: Array) -> Dim:
    """The size of the last axis of the weights that are normalized; ANY where it is not known."""
    named = {"Dense": "units", "Embedding": "output_dim", "Conv1D": "filters", "Conv2D": "filters", "Conv3D": "filters",
             "DepthwiseConv1D": "depth_multiplier", "DepthwiseConv2D": "depth_multiplier"}  # fmt: skip
    if inner.short_name in named:
        return as_dim(inner.arguments.get(named[inner.short_name]))
    transposed = inner.short_name in ("Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose")
    return channels_of(x.shape, inner.arguments.get("data_format")) if transposed and x.shape else ANY


@layer
def Pipeline(inputs: Any, layers: Any, *, run: Run, **_: Any) -> Any:
    """keras/src/layers/preprocessing/pipeline.py"""
    if not isinstance(layers, (list, tuple)):
        return Unknown("the layers of a pipeline")
    symbolic = isinstance(inputs, Array) and inputs.kind == "symbolic"
    # Symbolic tensors are traced through the layers as data are, which in a graph are cast first.
    x = inputs.computed(inputs.shape).like(kind="tensor") if symbolic else inputs
    for held in layers:
        output = run.apply(held, x)
        x = _cropped_in_graph(x, output, run.resolve(held)) if symbolic and isinstance(held, Ref) else output
    return x


def _cropped_in_graph(x: Any, output: Any, layer: Any) -> Any:
    """Images of any height or width are cropped to what only the graph knows."""
    crop = getattr(layer, "short_name", "") == "CenterCrop"
    if not crop or not isinstance(x, Array) or not x.shape or not isinstance(output, Array) or not output.shape:
        return output
    sizes = x.shape[-3:-1]
    free: Dim = None if None in sizes else ANY
    fixed = all(isinstance(size, int) for size in sizes)
    return output if fixed else output.like(shape=(*output.shape[:-3], free, free, output.shape[-1]))


@Pipeline.parameters_of
def _(layers: Any, *, run: Run) -> Dim:
    return total(_parameters(run, held) for held in layers) if isinstance(layers, (list, tuple)) else ANY
