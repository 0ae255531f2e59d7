"""keras.utils: labels to rows, sequences to arrays, pictures to arrays. Source: keras/src/utils/."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import broadcast, normalize_axis
from ...values.array import Array, Shape
from ...values.axes import expand, reduce
from ...values.dim import ANY, Dim
from ...values.interval import Interval, hull
from ...values.mismatch import Mismatch
from ...values.reference import Many, Object
from ...values.unknown import Unknown
from ..arguments import as_int, as_number, as_size, plain
from ..coercion import PICTURE, as_array
from ..files.images import read_picture
from ..numpy.intervals import cast, within
from ..registry import function
from ..run import Run

_MANY = 1000


@function("keras.utils.to_categorical")
def to_categorical(x: Array, num_classes: Any = None, dtype: Any = None) -> Array:
    """keras/src/utils/numerical_utils.py: one row of zeros and a one for each label."""
    classes = plain(num_classes)
    count: Dim = _classes_of(x) if not classes and classes is not False else as_size(classes)
    if x.kind != "tensor":
        _check_labels(x, count)
    element = ("float32" if x.kind == "tensor" else "float64") if dtype is None else dtypes.as_dtype(dtype)
    kind = "tensor" if x.kind == "tensor" else "numpy"
    return Array(_rows(x, count), element, Interval(0, 1, True), kind=kind, one_hot=True)


def _classes_of(x: Array) -> Dim:
    """The largest label + 1, where it is known that it occurs."""
    labels = cast(x.interval, x.dtype, "int64") if x.interval else None
    attained = x.interval is not None and x.interval.attained and not dtypes.is_float(x.dtype)
    return int(labels.high) + 1 if labels is not None and attained else ANY


def _check_labels(x: Array, classes: Dim) -> None:
    labels = x.interval
    if labels is None or not labels.attained or not isinstance(classes, int) or dtypes.is_float(x.dtype):
        return
    if labels.high >= classes or labels.low < -classes:
        found = labels.high if labels.high >= classes else labels.low
        made = Array(_rows(x, classes), "float64", Interval(0, 1), one_hot=True)
        raise Mismatch("label-range", classes, found, interval=labels, array=x, result=made)


def _rows(x: Array, classes: Dim) -> Shape | None:
    if x.shape is None:
        return None
    return (*(x.shape[:-1] if len(x.shape) > 1 and x.shape[-1] == 1 else x.shape), classes)


@function("keras.utils.normalize")
def normalize(x: Array, axis: Any = -1, order: Any = 2) -> Array:
    """keras/src/utils/numerical_utils.py: each row divided by its length."""
    along, norm = as_int(axis), as_number(order)
    element = "float64" if dtypes.kind(x.dtype) in ("b", "i", "u") else x.dtype
    bounds = None
    if norm is not None and norm >= 1:
        bounds = Interval(0 if x.interval is not None and x.interval.low >= 0 else -1, 1, False)
    if x.shape is None or along is None:
        return Array(x.shape if along is None else None, element, bounds, kind=x.kind)
    if x.kind != "numpy":
        normalize_axis(along, len(x.shape))
        return Array(x.shape, element, bounds, kind=x.kind)
    # Keras puts the axis back at the end where it was 0, and makes a vector of a lone length:
    # a row is then divided by another's.
    bounds = bounds if along not in (0, -len(x.shape)) or len(x.shape) == 1 else None
    lengths = expand(reduce(x.shape, (along,), keepdims=False) or (1,), (along or -1,))
    return Array(broadcast(x.shape, lengths), element, bounds)


@function("keras.utils.pad_sequences", "keras.preprocessing.sequence.pad_sequences")
def pad_sequences(
    sequences: Any, maxlen: Any = None, dtype: Any = "int32", padding: Any = "pre", truncating: Any = "pre",
    value: Any = 0.0,
) -> Array:  # fmt: skip
    """keras/src/utils/sequence_utils.py: (samples, longest or maxlen, …)."""
    count, length, rest, elements = _measured(sequences)
    steps = length if plain(maxlen) is None else as_size(maxlen)
    element = dtypes.as_dtype(dtype)
    number = as_number(value)
    bounds = None
    if number is not None and elements is not None:
        # Among many sequences some are shorter than the rest, and none of the numbers is cut off everywhere.
        many = isinstance(count, int) and count >= _MANY
        bounds = Interval(min(elements.low, number), max(elements.high, number), elements.attained and many)
        if isinstance(steps, int) and _all_known(sequences, steps):
            padded = any(len(s) < steps for s in sequences)
            bounds = hull(elements, Interval(number, number)) if padded else elements
    bounds = cast(bounds, "int64" if element.startswith("int") else element, element)
    return Array(None if rest is None else (count, steps, *rest), element, bounds)


def _all_known(sequences: Any, steps: int) -> bool:
    """Whether each number of each sequence is known, and none is cut off."""
    return isinstance(sequences, (list, tuple)) and all(
        isinstance(s, (list, tuple)) and len(s) <= steps and all(isinstance(n, (int, float)) for n in s)
        for s in sequences
    )


def _measured(sequences: Any) -> tuple[Dim, Dim, Shape | None, Interval | None]:
    """How many sequences, the longest one's length, what each step holds, and the bounds of the numbers."""
    if isinstance(sequences, Array):
        shape = sequences.shape
        if shape is None or not shape:
            return ANY, ANY, None if shape is None else (), within(sequences.interval)
        if len(shape) == 1:
            if dtypes.kind(sequences.dtype):
                raise Mismatch("array-shapes", 2, shape, operation="pad_sequences")
            return shape[0], ANY, (), sequences.interval
        return shape[0], shape[1], shape[2:], sequences.interval
    if isinstance(sequences, (list, tuple)):
        return _measured_list(sequences)
    if isinstance(sequences, Many):
        _, length, rest, bounds = _measured_list([sequences.element])
        return sequences.length, length, rest, within(bounds)
    return ANY, ANY, (), None


