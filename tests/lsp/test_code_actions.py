"""Fixes as the client gets and applies them."""

from __future__ import annotations

import pytest

from .conftest import Start
from .editor import PULL, Editor, applied
from .programs import LINE, RIGHT_RANK, WRONG_RANK


def edits_of(action: dict[str, object], uri: str) -> list[dict[str, object]]:
    """The edits for one document, checked to be versioned."""
    (change,) = action["edit"]["documentChanges"]  # type: ignore[index]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    return change["edits"]  # type: ignore[no-any-return]


def test_each_fix_mends_what_it_is_for(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    actions = pulling.actions(uri, LINE)
    assert actions
    assert sum(action["isPreferred"] for action in actions) == 1
    for action in actions:
        assert action["kind"] == "quickfix"
        assert [d["code"] for d in action["diagnostics"]] == ["input-rank"]
        mended = uri.replace("program", f"mended{actions.index(action)}")
        pulling.open(mended, applied(WRONG_RANK, edits_of(action, uri)))
        assert pulling.diagnostics(mended) == [], action["title"]


def test_never_a_reshape_that_changes_the_number_of_elements(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    assert not [a for a in pulling.actions(uri, LINE) if "(100, 20, 10)" in str(a["edit"])]


def test_none_where_nothing_is_wrong(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    assert pulling.actions(uri, 0) == []
    pulling.replace(uri, RIGHT_RANK)
    assert pulling.actions(uri, LINE) == []


@pytest.mark.parametrize(
    ("only", "some"), [(["quickfix"], True), (["refactor"], False), (["source.organizeImports"], False), ([""], True)]
)
def test_only_the_kinds_that_are_asked_for(pulling: Editor, uri: str, only: list[str], some: bool) -> None:
    pulling.open(uri, WRONG_RANK)
    assert bool(pulling.actions(uri, LINE, only)) == some


def test_on_a_finding_real_keras_may_be_asked(pulling: Editor, start: Start, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    found = pulling.diagnostics(uri)
    (asking,) = pulling.actions(uri, LINE, ["keras-shapes.validate"], found)
    assert pulling.actions(uri, LINE, None, found)[-1] == asking
    assert asking["command"]["command"] == "keras-shapes.validate"
    assert asking["command"]["arguments"] == [uri, LINE]
    assert [d["code"] for d in asking["diagnostics"]] == ["input-rank"]
    assert asking not in pulling.actions(uri, LINE, ["quickfix"], found)
    untrusted = start(PULL, options={"trusted": False})
    untrusted.open(uri, WRONG_RANK)
    assert untrusted.actions(uri, LINE, ["keras-shapes.validate"], untrusted.diagnostics(uri)) == []


def test_plain_changes_for_who_cannot_take_versioned_ones(start: Start, uri: str) -> None:
    editor = start({**PULL, "workspace": {"configuration": True}})
    editor.open(uri, WRONG_RANK)
    for action in editor.actions(uri, LINE):
        assert list(action["edit"]) == ["changes"]
        assert list(action["edit"]["changes"]) == [uri]


# Comments that silence nothing.
IDLE = """\
import numpy as np
x = np.zeros(3)  # keras-shapes: ignore[input-rank]
y = 1  # keras-shapes: ignore[merge-shapes]
"""
FIX_ALL, NOTEBOOK_FIX_ALL = "source.fixAll.keras-shapes", "notebook.source.fixAll.keras-shapes"


@pytest.mark.parametrize("only", ["source", "source.fixAll", FIX_ALL])
def test_all_safe_fixes_of_a_file_at_once(pulling: Editor, uri: str, only: str) -> None:
    pulling.open(uri, IDLE)
    assert [item["code"] for item in pulling.diagnostics(uri)] == ["unused-ignore"] * 2
    (action,) = pulling.actions(uri, 0, [only])
    assert (action["kind"], len(action["diagnostics"])) == (FIX_ALL, 2)
    assert applied(IDLE, edits_of(action, uri)) == "import numpy as np\nx = np.zeros(3)\ny = 1\n"


def test_what_is_not_safe_is_in_no_fix_all(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    assert pulling.actions(uri, LINE, ["source"]) == []


def test_all_safe_fixes_of_a_notebook(pulling: Editor, uri: str) -> None:
    first, second = f"{uri}#1", f"{uri}#2"
    pulling.open_notebook(uri, {first: IDLE, second: IDLE})
    (action,) = pulling.actions(second, 0, [NOTEBOOK_FIX_ALL])
    changed = {change["textDocument"]["uri"] for change in action["edit"]["documentChanges"]}
    assert (action["kind"], changed) == (NOTEBOOK_FIX_ALL, {first, second})
    (own,) = pulling.actions(second, 0, [FIX_ALL])
    assert [change["textDocument"]["uri"] for change in own["edit"]["documentChanges"]] == [second]
    assert pulling.actions(uri, 0, [NOTEBOOK_FIX_ALL]) == [], "the notebook itself is no text"
