"""keras.preprocessing and keras.utils: folders as data sets, generators, texts as numbers, against the real ones."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry
from keras_shapes.values.array import Array
from keras_shapes.values.dataset import Dataset
from keras_shapes.values.dim import ANY
from keras_shapes.values.reference import Many
from keras_shapes.values.unknown import Unknown

from .arrays import Draw, filled, one_of
from .functions import FunctionCase, abstract
from .harness import Case, check, dtype_of

pytestmark = pytest.mark.keras

CLASSES = ("cats", "dogs", "owls")
_FOLDER = tempfile.TemporaryDirectory(prefix="keras-shapes-")


@cache
def folder(kind: str, classes: int) -> str:
    """A folder of three files for each class, of pictures, texts or sounds."""
    root = Path(_FOLDER.name, f"{kind}{classes}")
    for name in CLASSES[:classes]:
        (root / name).mkdir(parents=True)
        for i in range(3):
            _write(kind, root / name / str(i))
    return str(root)


def _write(kind: str, path: Path) -> None:
    import tensorflow as tf
    from PIL import Image

    if kind == "images":
        Image.new("RGB", (9, 7)).save(path.with_suffix(".png"))
    elif kind == "texts":
        path.with_suffix(".txt").write_text("a b", encoding="utf-8")
    else:
        path.with_suffix(".wav").write_bytes(tf.audio.encode_wav(tf.zeros((50, 1)), 8000).numpy())


class Spec:
    """A shape and type alone: of data whose first axis is the batch, which is not fixed."""

    def __init__(self, shape: Any, dtype: Any, batched: bool) -> None:
        sizes = tuple(shape)
        self.shape = (None, *sizes[1:]) if batched and sizes else sizes
        self.dtype = dtype


@dataclass(frozen=True)
class DatasetCase(FunctionCase):
    """What makes a data set, or a generator, of which the first batch is looked at."""

    made_by: str = ""

    def real(self) -> Any:
        import tensorflow as tf

        target: Any = tf.keras
        if self.made_by:
            generator = tf.keras.preprocessing.image.ImageDataGenerator(**self.arguments[0])
            return _specs(next(getattr(generator, self.made_by)(*self.arguments[1:], **self.keywords)))
        for part in self.name.split(".")[1:]:
            target = getattr(target, part)
        made = target(*self.arguments, **self.keywords)
        return _specs(made.element_spec if hasattr(made, "element_spec") else made[0])

    def ours(self) -> Any:
        made = self._ours()
        if isinstance(made, Unknown):
            return made
        assert isinstance(made, Dataset)
        return made.element

    def _ours(self) -> Any:
        arguments = [abstract(a) for a in self.arguments]
        keywords = {k: abstract(v) for k, v in self.keywords.items()}
        if self.made_by:
            generator = _rule("keras.preprocessing.image.ImageDataGenerator", [], arguments[0])
            name = f"keras.preprocessing.image.ImageDataGenerator.{self.made_by}"
            return _rule(name, [generator, *arguments[1:]], keywords)
        return _rule(self.name, arguments, keywords)


def _rule(name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
    rule = registry.rule(name)
    assert rule is not None, name
    return binding.call(rule, arguments, keywords, Nothing())


class Nothing:
    """A run that knows of no file."""

    def of_file(self, path: Any, read: Any, *_: Any) -> None:
        return None


def _specs(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return tuple(_specs(v) for v in value)
    # A data set says of itself what is fixed; a generator's batches are just as large as they are.
    return Spec(value.shape, value.dtype, isinstance(value, np.ndarray))


_MODES = one_of("int", "categorical", "binary", None)


def _folder(kind: str) -> Draw:
    def case(draw: Random) -> Case:
        keywords: dict[str, Any] = {
            "verbose": False,
            "batch_size": draw.choice((32, 2, None)),
            "label_mode": _MODES(draw),
        }
        classes = 2 if keywords["label_mode"] == "binary" else draw.choice((2, 3))
        keywords["class_names"] = list(CLASSES[:classes])
        if kind == "image":
            keywords["image_size"] = draw.choice(((8, 8), (10, 12)))
            keywords["color_mode"] = draw.choice(("rgb", "grayscale", "rgba"))
            keywords["data_format"] = draw.choice((None, "channels_first"))
        if kind == "audio":
            keywords["output_sequence_length"] = draw.choice((None, 40))
        return DatasetCase(
            f"keras.utils.{kind}_dataset_from_directory",
            (folder(f"{kind}s" if kind != "audio" else kind, classes),),
            keywords,
        )

    return case


def _generated(draw: Random) -> Case:
    classes = draw.choice((2, 3))
    keywords = {
        "target_size": draw.choice(((8, 8), (10, 12))),
        "class_mode": draw.choice(("categorical", "binary", "sparse", "input", None)),
        "classes": list(CLASSES[:classes]),
        "color_mode": draw.choice(("rgb", "grayscale")),
    }
    options = draw.choice(({}, {"rescale": 1 / 255}, {"rotation_range": 20, "horizontal_flip": True}))
    return DatasetCase("", (options, folder("images", classes)), keywords, made_by="flow_from_directory")


def _flow(draw: Random) -> Case:
    x = filled(draw, (6, 8, 8, draw.choice((1, 3))), "float32")
    y = filled(draw, draw.choice(((6,), (6, 3))), draw.choice(("int64", "float32")))
    arguments = (x, y) if draw.random() < 0.8 else (x,)
    return DatasetCase("", ({"rescale": 1 / 255}, *arguments), {"batch_size": draw.choice((2, 3))}, made_by="flow")


def _windows(draw: Random) -> Case:
    data = filled(draw, draw.choice(((40, 3), (40,), (40, 2, 2))), draw.choice(("float32", "float64")))
    targets = draw.choice((None, filled(draw, draw.choice(((40,), (40, 2))), "float32")))
    keywords = {"batch_size": draw.choice((4, None)), "sampling_rate": draw.choice((1, 2))}
    return DatasetCase("keras.utils.timeseries_dataset_from_array", (data, targets, draw.choice((3, 5))), keywords)


def _series(draw: Random) -> Case:
    count = draw.choice((40, 40, 40, 6))
    data = filled(draw, draw.choice(((count, 3), (count,))), "float32")
    targets = filled(draw, (draw.choice((count, count, count, 30)),), "float32")
    keywords = {"batch_size": draw.choice((4, 8)), "sampling_rate": draw.choice((1, 2, 3))}
    return DatasetCase(
        "keras.preprocessing.sequence.TimeseriesGenerator", (data, targets, draw.choice((4, 7, 10))), keywords
    )


@dataclass(frozen=True)
class TokenizerCase:
    """Texts counted, and made numbers of."""

    texts: list[str]
    num_words: int | None
    method: str

    def real(self) -> Any:
        import tensorflow as tf

        made = tf.keras.preprocessing.text.Tokenizer(num_words=self.num_words)
        made.fit_on_texts(self.texts)
        result = getattr(made, self.method)(self.texts)
        return len(result) if isinstance(result, list) else result

    def ours(self) -> Any:
        name = "keras.preprocessing.text.Tokenizer"
        made = _rule(name, [], {"num_words": self.num_words})
        result = _rule(f"{name}.{self.method}", [made, self.texts], {})
        return len(result) if isinstance(result, list) else result.length if isinstance(result, Many) else result


def _tokenized(method: str) -> Draw:
    return lambda draw: TokenizerCase(
        draw.sample(["a b c", "b", "c d", ""], draw.randint(1, 4)), draw.choice((2, 10, 10)), method
    )


def _split(draw: Random) -> Case:
    return PartCase(filled(draw, (6, 3), "float32"), filled(draw, (6,), "int64"))


@dataclass(frozen=True)
class PartCase:
    """A data set in two parts."""

    x: Any
    y: Any

    def real(self) -> Any:
        import keras
        import tensorflow as tf

        whole = tf.data.Dataset.from_tensor_slices((self.x, self.y))
        return tuple(_specs(part.element_spec) for part in keras.utils.split_dataset(whole, left_size=0.5))

    def ours(self) -> Any:
        element = tuple(Array(a.shape[1:], dtype_of(a), kind="tensor") for a in (self.x, self.y))
        return tuple(part.element for part in _rule("keras.utils.split_dataset", [Dataset(element, ANY, 0)], {}))


SHARE = 0.3
TABLE: dict[str, Draw] = {
    "keras.utils.image_dataset_from_directory": _folder("image"),
    "keras.utils.text_dataset_from_directory": _folder("text"),
    "keras.utils.audio_dataset_from_directory": _folder("audio"),
    "keras.utils.timeseries_dataset_from_array": _windows,
    "keras.utils.split_dataset": _split,
    "keras.preprocessing.image.ImageDataGenerator.flow_from_directory": _generated,
    "keras.preprocessing.image.ImageDataGenerator.flow": _flow,
    "keras.preprocessing.sequence.TimeseriesGenerator": _series,
    "keras.preprocessing.text.Tokenizer.texts_to_matrix": _tokenized("texts_to_matrix"),
    "keras.preprocessing.text.Tokenizer.texts_to_sequences": _tokenized("texts_to_sequences"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name, 8)
