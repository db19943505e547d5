"""Our own double of Telegram's Bot API, for what the emulator lacks.

A real HTTP server on the loopback. It keeps Telegram's promises that matter here: an update is
sent again until a higher offset confirms it; texts, buttons and HTML that Telegram would refuse
are refused; errors can be ordered per method. All calls are kept for the test to read.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TOKEN = "123456:DOUBLE-secret-token"
Answer = tuple[int, dict[str, Any]]


@dataclass
class Call:
    """One call that the bot made."""

    method: str
    params: dict[str, Any]
    at: float


@dataclass
class Message:
    """A message in a chat, as the phone shows it now."""

    id: int
    chat: int
    text: str
    buttons: list[list[dict[str, str]]] = field(default_factory=list)
    file: str = ""
    content: bytes = b""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Balanced(HTMLParser):
    """Accepts what Telegram accepts: known tags, closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.good = True
        self.plain = ""
        self.entities: list[dict[str, Any]] = []
        self._since = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.good &= tag in ("b", "i", "a", "code")
        self.open.append(tag)
        self._since = _units(self.plain)

    def handle_endtag(self, tag: str) -> None:
        self.good &= bool(self.open) and self.open.pop() == tag
        length = _units(self.plain) - self._since
        self.entities.append({"type": "bold", "offset": self._since, "length": length})

    def handle_data(self, data: str) -> None:
        self.plain += data


