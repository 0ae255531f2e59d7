"""What the static analysis says of a page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from keras_shapes.source.notebook import read_notebook
from keras_shapes.source.project import Project

from .pages import NOTEBOOK, Mark, Page, Part, Spot


def told_by_us(page: Page) -> tuple[set[Mark], dict[Spot, str]]:
    """Findings and revealed shapes, in the form of a page's `marks` and `reveals`."""
    findings: set[Mark] = set()
    shown: dict[Spot, str] = {}
    bare = page.unmarked()
    with tempfile.TemporaryDirectory() as folder:
        written(bare.files, Path(folder))
        for parts, document in _documents(bare, Path(folder)):
            analysis = analyse(document, project=Project([Path(folder)]))
            for found in analysis.diagnostics:
                spot = Spot(parts[found.range.source].name, found.range.start.line)
                findings.add(Mark(spot, found.severity, found.code))
            for shape in analysis.shapes:
                if shape.name == "revealed":
                    shown[Spot(parts[shape.range.source].name, shape.range.start.line)] = shape.text
    return findings, shown


def written(files: list[Part], folder: Path) -> None:
    """Writes a program's files where its imports find them."""
    for part in files:
        path = folder / part.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(part.text, encoding="utf-8")


def _documents(page: Page, folder: Path) -> Iterator[tuple[list[Part], Document]]:
    for part in page.files:
        yield [part], Document.of_text(str(folder / part.name), part.text)
    if page.cells:
        yield page.cells, read_notebook(str(folder / NOTEBOOK), page.notebook())
