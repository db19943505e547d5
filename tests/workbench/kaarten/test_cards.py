"""The cards: everything of a pack stands on one, and what does not fit goes on with the next."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.questions.question import Question
from bot.settings import ROOT
from bot.workbench.colours import form_colours
from bot.workbench.kaarten.cards import (
    HEIGHT,
    LETTERS,
    Block,
    Card,
    cards_of,
    fit,
    height,
    project_cards,
    rule_cards,
    size_for,
    write_cards,
)
from bot.workbench.kaarten.poster import empty_matrices, write_poster

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
    counting = [decision for decision in PACK.decisions if decision.logic.has_points]
    assert strips[:6] == [f"Vraag {i} van 6" for i in range(1, 7)]
    assert strips[6:-4] == ["Punten"] * len(counting)
    assert strips[-4:] == [f"Vorm {i} van 4" for i in range(1, 5)]


def test_a_card_holds_the_question_its_answers_and_who_knows() -> None:
    """Also when it is asked, why, and room for who finds it out."""
    card = next(c for c in cards_of(PACK, DAY) if "Past het in het omgevingsplan?" in texts(c))
    told = texts(card)
    assert {"Kies er één", "de jurist", "Vraag de jurist."} <= set(told)
    assert [text.partition(" (")[0] for text in told if text[:3] in ("Ja", "Ja ", "Nee")] == [
        "Ja",
        "Nee",
    ]
    assert any(text.startswith("Alleen als: minstens één hiervan") for text in told)
    assert any("Wie zoekt het uit?" in text for text in told)


def test_a_number_has_a_line_to_write_on_and_several_answers_say_so() -> None:
    """The ways to answer differ."""
    told = [text for card in cards_of(PACK, DAY) for text in texts(card)]
    assert any(re.fullmatch(r"…+ huizen|…+ huishoudens", text) for text in told)
    assert "Kies wat er past; het mogen er meer zijn" in told


def test_all_cards_have_letters_of_one_size() -> None:
    """The largest with which nine of ten fit; small ones when none do."""
    short, long = Block("kop", "Kort?"), Block("klein", "Een hele lange uitleg. " * 50)
    little, much = Card("V", (short,)), Card("V", (short, *[long] * 4))
    assert size_for([little] * 10) == size_for([*[little] * 9, much]) == "groot"
    fuller = Card("V", (short, *[long] * 2))
    assert not height(fuller.front, LETTERS["groot"]) <= HEIGHT
    assert size_for([*[little] * 8, *[fuller] * 2]) != "groot"
    assert size_for([much]) == "klein"
    page = write_cards(PACK, DAY)
    assert len(set(re.findall(r'class="kaart [^"]*?(groot|gewoon|klein|fijn)"', page))) == 1


def test_what_does_not_fit_goes_on_with_another_card() -> None:
    """Nothing is lost, a head stays with what stands under it, each piece fits."""
    blocks: tuple[Block, ...] = ()
    for number in range(30):
        blocks += (Block("label", f"Kop {number}"), Block("tekst", "Tekst. " * 20))
    pieces = fit(Card("Vraag 1 van 1", blocks), "klein")
    assert [block for card in pieces for block in card.front] == list(blocks)
    assert len(pieces) > 1
    assert [card.strip for card in pieces][1:] == ["Vraag 1 van 1, vervolg"] * (len(pieces) - 1)
    for card in pieces:
        assert height(card.front, LETTERS["klein"]) <= HEIGHT
        assert card.front[-1].kind != "label"


def test_points_stand_with_the_answers_and_their_limits_on_a_card() -> None:
    """Who has no computer counts along."""
    cards = list(cards_of(PACK, DAY))
    told = [text for card in cards for text in texts(card)]
    assert any(re.search(r"\(\d+ punt(en)?", text) for text in told)
    counting = [text for card in cards if card.strip == "Punten" for text in texts(card)]
    assert any(re.search(r": vanaf \d", text) for text in counting)


def test_a_form_has_one_colour_on_every_card_of_it() -> None:
    """Its own card and those of the rules that lead to it; other forms have another."""
    forms = {c.look for c in cards_of(PACK, DAY) if c.strip.startswith("Vorm")}
    assert len(forms) == 4
    colours = form_colours(PACK)
    for card in rule_cards(PACK):
        assert card.look in colours.values()
        assert "Dan" in texts(card)


def test_worked_cases_are_cards_and_what_the_pack_says_stands_apart() -> None:
    """Who plays does not see the outcome on the card."""
    *projects, outcomes = project_cards(PACK)
    assert [card.strip for card in projects] == [
        f"Project {i} van {len(PACK.cases)}" for i in range(1, len(PACK.cases) + 1)
    ]
    assert outcomes.strip == "Uitkomsten"
    assert len(texts(outcomes)) == 1 + len(PACK.cases)


def test_the_empty_matrix_has_its_heads_and_no_outcome() -> None:
    """Both sides and the forms are there; every square is empty."""
    compiled = compile_pack(PACK, DAY)
    ((_, sheet),) = matrices = empty_matrices(compiled)
    assert all(box.lines == () for row in sheet.rows for box in row.boxes[1:])
    assert all(row.boxes[0].lines for row in sheet.rows)
    assert "size:A3 landscape" in write_poster(compiled, matrices, DAY)


def test_the_page_of_a_card_is_a6_or_a_quarter_of_a4() -> None:
    """One element per card; texts are no markup."""
    nasty = Question("q", "<b>Wat?</b>", kind="yesno")
    pack = replace(PACK, questions=(nasty, *PACK.questions))
    page = write_cards(pack, DAY)
    assert page.count("<article") == 1 + 7 + 4 + sum(d.logic.has_points for d in PACK.decisions)
    assert "&lt;b&gt;Wat?" in page
    assert "@page{size:105mm 148mm" in page
    assert "size:A4" not in page
    assert "size:A4" in write_cards(pack, DAY, four_on_a_sheet=True)
