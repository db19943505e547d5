"""A note from a phone as it stands in a letter: written in full, and nothing else changed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.words.left_out import stays_inside
from bot.words.own_lines import sorted_lines
from bot.words.requests import addressed
from bot.words.sessions import Session, length, sessions
from bot.words.written_out import apart_in_items
from tests import shelf

TOPICS = shelf.packs()[shelf.DEFAULT].own_topics
TODAY = date(2026, 11, 30)


def told(line: str) -> dict[str, tuple[str, ...]]:
    """What stands in a paper of a line."""
    return dict(sorted_lines(line, TOPICS, TODAY))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("ong 600 mensen, 6 mtr hoog, al 30 jr", "Ongeveer 600 mensen, 6 meter hoog, al 30 jaar."),
        ("1 dag pw adviseur", "1 dag per week adviseur."),
        ("loket 9-12u open", "Het loket is van 9 tot 12 uur open."),
        ("de zaal is van 19.30-21.30", "De zaal is van 19.30 tot 21.30 uur."),
        ("in feb, of okt", "In februari, of oktober."),
        ("om half 8 op de werf", "Om half 8 op de werf."),
        ("jr en mtr blijven staan", "Jr en mtr blijven staan."),
        ("het pad langs de merelstraat", "Het pad langs de Merelstraat."),
        ("de fietsstraat, het schoolplein en de snelweg", None),
        ("koffie in sporthal de beemd, graag", "Koffie in sporthal De Beemd, graag."),
        ("in de sporthal de avond van vrijdag", None),
        ("we praten met hun te zijner tijd", None),
        ("gaat om het groen", "Het gaat om het groen."),
    ],
)
def test_short_words_are_written_in_full(line: str, sentence: str | None) -> None:
    """Only what can mean nothing else; without a sentence, nothing changes but its ends."""
    expected = sentence or f"{line[:1].upper()}{line[1:]}."
    assert sorted_lines(line, TOPICS[:1], TODAY) == {TOPICS[0].id: (expected,)}


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("wo 9 dec half 8 kantine sluisboys", "bijeenkomst"),
        ("za 12 dec half 11 tot 12 rondwandeling, start aula", "bijeenkomst"),
        ("open ma 14 dec tm 31 mrt, savonds 9 tot half 9", "gebeurt"),
        ("brandweeradvies komt ma 7 dec", "stappen"),
        ("ontwerp ter inzage vanaf 11 jan", "stappen"),
        ("raad beslist 24 juni", "besluit"),
        ("bellen adviseur veiligheid, algemene nummer", "contact"),
        ("wie niet kan komen bellen we op", "bijeenkomst"),
        ("besparing moet gehaald, staat in begroting", "vast"),
        ("enquete 2023 nooit teruggekoppeld", "mis"),
        ("600 mensen zijn nog niet gevraagd", "gemist"),
        ("we vragen 2 vaste aanspreekpunten", "verzoek"),
        ("ma 21 dec staat op intranet wat er gezegd is", "vervolg"),
    ],
)
def test_a_line_finds_its_place_whatever_its_form(line: str, topic: str) -> None:
    assert list(told(line)) == [topic]


def test_steps_and_the_decision_after_them_stand_apart() -> None:
    """Where each has a day."""
    assert told("ontwerp ter inzage vanaf 11 jan, 6 weken, raad beslist 25 maart") == {
        "stappen": ("Ontwerp ter inzage vanaf 11 januari, 6 weken.",),
        "besluit": ("De raad beslist op 25 maart.",),
    }


def test_few_words_go_on_with_the_sentence_before() -> None:
    assert told("vast: de tarieven. paden goed voor rolstoel") == {
        "vast": ("De tarieven.", "Paden goed voor rolstoel.")
    }


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("in 2017 stond er 20 m, nu 12, verschil benoemen", "In 2017 stond er 20 m, nu 12."),
        ("eerlijk zeggen dat ze niet gehoord zijn", "Wij zeggen eerlijk dat ze niet gehoord zijn."),
        ("enquete mislukt, zeggen we sorry voor", "Enquête mislukt. Daarvoor zeggen wij sorry."),
        ("contact beheerder begraafplaatsen", "Je kunt terecht bij de beheerder begraafplaatsen."),
    ],
)  # fmt: skip
def test_what_is_said_to_the_writer_is_no_text(line: str, sentence: str) -> None:
    ((found,),) = told(line).values()
    assert found == sentence


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("red ik dat nog", True),
        ("dat ga ik dus niet opschrijven", True),
        ("de grondprijs is vertrouwelijk", True),
        ("wethouder zei dat onder vier ogen", True),
        ("nou ik was erbij", True),
        ("beetje buikpijn van", True),
        ("over losse huizen praten we alleen met de eigenaar", False),
        ("mag ik jullie uitnodigen", False),
        ("de raad mag kiezen", False),
        ("we gaan niet naar buiten bij regen en wind", True),
    ],
)
def test_what_is_not_for_others_stays_inside(line: str, inside: bool) -> None:
    """What is asked, felt, or must not be told; in doubt it stays inside, and that is said."""
    assert stays_inside(line) is inside
    assert bool(told(line)) is not inside


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("wo 9 dec van 12 tot 13 uur en do 10 dec half 4 tot half 5",
         (Session(720, 60), Session(930, 60))),
        ("do 14 jan van 19.30 tot 21.30 uur", (Session(1170, 120),)),
        ("za half 11 tot 12", (Session(630, 90),)),
        ("avond van 8 tot 10 uur", (Session(1200, 120),)),
        ("van 8 tot 10 uur", (Session(None, 120),)),
        ("wo 9 dec half 8", (Session(None),)),
        ("avond wo 9 dec half 8", (Session(1170),)),
        ("wandeling za 9 januari om 10 uur", (Session(600),)),
        ("inloop 13 januari tussen 16 en 20 uur", (Session(960, 240),)),
        ("6 tot 11 meter breder", ()),
        ("Woensdag 20 januari 2027 om 14 en 19.30 uur, in de zaal.", (Session(840), Session(1170))),
        ("wo 20 jan 14 uur en 19.30 in de zaal", (Session(840), Session(1170))),
        ("half 7 en half 9", (Session(1110), Session(1230))),
    ],
)  # fmt: skip
def test_a_meeting_begins_and_lasts_as_was_said(line: str, found: tuple[Session, ...]) -> None:
    """Where nobody can tell morning from evening, only how long it lasts."""
    assert sessions([line]) == found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2 uur hebben we", 120), ("een sessie van 45 minuten", 45), ("anderhalf uur", 90),
     ("om 2 uur komt de raad", None), ("1 uur niet 2", 60), ("2 uur per week", None)],
)  # fmt: skip
def test_how_long_it_lasts(text: str, minutes: int | None) -> None:
    assert length(text) == minutes


def test_a_list_in_one_line_is_a_list() -> None:
    assert apart_in_items("Als het doorgaat: op de wei, 6 m hoog, alleen pallets.") == (
        "Als het doorgaat:",
        ["Op de wei", "6 m hoog", "Alleen pallets"],
    )
    assert apart_in_items("Het ontwerp ligt vast, en het geld.") == (
        "",
        ["Het ontwerp ligt vast, en het geld."],
    )


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("maak brief kerkstraat + mail aan de burgemeester met hoe", ["burgemeester"]),
        ("brief terug aan groen op zerk. positief", ["Groen op Zerk"]),
        ("een mail aan van dam wat we van m willen", ["Van Dam"]),
        ("mail naar het waterschap en brief aan de or", ["waterschap", "ondernemingsraad"]),
        ("brief aan alle besturen", []),
        ("brief aan de bewoners", []),
        ("brief voor de merelstraat", []),
    ],
)
def test_a_mail_goes_to_who_is_named(request_: str, found: list[str]) -> None:
    """A name without an article is a name; residents are greeted otherwise."""
    assert [who for _, who in addressed(request_)] == found
