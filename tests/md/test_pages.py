"""Each program of each page in this folder, told by us and run by real Keras: no page can lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from .pages import Page, read, told_by_keras, told_by_us

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
