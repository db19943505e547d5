"""Days in plain messages: said back once, kept only after a yes, and answered from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.advice.plan import Meeting, Plan
from bot.dialogue.turn import Shelf
from bot.packs.danger import ASKS_DAYS, load_guards
from bot.settings import ROOT
from tests.dialogue.test_plan import Person
from tests.shelf import KNOWLEDGE

HEARD = "het gesprek is wo 9 dec half 8 in de kantine"


@pytest.fixture
def person(shelf: Shelf) -> Person:
    """Somebody with a project; today is 24 November 2026."""
    asks = load_guards(ROOT, KNOWLEDGE, pytest.fail, ASKS_DAYS)
    return Person(replace(shelf, asks_days=asks))


def test_what_was_heard_is_kept_after_a_yes(person: Person) -> None:
    text = person.says(HEARD)
    assert "bijeenkomst op wo 9 december (half 8, in de kantine)" in text
    assert person.plan == Plan()
    person.tap("Ja, doe dat")
    (meeting,) = person.plan.meetings
    assert meeting == Meeting(meeting.day, "half 8", "in de kantine")
    assert person.plan.day("bijeenkomst") == meeting.day


def test_nothing_is_kept_without_a_yes(person: Person) -> None:
    """Neither after a no, nor by going on; it is not asked again."""
    person.says(HEARD)
    person.tap("Nee")
    assert person.plan == Plan()
    person.says(HEARD)
    person.says("/overzicht")
    assert person.state.heard == Plan()
    assert person.plan == Plan()


def test_one_of_them_may_be_wrong(person: Person) -> None:
    person.says("OR adviseert tot vr 8 jan, directie beslist di 26 jan")
    person.tap("Eén klopt niet")
    person.tap("advies op vr 8 januari")
    person.tap("Ja, reken hiermee")
    assert [id for id, _ in person.plan.days] == ["directie"]


def test_what_is_known_is_not_said_again(person: Person) -> None:
    person.says(HEARD)
    person.tap("Ja, doe dat")
    assert "Ik hoorde" not in person.says(HEARD)


def test_a_weekday_that_does_not_fit_is_asked(person: Person) -> None:
    assert "‘do 18 dec’ valt niet op een donderdag" in person.says("do 18 dec beslist de raad")
    assert person.state.heard == Plan()


def test_whether_it_can_still_be_done_is_told_by_its_days(person: Person) -> None:
    person.says("burgemeester beslist vr 18 dec en het gesprek is wo 9 dec half 8")
    person.tap("Ja, doe dat")
    text = person.says("red ik dat nog")
    assert (
        "Het is krap, maar het kan. Tot het besluit van de burgemeester op vr 18 december" in text
    )
    assert "**uiterlijk wo 2 december**: uitnodigen (planning), krap." in text
    assert "kan niet meer op tijd" not in text


def test_without_a_day_the_one_that_matters_is_asked(person: Person) -> None:
    """An omgevingsplan is of the council; its day is kept only after a yes as well."""
    assert "Op welke dag beslist de raad?" in person.says("haal ik dat nog?")
    listed = person.says("do 24 juni 2027", "sla over", "sla over")
    assert "**24 juni 2027**: het besluit van de raad" in listed
    assert person.plan == Plan()


def test_the_dates_ask_only_for_who_decides_here(shelf: Shelf) -> None:
    person = Person(shelf, instrument="geen", wie_beslist="burgemeester")
    person.says("/data")
    person.tap("Sla over")
    asked = person.says("sla over")
    assert "Op welke dag beslist de burgemeester?" in asked
    assert "raad" not in person.says("vr 18 dec").lower()
