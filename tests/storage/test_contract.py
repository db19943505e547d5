"""The port's promises, over both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.storage import sql
from bot.storage.later import AT_ONCE
from bot.storage.sql import KEPT_UPDATES, SqlStore
from bot.storage.store import (
    AlreadyDone,
    Later,
    Note,
    Outcome,
    Outgoing,
    Saved,
    StaleRevision,
    Store,
    Turn,
)

from .helpers import NOON, Database, talk, turn


def test_a_store_is_a_port(store: SqlStore) -> None:
    """Both are what the conversation asks for (mypy checks the assignment)."""
    port: Store = store

    assert port.load("k1") is None


def test_load_gives_what_was_saved(store: SqlStore) -> None:
    """A saved state comes back to the letter, with its revision."""
    state = '{"vraag": "één ‘speeltuin’ 🛝", "regel": "a\\nb"}'
    store.commit(turn(state=state))

    assert Saved(state, 1) == store.load("k1")
    assert None is store.load("k2")


def test_a_turn_outlives_its_process(database: Database) -> None:
    """What was committed is there when the storage is opened again."""
    first = database.opens()
    first.commit(turn(state='{"n": 1}', replies=["r1"]))
    first.close()

    second = database.opens()
    try:
        assert Saved('{"n": 1}', 1) == second.load("k1")
        assert [out.body for out in second.pending()] == ["r1"]
    finally:
        second.close()


def test_revisions_count_up(store: SqlStore) -> None:
    """Each turn is one revision."""
    talk(store, "k1", 5)

    assert Saved('{"n": 5}', 5) == store.load("k1")


@pytest.mark.parametrize("loaded", [0, 1, 3])
def test_a_stale_revision_writes_nothing(store: SqlStore, loaded: int) -> None:
    """A turn on another revision than the last is refused whole."""
    talk(store, "k1", 2)

    with pytest.raises(StaleRevision):
        store.commit(turn(update="u9", revision=loaded, state="{}", replies=["r9"]))

    assert Saved('{"n": 2}', 2) == store.load("k1")
    assert list(store.pending()) == []
    assert not store.is_done("k1", "u9")


def test_a_turn_on_a_deleted_conversation_is_stale(store: SqlStore) -> None:
    """When it was deleted meanwhile, the turn starts again from nothing."""
    talk(store, "k1", 2)
    store.forget("k1")

    with pytest.raises(StaleRevision):
        store.commit(turn(update="u3", revision=2))
    assert None is store.load("k1")


@pytest.mark.parametrize("loaded", [0, 1, 2])
def test_an_update_is_applied_once(store: SqlStore, loaded: int) -> None:
    """An update that comes again is AlreadyDone, whichever revision was loaded."""
    talk(store, "k1", 2)

    with pytest.raises(AlreadyDone):
        store.commit(turn(update="u2", revision=loaded, replies=["twice"]))

    assert Saved('{"n": 2}', 2) == store.load("k1")
    assert list(store.pending()) == []


def test_is_done_is_per_conversation(store: SqlStore) -> None:
    """The same update id in another conversation is another update."""
    store.commit(turn("k1", "u1"))

    assert store.is_done("k1", "u1")
    assert not store.is_done("k2", "u1")
    store.commit(turn("k2", "u1"))


def test_done_is_bounded(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last so many updates are remembered, per conversation: 500, and 20 in this test."""
    assert KEPT_UPDATES == 500
    monkeypatch.setattr(sql, "KEPT_UPDATES", 20)
    talk(store, "k2", 1)
    talk(store, "k1", 23)

    known = [store.is_done("k1", f"u{n}") for n in range(1, 24)]

    assert known == [False] * 3 + [True] * 20
    assert store.is_done("k2", "u1")


def test_outbox_keeps_order(store: SqlStore) -> None:
    """Replies wait in the order in which they were said."""
    store.commit(turn("k1", "u1", 0, replies=["a", "b"]))
    store.commit(turn("k2", "u1", 0, replies=["c"]))
    store.commit(turn("k1", "u2", 1, replies=["d"]))

    assert [out.body for out in store.pending()] == ["a", "b", "c", "d"]
    assert [out.body for out in store.pending("k1")] == ["a", "b", "d"]
    assert [out.body for out in store.pending("k1", limit=2)] == ["a", "b"]
    assert list(store.pending("k3")) == []


