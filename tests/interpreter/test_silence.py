"""What cannot be known is not spoken of: programs at which an earlier form of the engine cried wolf."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PROGRAMS = {
    "a list that a function given away may fill": """\
import numpy as np
import framework


def gradients(model):
    found = []

    def hook(gradient):
        found.append(gradient)

    model.register(hook)
    return np.swapaxes(np.array(found), 0, 1)
""",
    "as many arguments as the caller likes": """\
import numpy as np


def joined(*parts, **options):
    return np.concatenate(parts, axis=1)
""",
    "a test that wants the error": """\
import numpy as np
import pytest
import keras

model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(4)])
with pytest.raises(ValueError):
    model.predict(np.zeros((100, 10)))
""",
    "an error that is caught by its name": """\
import numpy as np
import keras

model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(4)])
try:
    model.predict(np.zeros((100, 10)))
except ValueError as error:
    print("as expected:", error)
""",
    "places that take whole sequences": """\
import numpy as np

records = np.zeros(10, dtype="f8,i4,S5")
records[5] = (0.5, 10, "abcde")
objects = np.empty(3, dtype=object)
objects[0] = [1, 2, 3]
""",
    "what a text that is executed changes": """\
import numpy as np
import keras

x = np.random.rand(100, 10)
model = keras.Sequential([keras.Input((5, 20)), keras.layers.LSTM(3)])
exec("x.shape = (10, 5, 20)")
model.predict(x)
""",
    "two ways that go together": """\
import numpy as np
import keras

deep = input() == "deep"
model = keras.Sequential([keras.Input((8, 3) if deep else (24,)), keras.layers.Dense(1)])
x = np.zeros((10, 8, 3)) if deep else np.zeros((10, 24))
model.predict(x)
""",
    "graph inputs nested as the model nests them": """\
import numpy as np
import keras

a, b = keras.Input((4,)), keras.Input((4,))
model = keras.Model([a, b], keras.layers.Add()([a, b]))
model.predict([[np.zeros((2, 4))], np.zeros((2, 4))])
""",
    "tables are aligned by their labels": """\
import pandas as pd

table = pd.DataFrame({"height": [1.5, 2.6], "weight": [500, 800]})
other = pd.DataFrame({"height": [0.5, 0.6, 0.7]})
total = table + other
""",
    "a row's label beyond the number of rows": """\
import pandas as pd

table = pd.DataFrame([[0, 2], [0, 4], [10, 20]], index=[4, 5, 6], columns=["A", "B"])
row = table.loc[5]
first = table.loc[1, ..., ...]
""",
    "patches of volumes": """\
import numpy as np
import keras

patches = keras.ops.image.extract_patches(np.zeros((2, 10, 10, 10, 3), dtype="float32"), (3, 3, 3))
""",
    "a list of tensors, as long as a parameter says": """\
import keras


def build(count):
    inputs, branches = [], []
    for _ in range(count):
        inputs.append(keras.Input((5,)))
        branches.append(keras.layers.Dense(3)(inputs[-1]))
    x = keras.layers.Concatenate()(branches) if count > 1 else branches[0]
    return keras.Model(inputs, keras.layers.add([x, keras.layers.average(branches)]))
""",
    "a part of a list, as long as a parameter says": """\
import numpy as np


def shadows(count):
    members = []
    for _ in range(count):
        members.append(np.zeros(60))
    for i in range(count):
        others = np.array(members[:i] + members[i + 1 :])
        first = others[:, 1]
""",
    "a list of which nobody knows how often it was extended": """\
import numpy as np


def rows(count, more):
    found = []
    for _ in range(count):
        found.append(np.zeros(4))
    found.extend(more)
    return np.array(found)[:, 0] + np.zeros(count)
""",
    "an attribute that a method sets anew each time": """\
import numpy as np


class Stream:
    def __init__(self, reference):
        self.reference = reference
        self.reset()

    def reset(self):
        self.step = 0
        self.seen = np.array([])

    def update(self, x):
        self.step += 1
        if self.step == 1:
            self.seen = (x >= self.reference)[:, None, :]
        else:
            self.seen = np.concatenate([self.seen[:, -3:, :], (x >= self.reference)[:, None, :]], 1)
""",
    "a text's method on what nobody knows": """\
import numpy as np


def frequency(name):
    name = str.upper(name)
    return 0 if name.endswith("H") else 1
""",
    "sizes of the graph inside a layer": """\
import keras
from keras import layers, ops


class Tokens(layers.Layer):
    def build(self, input_shape):
        self.first = self.add_weight(shape=(1, 1, 8))
        self.positions = layers.Embedding(100, 8)

    def call(self, x):
        batch, steps = ops.shape(x)[0], ops.shape(x)[1]
        x = x + self.positions(ops.arange(0, steps))
        return ops.concatenate([ops.tile(self.first, (batch, 1, 1)), x], axis=1)


x = layers.Dense(3)(Tokens()(keras.Input((None, 8))))
""",
    "what is done to models that are not built": """\
import keras

a, b = keras.Input((4,)), keras.Input((4,))
model = keras.Model([a, b], keras.layers.Add()([a, b]))
if not model.built:
    model(keras.ops.zeros((1, 4)))
