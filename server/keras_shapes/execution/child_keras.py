"""Makes Keras quick and harmless for a validation: one batch of each step, made-up data sets, no downloads, no plots.

Stands alone (standard library, Python 3.8+); numpy and Keras are those of the user's interpreter, taken from
`sys.modules` when they are there. What a run does not keep true is noted in `notes`.
"""
# Paths are the user's own strings.
# ruff: noqa: PTH109, PTH110, PTH118, PTH119

from __future__ import annotations

import functools
import glob
import importlib.abc
import importlib.machinery
import inspect
import os
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from typing import Any

notes: list[str] = []

# Elements of one batch: past this a batch that the program did not size itself is made smaller.
_LARGEST_BATCH = 2_000_000
_ROOTS = ("keras", "tf_keras", "tensorflow")


class UnavailableError(Exception):
    """Something outside the program (a file, a download) that a validation does not have."""


def note(text: str) -> None:
    if text not in notes:
        notes.append(text)


def made_up(
    shape: Sequence[int], dtype: str, low: float | None = None, high: float | None = None, kind: str = ""
) -> Any:
    """An array of made-up values; the same for the same arguments.

    `low`, `high` are inclusive; `kind` "one-hot" puts a single 1 on the last axis, "text" makes strings.
    """
    import numpy as np

    shape = tuple(shape)
    random = np.random.RandomState(7)
    count = int(np.prod(shape, dtype=np.int64))
    if kind == "text" or dtype in ("str", "object", "string"):
        return np.resize(np.array(["a made-up text", "another one"], dtype=object), shape)
    if kind == "one-hot":
        rows = np.eye(shape[-1], dtype=dtype)
        return np.resize(rows, shape) if count else np.zeros(shape, dtype)
    # A pattern is enough, and drawing 150 million numbers is not quick.
    drawn = min(count, 1_000_003)
    if dtype == "bool":
        values = random.randint(0, 2, drawn).astype(bool)
    elif dtype.startswith(("int", "uint")):
        values = _integers(np, random, dtype, low, high, drawn)
    else:
        values = random.uniform(0.0 if low is None else low, 1.0 if high is None else high, drawn)
    return np.resize(values, shape).astype(dtype, copy=False)


def _integers(np: Any, random: Any, dtype: str, low: float | None, high: float | None, count: int) -> Any:
    limits = np.iinfo(dtype)
    low = int(low) if low is not None else 0
    high = int(high) if high is not None else max(low, 1)
    values = random.randint(max(low, limits.min), min(high, limits.max, low + 2**31 - 2) + 1, count).astype(dtype)
    if count:
        values[-1] = values[0] if high < low else min(high, limits.max)  # the largest decides whether a label fits
    return values


