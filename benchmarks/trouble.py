"""Telegram, the language model and the storage misbehave: what the people beside it notice.

Usage: python -m benchmarks.trouble [busy numbers worker locked gone replicas] [--seconds 60]

The real conversation before the double of the tests, which paces as the public server of the Bot
API does. Wall-clock time, so what else runs on the machine counts. ``--seconds``: how long the
storage is away.
"""

from __future__ import annotations

import argparse
import json
import logging
import socket
import sqlite3
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

from benchmarks.times import percentile
from bot.bootstrap import build_conversation
from bot.channels.telegram.run import Tuning, run_polling, run_webhook
from bot.language.plain.plain import PlainUnderstander
from bot.language.rasa.understander import RasaUnderstander
from bot.language.understand import Understander
from bot.settings import Settings, read
from tests.channels.telegram import double as doubles
from tests.channels.telegram.double import TOKEN, Answer, Double
from tests.channels.telegram.on_air import running
from tests.language import stand_in
from tests.shelf import packs
from tests.storage.helpers import postgres_server

OTHERS = range(100, 120)
APART = 0.1
"""Seconds between two people who type: below the pace of the bot, so nobody waits for it."""
LIVELY = Tuning(per_minute=10**6)
SECRET = "s" * 32


def settings_in(folder: str) -> Settings:
    """Settings whose data live in ``folder``, without Rasa."""
    return read({"SAMENWERKWIJZER_DATA": folder, "SAMENWERKWIJZER_TAAL": "plat"})


@contextmanager
def polling(
    folder: str, understander: Understander | None = None, database: str = ""
) -> Iterator[Double]:
    """A bot that polls the double, as in production; ``database``: a URL, else a file."""
    settings = settings_in(folder)
    settings = replace(settings, database=database) if database else settings
    conversation = build_conversation(
        settings, understander=understander or PlainUnderstander(), packs=packs()
    )
    with doubles.running() as double, closing(conversation):
        online = running(run_polling, conversation, TOKEN, base_url=double.url, tuning=LIVELY)
        with online:
            answered(double, OTHERS, "/start")
            yield double


def answered(double: Double, people: Sequence[int], text: str, patience: float = 60) -> list[float]:
    """Ten people a second type; after how many seconds each had an answer."""
    before = {person: len(double.chat(person)) for person in people}
    started: dict[int, float] = {}
    times: dict[int, float] = {}
    begin = perf_counter()
    while len(times) < len(people) and perf_counter() - begin < patience:
        if len(started) < len(people) and perf_counter() - begin >= len(started) * APART:
            person = people[len(started)]
            started[person] = perf_counter()
            double.type(person, text)
        for person in started.keys() - times.keys():
            if len(double.chat(person)) > before[person]:
                times[person] = perf_counter() - started[person]
        sleep(0.002)
    return [times.get(person, float("inf")) for person in people]


def told(what: str, good: bool, figure: str) -> None:
    """Print one figure, and whether it is as it should be."""
    print(f"{what}: {figure} ({'as it should be' if good else 'NOT as it should be'})", flush=True)


def busy(seconds: int) -> None:
    """A 429 about one chat: how long the others wait."""
    with tempfile.TemporaryDirectory() as folder, polling(folder) as double:
        calm = percentile([t for _ in range(5) for t in answered(double, OTHERS, "/hulp")], 0.99)
        double.fail("sendMessage", 429, "Too Many Requests", retry_after=30, chat=7, times=50)
        double.type(7, "/start")
        double.wait_for(lambda: any(c.params.get("chat_id") == "7" for c in double.calls))
        worst = percentile([t for _ in range(5) for t in answered(double, OTHERS, "/hulp")], 0.99)
    told("429 on one chat, others", worst <= 1, f"p99 {worst:.2f} s (without it {calm:.2f} s)")


def numbers(seconds: int) -> None:
    """Numbers that start again lower: how long until the first of them is answered."""
    with tempfile.TemporaryDirectory() as folder, polling(folder) as double:
        double._next_update = 40
        took = answered(double, [300], "/hulp")[0]
    told("numbers that restart lower", took <= 30, f"answered after {took:.2f} s")


def worker(seconds: int) -> None:
    """A worker that hangs or drips: what the others notice, and when there is another."""
    for trouble in (stand_in.HANGS, stand_in.DRIPS):
        with tempfile.TemporaryDirectory() as root, tempfile.TemporaryDirectory() as folder:
            model = stand_in.world(Path(root))
            own = RasaUnderstander(packs(), Path(root), model.parent, model=model)
            assert own.wait(60)
            with polling(folder, own) as double:
                hung(own, double, trouble)


def hung(own: RasaUnderstander, double: Double, trouble: str) -> None:
    """Two people send what stops the worker; the others go on."""
    first, start = own.worker_pid(), monotonic()
    for person in (7, 8):
        double.type(person, f"de straat {trouble}")
    times = [t for _ in range(4) for t in answered(double, OTHERS, "/hulp")]
    while own.worker_pid() in (None, first) and monotonic() - start < 60:
        sleep(0.05)
    replaced = monotonic() - start
    heard = answered(double, [7, 8], "/hulp", 30)
    good = percentile(times, 0.99) <= 1 and replaced <= 30 and max(heard) < 30
    figure = f"others p99 {percentile(times, 0.99):.2f} s, another worker after {replaced:.1f} s"
    told(f"a worker that {trouble}", good, figure)


