"""Numbers and texts that nobody knows are still numbers and texts: lists of them are arrays of rank 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project
from keras_shapes.values.dim import Linear

# Sizes that only the folder tells are None.
PROGRAMS: dict[str, tuple[str, tuple[int | None, ...]]] = {
    "classes of folders": ("""\
y = []
for number, name in enumerate(["a", "b"]):
    for file in os.listdir(os.path.join("data", name)):
        y.append(number)
R = np.array(y)
""", (None,)),
    "numbers beside pictures": ("""\
rows = []
for name, number in {"a": 0, "b": 1}.items():
    for file in os.listdir("data/" + name):
        rows.append((np.zeros((4, 4)), number))
R = np.array([number for picture, number in rows])
""", (None,)),
    "parts of file names": ("""\
y = []
for file in sorted(os.listdir("data/a")):
    y.append(file.split(".")[0].split("_")[-1])
R = np.array(y, dtype=np.int64)
""", (None,)),
    "a part each in an array": ("""\
ages = []
for file in os.listdir("data/a"):
    ages.append(np.array(file.split(".")[0]))
R = np.array(ages, dtype=np.int64)
""", (None,)),
    "paths of glob": ("""\
y = [path.split("/")[-2] for path in sorted(glob.glob("data/*/*.txt"))]
R = np.array(y)
""", (None,)),
    "boxes of a table's rows": ("""\
boxes = []
for row in open("boxes.csv").read().strip().split("\\n"):
    name, left, top, right, bottom = row.split(",")
    boxes.append((float(left) / 80, float(top) / 60, int(right) / 80.0, float(bottom)))
R = np.array(boxes, dtype="float32")
""", (None, 4)),
    "lines of a file": ("""\
points = []
with open("boxes.csv") as f:
    for line in f:
        parts = line.strip().split(",")
        points.append([int(parts[1]), int(parts[2])])
R = np.array(points)
""", (None, 2)),
    "a number either way": ("""\
y = []
for file in os.listdir("data/a"):
    if file.startswith("1"):
        label = 1
    else:
        label = 0
    y.append(label)
R = np.array(y)
""", (None,)),
    "one of two expressions": ("""\
R = np.array([1 if "1" in file else 0 for file in os.listdir("data/a")])
""", (None,)),
    "pairs that are added": ("""\
pairs = []
for file in os.listdir("data/a"):
    pairs += [[np.zeros((3, 3)), np.ones((3, 3))]]
R = np.array(pairs)
""", (None, 2, 3, 3)),
    "a sum with a number": ("""\
y = []
for file in os.listdir("data/a"):
    y.append(int(file.split(".")[0]) - 1)
R = np.array(y)
""", (None,)),
    "os.walk": ("""\
y = []
for folder, folders, files in os.walk("data"):
    for file in files:
        y.append(len(file))
R = np.zeros((len(y), 3))
""", (None, 3)),
    "a column of texts": ("""\
x = []
for index, row in table.iterrows():
    x.append(np.array(row["pixels"].split(" "), "float32"))
R = np.array(x)
""", (None, None)),
    "a list turned round": ("""\
y = []
for file in reversed(os.listdir("data/a")):
    y.insert(0, len(file))
y.sort()
y.extend([1, 2])
R = np.array(y)
""", (None,)),
    "an index that is not known": ("""\
names = ["1", "2", "0"]
R = np.array([names.index(file[0]) for file in os.listdir("data/a")])
""", (None,)),
    "rows turned": ("""
rows = []
for file in os.listdir("data/a"):
    rows.append((np.zeros((4, 4)), file[0]))
pictures, names = zip(*rows)
R = np.array(pictures)
assert len(np.array(names)) == len(R)
""", (None, 4, 4)),
    "pictures by name": ("""
pictures = {}
for file in os.listdir("data/a"):
    pictures[file] = np.zeros((4, 4))
R = np.array(list(pictures.values()))
""", (None, 4, 4)),
    "one by its name": ("""
pictures = {}
for file in os.listdir("data/a"):
    pictures[file] = np.zeros((4, 4))
R = np.array([pictures[file] for file in os.listdir("data/a")])
""", (None, 4, 4)),
    "names and pictures": ("""
pictures = {}
for file in os.listdir("data/a"):
    pictures[file] = np.zeros((4, 4))
R = np.array([picture for name, picture in pictures.items()])
""", (None, 4, 4)),
    "mixed in place": ("""
data = []
for number, name in enumerate(["a", "b"]):
    for file in os.listdir(os.path.join("data", name)):
        data.append([np.zeros((4, 4)), number])
random.shuffle(data)
R = np.array([picture for picture, number in data[2:]])
""", (None, 4, 4)),
    "some of a list": ("""
