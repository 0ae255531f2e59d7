"""compile, fit, evaluate, predict: data against the model's input, labels against its output and loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from ....values.array import Array
from ....values.dataset import Dataset
from ....values.dim import ANY, Dim, same
from ....values.layer import Compiled, Model
from ....values.mismatch import Mismatch
from ....values.origin import Site
from ....values.reference import Object
from ....values.unknown import Unknown
from ...registry import function
from ...run import Run
from ..backend import on_other_kernels
from ..batches import check_batch_size, check_batches, stateful
from ..doubts import check_broadcast, check_declared, check_head
from ..identifiers import check_compiled, check_given
from ..leniency import lets_pass
from ..lookups import check_lookups
from ..metrics import check_metrics
from ..pixels import check_pixels
from ..removed import check_method_keywords
from ..samples import Samples, check_arrays, check_sample_count, split_samples
from ..structures import (
    check_alone,
    check_elements,
    check_labelled,
    check_labels,
    check_parts,
    in_order,
    output_names,
)
from ..targets import check_batch, check_target
from ..version import keras_version
from .calling import call_model, mapped, tensors
from .tracing import trace_loss, trace_step


def _check_names(keywords: dict[str, Any], run: Run) -> None:
    try:
        check_method_keywords(keywords)
    except Mismatch as mismatch:
        run.report(mismatch)


@function("keras.Model.compile")
def compile_(
    self: Any, optimizer: Any = "rmsprop", loss: Any = None, loss_weights: Any = None, metrics: Any = None,
    weighted_metrics: Any = None, run_eagerly: Any = False, steps_per_execution: Any = 1, jit_compile: Any = "auto",
    auto_scale_loss: Any = True, *, run: Run, **old: Any,
) -> None:  # fmt: skip
    """keras/src/trainers/trainer.py"""
    _check_names(old, run)
    model = run.resolve(self)
    if isinstance(model, Model):
        arguments = {"optimizer": optimizer, "loss": loss, "metrics": metrics, "loss_weights": loss_weights}
        run.update(self, replace(model, compiled=Compiled(arguments, run.site or Site(None))))
        try:
            check_given(optimizer, metrics, run)
            check_head(model, loss, run)
        except Mismatch as mismatch:
            mismatch.facts.setdefault("class", "compile")
            run.report(mismatch)


@function("keras.Model.fit")
def fit(
    self: Any, x: Any = None, y: Any = None, batch_size: Any = None, epochs: Any = 1, verbose: Any = "auto",
    callbacks: Any = None, validation_split: Any = 0.0, validation_data: Any = None, shuffle: Any = True,
    class_weight: Any = None, sample_weight: Any = None, initial_epoch: Any = 0, steps_per_epoch: Any = None,
    validation_steps: Any = None, validation_batch_size: Any = None, validation_freq: Any = 1, *, run: Run, **old: Any,
) -> Object:  # fmt: skip
    """keras/src/trainers/trainer.py, keras/src/backend/tensorflow/trainer.py"""
    _check_names(old, run)
    history = Object("keras.callbacks.History")
    if not isinstance(run.resolve(self), Model):
        return history
    training, held = Samples(x, y, sample_weight), None
    if validation_data is None and not isinstance(x, Dataset):
        try:
            training, held = split_samples(training, validation_split)
        except Mismatch as mismatch:
            mismatch.facts["argument"] = "validation_split"
            run.report(mismatch)
            return history
    fits = _check_data(self, training.x, training.y, training.sample_weight, batch_size, run, ("x", "y"))
    if fits is not False:
        trace_step(run.resolve(self), training, run)
    if fits and held is not None:
        _check_data(self, held.x, held.y, held.sample_weight, batch_size, run, ("x", "y"))
    if fits and isinstance(validation_data, Dataset):
        _check_data(self, validation_data, None, None, None, run, ("validation_data",) * 2)
    if fits and isinstance(validation_data, (list, tuple)) and len(validation_data) in (2, 3):
        extra = validation_data[2] if len(validation_data) == 3 else None
        batch = batch_size if validation_batch_size is None else validation_batch_size
        _check_data(self, validation_data[0], validation_data[1], extra, batch, run, ("validation_data",) * 2)
    return history


@function("keras.Model.evaluate")
def evaluate(
    self: Any, x: Any = None, y: Any = None, batch_size: Any = None, verbose: Any = "auto", sample_weight: Any = None,
    steps: Any = None, callbacks: Any = None, return_dict: Any = False, *, run: Run, **old: Any,
) -> Any:  # fmt: skip
    """keras/src/trainers/trainer.py"""
    _check_names(old, run)
    if isinstance(run.resolve(self), Model):
        _check_data(self, x, y, sample_weight, batch_size, run, ("x", "y"))
    return Unknown("what evaluate gives")


@function("keras.Model.train_on_batch")
def train_on_batch(
    self: Any, x: Any, y: Any = None, sample_weight: Any = None, class_weight: Any = None, return_dict: Any = False, *,
    run: Run, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/trainers/trainer.py"""
    _check_one_batch(self, x, y, run)
    return Unknown("what train_on_batch gives")


