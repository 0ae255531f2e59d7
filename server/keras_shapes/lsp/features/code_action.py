"""`textDocument/codeAction`: a diagnostic's fixes, whether Keras agrees, and all safe fixes of a file or a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from ...settings import SECTION
from ..convert import Json, from_client, span
from .code_lens import VALIDATE

if TYPE_CHECKING:
    from ...diagnostics.diagnostic import Diagnostic
    from ...fixes.fix import Edit
    from ...source.document import Range
    from ..client import Client
    from ..language_server import Server
    from ..program import Analysed
    from ..verdicts import Verdicts

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.keras-shapes"
NOTEBOOK_FIX_ALL = "notebook.source.fixAll.keras-shapes"
# No quick fix: it changes nothing in the text.
ASK_KERAS = "keras-shapes.validate"


def register(server: Server) -> None:
    options = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, ASK_KERAS, FIX_ALL, NOTEBOOK_FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def code_action(params: types.CodeActionParams) -> list[Json]:
        found = await server.session.current(params.text_document.uri)
        if found is None:
            return []
        analysed, source = found
        program = server.session.program(params.text_document.uri)
        verdicts = program.verdicts_on(analysed) if program else None
        only = [getattr(kind, "value", kind) for kind in params.context.only or ()]
        # Who asks about a finding, and not about a place, may ask Keras about it.
        findings = any(diagnostic.source == SECTION for diagnostic in params.context.diagnostics)
        asks = findings and verdicts is None and analysed.snapshot.settings.validation.enable
        # Fixes are re-analysed before they are offered, so they are made where analyses are.
        return await server.session.scheduler.run(
            lambda: list(_actions(analysed, source, params.range, only, server.session.client, verdicts, asks))
        )


def wanted(kind: str, only: Sequence[str]) -> bool:
    """Whether a client that asked for the kinds `only` wants this one: `source` covers `source.fixAll`, none all."""
    return not only or any(asked in {"", kind} or kind.startswith(f"{asked}.") for asked in only)


def _actions(
    analysed: Analysed,
    source: int,
    asked: types.Range,
    only: Sequence[str],
    client: Client,
    verdicts: Verdicts | None,
    asks: bool,
) -> Iterator[Json]:
    if wanted(QUICK_FIX, only) or wanted(ASK_KERAS, only):
        lines = analysed.analysis.document.sources[source].lines
        start = from_client(lines, asked.start.line, asked.start.character, client.encoding)
        end = from_client(lines, asked.end.line, asked.end.character, client.encoding)
        touched = [each for each in _of(analysed, source) if _touches(each.range, start, end)]
        for diagnostic in touched if wanted(QUICK_FIX, only) else ():
            yield from _quick_fixes(analysed, diagnostic, client, verdicts)
        if wanted(ASK_KERAS, only) and touched and asks:
            yield _validation(analysed, touched, client)
    if wanted(FIX_ALL, only):
        yield from _fix_all(analysed, FIX_ALL, _of(analysed, source), client)
    if wanted(NOTEBOOK_FIX_ALL, only) and analysed.analysis.document.sources[source].cell is not None:
        yield from _fix_all(analysed, NOTEBOOK_FIX_ALL, analysed.analysis.diagnostics, client)


def _of(analysed: Analysed, source: int) -> list[Diagnostic]:
    return [d for d in analysed.analysis.diagnostics if d.range.source == source]


def _touches(where: Range, start: tuple[int, int], end: tuple[int, int]) -> bool:
    first, last = (where.start.line, where.start.character), (where.end.line, where.end.character)
    return first <= end and start <= last


def _quick_fixes(
    analysed: Analysed, diagnostic: Diagnostic, client: Client, verdicts: Verdicts | None
) -> Iterator[Json]:
    from .. import findings

    mended = findings.item(analysed, diagnostic, client)
    for fix in analysed.analysis.fixes(diagnostic):
        verdict = verdicts.of_fix(diagnostic, fix) if verdicts else None
        if verdict == "fails":
            continue
        yield {
            "title": f"{fix.title} ✓ runs" if verdict == "works" else fix.title,
            "kind": QUICK_FIX,
            "diagnostics": [mended],
            "isPreferred": fix.preferred,
            "edit": workspace_edit(analysed, fix.edits, client),
        }


def _validation(analysed: Analysed, diagnostics: Sequence[Diagnostic], client: Client) -> Json:
    """To ask real Keras about these, which it has not been as long as the text is this."""
    from .. import findings

    where = diagnostics[0].range
    arguments = [analysed.uri(where.source), where.start.line]
    return {
        "title": "Validate by running: does real Keras agree?",
        "kind": ASK_KERAS,
        "diagnostics": [findings.item(analysed, diagnostic, client) for diagnostic in diagnostics],
        "command": {"title": "Validate by running", "command": VALIDATE, "arguments": arguments},
    }


def _fix_all(analysed: Analysed, kind: str, diagnostics: Iterable[Diagnostic], client: Client) -> Iterator[Json]:
    from .. import findings

    mended, edits = safe_edits(analysed, diagnostics)
    if edits:
        yield {
            "title": "Fix all that is safe to fix (Keras shapes)",
            "kind": kind,
            "diagnostics": [findings.item(analysed, diagnostic, client) for diagnostic in mended],
            "edit": workspace_edit(analysed, edits, client),
        }


def safe_edits(analysed: Analysed, diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Edit]]:
    """The likeliest safe fix of each diagnostic, as far as they can be made together."""
    from ...source.edits import overlap

    mended: list[Diagnostic] = []
    edits: list[Edit] = []
    for diagnostic in diagnostics:
        fix = next((fix for fix in analysed.analysis.fixes(diagnostic) if fix.safe), None)
        # Two fixes may well share an edit, such as the import that both need.
        new = [edit for edit in fix.edits if edit not in edits] if fix else []
        if fix and not any(overlap(edit.range, other.range) for edit in new for other in edits):
            mended.append(diagnostic)
            edits += new
    return mended, edits


def workspace_edit(analysed: Analysed, edits: Iterable[Edit], client: Client) -> Json:
    """Edits in the protocol's JSON, for the versions that were analysed."""
    by_source: dict[int, list[Json]] = {}
    for edit in edits:
        lines = analysed.analysis.document.sources[edit.range.source].lines
        change = {"range": span(lines, edit.range, client.encoding), "newText": edit.new_text}
        by_source.setdefault(edit.range.source, []).append(change)
    if not client.document_changes:
        return {"changes": {analysed.uri(source): changes for source, changes in by_source.items()}}
    return {
        "documentChanges": [
            {"textDocument": {"uri": analysed.uri(s), "version": analysed.version(s)}, "edits": changes}
            for s, changes in by_source.items()
        ]
    }
