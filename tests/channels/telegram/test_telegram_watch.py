"""What is wrong with the channel stands in ``health`` and once in the log: cause and remedy."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.telegram import polling as polling_module
from bot.channels.telegram import sender
from bot.channels.telegram.run import run_polling, run_webhook
from bot.conversation import OutOfReach
from bot.dialogue.messages import Said
from bot.health import SIGNS, Signs
from tests.channels.telegram import double as doubles
from tests.channels.telegram.double import TOKEN, Double
from tests.channels.telegram.echo import Echo
from tests.channels.telegram.on_air import QUICK, running

LOOKING = replace(QUICK, look=0.1)
FULL = "Database x: de schijf is vol of leest niet goed. Maak ruimte of kijk de schijf na."


class Desk:
    """The operator's: what stands in the signs now, and what the log said."""

    def __init__(self, data: Path, caplog: pytest.LogCaptureFixture) -> None:
        self.signs, self._file, self._caplog = Signs(data), data / SIGNS, caplog

    def line(self) -> str:
        """What is wrong now, without its time."""
        text = self._file.read_text("utf-8") if self._file.exists() else ""
        return "\n".join(line[20:] for line in text.splitlines())

    def logged(self) -> list[str]:
        """What an operator sees: no more than the warnings."""
        return [r.getMessage() for r in self._caplog.records if r.levelno >= logging.WARNING]


@pytest.fixture
def desk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Desk:
    caplog.set_level(logging.INFO)
    return Desk(tmp_path, caplog)


@pytest.fixture
def watched(double: Double, echo: Echo, desk: Desk) -> Iterator[Echo]:
    """A polling bot that is watched from the desk."""
    more = {"base_url": double.url, "tuning": LOOKING, "watch": desk.signs}
    with running(run_polling, echo, TOKEN, **more):
        double.wait_for(lambda: double.asked)
        yield echo


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def over(double: Double, desk: Desk, line: str) -> None:
    """The trouble passed: it stands nowhere, and both its ends were logged once."""
    double.wait_for(lambda: not desk.line(), 20)
    assert [desk.logged().count(seen) for seen in (line, f"Voorbij: {line}")] == [1, 1]


def test_no_contact_with_telegram(echo: Echo, desk: Desk) -> None:
    """From the start on, and until there is."""
    port = free_port()
    away = {"base_url": f"http://127.0.0.1:{port}", "tuning": QUICK, "watch": desk.signs}
    with running(run_polling, echo, TOKEN, **away):
        until = time.monotonic() + 10
        while not (line := desk.line()) and time.monotonic() < until:
            time.sleep(0.02)
        assert line.startswith("Geen contact met Telegram (NetworkError).")
        assert "netwerk, DNS, proxy" in line
        with doubles.running(port) as double:
            double.type(7, "hallo")
            double.expect(7, 1)
            over(double, desk, line)


def test_polls_that_fail(double: Double, watched: Echo, desk: Desk) -> None:
    double.fail("getUpdates", 502, "Bad Gateway", times=4)
    line = double.wait_for(desk.line)
    assert line.startswith("Geen contact met Telegram (NetworkError).")
    over(double, desk, line)


def test_another_that_polls(
    double: Double, watched: Echo, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling_module, "CONFLICTED", 0.1)
    double.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=30)
    line = double.wait_for(desk.line)
    assert "Stop dat andere programma" in line
    over(double, desk, line)


def test_deaf_to_updates_that_wait(double: Double, watched: Echo, desk: Desk) -> None:
    """Polls bring nothing while Telegram says that something waits."""
    double.odd = []
    double.type(7, "hallo")
    line = double.wait_for(desk.line)
    assert line == "De bot is doof: bij Telegram wachten 1 berichten die hier niet aankomen. " + (
        "Start de bot opnieuw."
    )
    double.odd = None
    double.expect(7, 1)
    over(double, desk, line)