@function("keras.Model.test_on_batch")
def _(
    self: Any, x: Any, y: Any = None, sample_weight: Any = None, return_dict: Any = False, *, run: Run, **_: Any
) -> Any:  # fmt: skip
    """keras/src/trainers/trainer.py"""
    _check_one_batch(self, x, y, run)
    return Unknown("what test_on_batch gives")


@function("keras.Model.predict", "keras.Model.predict_on_batch")
def predict(
    self: Any, x: Any, batch_size: Any = None, verbose: Any = "auto", steps: Any = None, callbacks: Any = None, *,
    run: Run, **old: Any,
) -> Any:  # fmt: skip
    """keras/src/trainers/trainer.py"""
    _check_names(old, run)
    model = run.resolve(self)
    try:
        if isinstance(model, Model):
            check_batch_size(model, batch_size)
        check_arrays(x)
    except Mismatch as mismatch:
        mismatch.facts["model"] = model
        run.report(mismatch)
        if mismatch.kind == "input-structure":
            return Unknown("what a call that raises gives")
    dataset = x if isinstance(x, Dataset) else None
    output = _outputs(self, parts(dataset)[0] if dataset else x, run, "x", dataset=dataset)
    model = run.resolve(self)
    if isinstance(model, Model) and dataset is None and not isinstance(output, Unknown) and any(stateful(model, run)):
        _check_batches(model, x, batch_size, run, "x", first="predicted" not in model.facts)
        run.update(self, replace(model, facts={**model.facts, "predicted": True}))
    fits = not isinstance(output, Unknown)
    if not fits and isinstance(model, Model) and model.outputs is not None:
        # The data does not fit; what is said of it goes on with what was declared.
        output = model.outputs
    counted = isinstance(x, Array) and bool(x.shape) and (fits or x.rank == _rank(model))
    samples = x.shape[0] if counted else ANY
    declared = _batch(model)
    return mapped(output, lambda a: _predicted(a, samples, declared))


def _batch(model: Any) -> Dim:
    """The size of batches that the model declares; None where it is free."""
    entered = model.input_array if isinstance(model, Model) else None
    return entered.shape[0] if entered is not None and entered.shape else None


def _rank(model: Any) -> int | None:
    declared = model.input_array if isinstance(model, Model) else None
    return declared.rank if declared is not None else None


def _predicted(output: Any, samples: Dim, batch: Dim) -> Any:
    """What `predict` gives for all samples, batch after batch: a numpy array."""
    if not isinstance(output, Array) or not output.shape:
        return Array(None, output.dtype) if isinstance(output, Array) else output
    first = samples if output.shape[0] is None else output.shape[0]
    if isinstance(batch, int) and output.shape[0] == batch:
        # A part of a batch may come out as a whole one.
        first = samples if isinstance(samples, int) and samples % batch == 0 else ANY
    return Array((first, *output.shape[1:]), output.dtype)


def parts(dataset: Dataset) -> tuple[Any, Any, Any]:
    """x, y and weights of a data set's elements."""
    # What other backends and Keras 2 take: a generator's list of parts.
    element = tuple(dataset.element) if isinstance(dataset.element, list) else dataset.element
    if isinstance(element, tuple) and 1 <= len(element) <= 3:
        x, y, weight = (*element, None, None)[:3]
        return x, y, weight
    return element, None, None


