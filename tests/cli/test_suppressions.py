"""Ignore comments: what they silence, and what they turn out not to be needed for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.cli.add_ignores import with_ignores
from keras_shapes.settings import Settings
from keras_shapes.source.document import Document, Position, Range
from keras_shapes.source.edits import replaced
from keras_shapes.source.suppressions import ignores, removal, suppressed, unused

IGNORE = "# keras-shapes: ignore"


def at(line: int, source: int = 0) -> Range:
    return Range(source, Position(line, 0), Position(line, 1))


def document(text: str) -> Document:
    return Document.of_text("t.py", text)


@pytest.mark.parametrize("comment", [IGNORE, f"{IGNORE}[input-rank]", f"{IGNORE}[a, input-rank]", f"# noqa {IGNORE}"])
def test_a_comment_silences_its_line_only(comment: str) -> None:
    program = document(f"x\nmodel.predict(x)  {comment}\ny")
    assert [suppressed(program, "input-rank", at(line)) for line in range(3)] == [False, True, False]


def test_named_codes_leave_the_others() -> None:
    assert not suppressed(document(f"x  {IGNORE}[input-rank]"), "input-shape", at(0))


@pytest.mark.parametrize("line", [0, 3])
def test_on_the_first_or_last_line_it_speaks_for_the_statement(line: int) -> None:
    lines = ["model.fit(", "    x,", "    y,", ")", "z"]
    lines[line] += f"  {IGNORE}[input-rank]"
    program = document("\n".join(lines))
    assert [suppressed(program, "input-rank", at(i)) for i in range(5)] == [True] * 4 + [False]


def test_in_the_middle_it_speaks_for_its_line() -> None:
    program = document(f"Sequential([\n  a,  {IGNORE}\n  b,\n])")
    assert [suppressed(program, "c", at(i)) for i in range(4)] == [False, True, False, False]


def test_a_headers_comment_leaves_the_body() -> None:
    program = document(f"def f(\n    a,\n):  {IGNORE}\n    x\n")
    assert [suppressed(program, "c", at(i)) for i in range(4)] == [True, True, True, False]


def test_a_file_is_silenced_for_one_code() -> None:
    program = document("x\n" * 3 + f"{IGNORE}-file[input-rank]\n")
    assert suppressed(program, "input-rank", at(0))
    assert not suppressed(program, "input-shape", at(0))


@pytest.mark.parametrize("text", ['x = "# keras-shapes: ignore"', '"""\n# keras-shapes: ignore\n"""', "# keras-shapes"])
def test_in_a_string_it_is_no_comment(text: str) -> None:
    assert ignores(document(text)) == ()


def test_half_typed_text_keeps_its_comments() -> None:
    program = document(f"x = (\ny  {IGNORE}\nz")
    assert [suppressed(program, "c", at(i)) for i in range(3)] == [False, True, False]


def removals(text: str, *silenced: tuple[str, Range]) -> Iterator[str]:
    program = document(text)
    for idle in unused(program, silenced):
        where = removal(program, idle.where)
        line = program.sources[0].lines[where.start.line]
        yield line[: where.start.character] + line[where.end.character :]


def test_what_silences_nothing_is_named_with_what_to_delete() -> None:
    needed = ("b", at(0))
    assert list(removals(f"x  {IGNORE}[b]", needed)) == []
    assert list(removals(f"x  {IGNORE}[a, b]", needed)) == [f"x  {IGNORE}[b]"]
    assert list(removals(f"x  {IGNORE}[b, a]", needed)) == [f"x  {IGNORE}[b]"]
    assert list(removals(f"x  {IGNORE}[a]", needed)) == ["x"]
    assert list(removals(f"x\ny  {IGNORE}", needed)) == ["y"]
    assert list(removals(f"x  {IGNORE}", needed)) == []


REPORTED = "import numpy as np\nx = np.zeros((2, 3)).reshape(4, 2)"


def codes(text: str, **settings: object) -> list[str]:
    analysis = analyse(document(text), Settings.from_mapping(settings)[0])
    return [diagnostic.code for diagnostic in analysis.diagnostics]


def test_an_idle_comment_is_reported_and_its_fix_removes_it() -> None:
    assert codes(f"{REPORTED}  {IGNORE}[reshape-size]") == []
    assert codes(f"{REPORTED}  {IGNORE}") == []
    assert codes(f"{REPORTED}  {IGNORE}[input-rank]") == ["reshape-size", "unused-ignore"]
    analysis = analyse(document(f"{REPORTED}  {IGNORE}[input-rank, reshape-size]"))
    (diagnostic,) = analysis.diagnostics
    (fix,) = analysis.fixes(diagnostic)
    changes = [(edit.range, edit.new_text) for edit in fix.edits]
    assert replaced("\n".join(analysis.document.sources[0].lines), changes) == f"{REPORTED}  {IGNORE}[reshape-size]"
    assert (diagnostic.severity, fix.safe) == ("warning", True)


def test_what_is_turned_off_or_cannot_be_parsed_makes_no_comment_idle() -> None:
    text = f"{REPORTED}  {IGNORE}[reshape-size]"
    assert codes(text, ignore=["reshape-size"]) == []
    assert codes(text, select=["input-rank", "unused-ignore"]) == []
    assert codes(f"{REPORTED.replace('4', '3')}  {IGNORE}", ignore=["reshape-size"]) == []
    assert codes(f"x = 1  {IGNORE}[reshape-size]\ny = (\n") == []
    assert codes(f"x = 1  {IGNORE}[reshape-size]", severity={"unused-ignore": "off"}) == []
    assert codes(f"x = 1  {IGNORE}[reshape-size]") == ["unused-ignore"]


ODD_PLACES = """\
import numpy as np
import keras

model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(1)])
x = np.zeros((8, 3))
text = \"\"\"a
b\"\"\"; model.predict(x)
model.predict(x, \\
    verbose=0)  # evaluate it
model.predict(
    x,
)
shown = f\"\"\"{model.predict(x)
}\"\"\"
if shown:
\tmodel.predict(x)  # keras-shapes: ignore[loss-target]
model.predict(x)"""


def test_comments_are_added_where_comments_can_stand() -> None:
    """Behind strings and continued lines, into the comment that is there, without a line's end at the end."""
    analysis = analyse(document(ODD_PLACES))
    text, count = with_ignores(analysis, ODD_PLACES)
    assert count == 6
    again = analyse(document(text))
    assert not again.syntax_problems
    assert [d.code for d in again.diagnostics] == ["unused-ignore"]
