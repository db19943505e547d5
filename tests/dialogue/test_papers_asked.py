"""Who asks for papers in words gets them, and hears which can't be made."""

from __future__ import annotations

import pytest

from bot.dialogue.places.papers import named
from bot.dialogue.places.wording import PAPERS_LATER
from bot.words.requests import greeted
from tests import shelf
from tests.dialogue.small import Talker, told

PAPERS = shelf.packs()[shelf.DEFAULT].papers


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "maak een brief voor de straat en een mail aan de wethouder",
            "bewonersbrief mail_wethouder",
        ),
        ("kun je een draaiboek maken voor de avond", "draaiboek"),
        ("kun je maken: planning, brief voor de buurt", "bewonersbrief"),
        ("schrijf ff een memo voor de wethouder", "mail_wethouder"),
        ("ik wil graag een raadsinformatiebrief", "raadsinformatiebrief"),
        ("doe maar vraag-en-antwoord lijst", "vragen_antwoorden"),
        ("graag een vragen/antwoord lijst voor de balie", "vragen_antwoorden"),
        ("maak een vragenlijst met antwoorden voor de tafel", "vragen_antwoorden"),
        (
            "kun je twee dingen maken. brief voor de ploeg, en een draaiboek voor de 3e",
            "bewonersbrief draaiboek",
        ),
        ("stel een participatieplan op", "participatieplan"),
        ("maak een brief aan de ontwikkelaar", "mail_partij"),
        ("doe een mail aan Van Dam en een verslag", "mail_partij participatieverslag"),
        ("maak brief kerkstraat + mail aan de burgemeester", "bewonersbrief mail_wethouder"),
        (
            "brief aan de bewoners namens ons, en vragen/antwoorden",
            "bewonersbrief vragen_antwoorden",
        ),
        ("graag een brief aan de raad", "raadsinformatiebrief"),
        ("maak een uitnodiging voor de ouders", "bewonersbrief"),
        ("schrijf een bericht op intranet", "bewonersbrief"),
        ("schrijf een persbericht", ""),
    ],
)
def test_a_request_names_papers(text: str, ids: str) -> None:
    """In its order; of ways that share words the longest counts."""
    kinds = named(PAPERS, text)
    assert kinds is not None
    assert " ".join(kind.id for kind in kinds) == ids


@pytest.mark.parametrize(
    "text",
    [
        "moet ik een brief sturen aan de bewoners?",
        "wat voor dingen moeten er in een brief",
        "de bewoners kregen een brief van de aannemer",
        "het plan van aanpak ligt er",
        "we maken een nieuw speelplein",
        "ze willen graag een verslag",
        "ik heb een brief van een bewoner gekregen",
        "help ik kreeg een boze brief",
        "stel de raad wil een ander voorstel",
        "ik maak net een raadsvoorstel",
        "het college heeft een verslag nodig",
        "kun je uitleggen hoe een raadsvoorstel werkt",
        "kan je een verslag van het burgerberaad opvragen",
        "ik wil het raadsvoorstel aanpassen",
        "wil je weten wat er in de brief stond",
        "brief aan de bewoners is te laat verstuurd",
    ],
)
def test_a_word_for_a_paper_is_no_request(text: str) -> None:
    """It tells or asks something."""
    assert named(PAPERS, text) is None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("maak een brief voor de ouders van de school", "ouder"),
        ("brief aan alle besturen", "bestuur"),
        ("een bericht op intranet", "collega"),
        ("brief aan bewoners en ondernemers", ""),
        ("mail aan de wethouder over de ouders", "ouder"),
        ("maak een draaiboek voor de ouderavond", ""),
    ],
)
def test_a_letter_greets_whom_it_is_for(text: str, one: str) -> None:
    """Who is not named is a resident."""
    assert greeted(text) == one


def test_before_an_advice_what_is_told_beside_a_request_is_not_lost() -> None:
    """The paper comes later, and the fact waits for its yes."""
    text = "maak een brief, zij begonnen zelf"
    said = Talker().begin().say(text, told(text, wie="zij: zij begonnen zelf"))
    assert said.startswith(PAPERS_LATER)
    assert "(“zij begonnen zelf”)" in said
