"""Questions about one's own project: answered from what was told of it; then the talk goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timezone

import pytest

from bot.advice.plan import Plan
from bot.dialogue import about_project
from bot.dialogue.focus import Advice, Question
from bot.dialogue.messages import Event, Reply, Said, Say, Tapped, Understanding
from bot.dialogue.state import State
from bot.dialogue.step import new_state, step
from bot.dialogue.turn import Shelf, Turn
from bot.language.mail.questions import read
from bot.packs.danger import load_phrases
from bot.settings import ROOT
from tests.shelf import DEFAULT, compiled

NOW = datetime(2026, 11, 30, 9, tzinfo=timezone.utc)
Answers = Sequence[tuple[str, str]]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The default pack, with how people ask about their own project."""
    return Shelf({DEFAULT: compiled()}, DEFAULT, asks_project=load_phrases(ROOT))


def begun(
    shelf: Shelf, *answers: tuple[str, str], kind: str = "", days: Sequence[tuple[str, date]] = ()
) -> State:
    """A project of which this was told."""
    told = tuple((question, (value,)) for question, value in answers)
    understood = Understanding("beschrijving", sure=True, answers=told)
    state, replies = step(
        shelf, new_state(shelf), Event(Said("ons plan", understood), NOW, "1" * 24)
    )
    yes = [one for one in replies if isinstance(one, Say) and one.buttons][-1].buttons[0]
    state, _ = step(shelf, state, Event(Tapped(yes.data), NOW, "2" * 24))
    assert state.project is not None
    project = replace(state.project, situation=kind or None, plan=Plan(days=tuple(days)))
    return replace(state.with_project(project), focus=Advice())


def asked(shelf: Shelf, state: State, text: str) -> tuple[State, str]:
    """What is said to a text of which the language model knows nothing."""
    event = Event(Said(text, Understanding(), asks=bool(read(text).questions)), NOW, "3" * 24)
    after, replies = step(shelf, state, event)
    return after, shown(replies)


def shown(replies: Sequence[Reply]) -> str:
    return "\n".join(one.text for one in replies if isinstance(one, Say))


COUNCIL = (("wie_begint", "gemeente"), ("wie_beslist", "raad"))
PROVINCE = (("wie_begint", "derde"), ("gemeente_beslist", "niets"))


def test_a_promise_waits_for_who_decides_on_that_day(shelf: Shelf) -> None:
    state = begun(shelf, *COUNCIL, days=[("raad", date(2027, 3, 11))])
    _, text = asked(shelf, state, "mag ik ze beloven dat het zwembad blijft")
    assert "zolang het niet besloten is" in text
    assert "de raad op 11 maart 2027" in text


def test_the_day_of_another_is_not_the_day_of_who_decides(shelf: Shelf) -> None:
    state = begun(shelf, *COUNCIL, days=[("college", date(2027, 2, 2))])
    _, text = asked(shelf, state, "kan ik de datum nog schuiven")
    assert "2 februari" not in text


def test_where_two_decide_both_are_named_and_no_day(shelf: Shelf) -> None:
    days = [("college", date(2027, 2, 2)), ("raad", date(2027, 3, 11))]
    _, text = asked(shelf, begun(shelf, *COUNCIL, days=days), "mag ik iets beloven")
    assert "de raad of het college" in text
    assert "2027" not in text


def test_a_day_that_is_gone_decides_nothing_more(shelf: Shelf) -> None:
    state = begun(shelf, *COUNCIL, days=[("raad", date(2026, 10, 29))])
    assert "2026" not in asked(shelf, state, "kan ik de datum nog schuiven")[1]


def test_who_does_not_decide_can_only_ask(shelf: Shelf) -> None:
    state = begun(shelf, *PROVINCE)
    _, text = asked(shelf, state, "kunnen wij afdwingen dat ze eerst onderzoek doen")
    assert "Nee, want jullie beslissen hier niet over." in text


def test_no_law_of_one_world_in_another(shelf: Shelf) -> None:
    """A promise to one's own staff is no matter of the courts for building."""
    staff = begun(shelf, ("wie_begint", "gemeente"), kind="personeel")
    _, text = asked(shelf, staff, "de manager zei het zelf. is dat juridisch hard?")
    assert "personeelszaken" in text
    assert "Raad van State" not in text
    assert "leefomgeving" in asked(shelf, begun(shelf, *COUNCIL), "is dat juridisch hard?")[1]


@pytest.mark.parametrize("kind", ["personeel", "personeel_werkplek"])
def test_the_works_council_has_its_own_law(shelf: Shelf, kind: str) -> None:
    state = begun(shelf, ("wie_begint", "gemeente"), kind=kind)
    _, text = asked(shelf, state, "mag de OR dit tegenhouden")
    assert "WOR 27" in text
    assert "inspraak" not in text


def test_a_question_changes_no_fact_and_the_interview_goes_on(shelf: Shelf) -> None:
    state = replace(begun(shelf, *COUNCIL), focus=Question("fase"))
    before = state.project
    after, text = asked(shelf, state, "wat zeg ik als ze boos worden")
    assert "Laat uitpraten" in text
    assert after.project == before
    assert after.focus == Question("fase")


def test_without_a_project_nothing_of_it_is_answered(shelf: Shelf) -> None:
    _, text = asked(shelf, new_state(shelf), "moet de raad dit weten")
    assert "Moet de raad dit weten?" not in text


def test_a_statement_is_no_question(shelf: Shelf) -> None:
    told = "we hebben vorige week met de bewoners gesproken over de planning en dat ze bezwaar"
    _, text = asked(shelf, begun(shelf, *COUNCIL), f"{told} maken als we ze niet uitnodigen")
    assert "**" not in text


def test_a_question_at_the_end_of_a_long_message_is_answered(shelf: Shelf) -> None:
    message = "het plan ligt er nog niet. als ze zeggen dat ze naar de rechter gaan wat zeg ik dan"
    assert "Dat is je recht" in asked(shelf, begun(shelf, *COUNCIL), message)[1]


def test_where_it_stands_is_told_of_such_an_answer_too(shelf: Shelf) -> None:
    state, _ = asked(shelf, begun(shelf, *COUNCIL), "moet de raad dit weten")
    assert "rootjesmanagementenadvies.nl" in asked(shelf, state, "waar staat dat?")[1]


def test_every_kind_of_question_has_an_answer_and_the_other_way_round(shelf: Shelf) -> None:
    answered = {one.asks for one in compiled().pack.project_questions if not one.kinds}
    assert answered == set(shelf.asks_project.kinds)


@pytest.mark.parametrize("kind", [None, *(one.id for one in compiled().pack.situations)])
def test_every_answer_is_one_in_every_kind_of_project(shelf: Shelf, kind: str | None) -> None:
    """Also where nothing else is known: each has something to say, and no slot is left open."""
    state = begun(shelf, ("wie_begint", "gemeente"), kind=kind or "")
    turn = Turn(shelf, state, NOW, "4" * 24)
    for question in turn.pack.project_questions:
        faq = about_project.by_id(turn, question.id)
        assert faq is not None, question.id
        assert "{" not in (faq.answer_on(NOW.date()) or ""), question.id