def test_outbox_gives_the_whole_reply(store: SqlStore) -> None:
    """A waiting reply comes back with its bytes of address and no attempts."""
    store.commit(turn(replies=['{"tekst": "ja"}']))

    (out,) = store.pending()

    free = datetime.fromtimestamp(0, timezone.utc)
    assert Outgoing(out.id, "k1", '{"tekst": "ja"}', b"address", 0, "", free) == out


def test_a_sent_reply_is_gone(store: SqlStore) -> None:
    """It leaves the outbox; the conversation stays; its number is not given again."""
    store.commit(turn(replies=["a", "b"]))
    first, second = store.pending()
    store.sent(second.id)
    store.sent(second.id)
    store.drop(first.id)
    store.commit(turn(update="u2", revision=1, replies=["c"]))

    assert store.pending()[0].id > second.id
    assert store.load("k1") is not None


def test_failures_are_counted(store: SqlStore) -> None:
    """Each failed attempt counts one; of a reply that is gone there is nothing to count."""
    store.commit(turn(replies=["a"]))
    (out,) = store.pending()

    assert [store.failed(out.id) for _ in range(3)] == [1, 2, 3]
    assert store.pending()[0].attempts == 3
    store.drop(out.id)
    assert store.failed(out.id) == 0


@pytest.mark.parametrize("ending", ["sent", "drop"])
def test_forgotten_once_all_is_sent(store: SqlStore, ending: str) -> None:
    """A conversation to be forgotten goes with its last reply, however that ends."""
    store.commit(turn("k2", "u1"))
    store.commit(turn("k1", "u1", 0, replies=["a"]))
    store.commit(turn("k1", "u2", 1, replies=["alles is weg"], forget=True))
    first, last = store.pending("k1")

    store.sent(first.id)
    assert Saved("{}", 2) == store.load("k1")
    getattr(store, ending)(last.id)

    assert None is store.load("k1")
    assert not store.is_done("k1", "u2")
    assert store.load("k2") is not None


def test_forgotten_at_once_without_replies(store: SqlStore) -> None:
    """When nothing has to be sent there is nothing to wait for."""
    store.commit(turn(forget=True))

    assert None is store.load("k1")


def test_talking_on_cancels_forgetting(store: SqlStore) -> None:
    """Who starts anew before the last reply was sent keeps the new conversation."""
    store.commit(turn(replies=["alles is weg"], forget=True))
    store.commit(turn(update="u2", revision=1, state='{"n": 2}', replies=["hallo"]))
    for out in store.pending():
        store.sent(out.id)

    assert Saved('{"n": 2}', 2) == store.load("k1")


def test_forget_deletes_all_of_one(store: SqlStore) -> None:
    """State, updates done and replies go; others keep theirs; a second time does no harm."""
    for key in ("k1", "k2"):
        store.commit(turn(key, "u1", 0, replies=["a"]))
    store.forget("k1")
    store.forget("k1")

    assert None is store.load("k1")
    assert not store.is_done("k1", "u1")
    assert [out.key for out in store.pending()] == ["k2"]
    store.commit(turn("k1", "u1", 0))


def test_sweep_deletes_what_lies_untouched(store: SqlStore) -> None:
    """Older than the moment goes, with all that hangs on it; the moment itself stays."""
    store.commit(turn("old", at=NOON - timedelta(microseconds=1), replies=["a"]))
    store.commit(turn("edge", at=NOON, replies=["b"]))
    store.commit(turn("new", at=NOON + timedelta(days=1)))

    assert store.sweep(NOON) == 1
    assert store.sweep(NOON) == 0
    assert [store.load(k) is not None for k in ("old", "edge", "new")] == [False, True, True]
    assert [out.body for out in store.pending()] == ["b"]


