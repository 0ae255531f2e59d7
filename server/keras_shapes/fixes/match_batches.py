"""Batches of the one size that a stateful layer keeps its states for."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .data import operand
from .fix import Edit, Fix

CODES = ("layer-shape",)


def propose(context: Context) -> Iterator[Fix]:
    size, samples, site = context.finding.expected, context.facts.get("samples"), context.finding.site
    if not context.facts.get("batches") or site is None or not isinstance(samples, int) or not isinstance(size, int):
        return
    edits = _in_batches(context, size)
    whole = samples - samples % size
    if whole == samples:
        yield Fix(f"In batches of {size}", "batch-size", edits, likelihood=0.9)
    elif whole and context.facts.get("argument") == "x":
        for name in ("x", "y", "sample_weight"):
            place = site.arguments.get(name)
            edits += context.replace(place, f"{operand(place.text)}[:{whole}]") if place is not None else ()
        title = f"Take the first {whole:,} of {samples:,} samples: {whole // size} batches of {size}"
        yield Fix(title, "slice-samples", edits, likelihood=0.7)


def _in_batches(context: Context, size: int) -> tuple[Edit, ...]:
    """The call with `batch_size=` as the layer has it."""
    site = context.finding.site
    written = site.arguments.get("batch_size") if site is not None else None
    if context.facts.get("batch") == size:
        return ()
    if written is not None:
        return context.replace(written, str(size))
    return context.append_argument(context.finding.place, f"batch_size={size}")
