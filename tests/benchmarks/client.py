"""A bare language client: just enough of the protocol to time any server from outside."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

CAPABILITIES = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "diagnostic": {},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
    "general": {"positionEncodings": ["utf-16"]},
}
TIMEOUT = 60.0


class Client:
    """One server process with one open document. Times are `time.perf_counter()` seconds."""

    def __init__(self, command: list[str], root: Path) -> None:
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
        )
        self._received: queue.Queue[tuple[float, dict[str, Any] | None]] = queue.Queue()
        self._requests = 0
        threading.Thread(target=self._read, daemon=True).start()
        folder = {"uri": root.as_uri(), "name": "bench"}
        parameters = {"processId": os.getpid(), "rootUri": root.as_uri(), "workspaceFolders": [folder]}
        answered, answer = self.request("initialize", {**parameters, "capabilities": CAPABILITIES})
        self.initialize_seconds = answered - self.started
        self.pulls = bool(answer["capabilities"].get("diagnosticProvider"))
        self.notify("initialized", {})

    def open(self, path: Path, text: str) -> float:
        """Seconds from the server's start to the document's first diagnostics."""
        self.uri, self.version = path.as_uri(), 1
        document = {"uri": self.uri, "languageId": "python", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return self._diagnosed() - self.started

    def edit(self, line: int, start: int, end: int, text: str) -> float:
        """Seconds from an edit's sending to the diagnostics of the text after it."""
        self.version += 1
        span = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        sent = time.perf_counter()
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri, "version": self.version},
                "contentChanges": [{"range": span, "text": text}],
            },
        )
        return self._diagnosed() - sent

    def close(self) -> None:
        """Ends the server, kindly at first."""
        self.request("shutdown", None)
        self.notify("exit", None)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def request(self, method: str, parameters: object) -> tuple[float, Any]:
        """When the answer came, and the answer. Raises RuntimeError where it is an error."""
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": parameters})
        while True:
            when, message = self._next(method)
            if message.get("id") == self._requests and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return when, message["result"]

    def notify(self, method: str, parameters: object) -> None:
        """Sends what needs no answer."""
        self._send({"method": method, "params": parameters})

    def _diagnosed(self) -> float:
        if self.pulls:
            when, _ = self.request("textDocument/diagnostic", {"textDocument": {"uri": self.uri}})
            return when
        while True:
            when, message = self._next("diagnostics")
            parameters = message.get("params") or {}
            # A server may still publish for the text before; only what it says of this version counts.
            current = parameters.get("version", self.version) == self.version
            if message.get("method") == "textDocument/publishDiagnostics" and current:
                return when

    def _next(self, waiting_for: str) -> tuple[float, dict[str, Any]]:
        try:
            when, message = self._received.get(timeout=TIMEOUT)
        except queue.Empty:
            raise TimeoutError(f"{self.process.args!r}: no {waiting_for} after {TIMEOUT:.0f} s") from None
        if message is None:
            raise RuntimeError(f"{self.process.args!r} ended with status {self.process.wait()}")
        return when, message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            if not line.lower().startswith(b"content-length:"):
                continue
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(int(line.split(b":")[1])))
            if "method" in message and "id" in message:
                self._answer(message)
            else:
                self._received.put((time.perf_counter(), message))
        self._received.put((time.perf_counter(), None))

    def _answer(self, message: dict[str, Any]) -> None:
        asked = message["params"]["items"] if message["method"] == "workspace/configuration" else None
        self._send({"id": message["id"], "result": [None] * len(asked) if asked is not None else None})
