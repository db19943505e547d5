"""A look writes nothing: no revision, no reply, no row at all, on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue.messages import Said
from bot.rules.model.pack import Pack
from bot.storage.choose import open_store
from bot.storage.sql import SqlStore
from tests.driver import Driver, settings_in
from tests.storage.helpers import Server

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
_numbers = itertools.count(1)
TABLES = ("conversations", "done", "outbox", "positions", "aside")


@pytest.fixture(params=BOTH)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An open storage on a blank database of each kind."""
    address = str(tmp_path / "gesprekken.db")
    if request.param == "postgres":
        server: Server = request.getfixturevalue("server")
        address = server.blank(f"gekeken_{next(_numbers)}")
    opened = open_store(address)
    assert isinstance(opened, SqlStore)
    yield opened
    opened.close()


@pytest.fixture
def conversation(store: SqlStore, packs: dict[str, Pack], tmp_path: Path) -> Conversation:
    """The bot on that storage."""
    return build_conversation(settings_in(tmp_path), packs=packs, store=store)


def rows(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {
        table: store._read(lambda run, name=table: run(f"SELECT * FROM {name}", ()).fetchall())  # type: ignore[misc]
        for table in TABLES
    }


def test_a_look_writes_nothing(store: SqlStore, conversation: Conversation) -> None:
    """In the midst of a conversation, with a reply still to be sent."""
    person = Driver(conversation)
    for line in ("/start", "[Advies voor mijn project]", "[Van ons, de gemeente]"):
        person.line(line)
    later = person.now + timedelta(days=1)
    conversation.handle("proef", person.person, "nog-een", Said("/overzicht"), at=later)
    before = rows(store)
    assert before["outbox"]
    assert before["conversations"]

    seen = conversation.look("proef", person.person, at=later)

    assert seen is not None
    assert [told.key for told in seen.rules.fixed] == ["wie_begint"]
    assert seen.glance.next is not None
    assert seen.card.is_provisional
    assert rows(store) == before


def test_a_look_at_who_was_never_here_writes_nothing(
    store: SqlStore, conversation: Conversation
) -> None:
    """There is nothing to see, and no conversation begins."""
    before = rows(store)
    assert not before["conversations"]
    assert conversation.look("proef", "onbekend") is None
    assert rows(store) == before
