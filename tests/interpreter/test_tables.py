"""Tables whose texts became numbers on one of the many ways there are: nothing is said of them."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PROGRAM = """\
import keras
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder

table = pd.DataFrame({"kind": ["a", "b", "a", "b"], "size": [1.0, 2.0, 3.0, 4.0], "y": [0, 1, 0, 1]})
{way}
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(table[["kind", "size"]].values, table["y"], verbose=0)
"""
WAYS = (
    'table["kind"] = LabelEncoder().fit_transform(table["kind"])',
    'table["kind"].replace(["a", "b"], [0, 1], inplace=True)',
    'table.kind.replace({"a": 0, "b": 1}, inplace=True)',
    'table.kind = table.kind.map({"a": 0, "b": 1})',
    'table["kind"] = table["kind"].map({"a": 0, "b": 1})',
    'table["kind"] = table["kind"].astype("category").cat.codes',
    'table.replace({"a": 0, "b": 1}, inplace=True)',
    'table.loc[table["kind"] == "a", "kind"] = 0',
    'table["kind"][table["kind"] == "a"] = 0',
    'for i in range(4):\n    table.at[i, "kind"] = i',
    "for name in table.columns:\n    table[name] = table[name].map(len)",
    'for name in table.select_dtypes("object").columns:\n    table[name] = LabelEncoder().fit_transform(table[name])',
    "table = table.apply(LabelEncoder().fit_transform)",
    'column = table["kind"]\ncolumn.replace(["a", "b"], [0, 1], inplace=True)',
    'def numbered(data):\n    data["kind"] = data["kind"].map(len)\n\n\nnumbered(table)',
    "table = table.assign(kind=lambda t: t.kind.map(len))",
    'table["kind"] = (table["kind"] == "a").astype(int)',
    'table["kind"] = np.where(table["kind"] == "a", 1, 0)',
    'table["kind"] = [0 if k == "a" else 1 for k in table["kind"]]',
    'table["kind"] = table.apply(lambda row: 1 if row["kind"] == "a" else 0, axis=1)',
)


@pytest.mark.parametrize("way", WAYS)
def test_texts_that_became_numbers(way: str) -> None:
    analysis = analyse(Document.of_text("a.py", PROGRAM.replace("{way}", way)))
    assert not [d for d in analysis.diagnostics if d.severity == "error"]


def test_texts_that_stayed() -> None:
    analysis = analyse(Document.of_text("a.py", PROGRAM.replace("{way}", 'copy = table.copy()\ncopy["kind"] = 1')))
    assert [d.code for d in analysis.diagnostics] == ["input-dtype"]


VECTORS = """\
import keras
import numpy as np
import pandas as pd

df = pd.DataFrame({"name": [f"item{i}" for i in range(8)]})
df["vector"] = [np.random.rand(20) for _ in range(len(df))]
x = {way}
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(1)])
model.predict(x)
"""


@pytest.mark.parametrize(
    "way",
    [
        'np.stack(df["vector"].values)',
        'np.vstack(df["vector"])',
        'np.array(list(df["vector"]))',
        'np.array(df["vector"].tolist())',
        'np.concatenate(df["vector"].values).reshape(8, 20)',
        'np.array([v for v in df["vector"]])',
    ],
)
def test_cells_that_hold_vectors(way: str) -> None:
    assert analyse(Document.of_text("a.py", VECTORS.replace("{way}", way))).diagnostics == ()