def _outputs(ref: Any, x: Any, run: Run, argument: str, y: Any = None, dataset: Dataset | None = None) -> Any:
    """The model's output on data; Unknown where it is not known or the data does not fit, which is reported."""
    model = run.resolve(ref)
    if not isinstance(model, Model):
        return Unknown("what an unknown model gives")
    try:
        output = call_model(model, x, run)
    except Mismatch as mismatch:
        mismatch.facts["argument"] = argument
        mismatch.facts["dataset"] = dataset
        if dataset is not None:
            _told_of_batches(mismatch, dataset)
        elif mismatch.kind == "missing-batch-axis" and _is_whole(x, y):
            mismatch.kind = "batch-in-input-shape"
        run.report(mismatch)
        return _MISFIT
    return output if _check_values(ref, x, run, argument, dataset) else _MISFIT


_MISFIT = Unknown("data that does not fit")
"""What comes of data of which a contradiction was reported."""


def _told_of_batches(mismatch: Mismatch, dataset: Dataset) -> None:
    """Where a rank does not fit because of batches: none, or batches of batches."""
    found, expected = mismatch.found, mismatch.expected
    if (
        dataset.batched == 0 and mismatch.kind in ("missing-batch-axis", "input-rank") and len(found) < len(expected)
    ) or (dataset.batched == 2 and mismatch.kind == "input-rank" and len(found) == len(expected) + 1):
        mismatch.kind = "dataset-structure"


def _is_whole(x: Any, y: Any) -> bool:
    """Data with as many labels: not one sample, but all of them, whose number was declared as an axis."""
    if not (isinstance(x, Array) and isinstance(y, Array) and x.shape and y.shape):
        return False
    return same(x.shape[0], y.shape[0]) is True


def _check_values(ref: Any, x: Any, run: Run, argument: str, dataset: Dataset | None) -> bool:
    """Whether what the data holds can be used; what runs all the same is warned of once for each model."""
    model = run.resolve(ref)
    if not isinstance(model, Model):
        return True
    for check in (check_lookups, check_pixels, check_declared):
        try:
            check(model, x, run)
        except Mismatch as mismatch:
            warned: tuple[str, ...] = model.facts.get("warned", ())
            if mismatch.kind in warned:
                continue
            mismatch.facts.update(argument=argument, model=model, dataset=dataset)
            run.report(mismatch)
            if mismatch.kind == "embedding-range":
                return False
            model = replace(model, facts={**model.facts, "warned": (*warned, mismatch.kind)})
            run.update(ref, model)
    return True


def _check_data(
    ref: Any, x: Any, y: Any, sample_weight: Any, batch_size: Any, run: Run, names: tuple[str, str]
) -> bool | None:
    """Whether x, y and weights fit one another, the model and its loss; the first that does not is reported.

    None where the model's output is not known.
    """
    dataset = x if isinstance(x, Dataset) else None
    if dataset is not None:
        extra = next((n for n, v in ((names[1], y), ("sample_weight", sample_weight)) if v is not None), None)
        x, y, sample_weight = parts(dataset)
        batch_size = ANY
    try:
        if dataset is not None:
            check_alone(extra)
            check_parts(dataset.element)
            if _takes_no_lists(run):
                check_elements(dataset.element)
        else:
            if isinstance(model := run.resolve(ref), Model):
                check_batch_size(model, batch_size)
            check_arrays(x, y, sample_weight)
            check_sample_count(x, y, sample_weight)
    except Mismatch as mismatch:
        mismatch.facts.update(argument=mismatch.facts.get("argument") or names[1], model=run.resolve(ref))
        run.report(mismatch)
        return False
    output = _outputs(ref, x, run, names[0], y, dataset)
    if isinstance(output, Unknown):
        return False if output is _MISFIT else None

    model = run.resolve(ref)
    if dataset is not None and isinstance(model, Model):
        try:
            check_labelled(model, dataset.element, output)
        except Mismatch as mismatch:
            mismatch.facts.update(argument=names[0], model=model, dataset=dataset)
            run.report(mismatch)
            return False
    if dataset is None and isinstance(model, Model) and not _check_batches(model, x, batch_size, run, names[0]):
        return False

    def check(loss: Any, target: Array, prediction: Array) -> None:
        check_target(loss, target, prediction, batch_size)

    return _check_labels(ref, y, output, run, names[0 if dataset else 1], check, batch_size, dataset)


