"""Made-up data in place of what files and downloads would give, and no downloads.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter; numpy and TensorFlow are those
found there. What a run does not keep true is noted in `notes`.
"""

# Paths are the user's own strings.
# ruff: noqa: PTH109, PTH110, PTH112, PTH118, PTH119, PTH208

from __future__ import annotations

import functools
import inspect
import os
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from typing import Any

notes: list[str] = []

# Classes of labels that come from the names of folders; the program may tell more.
classes = 2

# Whether data sets may have fewer samples than the real ones: gigabytes of zeros take seconds.
few_samples = False
_FEW_TRAIN, _FEW_TEST = 2000, 1000

_ROOTS = ("keras", "tf_keras", "tensorflow")
_MARK = "__keras_shapes__"


def note(text: str) -> None:
    if text not in notes:
        notes.append(text)


def stand_in(original: Any, replacement: Any) -> Any:
    """The replacement, looking like the original and marked as ours."""
    functools.update_wrapper(replacement, original)
    setattr(replacement, _MARK, True)
    return replacement


def is_ours(function: Any) -> bool:
    return hasattr(function, _MARK)


def keras_modules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and members of every module of Keras that is imported, whatever it calls itself."""
    for name, module in list(sys.modules.items()):
        ours = name.split(".")[0] in _ROOTS and (name.startswith(("keras", "tf_keras")) or ".keras" in name)
        if ours and isinstance(module, types.ModuleType):
            yield name, module.__dict__


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
        values[0] = min(high, limits.max)  # the largest decides whether a label fits
    return values


def install() -> None:
    """Put the stand-ins in the place of Keras' functions, wherever its modules name them."""
    replacements: dict[int, Any] = {}
    for module, members in keras_modules():
        for name, value in list(members.items()):
            if isinstance(value, types.FunctionType) and not is_ours(value):
                maker = _maker(module, name)
                if maker is not None and id(value) not in replacements:
                    replacements[id(value)] = maker(value)
    for _, members in keras_modules():
        for name, value in list(members.items()):
            if id(value) in replacements:
                members[name] = replacements[id(value)]
    for generator in _generators():
        generator.flow_from_directory = stand_in(generator.flow_from_directory, _flow_from_directory)


def _maker(module: str, name: str) -> Callable[[Any], Any] | None:
    if name == "load_data":
        data_set = _DATA_SETS.get(module.rsplit(".", maxsplit=1)[-1])
        return None if data_set is None else functools.partial(_filled, data_set)
    return _STAND_INS.get(name)


def _filled(maker: Callable[..., Any], original: Any) -> Any:
    """`maker` called with all of the original's arguments, defaults included."""
    signature = inspect.signature(original)

    def load(*args: Any, **kwargs: Any) -> Any:
        arguments = signature.bind(*args, **kwargs)
        arguments.apply_defaults()
        note(f"data made up for {original.__module__.split('.')[-1]}.{original.__name__}")
        return maker(**arguments.arguments)

    return stand_in(original, load)


_IMAGES = {
    "mnist": ((28, 28), 60000, 9, False),
    "fashion_mnist": ((28, 28), 60000, 9, False),
    "cifar10": ((32, 32, 3), 50000, 9, True),
    "cifar100": ((32, 32, 3), 50000, 99, True),
}


def _images(name: str, label_mode: str = "fine", **_: Any) -> Any:
    shape, count, last, column = _IMAGES[name]
    last = 19 if label_mode == "coarse" else last
    tail = (1,) if column else ()
    dtype = "int64" if name == "cifar100" else "uint8"
    if few_samples:
        note(f"{_FEW_TRAIN:,} samples in place of {count:,}, {_FEW_TEST:,} in place of 10,000")
    counts = (_FEW_TRAIN, _FEW_TEST) if few_samples else (count, 10000)
    return tuple((made_up((n, *shape), "uint8", 0, 255), made_up((n, *tail), dtype, 0, last)) for n in counts)


def _texts(train: int, test: int, last: int, **arguments: Any) -> Any:
    import numpy as np

    if few_samples:
        train, test = _FEW_TRAIN, _FEW_TEST
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


_DATA_SETS: dict[str, Callable[..., Any]] = {
    **{name: functools.partial(_images, name) for name in _IMAGES},
    "imdb": functools.partial(_texts, 25000, 25000, 1),
    "reuters": functools.partial(_texts, 8982, 2246, 45),
    "boston_housing": _boston,
    "california_housing": _california,
}


# Folders of images and texts


def _channels(color_mode: str) -> int:
    return {"grayscale": 1, "rgba": 4}.get(color_mode, 3)


def _class_names(directory: Any, named: Any) -> tuple[list[str], bool]:
    """The classes of a folder of folders, and whether they are its own or made up, as many as the model tells apart."""
    if named:
        return list(named), True
    if os.path.isdir(directory):
        found = sorted(name for name in os.listdir(directory) if os.path.isdir(os.path.join(directory, name)))
        if found:
            return found, True
    return [f"class {number}" for number in range(classes)], False


