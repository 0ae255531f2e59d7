"""A small editor: a real server in a process of its own, and the client's side of the protocol."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SERVER = [sys.executable, "-m", "keras_shapes", "server"]
# Machines that test many things at once are slow at each.
TIMEOUT = 180.0

DIAGNOSTICS = {"relatedInformation": True, "versionSupport": True, "codeDescriptionSupport": True, "dataSupport": True}
PUSH: Json = {
    "textDocument": {"synchronization": {"didSave": True}, "publishDiagnostics": DIAGNOSTICS},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "notebookDocument": {"synchronization": {}},
    "window": {"workDoneProgress": True},
}
PULL: Json = {
    **PUSH,
    "textDocument": {**PUSH["textDocument"], "diagnostic": {"relatedInformation": True}},
    "workspace": {
        **PUSH["workspace"],
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "diagnostics": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
    },
}


class ServerError(Exception):
    """The server answered a request with an error."""


class Editor:
    """Starts a server and greets it; `sent` and `asked` are the notifications and requests that came from it."""

    def __init__(
        self,
        root: Path,
        capabilities: Json,
        options: object = None,
        settings: object = None,
        command: Sequence[str] = tuple(SERVER),
    ) -> None:
        self.settings = settings
        self.refuses: set[str] = set()
        # The button that is pressed when the server asks something.
        self.presses: str | None = None
        self.sent: list[Json] = []
        self.asked: list[Json] = []
        self._answers: dict[int, Json] = {}
        self._arrived = threading.Condition()
        self._requests = 0
        self._versions: dict[str, int] = {}
        self._open: set[str] = set()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        threading.Thread(target=self._read, daemon=True).start()
        self.capabilities: Json = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": "root"}],
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )["capabilities"]
        self.notify("initialized", {})

    # ---- what an editor does

    def open(self, uri: str, text: str, language: str = "python") -> None:
        self._versions[uri] = 1
        self._open.add(uri)
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def type(self, uri: str, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Replaces a range, in the units that were negotiated."""
        self._change(uri, [{"range": span(start, end), "text": text}])

    def replace(self, uri: str, text: str) -> None:
        self._change(uri, [{"text": text}])

    def _change(self, uri: str, changes: list[Json]) -> None:
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def save(self, uri: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri: str) -> None:
        self._open.discard(uri)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def open_notebook(self, uri: str, cells: dict[str, str]) -> None:
        documents = [{"uri": u, "languageId": "python", "version": 1, "text": text} for u, text in cells.items()]
        self._versions.update(dict.fromkeys([uri, *cells], 1))
        notebook = {
            "uri": uri,
            "notebookType": "jupyter-notebook",
            "version": 1,
            "cells": [{"kind": 2, "document": cell} for cell in cells],
        }
        self.notify("notebookDocument/didOpen", {"notebookDocument": notebook, "cellTextDocuments": documents})

    def change_notebook(self, uri: str, cells: Json) -> None:
        self._versions[uri] += 1
        notebook = {"uri": uri, "version": self._versions[uri]}
        self.notify("notebookDocument/didChange", {"notebookDocument": notebook, "change": {"cells": cells}})

    def replace_cell(self, uri: str, cell: str, text: str) -> None:
        self._versions[cell] += 1
        document = {"uri": cell, "version": self._versions[cell]}
        self.change_notebook(uri, {"textContent": [{"document": document, "changes": [{"text": text}]}]})

    # ---- what an editor asks

    def pull(self, uri: str, previous: str | None = None) -> Json:
        """The answer to `textDocument/diagnostic`."""
        parameters = {"textDocument": {"uri": uri}, "identifier": "keras-shapes", "previousResultId": previous}
        answer: Json = self.request("textDocument/diagnostic", parameters)
        return answer

    def diagnostics(self, uri: str) -> list[Json]:
        items: list[Json] = self.pull(uri)["items"]
        return items

    def pushed(self, uri: str) -> list[Json]:
        """The diagnostics that are published for the newest version."""

        def newest() -> Json | None:
            for message in self.sent:
                parameters = message["params"]
                if message["method"] != "textDocument/publishDiagnostics" or parameters["uri"] != uri:
                    continue
                if parameters.get("version") == self._versions[uri]:
                    found: Json = parameters
                    return found
            return None

        items: list[Json] = self.wait(newest)["diagnostics"]
        return items

    def actions(
        self, uri: str, line: int, only: list[str] | None = None, diagnostics: Sequence[Json] = ()
    ) -> list[Json]:
        context: Json = {"diagnostics": list(diagnostics)}
        if only is not None:
            context["only"] = only
        parameters = {"textDocument": {"uri": uri}, "range": span((line, 0), (line, 0)), "context": context}
        parameters["range"] = span((line, 0), (line + 1, 0))
        answer: list[Json] = self.request("textDocument/codeAction", parameters)
        return answer

    def hover(self, uri: str, line: int, character: int) -> str | None:
        position = {"line": line, "character": character}
        answer = self.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
        return answer["contents"]["value"] if answer else None

    def hints(self, uri: str, first: int = 0, last: int = 10_000) -> list[tuple[int, int, str]]:
        """Line, character and label of each inlay hint."""
        parameters = {"textDocument": {"uri": uri}, "range": span((first, 0), (last, 0))}
        answer = self.request("textDocument/inlayHint", parameters)
        return [(h["position"]["line"], h["position"]["character"], h["label"]) for h in answer]

    def lenses(self, uri: str) -> list[Json]:
        answer: list[Json] = self.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        return answer

    def command(self, name: str, *arguments: object) -> Any:
        return self.request("workspace/executeCommand", {"command": name, "arguments": list(arguments)})

    # ---- the protocol

    def request(self, method: str, parameters: object) -> Any:
        """Sends a request and waits for its answer. Raises ServerError."""
        return self.answer(self.ask(method, parameters))

    def ask(self, method: str, parameters: object) -> int:
        """Sends a request; its id, to be given to `answer`."""
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": parameters})
        return self._requests

    def answer(self, number: int) -> Any:
        answer = self.wait(lambda: self._answers.pop(number, None))
        if "error" in answer:
            raise ServerError(answer["error"]["message"])
        return answer["result"]

    def notify(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def wait(self, condition: Callable[[], Any], seconds: float = TIMEOUT) -> Any:
        """What `condition` gives as soon as it gives something; it is asked anew with each message."""
        result: list[Any] = []

        def met() -> bool:
            found = condition()
            if found is not None and found is not False:
                result.append(found)
            return bool(result) or self._process.poll() is not None

        with self._arrived:
            if not self._arrived.wait_for(met, seconds) or not result:
                raise TimeoutError(f"nothing after {seconds} s; the server's status is {self._process.poll()}")
        return result[0]

    def messages(self, method: str) -> list[Json]:
        """The parameters of all notifications of one kind so far."""
        with self._arrived:
            return [message["params"] for message in self.sent if message["method"] == method]

    def requests(self, method: str) -> int:
        """How many requests of one kind the server has sent so far."""
        with self._arrived:
            return sum(message["method"] == method for message in self.asked)

    def tidy(self) -> None:
        """Closes what is open and forgets what was said, for the next test."""
        for uri in list(self._open):
            self.close(uri)
        self.command("keras-shapes.showModel", "", 0)
        with self._arrived:
            self.sent.clear()
            self.asked.clear()

    def quiet(self, seconds: float = 0.4) -> None:
        """Gives the server time for what it may want to say."""
        time.sleep(seconds)

    def end(self) -> int:
        """Shuts the server down in order; its exit status."""
        if self._process.poll() is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        try:
            return self._process.wait(30)
        finally:
            self._process.kill()

    def vanish(self) -> int:
        """Goes away without a word; the server's exit status."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            return self._process.wait(30)
        finally:
            self._process.kill()

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._take(json.loads(stream.read(length)))
        with self._arrived:
            self._arrived.notify_all()

    def _take(self, message: Json) -> None:
        with self._arrived:
            if "method" not in message:
                self._answers[message["id"]] = message
            elif "id" in message:
                self.asked.append(message)
            else:
                self.sent.append(message)
            self._arrived.notify_all()
        if "method" in message and "id" in message:
            if message["method"] in self.refuses:
                self._send({"id": message["id"], "error": {"code": -32601, "message": "refused"}})
                return
            self._send({"id": message["id"], "result": self._result(message["method"])})

    def _result(self, method: str) -> object:
        if method == "workspace/configuration":
            return [self.settings]
        return {"title": self.presses} if method == "window/showMessageRequest" and self.presses else None


def span(start: tuple[int, int], end: tuple[int, int]) -> Json:
    """A range in the protocol's JSON."""
    return {
        "start": {"line": start[0], "character": start[1]},
        "end": {"line": end[0], "character": end[1]},
    }


def applied(text: str, edits: list[Json]) -> str:
    """A text in ASCII after edits."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(at: Json) -> int:
        return starts[at["line"]] + int(at["character"])

    for edit in sorted(edits, key=lambda e: offset(e["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
