"""Telegram, the storage and the language model misbehave; nobody has to say anything twice.

The double paces and restarts its numbers as the public server source of the Bot API does.
"""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

import pytest

from bot.channels.telegram import sender, wording
from bot.channels.telegram.address import Address
from bot.channels.telegram.pacing import Bucket, Pacing
from bot.channels.telegram.run import Tuning, run_polling, run_webhook
from bot.conversation import OutOfReach
from bot.dialogue.messages import Said
from tests.channels.telegram.double import TOKEN, Double
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.on_air import QUICK, running


def test_numbers_that_restart_lower_are_heard(double: Double, polling: Echo) -> None:
    """After a week without updates the next number is a random one."""
    double.type(7, "een")
    double.expect(7, 1)
    double._next_update = 40
    double.type(7, "twee")
    last = double.type(7, "drie")

    assert [shown.text for shown in double.expect(7, 3)[1:]] == ["Je zei: twee", "Je zei: drie"]
    double.wait_for(lambda: double.confirmed == last)


def test_a_text_that_takes_long_keeps_nobody_waiting(double: Double, polling: Echo) -> None:
    """Not those who tap, not one more than the texts that hang, and not those who come later."""
    gate = threading.Event()

    def hang(what: object) -> None:
        if isinstance(what, Said) and what.text == "traag":
            gate.wait(60)

    polling.before_handle = hang
    for person in range(100, 107):
        double.type(person, "traag")
    double.wait_for(lambda: len(double.made("sendChatAction")) == 7)
    for person in range(200, 212):
        double.type(person, "/terug")
        double.expect(person, 1)
    double.type(300, "vlot")
    double.expect(300, 1)
    assert not double.chat(100)
    gate.set()
    double.expect(106, 1)