def _labels(count: int, mode: Any, names: list[str], known: bool) -> Any:
    last = len(names) - 1 if known else 1
    if mode == "binary" and known and len(names) != 2:
        raise ValueError(f'When passing `label_mode="binary"`, there must be exactly 2 class_names. Received: {names}')
    note(f"labels made up: {f'{len(names)} classes' if mode == 'categorical' else f'integers 0 to {last}'}")
    if mode == "categorical":
        return made_up((count, len(names)), "float32", kind="one-hot")
    if mode == "binary":
        return made_up((count, 1), "float32", 0, 0)
    return made_up((count,), "int32", 0, last)


def _folder_data_set(
    values: Any, label_mode: Any, batch_size: int | None, subset: str | None, names: tuple[list[str], bool]
) -> Any:
    data = sys.modules["tensorflow"].data.Dataset
    count = len(values)
    whole = data.from_tensor_slices(values if label_mode is None else (values, _labels(count, label_mode, *names)))
    whole = whole if batch_size is None else whole.batch(batch_size)
    whole.class_names = names[0]
    whole.file_paths = [f"file {number}" for number in range(count)]
    return (whole, whole) if subset == "both" else whole


def _image_folder(
    label_mode: Any = "int",
    color_mode: str = "rgb",
    batch_size: int | None = 32,
    image_size: Sequence[int] = (256, 256),
    labels: Any = "inferred",
    subset: str | None = None,
    directory: Any = "",
    class_names: Any = None,
    **_: Any,
) -> Any:
    images = made_up((2 * (batch_size or 8), *image_size, _channels(color_mode)), "float32", 0, 255)
    names = _class_names(directory, class_names)
    return _folder_data_set(images, None if labels is None else label_mode, batch_size, subset, names)


def _text_folder(
    label_mode: Any = "int",
    batch_size: int | None = 32,
    labels: Any = "inferred",
    subset: str | None = None,
    directory: Any = "",
    class_names: Any = None,
    **_: Any,
) -> Any:
    texts = ["a made-up text", "another one"] * (batch_size or 8)
    names = _class_names(directory, class_names)
    return _folder_data_set(texts, None if labels is None else label_mode, batch_size, subset, names)


def _load_img(original: Any) -> Any:
    made = _filled(_image, original)

    def load_img(path: Any, *args: Any, **kwargs: Any) -> Any:
        there = not isinstance(path, (str, os.PathLike)) or os.path.exists(path)
        return (original if there else made)(path, *args, **kwargs)

    return stand_in(original, load_img)


def _image(color_mode: str = "rgb", target_size: Any = None, **arguments: Any) -> Any:
    if target_size is None:
        raise FileNotFoundError(f"the image {arguments.get('path')}, whose size is not known")
    from PIL import Image  # type: ignore[import-not-found, unused-ignore]

    channels = _channels(color_mode)
    pixels = made_up((*target_size[:2], channels), "uint8", 0, 255)
    return Image.fromarray(pixels[..., 0] if channels == 1 else pixels)


def _generators() -> list[Any]:
    found: list[Any] = []
    for _, members in keras_modules():
        value = members.get("ImageDataGenerator")
        if isinstance(value, type) and value not in found and not is_ours(value.__dict__.get("flow_from_directory")):
            found.append(value)
    return found


def _flow_from_directory(
    self: Any,
    directory: Any,
    target_size: Sequence[int] = (256, 256),
    color_mode: str = "rgb",
    classes: Any = None,
    class_mode: Any = "categorical",
    batch_size: int = 32,
    **_: Any,
) -> Any:
    note(f"images made up for {directory}")
    count = 2 * batch_size
    images = made_up((count, *target_size, _channels(color_mode)), "float32", 0, 255)
    names, known = _class_names(directory, classes)
    labels = _labels(count, "categorical" if class_mode == "categorical" else "sparse", names, known)
    if class_mode == "binary":  # however many there are
        labels = made_up((count,), "float32", 0, len(names) - 1 if known else 0).round()
    labels = images if class_mode == "input" else None if class_mode is None else labels
    flow = self.flow(images, labels, batch_size=batch_size)
    flow.samples = count
    flow.num_classes = len(names)
    flow.class_indices = {name: number for number, name in enumerate(names)}
    flow.classes = made_up((count,), "int32", 0, 1)
    flow.filenames = [f"file {number}" for number in range(count)]
    return flow


# What would touch the disk or the network


def _get_file(original: Any) -> Any:
    def get_file(fname: Any = None, origin: Any = None, *_: Any, **__: Any) -> str:
        return os.path.join(os.getcwd(), "not-downloaded", os.path.basename(str(fname or origin)))

    return stand_in(original, get_file)


def _load_model(original: Any) -> Any:
    def load_model(filepath: Any, *args: Any, **kwargs: Any) -> Any:
        if os.path.exists(str(filepath)):
            return original(filepath, *args, **kwargs)
        raise FileNotFoundError(f"the saved model {os.path.basename(str(filepath))}")

    return stand_in(original, load_model)


_STAND_INS: dict[str, Callable[[Any], Any]] = {
    "get_file": _get_file,
    "load_model": _load_model,
    "plot_model": lambda original: stand_in(original, lambda *_, **__: None),
    "image_dataset_from_directory": functools.partial(_filled, _image_folder),
    "text_dataset_from_directory": functools.partial(_filled, _text_folder),
    "load_img": _load_img,
}
