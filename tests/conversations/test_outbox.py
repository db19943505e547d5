"""The outbox of real conversations: who sends a reply, and what another key means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.bootstrap import build_conversation
from bot.conversation import Conversation
from bot.dialogue.messages import Said, Started
from bot.rules.model.pack import Pack
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
    tmp_path: Path, packs: dict[str, Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no address any more; those beside it have."""
    first = opened(tmp_path, packs)
    first.handle("proef", "piet", "u1", Said("hallo"))
    first.close()
    monkeypatch.setenv("SAMENWERKWIJZER_GEHEIM", "een heel ander geheim van 32 tekens of meer")
    second = opened(tmp_path, packs)
    try:
        second.handle("proef", "anna", "u1", Said("hallo"))
        addresses = [out.address for out in second.outgoing()]
        assert addresses[0] == ""
        assert addresses[-1] == "anna"
    finally:
        second.close()
