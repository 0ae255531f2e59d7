"""`textDocument/documentSymbol`."""

from __future__ import annotations

from .editor import Editor

PROGRAM = """\
import keras
model = keras.Sequential([keras.Input(shape=(20, 10)), keras.layers.LSTM(32)])
"""


def test_document_symbol(pulling: Editor, uri: str) -> None:
    pulling.open(uri, PROGRAM)
    answer = pulling.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert answer == ["what an editor shows"]
