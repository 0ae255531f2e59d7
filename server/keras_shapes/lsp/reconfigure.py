"""Settings that change while the server runs: taken, told of where wrong, and everything shown anew."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lsprotocol import types

from ..settings import SECTION
from ..source.data_files import DATA_ENDINGS
from . import logs

if TYPE_CHECKING:
    from .language_server import Server

log = logging.getLogger("keras_shapes")


def reconfigure(server: Server) -> None:
    """Merges the settings anew; analyses and shows again what they change."""
    session = server.session
    problems = session.configuration.load(session.folders)
    logs.set_level(session.configuration.of(None).log_level)
    if problems:
        _tell(server, problems)
    session.reconfigured()
    server.files.touch()
    refresh(server)


def refresh(server: Server) -> None:
    """Asks the client to ask again for what it shows."""
    client = server.session.client
    if client.pulls and client.refreshes_diagnostics:
        server.workspace_diagnostic_refresh(None)
    if client.refreshes_hints:
        server.workspace_inlay_hint_refresh(None)
    if client.refreshes_lenses:
        server.workspace_code_lens_refresh(None)


async def ask(server: Server) -> None:
    """Takes the settings from the client, where it can be asked for them."""
    if server.session.client.configuration:
        item = types.ConfigurationItem(section=SECTION)
        answers = await server.workspace_configuration_async(types.ConfigurationParams(items=[item]))
        if answers and answers[0] is not None:
            server.session.configuration.editor(answers[0])
    reconfigure(server)


async def listen(server: Server) -> None:
    """Asks for the settings now, and to be told when they or a pyproject.toml change."""
    client, registrations = server.session.client, []
    if client.registers_configuration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        options: object = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        registrations.append(types.Registration(id=method, method=method, register_options=options))
    if client.registers_watchers:
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        globs = ("**/pyproject.toml", "**/*.py", "**/*.ipynb", f"**/*.{{{','.join(DATA_ENDINGS)}}}")
        watchers = [types.FileSystemWatcher(glob_pattern=glob) for glob in globs]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
        registrations.append(types.Registration(id=method, method=method, register_options=options))
    if registrations:
        await server.client_register_capability_async(types.RegistrationParams(registrations=registrations))
    if client.configuration:
        await ask(server)


def _tell(server: Server, problems: list[str]) -> None:
    text = "; ".join(problems)
    log.warning("Settings: %s", text)
    message = f"Keras shapes: {'a setting is' if len(problems) == 1 else 'some settings are'} wrong. {text}"
    server.protocol.notify_json(
        types.WINDOW_SHOW_MESSAGE, {"type": types.MessageType.Warning.value, "message": message}
    )