def test_positions_are_remembered(store: SqlStore) -> None:
    """A position is None until it is set, then the last one set."""
    assert None is store.offset("telegram")
    store.set_offset("telegram", 2**40)
    store.set_offset("telegram", 7)
    store.set_offset("other", 1)

    assert store.offset("telegram") == 7


def test_values_are_values(store: SqlStore) -> None:
    """Quotes, percent signs and question marks in a value are not read as SQL."""
    key = "k'; DROP TABLE done; -- %s ? \""
    store.commit(turn(key, key, 0, key, [key]))

    assert Saved(key, 1) == store.load(key)
    assert store.is_done(key, key)
    assert [key] == [out.body for out in store.pending(key)]


def test_text_that_is_no_text(store: SqlStore) -> None:
    """Half a character is refused whole, and the error does not carry the text along."""
    with pytest.raises(ValueError, match="UTF-8") as caught:
        store.commit(turn(state="schildwacht \ud83d", replies=["a"]))

    assert caught.value.__context__ is None
    assert store.load("k1") is None
    store.commit(turn(state=r'"\ud83d"'))


def kept_aside(store: SqlStore) -> list[tuple[str, int, str]]:
    """The states that were kept aside."""
    sql = "SELECT key, revision, state FROM aside ORDER BY key, revision"
    return [(row[0], row[1], row[2]) for row in store._read(lambda run: run(sql, ()).fetchall())]


def test_a_state_is_kept_aside_with_the_turn_that_replaces_it(store: SqlStore) -> None:
    """All or nothing: the old text stands aside once the new one is saved."""
    talk(store, "k1", 3)
    store.commit(turn("k1", "u4", 3, '{"new": true}', aside=True))

    assert kept_aside(store) == [("k1", 3, '{"n": 3}')]
    assert store.load("k1") == Saved('{"new": true}', 4)


def test_nothing_is_kept_aside_by_a_turn_that_came_too_late(store: SqlStore) -> None:
    """A turn on a revision that moved on writes nothing at all."""
    talk(store, "k1", 3)
    with pytest.raises(StaleRevision):
        store.commit(turn("k1", "u9", 2, "{}", aside=True))

    assert kept_aside(store) == []


def test_what_was_kept_aside_goes_with_the_conversation(store: SqlStore) -> None:
    """Deleted by the person, or swept after its time."""
    for key in ("k1", "k2"):
        talk(store, key, 1)
        store.commit(turn(key, "u2", 1, "{}", aside=True))
    store.forget("k1")
    assert [row[0] for row in kept_aside(store)] == ["k2"]

    store.sweep(NOON + timedelta(days=1))
    assert kept_aside(store) == []


SOON = NOON + timedelta(seconds=30)


def test_replies_are_held_by_the_process_that_made_them(store: SqlStore) -> None:
    """Another may not take them before their time is over."""
    store.commit(turn(replies=["r1", "r2"], holder="one", held_until=SOON))

    assert [(out.holder, out.held_until) for out in store.pending()] == [("one", SOON)] * 2
    assert not store.claim("k1", "two", NOON, SOON)
    assert store.claim("k1", "one", NOON, SOON)
    assert store.claim("k1", "two", SOON, SOON + timedelta(seconds=30))
    assert {out.holder for out in store.pending()} == {"two"}
    assert not store.claim("k1", "one", SOON, SOON)


def test_a_process_that_lives_holds_on(store: SqlStore) -> None:
    """To everything of its own, and to nothing of another."""
    store.commit(turn("k1", replies=["r1"], holder="one", held_until=SOON))
    store.commit(turn("k2", replies=["r2"], holder="two", held_until=SOON))
    later = SOON + timedelta(seconds=30)
    store.renew("one", later)

    assert not store.claim("k1", "two", SOON, later)
    assert store.claim("k2", "one", SOON, later)


def test_the_only_process_may_take_what_a_dead_one_held(store: SqlStore) -> None:
    """By force: it knows that there is no other."""
    store.commit(turn(replies=["r1"], holder="dead", held_until=SOON))

    assert store.claim("k1", "new", NOON, SOON, force=True)
    assert not store.claim("k2", "new", NOON, SOON, force=True)


