"""Settings from the client and from pyproject.toml: taken while the server runs, and never a reason to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import WRONG_RANK, codes

MESSAGE = "window/showMessage"
CHANGED = "workspace/didChangeConfiguration"


def test_from_initialization_options(start: Start, uri: str) -> None:
    editor = start(PUSH, options={"ignore": ["input-rank"]})
    editor.open(uri, WRONG_RANK)
    assert editor.pushed(uri) == []


def test_from_the_client_when_it_is_asked(start: Start, uri: str) -> None:
    editor = start(PULL, settings={"severity": {"input-rank": "warning"}})
    editor.open(uri, WRONG_RANK)
    editor.wait(lambda: editor.requests("workspace/diagnostic/refresh"))
    editor.wait(lambda: [item["severity"] for item in editor.diagnostics(uri)] == [2])


def test_changed_while_it_runs(start: Start, uri: str) -> None:
    editor = start(PUSH)
    editor.open(uri, WRONG_RANK)
    assert codes(editor.pushed(uri)) == ["input-rank"]
    editor.notify(CHANGED, {"settings": {"keras-shapes": {"enable": False}}})
    editor.wait(lambda: editor.sent[-1]["params"].get("diagnostics") == [])
    assert editor.hints(uri) == []
    editor.notify(CHANGED, {"settings": {"keras-shapes": {"enable": True}}})
    editor.wait(lambda: codes(editor.sent[-1]["params"].get("diagnostics", [])) == ["input-rank"])


def test_the_projects_file_counts_and_is_watched(start: Start, tmp_path: Path, uri: str) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[tool.keras-shapes]\nignore = ["input-rank"]\n', encoding="utf-8")
    editor = start(PULL)
    editor.open(uri, WRONG_RANK)
    assert editor.diagnostics(uri) == []
    assert editor.wait(lambda: editor.requests("client/registerCapability"))
    project.write_text("[tool.keras-shapes]\n", encoding="utf-8")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": project.as_uri(), "type": 2}]})
    assert codes(editor.diagnostics(uri)) == ["input-rank"]


def test_excluded_files_are_left_alone(start: Start, tmp_path: Path) -> None:
    editor = start(PULL, options={"exclude": ["drafts"]})
    inside, outside = ((tmp_path / name).as_uri() for name in ("drafts/a.py", "a.py"))
    editor.open(inside, WRONG_RANK)
    editor.open(outside, WRONG_RANK)
    assert (editor.diagnostics(inside), codes(editor.diagnostics(outside))) == ([], ["input-rank"])


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"severity": {"input-rank": "fatal"}}, "severity"),
        ({"run": "sometimes"}, "onType"),
        ({"validation": {"timeoutSeconds": -1}}, "timeoutSeconds"),
        ({"colour": "red"}, "colour"),
        ({"select": "input-rank", "exclude": 3}, "exclude"),
    ],
)
def test_wrong_ones_are_told_once_and_the_rest_holds(start: Start, uri: str, options: object, named: str) -> None:
    editor = start(PUSH, options=options)
    editor.open(uri, WRONG_RANK)
    assert codes(editor.pushed(uri)) == ["input-rank"]
    editor.notify(CHANGED, {"settings": {"keras-shapes": options}})
    editor.hints(uri)
    (message,) = editor.messages(MESSAGE)
    assert named in message["message"]


@pytest.mark.parametrize("options", [None, [], "all", 3, {}, {"keras-shapes": None}])
def test_whatever_the_options_are_the_server_starts(start: Start, uri: str, options: object) -> None:
    editor = start(PUSH, options=options)
    editor.open(uri, WRONG_RANK)
    assert codes(editor.pushed(uri)) == ["input-rank"]


def test_a_broken_projects_file_is_told(start: Start, tmp_path: Path, uri: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.keras-shapes\n", encoding="utf-8")
    editor = start(PUSH)
    editor.open(uri, WRONG_RANK)
    assert codes(editor.pushed(uri)) == ["input-rank"]
    assert "pyproject.toml" in editor.messages(MESSAGE)[0]["message"]


def lens_titles(editor: Editor, uri: str) -> list[str]:
    return [lens["command"]["title"] for lens in editor.lenses(uri)]


def test_an_untrusted_workspace_cannot_have_code_run(start: Start, tmp_path: Path, uri: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.keras-shapes.validation]\nenable = true\n", encoding="utf-8")
    editor = start(PUSH, options={"trusted": False})
    editor.open(uri, WRONG_RANK)
    assert "Validate by running" not in lens_titles(editor, uri)
    editor.notify(CHANGED, {"settings": {"keras-shapes": {"trusted": True}}})
    assert "Validate by running" in lens_titles(editor, uri)