def _check_batches(model: Model, x: Any, batch_size: Any, run: Run, argument: str, first: bool = False) -> bool:
    try:
        check_batches(model, x, batch_size, run, first)
    except Mismatch as mismatch:
        mismatch.facts.update(argument=argument, model=model)
        run.report(mismatch)
        return False
    return True


def _takes_no_lists(run: Run) -> bool:
    """Keras 3 on TensorFlow, which makes a data set of every generator."""
    return not keras_version(run).legacy and not on_other_kernels(run)


def _check_one_batch(ref: Any, x: Any, y: Any, run: Run) -> None:
    try:
        check_arrays(x)
    except Mismatch as mismatch:
        run.report(mismatch)
        return
    output = _outputs(ref, x, run, "x", y)
    samples = {a.shape[0] for a in (*tensors(x), *tensors(y)) if a.shape}
    if not isinstance(output, Unknown):
        _check_labels(ref, y, output, run, "y", check_batch, samples.pop() if len(samples) == 1 else ANY)


def _check_labels(
    ref: Any, y: Any, output: Any, run: Run, argument: str, check: Callable[[Any, Array, Array], None],
    batch_size: Any, dataset: Dataset | None = None,
) -> bool:  # fmt: skip
    """Whether labels fit the output for the loss, then for the metrics; what is doubtful comes after what raises."""
    model = run.resolve(ref)
    if not isinstance(model, Model) or model.compiled is None or model.facts.get("own_step"):
        return True
    try:
        if y is not None:
            check_compiled(model, run)
        check_labels(model, y, output, run)
    except Mismatch as mismatch:
        if mismatch.kind == "layer-argument":
            argument = mismatch.facts["argument"]
            mismatch.facts["class"] = "compile"
        mismatch.facts.update(argument=argument, model=model, dataset=dataset)
        run.report(mismatch)
        return False
    metrics = model.compiled.arguments.get("metrics") if isinstance(output, Array) else ()
    version = keras_version(run)
    for loss, target, prediction in _named_pairs(model, y, output, run):
        trace_loss(loss, target, prediction, run)
        checks: tuple[Callable[[], None], ...] = (
            partial(check, loss, target, prediction),
            partial(check_metrics, metrics, target, prediction, batch_size),
            partial(check_broadcast, loss, target, prediction),
        )
        for step in checks:
            try:
                step()
            except Mismatch as mismatch:
                if lets_pass(version, mismatch):
                    continue
                mismatch.facts.update(argument=argument, model=model, array=target, dataset=dataset)
                run.report(mismatch)
                return False
    return True


def _named_pairs(model: Model, y: Any, output: Any, run: Run) -> list[tuple[Any, Array, Array]]:
    """As `pairs`, where labels, losses or outputs are given by name."""
    loss = model.compiled.arguments.get("loss") if model.compiled is not None else None
    names = tuple(output) if isinstance(output, dict) else output_names(model, run)
    by_name = isinstance(output, dict) and (isinstance(y, dict) or len(output) == 1)
    result = in_order(output, names) if by_name else output
    several = isinstance(result, (list, tuple)) and len(result) == len(names)
    return pairs(in_order(loss, names), in_order(y, names), result) if several else pairs(loss, y, result)


def pairs(loss: Any, y: Any, output: Any) -> list[tuple[Any, Array, Array]]:
    """Loss, labels and output that belong together, as far as it is certain."""
    if isinstance(y, Array) and isinstance(output, (list, tuple)) and len(output) == 1:
        output = output[0]
    if isinstance(y, Array) and isinstance(output, Array):
        losses = loss if isinstance(loss, (list, tuple)) else [loss]
        return [(losses[0], y, output)] if len(losses) == 1 else []
    outputs = tensors(output) if isinstance(output, (list, tuple)) else []
    if isinstance(y, (list, tuple)) and len(y) == len(outputs) > 1:
        losses = list(loss) if isinstance(loss, (list, tuple)) else [loss] * len(outputs)
        if len(losses) == len(outputs):
            return [(k, t, o) for k, t, o in zip(losses, y, outputs) if isinstance(t, Array)]
    return []
