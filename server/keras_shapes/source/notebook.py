"""Notebooks: a `.ipynb` file's Python cells as one program, with IPython's own commands blanked out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .document import Document, Source, split_lines

# Cell magics whose cell is Python in the notebook's own namespace; of all others nothing is known.
_PYTHON_CELLS = frozenset(("time", "timeit", "capture", "prun", "debug", "memit", "snakeviz", "scalene", "notify"))
_MAY_HOLD_MAGIC = re.compile(r"^\s*[%!?]|=\s*[%!]|\?\s*$|^\s*(?:pip|conda) ", re.MULTILINE)
_CELL_MAGIC = re.compile(r"%%(\w+)")
_TIMED = re.compile(r"(\s*)%time(?=\s+\S)")
_TARGET = r"\*?[^\W\d]\w*(?:\.\w+|\[[^\]]*\])*"
_ASSIGNED = re.compile(rf"(\s*{_TARGET}(?:\s*,\s*{_TARGET})*\s*=\s*)([%!])(?!\s)")
_COMMAND = re.compile(r"\s*(?:[%!?]|(?:pip3?|conda)\s+(?:install|uninstall|list|show|freeze)\b)")
_QUESTION = re.compile(r"\s*[\w.*%]+(?:\[[^\]]*\])?\?{1,2}\s*(?:#.*)?$")
_TOKEN = re.compile(
    r"""#.*|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<long>\"{3}|'{3})|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\\$"""
)


class BrokenNotebook(ValueError):
    """Text that is not a notebook; says why, in words for the user."""


def read_notebook(name: str, text: str) -> Document:
    """The document of a notebook's text: one source for each Python code cell; none where the kernel is not Python.

    Raises BrokenNotebook.
    """
    sources = [Source.of(name, code, cell, blank_magics(code)) for cell, code in python_cells(text)]
    return Document(name, tuple(sources))


def python_cells(text: str) -> Iterator[tuple[int, str]]:
    """Index among the notebook's cells, and text, of each Python code cell. Raises BrokenNotebook."""
    notebook = _loaded(text)
    if not _runs_python(notebook.get("metadata")):
        return
    for index, cell in enumerate(_cells(notebook)):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        # nbformat 3 called it `input`.
        code = cell.get("source", cell.get("input", ""))
        if isinstance(code, list):
            code = "".join(line for line in code if isinstance(line, str))
        if isinstance(code, str) and _cell_language(cell) == "python":
            yield index, code


def _loaded(text: str) -> dict[str, Any]:
    try:
        notebook = json.loads(text)
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        raise BrokenNotebook(f"not a notebook: the JSON breaks off ({problem.msg}, {where})") from None
    except RecursionError:
        raise BrokenNotebook("not a notebook: its JSON is nested too deeply") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells", notebook.get("worksheets")), list):
        raise BrokenNotebook("not a notebook: it has no list of cells")
    return notebook


def _cells(notebook: dict[str, Any]) -> list[Any]:
    if "cells" in notebook:
        return list(notebook["cells"])
    sheets = [sheet for sheet in notebook["worksheets"] if isinstance(sheet, dict)]
    return [cell for sheet in sheets for cell in sheet.get("cells") or ()]


def _runs_python(metadata: object) -> bool:
    """True also where the notebook does not say: most that do not are Python."""
    if not isinstance(metadata, dict):
        return True
    info, kernel = metadata.get("language_info"), metadata.get("kernelspec")
    named = info.get("name") if isinstance(info, dict) else None
    named = named or (kernel.get("language") if isinstance(kernel, dict) else None)
    return not isinstance(named, str) or named.lower() in {"python", "ipython", "python3"}


def _cell_language(cell: dict[str, Any]) -> str:
    """VS Code lets a single cell be in another language."""
    metadata = cell.get("metadata")
    editor = metadata.get("vscode") if isinstance(metadata, dict) else None
    language = editor.get("languageId", "python") if isinstance(editor, dict) else cell.get("language", "python")
    return str(language).lower()


def blank_magics(text: str) -> str:
    """A cell's text as Python: IPython's commands blanked, with the same lines and, in what stays, the same columns."""
    if not _MAY_HOLD_MAGIC.search(text):
        return text
    lines = split_lines(text)
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    magic = _CELL_MAGIC.match(lines[first])
    if magic and magic[1] not in _PYTHON_CELLS:
        return "\n" * (len(lines) - 1)
    if magic:
        lines[first] = ""
    return "\n".join(_python_lines(lines))


def _python_lines(lines: list[str]) -> Iterator[str]:
    """Only what begins a statement can be a command: inside brackets and strings `%` and `!` are Python's own."""
    depth, quote, joined, command = 0, "", False, False
    for line in lines:
        if command:
            command = line.endswith("\\")
            yield ""
            continue
        if depth == 0 and not quote and not joined:
            python = _without_command(line)
            # A command's backslash joins the next line to it.
            command = python is not line and "%time " not in line and line.endswith("\\")
            line = python
        depth, quote = _scan(line, depth, quote)
        joined = line.endswith("\\")
        yield line


def _without_command(line: str) -> str:
    """The line itself where it holds no command."""
    if timed := _TIMED.match(line):
        # The rest of the line is Python, and keeps its columns behind a statement that does nothing.
        return f"{timed[1]}0;   {line[timed.end() :]}"
    if assigned := _ASSIGNED.match(line):
        if line.startswith("%time ", assigned.start(2)):
            return f"{assigned[1]}     {line[assigned.start(2) + 5 :]}"
        return f"{assigned[1]}get_ipython()"
    if _COMMAND.match(line) or _QUESTION.match(line):
        indent = line[: len(line) - len(line.lstrip())]
        return f"{indent}pass" if indent else ""
    return line


def _scan(line: str, depth: int, quote: str) -> tuple[int, str]:
    """How many brackets are open after a line, and which triple quote."""
    at = 0
    while True:
        if quote:
            end = line.find(quote, at)
            while end > 0 and line[end - 1] == "\\":
                end = line.find(quote, end + 1)
            if end < 0:
                return depth, quote
            at, quote = end + 3, ""
        token = _TOKEN.search(line, at)
        if token is None:
            return depth, quote
        at = token.end()
        depth += bool(token["open"]) - bool(token["close"])
        quote = token["long"] or ""
