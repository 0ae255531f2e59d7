"""The programs of `programs.md`, really run: what is marked must be told, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from keras_shapes.execution.synthesize import Binding
from keras_shapes.execution.verdict import Report

_PAGE = Path(__file__).with_name("programs.md").read_text(encoding="utf-8")
_PROGRAMS = dict(re.findall(r"^## ([^\n]+)\n\n```python\n(.*?)^```", _PAGE, re.DOTALL | re.MULTILINE))
_IS = re.compile(r"^(\w+) = .*# is \(([\d, ]+)\) (\w+)(?: (\d+)\.\.(\d+))?")


def _marks(text: str) -> dict[int, str]:
    found = ((line, re.search(r"#! ([\w-]+)", source)) for line, source in enumerate(text.splitlines()))
    return {line: match[1] for line, match in found if match}


def _bindings(text: str) -> list[Binding]:
    bindings = []
    for line, source in enumerate(text.splitlines()):
        match = _IS.match(source)
        if match:
            shape = tuple(int(size) for size in match[2].split(",") if size.strip())
            low, high = (None if bound is None else float(bound) for bound in match.group(4, 5))
            bindings.append(Binding(line, match[1], shape, match[3], low, high))
    return bindings


@pytest.mark.keras
@pytest.mark.parametrize("title", _PROGRAMS)
def test_program(title: str, validate: Callable[..., Report]) -> None:
    text = _PROGRAMS[title]
    marks = _marks(text)
    lines = [line for line, mark in marks.items() if mark != "found"]
    report = validate(text, *lines, bindings=_bindings(text))
    told = {verdict.line: verdict.verdict for verdict in report.verdicts}
    assert told == marks, "\n".join(str(verdict) for verdict in report.verdicts)
