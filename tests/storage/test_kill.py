"""SIGKILL at random moments: no acknowledged turn lost, none twice, nothing corrupt."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sqlite3
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from bot.storage.sql import SqlStore
from bot.storage.sqlite import SQLiteStore
from tests.amounts import times

from .helpers import Database, Server, files_with, turn

KEYS = ("k1", "k2")
KILLS = {"sqlite": times(15, 400), "postgres": times(10, 200)}
LONGEST = {"sqlite": 0.08, "postgres": 0.12}

Say = Callable[[str], None]


def kill_after(seconds: float, work: Callable[[Say], None], talking: bool) -> list[str]:
    """Fork, let the child work, kill it; what it acknowledged before it died.

    The seconds count from the start, or from the first acknowledgement (``talking``).
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(lambda line: void(os.write(writing, f"{line}\n".encode())))
        except BaseException:  # noqa: BLE001 - told to the parent
            os.write(writing, traceback.format_exc().encode())
        finally:
            os._exit(1)
    os.close(writing)
    if talking:
        select.select([reading], [], [], 30)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as stream:
        said = stream.read()
    assert os.WIFSIGNALED(status), said
    return said.splitlines()


def void(_: object) -> None:
    """Nothing: for a callback whose result does not matter."""


def chat(opens: Callable[[], SqlStore], say: Say) -> None:
    """Turns in two conversations and their replies sent, each acknowledged once it is saved."""
    store = opens()
    while True:
        for key in KEYS:
            saved = store.load(key)
            number = saved.revision + 1 if saved else 1
            state = json.dumps({"n": number, "fill": "x" * (number * 37 % 3000)})
            store.commit(turn(key, f"u{number}", number - 1, state, [f"{key}/{number}"]))
            say(f"turn {key}/{number}")
        for out in store.pending(limit=2):
            say(f"deliver {out.body}")
            store.sent(out.id)
            say(f"sent {out.body}")


@dataclass
class Ledger:
    """What was acknowledged so far."""

    turns: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KEYS, 0))
    delivered: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    fruitful: int = 0

    def note(self, lines: list[str]) -> None:
        """Write down what one child acknowledged."""
        for line in lines:
            verb, reply = line.split(" ")
            if verb == "turn":
                key, number = reply.split("/")
                self.turns[key] = max(self.turns[key], int(number))
            else:
                {"deliver": self.delivered, "sent": self.sent}[verb].add(reply)
        self.fruitful += bool(lines)

    def check(self, store: SqlStore) -> None:
        """Compare with what is stored; at most the turn at hand may be saved unacknowledged."""
        for key in KEYS:
            saved = store.load(key)
            revision = saved.revision if saved else 0
            assert revision - self.turns[key] in (0, 1)
            assert revision == (json.loads(saved.state)["n"] if saved else 0)
            oldest = max(1, revision - 499)
            assert all(store.is_done(key, f"u{n}") for n in {oldest, max(1, revision)} if saved)
            assert not store.is_done(key, f"u{revision + 1}")
            self.check_replies(key, revision, store)
            self.turns[key] = revision

    def check_replies(self, key: str, revision: int, store: SqlStore) -> None:
        """Each turn has one reply, which waits or was sent."""
        waiting = [out.body for out in store.pending(key, limit=10_000)]
        every = {f"{key}/{n}" for n in range(1, revision + 1)}
        assert len(waiting) == len(set(waiting))
        assert every - self.delivered <= set(waiting) <= every - self.sent
        assert sorted(waiting, key=lambda body: int(body.split("/")[1])) == waiting


def settle(database: Database, request_server: Callable[[], Server]) -> None:
    """Look for corruption; wait until the server has noticed that its client died."""
    if database.kind == "sqlite":
        if Path(database.address).exists():
            check_integrity(database.address)
        return
    sql = (
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
        "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    while request_server().run(sql):
        time.sleep(0.005)


def check_integrity(path: str) -> None:
    """SQLite's own verdict on the file as the killed process left it."""
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        db.close()


def test_killed_while_talking(database: Database, request: pytest.FixtureRequest) -> None:
    """Through all kills the stored conversations agree with what was acknowledged."""
    chance, ledger = random.Random(20260302), Ledger()
    kills = KILLS[database.kind]
    for number in range(kills):
        delay = chance.uniform(0, LONGEST[database.kind])
        ledger.note(kill_after(delay, lambda say: chat(database.opens, say), bool(number % 2)))
        settle(database, lambda: request.getfixturevalue("server"))
        store = database.opens()
        try:
            ledger.check(store)
        finally:
            store.close()

    assert ledger.fruitful >= kills // 2
    print(f"{database.kind}: {kills} kills, {sum(ledger.turns.values())} turns")


def confide_and_forget(path: Path, round: int, say: Say) -> None:
    """Conversations with a sentinel, deleted one after the other."""
    store = SQLiteStore(path)
    number = 0
    while True:
        number += 1
        word = f"schildwacht-{round}-{number}-"
        store.commit(turn(word, "u1", 0, word * 400, [word * 10]))
        say(f"saved {word}")
        store.forget(word)
        say(f"forgot {word}")


def test_killed_while_forgetting(tmp_path: Path) -> None:
    """A deletion that was begun is finished at the next start: its bytes are in no file."""
    chance = random.Random(20260303)
    path = tmp_path / "gesprekken.db"
    begun = 0
    for number in range(times(12, 200)):
        work = partial(confide_and_forget, path, number)
        lines = kill_after(chance.uniform(0, 0.08), work, bool(number % 4))
        if path.exists():
            check_integrity(str(path))
        store = SQLiteStore(path)
        try:
            words = [line.split(" ")[1] for line in lines if line.startswith("saved ")]
            gone = [word for word in words if store.load(word) is None]
            assert {line.split(" ")[1] for line in lines if line.startswith("forgot ")} <= set(gone)
            assert files_with(tmp_path, *gone) == []
            begun += len(gone)
        finally:
            store.close()

    assert begun >= 10
