"""Bounds what a model does in a validation: one batch of each step, nothing stored.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter; Keras is the one found there.
"""

# Paths are the user's own strings.
# ruff: noqa: PTH110

from __future__ import annotations

import contextlib
import functools
import inspect
import os
from collections.abc import Callable
from typing import Any

# Elements of one batch: past this a batch that the program did not size itself is made smaller.
_LARGEST_BATCH = 2_000_000
_DEFAULT_BATCH = 32
# Integers in larger arrays are pixels, not labels or words.
_LARGEST_LABELS = 10_000_000
_MARK = "__keras_shapes__"

Note = Callable[[str], None]

# What models were fed and gave, one batch each: id → (model, shapes in, shapes out). The model itself is kept, so that
# its id stays its own.
fed: dict[int, tuple[Any, list[list[int]], list[list[int]]]] = {}


def install(modules: Any, note: Note) -> None:
    """Bound every Model class among `modules` (name, members); executes no operation, for a fork may follow."""
    found: list[type] = []
    for module, members in modules:
        value = members.get("Model")
        home = module.endswith((".models", ".models.model", ".engine.training", "keras"))
        if home and isinstance(value, type) and hasattr(value, "fit") and value not in found:
            found.append(value)
    for model in found:
        _bound(model, note)


def _bound(model: type, note: Note) -> None:
    for name, bound in (("fit", _fit), ("evaluate", _evaluate), ("predict", _predict)):
        original = getattr(model, name, None)
        if original is not None and not hasattr(original, _MARK):
            setattr(model, name, _bounded(original, functools.partial(bound, note)))
    for name in ("save", "save_weights", "export"):
        if hasattr(model, name):
            setattr(model, name, lambda *_, **__: None)
    weights = getattr(model, "load_weights", None)
    if weights is not None and not hasattr(weights, _MARK):
        setattr(model, "load_weights", _load_weights(weights, note))  # noqa: B010


