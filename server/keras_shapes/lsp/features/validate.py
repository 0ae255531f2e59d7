"""`workspace/executeCommand` keras-shapes.validate: really runs the models, and shows what Keras says."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ..progress import progress
from ..session import path_of
from .code_lens import VALIDATE

if TYPE_CHECKING:
    from ..language_server import Server
    from ..verdicts import Verdicts

log = logging.getLogger("keras_shapes")


def register(server: Server) -> None:
    @server.command(VALIDATE)
    async def command(uri: str, *_: object) -> str | None:
        """What came of it, in words; None for what is not open."""
        found = await server.session.current(uri)
        if found is None:
            return None
        if not found[0].snapshot.settings.validation.enable:
            return _say(server, "validation is turned off, or the workspace is not trusted.")
        verdicts = await validate(server, uri)
        return _say(server, verdicts.brief) if verdicts else None


async def validate(server: Server, uri: str) -> Verdicts | None:
    """Validates the program that `uri` belongs to, as it stands; shows the verdicts unless it has changed since."""
    found, program = await server.session.current(uri), server.session.program(uri)
    if found is None or program is None:
        return None
    path = path_of(program.uri) or Path(program.newest.name)
    workspace = next((folder for folder in server.session.folders if path.is_relative_to(folder)), path.parent)
    async with progress(server, f"Validating {path.name}") as bar:
        verdicts = await server.validator.validate(found[0], path, workspace, bar)
    log.info("%s", verdicts.told)
    if program.analysed is found[0]:
        program.verdicts = verdicts
        server.show_again(program)
    return verdicts


def _say(server: Server, text: str) -> str:
    params = types.ShowMessageParams(type=types.MessageType.Info, message=f"Keras shapes: {text}")
    server.window_show_message(params)
    return text
