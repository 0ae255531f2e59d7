"""What a model or layer tells of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ....values.array import Array
from ....values.layer import Layer, Model
from ....values.unknown import Unknown
from ...registry import attribute, function
from ...run import Run
from .calling import mapped, tensors


def _model(ref: Any, run: Run) -> Model | None:
    value = run.resolve(ref)
    return value if isinstance(value, Model) else None


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value


@attribute("keras.Model.input")
def input_(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    return (
        _single(model.inputs) if model and model.inputs is not None else Unknown("the input of a model not built yet")
    )


@attribute("keras.Model.output")
def output(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    return (
        _single(model.outputs)
        if model and model.outputs is not None
        else Unknown("the output of a model not built yet")
    )


@attribute("keras.Model.inputs")
def inputs(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    return tensors(model.inputs) if model and model.inputs is not None else Unknown("inputs of a model not built yet")


@attribute("keras.Model.outputs")
def outputs(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    return (
        tensors(model.outputs) if model and model.outputs is not None else Unknown("outputs of a model not built yet")
    )


@attribute("keras.Model.input_shape")
def input_shape(self: Any, *, run: Run) -> Any:
    return _shapes(input_(self, run=run))


@attribute("keras.Model.output_shape")
def output_shape(self: Any, *, run: Run) -> Any:
    return _shapes(output(self, run=run))


def _shapes(value: Any) -> Any:
    def shape(array: Any) -> Any:
        return (
            array.shape
            if isinstance(array, Array) and array.shape is not None
            else Unknown("a shape that is not known")
        )

    return mapped(value, shape)


@attribute("keras.Model.layers")
def layers(self: Any, *, run: Run) -> Any:
    model = _model(self, run)
    if model is None or not model.certain or model.facts.get("opaque"):
        return Unknown("the layers of a model that is not followed")
    return list(model.layers)


@function("keras.Model.get_layer")
def get_layer(self: Any, name: Any = None, index: Any = None, *, run: Run) -> Any:
    """keras/src/models/model.py"""
    model = _model(self, run)
    if model is None:
        return Unknown("a layer of an unknown model")
    if isinstance(index, int) and model.kind == "Sequential" and -len(model.layers) <= index < len(model.layers):
        return model.layers[index]
    for ref in model.layers:
        layer = run.resolve(ref)
        if isinstance(layer, (Layer, Model)) and layer.name and layer.name == name:
            return ref
    return Unknown(f"the layer {name!r}")


@attribute("keras.layers.Layer.output")
def layer_output(self: Any, *, run: Run) -> Any:
    return Unknown("the output of a layer")


@attribute("keras.layers.Layer.name")
def layer_name(self: Any, *, run: Run) -> Any:
    layer = run.resolve(self)
    return layer.name if isinstance(layer, (Layer, Model)) and layer.name else Unknown("a generated name")


@function("keras.Model.summary", "keras.Model.save", "keras.Model.save_weights", "keras.Model.load_weights",
          "keras.layers.Layer.set_weights", "keras.Model.reset_states")  # fmt: skip
def _nothing(self: Any, *_: Any, **__: Any) -> None:
    """Changes no shape."""


@function("keras.models.clone_model")
def clone_model(model: Any, *_: Any, run: Run, **__: Any) -> Any:
    """keras/src/models/cloning.py"""
    original = _model(model, run)
    if original is None:
        return Unknown("a clone of an unknown model")
    ref = run.new("model")
    run.update(ref, replace(original, ref=ref, compiled=None))
    return ref
