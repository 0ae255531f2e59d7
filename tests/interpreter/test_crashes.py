"""Programs at which an earlier form of the engine broke down: an internal error makes silent, and must not."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PROGRAMS = {
    "lists of a function that costs more than an analysis may": """\
names = ["a", "b"]
sizes = {"a": 1}


def fill():
    names[0] = sizes["a"]
    for i in range(120):
        for j in range(120):
            k = i * j + i + j


def read(i):
    fill()
    return names[i], sizes[i], names[0]


fill()
read(1)
first = [names[i] for i in range(2)], sizes["a"], names[1:], len(names)
""",
    "keys that hold functions": """\
def key(f):
    return (f, {})


table = {}
table[key(len)] = 1
table[(key, "a")] = 2
again = {(key, i): i for i in range(3)}
""",
    "a part of a package that is compiled": """\
import numpy as np
from ..lib.compiled import distances

x = distances(np.zeros((3, 4)))
""",
    "a list of unknown content, extended the wrong way": """\
import sys

names = list(sys.argv)
names.extend("a", "b")
names.append(1, 2)
""",
    "ranges longer than memory": """\
steps = range(2**100)
last = range(0, -(2**100), -3)[-1]
""",
    "a starred parameter given by its name": """\
import numpy as np

x = np.zeros((3, 4))
x.transpose(axes=(1, 0))
x.reshape(shape=[2, 6])
np.meshgrid(xi=x)
""",
    "a table of the program's own class": """\
import pandas as pd


class Table(pd.DataFrame):
    def tidy(self):
        return self.fillna(0).astype("int32")


table = Table({"a": [1, 2]})
table.fillna(0)
table.astype("int32")
del table["a"]
""",
    "what a pattern takes of an object": """\
class Point:
    __match_args__ = ["x", "y"]

    def __init__(self):
        self.x = 1


match Point():
    case Point(a, b):
        pass
""",
    "an element deleted from a series": """\
import pandas as pd

series = pd.Series([1, 2, 3])
del series[0]
""",
    "an element taken out of a series": """\
import pandas as pd

series = pd.Series([1, 2, 3])
series.pop(0)
""",
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_no_crash(title: str, caplog: pytest.LogCaptureFixture) -> None:
    analysis = analyse(Document.of_text("a.py", PROGRAMS[title]))
    assert [d.message for d in analysis.diagnostics] == []
    assert caplog.messages == []
