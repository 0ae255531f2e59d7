"""The examples on the rules' own pages: the first shows the mistake, the one under *Instead* is free of it."""

from __future__ import annotations

import inspect
import re

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.diagnostics import rules
from keras_shapes.source.document import Document

from .ours import told_by_us
from .pages import Page
from .real import told_by_keras

CODES = sorted(rules())


def source(code: str, heading: str) -> str:
    page = inspect.cleandoc(rules()[code].__doc__ or "")
    found = re.search(rf"^## {heading}\n.*?^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert found, f"the page of {code} has no program under {heading}"
    return found[1]


def example(code: str, heading: str) -> Page:
    return Page.of(f"{code}: {heading}", source(code, heading))


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_told(code: str) -> None:
    findings, _ = told_by_us(example(code, "Example"))
    assert {(severity, found) for _, severity, found in findings} == {(rules()[code].SEVERITY, code)}


@pytest.mark.parametrize("code", CODES)
def test_the_example_has_a_fix(code: str) -> None:
    analysis = analyse(Document.of_text("example.py", source(code, "Example")))
    assert [fix.title for d in analysis.diagnostics for fix in analysis.fixes(d)]


@pytest.mark.parametrize("code", CODES)
def test_what_stands_under_instead_is_free_of_it(code: str) -> None:
    findings, _ = told_by_us(example(code, "Instead"))
    assert findings == set()


@pytest.mark.keras
@pytest.mark.parametrize("code", CODES)
def test_keras_agrees(code: str) -> None:
    findings, _ = told_by_us(example(code, "Example"))
    run = told_by_keras(example(code, "Example"))
    if rules()[code].SEVERITY == "error":
        assert {mark.spot for mark in findings} <= run.raised, run.errors
    elif rules()[code].SEVERITY == "warning":
        assert run.errors == []
    assert told_by_keras(example(code, "Instead")).errors == []
