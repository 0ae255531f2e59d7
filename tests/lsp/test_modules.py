"""Programs of several files: what an edit in one changes in the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import codes

MODEL = (
    "import keras\nmodel = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(3)])\n"
)
OTHER = MODEL.replace("28, 28", "32, 32")
TRAIN = "import numpy as np\nfrom model import model\nmodel.predict(np.zeros((5, 32, 32)))\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "model.py").write_text(MODEL)
    (tmp_path / "train.py").write_text(TRAIN)
    return tmp_path / "model.py", tmp_path / "train.py"


def test_a_model_of_a_file_that_is_not_open(start: Start, files: tuple[Path, Path]) -> None:
    model, train = (file.as_uri() for file in files)
    editor = start(PULL)
    editor.open(train, TRAIN)
    (item,) = editor.diagnostics(train)
    assert item["code"] == "input-shape"
    assert model in {related["location"]["uri"] for related in item["relatedInformation"]}


def test_an_edit_in_one_file_is_pushed_for_the_others(start: Start, files: tuple[Path, Path]) -> None:
    model, train = (file.as_uri() for file in files)
    editor = start(PUSH)
    editor.open(train, TRAIN)
    editor.open(model, MODEL)
    editor.wait(lambda: codes(newest(editor, train)) == ["input-shape"])
    editor.replace(model, OTHER)
    editor.wait(lambda: codes(newest(editor, train)) == [])
    editor.close(model)
    editor.wait(lambda: codes(newest(editor, train)) == ["input-shape"])


def test_who_pulls_is_told_to_ask_again(start: Start, files: tuple[Path, Path]) -> None:
    model, train = (file.as_uri() for file in files)
    editor = start(PULL)
    editor.open(train, TRAIN)
    editor.open(model, MODEL)
    assert codes(editor.diagnostics(train)) == ["input-shape"]
    before = editor.requests("workspace/diagnostic/refresh")
    editor.replace(model, OTHER)
    editor.wait(lambda: editor.requests("workspace/diagnostic/refresh") > before)
    assert editor.diagnostics(train) == []


def test_a_change_on_the_disk_is_seen(start: Start, files: tuple[Path, Path]) -> None:
    model, train = files
    editor = start(PUSH)
    editor.open(train.as_uri(), TRAIN)
    editor.wait(lambda: codes(newest(editor, train.as_uri())) == ["input-shape"])
    model.write_text(OTHER)
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": model.as_uri(), "type": 2}]})
    editor.wait(lambda: codes(newest(editor, train.as_uri())) == [])


def newest(editor: Editor, uri: str) -> list[dict[str, object]]:
    sent = [message for message in editor.messages("textDocument/publishDiagnostics") if message["uri"] == uri]
    return sent[-1]["diagnostics"] if sent else [{"code": "nothing sent yet"}]
