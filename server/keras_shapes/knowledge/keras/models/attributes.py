"""What a model or layer tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ....values.array import Array
from ....values.layer import Layer, Model
from ....values.origin import Site
from ....values.reference import Ref
from ....values.unknown import Unknown
from ...registry import attribute, function
from ...run import Run
from .calling import INPUT, OUTPUT, mapped, tensors
from .graph import operations


def _model(ref: Any, run: Run) -> Model | None:
    value = run.resolve(ref)
    return value if isinstance(value, Model) else None


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value


def _end(name: str, single: bool) -> Callable[..., Any]:
    def end(self: Any, *, run: Run) -> Any:
        model = _model(self, run)
        value = getattr(model, name, None)
        if model is None or value is None:
            return Unknown(f"the {name} of a model not built yet")
        return _single(value) if single else tensors(value)

    return end


input_ = _end("inputs", True)
output = _end("outputs", True)
attribute("keras.Model.input")(input_)
attribute("keras.Model.output")(output)
attribute("keras.Model.inputs")(_end("inputs", False))
attribute("keras.Model.outputs")(_end("outputs", False))


@attribute("keras.Model.input_shape")
def input_shape(self: Any, *, run: Run) -> Any:
    return _shapes(input_(self, run=run), _model(self, run))


@attribute("keras.Model.output_shape")
def output_shape(self: Any, *, run: Run) -> Any:
    return _shapes(output(self, run=run), _model(self, run))


@attribute("keras.Model.built")
def built(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    return True if model is not None and model.outputs is not None else Unknown("whether a model is built")


def _shapes(value: Any, model: Model | None) -> Any:
    def shape(array: Any) -> Any:
        if not isinstance(array, Array) or array.shape is None:
            return Unknown("a shape that is not known")
        if model is None or model.built_on is None or not array.shape:
            return array.shape
        # Built by its first data, it may show that batch's size.
        return (Unknown("the batch's size"), *array.shape[1:])

    return mapped(value, shape)


def listed_layers(model: Model, run: Run) -> list[Any]:
    """The layers as Keras lists them: those of a functional model with its inputs, from the inputs on."""
    if model.kind != "Functional":
        return list(model.layers)
    found: list[Any] = []
    ends = tensors(model.inputs)
    for tensor in operations(model.inputs, model.outputs):
        node = tensor.node
        assert node is not None
        if any(tensor.node == end.node for end in ends):
            found.append(_input_layer(tensor, run))
        elif isinstance(node.target, Ref):
            found.append(node.target)
    return found


def _input_layer(tensor: Array, run: Run) -> Ref:
    """The layer that stands for a declared input."""
    assert tensor.node is not None
    ref = Ref("layer", (INPUT, tensor.node.uid))
    if not isinstance(run.resolve(ref), Layer):
        name = tensor.node.keywords.get("name", "") if tensor.node.target == INPUT else ""
        arguments = {"batch_shape": tensor.shape, "dtype": tensor.dtype}
        made = Layer(ref, "keras.layers.InputLayer", arguments, Site(tensor.node.place), name, parameters=0)
        run.update(ref, made)
        run.update(Ref(OUTPUT, ref.uid), tensor)
    return ref


@attribute("keras.Model.layers")
def layers(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    if model is not None and model.facts.get("opaque"):
        from ..applications import opened

        model = opened(model, run)
    if model is None or not model.certain or model.kind == "Subclassed":
        return Unknown("the layers of a model that is not followed")
    return listed_layers(model, run)


@function("keras.Model.get_layer")
def get_layer(self: Any, name: Any = None, index: Any = None, *, run: Run) -> Any:
    """keras/src/models/model.py"""
    model = _model(self, run)
    found = layers(self, run=run)
    if model is None or isinstance(found, Unknown):
        return Unknown("a layer of an unknown model")
    if isinstance(index, int) and -len(found) <= index < len(found):
        return found[index]
    for ref in found:
        layer = run.resolve(ref)
        if isinstance(layer, (Layer, Model)) and layer.name and layer.name == name:
            return ref
    return Unknown(f"the layer {name!r}")


@attribute("keras.layers.Layer.output")
def layer_output(self: Any, *, run: Run) -> Any:
    """What the layer gave when it was first called on a symbolic tensor."""
    made = run.resolve(Ref(OUTPUT, self.uid)) if isinstance(self, Ref) else None
    return made if isinstance(made, (Array, list, tuple)) else Unknown("the output of a layer")


@attribute("keras.layers.Layer.input")
def layer_input(self: Any, *, run: Run) -> Any:
    made = tensors(layer_output(self, run=run))
    node = made[0].node if made else None
    if node is None:
        return Unknown("the input of a layer")
    if node.target == INPUT:
        return []
    return node.arguments[0] if node.arguments else Unknown("no input")


@attribute("keras.layers.Layer.name")
def layer_name(self: Any, *, run: Run) -> Any:
    layer = run.resolve(self)
    return layer.name if isinstance(layer, (Layer, Model)) and layer.name else Unknown("a generated name")


def _argument(name: str) -> Callable[..., Any]:
    def argument(self: Any, *, run: Run) -> Any:
        from ..layers.derived import base_of

        layer = run.resolve(base_of(self, run) or self)
        value = layer.arguments.get(name) if isinstance(layer, Layer) else None
        return Unknown(f"the attribute {name}") if value is None else value

    return argument


# Arguments that a layer keeps as they were given.
for _name in ("units", "filters", "rate", "input_dim", "output_dim", "num_heads", "key_dim", "target_shape"):
    attribute(f"keras.layers.Layer.{_name}")(_argument(_name))


@function("keras.Model.summary", "keras.Model.save", "keras.Model.save_weights", "keras.Model.load_weights",
          "keras.Model.reset_states", "keras.Model.export", "keras.models.save_model")  # fmt: skip
def _nothing(self: Any, *_: Any, **__: Any) -> None:
    """Changes no shape."""


@function("keras.models.load_model", "keras.models.model_from_json", "keras.saving.load_model")
def load_model(*_: Any, run: Run, **__: Any) -> Ref:
    """A model of which the file alone knows what it is; that it is one is certain."""
    ref = run.new("model")
    run.update(ref, Model(ref, "Loaded", (), run.site or Site(None), certain=False))
    return ref


@function("keras.models.clone_model")
def clone_model(model: Any, *_: Any, run: Run, **__: Any) -> Any:
    """keras/src/models/cloning.py"""
    original = _model(model, run)
    if original is None:
        return Unknown("a clone of an unknown model")
    ref = run.new("model")
    run.update(ref, replace(original, ref=ref, compiled=None))
    return ref
