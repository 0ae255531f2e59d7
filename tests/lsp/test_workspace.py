"""Files that are not open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import RIGHT_RANK, WRONG_RANK, codes


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """One wrong file, one right, one ignored, one broken, and a wrong notebook."""
    cells = [{"cell_type": "code", "source": WRONG_RANK, "metadata": {}, "outputs": []}]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    files = {
        "wrong.py": WRONG_RANK,
        "right.py": RIGHT_RANK,
        "ignored/wrong.py": WRONG_RANK,
        ".gitignore": "ignored/\n",
        "book.ipynb": json.dumps(notebook),
        "broken.ipynb": "{",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def pulled(editor: Editor, known: dict[str, str] | None = None) -> dict[str, dict[str, object]]:
    """The reports by file name."""
    previous = [{"uri": uri, "value": value} for uri, value in (known or {}).items()]
    answer = editor.request("workspace/diagnostic", {"previousResultIds": previous})
    return {item["uri"].rpartition("/")[2]: item for item in answer["items"]}


def test_pulled_where_the_setting_wants_it(start: Start, workspace: Path) -> None:
    editor = start(PULL, options={"diagnosticMode": "workspace"})
    reports = pulled(editor)
    assert set(reports) == {"wrong.py", "book.ipynb"}
    assert codes(reports["wrong.py"]["items"]) == ["input-rank"]  # type: ignore[arg-type]
    assert pulled(editor) == reports, "who asks without knowing anything is told again"


def test_what_is_open_is_left_to_its_own_question(start: Start, workspace: Path) -> None:
    editor = start(PULL, options={"diagnosticMode": "workspace"})
    editor.open((workspace / "wrong.py").as_uri(), RIGHT_RANK)
    assert set(pulled(editor)) == {"book.ipynb"}


def test_a_change_on_the_disk_answers_the_waiting_question(start: Start, workspace: Path) -> None:
    editor = start(PULL, options={"diagnosticMode": "workspace"})
    editor.quiet()
    wrong = workspace / "wrong.py"
    first = pulled(editor)
    known = {str(report["uri"]): str(report["resultId"]) for report in first.values()}
    previous = [{"uri": uri, "value": value} for uri, value in known.items()]
    held = editor.ask("workspace/diagnostic", {"previousResultIds": previous})
    wrong.write_text(RIGHT_RANK, encoding="utf-8")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": wrong.as_uri(), "type": 2}]})
    items = {item["uri"]: item for item in editor.answer(held)["items"]}
    assert items[wrong.as_uri()]["items"] == []
    assert items[(workspace / "book.ipynb").as_uri()]["kind"] == "unchanged"


@pytest.mark.parametrize("capabilities", [PUSH, PULL], ids=["push", "pull"])
def test_the_command_checks_every_file(start: Start, workspace: Path, capabilities: dict[str, object]) -> None:
    editor = start(capabilities)
    assert editor.command("keras-shapes.checkWorkspace") == "checked 4 files: 2 errors and 0 warnings in 2 files"
    published = {m["uri"].rpartition("/")[2]: m for m in editor.messages("textDocument/publishDiagnostics")}
    assert set(published) == {"wrong.py", "book.ipynb"}
    assert published["book.ipynb"]["diagnostics"][0]["range"]["start"] == {"line": 0, "character": 0}
    kinds = [m["value"]["kind"] for m in editor.messages("$/progress")]
    assert (kinds[0], kinds[-1]) == ("begin", "end")


def test_what_was_pushed_goes_when_the_file_is_opened(start: Start, workspace: Path) -> None:
    """Otherwise an editor that asks would show it twice."""
    editor = start(PULL)
    editor.command("keras-shapes.checkWorkspace")
    uri = (workspace / "wrong.py").as_uri()
    editor.open(uri, WRONG_RANK)
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    assert editor.messages("textDocument/publishDiagnostics")[-1] == {"uri": uri, "diagnostics": []}


@pytest.mark.parametrize(("mode", "offered"), [("openFilesOnly", False), ("workspace", True)])
def test_every_file_is_offered_only_where_it_is_wanted(start: Start, mode: str, offered: bool) -> None:
    editor = start(PULL, options={"diagnosticMode": mode})
    assert editor.capabilities["diagnosticProvider"]["workspaceDiagnostics"] is offered