def locked(seconds: int) -> None:
    """A locked database: how many have to repeat what they said."""
    with tempfile.TemporaryDirectory() as folder, polling(folder) as double:
        waited_out(double, lock_on(Path(folder) / "gesprekken.db"), seconds, "database locked")


def gone(seconds: int) -> None:
    """PostgreSQL is stopped and comes back: how many have to repeat what they said."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        server = stack.enter_context(postgres_server())
        double = stack.enter_context(polling(folder, database=server.blank("gone")))
        waited_out(double, server.stopped(), seconds, "PostgreSQL away")


@contextmanager
def lock_on(file: Path) -> Iterator[None]:
    """Another program writes in the file and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("ROLLBACK")


def waited_out(
    double: Double, trouble: AbstractContextManager[None], seconds: int, what: str
) -> None:
    """People type while the storage has ``trouble``; who has no answer afterwards must repeat."""
    before = {person: len(double.chat(person)) for person in OTHERS}
    with trouble:
        for person in OTHERS:
            double.type(person, "/privacy")
        sleep(seconds)
    start = monotonic()

    def waiting() -> list[int]:
        return [p for p in OTHERS if not answers(double, p, before[p])]

    while waiting() and monotonic() - start < 60:
        sleep(0.05)
    repeat, took = len(waiting()), monotonic() - start
    figure = f"{repeat} of {len(OTHERS)} must repeat, all answered {took:.1f} s later"
    told(f"{what} for {seconds} s", repeat == 0, figure)


def answers(double: Double, person: int, before: int) -> bool:
    """Whether the answer itself came, beside the notice that it takes a while."""
    return any("Het duurt even" not in m.text for m in double.chat(person)[before:])


# --- two replicas ---------------------------------------------------------------------------


class Paced(Double):
    """Thirty messages a second for the whole bot; more are turned away."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = 0
        self._left, self._at, self._gate = 30.0, monotonic(), threading.Lock()

    def answer(self, method: str, params: dict[str, Any]) -> Answer:
        """Turn a message away above the pace."""
        if method == "sendMessage" and not self._may():
            self.refused += 1
            more = {"retry_after": 1}
            body = {"ok": False, "error_code": 429, "description": "Too Many", "parameters": more}
            return 429, body
        return super().answer(method, params)

    def _may(self) -> bool:
        with self._gate:
            now = monotonic()
            self._left, self._at = min(30.0, self._left + (now - self._at) * 30), now
            self._left -= self._left >= 1
            return self._left >= 1


def replicas(seconds: int) -> None:
    """Two processes on one PostgreSQL behind a pace: how many replies come twice."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        url = stack.enter_context(postgres_server()).blank("replicas")
        double = stack.enter_context(doubles.running(made=Paced()))
        ports = [stack.enter_context(replica(folder, url, double)) for _ in range(2)]
        people = range(1000, 1000 + 20 * 15)
        posts = [threading.Thread(target=post, args=(ports[p % 2], double, p)) for p in people]
        for thread in posts:
            thread.start()
            sleep(0.01)
        for thread in posts:
            thread.join(60)
        double.wait_for(lambda: all(double.chat(p) for p in people), 120)
        sleep(5)
        counts = [len(double.chat(person)) for person in people]
    twice, lost = sum(count > min(counts) for count in counts), counts.count(0)
    figure = f"{twice} doubled, {lost} lost of {len(counts)}; {double.refused} turned away"
    told("two replicas under pace", twice == lost == 0, figure)


@contextmanager
def replica(folder: str, url: str, double: Double) -> Iterator[int]:
    """A bot with a webhook; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    settings = replace(settings_in(folder), database=url)
    conversation = build_conversation(settings, understander=PlainUnderstander(), packs=packs())
    more = {"url": "https://bot.example/x", "secret": SECRET, "port": port, "tuning": LIVELY}
    more |= {"base_url": double.url}
    with closing(conversation), running(run_webhook, conversation, TOKEN, **more):
        double.wait_for(lambda: listens(port))
        yield port


def listens(port: int) -> bool:
    """Whether somebody answers at this port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def post(port: int, double: Double, person: int) -> None:
    """Telegram brings one update of a person."""
    update = {"update_id": person, "message": double.message(person, "/privacy")}
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/telegram",
        json.dumps(update).encode(),
        {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60):
        pass


ALL: dict[str, Callable[[int], None]] = {
    one.__name__: one for one in (busy, numbers, worker, locked, gone, replicas)
}


def main() -> None:
    """Print what was asked for, or everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)  # the figures say what came of it
    for name in given.names or ALL:
        ALL[name](given.seconds)


if __name__ == "__main__":
    main()
