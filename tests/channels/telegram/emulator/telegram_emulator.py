"""Installs and starts the independent emulator, and plays the person in front of it.

Run as ``python -m tests.channels.telegram.emulator.telegram_emulator`` it installs the emulator
into ``.tools/emulator`` and stops.
"""

from __future__ import annotations

import html
import json
import re
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import npm

HERE = Path(__file__).resolve().parent
SCRIPT = "start.js"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def plain(text: str) -> str:
    """The text as Telegram would give it back: the emulator does not read the HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


@dataclass
class Emulator:
    """A running emulator."""

    url: str
    token: str

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Call one of its own routes for clients."""
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)["result"]

    def person(self, number: int) -> Person:
        """Somebody who talks to the bot."""
        return Person(self, number)


@dataclass
class Shown:
    """A message of the bot as it stands on the screen now."""

    id: int
    text: str
    buttons: list[dict[str, str]]


@dataclass
class Person:
    """Types and taps, and sees what the bot shows."""

    emulator: Emulator
    number: int
    seen: int = field(default=0)

    def _base(self) -> dict[str, Any]:
        who = {"id": self.number, "first_name": "Test", "is_bot": False}
        chat = {"id": self.number, "first_name": "Test", "type": "private"}
        return {
            "botToken": self.emulator.token,
            "date": int(time.time()),
            "from": who,
            "chat": chat,
        }

    def type(self, text: str) -> int:
        """Send a text or a command; returns the update id."""
        body = self._base() | {"text": text}
        if text.startswith("/"):
            name = text.split()[0]
            body["entities"] = [{"type": "bot_command", "offset": 0, "length": len(name)}]
        return self._send("/sendCommand" if text.startswith("/") else "/sendMessage", body)

    def _send(self, path: str, body: dict[str, Any]) -> int:
        return int(self.emulator.post(path, body))

    def tap(self, message: Shown, label: str) -> int:
        """Tap a button of a message."""
        data = next(b["callback_data"] for b in message.buttons if b["text"] == label)
        return self.tap_data(message, data)

    def tap_data(self, message: Shown, data: str) -> int:
        """Tap a button by its data, also one that is no longer shown."""
        base = self._base()
        under = {k: base[k] for k in ("chat", "date")} | {"message_id": message.id}
        return self._send(
            "/sendCallback", base | {"data": data, "message": under | {"text": plain(message.text)}}
        )

    def history(self) -> list[dict[str, Any]]:
        """All that the emulator remembers of this bot."""
        found = self.emulator.post("/getUpdatesHistory", {"token": self.emulator.token})
        assert isinstance(found, list)
        return found

    def screen(self) -> list[Shown]:
        """All that the bot said to this person, edits included."""
        out = []
        for entry in self.history():
            message = entry.get("message", {})
            if str(message.get("chat_id")) != str(self.number):
                continue
            markup = message.get("reply_markup") or {}
            rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
            out.append(
                Shown(entry["messageId"], message.get("text", ""), [b for r in rows for b in r])
            )
        return sorted(out, key=lambda shown: shown.id)

    def expect(self, count: int = 1, timeout: float = 10.0) -> list[Shown]:
        """The next ``count`` messages that were not seen yet."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            fresh = self.screen()[self.seen :]
            if len(fresh) >= count:
                self.seen += count
                return fresh[:count]
            time.sleep(0.01)
        raise AssertionError(f"{count} messages expected, seen {len(self.screen()) - self.seen}")


@contextmanager
def running(token: str = "123456:EMULATOR") -> Iterator[Emulator]:
    """A started emulator on a port of its own."""
    port = free_port()
    folder = npm.install(HERE, [SCRIPT])
    process = subprocess.Popen(
        [npm.node(), SCRIPT, str(port)], cwd=folder, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield Emulator(f"http://127.0.0.1:{port}", token)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


if __name__ == "__main__":
    print(npm.install(HERE, [SCRIPT]))
