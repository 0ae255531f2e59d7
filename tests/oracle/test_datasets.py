"""keras.datasets against Keras' own code.

The files themselves cannot be had in a test: stand-ins of the real sizes and types take their place where Keras
reads them, so that everything Keras does with them (splits, axes, types, filters) is the real thing. What the
files hold is known: MNIST's and CIFAR's pages give counts and sizes, Keras' docstrings those of the others.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from .functions import FunctionCase, resolve
from .harness import Case, check

pytestmark = pytest.mark.keras


def _spread(shape: tuple[int, ...], count: int, dtype: str) -> Any:
    """An array in which each of the values 0 … count - 1 occurs."""
    return np.resize(np.arange(count, dtype=dtype), shape)


def _mnist(*_: Any, **__: Any) -> Any:
    parts = {}
    for name, count in (("train", 60000), ("test", 10000)):
        parts[f"x_{name}"] = _spread((count, 28, 28), 256, "uint8")
        parts[f"y_{name}"] = _spread((count,), 10, "uint8")
    return nullcontext(parts)


def _idx(path: Any, _mode: str) -> Any:
    count = 60000 if "train" in str(path) else 10000
    labels = "labels" in str(path)
    data = _spread((count,), 10, "uint8") if labels else _spread((count, 784), 256, "uint8")
    return io.BytesIO(bytes(8 if labels else 16) + data.tobytes())


def _batch(path: str, label_key: str = "labels") -> Any:
    count = 50000 if path.endswith("train") else 10000
    classes = {"labels": 10, "fine_labels": 100, "coarse_labels": 20}[label_key]
    return _spread((count, 3, 32, 32), 256, "uint8"), _spread((count,), classes, "int64").tolist()


@cache
def _texts(path: str) -> dict[str, Any]:
    random = np.random.default_rng(0)

    def part(count: int, classes: int) -> tuple[Any, Any]:
        lists = np.empty(count, dtype=object)
        numbers = random.integers(1, 30000, (count, 6)).tolist()
        for i in range(count):
            lists[i] = numbers[i][: 2 + i % 5]
        lists[0] = list(range(1, 3000))
        return lists, _spread((count,), classes, "int64")

    if "reuters" in path:
        x, y = part(11228, 46)
        return {"x": x, "y": y}
    (x_train, y_train), (x_test, y_test) = part(25000, 2), part(25000, 2)
    return {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}


def _houses(path: str, **_: Any) -> Any:
    count, features = (506, 13) if "boston" in path else (20640, 8)
    return nullcontext({"x": np.zeros((count, features)), "y": np.zeros(count)})


@contextmanager
def _files(name: str) -> Iterator[None]:
    """Keras' reading of files, replaced by the stand-ins."""
    module = f"keras.src.datasets.{name}"
    with ExitStack() as stack:
        stack.enter_context(patch(f"{module}.get_file", lambda fname=None, **_: fname))
        if name == "fashion_mnist":
            stack.enter_context(patch(f"{module}.get_file", lambda fname=None, **_: fname))
            stack.enter_context(patch.object(gzip, "open", _idx))
        elif name.startswith("cifar"):
            stack.enter_context(patch(f"{module}.load_batch", _batch))
        elif name in ("imdb", "reuters"):
            stack.enter_context(patch("keras.src.datasets.npz_utils.load_npz", _texts))
        else:
            stack.enter_context(patch.object(np, "load", _mnist if name == "mnist" else _houses))
        yield


@dataclass(frozen=True)
class DatasetCase:
    name: str
    keywords: tuple[tuple[str, Any], ...] = ()

    def real(self) -> Any:
        return _loaded(self.name, self.keywords)

    def ours(self) -> Any:
        return FunctionCase(f"keras.datasets.{self.name}.load_data", (), dict(self.keywords)).ours()


@lru_cache(maxsize=8)
def _loaded(name: str, keywords: tuple[tuple[str, Any], ...]) -> Any:
    with _files(name):
        return resolve(f"keras.datasets.{name}.load_data")(**dict(keywords))


def _case(name: str, **choices: tuple[Any, ...]) -> Any:
    def draw(random: Random) -> Case:
        # Few different ones: each is as large as the real data.
        return DatasetCase(name, tuple((k, random.choice(v)) for k, v in choices.items() if random.random() < 0.6))

    return draw


_WORDS = {"num_words": (100, 1000), "maxlen": (None, 5)}

TABLE = {
    "mnist": _case("mnist"),
    "fashion_mnist": _case("fashion_mnist"),
    "cifar10": _case("cifar10"),
    "cifar100": _case("cifar100", label_mode=("fine", "coarse", "both")),
    "imdb": _case("imdb", **_WORDS),
    "reuters": _case("reuters", test_split=(0.2, 0.1, 0.0), **_WORDS),
    "boston_housing": _case("boston_housing", test_split=(0.2, 0.3, 0.0, 1.0)),
    "california_housing": _case("california_housing", version=("small", "large", "huge"), test_split=(0.2, 0.25)),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    if name in ("imdb", "reuters"):
        check(TABLE, name, 4)
    elif name == "california_housing":
        # The type of its numbers is not known, so that no answer is complete; none may be wrong.
        from .harness import DISAGREED, run

        assert not run(TABLE, name, 4).counts[DISAGREED]
    else:
        check(TABLE, name, 3)
