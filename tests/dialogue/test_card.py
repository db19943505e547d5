"""The advice as a card: what presses stands on it, and it helps when little is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.dialogue import focus, wording
from bot.dialogue.advice_text import MAX_WORDS, POINTS, advice_text, since, words
from bot.dialogue.messages import Said, Started
from bot.dialogue.places.faq import faq_text
from bot.dialogue.state import Given
from bot.dialogue.turn import Shelf
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import SKIPPED, UNKNOWN, Answer, chosen, number
from bot.rules.model.book import AnswerBook
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from tests.shelf import DAY

from .test_lens import Person, at_the_advice

OWN_PROJECT = {
    "wie_begint": "gemeente", "te_kiezen": "veel", "fase": "plan", "nodig": "plan",
    "gevolgen": "hinder", "voorgeschiedenis": "niets", "wie_mist": "niemand",
    "instrument": "omgevingsplan", "bestuur": "volgt", "gerust": "nee",
}  # fmt: skip


def card(shelf: Shelf, **answers: str) -> Card:
    """The card for these answers; "?" is "weet ik niet"; nothing more will be asked."""
    book = {q: UNKNOWN if v == "?" else chosen(*v.split()) for q, v in answers.items()}
    return card_of(shelf.packs[shelf.default], AnswerBook(book))


def card_of(compiled: Compiled, book: AnswerBook) -> Card:
    """The card as it is when the person is asked nothing more."""
    return replace(make_card(compiled, advise(compiled, book)), is_provisional=False)


def points(text: str) -> list[str]:
    """The lines about what to mind."""
    return [one for one in text.splitlines() if one.startswith(("Let op: ", "Moet van de wet: "))]


def test_two_points_stand_on_the_card_the_most_pressing_first(shelf: Shelf) -> None:
    """Anger and a promise that stands nowhere, though the law has its duties too."""
    text = advice_text(card(shelf, **OWN_PROJECT, spanning="boos", vastgelegd="niets"))
    first, second = points(text)
    assert first == "Let op: Mensen zijn boos."
    assert "\n1. Begin met kleine gesprekken aan de keukentafel.\n" in text
    assert "staat nog nergens" in second


def test_points_that_are_counted_and_not_shown_have_a_place(shelf: Shelf) -> None:
    """The button that leads to them is named; not where the advice itself shows them."""
    pack = shelf.packs[shelf.default].pack
    told = card(shelf, **OWN_PROJECT, spanning="boos", vastgelegd="niets")
    shown = tuple(point.id for point in told.points[:POINTS])
    hidden = tuple(point.id for point in told.points[POINTS:])
    assert hidden
    where = wording.SINCE_WHERE.format(papers=wording.BTN_PAPERS, note=wording.BTN_NOTE)
    first = Given("", datetime(2026, 11, 24, tzinfo=UTC), told.outcomes, shown)
    assert since(pack, told, first).endswith(where)
    assert where not in since(pack, told, replace(first, points=hidden))


def test_one_person_who_carries_it_stands_before_the_law(shelf: Shelf) -> None:
    """Whoever takes over a task alone."""
    text = advice_text(
        card(shelf, wie_begint="inwoners", inwoners_willen="taak", raakt_anderen="gehoord",
                dragen="nee", vastgelegd="raadsbesluit", spanning="rustig")
    )  # fmt: skip
    assert points(text)[0] == "Let op: Het initiatief hangt aan één of twee mensen."
    assert "1. Zoek samen een tweede trekker" in text
    assert points(text)[1].startswith("Moet van de wet: ")


def test_a_second_point_gives_way_to_the_promise(shelf: Shelf) -> None:
    """It stands there without the promise only where the promise would not fit in its place; a
    duty does not give way."""
    compiled = shelf.packs[shelf.default]
    for case in compiled.pack.cases:
        card = card_of(compiled, book_of_case(compiled.pack, case))
        text = advice_text(card)
        assert words(text) <= MAX_WORDS, case.id
        form = card.form
        gives_way = len(points(text)) == 2 and not card.points[1].duty
        if gives_way and form and not card.ask_first and form.promise not in text:
            promise = words(wording.SAY_IT.format(promise=form.promise))
            assert words(text) - words(points(text)[1]) + promise > MAX_WORDS, case.id


def test_a_first_advice_beside_another_track_fits(shelf: Shelf) -> None:
    """With every form that is still possible, the other track, and that not all was looked at."""
    book = AnswerBook({"wie_begint": chosen("derde"), "gemeente_beslist": chosen("grond")})
    compiled = shelf.packs[shelf.default]
    first = make_card(compiled, advise(compiled, book))
    text = advice_text(first)
    assert words(text) <= MAX_WORDS
    assert all(name in text for name in first.main.others)
    assert "Bij ‘het plan van de ander’ waarschijnlijk: project van een ander." in text
    assert "Nog niet bekeken: " in text


def test_when_nothing_that_matters_is_known_the_card_says_what_to_ask(shelf: Shelf) -> None:
    """No form and no promise: three questions, and whom to ask."""
    text = advice_text(card(shelf, wie_begint="gemeente", te_kiezen="?", spanning="boos"))
    assert text.startswith("**Kies nog geen vorm.**")
    asked = [line for line in text.splitlines() if line[:2] in ("1.", "2.", "3.")]
    assert len(asked) == 3
    assert all(" Vraag " in line for line in asked)
    assert "keukentafel" in text
    assert "Zo zeg je het" not in text


def test_how_it_was_decided_is_one_small_line_at_the_end(shelf: Shelf) -> None:
    """Behind "Waarom niet meer of minder?"; the sentences above hold no ids."""
    person = at_the_advice(shelf)
    person.tap("Waarom niet meer of minder?")
    *above, last = person.said[0].text.splitlines()
    assert last.startswith("Regels: ")
    assert " · pakket Passende samenwerking · versie " in last
    assert "_" not in "".join(above)
    assert "nog niets" not in "".join(above)


def test_an_answer_of_its_own_claims_no_source(shelf: Shelf) -> None:
    """No "eigen ervaring" under what happens with a person's data, or whether this is law."""
    pack = shelf.packs[shelf.default].pack
    own = [faq for faq in pack.faqs if not any(pack.source(id) for id in faq.sources)]
    assert {"bot_privacy", "bot_juridisch"} <= {faq.id for faq in own}
    assert not any("Bron:" in faq_text(pack, faq, DAY) for faq in own)


