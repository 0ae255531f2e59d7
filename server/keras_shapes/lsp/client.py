"""What the client can do, read once from its capabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lsprotocol import types
from pygls.capabilities import ServerCapabilitiesBuilder, get_capability


@dataclass(frozen=True, slots=True)
class Client:
    """`encoding` counts characters; the rest is what may be sent or asked."""

    encoding: str = "utf-16"
    pulls: bool = False
    refreshes_diagnostics: bool = False
    refreshes_hints: bool = False
    refreshes_lenses: bool = False
    related: bool = False
    document_changes: bool = False
    progress: bool = False
    questions: bool = False
    configuration: bool = False
    registers_configuration: bool = False
    registers_watchers: bool = False

    @staticmethod
    def of(capabilities: types.ClientCapabilities) -> Client:
        def can(path: str) -> Any:
            return get_capability(capabilities, path, False) or False

        pulls = get_capability(capabilities, "text_document.diagnostic") is not None
        related = [f"text_document.{way}.related_information" for way in ("diagnostic", "publish_diagnostics")]
        encoding = ServerCapabilitiesBuilder.choose_position_encoding(capabilities)
        return Client(
            encoding=str(getattr(encoding, "value", encoding)),
            pulls=pulls,
            refreshes_diagnostics=can("workspace.diagnostics.refresh_support"),
            refreshes_hints=can("workspace.inlay_hint.refresh_support"),
            refreshes_lenses=can("workspace.code_lens.refresh_support"),
            related=any(map(can, related)),
            document_changes=can("workspace.workspace_edit.document_changes"),
            progress=can("window.work_done_progress"),
            questions=get_capability(capabilities, "window.show_message") is not None,
            configuration=can("workspace.configuration"),
            registers_configuration=can("workspace.did_change_configuration.dynamic_registration"),
            registers_watchers=can("workspace.did_change_watched_files.dynamic_registration"),
        )
