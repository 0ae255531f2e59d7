"""Programs over several files: a name means what the module that it comes from binds it to."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project

MODEL = """\
import keras
from .config import SIZE

def build(shape=SIZE):
    return keras.Sequential([keras.Input(shape), keras.layers.Flatten(), keras.layers.Dense(10)])
"""
FILES = {"pyproject.toml": "", "net/__init__.py": "from .model import build\n", "net/config.py": "SIZE = (28, 28)\n",
         "net/model.py": MODEL}  # fmt: skip
TRAIN = "import numpy as np\nfrom net import build\nmodel = build()\nmodel.predict(np.zeros((5, 32, 32)))\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return written(tmp_path, FILES)


def written(folder: Path, files: dict[str, str]) -> Project:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return Project([folder])


def analysed(project: Project, text: str = "", name: str = "train.py", previous: Analysis | None = None) -> Analysis:
    path = str(Path(project.roots[0]) / name)
    document = Document.of_text(path, text) if previous is None else previous.document
    return analyse(document, previous=previous, project=project)


def found(analysis: Analysis) -> list[tuple[str, int]]:
    return [(d.code, d.range.start.line + 1) for d in analysis.diagnostics]


def test_a_model_of_another_file_is_known(project: Project) -> None:
    analysis = analysed(project, TRAIN)
    assert found(analysis) == [("input-shape", 4)]
    declared = next(r for r in analysis.diagnostics[0].related if "declared" in r.message)
    assert declared.document is not None
    assert Path(declared.document.path).name == "model.py"
    assert declared.range.start.line == 4


WAYS = (
    "import net\nmodel = net.build()",
    "import net.model as m\nmodel = m.build()",
    "import net.model\nmodel = net.model.build()",
    "from net import *\nmodel = build()",
    "from net.model import build as b\nmodel = b()",
    "from net import model as m\nmodel = m.build()",
    "def main():\n    from net import build\n    return build()\nmodel = main()",
)


@pytest.mark.parametrize("how", WAYS)
def test_whichever_way_it_is_imported(project: Project, how: str) -> None:
    text = f"import numpy as np\n{how}\nmodel.predict(np.zeros((5, 32, 32)))\n"
    assert [code for code, _ in found(analysed(project, text))] == ["input-shape"]


def test_from_a_folder_below_and_from_a_source_folder(tmp_path: Path) -> None:
    moved = {f"src/{name}" if name.startswith("net/") else name: text for name, text in FILES.items()}
    assert found(analysed(written(tmp_path, moved), TRAIN, "scripts/train.py")) == [("input-shape", 4)]


def test_what_raises_in_another_file_is_found_at_the_call(tmp_path: Path) -> None:
    module = "import keras\ndef build(n):\n    x = keras.Input((n,))\n    return keras.layers.Conv2D(8, 3)(x)\n"
    analysis = analysed(written(tmp_path, {"blocks.py": module}), "import blocks\n\ny = blocks.build(7)\n")
    assert found(analysis) == [("layer-rank", 3)]
    assert [r.message for r in analysis.diagnostics[0].related if r.range.start.line == 3] == ["it raises here"]


def test_the_guarded_part_of_a_module_does_not_run(tmp_path: Path) -> None:
    module = "import keras\nshape = (28,)\nif __name__ == '__main__':\n    shape = (5,)\n"
    text = "import keras\nfrom data import shape\nm = keras.Sequential([keras.Input(shape)])\n"
    analysis = analysed(written(tmp_path, {"data.py": module}), text)
    assert [model.output for model in analysis.models] == ["(None, 28)"]


def test_modules_that_import_one_another(tmp_path: Path) -> None:
    files = {
        "a.py": "import b\nSIZE = 8\ndef width():\n    return b.DOUBLE(SIZE)\n",
        "b.py": "from a import SIZE\ndef DOUBLE(n):\n    return n * 2 + SIZE\n",
    }
    text = "import numpy as np\nimport a\nx = np.zeros((3, a.width()))\n"
    assert [s.shape for s in analysed(written(tmp_path, files), text).shapes] == [(3, 24)]


def test_libraries_are_not_looked_for_in_the_project(tmp_path: Path) -> None:
    files = {"keras.py": "Input = None\n", "random.py": "x = 1\n", "data/readme.txt": ""}
    text = "import keras, random, data\nx = keras.Input((3,))\ny = keras.layers.Conv1D(3, 3)(x)\n"
    assert found(analysed(written(tmp_path, files), text)) == [("layer-rank", 3)]


def test_an_edit_of_a_module_is_seen_where_it_is_imported(project: Project) -> None:
    first = analysed(project, TRAIN)
    config = Path(project.roots[0]) / "net/config.py"
    config.write_text("SIZE = (32, 32)  # now as the data\n")
    project.touch()
    second = analysed(project, previous=first)
    assert found(second) == []
    config.unlink()
    project.touch()
    assert found(analysed(project, previous=second)) == []
    config.write_text("SIZE = (28, 28)\n")
    project.touch()
    assert found(analysed(project, previous=second)) == [("input-shape", 4)]


def test_only_what_read_the_edited_name_is_evaluated_again(project: Project) -> None:
    first = analysed(project, TRAIN + "from net.config import OTHER\nz = np.zeros((OTHER, 2))\n")
    config = Path(project.roots[0]) / "net/config.py"
    config.write_text("OTHER = 4\nSIZE = (28, 28)\n")
    project.touch()
    second = analysed(project, previous=first)
    assert [s.shape for s in second.shapes if s.name == "z"] == [(4, 2)]
    before, after = (list(a.evaluation.results.values()) for a in (first, second))
    assert [a is b for a, b in zip(before, after)] == [True, True, True, True, True, False]


def test_what_a_module_does_not_bind_is_unknown(project: Project) -> None:
    text = "import numpy as np\nfrom net import nothing\nimport nowhere\nx = np.zeros(nothing.size)\ny = nowhere.f(x)\n"
    assert found(analysed(project, text)) == []


def test_open_text_goes_before_the_disk(project: Project) -> None:
    path = str(Path(project.roots[0]) / "net/config.py")
    project.opened = lambda asked: Document.of_text(path, "SIZE = (32, 32)\n") if asked == path else None
    assert found(analysed(project, TRAIN)) == []


def test_a_module_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    project = written(tmp_path, {"odd.py": "x = 1\0", "half.py": "import keras\ndef build(:\nSIZE = (4,)\n"})
    text = "import keras, odd, half\na = keras.Input(odd.x)\nb = keras.Input(half.SIZE)\n"
    assert [s.shape for s in analysed(project, text).shapes] == [None, (None, 4)]


def test_branches_of_another_module_that_may_not_be_taken_are_not_spoken_of(tmp_path: Path) -> None:
    helper = "import numpy as np\n\ndef turned(x, way):\n    return np.transpose(x, (1, 0)) if way == 1 else x\n"
    project = written(tmp_path, {"pyproject.toml": "", "turning.py": helper})
    call = "import sys\nimport numpy as np\nfrom turning import turned\nturned(np.zeros(3), {})\n"
    assert not analysed(project, call.format("len(sys.argv)")).diagnostics
    assert [d.code for d in analysed(project, call.format("1")).diagnostics] == ["array-shapes"]
