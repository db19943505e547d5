"""What a person tells for a letter: which line is about what, and how it stands there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.own_lines import MOST_LINES, sorted_lines, together
from bot.words.own_parts import without_questions
from bot.words.own_placing import is_about
from bot.words.own_shaping import MOST_OF_ONE
from tests import shelf

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics
TODAY = date(2026, 11, 30)
"""A Monday."""


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("vanaf 7 jan vervangen we het riool in de merelhof", "gebeurt"),
        ("omdat het riool uit 1961 is", "waarom"),
        ("het ontwerp ligt vast", "vast"),
        ("het college heeft het ontwerp vastgesteld", "vast"),
        ("boomsoort en plantvakken zijn nog open", "open"),
        ("bewoners mogen nog meedenken over de bankjes", "open"),
        ("de merelhof heeft geen brief gekregen", "mis"),
        ("er deden 40 mensen mee", "gebeurt"),
        ("40 mensen deden mee op 3 oktober", "gedaan"),
        ("inloop donderdag om 19.30 in de schakel", "bijeenkomst"),
        ("bewonersavond 9 dec in het dorpshuis", "bijeenkomst"),
        ("de raad beslist op 17 december", "besluit"),
        ("er is 38.000 euro voor de inrichting", "geld"),
        ("het budget ligt vast", "vast"),
        ("graag akkoord op de brief", "verzoek"),
        ("mensen horen het terug voor 1 februari", "vervolg"),
        ("de straat gaat 26 oktober open", "gebeurt"),
        ("vast: de straat gaat 26 oktober open", "vast"),
        ("Open - nog niet", "gebeurt"),
        ("- nog open: de kleur", "open"),
    ],
)
def test_a_line_is_about_what_it_says(line: str, topic: str) -> None:
    """By the word before its colon, else by its words, else about what happens."""
    assert list(sorted_lines(line, TOPICS, TODAY)) == [topic]


def test_numbered_lines_follow_the_list() -> None:
    """Only where something stands behind the number, and the list has that number."""
    told = sorted_lines("1. we leggen bankjes aan\n5) het geld\n99 palen", TOPICS, TODAY)
    assert told == {"gebeurt": ("We leggen bankjes aan.", "99 palen."), "vast": ("Het geld.",)}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("11 vd 19 bomen gaan weg", "11 van de 19 bomen gaan weg."),
        ("op do 26 nov begint t", "Op donderdag 26 november begint het."),
        ("eind mrt of in feb", "Eind maart of in februari."),
        ("parkeren gaat van 74 naar 66", "Parkeren gaat van 74 naar 66."),
        ("komt u ook?", "Komt u ook?"),
        ("bel [telefoonnummer] gerust", "Bel [INVULLEN: telefoonnummer] gerust."),
        ("we zijn er **morgen**", "We zijn er dinsdag 1 december 2026."),
        ("morgenavond 19.30 uur", "Dinsdagavond 1 december 2026 19.30 uur."),
        ("elke morgen om 9 uur", "Elke morgen om 9 uur."),
        ("za morgen koffie", "Za morgen koffie."),
        ("we verwachten zo 10 mensen", "We verwachten zo 10 mensen."),
        ("de brief van jan ligt klaar", "De brief van jan ligt klaar."),
        ("zo 10 jan", "Zondag 10 januari."),
        ("gem 40 mensen per dag", "Gem 40 mensen per dag."),
        ("overmorgen en vanmiddag", "Woensdag 2 december 2026 en maandagmiddag 30 november 2026."),
        ("vanavond in de zaal", "Maandagavond 30 november 2026 in de zaal."),
        ("# kop | <b> {belofte}", "Kop b belofte."),
    ],
)
def test_a_line_stands_there_as_a_sentence(line: str, sentence: str) -> None:
    """With a capital and a full stop, and the day that is meant; no word is changed."""
    assert sorted_lines(line, TOPICS[:1], TODAY) == {TOPICS[0].id: (sentence,)}


def test_sentences_of_one_line_are_sorted_apart() -> None:
    told = sorted_lines("Het ontwerp ligt vast. De boomsoort is nog open", TOPICS, TODAY)
    assert told == {"vast": ("Het ontwerp ligt vast.",), "open": ("De boomsoort is nog open.",)}


def test_names_also_stand_within_a_line() -> None:
    """On a phone all stands in one line; a name holds for its own sentence."""
    said = "vast: het budget. open: de kleur. wo 9 en do 10 dec 9-12u bij de balie"
    assert sorted_lines(said, TOPICS, TODAY) == {
        "vast": ("Het budget.",),
        "open": ("De kleur.",),
        "bijeenkomst": ("Woensdag 9 en donderdag 10 december van 9 tot 12 uur bij de balie.",),
    }


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("de krant belde. red ik dat nog", "de krant belde"),
        ("hoe doe ik dat", ""),
        ("klopt dat? het riool is oud", "het riool is oud"),
    ],
)
def test_questions_are_told_apart(text: str, rest: str) -> None:
    assert without_questions(text) == rest


def test_a_number_of_things_is_no_place_in_the_list() -> None:
    told = sorted_lines("fase 3 en 4. 11 bomen gaan weg", TOPICS, TODAY)
    assert told == {"gebeurt": ("Fase 3 en 4.", "11 bomen gaan weg.")}


def test_a_time_and_a_sum_do_not_end_a_sentence() -> None:
    told = sorted_lines("inloop om 19.30 uur, er is 38.000 euro", TOPICS[:1], TODAY)
    assert told == {TOPICS[0].id: ("Inloop om 19.30 uur, er is 38.000 euro.",)}


def test_what_is_told_later_is_added() -> None:
    """Unless it says itself what it is about: then it comes in the place of what was told."""
    first = sorted_lines("het ontwerp ligt vast", TOPICS, TODAY)
    more = together(first, "het geld staat ook vast", TOPICS, TODAY)
    assert more == {"vast": ("Het ontwerp ligt vast.", "Het geld staat ook vast.")}
    assert together(more, "het geld staat ook vast", TOPICS, TODAY) == more  # once is enough
    other = together(more, "vast: alleen het geld", TOPICS, TODAY)
    assert other == {"vast": ("Alleen het geld.",)}


def test_thanks_are_about_nothing() -> None:
    assert not is_about("ok top dankjewel", TOPICS)
    assert is_about("vast: niets", TOPICS)


@given(st.text(max_size=400))
def test_whatever_is_typed_is_bounded_and_no_markup(text: str) -> None:
    """It goes into a document."""
    told = sorted_lines(text, TOPICS, TODAY)
    lines = [line for lines in told.values() for line in lines]
    assert len(lines) <= MOST_LINES
    for line in lines:
        assert len(line) <= 2 * MOST_OF_ONE
        assert not set("*_#|<>`{}~\n") & set(line)


@pytest.mark.parametrize(
    "text",
    [
        "kan iemand vanavond nog naar de notaris",
        "mag de wethouder openen",
        "en weet de buurt het al",
        "geldt dat ook voor huurders",
    ],
)
def test_what_begins_with_a_verb_before_who_does_it_asks(text: str) -> None:
    assert without_questions(text) == ""
