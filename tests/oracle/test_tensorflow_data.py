"""Chains of tf.data's steps: what TensorFlow says of the elements, and what they really are, against our word."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from keras_shapes.values.array import Array
from keras_shapes.values.dataset import Dataset

from .harness import AGREED, DISAGREED, UNKNOWN, dtype_of, worst

pytestmark = pytest.mark.keras

_HEAD = """\
import numpy as np
import tensorflow as tf

x = np.zeros((20, 6, 4), "float32")
y = np.arange(20) % 5


def generate():
    for i in range(7):
        yield np.zeros((i + 1, 3), "float32"), i


"""
_SOURCES = (
    "tf.data.Dataset.from_tensor_slices((x, y))",
    "tf.data.Dataset.from_tensor_slices(x)",
    "tf.data.Dataset.from_tensor_slices({'a': x, 'b': y})",
    "tf.data.Dataset.from_tensor_slices(({'a': x, 'b': y}, y))",
    "tf.data.Dataset.from_tensor_slices([1, 2, 3, 4, 5, 6, 7])",
    "tf.data.Dataset.from_tensor_slices([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])",
    "tf.data.Dataset.from_tensor_slices([x, x])",
    "tf.data.Dataset.from_tensors((x, y))",
    "tf.data.Dataset.range(10)",
    "tf.data.Dataset.range(2, 17, 4)",
    "tf.data.Dataset.zip((tf.data.Dataset.from_tensor_slices(x), tf.data.Dataset.range(9)))",
    "tf.data.Dataset.zip(tf.data.Dataset.range(4), tf.data.Dataset.range(9))",
    "tf.data.Dataset.from_generator(generate, output_types=(tf.float32, tf.int32))",
    "tf.data.Dataset.from_generator(generate, (tf.float32, tf.int64), ([None, 3], []))",
    "tf.data.Dataset.from_generator(generate, (tf.float32, tf.int64), (tf.TensorShape([None, 3]), tf.TensorShape([])))",
    "tf.data.Dataset.from_generator(generate, output_signature=(tf.TensorSpec((None, 3), tf.float32), tf.TensorSpec(shape=(), dtype=tf.int32)))",
    "tf.data.Dataset.sample_from_datasets([tf.data.Dataset.range(3), tf.data.Dataset.range(5)])",
)
_STEPS = (
    ".batch({n})",
    ".batch({n}, drop_remainder=True)",
    ".batch({n}, True)",
    ".unbatch()",
    ".shuffle(10)",
    ".repeat(2)",
    ".repeat()",
    ".take({n})",
    ".take(-1)",
    ".skip({n})",
    ".prefetch(tf.data.AUTOTUNE)",
    ".cache()",
    ".shard(3, 1)",
    ".enumerate()",
    ".padded_batch({n})",
    ".padded_batch({n}, drop_remainder=True)",
    ".window({n})",
    ".window({n}, shift=1, drop_remainder=True)",
    ".window({n}, 1, 2, True).flat_map(lambda w: w.batch({n}, drop_remainder=True))",
    ".window({n}, drop_remainder=True).flat_map(lambda w: w.batch({n}))",
    ".map(lambda a: (a, a))",
    ".map(lambda a: {{'x': a, 'y': a}})",
    ".map(lambda a: [a, a])",
    ".map(lambda a: tf.cast(a, tf.float32) / 2.0)",
    ".map(lambda a, b: a)",
    ".map(lambda a, b: (b, a))",
    ".map(lambda a, b: ((a, b), b))",
    ".map(lambda a, b: (tf.expand_dims(a, -1), tf.one_hot(tf.cast(b, tf.int32), 5)), num_parallel_calls=tf.data.AUTOTUNE)",
    ".map(lambda d: d['a'])",
    ".map(lambda d, y: (d['b'], y))",
    ".map(lambda a: tf.py_function(lambda v: v, [a], tf.float32))",
    ".map(lambda a: tf.ensure_shape(tf.py_function(lambda v: v, [a], a.dtype), a.shape))",
    ".filter(lambda *a: True)",
    ".concatenate(data)",
    ".interleave(lambda a: tf.data.Dataset.from_tensors(a).repeat(2), cycle_length=2)",
    ".interleave(lambda a, b: tf.data.Dataset.from_tensors((b, a)).repeat(2))",
    ".flat_map(lambda a: tf.data.Dataset.from_tensor_slices(a))",
    ".apply(lambda d: d.batch({n}))",
    ".take_while(lambda *a: True)",
    ".rebatch({n})",
    ".rebatch({n}, drop_remainder=True)",
    ".ignore_errors()",
    ".scan(0, lambda s, *a: (s, a[0]))",
    ".ragged_batch({n})",
    ".with_options(tf.data.Options())",
)


def _program(random: Random) -> tuple[str, Any]:
    """A program of which each statement runs, and the data set that it makes."""
    import tensorflow as tf

    names: dict[str, Any] = {}
    exec(_HEAD, names)
    lines = [f"data = {random.choice(_SOURCES)}"]
    exec(lines[0], names)
    wanted = random.randint(1, 4)
    for _ in range(40):
        if len(lines) > wanted:
            break
        line = f"data = data{random.choice(_STEPS).format(n=random.randint(1, 4))}"
        trial = dict(names)
        try:
            exec(line, trial)
            list(trial["data"].take(2))
        except Exception:
            continue
        assert isinstance(trial["data"], tf.data.Dataset)
        names["data"] = trial["data"]
        lines.append(line)
    return "\n".join(lines) + "\n", names["data"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(3))
def test_elements_as_tensorflow_has_them(seed: int) -> None:
    known = 0
    for i in range(30):
        text, real = _program(Random(f"{seed}:{i}"))
        analysis = analyse(Document.of_text("a.py", _HEAD + text))
        told = analysis.evaluation.state["data"]
        assert not analysis.diagnostics, text
        assert isinstance(told, Dataset), text
        outcome = worst([_compare(real.element_spec, told.element), *(_holds(e, told.element) for e in real.take(3))])
        assert outcome != DISAGREED, f"{text}\n{real.element_spec}\ntold {told.element}"
        count = int(real.cardinality())
        # -1: for ever, -2: nobody knows; where we know more, going through it tells.
        if isinstance(told.cardinality, int):
            assert told.cardinality == (count if count >= 0 else sum(1 for _ in real)), (text, count)
        elif told.cardinality is None:
            # An endless repetition of nothing ends.
            assert count in (-1, 0), text
        known += outcome == AGREED
    assert known >= 10


def _compare(real: Any, told: Any) -> str:
    """A specification against an element of ours: sizes of None are None."""
    import tensorflow as tf

    if isinstance(told, (Dataset, Array)) is False and not isinstance(told, (dict, tuple)):
        return UNKNOWN
    if isinstance(real, tf.data.DatasetSpec):
        return _compare(real.element_spec, told.element) if isinstance(told, Dataset) else DISAGREED
    if isinstance(real, dict):
        if not isinstance(told, dict) or set(told) != set(real):
            return DISAGREED
        return worst(_compare(real[k], told[k]) for k in real)
    if isinstance(real, (tuple, list)):
        if not isinstance(told, tuple) or len(told) != len(real):
            return DISAGREED
        return worst(map(_compare, real, told))
    if not isinstance(told, Array):
        return DISAGREED
    if told.dtype and told.dtype != dtype_of(real):
        return DISAGREED
    if told.shape is None or isinstance(real, tf.RaggedTensorSpec) or real.shape.rank is None:
        return UNKNOWN
    if len(told.shape) != real.shape.rank:
        return DISAGREED
    pairs = list(zip(real.shape.as_list(), told.shape))
    # What it is for TensorFlow's graph may be less than what the elements are.
    if any(isinstance(r, int) and isinstance(o, int) and r != o for r, o in pairs):
        return DISAGREED
    return AGREED if all(r == o or (r is None and isinstance(o, int)) for r, o in pairs) else UNKNOWN


def _holds(real: Any, told: Any) -> str:
    """An element itself: sizes that we name are its own."""
    if isinstance(told, Dataset):
        return worst(_holds(inner, told.element) for inner in real.take(2)) if hasattr(real, "take") else AGREED
    if isinstance(told, dict):
        return worst(_holds(real[k], told[k]) for k in told)
    if isinstance(told, tuple):
        return worst(_holds(r, t) for r, t in zip(real, told))
    if not isinstance(told, Array) or told.shape is None or not hasattr(real, "shape"):
        return AGREED
    shape = real.shape.as_list()
    fits = len(shape) == len(told.shape) and all(r == o for r, o in zip(shape, told.shape) if type(o) is int)
    return AGREED if fits or None in shape else DISAGREED
