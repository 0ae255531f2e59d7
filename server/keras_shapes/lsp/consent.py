"""Who may be run: asked once for each interpreter and workspace, and remembered outside of every workspace."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from .language_server import Server

RUN, RUN_UNCONFINED, NOT_NOW = "Run", "Run unconfined", "Not now"


class Consents:
    """The answers that were given; `confined` ones and those for where confinement lacks something are kept apart."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or state_folder() / "validation.json"
        # Who said no is not asked again by every save.
        self._refused: set[tuple[str, str, str]] = set()

    def given(self, answer: str, interpreter: str, workspace: Path) -> bool:
        return [answer, interpreter, str(workspace)] in self._read()

    async def asked(self, server: Server, answer: str, interpreter: str, workspace: Path, question: str) -> bool:
        """Whether the user allows it, now or on an earlier day. A client that shows no questions has none to answer."""
        key = (answer, interpreter, str(workspace))
        if self.given(answer, interpreter, workspace):
            return True
        if not server.session.client.questions:
            return answer == RUN
        if key in self._refused:
            return False
        items = [types.MessageActionItem(title=title) for title in (answer, NOT_NOW)]
        request = types.ShowMessageRequestParams(type=types.MessageType.Info, message=question, actions=items)
        chosen = None
        with suppress(JsonRpcException):
            chosen = await server.window_show_message_request_async(request)
        if chosen is None or chosen.title != answer:
            self._refused.add(key)
            return False
        self._write([*self._read(), list(key)])
        return True

    def forget_refusals(self) -> None:
        """Who asks for a validation has changed their mind."""
        self._refused.clear()

    def _read(self) -> list[list[str]]:
        with suppress(OSError, ValueError, KeyError, TypeError):
            return [list(each) for each in json.loads(self._file.read_text(encoding="utf-8"))["allowed"]]
        return []

    def _write(self, allowed: list[list[str]]) -> None:
        # Where it cannot be stored it is asked again next time.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"version": 1, "allowed": allowed}, indent=1), encoding="utf-8")


def state_folder() -> Path:
    """Where the system wants programs to remember things of the user's."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "keras-shapes"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "keras-shapes"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "keras-shapes"
