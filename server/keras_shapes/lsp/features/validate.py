"""`workspace/executeCommand` keras-shapes.validate: really runs the models, and shows what Keras says."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ..consent import RUN, RUN_UNCONFINED
from ..progress import progress
from ..session import path_of
from .code_lens import VALIDATE

if TYPE_CHECKING:
    from ..language_server import Server
    from ..program import Analysed
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
        server.consents.forget_refusals()
        verdicts = await validate(server, uri)
        return _say(server, verdicts.brief if verdicts else "not run: it was not allowed.")


async def validate(server: Server, uri: str) -> Verdicts | None:
    """Validates the program that `uri` belongs to, as it stands; shows the verdicts unless it has changed since.

    None where the user has not allowed it.
    """
    found, program = await server.session.current(uri), server.session.program(uri)
    if found is None or program is None:
        return None
    folders = server.session.folders
    # What was never saved belongs to the workspace it was written in.
    path = path_of(program.uri) or Path(*folders[:1], program.newest.name)
    workspace = next((folder for folder in folders if path.is_relative_to(folder)), path.parent)
    interpreter = server.validator.interpreter(found[0], workspace)
    if interpreter and not await _allowed(server, interpreter, workspace, path.name):
        return None
    unconfined = server.consents.given(RUN_UNCONFINED, interpreter, workspace)
    verdicts = await _validated(server, found[0], path, workspace, unconfined)
    if verdicts.report.kept_back and await _allowed_unconfined(server, verdicts, interpreter, workspace, path.name):
        verdicts = await _validated(server, found[0], path, workspace, unconfined=True)
    log.info("%s", verdicts.told)
    if program.analysed is found[0]:
        program.verdicts = verdicts
        server.show_again(program)
    return verdicts


async def _validated(server: Server, found: Analysed, path: Path, workspace: Path, unconfined: bool) -> Verdicts:
    async with progress(server, f"Validating {path.name}") as bar:
        return await server.validator.validate(found, path, workspace, bar, unconfined)


async def _allowed(server: Server, interpreter: str, workspace: Path, name: str) -> bool:
    from ...execution.session import command

    question = (
        f"Validate by running? Keras shapes starts {' '.join(command(interpreter))} and runs in it what the models of "
        f"{name} need, with made-up data: without network, and without access to your other files."
    )
    return await server.consents.asked(server, RUN, interpreter, workspace, question)


async def _allowed_unconfined(server: Server, verdicts: Verdicts, interpreter: str, workspace: Path, name: str) -> bool:
    question = (
        f"Nothing was run: this system cannot confine it wholly ({'; '.join(verdicts.report.unconfined)}). "
        f"Run what the models of {name} need in {interpreter} all the same, with your rights?"
    )
    return await server.consents.asked(server, RUN_UNCONFINED, interpreter, workspace, question)


def _say(server: Server, text: str) -> str:
    params = types.ShowMessageParams(type=types.MessageType.Info, message=f"Keras shapes: {text}")
    server.window_show_message(params)
    return text
