"""Another advice beside the main one: a track of its own, with its reason, steps and certainty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from bot.advice.advice import advise
from bot.advice.beside import look
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.dialogue.advice_text import MAX_WORDS, advice_text, words
from bot.dialogue.state import Given
from bot.entry.card_json import card_json
from bot.packs.errors import PackError
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook

FOLDER = Path(__file__).resolve().parents[1] / "packs" / "flat"
FOUR = ("huurders", "buren", "winkels", "rest")
OTHERS_PLAN = "Mijn advies bij ‘het plan van de ander’: **laat de ander vragen wat mensen willen"


@pytest.fixture(scope="module")
def flat() -> Compiled:
    """A flat is torn down: by the municipality, or by somebody else and decided on by it."""
    return compile_pack(load_pack(FOLDER))


def card(
    flat: Compiled, parts: tuple[str, ...] = (), groups: tuple[str, ...] = (), **answers: str
) -> Card:
    """The card for these answers."""
    book = AnswerBook({name: chosen(value) for name, value in answers.items()}, parts, groups)
    return make_card(flat, advise(flat, book))


def test_without_another_track_the_advice_is_as_ever(flat: Compiled) -> None:
    own = card(flat, van_wie="gemeente", ruimte="veel", contact="ja")
    assert (own.tracks, own.track) == ((), "")
    assert "plan van de ander" not in advice_text(own)
    assert "plan van de ander" not in write_note(own, "Flat", date(2026, 11, 30))


def test_a_track_has_its_own_line_reason_steps_and_promise(flat: Compiled) -> None:
    two = card(flat, van_wie="ander", ruimte="veel")
    (track,) = two.tracks
    assert (track.id, track.name, track.piece.outcome) == (
        "spoor_ander", "Het plan van de ander", "ander_vraagt",
    )  # fmt: skip
    text = advice_text(two)
    assert words(text) <= MAX_WORDS
    first, second = text.splitlines()[:2]
    assert first.startswith("Mijn advies bij ‘wat wij zelf beslissen’: **vraag wat mensen willen")
    assert second.startswith(OTHERS_PLAN)
    assert "Begin zo: Spreek af wie de buurt uitnodigt." in text
    assert "“De eigenaar hoort jullie en laat zien wat er verandert.”" in text


def test_the_last_step_gives_way_to_another_track(flat: Compiled) -> None:
    two = card(flat, van_wie="ander", ruimte="veel")
    steps = tuple(f"{number} {'woord ' * 24}".strip() for number in ("een", "twee", "drie"))
    text = advice_text(replace(two, steps=steps))
    assert words(text) <= MAX_WORDS
    assert "2. twee" in text
    assert "3. drie" not in text
    assert "3. drie" in write_note(replace(two, steps=steps), "Flat", date(2026, 11, 30))


def test_the_note_has_all_of_a_track(flat: Compiled) -> None:
    note = write_note(card(flat, van_wie="ander", ruimte="veel"), "Flat", date(2026, 11, 30))
    section = note.partition("## Daarnaast: Het plan van de ander")[2].partition("\n## ")[0]
    for told in ("de ander organiseert", "Niet zo: “Wij", "1. Spreek af", "3. Lees het verslag."):
        assert told in section


def test_each_track_is_certain_by_itself(flat: Compiled) -> None:
    half = card(flat, van_wie="ander")
    (track,) = half.tracks
    assert (half.main.certainty, track.piece.certainty) == ("likely", "likely")
    fixed = card(flat, ruimte="niets")  # whose plan it is, is not known
    assert fixed.main.certainty == "certain"
    (track,) = fixed.tracks
    assert (track.piece.certainty, track.because) == ("likely", "")
    assert track.piece.others == ()
    assert "Waarschijnlijk past bij ‘het plan van de ander’" in advice_text(fixed)
    told = card(flat, van_wie="ander", ruimte="niets").tracks[0]
    assert (told.piece.certainty, told.because) == (
        "certain", "Ook de ander kan niets meer kiezen.",
    )  # fmt: skip


def test_a_divided_project_tells_once_what_holds_for_all(flat: Compiled) -> None:
    text = advice_text(card(flat, ("sloop", "beheer"), FOUR, van_wie="ander", ruimte="veel"))
    assert words(text) <= MAX_WORDS
    assert text.count("plan van de ander’: **") == 1
    assert "plan van de ander, " not in text


def test_pieces_with_the_same_advice_share_a_line(flat: Compiled) -> None:
    divided = card(flat, (), FOUR, van_wie="gemeente", ruimte="veel", contact="ja")
    lines = advice_text(divided).splitlines()
    assert lines[0].startswith("Mijn advies bij ‘de huurders’: **maak het samen")
    assert lines[1] == (
        "• bij ‘de buren, de winkels en alle anderen’: vraag wat mensen willen (raadplegen)"
    )
    both = card(flat, ("sloop", "beheer"), FOUR[:2], van_wie="gemeente", ruimte="veel")
    assert "‘het beheer en de huurders’: **maak het samen" in advice_text(both)
    assert "• bij ‘de sloop, de buren’: vertel het" in advice_text(both)


def test_a_duty_names_the_group_that_has_it(flat: Compiled) -> None:
    divided = card(flat, (), FOUR, van_wie="gemeente", ruimte="veel", contact="ja")
    assert [point.there for point in divided.duties] == [("De huurders",)]
    assert "Moet van de wet bij ‘de huurders’: Huurders krijgen" in advice_text(divided)
    note = write_note(divided, "Flat", date(2026, 11, 30))
    assert "- Moet van de wet bij ‘de huurders’: huurders krijgen zes weken" in note
    assert "- De buren, de winkels en alle anderen: vraag wat mensen willen" in note


def test_an_advice_is_frozen_with_its_tracks(flat: Compiled) -> None:
    at = datetime(2026, 11, 30, tzinfo=timezone.utc)
    two = Given("1", at, card(flat, van_wie="ander", ruimte="veel").outcomes)
    none = Given("2", at, card(flat, van_wie="gemeente", ruimte="veel", contact="ja").outcomes)
    assert two.outcomes == (("", "vragen"), ("@spoor_ander", "ander_vraagt"))
    assert none.outcomes == (("", "vragen"), ("@spoor_ander", "geen_plan"))
    assert two.differs(none)
    assert none.differs(two)
    by_an_older_bot = replace(two, outcomes=two.outcomes[:1])
    assert not by_an_older_bot.differs(none)


def test_a_program_gets_the_tracks(flat: Compiled) -> None:
    (track,) = card_json(card(flat, van_wie="ander", ruimte="veel"))["sporen"]
    assert track["naam"] == "Het plan van de ander"
    assert track["stuk"]["zekerheid"] == "zeker"


def test_another_pack_says_nothing_of_a_track_that_is_not_there(flat: Compiled) -> None:
    own = look(flat, {"van_wie": chosen("gemeente"), "ruimte": chosen("veel")})
    assert [verdict.advice.decision for verdict in own.verdicts] == ["vorm"]
    both = look(flat, {"van_wie": chosen("ander"), "ruimte": chosen("veel")})
    assert [verdict.advice.decision for verdict in both.verdicts] == ["vorm", "spoor_ander"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("geen_spoor: [geen_plan]", "geen_spoor: [geen]", "Bedoelde je ‘geen_plan’"),
        ("naam: Wat wij zelf beslissen", "geen_spoor: [samen]", "het eerste advies is er altijd"),
        ("    geen_spoor: [geen_plan]\n", "", "geen_plan"),
    ],
)
def test_what_is_no_track_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (FOLDER / "pakket.yml").read_text("utf-8")
    assert old in text
    (tmp_path / "pakket.yml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError, match=told):
        load_pack(tmp_path)
