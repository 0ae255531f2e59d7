"""Models where they were made: for lenses, *Show model* and hover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .describe import describe, structure

if TYPE_CHECKING:
    from ..analysis import Analysis, LayerRow, ModelEntry
    from ..interpreter.records import Row, Table


def model_entries(analysis: Analysis) -> tuple[ModelEntry, ...]:
    """Each model with its layers, in the order of the text."""
    names = {s.place: s.name for s in analysis.evaluation.shapes if s.kind == "model"}
    entries = (_entry(analysis, table, names.get(table.place)) for table in analysis.evaluation.tables)
    found = [entry for entry in entries if entry is not None]
    return tuple(sorted(found, key=lambda e: (e.range.source, e.range.start.line, e.range.start.character)))


def _entry(analysis: Analysis, table: Table, name: str | None) -> ModelEntry | None:
    from ..analysis import ModelEntry

    where = analysis.document.range_of(table.place)
    if where is None:
        return None
    model = table.model
    counts = [row.parameters for row in table.rows]
    known = sum(count for count in counts if count is not None)
    return ModelEntry(
        name or model.name or "model",
        where,
        tuple(_row(analysis, row) for row in table.rows),
        None if None in counts else known,
        structure(model.inputs),
        structure(model.outputs),
    )


def _row(analysis: Analysis, row: Row) -> LayerRow:
    from ..analysis import LayerRow

    output = describe(row.output)
    where = analysis.document.range_of(row.place) if row.place else None
    return LayerRow(row.name, row.cls, output.text if output else structure(row.output), row.parameters, where)


def model_table(entry: ModelEntry) -> str:
    """A model in Markdown: its summary and a row for each layer."""
    lines = [f"### {entry.name}", "", entry.summary, ""]
    lines += ["| layer | | output | parameters |", "|---|---|---|---:|"]
    for row in entry.layers:
        count = "?" if row.parameters is None else f"{row.parameters:,}"
        lines.append(f"| {row.name} | {row.cls} | `{row.output}` | {count} |")
    return "\n".join(lines) + "\n"