rows = [np.zeros(2), np.ones(2)] * 20
random.shuffle(rows)
R = np.array([random.choice(rows), random.sample(rows, 2)[0], random.choices(rows, k=3)[1]])
""", (3, 2)),
    "names of paths": ("""
R = np.array([path.parent.name + path.stem for path in Path("data").glob("*/*.txt")])
""", (None,)),
    "numbers by name": ("""
numbers = {name: number for number, name in enumerate(sorted(os.listdir("data")))}
R = np.array([numbers[os.path.basename(os.path.dirname(path))] for path in glob.glob("data/*/*")])
""", (None,)),
    "numbers of a text": ("""\
x = []
for line in open("boxes.csv"):
    x.append(np.array(line.strip().split(",")[1:], dtype="float32"))
R = np.array(x)
""", (None, None)),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a", "b"):
        (tmp_path / "data" / name).mkdir(parents=True)
        for number in range(3):
            (tmp_path / "data" / name / f"{number}.txt").touch()
    (tmp_path / "boxes.csv").write_text("p.png,1,2,3,4\nq.png,5,6,7,8\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(text: str) -> Any:
    analysis = analyse(Document.of_text("program.py", text))
    assert analysis.diagnostics == ()
    return analysis.evaluation.state["R"]


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.usefixtures("folder")
def test_shapes_are_those_of_python(name: str) -> None:
    text, expected = PROGRAMS[name]
    text = f"import glob, os, random\nfrom pathlib import Path\nimport numpy as np\nimport pandas as pd\n{text}"
    text = text.replace("table.", "pd.DataFrame({'pixels': ['1 2', '3 4']}).")
    space: dict[str, Any] = {}
    exec(compile(text, name, "exec"), space)
    shape = found(text).shape
    assert tuple(size if isinstance(size, int) else None for size in shape) == expected
    assert all(size in (None, real) for size, real in zip(expected, np.shape(space["R"]), strict=True))


def test_labels_are_within_the_numbers_of_their_branches() -> None:
    text = (
        "import numpy as np\ny = []\nfor f in x:\n    y.append((f, 2 if f else 5))\nR = np.array([b for a, b in y])\n"
    )
    bounds = found(text).interval
    assert (bounds.low, bounds.high) == (2, 5)
    # Nobody knows that both came about.
    assert not bounds.attained


def test_a_mixed_list_has_all_its_numbers() -> None:
    text = "import random\nimport numpy as np\ny = [0] * 20 + [3] * 20\nrandom.shuffle(y)\nR = np.array(y)\n"
    made = found(text)
    assert (made.shape, made.interval.low, made.interval.high) == ((40,), 0, 3)


@pytest.mark.parametrize(
    "text", ["y = []\nfor p in q:\n    y.append(p)\nR = np.array(y)\n", "R = np.array(q.split('a'))\n"]
)
def test_what_may_be_anything_stays_so(text: str) -> None:
    assert getattr(found(f"import numpy as np\n{text}"), "shape", None) is None


def test_pictures_and_labels_of_one_loop_are_as_many() -> None:
    loop = "for f in os.listdir('d'):\n    x.append(np.zeros((2, 2)))\n    y.append(f)\n"
    text = f"import os\nimport numpy as np\nx, y = [], []\n{loop}R = (np.array(x), np.array(y))\n"
    x, y = found(text)
    assert isinstance(x.shape[0], Linear)
    assert x.shape[0] == y.shape[0]


def test_entries_of_a_folder_of_folders_are_counted(folder: Path) -> None:
    text = "import os\nimport numpy as np\nR = np.zeros((len(os.listdir('{name}')), 2))\n"
    project = Project([folder])

    def rows(name: str) -> object:
        document = Document.of_text(str(folder / "program.py"), text.format(name=name))
        return analyse(document, project=project).evaluation.state["R"].shape[0]

    assert rows("data") == 2
    # One that programs fill as they go is not counted.
    assert isinstance(rows("data/a"), Linear)


@pytest.mark.parametrize("more", ["sizes.append(5)", "sizes[name] = 5"])
def test_numbers_of_a_list_that_grew_are_pythons_own(more: str) -> None:
    """Of numpy's numbers layers take none for their sizes; numbers beside others that are not known are still ours."""
    start = "[8, 3]" if "append" in more else "{0: 8, 1: 3}"
    text = f"import os\nimport keras\nsizes = {start}\nfor name in os.listdir('data'):\n    {more}\n"
    text += "keras.layers.Dense(sizes[0])(keras.Input((4,)))\nkeras.layers.LSTM(sizes[1])\n"
    assert analyse(Document.of_text("program.py", text)).diagnostics == ()
