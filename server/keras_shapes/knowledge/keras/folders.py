"""Folders with one folder a class as data sets and generators read them: their classes, files and labels.

Sources: keras/src/utils/dataset_utils.py (index_directory), keras/src/legacy/preprocessing/image.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim
from ...values.interval import Interval
from ...values.unknown import Unknown
from ..files.folders import read_folders
from ..registry import attribute
from ..run import Run


@dataclass(frozen=True, slots=True)
class Folders:
    """The classes of a data set, and how many files each has; None where that is not known.

    complete: each class certainly has a file.
    """

    classes: tuple[str, ...] | None = None
    counts: tuple[int, ...] | None = None
    complete: bool = False

    @property
    def samples(self) -> Dim:
        return ANY if self.counts is None else sum(self.counts)


def named(classes: Any) -> Folders:
    """The classes that an argument names."""
    known = isinstance(classes, (list, tuple)) and all(isinstance(name, str) for name in classes)
    return Folders(tuple(classes)) if known else Folders()


def folders_in(directory: Any, classes: Any, endings: tuple[str, ...], run: Run, hidden: bool = False) -> Folders:
    """The classes that the folders on the disk are, or `classes` among them.

    hidden: folders whose names begin with a dot are classes too, as generators have it.
    """
    given = named(classes)
    told = run.of_file(directory, read_folders, endings) if classes is None or given.classes is not None else None
    if told is None:
        return given
    found = {name: count for name, count in told.classes.items() if hidden or not name.startswith(".")}
    names = tuple(found) if given.classes is None else given.classes
    if not names or not set(names) <= found.keys():
        return given
    counts = tuple(found[name] for name in names)
    return Folders(names, counts, all(counts))


def labels_of(mode: Any, folders: Folders, batch: bool, binary_axis: bool) -> Array | Unknown | None:
    """Labels as a mode gives them. binary_axis: data sets give (batch, 1) for "binary", generators (batch,)."""
    first: tuple[Dim, ...] = (None,) if batch else ()
    count: Dim = len(folders.classes) if folders.classes is not None else ANY
    bounds = Interval(0, count - 1, folders.complete) if isinstance(count, int) else None
    if mode == "categorical":
        return Array((*first, count), "float32", Interval(0, 1), kind="tensor", one_hot=True)
    if mode == "binary":
        # A generator numbers the folders however many there are; a data set refuses more than two.
        known = Interval(0, 1) if binary_axis else bounds
        return Array((*first, 1) if binary_axis else first, "float32", known, kind="tensor")
    if mode in ("int", "sparse"):
        return Array(first, "int32" if mode == "int" else "float32", bounds, kind="tensor")
    return None if mode is None else Unknown("labels of an unknown mode")


def made_of(items: Any, labels: Any, batch_size: Any, folders: Folders = Folders(), samples: Dim = ANY) -> Dataset:
    """A data set of these elements: so many samples, in batches."""
    count: Dim = samples if batch_size is None else ANY
    if isinstance(samples, int) and isinstance(batch_size, int) and batch_size > 0:
        count = -(-samples // batch_size)
    element = items if labels is None else (items, labels)
    return Dataset(element, count, 0 if batch_size is None else 1, classes=folders.classes, samples=samples)


def dataset_of_directory(
    items: Array, directory: Any, labels: Any, label_mode: Any, class_names: Any, batch_size: Any, split: Any,
    subset: Any, endings: tuple[str, ...], run: Run,
) -> Any:  # fmt: skip
    """A data set of a folder's files; two of them where both parts of a split are asked for."""
    inferred = labels == "inferred"
    folders = folders_in(directory, class_names, endings, run) if inferred else named(class_names)
    if split is not None:
        # Which files are in a part is drawn: a class may have none in it.
        folders = replace(folders, complete=False)
    target = None if labels is None else labels_of(label_mode, folders, batch_size is not None, True)
    held, rest = _split(folders.samples, split)
    if subset == "both":
        return tuple(made_of(items, target, batch_size, folders, samples) for samples in (rest, held))
    return made_of(items, target, batch_size, folders, held if subset == "validation" else rest)


def _split(samples: Dim, split: Any) -> tuple[Dim, Dim]:
    """How many samples are held for validation, and the rest."""
    if split is None:
        return 0, samples
    if not isinstance(samples, int) or not isinstance(split, float):
        return ANY, ANY
    held = int(split * samples)
    return held, samples - held


def part_of(folders: Folders, split: Any, subset: Any) -> Folders:
    """What a generator takes of each class, which it splits by itself, in the order of its files."""
    if subset is None:
        return folders
    if folders.counts is None or not isinstance(split, float):
        return Folders(folders.classes)
    held = [int(split * count) for count in folders.counts]
    counts = tuple(h if subset == "validation" else c - h for h, c in zip(held, folders.counts))
    return Folders(folders.classes, counts, all(counts))


@attribute("tensorflow.data.Dataset.class_names")
def class_names(self: Any) -> Any:
    return Unknown("what is in the folder") if self.classes is None else list(self.classes)


@attribute("tensorflow.data.Dataset.class_indices")
def class_indices(self: Any) -> Any:
    return Unknown("what is in the folder") if self.classes is None else {n: i for i, n in enumerate(self.classes)}


@attribute("tensorflow.data.Dataset.num_classes")
def num_classes(self: Any) -> Any:
    return Unknown("what is in the folder") if self.classes is None else len(self.classes)


@attribute("tensorflow.data.Dataset.samples", "tensorflow.data.Dataset.n")
def samples_of(self: Any) -> Any:
    return Unknown("how many files are in the folder") if self.samples is ANY else self.samples


@attribute("tensorflow.data.Dataset.classes", "tensorflow.data.Dataset.labels")
def numbers_of(self: Any) -> Any:
    """One number for each file of a generator."""
    return Array((self.samples,), "int32", Interval(0, len(self.classes) - 1, False) if self.classes else None)