def install() -> None:
    """Bound Keras where it is imported; executes no operation, for a fork may follow."""
    for model in _classes("Model"):
        _bound_model(model)
    _replace_functions(_data_sets())
    _replace_functions(_stand_ins())
    glob.glob = _something_found(glob.glob)
    if not any(isinstance(finder, PlotFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, PlotFinder())


def _modules() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, module in list(sys.modules.items()):
        ours = name.split(".")[0] in _ROOTS and (name.startswith(("keras", "tf_keras")) or ".keras" in name)
        if ours and isinstance(module, types.ModuleType):
            yield name, module.__dict__


def _classes(name: str) -> list[type]:
    found = []
    for module, members in _modules():
        value = members.get(name)
        home = module.endswith((".models", ".models.model", ".engine.training", "keras"))
        if home and isinstance(value, type) and hasattr(value, "fit") and value not in found:
            found.append(value)
    return found


def _replace_functions(replacements: dict[int, Any]) -> None:
    """Put functions in the place of others wherever Keras' modules name them; keyed by the old one's id."""
    for _, members in _modules():
        for name, value in list(members.items()):
            if isinstance(value, types.FunctionType) and id(value) in replacements:
                members[name] = replacements[id(value)]


# Models


def _bound_model(model: type) -> None:
    for name, bound in (("fit", _fit), ("evaluate", _evaluate), ("predict", _predict)):
        original = getattr(model, name)
        if not hasattr(original, "__keras_shapes__"):
            setattr(model, name, _bounded(original, bound))
    for name in ("save", "save_weights", "export"):
        if hasattr(model, name):
            setattr(model, name, lambda *_, **__: None)
    weights = getattr(model, "load_weights", None)
    if weights is not None:
        setattr(model, "load_weights", _unless_absent(weights))  # noqa: B010


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
        return bound(lambda: original(*bindings.args, **bindings.kwargs), arguments)

    call.__keras_shapes__ = True  # type: ignore[attr-defined]
    return call


def _fit(call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    first = arguments.get("initial_epoch") or 0
    epochs = arguments.get("epochs", 1)
    if isinstance(epochs, int):
        arguments["epochs"] = first + 1
    arguments["steps_per_epoch"] = 1
    if arguments.get("validation_data") is not None or arguments.get("validation_split"):
        arguments["validation_steps"] = 1
    _shrink(arguments)
    history = call()
    note("fit: one training step and one evaluation step")
    if isinstance(epochs, int) and hasattr(history, "history"):
        rounds = max(epochs - first, 1)
        history.history = {name: list(values) * rounds for name, values in history.history.items()}
        history.epoch = list(range(first, first + rounds))
    return history


def _evaluate(call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    arguments["steps"] = 1
    _shrink(arguments)
    note("evaluate: one batch")
    return call()


def _predict(call: Callable[[], Any], arguments: dict[str, Any]) -> Any:
    arguments["steps"] = 1
    _shrink(arguments)
    outputs = call()
    note("predict: one batch, its rows repeated for the others")
    samples = _samples(arguments.get("x"))
    return outputs if samples is None else _spread(outputs, samples)


def _first_array(data: Any) -> Any:
    while isinstance(data, (list, tuple, dict)) and data:
        data = next(iter(data.values())) if isinstance(data, dict) else data[0]
    return data if hasattr(data, "shape") and hasattr(data, "dtype") else None


def _samples(data: Any) -> int | None:
    array = _first_array(data)
    try:
        return int(array.shape[0])
    except (AttributeError, IndexError, TypeError):
        return None


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
    array = _first_array(arguments.get("x"))
    if array is None or arguments.get("batch_size") is not None:
        return
    try:
        sample = 1
        for size in array.shape[1:]:
            sample *= int(size)
    except (TypeError, ValueError):
        return
    model = arguments.get("self")
    if sample * 32 > _LARGEST_BATCH and not getattr(model, "stateful", False):
        arguments["batch_size"] = max(2, _LARGEST_BATCH // sample)


# Data sets

_IMAGES = {
    "mnist": ((28, 28), (28, 28), 60000, 9, False),
    "fashion_mnist": ((28, 28), (28, 28), 60000, 9, False),
    "cifar10": ((32, 32, 3), (32, 32, 3), 50000, 9, True),
    "cifar100": ((32, 32, 3), (32, 32, 3), 50000, 99, True),
}


def _data_sets() -> dict[int, Any]:
    makers: dict[str, Callable[..., Any]] = {name: functools.partial(_images, name) for name in _IMAGES}
    makers.update(imdb=functools.partial(_texts, 25000, 25000, 1), reuters=functools.partial(_texts, 8982, 2246, 45))
    makers.update(boston_housing=_boston, california_housing=_california)
    replacements = {}
    for module, members in _modules():
        original = members.get("load_data")
        maker = makers.get(module.split(".")[-1])
        if isinstance(original, types.FunctionType) and maker is not None and not hasattr(original, "__keras_shapes__"):
            replacements[id(original)] = _like(original, maker)
    return replacements


def _like(original: Callable[..., Any], maker: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(original)

    @functools.wraps(original)
    def load_data(*args: Any, **kwargs: Any) -> Any:
        arguments = signature.bind(*args, **kwargs)
        arguments.apply_defaults()
        note(f"made-up data for {original.__module__.split('.')[-1]}")
        return maker(**arguments.arguments)

    load_data.__keras_shapes__ = True  # type: ignore[attr-defined]
    return load_data


def _images(name: str, label_mode: str = "fine", **_: Any) -> Any:
    train, test, count, last, column = _IMAGES[name]
    last = 19 if label_mode == "coarse" else last
    tail = (1,) if column else ()
    dtype = "uint8" if not (column and name == "cifar100") else "int64"
    if name == "cifar10":
        dtype = "uint8"
    return tuple(
        (made_up((n, *shape), "uint8", 0, 255), made_up((n, *tail), dtype, 0, last))
        for n, shape in ((count, train), (10000, test))
    )


def _texts(train: int, test: int, last: int, **arguments: Any) -> Any:
    import numpy as np

    words = arguments.get("num_words") or 20000
    longest = arguments.get("maxlen")
    split = arguments.get("test_split")
    if split is not None:
        total = train + test
        train = int(total * (1 - split))
        test = total - train
    lengths = [5 + 37 * i % 195 for i in range(64)]
    lengths = [min(length, longest - 1) if longest else length for length in lengths]
    row = [1, *(4 + (i * 7919) % max(words - 4, 1) for i in range(200)), words - 1]
    rows = [row[:length] + [words - 1] for length in lengths]

    def part(count: int) -> Any:
        texts = np.empty(count, dtype=object)
        texts[:] = [rows[i % len(rows)] for i in range(count)]
        return texts, made_up((count,), "int64", 0, last)

    return part(train), part(test)


def _boston(test_split: float = 0.2, **_: Any) -> Any:
    return _table(506, 13, test_split, "float64")


def _california(version: str = "large", test_split: float = 0.2, **_: Any) -> Any:
    return _table(20640 if version == "large" else 600, 8, test_split, "float32")


def _table(rows: int, columns: int, test_split: float, dtype: str) -> Any:
    first = int(rows * (1 - test_split))
    return tuple((made_up((n, columns), dtype), made_up((n,), dtype)) for n in (first, rows - first))


# What would touch the disk or the network


class PretrainedPath(str):
    """Where pretrained weights would have been downloaded to."""

    __slots__ = ()


def _stand_ins() -> dict[int, Any]:
    replacements: dict[int, Any] = {}
    for _, members in _modules():
        for name, stand_in in (("get_file", _get_file), ("plot_model", _nothing), ("load_model", _unless_absent)):
            original = members.get(name)
            if not isinstance(original, types.FunctionType) or hasattr(original, "__keras_shapes__"):
                continue
            if id(original) not in replacements:
                replacements[id(original)] = stand_in(original)
    return replacements


def _get_file(original: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(original)
    def get_file(fname: Any = None, origin: Any = None, *_: Any, **__: Any) -> str:
        return PretrainedPath(os.path.join(os.getcwd(), "not-downloaded", os.path.basename(str(fname or origin))))

    get_file.__keras_shapes__ = True  # type: ignore[attr-defined]
    return get_file


def _nothing(original: Callable[..., Any]) -> Callable[..., Any]:
    return functools.wraps(original)(lambda *_, **__: None)


def _unless_absent(original: Callable[..., Any]) -> Callable[..., Any]:
    """`load_weights` leaves the weights as they are, `load_model` says that the file is not to be had."""

    @functools.wraps(original)
    def load(*args: Any, **kwargs: Any) -> Any:
        is_method = original.__name__ == "load_weights"
        path = args[1 if is_method else 0] if len(args) > is_method else kwargs.get("filepath")
        if os.path.exists(str(path)):
            return original(*args, **kwargs)
        if is_method:
            note("weights were not loaded")
            return None
        raise UnavailableError(f"the saved model {os.path.basename(str(path))} is not read")

    load.__keras_shapes__ = True  # type: ignore[attr-defined]
    return load


def _something_found(original: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """An empty list of files would become an empty array, and an error that is none of the program's."""
    if hasattr(original, "__keras_shapes__"):
        return original

    @functools.wraps(original)
    def find(*args: Any, **kwargs: Any) -> list[Any]:
        found = original(*args, **kwargs)
        if not found:
            raise UnavailableError(f"no files {args[0] if args else ''}")
        return found

    find.__keras_shapes__ = True  # type: ignore[attr-defined]
    return find


# Plots

_PLOTS = (
    "matplotlib", "seaborn", "plotly", "pylab", "IPython", "ipywidgets", "visualkeras",
    "wandb", "mlflow", "google.colab",
)  # fmt: skip


class Plot:
    """Takes every call, attribute and operator, and does nothing."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Plot()

    def __call__(self, *_: Any, **__: Any) -> Any:
        return Plot()

    def __getitem__(self, _: Any) -> Any:
        return Plot()

    def __setitem__(self, *_: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter((Plot(), Plot()))  # figure, axes = plt.subplots()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __bool__(self) -> bool:
        return True


class PlotModule(types.ModuleType):
    """A plotting library that draws nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Plot()


class PlotFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a `PlotModule` for every library that only shows things."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        del path, target
        if any(fullname == name or fullname.startswith(name + ".") for name in _PLOTS):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        return PlotModule(spec.name)

    def exec_module(self, module: Any) -> None:
        module.__path__ = []
