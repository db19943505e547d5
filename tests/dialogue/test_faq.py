"""A question of the person: found by its words without a model, or by its subject."""

from __future__ import annotations

import pytest

from bot.dialogue import focus, wording
from bot.dialogue.messages import Candidate, Said, Say, Understanding
from bot.dialogue.turn import Shelf

from .test_lens import Person

NO_MODEL = Understanding(ready=False)


@pytest.fixture
def asking(shelf: Shelf) -> Person:
    person = Person(shelf)
    person.tap(wording.DOOR_QUESTION)
    return person


def labels(say: Say) -> list[str]:
    return [button.label for button in say.buttons]


@pytest.mark.parametrize("understanding", [NO_MODEL, Understanding()])
def test_a_question_is_looked_for_by_its_words(
    asking: Person, understanding: Understanding
) -> None:
    """Also mistyped, and also where no model could say what it means."""
    shown = asking.do(Said("wat is een burgerberaat nou", understanding))
    assert shown.text == wording.FOUND
    assert labels(shown)[-1] == wording.NONE_OF_THESE
    assert asking.tap("Wat is een burgerberaad?").text.startswith("**Wat is een burgerberaad?**")


def test_what_the_model_thinks_of_comes_first(asking: Person) -> None:
    """And stands there once."""
    guess = Candidate("vraag", "burgerberaad_kosten", 0.4)
    unsure = Understanding("vraag", guess.id, 0.4, (guess,))
    shown = labels(asking.do(Said("uitdaagrecht of burgerberaad", unsure)))
    assert shown[0].startswith("Wat kost een burgerberaad")
    assert len(set(shown)) == len(shown) > 2


def test_none_of_what_was_found(asking: Person) -> None:
    """Then a question is asked for again."""
    asking.do(Said("wat is een burgerberaad nou", NO_MODEL))
    assert asking.tap(wording.NONE_OF_THESE).text == wording.ASK_ME


def test_a_question_that_was_understood_is_answered(asking: Person) -> None:
    """A search would only stand in the way."""
    known = Understanding("vraag", "uitdaagrecht_wat", 0.9, sure=True)
    assert asking.do(Said("burgerberaad?", known)).text.startswith("**Wat is het uitdaagrecht?**")


def test_what_holds_nothing_of_the_question_is_not_shown(asking: Person) -> None:
    """Nothing is offered for the sake of offering."""
    asking.do(Said("xylofoon", Understanding()))
    assert all(say.text != wording.FOUND for say in asking.said)


def test_every_question_is_found_by_browsing(shelf: Shelf, asking: Person) -> None:
    """From the subjects, page by page, each question once; what was chosen is answered."""
    subjects = labels(asking.said[-1])
    seen: list[str] = []
    for subject in subjects:
        shown = asking.tap(subject)
        while True:
            *own, last = labels(shown)
            more = own[-1:] == [wording.FAQ_MORE]
            seen += own[:-1] if more else own
            assert (last, asking.state.focus) == (wording.FAQ_SUBJECTS, focus.Faq())
            if not more:
                break
            shown = asking.tap(wording.FAQ_MORE)
        asking.tap(last)
    faqs = shelf.pack(shelf.default).pack.faqs
    assert len(seen) == len(faqs)
    shown_as = dict(zip(sorted(seen), sorted(faq.question for faq in faqs), strict=True))
    assert all(full.startswith(label.rstrip("…")) for label, full in shown_as.items())
    assert subjects == list(dict.fromkeys(faq.subject or wording.FAQ_OTHER for faq in faqs))