def why_not_with_numbers(shelf: Shelf, id: str, value: int) -> str:
    """What a pack tells of its other forms when every number was answered with this one."""
    numbers = [one.id for one in shelf.packs[id].pack.questions if one.kind == "number"]
    answers = {one: number(Fraction(value), Fraction(value)) for one in numbers}
    person = Person(shelf)
    person.do(Started(id))
    person.tap("Advies voor mijn project")
    assert person.state.project is not None
    project = replace(person.state.project, book=AnswerBook(answers), order=tuple(answers))
    person.state = person.state.with_project(project).focused(focus.Advice())
    person.do(Said("/advies"))
    person.tap("Waarom niet meer of minder?")
    return person.said[0].text


def test_a_number_is_quoted_as_it_was_given(shelf: Shelf) -> None:
    """What keeps another form out is told with the person's own number."""
    kinds = {id: {one.kind for one in shelf.packs[id].pack.questions} for id in shelf.packs}
    told = [why_not_with_numbers(shelf, id, 7) for id in kinds if "number" in kinds[id]]
    assert any("zei je: 7" in text for text in told)
    assert not any("zei je: 0" in text for text in told)


def test_rules_with_one_form_invent_no_other() -> None:
    """No head over an empty list, and nothing that would come after."""
    one = Form("melden", "meld het", "melden", kind="first", fallback="anders",
               fallback_when="after")  # fmt: skip
    rules = Decision("vorm", Table((), otherwise="melden"), ("melden", "anders"))
    answer = (Option("ja", "Ja"), Option("nee", "Nee"))
    question = Question("a", "A?", "yesno", options=answer, always=True)
    other = Form("anders", "doe iets anders", "anders")
    pack = Pack("een", "Een", "0" * 12, (question,), (rules,), (Advice("vorm"),),
                forms=(one, other))  # fmt: skip
    person = Person(Shelf({"een": compile_pack(pack)}, "een"))
    person.tap("Advies voor mijn project")
    text = person.tap("Ja").text
    assert "Daarna misschien" not in text
    person.tap("Waarom niet meer of minder?")
    (told,) = person.said
    assert told.text.startswith(wording.NO_OTHER_FORM)
    assert wording.WHAT_IF_HEAD not in told.text


@pytest.mark.parametrize("answer", [UNKNOWN, SKIPPED])
def test_who_skips_the_question_or_does_not_know_has_named_no_empty_chair(
    shelf: Shelf, answer: Answer
) -> None:
    """‘Overgeslagen’ sits at no table; who was named is told."""
    told = AnswerBook({q: chosen(v) for q, v in OWN_PROJECT.items()} | {"wie_mist": answer})
    assert card_of(shelf.packs[shelf.default], told).empty_chairs == ()
    assert len(card(shelf, **OWN_PROJECT | {"wie_mist": "jongeren"}).empty_chairs) == 1
