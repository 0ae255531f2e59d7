"""Findings as the client gets them: pushed or pulled, never both."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import LINE, RIGHT_RANK, WRONG_RANK, codes

PUBLISHED = "textDocument/publishDiagnostics"


def test_pushed_with_version_on_open_and_on_each_edit(pushed_to: Editor, uri: str) -> None:
    pushed_to.open(uri, WRONG_RANK)
    assert codes(pushed_to.pushed(uri)) == ["input-rank"]
    pushed_to.type(uri, (3, 29), (3, 29), ", 20")
    assert pushed_to.pushed(uri) == []
    pushed_to.type(uri, (3, 29), (3, 33), "")
    assert codes(pushed_to.pushed(uri)) == ["input-rank"]
    assert {message["version"] for message in pushed_to.messages(PUBLISHED)} == {1, 2, 3}


def test_pulled_by_who_can(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    first = pulling.pull(uri)
    assert (first["kind"], codes(first["items"])) == ("full", ["input-rank"])
    assert pulling.pull(uri, first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
    pulling.replace(uri, RIGHT_RANK)
    after = pulling.pull(uri, first["resultId"])
    assert (after["kind"], after["items"]) == ("full", [])


def test_what_is_the_same_after_an_edit_is_unchanged(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    first = pulling.pull(uri)
    pulling.type(uri, (LINE + 1, 0), (LINE + 1, 0), "print(forecast)\n")
    assert pulling.pull(uri, first["resultId"])["kind"] == "unchanged"
    pulling.type(uri, (0, 0), (0, 0), "\n")
    assert pulling.pull(uri, first["resultId"])["kind"] == "full"


@pytest.mark.parametrize("capabilities", [PUSH, PULL], ids=["push", "pull"])
def test_never_both(start: Start, uri: str, capabilities: dict[str, object]) -> None:
    editor = start(capabilities)
    pulls = capabilities is PULL
    assert ("diagnosticProvider" in editor.capabilities) == pulls
    editor.open(uri, WRONG_RANK)
    editor.hints(uri)
    editor.type(uri, (0, 0), (0, 0), "\n")
    editor.hints(uri)
    editor.quiet()
    assert bool(editor.messages(PUBLISHED)) == (not pulls)


def test_says_why_and_where_from(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    (item,) = pulling.diagnostics(uri)
    assert item["range"]["start"]["line"] == LINE
    assert (item["severity"], item["source"]) == (1, "keras-shapes")
    page = Path(url2pathname(urlparse(item["codeDescription"]["href"]).path))
    assert page.read_text(encoding="utf-8").startswith("# input-rank")
    assert (item["data"]["expected"], item["data"]["found"]) == ("(None, 20, 10)", "(100, 10)")
    lines = {related["location"]["range"]["start"]["line"] for related in item["relatedInformation"]}
    assert {related["location"]["uri"] for related in item["relatedInformation"]} == {uri}
    assert {3, 6} <= lines, "the array's making and the declared input"


def test_related_lines_only_for_who_shows_them(start: Start, uri: str) -> None:
    editor = start({"textDocument": {"publishDiagnostics": {}}})
    editor.open(uri, WRONG_RANK)
    (item,) = editor.pushed(uri)
    assert "relatedInformation" not in item


def test_a_syntax_error_in_the_middle_keeps_the_rest(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK.replace("\n\n", "\n\ndef broken(:\n\n", 1))
    assert codes(pulling.diagnostics(uri)) == ["input-rank"]
    assert pulling.hints(uri)


def test_half_typed_code_does_not_flicker(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    for character, letter in enumerate("print(forecast"):
        pulling.type(uri, (LINE + 1, character), (LINE + 1, character), letter)
        assert codes(pulling.diagnostics(uri)) == ["input-rank"]


def test_close_takes_back_what_was_pushed(pushed_to: Editor, uri: str) -> None:
    pushed_to.open(uri, WRONG_RANK)
    assert pushed_to.pushed(uri)
    pushed_to.close(uri)
    pushed_to.wait(lambda: pushed_to.messages(PUBLISHED)[-1] == {"uri": uri, "diagnostics": []})


def test_a_file_that_is_not_open_has_no_findings(pulling: Editor, uri: str) -> None:
    assert pulling.diagnostics(uri) == []


def test_an_untitled_text_is_a_program_too(pulling: Editor) -> None:
    pulling.open("untitled:Untitled-1", WRONG_RANK)
    assert codes(pulling.diagnostics("untitled:Untitled-1")) == ["input-rank"]


def test_other_languages_are_left_alone(pushed_to: Editor, uri: str) -> None:
    pushed_to.open(uri, WRONG_RANK, language="markdown")
    assert pushed_to.hints(uri) == []
    pushed_to.quiet()
    assert pushed_to.messages(PUBLISHED) == []


def test_on_save_waits_for_the_save(start: Start, uri: str) -> None:
    editor = start(PULL, settings={"run": "onSave"})
    editor.open(uri, WRONG_RANK)
    first = editor.pull(uri)
    assert codes(first["items"]) == ["input-rank"]
    editor.replace(uri, RIGHT_RANK)
    assert editor.pull(uri, first["resultId"])["kind"] == "unchanged"
    editor.save(uri)
    assert editor.diagnostics(uri) == []
