"""Threads and connections at once on the same conversations."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from bot.storage.sql import SqlStore
from bot.storage.store import AlreadyDone, Outgoing, StaleRevision, Store

from .helpers import Database, turn

THREADS = 6
TURNS = 15


def at_once(jobs: Sequence[Callable[[], str]]) -> list[str]:
    """Run all at the same moment; their results."""
    gate = threading.Barrier(len(jobs))

    def start(job: Callable[[], str]) -> str:
        gate.wait(timeout=20)
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [task.result(timeout=60) for task in [pool.submit(start, job) for job in jobs]]


def attempt(store: Store, update: str, revision: int) -> str:
    """One commit, and how it ended."""
    try:
        store.commit(turn("k1", update, revision, replies=[update]))
    except (StaleRevision, AlreadyDone) as error:
        return type(error).__name__
    return "saved"


def append(store: Store, update: str) -> None:
    """A whole turn as the conversation does it: load, add to the state, save, or again."""
    while True:
        saved = store.load("k1")
        said = json.loads(saved.state) if saved else []
        state = json.dumps([*said, update])
        try:
            store.commit(turn("k1", update, saved.revision if saved else 0, state, [update]))
        except StaleRevision:
            continue
        return


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_no_turn_is_lost(database: Database, shared: bool) -> None:
    """All turns of all threads are in the state, once, in the order of the outbox."""
    stores = [database.opens() for _ in range(1 if shared else THREADS)]

    def speak(number: int) -> str:
        for n in range(TURNS):
            append(stores[number % len(stores)], f"{number}-{n}")
        return ""

    try:
        at_once([lambda i=i: speak(i) for i in range(THREADS)])  # type: ignore[misc]
        saved = stores[0].load("k1")
        replies = [out.body for out in stores[0].pending(limit=1000)]
    finally:
        for store in stores:
            store.close()

    assert saved is not None
    assert saved.revision == THREADS * TURNS
    assert {f"{i}-{n}" for i in range(THREADS) for n in range(TURNS)} == set(replies)
    assert json.loads(saved.state) == replies


def test_one_wins_per_revision(store: SqlStore) -> None:
    """Of different updates on one revision exactly one is saved; the others are stale."""
    for revision in range(8):
        jobs = [lambda i=i, r=revision: attempt(store, f"{r}-{i}", r) for i in range(THREADS)]

        assert Counter(at_once(jobs)) == {"saved": 1, "StaleRevision": THREADS - 1}


def test_one_update_delivered_at_once(store: SqlStore) -> None:
    """The same update delivered many times at once is applied once; the others know it."""
    for revision in range(8):
        jobs = [lambda r=revision: attempt(store, f"u{r}", r) for _ in range(THREADS)]

        assert Counter(at_once(jobs)) == {"saved": 1, "AlreadyDone": THREADS - 1}


def test_last_replies_sent_at_once(database: Database) -> None:
    """However the last replies end together, a conversation to be forgotten does go."""
    stores = [database.opens() for _ in range(THREADS)]
    try:
        for _ in range(3):
            replies = [str(number) for number in range(THREADS)]
            stores[0].commit(turn(replies=replies, forget=True))
            waiting = stores[0].pending("k1")
            at_once([partial(send, *pair) for pair in zip(stores, waiting, strict=True)])

            assert stores[0].load("k1") is None
    finally:
        for store in stores:
            store.close()


def send(store: Store, reply: Outgoing) -> str:
    """One reply that arrived."""
    store.sent(reply.id)
    return reply.body


def test_forgetting_beside_talking(database: Database) -> None:
    """Deleting and scrubbing one conversation loses no turn of another."""
    talker, cleaner = database.opens(), database.opens()

    def clean() -> str:
        for n in range(6):
            cleaner.commit(turn("gone", f"u{n}", 0))
            cleaner.forget("gone")
        return ""

    def talk() -> str:
        for n in range(60):
            append(talker, f"u{n}")
        return ""

    try:
        at_once([clean, talk])
        saved = talker.load("k1")
        assert None is talker.load("gone")
    finally:
        talker.close()
        cleaner.close()
    assert saved is not None
    assert saved.revision == 60
