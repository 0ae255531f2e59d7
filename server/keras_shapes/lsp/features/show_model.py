"""`workspace/executeCommand` keras-shapes.showModel: a model's table, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .code_lens import SHOW_MODEL

if TYPE_CHECKING:
    from ...analysis import ModelEntry
    from ..language_server import Server


def register(server: Server) -> None:
    @server.command(SHOW_MODEL)
    async def show_model(uri: str, line: int) -> str | None:
        """The model made on `line` or nearest above it; None where there is none."""
        found = await server.session.current(uri)
        if found is None:
            return None
        from ...presentation.model_entries import model_table

        analysed, source = found
        model = nearest([m for m in analysed.analysis.models if m.range.source == source], line)
        return model_table(model) if model else None


def nearest(models: list[ModelEntry], line: int) -> ModelEntry | None:
    """The model made on a line or last above it, else the first below."""
    above = [model for model in models if model.range.start.line <= line]
    return above[-1] if above else next(iter(models), None)
