"""Parts and groups as what a rule looks at: the piece itself gives the value, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bot.advice.explain import kept_out
from bot.packs.errors import PackError
from bot.packs.load import load_pack
from bot.rules.ask import next_ask
from bot.rules.compare.compare import compare
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.evaluate import evaluate
from bot.rules.explain import counterfactuals, sufficient
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import WHOLE, AnswerBook, Cell, cell_answers
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import UNDIVIDED
from bot.rules.model.pack import Pack
from bot.rules.prove.proof import prove
from bot.rules.query import applies, can_differ, concern_status, possible
from bot.words.conditions import Words
from bot.words.names import sentence

FOLDER = Path(__file__).resolve().parents[2] / "packs" / "flat"
OPEN = {"van_wie": chosen("gemeente"), "ruimte": chosen("veel"), "contact": chosen("ja")}
CELLS = [
    Cell(part, group)
    for part in (None, "sloop", "nieuwbouw", "beheer")
    for group in (None, "huurders", "buren", "winkels", "personeel", "rest")
]


@pytest.fixture(scope="module")
def flat() -> Pack:
    """A pack about a flat that is torn down."""
    return load_pack(FOLDER)


@pytest.fixture(scope="module")
def compiled(flat: Pack) -> Compiled:
    """That pack, compiled."""
    return compile_pack(flat)


def outcome(compiled: Compiled, answers: dict[str, Answer], cell: Cell = WHOLE) -> set[str]:
    """The outcomes that are left for one piece."""
    view = cell_answers(compiled.pack, AnswerBook(answers), cell)
    return {str(likely.outcome) for likely in possible(compiled, view, "vorm")}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (WHOLE, "vragen"),
        (Cell(group="huurders"), "samen"),
        (Cell(group="buren"), "vragen"),
        (Cell("beheer", "buren"), "samen"),
        (Cell("beheer", "personeel"), "vragen"),
        (Cell("sloop", "buren"), "vragen"),
    ],
)
def test_the_piece_at_hand_gives_the_value(compiled: Compiled, cell: Cell, expected: str) -> None:
    assert outcome(compiled, OPEN, cell) == {expected}


def test_a_project_that_is_not_divided_is_none_of_the_pieces(compiled: Compiled) -> None:
    assert concern_status(compiled, {}, "ap_huurders") == "not"
    assert concern_status(compiled, {}, "ap_bericht") == "holds"  # not the tenants
    assert applies(compiled, {"van_wie": chosen("gemeente")}, "contact") == "yes"


def test_a_question_is_for_some_pieces_only(compiled: Compiled) -> None:
    known = AnswerBook({"van_wie": chosen("gemeente")})
    rest = cell_answers(compiled.pack, known, Cell(group="rest"))
    assert applies(compiled, rest, "contact") == "no"


def test_a_piece_that_the_pack_no_longer_has_is_none_of_the_pieces(compiled: Compiled) -> None:
    assert outcome(compiled, OPEN, Cell(group="hotels")) == outcome(compiled, OPEN)


def test_the_diagram_says_of_every_piece_what_the_rules_say(compiled: Compiled) -> None:
    for cell, whose, room, talked in product(
        CELLS, ("gemeente", "ander"), ("niets", "veel"), ("ja", "nee")
    ):
        values = {"van_wie": whose, "ruimte": room, "contact": talked}
        view = cell_answers(
            compiled.pack, AnswerBook({name: chosen(v) for name, v in values.items()}), cell
        )
        pieces = {"onderdeel": cell.part or UNDIVIDED, "groep": cell.group or UNDIVIDED}
        ours = evaluate(compiled.pack, {**values, **pieces})
        assert {one.outcome for one in possible(compiled, view, "vorm")} == {ours.outcomes["vorm"]}
        holding = {id for id in compiled.concerns if concern_status(compiled, view, id) == "holds"}
        assert holding == ours.concerns


def test_values_without_a_piece_are_those_of_the_whole(flat: Pack) -> None:
    values = {"van_wie": "gemeente", "ruimte": "veel", "contact": "ja"}
    whole = evaluate(flat, {**values, "groep": UNDIVIDED, "onderdeel": UNDIVIDED})
    assert evaluate(flat, values).outcomes == whole.outcomes


@pytest.mark.parametrize("groups", [(), ("huurders", "rest"), ("buren",)])
def test_nobody_is_asked_which_piece_it_is(compiled: Compiled, groups: tuple[str, ...]) -> None:
    book, asked = AnswerBook(groups=groups), []
    while ask := next_ask(compiled, book):
        asked.append(ask.question)
        options = compiled.questions[ask.question].options
        book = book.with_answer(ask.question, chosen(options[-1].id))
    assert asked
    assert not {"groep", "onderdeel"} & set(asked)


def test_another_piece_is_nothing_to_change(compiled: Compiled) -> None:
    book = AnswerBook(OPEN, groups=("huurders",))
    view = cell_answers(compiled.pack, book, Cell(group="huurders"))
    changes = counterfactuals(compiled, view, "vorm")
    assert [change.outcome for change in changes] == ["vertellen"]
    assert all("groep" not in change.answers for change in changes)
    assert "groep" in sufficient(compiled, view, "vorm").questions
    (asked, told) = kept_out(compiled, book, ("vragen", "vertellen"))
    assert (asked.question, told.question) == ("", "Wat er nog anders kan")


def test_a_reason_tells_whom_it_is_about(compiled: Compiled) -> None:
    tenants = cell_answers(compiled.pack, AnswerBook(OPEN), Cell(group="huurders"))
    whole = cell_answers(compiled.pack, AnswerBook(OPEN), WHOLE)
    question = compiled.questions["groep"]
    assert sentence(question, tenants["groep"]) == "Dit gaat over de huurders."
    assert sentence(question, whole["groep"]) == ""
    when = compiled.questions["contact"].applies_if
    assert Words(compiled.pack).lines(when)[0] == "De groep: niet ‘Alle anderen’"


def test_a_pack_with_pieces_is_proved_and_compared(flat: Pack, compiled: Compiled) -> None:
    proof = prove(compile_pack(flat))
    assert proof.combinations == 4 * 6 * 2 * 2 * 2
    assert proof.findings == ()
    table = flat.decision("vorm")
    assert isinstance(table.logic, Table)
    without = replace(table.logic, rows=table.logic.rows[2:])
    changed = replace(flat, decisions=(replace(table, logic=without), *flat.decisions[1:]))
    advice = compare(flat, changed).advices[0]
    told = {(one.question.id, one.values) for each in advice.examples for one in each.answers}
    assert ("groep", ("huurders",)) in told


def test_groups_differ_as_long_as_a_rule_or_a_duty_tells_them_apart(flat: Pack) -> None:
    mild = replace(flat, concerns=tuple(replace(one, duty=False) for one in flat.concerns))
    fixed = {"ruimte": chosen("niets")}
    assert can_differ(compile_pack(flat), {}, "groep")
    assert can_differ(compile_pack(flat), fixed, "groep")
    assert can_differ(compile_pack(mild), {}, "groep")
    assert not can_differ(compile_pack(mild), fixed, "groep")
    assert not can_differ(compile_pack(flat), fixed, "onderdeel")


def test_only_what_a_rule_looks_at_is_added(flat: Pack, tmp_path: Path) -> None:
    assert [question.id for question in flat.questions][:2] == ["onderdeel", "groep"]
    text = (FOLDER / "pakket.yml").read_text("utf-8")
    without = text.replace("onderdeel: beheer, groep: [buren, winkels]", "groep: [buren, winkels]")
    (tmp_path / "pakket.yml").write_text(without, "utf-8")
    assert [question.id for question in load_pack(tmp_path).questions][:1] == ["groep"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{groep: huurders}", "{groep: huurder}", "Bedoelde je ‘huurders’"),
        ("{groep: huurders}", "{groep: niet_verdeeld}", "groep"),
        ("{groep: huurders}", "{groep: nvt}", "groep"),
        ("id: van_wie", "id: groep", "ook de id van een indeling"),
    ],
)
def test_what_is_no_piece_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (FOLDER / "pakket.yml").read_text("utf-8")
    assert old in text
    (tmp_path / "pakket.yml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(PackError, match=told):
        load_pack(tmp_path)
