"""The webhook: real HTTP requests to our own server; our double plays Telegram."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from bot.channels.telegram import Refused, wording
from bot.channels.telegram.run import run_webhook
from bot.channels.telegram.webhook import BODY_LIMIT, HEADER, SecretMissing
from bot.conversation import OutOfReach
from bot.dialogue.messages import Said
from tests.channels.telegram.double import TOKEN, Double
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.emulator.telegram_emulator import free_port
from tests.channels.telegram.on_air import QUICK, running

SECRET = "een-lang-geheim_0123456789"


@dataclass
class Door:
    """Where Telegram knocks."""

    url: str

    def knock(self, body: object, secret: str | None = SECRET, **more: Any) -> httpx.Response:
        headers = {} if secret is None else {HEADER: secret}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return httpx.post(
            self.url, content=content, headers=headers, timeout=10, verify=False, **more
        )


@pytest.fixture
def door(double: Double, echo: Echo) -> Iterator[Door]:
    port = free_port()
    url = "https://voorbeeld.nl/telegram"
    options = {"url": url, "secret": SECRET, "port": port, "base_url": double.url}
    with running(run_webhook, echo, TOKEN, tuning=QUICK, **options):
        door = Door(f"http://127.0.0.1:{port}/telegram")

        def listens() -> bool:
            try:
                return httpx.get(door.url, verify=False).status_code == 405
            except httpx.TransportError:
                return False

        double.wait_for(listens)
        yield door


def said(double: Double, text: str, update: int = 5) -> dict[str, Any]:
    """An update as Telegram posts it."""
    return {"update_id": update, "message": double.message(7, text)}


@pytest.mark.parametrize("secret", ["", "kort", "met spaties en ook lang genoeg", "x" * 257])
def test_it_refuses_to_start_without_a_good_secret(double: Double, echo: Echo, secret: str) -> None:
    """Before anything is asked of Telegram."""
    call = run_webhook(echo, TOKEN, url="https://x", secret=secret, base_url=double.url)
    with pytest.raises(SecretMissing):
        asyncio.run(call)
    assert double.calls == []


def test_telegram_hears_the_secret(double: Double, door: Door) -> None:
    """And which updates we want."""
    assert double.webhook["secret_token"] == SECRET
    assert json.loads(double.webhook["allowed_updates"]) == [
        "message",
        "edited_message",
        "callback_query",
    ]


def test_patient_at_the_start(double: Double, echo: Echo) -> None:
    """Telegram may be out of reach; an address that it refuses ends the start with a sentence."""
    double.fail("setWebhook", 502)
    double.fail("setWebhook", 400, "Bad Request: bad webhook: HTTPS url must be provided")
    call = run_webhook(echo, TOKEN, url="http://x", secret=SECRET, base_url=double.url)
    with pytest.raises(Refused, match="TELEGRAM_WEBHOOK_URL"):
        asyncio.run(call)
    assert len(double.made("setWebhook")) == 2


def test_an_update_is_taken_and_answered(double: Double, echo: Echo, door: Door) -> None:
    """200, and the reply goes the usual way."""
    assert door.knock(said(double, "hallo")).status_code == 200
    assert echo.handled == [("telegram:7", Said("hallo"))]
    assert double.expect(7, 1)[0].text == "Je zei: hallo"


@pytest.mark.parametrize("secret", [None, "", "fout", SECRET[:-1], SECRET + "x", SECRET.upper()])
def test_strangers_are_refused(double: Double, echo: Echo, door: Door, secret: str | None) -> None:
    """Whatever they send, nothing is read."""
    assert door.knock(said(double, "hallo"), secret).status_code == 403
    assert echo.handled == []


def test_a_body_that_is_too_large(echo: Echo, door: Door) -> None:
    """With and without a length announced."""

    def stream() -> Iterator[bytes]:
        for _ in range(BODY_LIMIT // 1024 + 2):
            yield b" " * 1024

    assert door.knock(b" " * (BODY_LIMIT + 1)).status_code == 413
    answer = httpx.post(door.url, content=stream(), headers={HEADER: SECRET}, timeout=10)
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"message": {}}', b"\xff\xfe"])
def test_what_is_not_an_update(echo: Echo, door: Door, body: bytes) -> None:
    """Is refused, and the next one is taken."""
    assert door.knock(body).status_code == 400
    assert echo.handled == []


def test_200_only_after_the_commit(double: Double, echo: Echo, door: Door) -> None:
    """While the turn runs, Telegram waits for its answer."""
    gate, answers = threading.Event(), list[int]()
    echo.before_handle = lambda what: gate.wait(10)
    update = said(double, "traag")
    knocking = threading.Thread(target=lambda: answers.append(door.knock(update).status_code))
    knocking.start()
    knocking.join(0.3)
    assert answers == []
    assert echo.handled == []
    gate.set()
    knocking.join(10)
    assert answers == [200]
    assert len(echo.handled) == 1


def test_the_same_update_twice(double: Double, echo: Echo, door: Door) -> None:
    """Telegram sends again what it believes not to have arrived; it is applied once."""
    update = said(double, "hallo")
    assert [door.knock(update).status_code for _ in range(2)] == [200, 200]
    assert len(echo.handled) == 1
    assert len(double.expect(7, 1)) == 1


def test_a_turn_that_keeps_failing(double: Double, echo: Echo, door: Door) -> None:
    """The person hears it; Telegram need not send it for ever."""

    def before(what: object) -> None:
        raise RuntimeError("geheim")

    echo.before_handle = before
    assert door.knock(said(double, "stuk")).status_code == 200
    assert double.expect(7, 1)[0].text == wording.WENT_WRONG


def test_only_one_path(door: Door) -> None:
    """Nothing else is served."""
    other = Door(door.url.replace("/telegram", "/"))
    assert other.knock(b"{}").status_code == 404
    assert httpx.get(other.url).status_code == 404


def test_an_update_that_cannot_be_read_does_not_come_back(echo: Echo, door: Door) -> None:
    """Telegram repeats what is refused, for ever; so it is taken, and passed over."""
    assert door.knock({"update_id": 5, "message": {"message_id": "?"}}).status_code == 200
    assert echo.handled == []


def test_half_a_request_does_not_hold_a_line(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that does not come is waited for, and not for ever."""
    monkeypatch.setattr("bot.channels.body.BODY_TIME", 0.3)
    port = int(door.url.rsplit(":", 1)[1].split("/")[0])
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 50\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(head.encode() + b'{"upd')
        assert line.recv(100).startswith(b"HTTP/1.1 400")


def test_storage_that_stays_away_gives_the_update_back(
    double: Double, echo: Echo, door: Door
) -> None:
    """With 500, so that Telegram brings it again."""

    def away(what: object) -> None:
        raise OutOfReach("Database x: de schijf is vol.")

    echo.before_handle = away
    assert door.knock(said(double, "hallo")).status_code == 500
    echo.before_handle = lambda what: None
    assert door.knock(said(double, "hallo")).status_code == 200
    assert len(echo.handled) == 1
