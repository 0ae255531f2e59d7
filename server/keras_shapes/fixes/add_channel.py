"""The channel axis that grey pictures lack, where a function of pictures looks for it."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context, shape_text
from .fix import Fix

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    finding = context.finding
    places = list(finding.site.arguments.values()) if finding.site is not None else []
    if not context.facts.get("channels") or finding.expected != 1 or not isinstance(finding.found, tuple) or not places:
        return
    # A picture of two axes and many of them alike; of four axes the channels are others.
    if len(finding.found) not in (2, 3):
        return
    function, imports = context.imports.name_of("tensorflow.expand_dims")
    edits = context.replace(places[0], f"{function}({places[0].text}, -1)")
    title = f"Add a channel axis → {shape_text((*finding.found, 1))}"
    yield Fix(title, "expand-dims", (*imports, *edits), likelihood=0.8)
