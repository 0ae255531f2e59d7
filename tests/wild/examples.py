"""The examples in the docstrings of installed libraries: thousands of small programs that run."""

from __future__ import annotations

import ast
import doctest
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

_FENCED = re.compile(r"^( *)```(?:python)? *\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
# Keras 2's own copies: what they show does not all run with Keras 3.
_OLDER = ("tensorflow/python/keras/", "tf_keras/")


def examples(folder: Path) -> Iterator[tuple[str, str]]:
    """Where it stands, and the text of each example below a library's folder."""
    for file in sorted(folder.rglob("*.py")):
        where = file.relative_to(folder.parent).as_posix()
        if not where.startswith(_OLDER):
            yield from _of_file(file, where)


def _of_file(file: Path, where: str) -> Iterator[tuple[str, str]]:
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):
        return
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            for text in _programs(ast.get_docstring(node) or ""):
                yield f"{where}::{getattr(node, 'name', '')}", text


def _programs(docstring: str) -> Iterator[str]:
    for match in _FENCED.finditer(docstring):
        yield textwrap.dedent(match[2])
    if ">>>" in docstring:
        try:
            parts = doctest.DocTestParser().get_examples(docstring)
        except ValueError:
            return
        # What is shown to raise is no mistake.
        yield "".join(part.source for part in parts if part.exc_msg is None)
