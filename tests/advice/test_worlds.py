"""Every kind of project in its own world: no law, role or step of another, whatever is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.facts import gather
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.advice.papers import make_paper
from bot.advice.plan import Plan
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from bot.rules.model.slots import slots
from bot.rules.query import saying_status
from bot.rules.world import seen_in
from bot.words.situations import recognised
from tests.shelf import DAY, compiled

ROOM: tuple[Mapping[str, str], ...] = (
    {"te_kiezen": "niets", "fase": "besloten"},
    {"te_kiezen": "uitvoering", "fase": "besloten", "bestuur": "kiest_zelf", "nodig": "niets"},
    {"te_kiezen": "paar", "fase": "ontwerp", "bestuur": "niet_afgesproken", "nodig": "beeld"},
    {"te_kiezen": "veel", "fase": "plan", "bestuur": "weegt", "nodig": "afweging"},
    {"te_kiezen": "alles", "fase": "idee", "bestuur": "volgt", "nodig": "kiezers", "gerust": "ja"},
)
"""From nothing to everything that can still be chosen."""
MOOD: tuple[Mapping[str, str], ...] = (
    {"spanning": "rustig", "voorgeschiedenis": "niets", "vastgelegd": "niets"},
    {"spanning": "boos", "voorgeschiedenis": "beloofd", "vastgelegd": "mondeling"},
)
BESIDE = {"gevolgen": "omgeving", "wie_mist": "tegenstanders", "tijd": "krap"}


def everything_said(kind: str, answers: Mapping[str, str]) -> str:
    """The card as a note, the kind's own sentences, and every paper, without the sources."""
    there = seen_in(compiled(), kind)
    book = AnswerBook({name: chosen(*value.split()) for name, value in answers.items()})
    card = make_card(there, advise(there, book, kind))
    return "\n".join((*_note(card), *_kind(card), *_papers(there, book, card)))


def _note(card: Card) -> Iterator[str]:
    note = write_note(card, "Kerkstraat", DAY)
    yield re.split(r"^## Bronnen", note, flags=re.MULTILINE)[0]


def _kind(card: Card) -> Iterator[str]:
    if own := card.situated:
        yield from (*own.special, *own.opening, *own.never, *own.council)
        for steps in own.steps.values():
            yield from steps


def _papers(there: Compiled, book: AnswerBook, card: Card) -> Iterator[str]:
    facts = gather(there, book, card, "Kerkstraat", DAY, Plan())
    for paper in there.pack.papers:
        yield make_paper(paper, facts).markdown


