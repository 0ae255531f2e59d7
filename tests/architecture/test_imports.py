"""The way of the data has one direction: `lsp, cli → execution, fixes, diagnostics → interpreter → knowledge → values`.

`source` stands at the side, `settings` beside everything, and `analysis` is the one module that knows every stage.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "server" / "keras_shapes"
FILES = sorted(PACKAGE.rglob("*.py"))

_UNDER_ANALYSIS = {"values", "knowledge", "interpreter", "source", "settings"}
_STAGES = {*_UNDER_ANALYSIS, "analysis", "presentation", "diagnostics", "fixes"}
OURS: dict[str, set[str]] = {
    "values": set(),
    "source": set(),
    "settings": set(),
    "knowledge": {"values"},
    "interpreter": {"values", "knowledge", "source"},
    "diagnostics": _STAGES,
    "fixes": _STAGES,
    "analysis": _STAGES,
    "presentation": _STAGES,
    "execution": _STAGES,
    "lsp": {*_STAGES, "execution"},
    "cli": {*_STAGES, "execution", "lsp"},
    "__main__": {"cli"},
}
# A shape rule is pure: it knows no syntax tree. And only `lsp` speaks the protocol.
LIBRARIES: dict[str, set[str]] = {
    "values": set(),
    "knowledge": set(),
    "settings": {"tomllib", "tomli"},
    "cli": set(),
    "lsp": {"astroid", "pygls", "lsprotocol", "cattrs"},
}
OTHER_LIBRARIES = {"astroid"}

# What runs in the user's Python, where nothing of ours is importable.
CHILDREN = sorted((PACKAGE / "execution").glob("child*.py"))


def stage(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that `file` imports, at the top or inside functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(part for part in (package(file, node.level), node.module) if part)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def package(file: Path, level: int) -> str:
    """What the `level` dots of a relative import in `file` stand for."""
    parts = ("keras_shapes", *file.relative_to(PACKAGE).parts)
    return ".".join(parts[: len(parts) - level]) if level else ""


def violations(file: Path, source_stage: str) -> list[str]:
    found = []
    for line, name in imported(file):
        root, _, rest = name.partition(".")
        if root == "keras_shapes":
            target = rest.split(".")[0]
            # `__version__` is the package's own, which every stage may say.
            if target not in {source_stage, "__version__"} and target not in OURS.get(source_stage, set()):
                found.append(f"{file.relative_to(PACKAGE)}:{line}: {source_stage} imports {target}")
        elif root not in sys.stdlib_module_names and root not in LIBRARIES.get(source_stage, OTHER_LIBRARIES):
            found.append(f"{file.relative_to(PACKAGE)}:{line}: {source_stage} imports {root}")
    return found


@pytest.mark.parametrize("name", sorted({stage(file) for file in FILES} - {"__init__"}))
def test_imports_go_one_way(name: str) -> None:
    assert name in OURS, f"keras_shapes/{name} has no place in the design"
    files = [file for file in FILES if stage(file) == name and file not in CHILDREN]
    assert [problem for file in files for problem in violations(file, name)] == []


def test_what_runs_in_the_users_python_stands_alone() -> None:
    """The standard library and its own kind at the top; Keras inside functions, when it is asked for."""
    assert CHILDREN
    allowed = {*sys.stdlib_module_names, *(child.stem for child in CHILDREN)}
    for child in CHILDREN:
        tree = ast.parse(child.read_text(encoding="utf-8"))
        inside = {line for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for line in lines_of(node)}
        for line, name in imported(child):
            late = {"numpy", "PIL", "keras", "tf_keras", "tensorflow"} if line in inside else set()
            assert name.split(".")[0] in allowed | late, f"{child.name}:{line} imports {name}"


def lines_of(function: ast.FunctionDef) -> range:
    return range(function.lineno, (function.end_lineno or function.lineno) + 1)


def test_a_wrong_import_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    file = tmp_path / "values" / "dim.py"
    file.parent.mkdir()
    text = """
import math
from keras_shapes.lsp import server
from ..cli import main
from .shape import Shape
def build():
    import numpy.linalg
"""
    file.write_text(text, encoding="utf-8")
    assert violations(file, "values") == [
        "values/dim.py:3: values imports lsp",
        "values/dim.py:4: values imports cli",
        "values/dim.py:7: values imports numpy",
    ]
