"""Programs that handle data, run for real: every array that a name is bound to must be what we say it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from keras_shapes.analysis import ShapeEntry, analyse
from keras_shapes.source.document import Document

from .harness import dtype_of

pytestmark = pytest.mark.keras

PROGRAMS = sorted((Path(__file__).parent / "variables").glob("*.py"))
# Of a program's arrays, so many in a hundred must be known in full; the loops are there to be told apart.
LEAST_KNOWN = {"lists_in_loops": 55}
USUALLY = 90


def _bound(text: str) -> Iterator[tuple[int, str, Any]]:
    """Line (zero-based), name and value of each array that a top-level statement binds, as the program runs."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for statement in ast.parse(text).body:
        exec(compile(ast.Module([statement], []), "program.py", "exec"), names)
        if isinstance(statement, (ast.For, ast.While)):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and hasattr(names.get(node.id), "dtype"):
                yield node.lineno - 1, node.id, names[node.id]


def _wrong(real: Any, entry: ShapeEntry) -> bool:
    shape = tuple(real.shape)
    if entry.shape is None:
        return False
    same = len(shape) == len(entry.shape) and all(o == r for r, o in zip(shape, entry.shape) if isinstance(o, int))
    dtype = dtype_of(real)
    return not same or (bool(entry.dtype) and entry.dtype != dtype)


def _known(entry: ShapeEntry | None) -> bool:
    return (
        entry is not None
        and entry.shape is not None
        and bool(entry.dtype)
        and all(isinstance(d, int) for d in entry.shape)
    )


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
@pytest.mark.filterwarnings("ignore")
def test_variables_are_what_they_really_are(program: Path) -> None:
    text = program.read_text(encoding="utf-8")
    analysis = analyse(Document.of_text(str(program), text))
    assert not analysis.diagnostics
    entries = {(e.range.start.line, e.name): e for e in analysis.shapes if e.kind == "variable"}
    bound = list(_bound(text))
    wrong = [
        f"line {line + 1}: {name} is {real.shape} {real.dtype}, ours {entries[line, name].text}"
        for line, name, real in bound
        if (line, name) in entries and _wrong(real, entries[line, name])
    ]
    assert not wrong, "\n".join(wrong)
    known = sum(_known(entries.get((line, name))) for line, name, _ in bound)
    assert known * 100 >= LEAST_KNOWN.get(program.stem, USUALLY) * len(bound), f"{known} of {len(bound)} are known"