def test_of_two_claims_at_once_one_wins(store: SqlStore) -> None:
    """Over and over, from two threads."""
    with ThreadPoolExecutor(2) as pool:
        for n in range(20):
            key = f"k{n}"
            store.commit(turn(key, replies=["r"]))
            claims = [pool.submit(store.claim, key, who, NOON, SOON) for who in ("one", "two")]
            assert sorted(claim.result(30) for claim in claims) == [False, True]


def test_pending_goes_on_after_a_place(store: SqlStore) -> None:
    """So that a long outbox is read in pieces."""
    for n in range(5):
        store.commit(turn(f"k{n}", replies=[str(n)]))
    first = store.pending(limit=2)
    rest = store.pending(limit=10, after=first[-1].id)

    assert [out.body for out in (*first, *rest)] == ["0", "1", "2", "3", "4"]


# --- what a channel that is fetched shows, and links ----------------------------------------------


def test_the_screen_is_that_of_the_last_turn(store: SqlStore) -> None:
    """Each turn of a channel that fetches replaces it; a turn without one leaves it."""
    assert store.screen("k1") is None
    store.commit(replace(turn(update="u1"), screen=b"een"))
    store.commit(replace(turn(update="u2", revision=1), screen=b"twee"))
    assert store.screen("k1") == b"twee"
    store.commit(turn(update="u3", revision=2))
    assert store.screen("k1") == b"twee"
    store.forget("k1")
    assert store.screen("k1") is None


def test_a_link_leads_to_its_conversation_until_it_ends(store: SqlStore) -> None:
    """It expires, is taken back, and goes with the conversation."""
    assert not store.share("k1", "link", NOON + timedelta(days=1))
    store.commit(turn(update="u1"))
    assert store.share("k1", "link", NOON + timedelta(days=1))
    assert store.shared("link", NOON) == "k1"
    assert store.shared("another", NOON) is None
    assert store.shared("link", NOON + timedelta(days=1)) is None
    store.unshare("k1")
    assert store.shared("link", NOON) is None
    assert store.share("k1", "link", NOON + timedelta(days=1))
    store.forget("k1")
    assert store.shared("link", NOON) is None


def test_a_link_is_made_and_spent_in_a_turn(store: SqlStore) -> None:
    """Once: who comes second saves nothing, and looks again."""
    store.commit(replace(turn(update="u1"), links=(("link", NOON + timedelta(minutes=15)),)))
    assert store.shared("link", NOON) == "k1"
    store.commit(replace(turn("k2", update="u1"), spends="link"))
    assert store.shared("link", NOON) is None
    with pytest.raises(StaleRevision):
        store.commit(replace(turn("k3", update="u1"), spends="link"))
    assert store.load("k3") is None


# --- what is left for an editor ---------------------------------------------------------------


def test_a_text_for_an_editor_goes_with_its_conversation(store: SqlStore) -> None:
    """And by itself after a while; what is only counted stays, for it points to nobody."""
    notes = (Note("niet_begrepen", "", b"tekst"), Note("helpt_niet", "loting"))
    store.commit(replace(turn(update="u1"), notes=notes))
    store.commit(replace(turn(update="u2", revision=1), notes=notes[1:]))
    assert [(note.kind, note.body) for note in store.notes()] == [("niet_begrepen", b"tekst")]
    assert store.counts() == {("helpt_niet", "loting"): 2}
    assert store.sweep_notes(NOON - timedelta(days=1)) == 0
    assert store.sweep_notes(NOON + timedelta(days=1)) == 1
    store.commit(replace(turn(update="u3", revision=2), notes=notes[:1]))
    store.forget("k1")
    assert store.notes() == []
    assert store.counts() == {("helpt_niet", "loting"): 2}


WEEKS = timedelta(weeks=6)


def wanted(key: str = "k1", due: datetime | None = NOON + WEEKS) -> Turn:
    """A first turn of somebody who wants to be asked then."""
    return replace(turn(key), later=Later(due))


