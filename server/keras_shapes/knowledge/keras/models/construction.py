"""keras.Input, keras.Sequential and keras.Model(inputs, outputs)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ....values.array import Array, Node
from ....values.dim import ANY, as_dim
from ....values.dtype import as_dtype
from ....values.layer import Layer, Model
from ....values.mismatch import Mismatch
from ....values.origin import Origin, Site
from ....values.reference import Ref
from ....values.unknown import Unknown
from ...registry import function
from ...run import Run
from ..backend import floatx
from ..declarations import check_layer, check_shape, meant
from .calling import INPUT, nodes, note, step, tensors, trace


@function("keras.Input")
def Input(
    shape: Any = None, batch_size: Any = None, dtype: Any = None, sparse: Any = None, batch_shape: Any = None,
    name: Any = None, tensor: Any = None, optional: Any = False, *, run: Run, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/core/input_layer.py"""
    shape, batch_shape = _declared("shape", shape, run), _declared("batch_shape", batch_shape, run)
    if isinstance(batch_shape, (list, tuple)):
        dims = tuple(as_dim(d) for d in batch_shape)
    elif isinstance(shape, (list, tuple)):
        batch = as_dim(batch_size)
        dims = (None if batch is ANY else batch, *(as_dim(d) for d in shape))
    else:
        return Array(None, kind="symbolic")
    return declared_input(dims, as_dtype(dtype or floatx(run=run)) or "float32", run, run.site, name)


def _declared(name: str, value: Any, run: Run) -> Any:
    """The sizes as they were given; what Keras refuses is reported, and taken for what it most likely stands for."""
    try:
        check_shape(name, value)
    except Mismatch as mismatch:
        run.report(mismatch)
        return meant(value)
    return value


def declared_input(shape: Any, dtype: str, run: Run, site: Site | None, name: Any = None) -> Array:
    """The symbolic tensor of a declared input."""
    uid = run.new("input").uid
    place = site.place if site else None
    label = name if isinstance(name, str) else ""
    node = Node(INPUT, (), {"name": label} if label else {}, uid, hash((uid[1], shape, dtype, label)), place)
    origin = Origin(place, "declared") if place is not None else None
    return Array(shape, dtype, kind="symbolic", origin=origin, node=node)


@function("keras.Sequential")
def Sequential(layers: Any = None, trainable: Any = True, name: Any = None, *, run: Run) -> Any:
    """keras/src/models/sequential.py"""
    ref = run.new("model")
    known = layers is None or isinstance(layers, (list, tuple))
    model = Model(
        ref, "Sequential", (), run.site or Site(None), name=name if isinstance(name, str) else "", certain=known
    )
    run.update(ref, model)
    for layer in layers or () if known else ():
        append(ref, layer, run)
    return ref


@function("keras.Sequential.add")
def add(self: Any, layer: Any, rebuild: Any = True, *, run: Run) -> None:
    """keras/src/models/sequential.py"""
    append(self, layer, run)


def append(ref: Ref, item: Any, run: Run) -> None:
    """One more layer at the end of a Sequential; its output is worked out as soon as the input is known."""
    model = run.resolve(ref)
    if not isinstance(model, Model):
        return
    if isinstance(item, Array) and not model.layers:
        run.update(ref, replace(model, inputs=item, outputs=item, declared_at=_site_of(item)))
        return
    part = run.resolve(item) if isinstance(item, Ref) else None
    if not isinstance(item, Ref) or not isinstance(part, (Layer, Model)):
        run.update(
            ref, replace(model, layers=(*model.layers, item) if isinstance(item, Ref) else model.layers, certain=False)
        )
        return
    if not model.layers and model.inputs is None:
        model = _begun(model, part, run)
        if isinstance(part, Layer) and part.short_name == "InputLayer":
            run.update(ref, model)
            return
    run.update(ref, _extended(model, item, run))


def _site_of(array: Array) -> Site | None:
    return Site(array.origin.place) if array.origin is not None else None


