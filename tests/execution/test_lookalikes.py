"""Data files made up anew: what a program reads has the kind, the size and the range of its own, and other content."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.execution.lookalikes import LEVELS_UP, Named, named_in, place
from keras_shapes.execution.request import request
from keras_shapes.execution.validation import Program
from keras_shapes.execution.verdict import Report
from keras_shapes.knowledge.files.images import read_picture
from keras_shapes.settings import Settings
from keras_shapes.source.data_files import DataFile
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project
from tests.bugs import files


def _placed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[], None], name: str) -> Path:
    own, folder = tmp_path / "own", tmp_path.joinpath("run", *["up"] * LEVELS_UP)
    own.mkdir()
    monkeypatch.chdir(own)
    make()
    assert place([Named(name, DataFile(str(own / name), ()))], folder) == [name]
    return folder / name


def test_a_table_keeps_its_heading_rows_and_kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    columns: dict[str, object] = {"size": (10.0, 90.0), "kind": ["oak", "elm"], "label": range(1, 5)}
    made = _placed(tmp_path, monkeypatch, lambda: files.csv("trees.csv", 60, columns), "trees.csv")
    with made.open(newline="") as copy, Path("trees.csv").open(newline="") as original:
        rows, before = list(csv.DictReader(copy)), list(csv.DictReader(original))
    assert len(rows) == len(before) == 60
    assert list(rows[0]) == ["size", "kind", "label"]
    assert {row["label"] for row in rows} == {"1", "2", "3", "4"}
    assert {row["kind"] for row in rows} == {"oak", "elm"}
    assert all(10.0 <= float(row["size"]) <= 90.0 for row in rows)
    assert [row["size"] for row in rows] != [row["size"] for row in before]


def test_missing_numbers_stay_missing_and_rising_ones_rise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "year;rain\n" + "".join(f"{1900 + n};{'' if n % 3 else n / 7:.4}\n" for n in range(0, 60, 3))
    text += "1990;\n1991;NA\n"
    made = _placed(tmp_path, monkeypatch, lambda: Path("rain.csv").write_text(text) and None, "rain.csv")
    rows = list(csv.DictReader(made.read_text().splitlines(), delimiter=";"))
    assert [int(row["year"]) for row in rows] == [*range(1900, 1960, 3), 1990, 1991]
    assert rows[-2]["rain"] == ""


@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32", "float64", "bool"])
def test_an_array_keeps_its_shape_type_and_range(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dtype: str) -> None:
    numpy = pytest.importorskip("numpy")
    made = _placed(tmp_path, monkeypatch, lambda: files.npy("x.npy", (7, 3), dtype, 9), "x.npy")
    copy, original = numpy.load(made), numpy.load("x.npy")
    assert (copy.shape, copy.dtype) == (original.shape, original.dtype)
    assert (copy.min(), copy.max()) == (original.min(), original.max())


def test_a_large_array_takes_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    shape = (3000, 100, 100)
    make: Callable[[], None] = lambda: numpy.save("x.npy", numpy.ones(shape, "uint8"))  # noqa: E731
    made = _placed(tmp_path, monkeypatch, make, "x.npy")
    assert numpy.load(made, mmap_mode="r").shape == shape
    assert made.stat().st_blocks * 512 < 1 << 20


def test_an_archive_keeps_its_arrays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    make: Callable[[], None] = lambda: numpy.savez("d.npz", x=numpy.ones((5, 4)), y=numpy.arange(5))  # noqa: E731
    made = numpy.load(_placed(tmp_path, monkeypatch, make, "d.npz"))
    assert {name: made[name].shape for name in made.files} == {"x": (5, 4), "y": (5,)}
    assert made["y"].max() == 4


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA"])
def test_a_picture_keeps_its_size_and_channels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    pillow = pytest.importorskip("PIL.Image")
    made = _placed(tmp_path, monkeypatch, lambda: files.image("cat.png", (31, 17), mode), "cat.png")
    assert read_picture(str(made)) == read_picture("cat.png")
    with pillow.open(made) as image:
        assert (image.size, image.mode) == ((31, 17), mode)
        image.load()


def test_of_a_folder_each_folder_has_some_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PIL.Image")
    make: Callable[[], None] = lambda: files.images("pets", ("cats", "dogs"), 30, (4, 3))  # noqa: E731
    made = _placed(tmp_path, monkeypatch, make, "pets")
    assert sorted(each.name for each in made.iterdir()) == ["cats", "dogs"]
    assert 2 <= len(list((made / "dogs").iterdir())) < 30


@pytest.mark.parametrize("name", ["../../../../x.csv", "{tmp}/x.csv", "secret.pem", "broken.npy"])
def test_what_is_no_data_of_its_own_stays_away(tmp_path: Path, name: str) -> None:
    for each in ("x.csv", "secret.pem", "broken.npy"):
        (tmp_path / each).write_text("a,b\n1,2\n")
    name = name.format(tmp=tmp_path)
    folder = tmp_path.joinpath("run", *["up"] * LEVELS_UP)
    before = sorted(tmp_path.iterdir())
    assert place([Named(name, DataFile(str(tmp_path / Path(name).name), ()))], folder) == []
    assert [each for each in sorted(tmp_path.rglob("*")) if each.is_file()] == before


def test_names_are_the_texts_of_a_program() -> None:
    assert named_in("x = open('a/b.csv')\ny = f'{x}.npy'\nz = ['', '.', '..', 'c\\nd']") == {"a/b.csv", ".npy"}


def _asked(folder: Path, text: str, settings: Settings | None = None) -> Program:
    (folder / "train.py").write_text(text)
    document = Document.of_text(str(folder / "train.py"), text)
    analysis = analyse(document, settings, project=Project([folder]))
    return request(analysis, folder / "train.py", analysis.diagnostics).program


def test_only_files_of_the_workspace_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "outside.csv").write_text("a,b\n1,2\n")
    (tmp_path / "project" / "inside.csv").write_text("a,b\n1,2\n")
    monkeypatch.chdir(tmp_path)
    text = "a = open('inside.csv')\nb = open('../outside.csv')\nc = open('train.py')\n"
    assert [each.name for each in _asked(tmp_path / "project", text).files] == ["inside.csv", "train.py"]
    assert _asked(tmp_path / "project", text, Settings(data_files=False)).files == ()


_READS = """\
import os
import numpy as np
import pandas as pd
from PIL import Image
from tensorflow import keras
def pictures():
    for name in sorted(os.listdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pets"))):
        yield np.asarray(Image.open(f"pets/{name}").resize((8, 8)))
table = pd.read_csv("trees.csv")
y = table.pop("label").values
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(table.values, y)
judge = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(1)])
judge.predict(np.array(list(pictures())))
photos = keras.utils.image_dataset_from_directory("photos", image_size=(8, 8))
judge.compile("sgd", "mse")
print(photos.class_names)
guess = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(3)])
guess.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
guess.fit(photos)
"""


@pytest.mark.keras
def test_a_program_runs_on_the_likes_of_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, validate_asked: Callable[[Program], Report]
) -> None:
    monkeypatch.chdir(tmp_path)
    files.csv("trees.csv", 40, {"size": (1.0, 9.0), "age": range(200), "label": range(1, 5)})
    files.images("photos", ("a", "b", "c", "d"), 2, (9, 9))
    for name in "abc":
        files.image(f"pets/{name}.png", (20, 10))
    report = validate_asked(_asked(tmp_path, _READS))
    # A label of 4 in four classes, and a fourth class in three: only the files tell. All else runs.
    told = [(each.line, each.code, each.verdict) for each in report.verdicts if each.verdict != "not-run"]
    assert told == [(20, "label-range", "confirmed"), (12, None, "found")]
    assert [fix.verdict for fix in report.verdicts[0].fixes] == ["works"]
    assert "files made up: pets, photos, trees.csv" in report.notes
