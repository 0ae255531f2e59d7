"""Each kind of fix on a program that needs it: the program raises, or is silently wrong; with the fix it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.fixes import rules_with_fixes
from keras_shapes.fixes.recheck import edited
from keras_shapes.source.document import Document

PAGE = Path(__file__).parent / "programs.md"
_PROGRAM = re.compile(
    r"^## (?P<code>[\w-]+): (?P<kinds>[^\n]*)\n+```python\n(?P<text>.*?)```", re.MULTILINE | re.DOTALL
)
PREAMBLE = """\
import numpy as np
import tensorflow as tf
import keras
from keras import layers

"""


@dataclass(frozen=True, slots=True)
class Case:
    """A program with one finding, and the kinds of fixes that must be among those offered, the first one first."""

    code: str
    kinds: tuple[str, ...]
    text: str


CASES = [
    Case(m["code"], tuple(m["kinds"].replace(",", " ").split()), PREAMBLE + m["text"])
    for m in _PROGRAM.finditer(PAGE.read_text(encoding="utf-8"))
]
IDS = [f"{case.code}-{case.kinds[0]}-{number}" for number, case in enumerate(CASES)]


def run(program: str) -> None:
    keras = pytest.importorskip("keras")
    keras.backend.clear_session()
    exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})


@pytest.mark.keras
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_offered_fixes_run(case: Case) -> None:
    """Of each kind that the page names the first; and the first of all."""
    analysis = analyse(Document.of_text("program.py", case.text))
    found = [d for d in analysis.diagnostics if d.code == case.code]
    assert found, [d.message for d in analysis.diagnostics]
    offered = list(analysis.fixes(found[0]))
    assert [f.kind for f in offered][:1] == [case.kinds[0]]
    first = {f.kind: f for f in reversed(offered)}
    assert set(case.kinds) <= set(first)
    for kind in case.kinds:
        run("\n".join(edited(analysis.document, first[kind].edits).sources[0].lines))


@pytest.mark.keras
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_program_as_it_stands(case: Case) -> None:
    """What is reported as an error raises; what is a warning runs."""
    analysis = analyse(Document.of_text("program.py", case.text))
    severity = next(d.severity for d in analysis.diagnostics if d.code == case.code)
    if severity == "warning":
        run(case.text)
        return
    with pytest.raises(Exception, match=r"."):
        run(case.text)


def test_every_rule_has_a_program() -> None:
    """A rule that has fixes has one that is seen to run; an ignore comment is no program's matter."""
    assert rules_with_fixes() - {case.code for case in CASES} == {"unused-ignore"}