def told(store: Store, people: int, again: str = "weer_ja", form: str = "samen") -> None:
    """So many people tell how it went."""
    for number in range(people):
        outcome = Outcome("p1", "pakket", form, again)
        store.commit(replace(turn(f"{form}{again}{number}"), outcomes=[outcome]))


def test_it_is_due_from_its_moment_on_until_it_was_asked(store: SqlStore) -> None:
    store.commit(wanted())
    assert store.due(NOON + WEEKS - timedelta(seconds=1)) == []
    assert store.due(NOON + WEEKS) == [("k1", b"address")]
    store.commit(replace(turn(update="u2", revision=1), later=Later(None)))
    assert store.due(NOON + WEEKS) == []


def test_who_can_not_be_sent_anything_stands_in_nobodys_way(store: SqlStore) -> None:
    for number in range(AT_ONCE):
        page = Later(NOON + WEEKS, reaches=False)
        store.commit(replace(turn(f"page{number}"), later=page))
    store.commit(wanted(due=NOON + WEEKS + timedelta(minutes=1)))
    assert store.due(NOON + 2 * WEEKS) == [("k1", b"address")]
    assert store.sweep(NOON + timedelta(days=1)) == 0


def test_a_turn_that_says_nothing_of_it_leaves_it_as_it_was(store: SqlStore) -> None:
    store.commit(wanted())
    store.commit(turn(update="u2", revision=1))
    assert store.due(NOON + WEEKS) == [("k1", b"address")]


def test_who_wants_to_be_asked_is_kept_until_then_and_not_for_ever(store: SqlStore) -> None:
    store.commit(wanted())
    store.commit(turn("k2"))
    assert store.sweep(NOON + timedelta(days=1)) == 1
    assert store.load("k1")
    assert store.sweep(NOON + WEEKS + timedelta(days=1)) == 1
    assert store.load("k1") is None
    assert store.due(NOON + WEEKS) == []


def test_how_it_went_is_told_from_enough_people_on(store: SqlStore) -> None:
    told(store, 3)
    told(store, 1, "nee")
    told(store, 4, "weer_ja", "vertellen")
    assert store.tried(5) == {}
    told(store, 1, "weet_niet")
    assert store.tried(5) == {("pakket", "samen"): (5, 3)}


def test_of_one_project_the_last_telling_counts(store: SqlStore) -> None:
    for number, again in enumerate(("weer_ja", "nee")):
        outcome = Outcome("p1", "pakket", "samen", again)
        store.commit(replace(turn(update=f"u{number}", revision=number), outcomes=[outcome]))
    assert store.tried(1) == {("pakket", "samen"): (1, 0)}


def test_how_it_went_goes_with_its_person_and_with_its_time(store: SqlStore) -> None:
    told(store, 2)
    store.forget("samenweer_ja0")
    assert store.tried(1) == {("pakket", "samen"): (1, 1)}
    assert store.sweep(NOON + timedelta(days=1)) == 1
    assert store.tried(1) == {("pakket", "samen"): (1, 1)}
    assert store.sweep_outcomes(NOON + timedelta(days=1)) == 1
    assert store.tried(1) == {}


def test_a_turn_that_forgets_takes_along_how_it_went(store: SqlStore) -> None:
    told(store, 1)
    store.sweep(NOON + timedelta(days=1))
    store.commit(replace(turn("samenweer_ja0"), forget=True))
    assert store.tried(1) == {}


def test_what_ends_by_itself_is_known_from_then_on(store: SqlStore) -> None:
    """Of a talk that is kept; the last moment counts, and none is no end."""
    store.end_at("k1", NOON)
    store.commit(turn())
    assert store.ended(NOON + WEEKS) == []
    store.end_at("k1", NOON)
    store.end_at("k1", NOON + timedelta(minutes=1))
    assert store.ended(NOON) == []
    assert store.ended(NOON + timedelta(minutes=1)) == ["k1"]
    store.end_at("k1", None)
    assert store.ended(NOON + WEEKS) == []
