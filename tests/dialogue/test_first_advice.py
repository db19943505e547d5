"""Advice first: as soon as what decides is known, and then each question with what it is for."""

from __future__ import annotations

import pytest

from bot.advice.note import write_note
from bot.advice.wording import MUST_WAIT, PROVISIONAL
from bot.dialogue import wording
from bot.dialogue.look import look
from bot.dialogue.messages import Said, Say, Understanding
from bot.dialogue.turn import Shelf

from .test_lens import NOW, Person, has_complete_advice
from .test_way_out import labels, typed

MOST_OPENING = 5
"""At most so many of the opening questions apply in one conversation."""


def at_the_first_advice(shelf: Shelf) -> Person:
    """A person who tapped the first answer of the opening questions."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    while not has_advice(person):
        person.tap()
    return person


def has_advice(person: Person) -> bool:
    """Whether an advice is among what was said last."""
    return any(say.shape == "advice" for say in person.said)


def advice_of(person: Person) -> str:
    """The advice that was said last."""
    return next(say.text for say in person.said if say.shape == "advice")


def asked(person: Person) -> list[str]:
    """The questions that were answered."""
    assert person.state.project is not None
    return list(person.state.project.order)


def test_the_advice_comes_after_what_decides(shelf: Shelf) -> None:
    """Only opening questions were asked; it is provisional, and the next question stands under it,
    with a button for who has enough."""
    person = at_the_first_advice(shelf)
    opening = shelf.packs[shelf.default].pack.opening
    assert set(asked(person)) <= set(opening)
    assert len(asked(person)) <= MOST_OPENING
    assert PROVISIONAL in advice_of(person)
    assert [say.shape for say in person.said][-2:] == ["advice", "question"]
    assert labels(person)[-1] == wording.ENOUGH


def test_who_knows_none_of_what_decides_gets_no_advice_on_nothing(shelf: Shelf) -> None:
    """Not known whose plan it is: the other opening questions do not apply for sure, and the
    questions go on."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    person.tap("Weet ik niet")
    assert person.said[-1].shape == "question"
    assert person.state.project
    assert person.state.project.first is None


def test_it_names_every_form_that_is_still_possible(shelf: Shelf) -> None:
    """So that the form in the end is never a surprise."""
    person = at_the_first_advice(shelf)
    seen = look(shelf, person.state, NOW)
    assert seen is not None
    assert all(name in advice_of(person) for name in seen.card.main.others)


def test_nothing_is_begun_that_can_not_be_undone(shelf: Shelf) -> None:
    """While a serious point was not looked at: no steps of the form, no promise to make."""
    person = at_the_first_advice(shelf)
    seen = look(shelf, person.state, NOW)
    assert seen is not None
    assert seen.card.must_wait
    form, text = seen.card.form, advice_of(person)
    assert form is not None
    assert not [step for step in form.first_steps if step in text or step in seen.card.steps]
    assert form.promise not in text
    assert MUST_WAIT in text
    note = write_note(seen.card, "straat", NOW.date())
    assert form.promise not in note
    assert not [step for step in form.first_steps if step in note]
    while not has_complete_advice(person):
        person.tap()
    last = look(shelf, person.state, NOW)
    assert last is not None
    assert not last.card.must_wait
    assert last.card.form is None or set(last.card.form.first_steps) & set(last.card.steps)


def test_each_question_after_it_says_what_it_is_for(shelf: Shelf) -> None:
    """Not before it: there every question decides. Nothing is asked twice."""
    person = Person(shelf)
    question = person.tap("Advies voor mijn project")
    before: list[str] = []
    after: list[Say] = []
    while not has_complete_advice(person):
        is_after = person.state.project is not None and person.state.project.given is not None
        if question.shape == "question" and not is_after:
            before.append(question.text)
        elif question.shape == "question":
            after.append(question)
        question = person.tap()
    assert before
    assert after
    purposes = tuple(wording.PURPOSES.values())
    assert not [text for text in before if text.endswith(purposes)]
    fresh = [say for say in after if not say.instead]
    assert all(say.text.endswith(purposes) for say in fresh)
    keys = [say.key for say in fresh]
    assert len(keys) == len(set(keys))


def test_why_tells_what_the_question_is_for(shelf: Shelf) -> None:
    """Also before the first advice."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    person.do(Said("/waarom"))
    assert wording.PURPOSES["form"] in person.said[0].text


@pytest.mark.parametrize("said", ["verder", "/verder"])
def test_on_may_be_typed(shelf: Shelf, said: str) -> None:
    """It asks the next question."""
    person = at_the_first_advice(shelf)
    assert person.do(typed(said, "verder")).shape == "question"


def test_who_has_enough_keeps_the_advice(shelf: Shelf) -> None:
    """What it offers stands there, not the advice again; the questions stay within reach, and typed
    it works anywhere."""
    person = at_the_first_advice(shelf)
    assert person.tap(wording.ENOUGH).shape == "text"
    assert {"Maak een stuk", "Ik kies anders", "Verder met de vragen"} <= set(labels(person))
    assert person.tap("Verder met de vragen").shape == "question"
    person.tap()
    assert person.do(typed("dit is genoeg", "genoeg")).shape == "advice"


def test_the_complete_advice_tells_what_changed(shelf: Shelf) -> None:
    """Once: who looks at it again does not read it again."""
    person = at_the_first_advice(shelf)
    while not has_complete_advice(person):
        person.tap()
    news, advice = person.said[-2:]
    assert (news.shape, advice.shape) == ("notice", "advice")
    assert "mijn eerste advies" in news.text.lower()
    person.do(Said("/advies"))
    assert [say.shape for say in person.said] == ["advice"]


def test_who_tells_what_decides_gets_the_advice_at_once(shelf: Shelf) -> None:
    """After one yes."""
    person = Person(shelf)
    first = at_the_first_advice(shelf)
    assert first.state.project is not None
    told = tuple(
        (key, tuple(answer.values)) for key, answer in first.state.project.book.answers.items()
    )
    person.do(Said("zo zit het", Understanding("beschrijving", answers=told, sure=True)))
    person.tap("Klopt")
    assert has_advice(person)


def test_a_piece_that_was_guessed_is_never_certain(shelf: Shelf) -> None:
    """Who does not know whether the parts differ gets no "Mijn advies"."""
    told = (("wie_begint", ("gemeente",)), ("te_kiezen", ("paar",)), ("nodig", ("beeld",)),
            ("bestuur", ("weegt",)), ("fase", ("plan",)), ("wie_beslist", ("college",)),
            ("spanning", ("rustig",)), ("voorgeschiedenis", ("niets",)),
            ("vastgelegd", ("collegebesluit",)))  # fmt: skip
    for answer, begins in (("Weet ik niet", False), ("Alles even vast", True)):
        person = Person(shelf)
        person.do(Said("zo zit het", Understanding("beschrijving", answers=told, sure=True)))
        person.tap("Klopt")
        while answer not in labels(person) or "even vast" not in "".join(labels(person)):
            person.tap()
        person.tap(answer)
        while not has_complete_advice(person):
            person.tap()
        assert person.said[-1].text.startswith("Mijn advies") == begins
