"""What may not go outside stands in no paper that others read, and is told apart."""

from __future__ import annotations

from datetime import date

import pytest

from bot.words.for_readers import is_of_health
from bot.words.own_lines import sorted_lines
from bot.words.own_papers import for_paper, notes_left_out
from bot.words.requests import asks_for_paper
from tests import shelf

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics
TODAY = date(2026, 12, 1)
LETTER, COUNCIL, MAIL = "bewonersbrief", "raadsinformatiebrief", "mail_wethouder"
NEVER = "niet"


def outside(text: str, paper: str = LETTER) -> list[str]:
    """The lines that a paper prints of a text."""
    told = for_paper(sorted_lines(text, TOPICS, TODAY), paper)
    return [line for topic, lines in told.items() if topic != NEVER for line in lines]


@pytest.mark.parametrize("paper", [LETTER, COUNCIL])
@pytest.mark.parametrize(
    "line",
    [
        "de havenmeester niet de schuld geven",
        "let op dat niemand denkt dat het al geen optie meer is",
        "niet vertellen wie er heeft geklaagd",
        "de ruzie met de bakker hoeft er niet in",
        "het conflict met de koor erbuiten laten",
        "de directeur wil niet dat de proef wordt genoemd",
        "de penningmeester is weg, hou dat intern",
        "de griffier moet deze brief nog lezen",
        "het tarief klopt niet helemaal, moet Ans nog wel goed vinden",
        "marktkooplui zijn laaiend",
        "wil je het aantal nog even nakijken",
        "een collega van de markt belt de bakker nog",
        "een tolk regelen, weet nog niet wie",
        "een vrouw met dementie raakt de weg kwijt",
        "de pastoor is tegen. niet in de brief",
        "de bakker buiten schot laten",
        "niks over de borg, daar is ruzie over",
        "mevrouw Vis van de hoek wil het niet",
        "de directie heeft nog geen akkoord gegeven",
        "eerst de huisarts bellen voor we dit sturen",
        "dat de pacht stopt mogen ze nog niet weten",
        "de bakker ging over de schreef, niet noemen",
    ],
)
def test_a_word_to_the_writer_stands_in_no_letter(line: str, paper: str) -> None:
    """Nor as something to fill in; and that it stays out is told."""
    assert outside(line, paper) == []
    assert notes_left_out(sorted_lines(line, TOPICS, TODAY), [paper])


@pytest.mark.parametrize(
    "line",
    [
        "let op: de brug is een week dicht",
        "de raad moet het plan nog goedkeuren",
        "kun je niet komen, dan kun je ook bellen",
        "schrijf je in bij de balie",
        "mensen met dementie krijgen een eigen ingang",
        "de bakker blijft open",
    ],
)
def test_what_is_for_readers_stays(line: str) -> None:
    assert len(outside(line)) == 1


@pytest.mark.parametrize(
    ("earlier", "forbids"),
    [
        ("de stagiair heeft de verkeerde lijst gestuurd", "niet naar de stagiair wijzen"),
        ("er ligt een petitie bij de slager", "geen woord over die petitie in de brief"),
        ("de penningmeester is ook wijkagent", "dat de penningmeester wijkagent is niet noemen"),
    ],
)
def test_what_was_told_earlier_stays_out_too(earlier: str, forbids: str) -> None:
    """Once it is said that it must not be named; the executive may read it."""
    assert outside(earlier)
    assert outside(f"{earlier}. {forbids}") == []
    assert outside(f"{earlier}. {forbids}", MAIL)


def test_of_what_is_only_not_promised_one_may_speak() -> None:
    said = outside("open is de overgang en de prijs. over de overgang nog niks invullen")
    assert said == ["Open is de overgang en de prijs."]


def test_a_line_may_be_for_the_mail_alone() -> None:
    said = "studenten gaan langs de deur. niet in de brief, alleen in de mail"
    assert outside(said) == []
    assert outside(said, MAIL) == ["Studenten gaan langs de deur."]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("de raad besluit 9 maart over het krediet van 2 miljoen", "besluit"),
        ("de pont vertrekt, definitief", "vast"),
        ("reageren t/m 8 februari op papier", "vervolg"),
        ("we missen: schippers en nachtwerkers", "gemist"),
        ("elke groep een eigen tafel", "programma"),
    ],
)
def test_a_line_stands_under_its_own_heading(line: str, topic: str) -> None:
    assert list(sorted_lines(line, TOPICS, TODAY)) == [topic]


def test_the_health_of_one_person_is_told_apart() -> None:
    assert is_of_health("een vader mailde dat zijn dochter adhd heeft")
    assert not is_of_health("de stichting helpt mensen met kanker")


def test_objecting_is_no_request_for_a_paper() -> None:
    """The papers that are at hand stay so."""
    assert not asks_for_paper("dan kan je bezwaar maken, gewoon in de brief")
    assert asks_for_paper("kan je een brief maken voor de buurt")
