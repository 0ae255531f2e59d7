"""Which Keras a program is taken to run with, and what is said by each: fake metadata, nothing imported."""

from __future__ import annotations

import venv
from collections.abc import Mapping
from pathlib import Path

import pytest

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.execution.interpreters import chosen_versions
from keras_shapes.knowledge.keras.version import KerasVersion, version_of
from keras_shapes.settings import Settings
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project

KERAS_2, KERAS_3, ASSUMED = KerasVersion(2, known=True), KerasVersion(3, known=True), KerasVersion(3)


@pytest.mark.parametrize(
    ("line", "installed", "version"),
    [
        ("import keras", {}, ASSUMED),
        ("import keras", {"keras": "3.9.2", "tensorflow": "2.19.0"}, KERAS_3),
        ("import keras", {"keras": "2.15.0", "tensorflow": "2.15.1"}, KERAS_2),
        ("from keras.layers import Dense", {"keras": "2.4.3"}, KERAS_2),
        ("import tensorflow as tf", {"tensorflow": "2.15.1"}, KERAS_2),
        ("import tensorflow as tf", {"tensorflow": "2.16.0", "keras": "3.0.0"}, KERAS_3),
        ("    from tensorflow import keras", {"tensorflow": "2.4.0", "keras": "3.0.0"}, KERAS_2),
        ("import keras", {"tensorflow": "2.4.0", "keras": "3.0.0"}, KERAS_3),
        ("import keras, tensorflow", {"tensorflow": "2.15.0", "keras": "3.0.0"}, KERAS_3),
        ("import numpy", {"tensorflow": "2.15.0", "keras": "3.0.0"}, ASSUMED),
        ("import numpy", {"tensorflow": "2.15.0", "keras": "2.15.0"}, KERAS_2),
        ("import tf_keras as keras", {}, KERAS_2),
        ("import tensorflow as tf, tf_keras", {}, KERAS_2),
        ("import tensorflow as tf, my_tf_keras", {}, ASSUMED),
        ("from tf_keras import layers", {"keras": "3.9.2", "tensorflow": "2.19.0"}, KERAS_2),
        ("os.environ['TF_USE_LEGACY_KERAS'] = '1'", {"tensorflow": "2.19.0"}, KERAS_2),
        ('os.environ["TF_USE_LEGACY_KERAS"] = "0"', {}, ASSUMED),
        ("import keras", {"numpy": "2.0.0"}, ASSUMED),
    ],
)
def test_the_version_of_a_program(line: str, installed: Mapping[str, str], version: KerasVersion) -> None:
    assert version_of([line, "x = 1"], installed) == version


def _environment(folder: Path, *distributions: str) -> Path:
    venv.create(folder, with_pip=False, symlinks=True)
    site = next(folder.glob("lib/python*/site-packages"))
    for name in distributions:
        (site / f"{name}.dist-info").mkdir()
    return folder


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Two folders, each with an environment of its own that says which Keras it has."""
    found = {}
    for major, distributions in ((2, ("keras-2.15.0", "tensorflow-2.15.1")), (3, ("keras-3.9.2", "tensorflow-2.19.0"))):
        found[major] = tmp_path_factory.mktemp(f"keras{major}")
        _environment(found[major] / ".venv", *distributions)
    return found


def test_only_an_environment_that_was_chosen_tells(workspaces: dict[int, Path], tmp_path: Path) -> None:
    two, three = str(workspaces[2] / ".venv"), str(workspaces[3] / ".venv")
    assert chosen_versions("", workspaces[2], {})["keras"] == "2.15.0"
    assert chosen_versions(three, workspaces[2], {})["keras"] == "3.9.2"
    assert chosen_versions("", tmp_path, {"VIRTUAL_ENV": two})["keras"] == "2.15.0"
    assert chosen_versions("", tmp_path, {"PATH": f"{three}/bin"}) == {}
    # What the setting names is never replaced by another: without Keras nothing is known.
    bare = _environment(tmp_path / "bare")
    assert "keras" not in chosen_versions(str(bare), workspaces[2], {})


PROGRAM = """import keras
import numpy as np
model = keras.Sequential([
    keras.layers.Conv2D(4, 3, input_shape=(28, 28, 1)),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(3, batch_input_shape=(None, 4)),
])
model.compile(loss="mse")
model.fit(np.zeros((10, 28, 28, 1)), np.zeros(10))
model.predict(np.zeros((10, 32, 32, 1)))
"""


def _project(folder: Path) -> Project:
    return Project([folder], versions=lambda interpreter: chosen_versions(interpreter, folder, {}))


def _found(analysis: Analysis) -> list[tuple[int, str, str]]:
    return [(d.range.start.line + 1, d.code, d.severity) for d in analysis.diagnostics]


def test_what_each_keras_raises_on(workspaces: dict[int, Path], tmp_path: Path) -> None:
    document = Document.of_text("a.py", PROGRAM)
    assert _found(analyse(document, project=_project(workspaces[3]))) == [
        (6, "removed-argument", "error"),
        (9, "target-shape", "error"),
        (10, "declared-input-ignored", "warning"),
    ]
    assert _found(analyse(document, project=_project(workspaces[2]))) == [
        (9, "silent-broadcast", "warning"),
        (10, "input-shape", "error"),
    ]
    assert (6, "removed-argument", "information") in _found(analyse(document, project=_project(tmp_path)))


def test_another_interpreter_is_another_analysis(workspaces: dict[int, Path]) -> None:
    document, project = Document.of_text("a.py", PROGRAM), _project(workspaces[3])
    first = analyse(document, project=project)
    other = Settings(interpreter=str(workspaces[2] / ".venv"))
    assert _found(analyse(document, other, first)) == _found(analyse(document, project=_project(workspaces[2])))


def test_an_import_that_is_typed_changes_what_is_said() -> None:
    before = analyse(Document.of_text("a.py", PROGRAM))
    after = analyse(
        before.document.with_text(PROGRAM.replace("import keras", "import tf_keras as keras")), None, before
    )
    assert [code for _, code, _ in _found(after)] == ["silent-broadcast", "input-shape"]
    again = analyse(after.document.with_text(PROGRAM), None, after)
    assert _found(again) == _found(before)
