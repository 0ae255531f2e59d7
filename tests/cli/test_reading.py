"""Reading files as Python would, and writing edits back."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_shapes.source.document import Document, Position, Range
from keras_shapes.source.edits import edited, overlap, replaced
from keras_shapes.source.reading import Text, Unreadable, decode, read


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"x = 1", "x = 1", "utf-8"),
        ("é 🙂".encode(), "é 🙂", "utf-8"),
        ("\ufeffé".encode(), "é", "utf-8-sig"),
        (b"# -*- coding: latin-1 -*-\n\xe9", "# -*- coding: latin-1 -*-\né", "iso-8859-1"),
        (b"#!\n# vim: set fileencoding=cp1252 :\n\x80", "#!\n# vim: set fileencoding=cp1252 :\n€", "cp1252"),
    ],
)
def test_bytes_are_read_as_python_reads_them_and_come_back(content: bytes, text: str, encoding: str) -> None:
    read_text = decode(content)
    assert read_text == Text(text, encoding)
    assert read_text.encode(text) == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"x\n# \xe9", r"not in UTF-8 \(byte 0xe9 in line 2\), and it declares no other encoding"),
        (b"# coding: ascii\n\xe9", r"not in ASCII"),
        (b"\x7fELF\0\0", "a binary file"),
        ("x = 1".encode("utf-16"), "in UTF-16"),
        (b"# coding: klingon", "unknown encoding: klingon"),
        (b"# coding: rot13", "none for text"),
        (b"\xef\xbb\xbf# coding: latin-1", "encoding problem"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        decode(content)


def test_missing_files_and_folders_say_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read(tmp_path / "missing.py")
    with pytest.raises(Unreadable, match="a folder"):
        read(tmp_path)


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    with pytest.raises(Unreadable, match="'→' cannot be written in iso-8859-1"):
        Text("", "iso-8859-1").encode("→")


def span(line: int, start: int, end_line: int, end: int, source: int = 0) -> Range:
    return Range(source, Position(line, start), Position(end_line, end))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_edits_keep_the_files_line_ends(newline: str) -> None:
    before = newline.join(["é = 1", "b = 2", "c = 3", ""])
    changes = [(span(0, 4, 0, 5), "9"), (span(1, 0, 2, 0), ""), (span(3, 0, 3, 0), "d\ne\n")]
    assert replaced(before, changes) == newline.join(["é = 9", "c = 3", "d", "e", ""])


def test_an_edit_behind_the_last_line_appends() -> None:
    assert replaced("a", [(span(1, 0, 1, 0), "\nb")]) == "a\nb"


def test_characters_beyond_16_bits_count_once() -> None:
    document = Document.of_text("t.py", "s = '🙂'; x = 1")
    assert edited(document, "s = '🙂'; x = 1", [(span(0, 13, 0, 14), "2")]) == "s = '🙂'; x = 2"


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (span(0, 0, 0, 3), span(0, 2, 0, 5), True),
        (span(0, 0, 0, 3), span(0, 3, 0, 5), False),
        (span(0, 0, 2, 0), span(1, 5, 1, 6), True),
        (span(0, 1, 0, 1), span(0, 1, 0, 1), True),
        (span(0, 0, 0, 3), span(0, 0, 0, 3, source=1), False),
    ],
)
def test_edits_that_cannot_both_be_made_overlap(a: Range, b: Range, both: bool) -> None:
    assert overlap(a, b) is both
    assert overlap(b, a) is both
