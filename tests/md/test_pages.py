"""Each program of each page in this folder, told by us and run by real Keras: no page can lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from .ours import told_by_us
from .pages import MAIN, Mark, Page, Part, Spot, read, with_expectations
from .real import Run, disagreements

PAGES = {
    f"{file.stem}: {page.title}": page for file in sorted(Path(__file__).parent.glob("*.md")) for page in read(file)
}


@pytest.mark.parametrize("title", PAGES)
def test_told_by_us(title: str, caplog: pytest.LogCaptureFixture) -> None:
    page = PAGES[title]
    findings, shown = told_by_us(page)
    assert findings == page.marks()
    assert shown == page.reveals()
    assert caplog.messages == []


@pytest.mark.keras
@pytest.mark.parametrize("title", PAGES)
def test_told_by_keras(title: str) -> None:
    assert disagreements(PAGES[title]) == []


def test_a_wrong_page_would_be_seen() -> None:
    text = "import numpy as np\nx = np.zeros((2, 3))\nreveal(x)  # (2, 4) float64\nx + 1  # error: [input-rank]\n"
    wrong = Page.of("wrong", text)
    findings, shown = told_by_us(wrong)
    assert findings != wrong.marks()
    assert shown == {Spot(MAIN, 2): "(2, 3) float64"} != wrong.reveals()
    assert len(disagreements(wrong)) == 2


def test_what_differs_from_time_to_time_is_no_size() -> None:
    spot = Spot(MAIN, 0)
    run = Run(revealed={spot: ["(32, 3) float32", "(6, 3) float32"]})
    assert run.agrees(spot, "(None, 3) float32")
    assert not run.agrees(spot, "(32, 3) float32")
    assert not run.agrees(spot, "(None, None) float32")
    assert not run.agrees(spot, "unknown")


def test_expectations_are_written_as_they_are_read() -> None:
    text = "x = np.zeros(3)  # error: [old]\nreveal(x)\nreveal(y)  # (1,) int64\n"
    spots = [Spot(MAIN, line) for line in range(3)]
    findings = {Mark(spots[0], "error", "b-rule"), Mark(spots[0], "error", "a-rule")}
    findings |= {Mark(spots[2], "warning", "c-rule")}
    page = Page("new", tuple(with_expectations(Page.of("old", text), findings, {spots[1]: "(3,) float64"})))
    assert page.marks() == findings
    assert page.reveals() == {spots[1]: "(3,) float64", spots[2]: "unknown"}


def test_a_page_is_files_or_cells(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(
        "# A\n\n## Two\n\n```python a.py\nx\n```\n\n```python\ny\n```\n\n## Cells\n\n```python cell\nz\n```\n"
    )
    assert [page.parts for page in read(file)] == [(Part("a.py", "x\n"), Part(MAIN, "y\n")), (Part("0", "z\n"),)]
