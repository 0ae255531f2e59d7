"""Stands in for what programs would download or wait for: made-up data sets, weights, and short training."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

# Samples for training and testing, where the program does not spell the real counts out.
_SMALL = (320, 80)
_STEPS = 3


def _counts(text: str, real: tuple[int, int]) -> tuple[int, int]:
    # A program that reshapes to (60000, 784) needs all of them.
    return real if any(str(count) in text for count in real) else _SMALL


def _images(text: str, real: tuple[int, int], shape: tuple[int, ...], classes: int, column: bool) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        random = np.random.default_rng(0)
        parts = []
        for count in _counts(text, real):
            y = np.arange(count) % classes
            y = y.astype("int64").reshape(-1, 1) if column else y.astype("uint8")
            parts.append((random.integers(0, 256, (count, *shape), dtype="uint8"), y))
        return tuple(parts)

    return load_data


def _reviews(text: str, real: tuple[int, int], classes: int) -> Callable[..., Any]:
    def load_data(*_: Any, num_words: int | None = None, maxlen: int | None = None, **__: Any) -> Any:
        random = np.random.default_rng(0)
        parts = []
        for count in _counts(text, real):
            x = np.empty(count, dtype=object)
            for index in range(count):
                x[index] = random.integers(1, num_words or 30000, random.integers(20, 120)).tolist()
            x[0][0] = (num_words or 30000) - 1
            parts.append((x, (np.arange(count) % classes).astype("int64")))
        return tuple(parts)

    return load_data


def _houses(text: str, real: tuple[int, int], features: int) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        random = np.random.default_rng(0)
        return tuple((random.random((n, features)), random.random(n) * 50) for n in _counts(text, real))

    return load_data


def install(text: str) -> None:
    """Puts the stand-ins in place, for the program of this text."""
    loaders = {
        "mnist": _images(text, (60000, 10000), (28, 28), 10, False),
        "fashion_mnist": _images(text, (60000, 10000), (28, 28), 10, False),
        "cifar10": _images(text, (50000, 10000), (32, 32, 3), 10, True),
        "cifar100": _images(text, (50000, 10000), (32, 32, 3), 100, True),
        "imdb": _reviews(text, (25000, 25000), 2),
        "reuters": _reviews(text, (8982, 2246), 46),
        "boston_housing": _houses(text, (404, 102), 13),
        "california_housing": _houses(text, (16512, 4128), 8),
    }
    for name, load_data in loaders.items():
        _replace(f"datasets.{name}", "load_data", load_data)
    for package in [m for n, m in sys.modules.items() if n.startswith("keras.src.applications.")]:
        for name, build in list(vars(package).items()):
            if inspect.isfunction(build) and "weights" in inspect.signature(build).parameters:
                _replace(f"applications.{package.__name__.rpartition('.')[2]}", name, _untrained(build))
                _replace("applications", name, _untrained(build))
    _shorten()


def _replace(path: str, name: str, value: Any) -> None:
    """In every module by whose name people import it."""
    for prefix in ("keras.src", "keras", "keras._tf_keras.keras", "tensorflow.keras"):
        module = sys.modules.get(f"{prefix}.{path}")
        if module is not None and hasattr(module, name):
            setattr(module, name, value)


def _untrained(build: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(build)
    def built(*args: Any, **kwargs: Any) -> Any:
        bound = inspect.signature(build).bind(*args, **kwargs)
        # Pretrained weights also hold the channels and the classes: Keras compares these before it loads any.
        if bound.arguments.get("weights", "imagenet") == "imagenet":
            _like_imagenet(bound.arguments)
            bound.arguments["weights"] = None
        return build(*bound.args, **bound.kwargs)

    return built


def _like_imagenet(given: dict[str, Any]) -> None:
    if given.get("include_top", True) and given.get("classes", 1000) != 1000:
        raise ValueError('If using `weights="imagenet"` with `include_top=True`, `classes` should be 1000.')
    shape = given.get("input_shape")
    if shape is not None and len(shape) == 3 and shape[-1] != 3:
        raise ValueError(f"The input must have 3 channels; Received `input_shape={shape}`")


def _shorten() -> None:
    from keras.src.backend.tensorflow.trainer import TensorFlowTrainer as Trainer

    real: Any = Trainer.fit

    @functools.wraps(real)
    def fit(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            bound = inspect.signature(real).bind(self, *args, **kwargs)
        except TypeError:
            return real(self, *args, **kwargs)
        given = bound.arguments
        given["epochs"] = min(given.get("epochs", 1), 1) if isinstance(given.get("epochs", 1), int) else given["epochs"]
        given["verbose"] = 0
        samples = getattr(given.get("x"), "shape", None)
        if samples and given.get("steps_per_epoch") is None and (samples[0] or 0) > 2000:
            given["steps_per_epoch"] = _STEPS
            if given.get("validation_data") is not None:
                given.setdefault("validation_steps", _STEPS)
        return real(*bound.args, **bound.kwargs)

    Trainer.fit = fit
