"""Each program of each page in this folder, told by us and run by real Keras: no page can lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from .pages import Page, read, told_by_keras, told_by_us, with_expectations

PAGES = {
    f"{file.stem}: {page.title}": page for file in sorted(Path(__file__).parent.glob("*.md")) for page in read(file)
}


@pytest.mark.parametrize("title", PAGES)
def test_told_by_us(title: str) -> None:
    page = PAGES[title]
    findings, shown = told_by_us(page)
    assert findings == page.marks()
    assert shown == page.reveals()


@pytest.mark.keras
@pytest.mark.parametrize("title", PAGES)
def test_told_by_keras(title: str) -> None:
    page = PAGES[title]
    raised, revealed, errors = told_by_keras(page)
    expected = {line for line, level, _ in page.marks() if level == "error"}
    assert expected <= raised, f"Keras runs what is marked as an error; it said {errors}"
    assert bool(raised) == bool(expected), errors
    assert revealed == page.reveals()


def test_a_wrong_page_would_be_seen() -> None:
    wrong = Page(
        "wrong", "import numpy as np\nx = np.zeros((2, 3))\nreveal(x)  # (2, 4) float64\nx + 1  # error: [input-rank]\n"
    )
    findings, shown = told_by_us(wrong)
    assert findings != wrong.marks()
    assert shown == {2: "(2, 3) float64"} != wrong.reveals()


def test_expectations_are_written_as_they_are_read() -> None:
    text = "x = np.zeros(3)  # error: [old]\nreveal(x)\nreveal(y)  # (1,) int64\n"
    findings = {(0, "error", "b-rule"), (0, "error", "a-rule"), (2, "warning", "c-rule")}
    page = Page("new", with_expectations(Page("old", text), findings, {1: "(3,) float64"}))
    assert page.marks() == findings
    assert page.reveals() == {1: "(3,) float64", 2: "unknown"}