class Double:
    """The server's memory, and the person's hands."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.messages: dict[int, Message] = {}
        self.confirmed = 0
        self.webhook: dict[str, Any] = {}
        self.odd: Any = None
        """When set, what getUpdates gives instead of updates."""
        self.asked = False
        self._asked: tuple[int, float] = (-1, 0.0)
        self.held = 0
        self._holds: dict[str, tuple[threading.Event, bool]] = {}
        self._updates: deque[dict[str, Any]] = deque()
        self._errors: dict[str, deque[Answer | None]] = {}
        self._next_update, self._next_message = 1000, 1
        self._news = threading.Condition()

    # The person's hands

    def update(self, **content: Any) -> int:
        """Put an update in the queue; returns its id."""
        with self._news:
            self._next_update += 1
            self._updates.append({"update_id": self._next_update, **content})
            self._news.notify_all()
            return self._next_update

    def message(
        self, chat: int, text: str | None = None, kind: str = "private", **more: Any
    ) -> dict[str, Any]:
        """A message of a person as Telegram would describe it."""
        body = {"message_id": self._message_id(), "date": int(time.time()), **more}
        body["chat"] = {"id": chat, "type": kind, "first_name": "Piet Geheim"}
        body["from"] = {"id": abs(chat), "is_bot": False, "first_name": "Piet Geheim"}
        if text is not None:
            body["text"] = text
        return body

    def type(self, chat: int, text: str) -> int:
        """Type a text or a command."""
        return self.update(message=self.message(chat, text))

    def tap(self, chat: int, message: Message, data: str, query: str = "q1") -> int:
        """Tap a button (or one that is no longer there)."""
        shown = _Balanced()
        shown.feed(message.text)
        shown.close()
        under = self.message(chat, shown.plain, entities=shown.entities)
        under["message_id"] = message.id
        person = {"id": chat, "is_bot": False, "first_name": "Piet Geheim"}
        return self.update(
            callback_query={
                "id": query,
                "from": person,
                "chat_instance": "1",
                "data": data,
                "message": under,
            }
        )

    def fail(
        self,
        method: str,
        status: int,
        description: str = "Error",
        *,
        times: int = 1,
        retry_after: int = 0,
        after: int = 0,
        chat: int | None = None,
    ) -> None:
        """Order errors for the next calls of a method, or those ``after`` some good ones.

        With a ``chat`` only calls to that one fail.
        """
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if retry_after:
            body["parameters"] = {"retry_after": retry_after}
        name = method if chat is None else f"{method}:{chat}"
        self._errors.setdefault(name, deque()).extend([None] * after + [(status, body)] * times)

    def hold(self, method: str, gate: threading.Event, *, taken: bool) -> None:
        """Keep the callers of a method waiting at a gate, before or after it was taken."""
        self._holds[method] = (gate, taken)

    def release(self, method: str, gate: threading.Event) -> None:
        """Open the gate: those who wait hang up by now, others are served."""
        del self._holds[method]
        gate.set()

    # What the test reads

    def made(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    def chat(self, chat: int) -> list[Message]:
        """What stands in a chat from the bot."""
        return [message for message in list(self.messages.values()) if message.chat == chat]

    def wait_for(self, what: Any, timeout: float = 10.0) -> Any:
        """Wait until ``what()`` is true, and return it."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if found := what():
                return found
            time.sleep(0.005)
        raise AssertionError(f"not seen; calls: {[call.method for call in self.calls]}")

    def expect(self, chat: int, count: int) -> list[Message]:
        """The chat once it holds this many messages of the bot."""
        found = self.wait_for(lambda: len(self.chat(chat)) >= count and self.chat(chat))
        assert isinstance(found, list)
        return found

    # The Bot API

    def answer(self, method: str, params: dict[str, Any]) -> Answer:
        """What the server answers to one call."""
        with self._news:
            if method != "getUpdates":
                self.calls.append(Call(method, params, time.monotonic()))
            for name in (method, f"{method}:{params.get('chat_id')}"):
                if self._errors.get(name) and (error := self._errors[name].popleft()):
                    return error
        handler = getattr(self, "_on_" + re.sub("([A-Z])", r"_\1", method).lower(), None)
        if handler is None:
            return 404, {"ok": False, "error_code": 404, "description": "Not Found"}
        gate, taken = self._holds.get(method, (None, False))
        if gate and not taken:
            self.held += 1
            gate.wait(30)
            return 500, {"ok": False, "error_code": 500, "description": "Nobody waits any more"}
        found = handler(params)
        if gate:
            self.held += 1
            gate.wait(30)
        if isinstance(found, str):
            return 400, {"ok": False, "error_code": 400, "description": f"Bad Request: {found}"}
        return 200, {"ok": True, "result": found}

    def _message_id(self) -> int:
        self._next_message += 1
        return self._next_message

    def _on_get_me(self, params: dict[str, Any]) -> Any:
        return {"id": 123456, "is_bot": True, "first_name": "Dubbel", "username": "dubbel_bot"}

    def _on_get_updates(self, params: dict[str, Any]) -> Any:
        """As the public server does it (telegram-bot-api, ``process_get_updates_query``)."""
        now, timeout = time.monotonic(), float(params.get("timeout", 0))
        limit, offset = int(params.get("limit", 100)), int(params.get("offset", 0))
        if self.odd is not None:
            return self.odd
        with self._news:
            before, at = self._asked
            if offset == before and now < at + 3:
                timeout = max(timeout, 3)
            if offset == before and now < at + 0.5:
                limit = 1
            self._asked, self.asked = (offset, now), True
            end = now + min(timeout, 5)
            if offset > self._next_update + 11:
                offset = 0  # "in the future": it is given the queue from its head
            if offset:
                self.confirmed = offset - 1
                while self._updates and self._updates[0]["update_id"] < offset:
                    self._updates.popleft()
            while not self._updates and time.monotonic() < end:
                self._news.wait(0.05)
            return list(self._updates)[:limit]

    def _on_send_message(self, params: dict[str, Any]) -> Any:
        text = params.get("text", "")
        if refused := _refused(text, params.get("parse_mode")):
            return refused
        buttons = json.loads(params.get("reply_markup", "{}")).get("inline_keyboard", [])
        if any(len(b.get("callback_data", "").encode()) > 64 for row in buttons for b in row):
            return "BUTTON_DATA_INVALID"
        return self._keep(Message(self._message_id(), int(params["chat_id"]), text, buttons))

    def _on_send_document(self, params: dict[str, Any]) -> Any:
        name, content = params["document"]
        caption = params.get("caption", "")
        return self._keep(
            Message(self._message_id(), int(params["chat_id"]), caption, [], name, content)
        )

    def _on_send_photo(self, params: dict[str, Any]) -> Any:
        caption = params.get("caption", "")
        if len(caption) > 1024:
            return "MEDIA_CAPTION_TOO_LONG"
        return self._on_send_document({**params, "document": params["photo"]})

    def _keep(self, message: Message) -> dict[str, Any]:
        self.messages[message.id] = message
        return {
            "message_id": message.id,
            "date": int(time.time()),
            "chat": {"id": message.chat, "type": "private"},
            "text": message.text,
        }

    def _on_edit_message_text(self, params: dict[str, Any]) -> Any:
        message = self.messages.get(int(params["message_id"]))
        if message is None:
            return "message to edit not found"
        buttons = json.loads(params.get("reply_markup", "{}")).get("inline_keyboard", [])
        if (message.text, message.buttons) == (params["text"], buttons):
            return "message is not modified"
        if refused := _refused(params["text"], params.get("parse_mode")):
            return refused
        message.text, message.buttons = params["text"], buttons
        return self._keep(message)

    def _on_edit_message_reply_markup(self, params: dict[str, Any]) -> Any:
        message = self.messages.get(int(params["message_id"]))
        if message is None:
            return "message to edit not found"
        message.buttons = json.loads(params.get("reply_markup", "{}")).get("inline_keyboard", [])
        return self._keep(message)

    def _true(self, params: dict[str, Any]) -> Any:
        return True

    _on_answer_callback_query = _on_send_chat_action = _on_set_my_commands = _on_delete_webhook = (
        _true
    )

    def _on_get_webhook_info(self, params: dict[str, Any]) -> Any:
        """What the server says of the bot; ``webhook`` holds what a test wants it to say."""
        info = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        with self._news:
            waiting = {"pending_update_count": len(self._updates)}
        return {**info, **waiting, **{k: v for k, v in self.webhook.items() if k in _INFO}}

    def _on_set_webhook(self, params: dict[str, Any]) -> Any:
        self.webhook = params
        return True


