"""Notebooks: which cells are the program, what is blanked in them, and edits written back into the JSON."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from keras_shapes.source.notebook import BrokenNotebook, blank_magics, python_cells, read_notebook
from keras_shapes.source.notebook_edit import with_cells


def cell(source: str | list[str], kind: str = "code", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source, **more}


def notebook(*cells: Any, **metadata: Any) -> str:
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


@pytest.mark.parametrize(
    ("line", "python"),
    [
        ("%matplotlib inline", ""),
        ("!pip install keras", ""),
        ("    !echo done", "    pass"),
        ("files = !ls *.npy", "files = get_ipython()"),
        ("a, b = %magic here", "a, b = get_ipython()"),
        ('d["k"].x = !cat', 'd["k"].x = get_ipython()'),
        ("%time history = model.fit(x)", "0;    history = model.fit(x)"),
        ("y = %time model(x)", "y =       model(x)"),
        ("model.fit?", ""),
        ("?model.fit", ""),
        ("model??", ""),
        ("pip install keras", ""),
        ('print("a = %d" % 3)', 'print("a = %d" % 3)'),
        ('x = "= !y"  # really?', 'x = "= !y"  # really?'),
        ("a = b % c", "a = b % c"),
        ("a != b", "a != b"),
    ],
)
def test_a_line_of_ipythons_becomes_python_and_the_rest_stays(line: str, python: str) -> None:
    assert blank_magics(line) == python
    ast.parse("if True:\n" + python if python.startswith(" ") else python)


@pytest.mark.parametrize(
    "text",
    [
        'x = """\n%not a magic\n!nor this\n"""\n!ls',
        "x = (a\n  % b)\n!ls",
        "x = a \\\n  % b\n!ls",
        "x = {'k': [1,\n2]}  # a ( in a comment\ny = '('\n!ls",
        "x = '''it's \\''' still\n!inside\n'''\n!ls",
    ],
)
def test_what_goes_on_inside_brackets_and_strings_is_no_command(text: str) -> None:
    assert blank_magics(text) == text.removesuffix("!ls")


def test_a_commands_backslash_takes_the_next_line_along() -> None:
    assert blank_magics("!pip install \\\n  keras \\\n  numpy\nx = 1") == "\n\n\nx = 1"


@pytest.mark.parametrize("magic", ["bash", "html", "writefile model.py", "javascript", "R", "latex", "sql"])
def test_a_cell_in_another_language_is_blanked_whole(magic: str) -> None:
    assert blank_magics(f"%%{magic}\nx <- (1\n<b>") == "\n\n"


@pytest.mark.parametrize("magic", ["time", "timeit -n 3", "capture output"])
def test_a_timed_cell_is_python(magic: str) -> None:
    assert blank_magics(f"\n%%{magic}\nx = 1\n!ls") == "\n\nx = 1\n"


def test_python_cells_keep_their_index_in_the_notebook() -> None:
    text = notebook(cell("# Title", "markdown"), cell(["import keras\n", "%time x = 1"]), cell("raw", "raw"), cell("y"))
    document = read_notebook("n.ipynb", text)
    assert [(source.cell, source.lines) for source in document.sources] == [
        (1, ["import keras", "%time x = 1"]),
        (3, ["y"]),
    ]
    assert document.sources[0].code == ["import keras", "0;    x = 1"]


@pytest.mark.parametrize(
    "metadata",
    [{"language_info": {"name": "R"}}, {"kernelspec": {"language": "julia", "name": "julia-1.9"}}],
)
def test_another_kernels_cells_are_none_of_ours(metadata: dict[str, Any]) -> None:
    assert read_notebook("n.ipynb", notebook(cell("x = 1"), **metadata)).sources == ()


def test_a_single_cell_in_another_language_is_left_out() -> None:
    shell = cell("ls -l") | {"metadata": {"vscode": {"languageId": "shellscript"}}}
    assert list(python_cells(notebook(shell, cell("x = 1")))) == [(1, "x = 1")]


def test_nbformat_3_is_read() -> None:
    cells = [{"cell_type": "heading", "source": "T"}, {"cell_type": "code", "language": "python", "input": ["x = 1"]}]
    assert list(python_cells(json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3}))) == [(1, "x = 1")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"cells": [', "JSON breaks off"),
        ("[1, 2]", "no list of cells"),
        ('{"cells": 3}', "no list of cells"),
        ("", "JSON breaks off"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_notebook_says_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(BrokenNotebook, match=words):
        list(python_cells(text))


def test_odd_cells_are_passed_over() -> None:
    text = json.dumps({"cells": [None, 3, {}, {"cell_type": "code", "source": 5}, cell("x")], "metadata": []})
    assert list(python_cells(text)) == [(4, "x")]


@pytest.mark.parametrize("indent", [None, 1, 2, "\t"])
@pytest.mark.parametrize("source", [["x = 1\n", "y = 2"], ["x = 1"], "x = 1\ny = 2", [], ""])
@pytest.mark.parametrize("newline", ["", "\n"])
def test_edits_change_nothing_but_their_cell(indent: Any, source: Any, newline: str) -> None:
    cells = [cell("# ünïcode \u2028 \u00a0", "markdown"), cell(source, outputs=[]), cell(["z\n", "# é"])]
    content = {"cells": cells, "metadata": {"a": [1, {"cells": []}]}, "nbformat": 4}
    before = json.dumps(content, indent=indent, ensure_ascii=False) + newline
    cells[1]["source"] = ["x = 1\n", 'ß = "2"\n'] if isinstance(source, list) else 'x = 1\nß = "2"\n'
    after = json.dumps(content, indent=indent, ensure_ascii=False) + newline
    assert with_cells(before, {1: 'x = 1\nß = "2"\n'}) == after


def test_an_escaped_notebook_stays_escaped_and_untouched_lines_keep_their_very_escapes() -> None:
    before = '{"cells": [{"cell_type": "code", "source": ["a \\u003c b  # \\u00e9\\n", "x"]}], "metadata": {}}'
    after = '{"cells": [{"cell_type": "code", "source": ["a \\u003c b  # \\u00e9\\n", "\\u00df"]}], "metadata": {}}'
    assert with_cells(before, {0: "a < b  # é\nß"}) == after


def test_several_cells_are_edited_at_once() -> None:
    text = notebook(cell(["a"]), cell(["b"]), cell(["c"]))
    edited = with_cells(text, {0: "much longer\nthan before", 2: ""})
    assert [cell["source"] for cell in json.loads(edited)["cells"]] == [["much longer\n", "than before"], ["b"], []]
