"""Data sets and generators made of files and arrays: keras/src/utils/*_dataset*.py, keras/src/legacy/preprocessing/."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim, as_dim, same
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_array
from ..registry import function
from ..run import Run
from .folders import dataset_of_directory, folders_in, labels_of, made_of, named, part_of
from .utils import CHANNELS

_GENERATOR = "keras.preprocessing.image.ImageDataGenerator"


def _images(size: Any, color_mode: Any, batch: bool, interval: Interval | None) -> Array:
    height, width = size if isinstance(size, (tuple, list)) and len(size) == 2 else (ANY, ANY)
    channels = CHANNELS.get(color_mode, ANY) if isinstance(color_mode, str) else ANY
    shape: tuple[Dim, ...] = (as_dim(height), as_dim(width), channels)
    return Array((None, *shape) if batch else shape, "float32", interval, kind="tensor")


_DATASET_ENDINGS = (".bmp", ".gif", ".jpeg", ".jpg", ".png")


@function("keras.utils.image_dataset_from_directory", "keras.preprocessing.image_dataset_from_directory")
def image_dataset_from_directory(
    directory: Any, labels: Any = "inferred", label_mode: Any = "int", class_names: Any = None, color_mode: Any = "rgb",
    batch_size: Any = 32, image_size: Any = (256, 256), shuffle: Any = True, seed: Any = None,
    validation_split: Any = None, subset: Any = None, interpolation: Any = "bilinear", follow_links: Any = False,
    crop_to_aspect_ratio: Any = False, pad_to_aspect_ratio: Any = False, data_format: Any = None, format: Any = "tf",
    verbose: Any = True, *, run: Run,
) -> Any:  # fmt: skip
    """keras/src/utils/image_dataset_utils.py"""
    images = _images(image_size, color_mode, batch_size is not None, Interval(0, 255))
    if data_format == "channels_first" and images.shape is not None:
        *lead, height, width, channels = images.shape
        images = images.like(shape=(*lead, channels, height, width))
    elif data_format not in (None, "channels_last"):
        images = images.unranked()
    return dataset_of_directory(
        images, directory, labels, label_mode, class_names, batch_size, validation_split, subset, _DATASET_ENDINGS, run
    )


@function("keras.utils.timeseries_dataset_from_array", "keras.preprocessing.timeseries_dataset_from_array")
def timeseries_dataset_from_array(
    data: Any, targets: Any, sequence_length: Any, sequence_stride: Any = 1, sampling_rate: Any = 1,
    batch_size: Any = 128, shuffle: Any = False, seed: Any = None, start_index: Any = None, end_index: Any = None,
    format: Any = "tf",
) -> Any:  # fmt: skip
    """keras/src/utils/timeseries_dataset_utils.py"""
    array = as_array(data)
    rest = array.shape[1:] if isinstance(array, Array) and array.shape else None
    dtype = array.dtype if isinstance(array, Array) else ""
    batch = () if batch_size is None else (None,)
    # How many steps there are is not in the graph: TensorFlow gathers them by a range.
    x = Array(None if rest is None else (*batch, None, *rest), dtype, kind="tensor")
    batched = 0 if batch_size is None else 1
    if targets is None:
        return Dataset(x, ANY, batched)
    labels = as_array(targets)
    y = Array(None, kind="tensor")
    if isinstance(labels, Array) and labels.shape:
        y = Array((*batch, *labels.shape[1:]), labels.dtype, kind="tensor")
    return Dataset((x, y), ANY, batched)


@function(_GENERATOR)
def image_data_generator(*_: Any, **options: Any) -> Object:
    return Object(_GENERATOR, options)


def _scaled(generator: Any) -> Interval | None:
    """The range of pixels after `rescale=`; other preparations make it unknown."""
    options = generator.arguments
    if (
        options.get("preprocessing_function") is not None
        or options.get("samplewise_center")
        or options.get("featurewise_center")
    ):
        return None
    factor = options.get("rescale")
    if factor is None:
        return Interval(0, 255)
    return Interval(0, 255).affine(factor, 0) if isinstance(factor, (int, float)) else None


_GENERATOR_ENDINGS = ("png", "jpg", "jpeg", "bmp", "ppm", "tif", "tiff")


@function(_GENERATOR + ".flow_from_directory")
def flow_from_directory(
    self: Any, directory: Any, target_size: Any = (256, 256), color_mode: Any = "rgb", classes: Any = None,
    class_mode: Any = "categorical", batch_size: Any = 32, shuffle: Any = True, seed: Any = None,
    save_to_dir: Any = None, save_prefix: Any = "", save_format: Any = "png", follow_links: Any = False,
    subset: Any = None, *_: Any, run: Run, **__: Any,
) -> Any:  # fmt: skip
    images = _images(target_size, color_mode, True, _scaled(self))
    folders = folders_in(directory, classes or None, _GENERATOR_ENDINGS, run, hidden=True)
    folders = part_of(folders, self.arguments.get("validation_split"), subset)
    labels = images if class_mode == "input" else labels_of(class_mode, folders, True, False)
    return made_of(images, labels, batch_size, folders, folders.samples)


@function(_GENERATOR + ".flow_from_dataframe")
def flow_from_dataframe(
    self: Any, dataframe: Any, directory: Any = None, x_col: Any = "filename", y_col: Any = "class",
    weight_col: Any = None, target_size: Any = (256, 256), color_mode: Any = "rgb", classes: Any = None,
    class_mode: Any = "categorical", *_: Any, **__: Any,
) -> Any:  # fmt: skip
    images = _images(target_size, color_mode, True, _scaled(self))
    if class_mode == "input":
        return made_of(images, images, ANY)
    if class_mode in ("raw", "multi_output"):
        return made_of(images, _cells_of(y_col) if class_mode == "raw" else Unknown("labels of a table"), ANY)
    return made_of(images, labels_of(class_mode, named(classes), True, False), ANY, named(classes))


def _cells_of(names: Any) -> Array | Unknown:
    """A batch of the cells of one column or of several."""
    if not isinstance(names, (str, list, tuple)):
        return Unknown("labels of a table")
    return Array((None,) if isinstance(names, str) else (None, len(names)), kind="tensor")


@function(_GENERATOR + ".flow")
def flow(self: Any, x: Any, y: Any = None, *_: Any, **__: Any) -> Any:
    images, labels = as_array(x), None if y is None else as_array(y)
    scaled = _scaled(self)
    kept = scaled is not None and self.arguments.get("rescale") is None
    if isinstance(x, (tuple, list)) or not isinstance(images, Array) or not images.shape:
        return Unknown("a generator of unknown data")
    _require_images(images)
    if isinstance(labels, Array) and labels.shape and same(labels.shape[0], images.shape[0]) is False:
        raise Mismatch("sample-count", images.shape[0], labels.shape[0], arrays=(images, labels),
                       first=("x", None), second=("y", None), argument="y")  # fmt: skip
    batch = Array((None, *images.shape[1:]), "float32", images.interval if kept else None, kind="numpy")
    if labels is None:
        return Dataset(batch, ANY, 1)
    if isinstance(labels, Unknown) or not labels.shape:
        return Dataset((batch, Unknown("labels")), ANY, 1)
    return Dataset((batch, labels.like(shape=(None, *labels.shape[1:]), content=None)), ANY, 1)


@function(_GENERATOR + ".fit")
def fit(self: Any, x: Any, *_: Any, **__: Any) -> None:
    """Takes means and deviations of the data; shapes stay."""
    images = as_array(x)
    if isinstance(images, Array):
        _require_images(images)


def _require_images(x: Array) -> None:
    """Raises Mismatch("array-shapes") for anything but many pictures with a channel axis."""
    if x.shape is not None and len(x.shape) != 4:
        raise Mismatch("array-shapes", 4, x.shape, operation="ImageDataGenerator", pictures=True, argument="x")
