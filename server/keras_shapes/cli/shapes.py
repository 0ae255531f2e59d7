"""`keras-shapes shapes`: every inferred shape, as a table or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from . import configuration, targets
from .configuration import Configuration
from .output import tell
from .report import FileReport, Shape, place, shown_at, span, syntax
from .running import over, trouble
from .style import Palette, coloured, width
from .summary import plural
from .targets import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    targets.add_arguments(parser)
    configuration.add_arguments(parser)
    parser.add_argument("--output-format", choices=("full", "json"), default="full", help="a table, or JSON")


def run(options: argparse.Namespace) -> int:
    given = targets.targets(options.paths, options.stdin_filename, Configuration(options.config, {}))
    report = over(given, look, "Reading")
    if options.output_format == "json":
        from .formats.json import dumped

        tell([dumped({"path": file.path, "shapes": list(map(_plain, file.shapes))} for file in report.files)])
    else:
        paint = Palette(coloured())
        tell(text for file in report.files for text in _table(file, paint))
        count = sum(len(file.shapes) for file in report.files)
        tell([f"{plural(count, 'shape')} in {plural(len(report.files), 'file')}.\n"])
    return trouble(report)


def look(target: Target) -> FileReport:
    """Raises Unreadable."""
    document = target.document(target.text().text)
    analysis = target.analysis(document)
    shapes = tuple(
        Shape(entry.kind, entry.name, span(document, entry.range), entry.shape, entry.dtype, entry.text)
        for entry in analysis.shapes
    )
    return FileReport(target.shown, shapes=shapes, syntax=syntax(document))


def _plain(shape: Shape) -> dict[str, Any]:
    dims = None if shape.shape is None else list(shape.shape)
    facts = {"shape": dims, "dtype": shape.dtype, "text": shape.text}
    return {"kind": shape.kind, "name": shape.name, **place(shape.span), **facts}


def _table(file: FileReport, paint: Palette) -> Iterator[str]:
    """Nothing for a file without shapes: a folder's table would drown in them."""
    if not file.shapes:
        return
    yield paint("bold", file.path) + "\n"
    rows = [(shown_at("", shape.span)[1:], shape.kind, shape.name, shape.text) for shape in file.shapes]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    for where, kind, name, text in rows:
        columns = (_filled(where, widths[0]), paint("dim", _filled(kind, widths[1])), _filled(name, widths[2]), text)
        yield "  " + "  ".join(columns) + "\n"
    yield "\n"


def _filled(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