def _begun(model: Model, first: Layer | Model, run: Run) -> Model:
    """The model's input as its first layer declares it, if it does."""
    if isinstance(first, Model):
        return replace(model, inputs=first.inputs, outputs=first.inputs, declared_at=first.declared_at)
    declared = first.declared or _input_layer_shape(first)
    try:
        check_layer(first)
    except Mismatch as mismatch:
        mismatch.facts.update(layer=first, model=model)
        run.report(mismatch)
        likely = meant(mismatch.found)
        declared = None if likely is None else (None, *likely)
    if declared is None:
        return model
    dtype = as_dtype(first.arguments.get("dtype")) or "float32"
    x = declared_input(declared, dtype, run, first.site)
    return replace(model, inputs=x, outputs=x, declared_at=first.site)


def _input_layer_shape(layer: Layer) -> Any:
    if layer.short_name != "InputLayer":
        return None
    whole, shape = layer.arguments.get("batch_shape"), layer.arguments.get("shape")
    if isinstance(whole, (list, tuple)):
        return tuple(as_dim(d) for d in whole)
    batch = as_dim(layer.arguments.get("batch_size"))
    if not isinstance(shape, (list, tuple)):
        return None
    return (None if batch is ANY else batch, *(as_dim(d) for d in shape))


def _extended(model: Model, item: Ref, run: Run) -> Model:
    grown = replace(model, layers=(*model.layers, item))
    if model.inputs is None:
        return grown
    output: Any = Unknown("after a layer that does not fit")
    if not isinstance(model.outputs, Unknown):
        try:
            output = step(item, model.outputs, run.apply(item, model.outputs), run)
            note(item, output, run)
        except Mismatch as mismatch:
            mismatch.facts["model"] = grown
            run.report(mismatch)
    return replace(
        grown, outputs=output, facts={**grown.facts, "outputs": (*grown.facts.get("outputs", ()), (item, output))}
    )


@function("keras.Sequential.pop")
def pop(self: Any, rebuild: Any = True, *, run: Run) -> Any:
    """keras/src/models/sequential.py"""
    model = run.resolve(self)
    if not isinstance(model, Model) or not model.layers:
        return Unknown("a layer of an unknown model")
    seen = model.facts.get("outputs", ())[:-1]
    output = seen[-1][1] if seen else model.inputs
    run.update(self, replace(model, layers=model.layers[:-1], outputs=output, facts={**model.facts, "outputs": seen}))
    return model.layers[-1]


@function("keras.Sequential.build", "keras.Model.build")
def build(self: Any, input_shape: Any = None, *, run: Run) -> None:
    """keras/src/models/sequential.py"""
    model = run.resolve(self)
    if not isinstance(model, Model) or model.inputs is not None or not isinstance(input_shape, (list, tuple)):
        return
    x = declared_input(tuple(as_dim(d) for d in input_shape), "float32", run, run.site)
    model = replace(model, inputs=x, declared_at=run.site)
    try:
        outputs, seen = trace(model, x, run)
    except Mismatch as mismatch:
        mismatch.facts["model"] = model
        run.report(mismatch)
        outputs, seen = Unknown("after a layer that does not fit"), ()
    run.update(self, replace(model, outputs=outputs, facts={**model.facts, "outputs": seen}))


@function("keras.Model")
def FunctionalModel(
    inputs: Any = None, outputs: Any = None, name: Any = None, trainable: Any = True, *, run: Run, **_: Any
) -> Any:
    """keras/src/models/functional.py"""
    ref = run.new("model")
    known = bool(tensors(inputs)) and bool(tensors(outputs))
    steps = [t for t in nodes(outputs) if t.node is not None and isinstance(t.node.target, Ref)] if known else []
    layers = tuple(dict.fromkeys(t.node.target for t in steps if t.node is not None))
    seen = tuple((t.node.target, t) for t in steps if t.node is not None)
    facts: dict[str, Any] = {"outputs": seen}
    if isinstance(inputs, dict):
        facts["input_names"] = tuple(sorted(inputs, key=str))
    model = Model(ref, "Functional", layers, run.site or Site(None), inputs, outputs,
                  name if isinstance(name, str) else "", certain=known, facts=facts)  # fmt: skip
    run.update(ref, model)
    return ref
