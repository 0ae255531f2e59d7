"""*Validate by running*: what real Keras says comes back on the findings, the fixes and the lens."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import LINE, RIGHT_RANK, WRONG_RANK, codes

VALIDATE = "keras-shapes.validate"


def validating(start: Start, capabilities: dict[str, object]) -> Editor:
    return start(capabilities, options={"interpreter": sys.executable, "validation": {"timeoutSeconds": 120}})


@pytest.mark.keras
@pytest.mark.slow
def test_confirmed_in_keras_own_words(start: Start, uri: str) -> None:
    editor = validating(start, PULL)
    editor.open(uri, WRONG_RANK)
    before = editor.pull(uri)
    summary = editor.command(VALIDATE, uri, 5)
    assert "1 confirmed" in summary
    assert any(summary in message["message"] for message in editor.messages("window/logMessage"))
    editor.wait(lambda: editor.requests("workspace/diagnostic/refresh"))
    (item,) = editor.pull(uri, before["resultId"])["items"]
    assert item["data"]["verdict"] == "confirmed"
    said = item["relatedInformation"][-1]["message"]
    assert said.startswith("Keras said: ValueError")
    assert re.search(r" \(keras \d[\d.]+, tensorflow \d[\d.]+", said), said
    assert "\x1b" not in said
    assert [lens["command"]["title"] for lens in editor.lenses(uri)][1] == f"✗ {summary}"
    assert all(action["title"].endswith(" ✓ runs") for action in editor.actions(uri, LINE))
    steps = [message["value"]["kind"] for message in editor.messages("$/progress")]
    assert (steps[0], steps[-1]) == ("begin", "end")
    editor.type(uri, (0, 0), (0, 0), "\n")
    assert "verdict" not in editor.diagnostics(uri)[0]["data"], "of another text it says nothing"


@pytest.mark.keras
@pytest.mark.slow
def test_pushed_to_who_cannot_ask(start: Start, uri: str) -> None:
    editor = validating(start, PUSH)
    editor.open(uri, RIGHT_RANK)
    assert editor.pushed(uri) == []
    assert editor.command(VALIDATE, uri, 5) == "real Keras runs it"
    assert editor.pushed(uri) == []


@pytest.mark.keras
@pytest.mark.slow
def test_on_save_where_it_is_wanted(start: Start, uri: str) -> None:
    editor = start(PULL, options={"interpreter": sys.executable, "validation": {"onSave": True}})
    editor.open(uri, WRONG_RANK)
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    editor.save(uri)
    editor.wait(lambda: editor.diagnostics(uri)[0]["data"].get("verdict") == "confirmed")
    assert editor.messages("window/showMessage") == [], "nobody asked just now"


@pytest.mark.keras
@pytest.mark.slow
def test_what_only_running_finds_is_shown_in_its_cell(start: Start, tmp_path: Path) -> None:
    editor = validating(start, PULL)
    notebook = (tmp_path / "book.ipynb").as_uri()
    first, second = f"{notebook}#1", f"{notebook}#2"
    editor.open_notebook(notebook, {first: RIGHT_RANK, second: "%time 1\nforecaster.get_layer('absent')"})
    assert (editor.diagnostics(first), editor.diagnostics(second)) == ([], [])
    assert "1 found by running" in editor.command(VALIDATE, first, 5)
    (item,) = editor.diagnostics(second)
    assert item["range"]["start"] == {"line": 1, "character": 0}
    assert (item["source"], item["data"]["verdict"]) == ("Keras said", "found")
    assert item["message"].startswith("ValueError")
    (seen,) = item["relatedInformation"]
    assert seen["message"].endswith("predict: one batch, its rows repeated for the others")
    assert editor.diagnostics(first) == []


FROM_A_TABLE = """import numpy as np
import keras
scale = float(input())
parts = eval("[np.zeros((100, 20, 10)), np.ones(100)]")
x = parts[0]
forecaster = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(4), keras.layers.Dense(1)])
forecaster.predict(x)
"""


@pytest.mark.keras
@pytest.mark.slow
def test_shapes_that_only_the_run_has_seen_are_shown_as_such(start: Start, uri: str) -> None:
    editor = validating(start, PULL)
    editor.open(uri, FROM_A_TABLE)
    assert not [hint for hint in editor.hints(uri) if hint[0] == 4]
    assert editor.command(VALIDATE, uri, 5) == "real Keras runs it"
    assert (4, 1, ": (100, 20, 10) float64 (seen)") in editor.hints(uri)
    assert "Seen when it was run: `(100, 20, 10) float64`" in (editor.hover(uri, 4, 0) or "")
    lens = editor.lenses(uri)[1]["command"]["title"]
    assert re.fullmatch(r"✓ ran: \(32, 20, 10\) → \(32, 1\) in \d+\.\d s", lens), lens
    editor.type(uri, (0, 0), (0, 0), "\n")
    assert not [hint for hint in editor.hints(uri) if "seen" in hint[2]], "of another text it says nothing"


# A server whose validation says of everything that real Keras does not agree.
REFUTING = """
import keras_shapes.execution.validation as validation
from keras_shapes.execution.verdict import FixVerdict, Report, Verdict
from keras_shapes.lsp.server import serve
def validate_with(runner, program, watch, progress):
    each = enumerate(program.expected)
    return Report(tuple(Verdict(e.code, e.line, "refuted", None, 0.1, (), n) for n, e in each), runner.interpreter)
