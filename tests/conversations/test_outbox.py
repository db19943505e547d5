"""The outbox of real conversations: who sends a reply, and what another key means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.bootstrap import build_conversation, shelf_of
from bot.conversation import Conversation
from bot.dialogue.messages import Said, Started
from bot.dialogue.turn import Shelf
from bot.language.plain.plain import PlainUnderstander
from bot.rules.model.pack import Pack
from bot.storage.choose import open_store
from bot.storage.errors import StorageError
from tests.driver import settings_in


def opened(folder: Path, packs: dict[str, Pack]) -> Conversation:
    """A bot process on the storage in this folder."""
    return build_conversation(settings_in(folder), packs=packs)


@pytest.fixture
def both(tmp_path: Path, packs: dict[str, Pack]) -> Iterator[tuple[Conversation, Conversation]]:
    """Two processes on one storage."""
    pair = (opened(tmp_path, packs), opened(tmp_path, packs))
    yield pair
    for conversation in pair:
        conversation.close()


def test_a_reply_belongs_to_the_process_that_made_it(
    both: tuple[Conversation, Conversation],
) -> None:
    """Another sees it, and leaves it alone; by force only who knows to be alone."""
    one, two = both
    key = one.handle("proef", "piet", "u1", Started())

    assert {out.held for out in one.outgoing(key)} == {"mine"}
    assert {out.held for out in two.outgoing(key)} == {"other"}
    assert not two.claim(key)
    one.renew()
    assert two.claim(key, force=True)
    assert {out.held for out in one.outgoing(key)} == {"other"}


def test_replies_are_read_on_from_a_place(both: tuple[Conversation, Conversation]) -> None:
    """Each once, of whichever conversation."""
    one, _ = both
    for person in ("piet", "anna", "bo"):
        one.handle("proef", person, "u1", Started())
    first = one.outgoing()
    rest = one.outgoing(after=first[0].id)

    assert [out.id for out in rest] == [out.id for out in first[1:]]


def test_a_reply_sealed_with_another_key_stops_nobody(
    tmp_path: Path, packs: dict[str, Pack]
) -> None:
    """It has no address any more; those beside it have."""
    settings = settings_in(tmp_path)
    store = open_store(settings.database)
    for key, person in ((b"k" * 32, "piet"), (b"l" * 32, "anna")):
        conversation = Conversation(shelf_of(settings, packs), store, PlainUnderstander(), key)
        conversation.handle("proef", person, "u1", Said("hallo"))
    addresses = [out.address for out in conversation.outgoing()]
    conversation.close()

    assert addresses[0] == ""
    assert addresses[-1] == "anna"


def test_another_key_is_refused_at_the_start(
    tmp_path: Path, packs: dict[str, Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else everybody would seem new; the words say what to put back."""
    opened(tmp_path, packs).close()
    opened(tmp_path, packs).close()
    monkeypatch.setenv("SAMENWERKWIJZER_GEHEIM", "een heel ander geheim van 32 tekens of meer")

    with pytest.raises(StorageError, match="een ander geheim"):
        opened(tmp_path, packs)


def test_the_day_is_that_of_the_netherlands(tmp_path: Path, packs: dict[str, Pack]) -> None:
    """Half an hour before midnight by UTC, the new year has begun there."""
    days: list[date] = []
    settings = settings_in(tmp_path)
    shelf = shelf_of(settings, packs)

    def noting(day: date) -> Shelf:
        days.append(day)
        return shelf(day)

    store = open_store(settings.database)
    conversation = Conversation(
        noting, store, PlainUnderstander(), b"k" * 32, zone=ZoneInfo("Europe/Amsterdam")
    )
    conversation.handle(
        "proef", "piet", "u1", Started(), at=datetime(2026, 12, 31, 23, 30, tzinfo=timezone.utc)
    )
    conversation.close()

    assert days == [date(2027, 1, 1)]