""",
    "which of the inputs is it": """\
import keras

a, b = keras.Input((2,)), keras.Input((2, 3))
model = keras.Model([a, b], [a, b])
others = [i for i in model.inputs if not i == a]
""",
    "channels first, as the program has set it": """\
import keras
import numpy as np

keras.config.set_image_data_format("channels_first")
grey = keras.ops.image.rgb_to_grayscale(np.zeros((2, 3, 50, 50), dtype="float32"))
""",
    "an empty list is false": """\
import numpy as np


def best(scores):
    known = [score for score in scores if score.size]
    if not known:
        return None
    return known[np.argmax([score.mean() for score in known])]


best([np.array([]), np.array([])])
""",
    "attributes that wait for their values": """\
import numpy as np


class Estimator:
    def __init__(self):
        self.classes = -1
        self.scores = []

    def zeros(self):
        return np.zeros(self.classes)

    def best(self):
        return np.argmax(self.scores)
""",
    "what is made of a list of unknown content": """\
import numpy as np
import tensorflow as tf


def joined(texts):
    parts = [np.zeros((3, 4)) for text in texts]
    x = np.concatenate(parts, axis=-1)
    y = tf.concat(parts, axis=-1)
    return x.transpose(1, 0), tf.transpose(y, [1, 0]), tf.reshape(y, [1, 3, -1])[0, 0, 0]
""",
    "classes that are sorted already": """\
import keras

metric = keras.metrics.SparseTopKCategoricalAccuracy(k=1, from_sorted_ids=True)
metric.update_state([2, 1], [[1, 0, 3], [1, 2, 3]])
""",
    "drawn from as many as there are": """\
import numpy as np


def drawn(boxes):
    chosen = boxes[np.random.choice(len(boxes))]
    return np.random.RandomState(0).choice(boxes.shape[0], size=3, replace=False), chosen


def chosen(lines):
    boxes = [line.strip() for line in lines]
    return boxes[np.random.choice(len(boxes))]
""",
    "a test that wants the error, whatever it is called": """\
import numpy as np
import keras
from numpy.testing import assert_raises

model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(4)])
with assert_raises(ValueError):
    model.predict(np.zeros((100, 10)))


class TestShapes:
    def test_rank(self):
        with self.assertRaisesRegexp(ValueError, "rank"):
            model.predict(np.zeros((100, 10)))
        with self.assertRaisesWithPredicateMatch(ValueError, "rank"):
            model.predict(np.zeros((100, 10)))
""",
    "a way that the value's type rules out, for all that we know": """\
import tensorflow as tf


def by_features(x):
    if x.shape.is_compatible_with([None, None]):
        return tf.transpose(x, [1, 0])
    if hasattr(x, "to_dense"):
        return tf.transpose(x, [1, 0])
    if is_matrix(x):
        x = tf.transpose(x, [1, 0])
    return x if getattr(x.shape, "asked", None) else tf.transpose(x, [0])


by_features(tf.zeros((9,)))
""",
    "what comes after a return that may have been taken": """\
import numpy as np


def transposed(x):
    if is_vector(x):
        return x
    return np.transpose(x, (1, 0))


transposed(np.zeros(9))
""",
    "an attribute that a method with unknown arguments sets": """\
import numpy as np


class Data:
    def __init__(self):
        self.samples = np.zeros((0, 4))
        self.names = ["a", "b"]

    def read(self, path):
        self._fill(path)

    def _fill(self, path):
        self.samples = np.load(path)
        self.names.append(path)


def scores(path):
    data = Data()
    data.read(path)
    return np.argmax(data.samples, axis=0), np.zeros(3)[len(data.names) :].max(), np.reshape(data.names, (3,))
""",
    "a method that costs more than an analysis may": """\
import numpy as np


class Data:
    def __init__(self):
        self.samples = np.zeros((0, 4))

    def fit(self):
        for i in range(120):
            for j in range(120):
                k = i * j + i + j
        self.samples = np.zeros((k, 4))


data = Data()
data.fit()
best = np.argmax(data.samples, axis=0)
""",
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_silent(title: str, caplog: pytest.LogCaptureFixture) -> None:
    analysis = analyse(Document.of_text("a.py", PROGRAMS[title]))
    assert [d.message for d in analysis.diagnostics] == []
    assert caplog.messages == [], "an internal error makes silent too"


SPOKEN_OF = {
    "a condition on what the machine holds": 'os.path.exists("x.npy")',
    "a condition on the sizes of data": "x.shape[0] > 100",
    "a condition on an argument": "'-v' in sys.argv",
}


@pytest.mark.parametrize("title", SPOKEN_OF)
def test_either_way_of_a_condition_may_be_taken(title: str) -> None:
    text = "import os, sys\nimport numpy as np\n\nx = np.load('x')\nif {}:\n    np.zeros(9).reshape(2, 4)\n"
    text = text.format(SPOKEN_OF[title])
    analysis = analyse(Document.of_text("a.py", text))
    assert [d.code for d in analysis.diagnostics] == ["reshape-size"]
