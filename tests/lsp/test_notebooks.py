"""A notebook is one program: what one cell binds, the next one uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor, Json
from .programs import codes

CELLS = ["import numpy as np\nimport keras", "%matplotlib inline\nx = np.random.rand(100, 10)"]
MODEL = "model = keras.Sequential([keras.Input(shape=(20, 10)), keras.layers.LSTM(4)])"
PREDICT = "!pip list\nmodel.predict(x)"


@pytest.fixture
def notebook(tmp_path: Path) -> str:
    return (tmp_path / "book.ipynb").as_uri()


def cells(notebook: str) -> dict[str, str]:
    """URIs and texts as VS Code makes them."""
    base = notebook.replace("file:", "vscode-notebook-cell:")
    return {f"{base}#W{n}sZmlsZQ%3D%3D": text for n, text in enumerate([*CELLS, MODEL, PREDICT])}


def test_findings_in_their_cells_with_links_to_others(start: Start, notebook: str) -> None:
    editor = start(PULL)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    found = {uri: editor.diagnostics(uri) for uri in texts}
    first, second, third, last = texts
    assert [codes(items) for items in found.values()] == [[], [], [], ["input-rank"]]
    item = found[last][0]
    assert item["range"]["start"] == {"line": 1, "character": 0}
    assert {second, third} <= {related["location"]["uri"] for related in item["relatedInformation"]}
    assert first not in {related["location"]["uri"] for related in item["relatedInformation"]}


def test_pushed_for_each_cell(pushed_to: Editor, notebook: str) -> None:
    texts = cells(notebook)
    pushed_to.open_notebook(notebook, texts)
    assert [codes(pushed_to.pushed(uri)) for uri in texts] == [[], [], [], ["input-rank"]]
    pushed_to.replace_cell(notebook, list(texts)[1], "x = np.random.rand(100, 20, 10)")
    pushed_to.wait(
        lambda: pushed_to.sent[-1]["params"] == {"uri": list(texts)[3], "version": 1, "diagnostics": []} or None
    )


def test_an_edit_in_one_cell_refreshes_the_others(start: Start, notebook: str) -> None:
    editor = start(PULL)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    last = list(texts)[3]
    before = editor.pull(last)
    assert codes(before["items"]) == ["input-rank"]
    editor.quiet()
    refreshes = editor.requests("workspace/diagnostic/refresh")
    editor.replace_cell(notebook, list(texts)[1], "x = np.random.rand(100, 20, 10)")
    editor.wait(lambda: editor.requests("workspace/diagnostic/refresh") > refreshes)
    assert editor.pull(last, before["resultId"])["items"] == []


def structure(start: int, deleted: int, opened: dict[str, str], closed: list[str]) -> Json:
    """A change of which cells there are."""
    documents = [{"uri": uri, "languageId": "python", "version": 1, "text": text} for uri, text in opened.items()]
    return {
        "structure": {
            "array": {
                "start": start,
                "deleteCount": deleted,
                "cells": [{"kind": 2, "document": uri} for uri in opened],
            },
            "didOpen": documents,
            "didClose": [{"uri": uri} for uri in closed],
        }
    }


def test_cells_come_and_go(start: Start, notebook: str) -> None:
    editor = start(PULL)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    _, second, _, last = texts
    assert codes(editor.diagnostics(last)) == ["input-rank"]
    new = {f"{notebook}#new": "x = np.zeros((5, 20, 10))"}
    editor.change_notebook(notebook, structure(3, 0, new, []))
    assert editor.diagnostics(last) == []
    editor.change_notebook(notebook, structure(3, 1, {}, list(new)))
    assert codes(editor.diagnostics(last)) == ["input-rank"]
    editor.change_notebook(notebook, structure(1, 1, {}, [second]))
    assert editor.diagnostics(last) == [], "nobody knows x"


def test_hints_hover_and_lenses_in_cells(start: Start, notebook: str) -> None:
    editor = start(PULL)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    _, second, third, last = texts
    assert editor.hints(second) == [(1, 1, ": (100, 10) float64")]
    hover = editor.hover(last, 1, len("model.predict(")) or ""
    assert "line 2 of cell 2" in hover
    assert next(lens["command"]["arguments"] for lens in editor.lenses(third)) == [third, 0]
    assert editor.lenses(last) == []


def test_fixes_edit_the_cells_they_are_for(start: Start, notebook: str) -> None:
    editor = start(PULL)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    actions = editor.actions(list(texts)[3], 1)
    assert actions
    touched = {c["textDocument"]["uri"] for a in actions for c in a["edit"]["documentChanges"]}
    assert touched <= set(texts)


def test_closed_it_is_forgotten(start: Start, notebook: str) -> None:
    editor = start(PUSH)
    texts = cells(notebook)
    editor.open_notebook(notebook, texts)
    assert editor.pushed(list(texts)[3])
    closing = {"notebookDocument": {"uri": notebook}, "cellTextDocuments": [{"uri": uri} for uri in texts]}
    editor.notify("notebookDocument/didClose", closing)
    editor.wait(lambda: editor.sent[-1]["params"] == {"uri": list(texts)[3], "diagnostics": []})
    assert editor.hints(list(texts)[1]) == []