def _measured_list(sequences: Sequence[Any]) -> tuple[Dim, Dim, Shape | None, Interval | None]:
    parts = [as_array(s) for s in sequences]
    if any(isinstance(p, Array) and p.shape == () and dtypes.kind(p.dtype) in ("b", "i", "u", "f") for p in parts):
        raise Mismatch("array-shapes", 2, (len(parts),), operation="pad_sequences")
    lengths = [p.shape[0] if isinstance(p, Array) and p.shape else ANY for p in parts]
    numbers = [n for n in lengths if isinstance(n, int)]
    longest = max(numbers) if numbers and len(numbers) == len(lengths) else ANY
    first = next((p for p in parts if isinstance(p, Array) and p.shape and p.shape[0] != 0), None)
    bounds = first.interval if first is not None else None
    for p in parts:
        if not (isinstance(p, Array) and p.shape == (0,)):
            bounds = hull(bounds, p.interval if isinstance(p, Array) else None)
    known = all(isinstance(p, Array) for p in parts)
    rest = first.shape[1:] if first is not None and first.shape else () if known else None
    return len(parts), longest, rest, bounds


CHANNELS = {"rgb": 3, "rgba": 4, "grayscale": 1}
"""How many a picture has, by its color_mode."""


@function("keras.utils.load_img", "keras.preprocessing.image.load_img")
def load_img(
    path: Any, color_mode: Any = "rgb", target_size: Any = None, interpolation: Any = "nearest",
    keep_aspect_ratio: Any = False, *, run: Run,
) -> Object:  # fmt: skip
    """keras/src/utils/image_utils.py: a picture of Pillow's, of this size (height, width)."""
    size: Any = (ANY, ANY)
    if target_size is None and (told := run.of_file(path, read_picture)) is not None:
        size = (told.height, told.width)
    if isinstance(target_size, (list, tuple)) and len(target_size) == 2:
        size = target_size
    return Object(PICTURE, {"size": tuple(size), "channels": CHANNELS.get(color_mode, ANY)})


@function("keras.utils.img_to_array", "keras.preprocessing.image.img_to_array")
def img_to_array(img: Any, data_format: Any = None, dtype: Any = None) -> Array:
    """keras/src/utils/image_utils.py: (height, width, channels), or channels first; floats of 0 to 255."""
    element = "float32" if dtype is None else dtypes.as_dtype(dtype)
    shape, bounds = _picture(img)
    if shape is not None and len(shape) == 2:
        shape = (*shape, 1)
    if shape is not None and len(shape) != 3:
        raise Mismatch("array-shapes", 3, shape, operation="img_to_array")
    if data_format == "channels_first" and shape is not None:
        shape = (shape[2], shape[0], shape[1])
    bounds = cast(bounds, "float32" if bounds is None or isinstance(bounds.low, float) else "int64", element)
    return Array(shape if data_format is None or isinstance(data_format, str) else (ANY,) * 3, element, bounds)


def _picture(img: Any) -> tuple[Shape | None, Interval | None]:
    if isinstance(img, Object) and img.cls == PICTURE:
        height, width = (as_size(s) for s in img.arguments["size"])
        return (height, width, img.arguments["channels"]), Interval(0, 255, True)
    if isinstance(img, Array):
        return img.shape, img.interval
    return (ANY, ANY, ANY), None


@function("keras.utils.array_to_img", "keras.preprocessing.image.array_to_img")
def array_to_img(x: Array, data_format: Any = None, scale: Any = True, dtype: Any = None) -> Object:
    """keras/src/utils/image_utils.py. Raises Mismatch for another rank than 3."""
    shape = x.require_rank(3, "array-shapes")
    if data_format == "channels_first":
        shape = (shape[1], shape[2], shape[0])
    if isinstance(shape[2], int) and shape[2] not in (1, 3, 4):
        raise Mismatch("array-shapes", "1, 3 or 4 channels", x.shape, operation="array_to_img")
    return Object(PICTURE, {"size": shape[:2], "channels": shape[2]})


@function("keras.utils.get_file")
def get_file(fname: Any = None, origin: Any = None, *_: Any, **__: Any) -> Unknown:
    return Unknown("the path of a downloaded file")


@function("keras.utils.save_img")
def save_img(path: Any, x: Any, *_: Any, run: Run, **__: Any) -> None:
    run.wrote(path)


@function("keras.utils.set_random_seed", "keras.utils.plot_model")
def nothing(*_: Any, **__: Any) -> None:
    return None
