"""The short form of `make keystrokes`."""

from __future__ import annotations

from pathlib import Path

from tests.lsp.editor import PULL, Editor

from .keystrokes import Tally, play, texts


def test_typed_key_by_key_nothing_flickers(tmp_path: Path) -> None:
    tally = Tally()
    editor = Editor(tmp_path, PULL)
    for name, text in texts(2):
        play(editor, (tmp_path / f"{name}.py").as_uri(), name, text, tally)
    assert editor.end() == 0
    assert (tally.flickers, tally.different) == ([], [])
    assert tally.keys > 1000