def test_updates_that_stay_open_are_not_deafness(double: Double, watched: Echo, desk: Desk) -> None:
    """A turn that takes long leaves its update at Telegram."""
    gate = threading.Event()
    watched.before_handle = lambda what: gate.wait(20)
    double.type(7, "traag")
    seen = len(double.made("getWebhookInfo"))
    double.wait_for(lambda: len(double.made("getWebhookInfo")) > seen + 4)
    assert desk.line() == ""
    gate.set()
    double.expect(7, 1)


def test_numbers_that_are_dropped(double: Double, watched: Echo, desk: Desk) -> None:
    """Telegram gives again and again what was done, and nothing else comes through."""
    double.type(7, "hallo")
    double.expect(7, 1)
    double.odd = [{"update_id": double._next_update, "message": double.message(7, "hallo")}]
    line = double.wait_for(desk.line)
    assert "steeds opnieuw" in line
    double.odd = None
    double.type(7, "nog eens")
    double.expect(7, 2)
    over(double, desk, line)


def test_a_full_disk(double: Double, watched: Echo, desk: Desk) -> None:
    """Said by the storage itself, once for all who wait; no line for each try."""
    full = threading.Event()
    full.set()

    def commit(what: object) -> None:
        if full.is_set():
            raise OutOfReach(FULL)

    watched.before_handle = commit
    watched.set_offset = lambda name, value: commit(name)  # type: ignore[method-assign]
    for person in range(5):
        double.type(100 + person, "hallo")
    line = double.wait_for(desk.line)
    assert line == FULL
    full.clear()
    for person in range(5):
        double.expect(100 + person, 1)
    double.wait_for(lambda: not desk.line(), 20)
    assert desk.logged()[0] == FULL
    assert "hallo" not in "\n".join(desk.logged())


def test_a_storage_that_fails_when_nobody_speaks(double: Double, watched: Echo, desk: Desk) -> None:
    def fails(name: str, value: int) -> None:
        if name == sender.PULSE:
            raise OutOfReach(FULL)

    real = watched.set_offset
    watched.set_offset = fails  # type: ignore[method-assign]
    assert double.wait_for(desk.line) == FULL
    watched.set_offset = real  # type: ignore[method-assign]
    over(double, desk, FULL)


def test_replies_that_were_sealed_with_another_key(double: Double, echo: Echo, desk: Desk) -> None:
    echo.handle("telegram", "7", "u1", Said("hallo"), address="")
    more = {"base_url": double.url, "tuning": QUICK, "watch": desk.signs}
    with running(run_polling, echo, TOKEN, **more):
        line = double.wait_for(desk.line)
        assert line.startswith("1 antwoorden zijn niet te versturen")
        echo.sent(1)
        over(double, desk, line)


class TestWebhook:
    """Where Telegram knocks, and whether it gets in."""

    @pytest.fixture(autouse=True)
    def _open(self, double: Double, echo: Echo, desk: Desk) -> Iterator[None]:
        more = {"url": "https://bot.example/x", "secret": "geheim" * 4, "port": free_port()}
        more |= {"base_url": double.url, "tuning": LOOKING, "watch": desk.signs}
        with running(run_webhook, echo, TOKEN, **more):
            double.wait_for(lambda: double.webhook)
            yield

    def test_telegram_cannot_reach_it(self, double: Double, desk: Desk) -> None:
        double.webhook |= {
            "pending_update_count": 3,
            "last_error_date": int(time.time()),
            "last_error_message": "SSL error {certificate verify failed}",
        }
        line = double.wait_for(desk.line)
        assert "SSL error {certificate verify failed}" in line
        assert "TELEGRAM_WEBHOOK_URL" in line
        double.webhook |= {"pending_update_count": 0}
        over(double, desk, line)

    def test_telegram_goes_elsewhere(self, double: Double, desk: Desk) -> None:
        """The address is put right again, and it is told that this was needed."""
        double.webhook["url"] = "https://elders.example/y"
        double.wait_for(lambda: double.webhook["url"] == "https://bot.example/x")
        double.wait_for(lambda: len(desk.logged()) == 2)
        assert "ander adres" in desk.logged()[0]