def test_storage_out_of_reach_loses_nothing(
    double: Double, polling: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The update stays open, the person is told once, and is answered when the storage is back."""
    monkeypatch.setattr("bot.channels.telegram.dispatch.SAY_SO", 0.3)
    monkeypatch.setattr("bot.channels.telegram.delivery.LATER", 0.3)
    back = threading.Event()

    def away(what: object) -> None:
        if not back.is_set():
            raise OutOfReach("Database x: een ander programma houdt het bestand bezet.")

    polling.before_handle = away
    last = double.type(7, "hallo")
    assert double.expect(7, 1)[0].text == wording.TAKES_A_WHILE
    assert double.confirmed < last
    back.set()
    assert double.expect(7, 2)[1].text == "Je zei: hallo"
    double.wait_for(lambda: double.confirmed == last)
    assert [shown.text for shown in double.chat(7)].count(wording.TAKES_A_WHILE) == 1


def test_what_was_sent_is_crossed_off_and_not_sent_again(double: Double, polling: Echo) -> None:
    """Even when the storage is locked just after Telegram took it."""
    real, failures = polling.sent, iter([1, 2])

    def locked(id: int) -> None:
        if next(failures, None):
            raise OutOfReach("Database x: een ander programma houdt het bestand bezet.")
        real(id)

    polling.sent = locked  # type: ignore[method-assign]
    double.type(7, "hallo")
    double.wait_for(lambda: not polling.outbox and double.chat(7))
    assert len(double.made("sendMessage")) == 1


def test_patience_with_one_chat_costs_the_others_nothing(double: Double, polling: Echo) -> None:
    """A 429 about one chat: that one waits, the others are answered meanwhile."""
    double.fail("sendMessage", 429, "Too Many Requests", retry_after=60, chat=7)
    double.type(7, "druk")
    double.wait_for(lambda: double.made("sendMessage"))
    for person in range(20, 40):
        double.type(person, "hallo")
    for person in range(20, 40):
        double.expect(person, 1)
    double.wait_for(lambda: [out.key for out in polling.outbox] == ["telegram:7"])
    assert not double.chat(7)


def test_what_waited_at_telegram_is_not_too_fast(double: Double, echo: Echo) -> None:
    """While the bot was away people went on typing: all of it counts."""
    for number in range(25):
        double.type(7, f"nummer {number}")
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK_AND_STRICT):
        texts = [shown.text for shown in double.expect(7, 25)]
    assert texts == [f"Je zei: nummer {number}" for number in range(25)]


QUICK_AND_STRICT = Tuning(per_minute=3, per_second=1000, per_chat=1000, sweep=0.2, grace=3)


@pytest.mark.parametrize("odd", [{"x": 1}, [{"niets": 1}], ["tekst"], [None], "tekst", 5])
def test_updates_of_another_shape_do_not_end_the_bot(
    double: Double, polling: Echo, odd: Any
) -> None:
    """They are passed over; what comes after them is heard."""
    double.odd = odd
    time.sleep(0.3)
    double.odd = None
    double.type(7, "hallo")
    assert double.expect(7, 1)[0].text == "Je zei: hallo"


def test_a_webhook_that_would_not_go_is_taken_away_later(double: Double, echo: Echo) -> None:
    """A failed deleteWebhook at start is tried again as soon as Telegram says that one is set."""
    double.fail("deleteWebhook", 500)
    double.fail("getUpdates", 409, "Conflict: can't use getUpdates method while webhook is active")
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.wait_for(lambda: len(double.made("deleteWebhook")) == 2)
        double.type(7, "hallo")
        double.expect(7, 1)


def test_a_reply_that_another_process_sends_is_left_to_it(double: Double, echo: Echo) -> None:
    """Until that one is gone: then it is sent, once."""
    echo.handle("telegram", "7", "u1", Said("hallo"), address=Address(7).to_text())
    echo.outbox[0].held = "other"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    more = {"url": "https://bot.example/x", "secret": "geheim" * 4, "port": port}
    with running(run_webhook, echo, TOKEN, base_url=double.url, tuning=QUICK, **more):
        double.wait_for(lambda: echo.looked > 3)
        assert not double.chat(7)
        echo.outbox[0].held = "free"
        assert double.expect(7, 1)[0].text == "Je zei: hallo"
    assert len(double.made("sendMessage")) == 1


class TestPacing:
    """The pace of the bot and of each chat, on a clock of its own."""

    def pacing(self, per_second: float = 30) -> tuple[Pacing, list[float]]:
        now = [0.0]
        return Pacing(per_second, clock=lambda: now[0]), now

    def test_a_bucket_gives_its_burst_and_then_its_rate(self) -> None:
        bucket = Bucket(rate=2, most=3, left=3, since=0)
        assert [bucket.take(0) for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
        assert bucket.take(10) == 0

    def test_a_busy_chat_waits_and_another_does_not(self) -> None:
        pacing, _ = self.pacing(per_second=1000)
        waits = [pacing.delay(7) for _ in range(25)]
        assert waits[:20] == [0] * 20
        assert waits[20] == pytest.approx(1.0)
        assert pacing.delay(8) == 0

    def test_calls_held_up_do_not_go_all_at_once(self) -> None:
        pacing, now = self.pacing(per_second=30)
        waits = sorted(pacing.delay(chat) for chat in range(100))
        assert sum(wait < 1 for wait in waits) <= 36
        now[0] = 10
        assert pacing.delay(1) == 0

    def test_the_bot_slows_down_when_several_chats_are_turned_away(self) -> None:
        pacing, _ = self.pacing(per_second=30)
        pacing._turned_away(1)
        pacing._turned_away(1)
        assert pacing._all.rate == 30
        pacing._turned_away(2)
        pacing._turned_away(3)
        assert pacing._all.rate == 15
        for _ in range(100):
            pacing._recover()
        assert pacing._all.rate == 30


def test_those_at_work_say_so(double: Double, echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a reply is on its way, the process holds on to it."""
    monkeypatch.setattr(sender, "RENEW", 0.1)
    double.fail("sendMessage", 429, "Too Many Requests", retry_after=2, chat=7)
    with running(run_polling, echo, TOKEN, base_url=double.url, tuning=QUICK):
        double.type(7, "hallo")
        double.expect(7, 1)
    assert echo.renewed >= 2
