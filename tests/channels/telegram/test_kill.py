"""The bot is killed at random moments of a conversation; nothing that counts is lost.

Promises, for every update that the server may forget (a higher offset confirmed it):
- it was applied exactly once: the conversation's revision equals the number of updates;
- its replies arrive at least once, in order. Twice only when the process died after Telegram took
  a message and before that was written down; no other messaging promise is possible.

A run has a few kills; ``python -m benchmarks.endurance`` has many.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.amounts import times
from tests.channels.telegram.double import Double
from tests.channels.telegram.emulator.telegram_emulator import Emulator
from tests.channels.telegram.killing import (
    Phone,
    Record,
    Walk,
    nursery,
    said,
    wait,
    walk_in_peace,
    walk_under_fire,
)
from tests.channels.telegram.phones import DoublePhone, EmulatorPhone
from tests.storage.helpers import Server

KILLS = times(12, 200)
PEOPLE = itertools.count(7001)


def survive(
    phone: Phone,
    twin: Phone,
    people: list[int],
    records: Callable[[int], Record],
    environ: dict[str, str],
) -> None:
    """One walk under fire, the same walk in peace, and the same words in both."""
    seed = random.randrange(10**6)
    with nursery(phone, environ) as bots:
        walk, record = Walk(phone, random.Random(seed)), records(people[0])
        tally = walk_under_fire(walk, record, bots, KILLS, random.Random(seed + 1))
        calm, quiet = Walk(twin, random.Random(seed)), records(people[1])
        walk_in_peace(calm, quiet, bots, len(walk.updates))
    print(f"seed {seed}: {bots.kills} kills in {tally.seconds:.1f} s, {tally}")
    assert all(record.applied(update) for update in walk.updates)
    assert record.revision() == len(walk.updates), f"seed {seed}"
    assert quiet.revision() == len(calm.updates)
    assert said(phone) == said(twin), f"seed {seed}"
    database = Path(environ["SAMENWERKWIJZER_DATA"]) / "gesprekken.db"
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_killed_before_our_double(
    double: Double, environ: dict[str, str], records: Callable[[int], Record]
) -> None:
    """With a server that keeps Telegram's promises about offsets."""
    people = [next(PEOPLE), next(PEOPLE)]
    survive(
        DoublePhone(double, people[0]), DoublePhone(double, people[1]), people, records, environ
    )


@pytest.mark.slow
@pytest.mark.postgres
def test_killed_with_postgresql(
    double: Double,
    environ: dict[str, str],
    records: Callable[[int], Record],
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With our double in front and a PostgreSQL behind."""
    environ["DATABASE_URL"] = server.blank("telegram_kills")
    monkeypatch.setenv("DATABASE_URL", environ["DATABASE_URL"])
    people = [next(PEOPLE), next(PEOPLE)]
    phones = [DoublePhone(double, person) for person in people]
    survive(phones[0], phones[1], people, records, environ)
    assert not (Path(environ["SAMENWERKWIJZER_DATA"]) / "gesprekken.db").exists()


@pytest.mark.slow
@pytest.mark.node
def test_killed_before_the_emulator(
    emulator: Emulator, environ: dict[str, str], records: Callable[[int], Record]
) -> None:
    """With the independent emulator."""
    people = [next(PEOPLE), next(PEOPLE)]
    phones = [EmulatorPhone(emulator.person(person)) for person in people]
    survive(phones[0], phones[1], people, records, environ)


@pytest.mark.parametrize("taken", [False, True], ids=["before it was taken", "after it was taken"])
def test_killed_between_commit_and_sent(
    double: Double, environ: dict[str, str], records: Callable[[int], Record], taken: bool
) -> None:
    """Killed while a reply is on its way: it comes once, or twice when it had arrived already."""
    phone = DoublePhone(double, next(PEOPLE))
    record, hold = records(phone.person), threading.Event()
    with nursery(phone, environ) as bots:
        double.hold("sendMessage", hold, taken=taken)
        bots.birth(polls=True)
        update = phone.type("/start")
        assert wait(lambda: double.held > 0, 30)
        assert record.applied(update)
        bots.kill()
        double.release("sendMessage", hold)
        bots.birth(polls=True)
        assert wait(lambda: record.quiet() and double.confirmed >= update, 30)
    assert record.revision() == 1
    assert len(said(phone)) == 1
    assert len(phone.screen()) == (2 if taken else 1)
