"""The cards: everything of a pack stands on one, and what does not fit goes on with the next."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.packs.load import load_pack
from bot.rules.model.questions.question import Question
from bot.settings import ROOT
from bot.workbench.kaarten.cards import (
    HEIGHT,
    LETTERS,
    Block,
    Card,
    cards_of,
    fit,
    height,
    write_cards,
)

DAY = date(2026, 11, 24)
PACK = load_pack(ROOT / "tests" / "packs" / "voorbeeld")


def texts(card: Card) -> list[str]:
    """Everything that stands on a card."""
    return [block.text for block in (*card.front, *card.foot)]


def test_there_is_a_card_for_each_question_and_form_and_one_to_begin_with() -> None:
    """In the order of the pack; the first says which version it is."""
    first, *rest = cards_of(PACK, DAY)
    assert PACK.version in texts(first)[-1]
    strips = [card.strip for card in rest]
    assert strips[: len(PACK.questions)] == [f"Vraag {i} van 6" for i in range(1, 7)]
    assert strips[len(PACK.questions) :] == [f"Vorm {i} van 4" for i in range(1, 5)]


def test_a_card_holds_the_question_its_answers_and_who_knows() -> None:
    """Also when it is asked, why, and room for who finds it out."""
    card = next(c for c in cards_of(PACK, DAY) if "Past het in het omgevingsplan?" in texts(c))
    told = texts(card)
    assert {"Ja", "Nee", "Kies er één", "de jurist", "Vraag de jurist."} <= set(told)
    assert any(text.startswith("Alleen als: minstens één hiervan") for text in told)
    assert any("Wie zoekt het uit?" in text for text in told)


def test_a_number_has_a_line_to_write_on_and_several_answers_say_so() -> None:
    """The ways to answer differ."""
    told = [text for card in cards_of(PACK, DAY) for text in texts(card)]
    assert any(re.fullmatch(r"…+ huizen|…+ huishoudens", text) for text in told)
    assert "Kies wat er past; het mogen er meer zijn" in told


def test_letters_are_as_large_as_fits() -> None:
    """Little text is large, much is small; each fits."""
    short, long = Block("kop", "Kort?"), Block("klein", "Een hele lange uitleg. " * 50)
    sizes = {fit(Card("V", (short, *[long] * count)))[0][1] for count in (0, 1, 2)}
    assert "groot" in sizes
    assert len(sizes) > 1
    for count in (0, 1):
        ((card, size),) = fit(Card("V", (short, *[long] * count)))
        assert height((*card.front, *card.foot), LETTERS[size]) <= HEIGHT


def test_what_does_not_fit_goes_on_with_another_card() -> None:
    """Nothing is lost, a head stays with what stands under it, each piece fits."""
    blocks: tuple[Block, ...] = ()
    for number in range(30):
        blocks += (Block("label", f"Kop {number}"), Block("tekst", "Tekst. " * 20))
    pieces = fit(Card("Vraag 1 van 1", blocks))
    assert [block for card, _ in pieces for block in card.front] == list(blocks)
    assert len(pieces) > 1
    assert [card.strip for card, _ in pieces][1:] == ["Vraag 1 van 1, vervolg"] * (len(pieces) - 1)
    for card, size in pieces:
        assert height(card.front, LETTERS[size]) <= HEIGHT
        assert card.front[-1].kind != "label"


def test_the_page_of_a_card_is_a6_or_a_quarter_of_a4() -> None:
    """One element per card; texts are no markup."""
    nasty = Question("q", "<b>Wat?</b>", kind="yesno")
    pack = replace(PACK, questions=(nasty, *PACK.questions))
    page = write_cards(pack, DAY)
    assert page.count("<article") == 1 + 7 + 4
    assert "&lt;b&gt;Wat?" in page
    assert "@page{size:105mm 148mm" in page
    assert "size:A4" not in page
    assert "size:A4" in write_cards(pack, DAY, four_on_a_sheet=True)
