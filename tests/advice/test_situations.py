"""Texts that know the facts: sentences with a condition, kinds of project, the five values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.entry.card_json import card_json
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook

DAY = date(2026, 11, 30)
FOLDER = Path(__file__).resolve().parents[1] / "packs" / "situaties"


@pytest.fixture(scope="module")
def pack() -> Compiled:
    """A small pack with two kinds of project."""
    return compile_pack(load_pack(FOLDER))


def card(pack: Compiled, situation: str | None = None, **answers: str) -> Card:
    """The card for these answers."""
    book = AnswerBook({name: chosen(value) for name, value in answers.items()})
    return make_card(pack, advise(pack, book, situation))


def test_a_sentence_is_said_only_where_its_condition_certainly_holds(pack: Compiled) -> None:
    late, early, unknown = (card(pack, open="nee", **more) for more in LATE)
    assert "Bel wie het te laat hoorde." in late.steps
    assert "Bel wie het te laat hoorde." not in (*early.steps, *unknown.steps)
    assert early.form
    assert early.form.promise == "We vertellen op tijd wat er komt."
    assert unknown.form
    assert unknown.form.promise == "We zeggen eerlijk wat er komt."


LATE = ({"laat": "ja"}, {"laat": "nee"}, {})


def test_who_heard_too_late_is_told_sorry_first(pack: Compiled) -> None:
    """Whatever the form and the kind of project."""
    for situation in (None, "straat", "bad"):
        for free in ("ja", "nee"):
            form = card(pack, situation, open=free, laat="ja").form
            assert form
            assert form.promise.startswith("Sorry.")
            assert "op tijd" not in form.promise


def test_a_kind_of_project_brings_its_own_steps_and_promise(pack: Compiled) -> None:
    told = card(pack, "straat", open="nee", laat="nee")
    assert told.steps[0] == "Bel de projectleider van het riool."
    assert told.form
    assert told.form.promise == "Het riool komt er. We zeggen wanneer."
    plain = card(pack, open="nee", laat="nee")
    assert plain.situated is None
    assert plain.steps[0] == "Schrijf het op."


def test_steps_of_another_form_are_not_taken(pack: Compiled) -> None:
    """Where a kind of project has no step for the form, the form's own stand in."""
    assert card(pack, "straat", open="ja", laat="nee").steps == (
        "Bel drie mensen.",
        "Prik een avond.",
        "Teken.",
    )


def test_what_a_kind_of_project_says_hangs_on_the_answers(pack: Compiled) -> None:
    late, early = (card(pack, "straat", open="nee", laat=laat).situated for laat in ("ja", "nee"))
    assert late
    assert early
    assert [hour.who for hour in late.hours] == ["De straat zelf", "De boze buren"]
    assert [hour.who for hour in early.hours] == ["De straat zelf"]
    assert [source.id for source in early.sources] == ["krant"]


def test_a_kind_of_project_that_is_gone_is_no_kind(pack: Compiled) -> None:
    assert card(pack, "bestaat_niet", open="nee").situated is None


def test_values_are_told_from_the_answers(pack: Compiled) -> None:
    told = card(pack, open="ja", laat="ja")
    stands = {one.name: one.stand for one in told.values}
    assert stands == {
        "inclusie": "grey",
        "invloed": "green",
        "eigenaarschap": "grey",
        "deliberatie": "grey",
        "legitimiteit": "amber",
    }
    assert told.clash == "Snel en samen kost vertrouwen."
    assert card(pack, open="nee", laat="ja").clash == ""


def test_a_program_gets_the_kind_of_project_in_dutch(pack: Compiled) -> None:
    told = card_json(card(pack, "straat", open="nee", laat="nee"))["situatie"]
    assert told["stappen"]["deze_week"] == ["Bel de projectleider van het riool."]
    assert told["eerste_vraag"]["antwoorden"][0]["zet"] == {"open": ["nee"]}


def test_the_note_has_what_the_message_has_no_room_for(pack: Compiled) -> None:
    text = write_note(card(pack, "straat", open="nee", laat="ja"), "Lindestraat", DAY)
    for line in (
        "## Wat hier bijzonder is: De straat gaat open",
        "- Na het bestek is elke wens meerwerk.",
        "- Zeg nooit: “Alles is nog mogelijk.”",
        "- 09:00: De straat zelf. Loop er samen langs.",
        "- Zet een nummer op het bord.",
        "- Legitimiteit: zij hoorden het te laat.",
    ):
        assert line in text
    plain = write_note(card(pack, open="nee", laat="ja"), "Lindestraat", DAY)
    assert "Wat hier bijzonder is" not in plain
