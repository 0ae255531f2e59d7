"""keras.datasets: what each `load_data` gives. Source: keras/src/datasets/."""

from __future__ import annotations

from typing import Any

from ...values.array import Array, Shape
from ...values.dim import ANY, Dim
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..registry import function

Pair = tuple[Array, Array]

_PIXELS = Interval(0, 255)


def _images(count: int, picture: Shape, labels: Shape, classes: int, label_dtype: str = "uint8") -> Pair:
    return (
        Array((count, *picture), "uint8", _PIXELS),
        Array((count, *labels), label_dtype, Interval(0, classes - 1)),
    )


@function("keras.datasets.mnist.load_data")
def load_mnist(path: Any = "mnist.npz") -> tuple[Pair, Pair]:
    return _images(60000, (28, 28), (), 10), _images(10000, (28, 28), (), 10)


@function("keras.datasets.fashion_mnist.load_data")
def load_fashion_mnist() -> tuple[Pair, Pair]:
    return _images(60000, (28, 28), (), 10), _images(10000, (28, 28), (), 10)


@function("keras.datasets.cifar10.load_data")
def load_cifar10() -> tuple[Pair, Pair]:
    return _images(50000, (32, 32, 3), (1,), 10), _images(10000, (32, 32, 3), (1,), 10)


@function("keras.datasets.cifar100.load_data")
def load_cifar100(label_mode: Any = "fine") -> Any:
    classes = {"fine": 100, "coarse": 20}.get(label_mode) if isinstance(label_mode, str) else 0
    if classes is None:
        raise Mismatch("layer-argument", "fine or coarse", label_mode, argument="label_mode")
    if not classes:
        return Unknown("which labels are loaded")
    # Unlike cifar10's, these labels are a list when they are reshaped: numpy makes int64 of it.
    labels = ((1,), classes, "int64")
    return _images(50000, (32, 32, 3), *labels), _images(10000, (32, 32, 3), *labels)


def _split(count: int, test_split: Any) -> tuple[Dim, Dim]:
    """How many samples are for training, and how many for testing."""
    if not isinstance(test_split, (int, float)):
        return ANY, ANY
    train = max(0, min(count, int(count * (1 - test_split))))
    return train, count - train


def _words(num_words: Any, *settings: Any) -> Interval | None:
    """The bounds of the word numbers: as they are numbered by default, 0 being left for padding."""
    if settings != (0, 1, 2, 3) or not isinstance(num_words, int) or num_words < 10:
        return None
    # Word numbers of all 88,000 occur, so that the highest one kept is there.
    return Interval(1, num_words - 1, num_words <= 80_000)


def _texts(count: Dim, words: Interval | None, classes: int) -> Pair:
    """Lists of word numbers, and labels: object arrays, whose bounds are those of the lists' elements."""
    return Array((count,), "object", words), Array((count,), "int64", Interval(0, classes - 1, count is not ANY))


@function("keras.datasets.imdb.load_data")
def load_imdb(
    path: Any = "imdb.npz", num_words: Any = None, skip_top: Any = 0, maxlen: Any = None, seed: Any = 113,
    start_char: Any = 1, oov_char: Any = 2, index_from: Any = 3, **_: Any,
) -> tuple[Pair, Pair]:  # fmt: skip
    words = _words(num_words, skip_top, start_char, oov_char, index_from)
    # Reviews longer than maxlen are left out: nobody knows how many.
    count: Dim = 25000 if maxlen is None else ANY
    return _texts(count, words, 2), _texts(count, words, 2)


@function("keras.datasets.reuters.load_data")
def load_reuters(
    path: Any = "reuters.npz", num_words: Any = None, skip_top: Any = 0, maxlen: Any = None, test_split: Any = 0.2,
    seed: Any = 113, start_char: Any = 1, oov_char: Any = 2, index_from: Any = 3,
) -> Any:  # fmt: skip
    words = _words(num_words, skip_top, start_char, oov_char, index_from)
    if words is not None and words.high >= 30_000:
        words = None  # there are only about 31,000 different words
    train, test = _split(11228, test_split) if maxlen is None else (ANY, ANY)
    pairs = _texts(train, words, 46), _texts(test, words, 46)
    if maxlen is not None and not (isinstance(test_split, float) and 0 < test_split < 1):
        # Of an empty list of labels numpy makes floats.
        return tuple((x, y.like(dtype="")) for x, y in pairs)
    return pairs


@function("keras.datasets.imdb.get_word_index", "keras.datasets.reuters.get_word_index")
def get_word_index(path: Any = "") -> Unknown:
    return Unknown("a dictionary of words")


@function("keras.datasets.reuters.get_label_names")
def get_label_names() -> tuple[Unknown, ...]:
    return (Unknown("a topic's name"),) * 46


def _table(count: int, features: int, test_split: Any, dtype: str) -> tuple[Pair, Pair]:
    if isinstance(test_split, (int, float)) and not 0 <= test_split < 1:
        raise Mismatch("layer-argument", "0 ≤ test_split < 1", test_split, argument="test_split")
    train, test = ((Array((n, features), dtype), Array((n,), dtype)) for n in _split(count, test_split))
    return train, test


@function("keras.datasets.boston_housing.load_data")
def load_boston_housing(path: Any = "boston_housing.npz", test_split: Any = 0.2, seed: Any = 113) -> tuple[Pair, Pair]:
    return _table(506, 13, test_split, "float64")


@function("keras.datasets.california_housing.load_data")
def load_california_housing(
    version: Any = "large", path: Any = "california_housing.npz", test_split: Any = 0.2, seed: Any = 113
) -> Any:
    count = {"small": 600, "large": 20640}.get(version) if isinstance(version, str) else 0
    if count is None:
        raise Mismatch("layer-argument", "small or large", version, argument="version")
    if not count:
        return Unknown("which version is loaded")
    # Whether the file holds float32 or float64 is not said anywhere in Keras.
    return _table(count, 8, test_split, "")