def _bounded(original: Callable[..., Any], bound: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(original)

    @functools.wraps(original)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            bindings = signature.bind(*args, **kwargs)
        except TypeError:
            return original(*args, **kwargs)  # it says best what is wrong with its arguments
        arguments = bindings.arguments
        for name, value in (("verbose", 0), ("callbacks", None), ("workers", 1), ("use_multiprocessing", False)):
            if name in signature.parameters:
                arguments[name] = value
        return bound(lambda: _called(original, bindings), arguments)

    setattr(call, _MARK, True)
    return call


def _called(original: Callable[..., Any], bindings: inspect.BoundArguments) -> Any:
    model = bindings.arguments.get("self")
    try:
        return original(*bindings.args, **bindings.kwargs)
    except Exception as error:
        # A traced function that failed half way fails again for whatever comes next.
        _forget_traces(model)
        if "unknown rank" in str(error):
            # Calls with several shapes have blurred the trace, and with it the words: a new trace says more.
            try:
                original(*bindings.args, **bindings.kwargs)
            finally:
                _forget_traces(model)
        raise


def _forget_traces(model: Any) -> None:
    for name in ("train_function", "test_function", "predict_function"):
        if getattr(model, name, None) is not None:
            setattr(model, name, None)


def _load_weights(original: Callable[..., Any], note: Note) -> Callable[..., Any]:
    @functools.wraps(original)
    def load_weights(self: Any, filepath: Any, *args: Any, **kwargs: Any) -> Any:
        if os.path.exists(str(filepath)):
            return original(self, filepath, *args, **kwargs)
        note("weights were not loaded")
        return None

    setattr(load_weights, _MARK, True)
    return load_weights


def _fit(note: Note, call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    first = arguments.get("initial_epoch") or 0
    epochs = arguments.get("epochs", 1)
    if isinstance(epochs, int):
        arguments["epochs"] = first + 1
    validation = arguments.get("validation_data")
    if validation is not None or arguments.get("validation_split"):
        arguments["validation_steps"] = 1
    share = arguments.get("validation_split") or 0.0
    arguments["steps_per_epoch"] = _take_a_batch(arguments, 1.0 - share if 0 <= share < 1 else 1.0)
    if isinstance(validation, tuple):
        arguments["validation_data"] = tuple(_batch_of(list(validation), _batch_size(arguments)))
    _build_optimizer(arguments.get("self"))
    history = call()
    _tell(arguments)
    note("fit: one training step and one evaluation step")
    if isinstance(epochs, int) and hasattr(history, "history"):
        rounds = max(epochs - first, 1)
        history.history = {name: list(values) * rounds for name, values in history.history.items()}
        history.epoch = list(range(first, first + rounds))
    return history


def _build_optimizer(model: Any) -> None:
    """Make the optimizer's variables now: TensorFlow traces a step that makes variables a second time.

    A training step of the program's own may want to give its optimizer other variables.
    """
    step, optimizer = getattr(type(model), "train_step", None), getattr(model, "optimizer", None)
    its_own = not getattr(step, "__module__", "").startswith("keras.src.backend.tensorflow")
    if its_own or getattr(optimizer, "built", True) or not getattr(model, "built", False):
        return
    with contextlib.suppress(Exception):  # told when the step is made
        optimizer.build(model.trainable_variables)  # type: ignore[union-attr]


def _evaluate(note: Note, call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    arguments["steps"] = _take_a_batch(arguments)
    note("evaluate: one batch")
    scores = call()
    _tell(arguments)
    return scores


def _predict(note: Note, call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    samples = _samples(arguments.get("x"))
    arguments["steps"] = _take_a_batch(arguments)
    outputs = call()
    _tell(arguments, outputs)
    note("predict: one batch, its rows repeated for the others")
    return outputs if samples is None else _spread(outputs, samples)


def _tell(arguments: dict[str, Any], outputs: Any = None) -> None:
    """Remember the shapes of the batch that a model took, and of what it gave."""
    leaves = _leaves(arguments.get("x"))
    if not leaves:
        return
    model, rows = arguments["self"], min(_batch_size(arguments), int(leaves[0].shape[0]))
    inputs = [[rows, *map(int, leaf.shape[1:])] for leaf in leaves]
    gave = [[*map(int, leaf.shape)] for leaf in _leaves(outputs) or ()] or _declared_outputs(model, rows)
    fed[id(model)] = (model, inputs, gave)


def _declared_outputs(model: Any, rows: int) -> list[list[int]]:
    """What the model says it gives for so many rows; nothing where it does not say it wholly."""
    try:
        shapes = model.output_shape
        shapes = shapes if isinstance(shapes, list) else [shapes]
        return [[rows, *(int(size) for size in shape[1:])] for shape in shapes]
    except Exception:
        return []  # a subclassed model, or sizes that only the data tell


# Batches


def _leaves(data: Any) -> list[Any] | None:
    """The arrays in a structure of data; None when something in it is no array or tensor."""
    if data is None:
        return []
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, (list, tuple)):
        parts = [_leaves(each) for each in data]
        return None if None in parts else [leaf for part in parts for leaf in part or ()]
    is_array = type(data).__name__ in ("ndarray", "EagerTensor", "memmap")
    return [data] if is_array and len(data.shape) else None


def _samples(data: Any) -> int | None:
    leaves = _leaves(data)
    return int(leaves[0].shape[0]) if leaves else None


def _batch_size(arguments: dict[str, Any]) -> int:
    size = arguments.get("batch_size")
    return size if isinstance(size, int) and size > 0 else _DEFAULT_BATCH


def _take_a_batch(arguments: dict[str, Any], share: float = 1.0) -> int:
    """Leave of the data only what one step needs: copying all of it takes seconds and gigabytes. Returns the steps.

    `share` of the rows goes to training. Data whose sample counts differ is left alone: Keras has words for that.
    """
    _shrink(arguments)
    names = [name for name in ("x", "y", "sample_weight") if arguments.get(name) is not None]
    size = _batch_size(arguments)
    rows = int(size / share) + 1 if share < 1.0 else size
    # A model that keeps its states takes batches of one size only, and the last one may be smaller.
    samples, model = _samples(arguments.get("x")), arguments.get("self")
    left = samples % size if samples and share == 1.0 and _is_stateful(model) else 0
    last = left if samples and samples > size else 0
    arguments.update(zip(names, _batch_of([arguments[name] for name in names], rows + last)))
    return 2 if last else 1


def _is_stateful(model: Any) -> bool:
    return any(getattr(layer, "stateful", False) for layer in (model, *getattr(model, "layers", ())))


def _batch_of(parts: list[Any], rows: int) -> list[Any]:
    leaves = _leaves(parts)
    if not leaves or len({int(leaf.shape[0]) for leaf in leaves}) != 1 or int(leaves[0].shape[0]) <= rows:
        return parts
    chosen = list(range(rows))
    for position, row in enumerate({row for row in map(_row_of_largest, leaves) if row is not None}):
        chosen[-1 - position % rows] = row
    return [_rows(part, chosen) for part in parts]


def _row_of_largest(leaf: Any) -> int | None:
    """Where the largest label or word is: it decides whether all of them fit."""
    if type(leaf).__name__ == "EagerTensor" or leaf.dtype.kind not in "iu" or leaf.size > _LARGEST_LABELS:
        return None
    return int(leaf.reshape(leaf.shape[0], -1).max(axis=1).argmax()) if leaf.size else None


def _rows(data: Any, chosen: list[int]) -> Any:
    if isinstance(data, dict):
        return {name: _rows(value, chosen) for name, value in data.items()}
    if isinstance(data, (list, tuple)):
        return type(data)([_rows(value, chosen) for value in data])
    if data is None:
        return None
    return data[: len(chosen)] if type(data).__name__ == "EagerTensor" else data[chosen]


def _spread(outputs: Any, samples: int) -> Any:
    """Rows of one batch repeated to as many as the program expects."""
    if isinstance(outputs, dict):
        return {name: _spread(value, samples) for name, value in outputs.items()}
    if isinstance(outputs, (list, tuple)):
        return type(outputs)([_spread(value, samples) for value in outputs])
    if not hasattr(outputs, "shape") or len(outputs.shape) == 0 or outputs.shape[0] in (0, samples):
        return outputs
    return outputs[[row % outputs.shape[0] for row in range(samples)]]


def _shrink(arguments: dict[str, Any]) -> None:
    """Make a batch of large samples smaller, unless the program says its size or the model depends on it."""
    leaves = _leaves(arguments.get("x"))
    if not leaves or arguments.get("batch_size") is not None:
        return
    sample = 1
    for size in leaves[0].shape[1:]:
        sample *= int(size)
    if sample * _DEFAULT_BATCH > _LARGEST_BATCH and not _is_stateful(arguments.get("self")):
        arguments["batch_size"] = max(2, _LARGEST_BATCH // sample)