validation.validate_with = validate_with
serve()
"""


def test_refuted_findings_are_withdrawn_until_the_text_changes(start: Start, uri: str) -> None:
    editor = start(PULL, command=[sys.executable, "-c", REFUTING], options={"interpreter": sys.executable})
    editor.open(uri, WRONG_RANK)
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert editor.diagnostics(uri) == []
    editor.type(uri, (0, 0), (0, 0), "\n")
    assert codes(editor.diagnostics(uri)) == ["input-rank"]


def test_fixes_that_fail_are_no_longer_offered(start: Start, uri: str) -> None:
    failing = REFUTING.replace(
        '"refuted", None, 0.1, ()', '"confirmed", "Bad", 0.1, (FixVerdict(e.fixes[0].title, "fails"),)'
    )
    editor = start(PULL, command=[sys.executable, "-c", failing], options={"interpreter": sys.executable})
    editor.open(uri, WRONG_RANK)
    before = [action["title"] for action in editor.actions(uri, LINE)]
    editor.command(VALIDATE, uri, 5)
    assert [action["title"] for action in editor.actions(uri, LINE)] == before[1:]


def test_cancelled_it_says_so(start: Start, uri: str) -> None:
    editor = validating(start, PULL)
    editor.open(uri, WRONG_RANK + "while True:\n    pass\n")
    command = editor.ask("workspace/executeCommand", {"command": VALIDATE, "arguments": [uri, 5]})
    token = editor.wait(lambda: next((m["token"] for m in editor.messages("$/progress")), None))
    editor.notify("window/workDoneProgress/cancel", {"token": token})
    assert "cancelled" in editor.answer(command)


def test_without_a_python_it_says_how_to_choose_one(start: Start, uri: str) -> None:
    editor = start(PULL, options={"interpreter": "/nowhere/python"})
    editor.open(uri, WRONG_RANK)
    answer = editor.command(VALIDATE, uri, 5)
    assert answer.startswith("not run")
    assert "keras-shapes.interpreter" in answer
    assert codes(editor.diagnostics(uri)) == ["input-rank"]


def test_never_where_it_is_turned_off(start: Start, uri: str) -> None:
    editor = start(PULL, options={"trusted": False, "interpreter": sys.executable})
    editor.open(uri, WRONG_RANK)
    assert "not trusted" in editor.command(VALIDATE, uri, 5)


ASKING = {**PULL, "window": {**PULL.get("window", {}), "showMessage": {}}}


def _asking(start: Start, server: str = REFUTING) -> Editor:
    return start(ASKING, command=[sys.executable, "-c", server], options={"interpreter": sys.executable})


def _questions(editor: Editor) -> list[str]:
    return [m["params"]["message"] for m in editor.asked if m["method"] == "window/showMessageRequest"]


@pytest.fixture
def remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that keeps what was allowed."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "keras-shapes" / "validation.json"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where Linux keeps a program's state")
def test_the_first_time_it_asks_naming_what_it_starts(start: Start, uri: str, remembered: Path) -> None:
    editor = _asking(start)
    editor.open(uri, WRONG_RANK)
    assert editor.command(VALIDATE, uri, 5) == "not run: it was not allowed."
    (question,) = _questions(editor)
    assert f"starts {sys.executable} -B -u " in question
    assert "child.py" in question
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    assert not remembered.exists()
    editor.presses = "Run"
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert len(_questions(editor)) == 2, "who has allowed it is not asked again"
    editor = _asking(start)
    editor.open(uri, WRONG_RANK)
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert _questions(editor) == [], "nor on another day"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where Linux keeps a program's state")
def test_where_it_cannot_be_confined_it_asks_again(start: Start, uri: str, remembered: Path) -> None:
    loose = REFUTING.replace(
        "    each =",
        "    if not watch.limits.unconfined:\n"
        "        verdict = Verdict(None, 0, 'not-run', 'loose')\n"
        "        return Report((verdict,), unconfined=('landlock: none',), kept_back=True)\n"
        "    each =",
    )
    editor = _asking(start, loose)
    editor.presses = "Run"
    editor.open(uri, WRONG_RANK)
    assert editor.command(VALIDATE, uri, 5) == "not run: loose"
    assert "cannot confine it wholly (landlock: none)" in _questions(editor)[-1]
    editor.presses = "Run unconfined"
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert editor.command(VALIDATE, uri, 5) == "1 refuted"
    assert len(_questions(editor)) == 3
    assert remembered.exists()
