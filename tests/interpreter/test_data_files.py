"""What files in the workspace say of themselves reaches the program, and nothing outside the workspace is looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.knowledge.files import csv
from keras_shapes.settings import Settings
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project

pytestmark = pytest.mark.keras

IMPORTS = """\
import os
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A workspace with data files; a program in it is run there."""
    np.save(tmp_path / "a.npy", np.zeros((7, 3), "float32"))
    np.save(tmp_path / "a.v1.npy", np.zeros((7, 3), "float32"))
    np.savez(tmp_path / "b.npz", x=np.zeros((5, 28, 28), "uint8"), y=np.zeros(5, "int64"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "c.csv").write_text("a,b,label\n1,2.5,x\n3,4.5,y\n")
    (tmp_path / "numbers.txt").write_text("1 2 3\n4 5 6\n")
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "d.h5", "w") as file:
        file["train/x"] = np.zeros((4, 6), "float32")
        file["y"] = np.zeros(4, "int8")
    pillow = pytest.importorskip("PIL.Image")
    pillow.new("RGB", (20, 10)).save(tmp_path / "e.png")
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def told(folder: Path, text: str, settings: Settings | None = None, previous: Analysis | None = None) -> Analysis:
    document = Document.of_text(str(folder / "program.py"), IMPORTS + text)
    return analyse(document, settings, previous, Project([folder]))


def x_of(analysis: Analysis) -> str | None:
    return next((shape.text for shape in reversed(analysis.shapes) if shape.name == "x"), None)


READS = {
    "x = np.load('a.npy')": "(7, 3) float32",
    "x = np.load('a.npy', mmap_mode='r')[2:]": "(5, 3) float32",
    "x = np.load('b.npz')['x']": "(5, 28, 28) uint8",
    "with np.load('b.npz') as file:\n    x = file['y']": "(5,) int64",
    "file = np.load('b.npz')\nx = [file[name] for name in file.files][1]": "(5,) int64",
    "x = pd.read_csv('data/c.csv').drop('label', axis=1).values": "(2, 2) float64",
    "x = pd.read_csv(os.path.join('data', 'c.csv'), index_col=0)[['b']].to_numpy()": "(2, 1) float64",
    "x = pd.read_csv(Path('data') / 'c.csv')['a'].values": "(2,) int64",
    "x = pd.read_csv(Path(__file__).parent / 'data' / 'c.csv')['a'].values": "(2,) int64",
    "folder = 'data'\nx = pd.read_csv(f'{folder}/c.csv', usecols=['a', 'b']).values": "(2, 2) float64",
    "x = np.loadtxt('numbers.txt')": "(2, 3) float64",
    "x = np.loadtxt('data/c.csv', delimiter=',', skiprows=1, usecols=(0, 1))": "(2, 2) float64",
    "x = np.genfromtxt('data/c.csv', delimiter=',', skip_header=1)": "(2, 3) float64",
    "x = h5py.File('d.h5', 'r')['train']['x'][:]": "(4, 6) float32",
    "with h5py.File('d.h5') as file:\n    x = np.array(file['y'])": "(4,) int8",
    "from PIL import Image\nx = np.array(Image.open('e.png'))": "(10, 20, 3) uint8",
    "from keras.utils import load_img, img_to_array\nx = img_to_array(load_img('e.png'))": "(10, 20, 3) float32",
}


@pytest.mark.parametrize("text", READS)
def test_what_a_file_says_is_what_the_program_reads(folder: Path, text: str) -> None:
    assert x_of(told(folder, text + "\n")) == READS[text]
    names: dict[str, Any] = {"__file__": str(folder / "program.py")}
    exec(IMPORTS + text, names)
    x = names["x"]
    shape = ", ".join(map(str, x.shape)) + "," * (x.ndim == 1)
    assert f"({shape}) {x.dtype.name}" == READS[text]


SILENT = (
    "np.save('a.npy', np.zeros((1, 2)))\nx = np.load('a.npy')",
    "np.save('a', np.zeros((1, 2)))\nx = np.load('a.npy')",
    "np.save('a.v1', np.zeros((1, 2)))\nx = np.load('a.v1.npy')",
    "np.zeros((1, 2)).tofile('a.npy')\nx = np.load('a.npy')",
    "import cv2\nfrom PIL import Image\ncv2.imwrite('e.png', np.zeros((3, 3)))\nx = np.array(Image.open('e.png'))",
    "from keras import utils\nfrom PIL import Image\nutils.save_img('e.png', [[0]])\nx = np.array(Image.open('e.png'))",
    "def prepare(path):\n    make(path)\n\n\nprepare('a.npy')\nx = np.load('a.npy')",
    "if input():\n    np.save('a.npy', np.zeros((1, 2)))\nx = np.load('a.npy')",
    "with open('a.npy', 'wb') as file:\n    write(file)\nx = np.load('a.npy')",
    "os.chdir('data')\nx = np.load('a.npy')",
    "x = np.load(input())",
    "x = np.load('nowhere.npy')",
    "x = np.load('../outside.npy')",
    "x = np.load('link.npy')",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_another_file_is_unknown(folder: Path, text: str) -> None:
    outside = folder.parent / "outside.npy"
    np.save(outside, np.zeros((7, 3), "float32"))
    (folder / "link.npy").symlink_to(outside)
    assert x_of(told(folder, text + "\n")) in (None, "(…)")


def test_a_setting_turns_it_off(folder: Path) -> None:
    settings, _ = Settings.from_mapping({"dataFiles": False})
    on = told(folder, "x = np.load('a.npy')\n")
    assert x_of(told(folder, "x = np.load('a.npy')\n", settings)) == "(…)"
    assert x_of(told(folder, "x = np.load('a.npy')\n", settings, on)) == "(…)"


def test_two_files_of_one_name_are_not_chosen_from(folder: Path) -> None:
    (folder / "src").mkdir()
    document = Document.of_text(str(folder / "src" / "program.py"), "import numpy as np\nx = np.load('a.npy')\n")
    assert x_of(analyse(document, project=Project([folder]))) == "(7, 3) float32"
    np.save(folder / "src" / "a.npy", np.zeros(2))
    assert x_of(analyse(document, project=Project([folder]))) == "(…)"


def test_a_changed_file_is_read_again(folder: Path) -> None:
    project = Project([folder])
    document = Document.of_text(str(folder / "program.py"), "import numpy as np\nx = np.load('a.npy')\ny = x[0]\n")
    first = analyse(document, project=project)
    np.save(folder / "a.npy", np.zeros((9, 4, 4)))
    project.touch()
    second = analyse(document, previous=first, project=project)
    assert [s.text for s in first.shapes] == ["(7, 3) float32", "(3,) float32"]
    assert [s.text for s in second.shapes] == ["(9, 4, 4) float64", "(4, 4) float64"]


def test_the_cells_of_a_table_are_looked_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    kind = csv._kind
    monkeypatch.setattr(csv, "_kind", lambda cell: looked_at.append(cell) or kind(cell))  # type: ignore[func-returns-value]
    first = told(folder, "x = pd.read_csv('data/c.csv')\n")
    once = len(looked_at)
    second = told(folder, "x = pd.read_csv('data/c.csv', index_col=0)\n", previous=first)
    assert (x_of(first), x_of(second)) == ("(2, 3) object", "(2, 2) object")
    assert len(looked_at) == once == 6


def test_the_mistake_that_a_table_shows(folder: Path) -> None:
    text = """\
