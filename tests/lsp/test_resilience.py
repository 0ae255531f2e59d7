"""What goes wrong inside is logged; the server lives, and shows the last it knew."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import Start
from .editor import PULL, SERVER, Editor, ServerError
from .programs import LINE, WRONG_RANK, codes

# A server whose analysis fails on texts with a certain word.
FAILING = """
import keras_shapes.analysis as analysis
from keras_shapes.lsp.server import serve
sound = analysis.analyse
def analyse(document, *more, **named):
    if any("explode" in line for source in document.sources for line in source.lines):
        raise RuntimeError("planted")
    return sound(document, *more, **named)
analysis.analyse = analyse
serve()
"""


def test_an_error_in_an_analysis_keeps_the_last_one(start: Start, uri: str) -> None:
    editor = start(PULL, command=[sys.executable, "-c", FAILING])
    editor.open(uri, WRONG_RANK)
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    editor.type(uri, (LINE + 1, 0), (LINE + 1, 0), "explode")
    assert codes(editor.diagnostics(uri)) == ["input-rank"]
    assert editor.hints(uri)
    (logged,) = [m["message"] for m in editor.messages("window/logMessage") if "planted" in m["message"]]
    assert "Traceback" in logged
    assert editor.messages("window/showMessage") == []
    editor.replace(uri, "")
    assert editor.diagnostics(uri) == []


def test_an_error_in_the_first_analysis_is_no_end(start: Start, uri: str) -> None:
    editor = start(PULL, command=[sys.executable, "-c", FAILING])
    editor.open(uri, "explode")
    assert editor.diagnostics(uri) == []
    assert (editor.hints(uri), editor.lenses(uri), editor.actions(uri, 0)) == ([], [], [])
    editor.replace(uri, WRONG_RANK)
    assert codes(editor.diagnostics(uri)) == ["input-rank"]


@pytest.mark.parametrize(
    "text",
    ["", "\0", "(" * 5000, "x = " + "1+" * 5000 + "1", "\ud800", "x = '\\N{}'", "\ufeffimport keras", "def f(:\n\t if"],
    ids=["empty", "null", "brackets", "deep", "surrogate", "escape", "byte order mark", "broken"],
)
def test_no_text_ends_it(pulling: Editor, uri: str, text: str) -> None:
    pulling.open(uri, text)
    pulling.pull(uri)
    pulling.hints(uri)
    pulling.hover(uri, 0, 1)
    pulling.replace(uri, WRONG_RANK)
    assert codes(pulling.diagnostics(uri)) == ["input-rank"]


def test_data_written_as_python_is_passed_over(pulling: Editor, uri: str) -> None:
    """A million numbers took half a minute and more than a gigabyte."""
    pulling.open(uri, WRONG_RANK + f"data = [{'1, ' * 1_000_000}]\n")
    assert (pulling.diagnostics(uri), pulling.hints(uri)) == ([], [])
    pulling.type(uri, (LINE + 1, 0), (LINE + 2, 0), "")
    assert codes(pulling.diagnostics(uri)) == ["input-rank"]


def test_what_makes_no_sense_is_answered_with_an_error(pulling: Editor, uri: str) -> None:
    for method, parameters in [
        ("textDocument/hover", {"textDocument": {"uri": uri}}),
        ("workspace/executeCommand", {"command": "keras-shapes.unheard"}),
        ("workspace/executeCommand", {"command": "keras-shapes.showModel", "arguments": []}),
        ("textDocument/unheard", {}),
    ]:
        with pytest.raises(ServerError):
            pulling.request(method, parameters)
    pulling.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": []})
    pulling.notify("$/cancelRequest", {"id": 4711})
    pulling.notify("textDocument/unheard", {})
    pulling.open(uri, WRONG_RANK)
    assert codes(pulling.diagnostics(uri)) == ["input-rank"]
    assert pulling.messages("window/showMessage") == []


def test_positions_outside_the_text_are_its_ends(pulling: Editor, uri: str) -> None:
    pulling.open(uri, "x = 1")
    pulling.type(uri, (9, 9), (10, 3), "\n" + WRONG_RANK)
    (item,) = pulling.diagnostics(uri)
    assert item["range"]["start"]["line"] == LINE + 1
    assert pulling.hover(uri, 99, 99) is None


def test_the_newest_text_is_answered_for(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    questions = []
    for number in range(20):
        pulling.type(uri, (0, 0), (0, 0), "\n")
        if number % 3 == 0:
            questions.append(pulling.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
    last = pulling.diagnostics(uri)
    assert last[0]["range"]["start"]["line"] == LINE + 20
    assert all(codes(pulling.answer(question)["items"]) == ["input-rank"] for question in questions)


def test_a_request_can_be_cancelled(start: Start) -> None:
    editor = start(PULL, options={"diagnosticMode": "workspace"})
    editor.quiet()
    known = [{"uri": "file:///gone.py", "value": "1"}]
    editor.request("workspace/diagnostic", {"previousResultIds": known})
    held = editor.ask("workspace/diagnostic", {"previousResultIds": known})
    editor.notify("$/cancelRequest", {"id": held})
    with pytest.raises(ServerError, match="cancel"):
        editor.answer(held)


def test_what_prints_cannot_break_the_protocol(start: Start, uri: str) -> None:
    talkative = FAILING.replace('raise RuntimeError("planted")', 'print("explode" * 99)')
    editor = start(PULL, command=[sys.executable, "-c", talkative])
    editor.open(uri, WRONG_RANK + "explode")
    assert codes(editor.diagnostics(uri)) == ["input-rank"]


def test_it_ends_when_the_client_is_gone(tmp_path: Path) -> None:
    editor = Editor(tmp_path, PULL, command=SERVER)
    editor.quiet()
    assert editor.vanish() == 0


def test_over_tcp(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen([*SERVER, "--tcp", f"127.0.0.1:{port}"], cwd=tmp_path)
    try:
        stream = connected(port).makefile("rwb")
        for message in (
            {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
            {"id": 2, "method": "shutdown"},
        ):
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            stream.flush()
            length = int(stream.readline().split(b":")[1])
            while stream.readline().strip():
                pass
            assert json.loads(stream.read(length))["id"] == message["id"]
        body = b'{"jsonrpc": "2.0", "method": "exit"}'
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stream.flush()
        assert process.wait(10) == 0
    finally:
        process.kill()


def connected(port: int) -> socket.socket:
    """A connection, as soon as the server listens."""
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise TimeoutError(port)


@pytest.mark.parametrize("fails", [True, False])
def test_a_client_that_refuses_a_progress_bar_gets_its_answer(start: Start, fails: bool) -> None:
    editor = start(PULL)
    editor.refuses = {"window/workDoneProgress/create"} if fails else set()
    assert editor.command("keras-shapes.checkWorkspace").startswith("checked 0 files")
    assert bool(editor.messages("$/progress")) != fails
