"""The weights of layers and models: names and shapes of what `get_weights` gives and `set_weights` takes.

Sources: the `build` of each layer in keras/src/layers/.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.arithmetic import as_tuple
from ....values.array import Array, Shape
from ....values.dim import as_dim, floor_divide, multiply, same
from ....values.layer import Layer, Model
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_flag
from ...coercion import as_array
from ...registry import attribute, function
from ...run import Run

Weights = list[tuple[str, Shape]]
_Made = Callable[[dict[str, Any], Any], Weights]


def _with_bias(weights: Weights, a: dict[str, Any], size: Any) -> Weights:
    return [*weights, ("bias", (as_dim(size),))] if as_flag(a.get("use_bias", True)) else weights


def _dense(a: dict[str, Any], channels: Any) -> Weights:
    return _with_bias([("kernel", (channels, as_dim(a["units"])))], a, a["units"])


def _convolution(rank: int) -> _Made:
    def made(a: dict[str, Any], channels: Any) -> Weights:
        kernel = tuple(as_dim(k) for k in as_tuple(a["kernel_size"], rank))
        taken = floor_divide(channels, a.get("groups", 1))
        return _with_bias([("kernel", (*kernel, taken, as_dim(a["filters"])))], a, a["filters"])

    return made


def _transposed(rank: int) -> _Made:
    def made(a: dict[str, Any], channels: Any) -> Weights:
        kernel = tuple(as_dim(k) for k in as_tuple(a["kernel_size"], rank))
        return _with_bias([("kernel", (*kernel, as_dim(a["filters"]), channels))], a, a["filters"])

    return made


def _depthwise(rank: int) -> _Made:
    def made(a: dict[str, Any], channels: Any) -> Weights:
        kernel = tuple(as_dim(k) for k in as_tuple(a["kernel_size"], rank))
        times = as_dim(a.get("depth_multiplier", 1))
        return _with_bias([("kernel", (*kernel, channels, times))], a, multiply(channels, times))

    return made


def _recurrent(gates: int) -> _Made:
    def made(a: dict[str, Any], channels: Any) -> Weights:
        width = multiply(gates, a["units"])
        weights: Weights = [("kernel", (channels, width)), ("recurrent_kernel", (as_dim(a["units"]), width))]
        if not as_flag(a.get("use_bias", True)):
            return weights
        # A GRU that resets after the product has a second bias.
        twice = gates == 3 and as_flag(a.get("reset_after", True))
        return [*weights, ("bias", (2, width) if twice else (width,))]

    return made


def _normalization(a: dict[str, Any], channels: Any) -> Weights:
    scaled = [("gamma", "scale"), ("beta", "center")]
    weights: Weights = [(name, (channels,)) for name, option in scaled if as_flag(a.get(option, True))]
    return [*weights, ("moving_mean", (channels,)), ("moving_variance", (channels,))]


_MADE: dict[str, _Made] = {
    "Dense": _dense,
    "Embedding": lambda a, _: [("embeddings", (as_dim(a["input_dim"]), as_dim(a["output_dim"])))],
    **{f"Conv{n}D": _convolution(n) for n in (1, 2, 3)},
    **{f"Conv{n}DTranspose": _transposed(n) for n in (1, 2, 3)},
    **{f"DepthwiseConv{n}D": _depthwise(n) for n in (1, 2)},
    "SimpleRNN": _recurrent(1),
    "GRU": _recurrent(3),
    "LSTM": _recurrent(4),
    "BatchNormalization": _normalization,
}


def layer_weights(layer: Layer) -> Weights | None:
    """A built layer's weights, in Keras' order; None where they are not known."""
    if layer.parameters == 0:
        return []
    made = _MADE.get(layer.short_name) if layer.cls.startswith("keras.layers.") else None
    if made is None or layer.parameters is None:
        return None
    # Under 0 stands the rank, where that is fixed too.
    sizes = [size for axis, size in (layer.built or {}).items() if axis]
    if len(sizes) != 1 and layer.short_name != "Embedding":
        return None
    return made(layer.arguments, sizes[0] if sizes else None)


def weights_of(ref: Any, run: Run) -> Weights | None:
    """The weights of a layer, or of all layers of a model one after another."""
    value = run.resolve(ref)
    if isinstance(value, Layer):
        return layer_weights(value)
    if not isinstance(value, Model) or not value.certain or value.outputs is None or value.facts.get("opaque"):
        return None
    if value.kind == "Subclassed":
        return None
    from .attributes import listed_layers

    parts = [weights_of(part, run) for part in listed_layers(value, run)]
    return None if any(p is None for p in parts) else [w for p in parts if p is not None for w in p]


@function("keras.layers.Layer.get_weights")
def get_weights(self: Any, *, run: Run) -> Any:
    weights = weights_of(self, run)
    if weights is None:
        return Unknown("the weights of what is not built, or not known")
    return [Array(shape, "float32") for _, shape in weights]


@attribute("keras.layers.Layer.weights")
def weights_attribute(self: Any, *, run: Run) -> Any:
    known = weights_of(self, run)
    if known is None:
        return Unknown("the weights of what is not built, or not known")
    return [Array(shape, "float32", kind="tensor") for _, shape in known]


def _named(name: str) -> Callable[..., Any]:
    def weight(self: Any, *, run: Run) -> Any:
        layer = run.resolve(self)
        known = dict(layer_weights(layer) or ()) if isinstance(layer, Layer) else {}
        return Array(known[name], "float32", kind="tensor") if name in known else Unknown(f"the weight {name}")

    return weight


for _name in ("kernel", "bias", "embeddings"):
    attribute(f"keras.layers.Layer.{_name}")(_named(_name))


@function("keras.layers.Layer.count_params")
def count_params(self: Any, *, run: Run) -> Any:
    """keras/src/layers/layer.py"""
    value = run.resolve(self)
    if isinstance(value, Layer):
        return Unknown("a count that is not known") if value.parameters is None else value.parameters
    if not isinstance(value, Model) or not value.certain or value.outputs is None or value.kind == "Subclassed":
        return Unknown("how many parameters there are")
    counts = [count_params(part, run=run) for part in dict.fromkeys(value.layers)]
    return sum(counts) if all(isinstance(c, int) for c in counts) else Unknown("how many parameters there are")


@function("keras.layers.Layer.set_weights")
def set_weights(self: Any, weights: Any, *, run: Run) -> None:
    """keras/src/layers/layer.py: as many arrays as there are weights, each of its shape. Raises Mismatch."""
    known = weights_of(self, run)
    if known is not None and isinstance(weights, (list, tuple)):
        check_weights(known, [as_array(w) for w in weights], run.resolve(self))


def check_weights(known: Weights, given: list[Array | Unknown], owner: Any) -> None:
    """Raises Mismatch("weights-shape") where arrays are proved not to be a layer's weights."""
    facts = {"argument": "weights", "layer": owner if isinstance(owner, Layer) else None}
    if len(given) != len(known):
        raise Mismatch("weights-shape", len(known), len(given), **facts)
    for (name, shape), array in zip(known, given):
        if not isinstance(array, Array) or array.shape is None:
            continue
        if len(array.shape) != len(shape) or any(same(a, b) is False for a, b in zip(array.shape, shape)):
            raise Mismatch("weights-shape", shape, array.shape, **facts, weight=name)
