"""keras.preprocessing of old that people still use: windows, hashed words; data sets of texts and sounds.

Sources: keras/src/legacy/preprocessing/, keras/src/utils/text_dataset_utils.py and audio_dataset_utils.py.
"""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dataset import Dataset
from ...values.dim import ANY, Dim, same
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.reference import Many
from ...values.unknown import Unknown
from ..arguments import as_int
from ..coercion import as_array
from ..registry import function
from ..run import Run
from .folders import dataset_of_directory
from .tokenizer import FILTERS


@function("keras.preprocessing.text.text_to_word_sequence")
def text_to_word_sequence(input_text: Any, filters: Any = FILTERS, lower: Any = True, split: Any = " ") -> Many:
    return Many("words", element=Unknown("a word"), length=ANY)


@function("keras.preprocessing.text.one_hot")
def one_hot(
    input_text: Any, n: Any, filters: Any = FILTERS, lower: Any = True, split: Any = " ", analyzer: Any = None
) -> Many:
    """A number from 1 to below n for each word: a hash, in spite of its name."""
    words = as_int(n)
    bounds = Interval(1, words - 1, False) if words is not None and words > 1 else None
    return Many("word numbers", element=Array((), "int64", bounds), length=ANY)


@function("keras.preprocessing.sequence.TimeseriesGenerator")
def timeseries_generator(
    data: Any, targets: Any, length: Any, sampling_rate: Any = 1, stride: Any = 1, start_index: Any = 0,
    end_index: Any = None, shuffle: Any = False, reverse: Any = False, batch_size: Any = 128, **_: Any,
) -> Any:  # fmt: skip
    """Batches of windows of `length` steps (every `sampling_rate`th), each with the target that follows."""
    series, labels = as_array(data), as_array(targets)
    if not isinstance(series, Array) or not isinstance(labels, Array) or not series.shape or not labels.shape:
        return Unknown("windows of unknown data")
    if same(series.shape[0], labels.shape[0]) is False:
        raise Mismatch("sample-count", series.shape[0], labels.shape[0], arrays=(series, labels),
                       first=("data", None), second=("targets", None), argument="targets")  # fmt: skip
    steps = as_int(length)
    rate = as_int(sampling_rate)
    window: Dim = ANY if steps is None or rate is None or rate < 1 else -(-steps // rate)
    x = Array((None, window, *series.shape[1:]), series.dtype)
    y = Array((None, *labels.shape[1:]), labels.dtype)
    counts = [as_int(v) for v in (series.shape[0], start_index, stride, batch_size)]
    if steps is None or end_index is not None or None in counts:
        return Dataset((x, y), ANY, 1)
    total, start, stride_, batch = (c or 0 for c in counts)
    if start + steps > total - 1:
        raise Mismatch("array-shapes", total, steps, operation="TimeseriesGenerator")
    return Dataset((x, y), (total - 1 - start - steps + batch * stride_) // (batch * stride_), 1)


@function("keras.utils.text_dataset_from_directory", "keras.preprocessing.text_dataset_from_directory")
def text_dataset_from_directory(
    directory: Any, labels: Any = "inferred", label_mode: Any = "int", class_names: Any = None, batch_size: Any = 32,
    max_length: Any = None, shuffle: Any = True, seed: Any = None, validation_split: Any = None, subset: Any = None,
    follow_links: Any = False, format: Any = "tf", verbose: Any = True, *, run: Run,
) -> Any:  # fmt: skip
    texts = Array(() if batch_size is None else (None,), "str", kind="tensor")
    return dataset_of_directory(
        texts, directory, labels, label_mode, class_names, batch_size, validation_split, subset, (".txt",), run
    )


@function("keras.utils.audio_dataset_from_directory")
def audio_dataset_from_directory(
    directory: Any, labels: Any = "inferred", label_mode: Any = "int", class_names: Any = None, batch_size: Any = 32,
    sampling_rate: Any = None, output_sequence_length: Any = None, ragged: Any = False, shuffle: Any = True,
    seed: Any = None, validation_split: Any = None, subset: Any = None, follow_links: Any = False, verbose: Any = True,
    *, run: Run,
) -> Any:  # fmt: skip
    """(batch, samples, channels): as many samples as asked for."""
    samples = as_int(output_sequence_length)
    sounds = Array((samples, None) if batch_size is None else (None, samples, None), "float32", kind="tensor")
    return dataset_of_directory(
        sounds, directory, labels, label_mode, class_names, batch_size, validation_split, subset, (".wav",), run
    )
