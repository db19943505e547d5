"""The card: one value in words, that the chat, the note and the doors for machines all render."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from bot.advice.advice import advise
from bot.advice.card import Card
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.packs.answers import book_of_case
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook, Cell, cell_answers
from bot.rules.query import possible
from bot.words.phrases import capital, small
from tests.advice.conftest import Advise
from tests.advice.test_note import WEIGHED
from tests.shelf import DAY
from tests.shelf import compiled as compiled_pack

NUMBERS, GAPS = "ambacht_groen", "berg_en_dal"
PARTS = {"wie_begint": "gemeente", "te_kiezen@of": "niets", "te_kiezen@hoe": "paar",
         "bestuur": "weegt", "nodig": "beeld", "gevolgen": "hinder"}  # fmt: skip


def card_of(compiled: Compiled, book: AnswerBook) -> Card:
    """The card of these answers."""
    return make_card(compiled, advise(compiled, book))


@pytest.fixture(scope="module")
def cards(compiled: Compiled) -> Mapping[str, Card]:
    """The card of every worked case of the default pack, by its id."""
    pack = compiled.pack
    return {case.id: card_of(compiled, book_of_case(pack, case)) for case in pack.cases}


@pytest.fixture(scope="module")
def in_parts(compiled: Compiled) -> Card:
    """The card of a project of which one part is fixed and another open."""
    answers = {key: chosen(value) for key, value in PARTS.items()}
    return card_of(compiled, AnswerBook(answers, parts=("of", "hoe")))


def texts(value: Any) -> Iterator[str]:
    """Every text on a card."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


def test_a_card_holds_no_markup(cards: Mapping[str, Card]) -> None:
    """No bold, no bullets, no headings, no lines of its own: that is for who renders it."""
    for id, card in cards.items():
        assert not [text for text in texts(card) if "**" in text or "\n" in text], id
        assert not [text for text in texts(card) if text.startswith(("- ", "• ", "#"))], id


def test_the_note_tells_what_stands_on_the_card(cards: Mapping[str, Card]) -> None:
    """Every reason, point, step, answer and source, in its words."""
    for id, card in cards.items():
        note = write_note(card, "straat", DAY)
        told = [point.text for point in card.points] + [source.title for source in card.sources]
        if not card.ask_first:
            told += [*card.reasons, *card.steps, *(form.name for form in [card.form] if form)]
        assert all(text in note or small(text) in note for text in told), id
        assert all(capital(ask.name.rstrip("?.")) in note for ask in card.homework), id


def test_what_no_channel_shows_yet_stands_on_the_card(cards: Mapping[str, Card]) -> None:
    """Methods with their legal side, who gains and who pays, pitfalls, roles, other names, and
    what a simple tool would have said."""
    form = cards["riool_straat"].form
    assert form is not None
    assert all((form.methods, form.gains, form.pays, form.pitfalls, form.roles, form.also_called))
    assert any(method.legal for method in form.methods)
    assert all(case.simple_says for case in cards["riool_straat"].alike)
    assert {case.title for case in cards["riool_straat"].alike} >= {
        "Riool en herinrichting van een straat"
    }


def test_every_what_if_is_so_when_it_is_tried(
    compiled: Compiled, cards: Mapping[str, Card]
) -> None:
    """Its answers, kept in the project, give the outcome that it names."""
    decision = compiled.pack.advices[0].decision
    for case in compiled.pack.cases:
        book, card = book_of_case(compiled.pack, case), cards[case.id]
        main = next(cell for cell in book.cells if cell.name == card.main.cell)
        for what_if in card.what_ifs:
            tried = replace(book, answers={**book.answers, **what_if.answers})
            then = possible(compiled, cell_answers(compiled.pack, tried, main), decision)
            assert [one.outcome for one in then] == [what_if.outcome], (case.id, what_if.outcome)


def test_a_divided_project_has_a_piece_for_each_part(in_parts: Card) -> None:
    """In their order, each with its own forms; one of them stands first on the card."""
    whether, how = in_parts.pieces
    assert (whether.cell, whether.name) == (Cell("of").name, "Of het er komt")
    assert (how.cell, how.name) == ("hoe", "Hoe het wordt")
    assert in_parts.main is how
    assert (whether.certainty, how.certainty) == ("guess", "likely")
    assert (how.term, how.others) == ("raadplegen", ("adviseren",))
    assert how.possible[0].share + how.possible[1].share == pytest.approx(1)
    assert not in_parts.is_certain
    assert not in_parts.rest_is_fixed


def test_a_project_of_one_part_leaves_the_rest_fixed(compiled: Compiled) -> None:
    """That is told with the advice."""
    card = card_of(compiled, AnswerBook({"wie_begint": chosen("gemeente")}, parts=("hoe",)))
    assert card.rest_is_fixed
    assert card.main.part == "Hoe het wordt"


def test_a_duty_says_when_it_counts_and_where(compiled: Compiled, in_parts: Card) -> None:
    """Points of the law are marked; one of another piece names that piece; a day stays a day."""
    card = card_of(compiled, book_of_case(compiled.pack, compiled.pack.cases[0]))
    assert set(card.duties) == {point for point in card.points if point.duty}
    elsewhere = [point for point in in_parts.points if point.there]
    assert [point.there for point in elsewhere] == [("Of het er komt",)]
    concern = replace(compiled.pack.concerns[0], valid_from=DAY)
    advised = advise(compiled, AnswerBook())
    point = make_card(compiled, replace(advised, concerns=(concern,))).points[0]
    assert (point.valid_from, point.moment) == (DAY, concern.moment)


def test_a_choice_of_ones_own_stands_on_it(compiled: Compiled, advised: Advise) -> None:
    """With its reason; not when it is what is advised, nor for a form that is not there."""
    advice = advised(**WEIGHED)
    choice = make_card(compiled, advice, ("coproduceren", "De wethouder wil dit.")).choice
    assert choice is not None
    assert (choice.form.id, choice.reason) == ("coproduceren", "De wethouder wil dit.")
    assert make_card(compiled, advice, ("adviseren", "zo")).choice is None
    assert make_card(compiled, advice, ("weg", "zo")).choice is None


def test_what_one_may_do_next_depends_on_what_is_asked(compiled: Compiled, advised: Advise) -> None:
    """While questions are left, on with those; else an answer may be changed."""
    settled = make_card(compiled, advised(**WEIGHED))
    begun = make_card(compiled, advised(wie_begint="gemeente"))
    assert (settled.is_provisional, settled.actions[-1]) == (False, "change")
    assert (begun.is_provisional, begun.actions[-1]) == (True, "continue")
    assert ("chapter" in settled.actions) == bool(settled.chapters)


def test_rules_with_a_hole_say_why(compiled: Compiled) -> None:
    """Where no form fits, the flaw that is known of a published framework stands on the card."""
    pack = compiled_pack(GAPS).pack
    flaw = next(flaw for flaw in pack.known_flaws if flaw.kind == "geen_advies")
    book = AnswerBook({q.id: chosen(q.options[-1].id) for q in pack.questions if q.options})
    card = card_of(compiled_pack(GAPS), book)
    assert card.form is None
    assert card.gap == flaw.explanation
    assert card.main.term == "geen regel die past"
    assert card.rules.sentence.startswith("Dit zijn de regels van gemeente Berg en Dal.")