_INFO = ("url", "pending_update_count", "last_error_date", "last_error_message")


def _refused(text: str, mode: str | None) -> str:
    """Why Telegram would refuse a text, or nothing."""
    parser = _Balanced()
    if mode == "HTML":
        if re.search(r"&(?!(?:lt|gt|amp|quot|#\d+);)", text):
            return "can't parse entities"
        parser.feed(text)
        parser.close()
        if parser.open or not parser.good:
            return "can't parse entities"
    plain = parser.plain if mode == "HTML" else text
    if not plain.strip():
        return "message text is empty"
    return "message is too long" if _units(plain) > 4096 else ""


class _Handler(BaseHTTPRequestHandler):
    """HTTP around ``Double.answer``."""

    protocol_version = "HTTP/1.1"
    double: Double

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        params: dict[str, Any] = dict(parse_qsl(parts.query))
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("multipart/"):
            params |= _multipart(kind, body)
        else:
            params |= dict(parse_qsl(body.decode(), keep_blank_values=True))
        path = re.fullmatch(r"/bot([^/]+)/(\w+)", parts.path)
        if not path or path.group(1) != TOKEN:
            status, answer = 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        else:
            status, answer = self.double.answer(path.group(2), params)
        content = json.dumps(answer).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
        self.wfile.write(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _multipart(kind: str, body: bytes) -> dict[str, Any]:
    """The fields of a form; a file becomes (name, content)."""
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    out: dict[str, Any] = {}
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        out[name] = (part.get_filename(), content) if part.get_filename() else content.decode()
    for kind in ("document", "photo"):
        if str(out.get(kind, "")).startswith("attach://"):
            out[kind] = out[out[kind].removeprefix("attach://")]
    return out


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a killed bot hangs up in the middle


@contextmanager
def running(port: int = 0, made: Double | None = None) -> Iterator[Double]:
    """A started double on a port of its own, or on this one."""
    double = made or Double()
    handler = type("Handler", (_Handler,), {"double": double})
    server = _Server(("127.0.0.1", port), handler)
    double.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