def every_answer(base: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    for room, mood in product(ROOM, MOOD):
        yield {**base, **room, **mood, **BESIDE}


# --- the route of a building plan -----------------------------------------------------------------

PLAN = {"instrument": "omgevingsplan", "wie_beslist": "raad"}
PERMIT = {"instrument": "bopa", "wie_beslist": "college", "raadslijst": "advies"}
OF_PERMIT = re.compile(
    r"acht weken|twaalf weken|bindt zijn advies|bindend advies|raadslijst|aanvrager|de aanvraag\b"
    r"|bezwaar werkt|lijst van de raad|BOPA|8 weken|omgevingsvergunning",
    re.IGNORECASE,
)
"""What holds for a permit that departs from the plan, and not for a change of the plan."""
OF_PLAN = re.compile(
    r"zienswijze|ter inzage|kennisgeving van|Raad van State|stelt het omgevingsplan vast",
    re.IGNORECASE,
)
BUILDING = (
    "bouwen",
    "bouwen_nieuw",
    "bouwen_ombouw",
    "energie_zon",
    "opvang_wonen",
)


@pytest.mark.parametrize("kind", BUILDING)
@pytest.mark.parametrize("begins", ["derde", "samen_derde", "gemeente"])
def test_a_change_of_the_plan_never_shows_the_law_of_a_permit(kind: str, begins: str) -> None:
    base = {"wie_begint": begins, "gemeente_beslist": "of_het_mag", **PLAN}
    assert not lines_with(OF_PERMIT, kind, base)


@pytest.mark.parametrize("kind", BUILDING)
@pytest.mark.parametrize("begins", ["derde", "samen_derde"])
def test_a_permit_never_shows_the_law_of_a_change_of_the_plan(kind: str, begins: str) -> None:
    base = {"wie_begint": begins, "gemeente_beslist": "of_het_mag", **PERMIT}
    assert not lines_with(OF_PLAN, kind, base)


def lines_with(words: re.Pattern[str], kind: str, base: Mapping[str, str]) -> set[str]:
    """Every line with these words that such a project can show, whatever else is answered."""
    return {line for line in every_line(kind, tuple(base.items())) if words.search(line)}


@cache
def every_line(kind: str, base: tuple[tuple[str, str], ...]) -> frozenset[str]:
    said = (everything_said(kind, answers) for answers in every_answer(dict(base)))
    return frozenset(line for text in said for line in text.splitlines())


# --- who decides ----------------------------------------------------------------------------------

DECIDES = re.compile(
    r"\b(de raad|het college|raad en college|gemeenteraad|wethouders?|griffier?)\b", re.IGNORECASE
)
RESIDENTS = re.compile(r"\b(inwoners?|bewoners?|buurt|omwonenden|zienswijzen?|verordening)\b", re.I)
ENVIRONMENT = re.compile(
    r"omgevingsplan|omgevingsvisie|aanvrager|initiatiefnemer|zienswijze|raadslijst", re.IGNORECASE
)
NOT_HERE = re.compile(r"gelden (?:hier|daar) niet|Hier gelden geen")
"""That something does not hold here may be said."""


@pytest.mark.parametrize("kind", ["personeel", "personeel_werkplek", "personeel_organisatie"])
def test_own_staff_has_no_council_and_no_residents(kind: str) -> None:
    base = {"wie_begint": "gemeente", "wie_beslist": "organisatie", "instrument": "geen"}
    base |= {"ander_besluit": "geen"}
    for words in (DECIDES, RESIDENTS):
        found = lines_with(words, kind, base)
        assert not {line for line in found if not NOT_HERE.search(line)}
    assert lines_with(re.compile("ondernemingsraad"), kind, base)


@pytest.mark.parametrize("kind", ["evenement_feest", "evenement_vuur"])
@pytest.mark.parametrize("begins", ["inwoners", "derde", "gemeente"])
def test_of_a_feast_the_mayor_decides_by_the_ordinance(kind: str, begins: str) -> None:
    base = {"wie_begint": begins, "wie_beslist": "burgemeester", "gemeente_beslist": "of_het_mag"}
    base |= {"inwoners_willen": "zelf_doen", "dragen": "zelf", "raakt_anderen": "niet_gehoord"}
    base |= {"instrument": "geen"}
    for words in (ENVIRONMENT, re.compile(r"de raad beslist|raad of (het )?college", re.I)):
        found = lines_with(words, kind, base)
        assert not {line for line in found if not NOT_HERE.search(line)}
    assert lines_with(re.compile("burgemeester"), kind, base)


PROMISES_OF = {
    "raad": re.compile(r"\bde raad\b", re.I),
    "college": re.compile(r"het college", re.I),
}
LAW = ("tarieven", "tarieven_afval", "tarieven_belasting")
"""Kinds in which the law says that the council decides."""


WHO = ("burgemeester", "organisatie", "andere_overheid", "raad", "college")


@pytest.mark.parametrize("who", WHO)
def test_no_promise_names_somebody_who_does_not_decide(who: str) -> None:
    """Whatever the kind: what is promised to people names nobody but who decides."""
    answers = {"wie_begint": chosen("gemeente"), "wie_beslist": chosen(who)}
    there = compiled()
    for kind in there.pack.situations:
        for line in kind.promise if kind.id not in LAW else ():
            for other, words in PROMISES_OF.items():
                if other != who and words.search(line.text):
                    assert saying_status(there, answers, line.when) == "not", (kind.id, line.text)


# --- which kind it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("de jongens bouwen elk jaar een vreugdevuur op de wei", "evenement_vuur"),
        ("oudejaarsvuur op het strand, vorig jaar brand in de duinen", "evenement_vuur"),
        ("de ondernemingsraad moet nog adviseren over de verhuizing", "personeel"),
        ("wij gaan naar flexplekken, iedereen moppert", "personeel_werkplek"),
        ("reorganisatie van ons domein, 60 mensen", "personeel_organisatie"),
        ("winternachtopvang voor daklozen in een leeg kantoor", "opvang_nacht"),
        ("we gaan graven ruimen en zoeken nabestaanden", "begraafplaats"),
        ("cameratoezicht bij het station", "veiligheid"),
        ("meer digitaal en de balie op afspraak, visie op dienstverlening", "dienst"),
        ("de clubs moeten de uren verdelen op het kunstgras", "voorziening_velden"),
        ("ontwikkelaar wil 84 appartementen", "bouwen"),
        ("het besluit over de school valt in mei", None),
        ("het eigen personeel weet het nog niet", None),
        ("wij gaan geen vuurwerk verbieden", None),
    ],
)
def test_a_kind_is_recognised_from_what_people_say_of_it(text: str, kind: str | None) -> None:
    found = recognised(compiled().pack.situations, text)
    assert (found[0] if found else None) == kind


def test_a_word_of_a_world_keeps_its_capital_and_leaves_slots_alone() -> None:
    there = seen_in(compiled(), "personeel").pack
    before = {paper.id: set(slots(paper.text)) for paper in compiled().pack.papers}
    assert there.papers
    assert all(set(slots(paper.text)) == before[paper.id] for paper in there.papers)
    asked = next(form for form in there.forms if form.id == "adviseren")
    assert asked.headline == "vraag collega’s om advies"
    assert asked.promise.startswith("Wij vragen jullie advies. De directie beslist.")


def test_a_kind_without_a_world_of_its_own_leaves_the_pack_as_it_is() -> None:
    assert seen_in(compiled(), "straat") is compiled()
    assert seen_in(compiled(), None) is compiled()
    assert seen_in(compiled(), "personeel") is seen_in(compiled(), "personeel")