import keras

table = pd.read_csv("data/c.csv")
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(table[["a", "b"]], table["a"], verbose=0)
model.fit(table.drop(columns="b"), table["a"], verbose=0)
"""
    found = [(d.code, d.range.start.line) for d in told(folder, text).diagnostics]
    assert found == [("input-dtype", IMPORTS.count("\n") + 6)]


FOLDERS = """\
from tensorflow.keras.preprocessing.image import ImageDataGenerator
import keras

images = "images"
data = keras.utils.image_dataset_from_directory(images, image_size=(8, 8), batch_size=2)
classes, count = len(data.class_names), len(data)
one_hot = keras.utils.image_dataset_from_directory(images, label_mode="categorical", image_size=(8, 8))
parts = keras.utils.image_dataset_from_directory(
    images, image_size=(8, 8), validation_split=0.4, subset="both", seed=0, batch_size=1
)
lengths = (len(parts[0]), len(parts[1]))
generator = ImageDataGenerator(validation_split=0.5)
flow = generator.flow_from_directory(images, target_size=(8, 8), subset="training", batch_size=2)
flowing = (flow.num_classes, flow.samples, len(flow), sorted(flow.class_indices))
for pictures, labels in one_hot:
    width = labels.shape[1]
"""


def test_folders_are_the_classes(folder: Path) -> None:
    pillow = pytest.importorskip("PIL.Image")
    for name, count in {"a": 3, "b": 2, "c": 1, ".hidden": 1}.items():
        (folder / "images" / name).mkdir(parents=True)
        for i in range(count):
            pillow.new("RGB", (9, 9)).save(folder / "images" / name / f"{i}.png")
    (folder / "images" / "a" / "notes.txt").touch()
    names: dict[str, Any] = {}
    exec(FOLDERS, names)
    analysis = told(folder, FOLDERS)
    assert not analysis.diagnostics
    for name in ("classes", "count", "lengths", "width"):
        assert analysis.evaluation.state[name] == names[name], name
    classes, *rest = analysis.evaluation.state["flowing"]
    assert (classes, *rest[:2]) == names["flowing"][:3]
    assert [dict(analysis.evaluation.state)[rest[2]].values] == [tuple(names["flowing"][3])]


def test_fewer_units_than_folders(folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / "images" / name).mkdir(parents=True)
        (folder / "images" / name / "1.png").touch()
    text = """\
import keras

data = keras.utils.image_dataset_from_directory("images", image_size=(8, 8))
model = keras.Sequential([keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense({units})])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(data)
"""
    assert [d.code for d in told(folder, text.replace("{units}", "2")).diagnostics] == ["label-range"]
    assert not told(folder, text.replace("{units}", "3")).diagnostics
    (folder / "images" / "c" / "1.png").unlink()
    assert not told(folder, text.replace("{units}", "2")).diagnostics
