"""What is proved about small packs, one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from benchmarks.prove import harder
from bot.rules.diagram.compile import compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.model.conditions import AllOf, Contains, Is
from bot.rules.model.content import Form, KnownFlaw
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import NO_RULE
from bot.rules.model.pack import Advice, Concern, Division, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.prove.findings import (
    CASE_DIFFERS,
    FORM_NEVER,
    NO_ADVICE,
    QUESTION_IDLE,
    QUESTION_NEVER,
    ROW_HIDDEN,
    ROW_NEVER,
    TWO_ADVICES,
    Finding,
    covers,
    gone,
)
from bot.rules.prove.proof import prove

A, B, C = (Option(id, id.upper()) for id in "abc")
ORDER = ("laag", "midden", "hoog")


def made(*decisions: Decision, **more: object) -> Pack:
    """A pack with the choice ``v`` (a, b, c) and the yes/no ``w``; the last decision advises."""
    questions = (
        Question("v", "v?", options=(A, B, C)),
        Question("w", "w?", "yesno", options=(Option("ja", "Ja"), Option("nee", "Nee"))),
    )
    parts = {"questions": questions, "advices": (Advice(decisions[-1].id),), **more}
    return Pack("p", "P", "0" * 12, decisions=decisions, **parts)  # type: ignore[arg-type]


def found(pack: Pack, on: date | None = None) -> dict[tuple[str, tuple[str, ...]], Finding]:
    """The findings by kind and subject."""
    findings = prove(compile_pack(pack, on)).findings
    return {(finding.kind, finding.about): finding for finding in findings}


def is_(name: str, *values: str) -> Is:
    return Is(name, frozenset(values))


def test_a_sound_pack_has_no_finding() -> None:
    """Every answer leads somewhere, and everything counts."""
    rows = (
        Row("r1", is_("v", "a"), "laag"),
        Row("r2", AllOf((is_("v", "b"), is_("w", "ja"))), "midden"),
    )
    assert found(made(Decision("d", Table(rows, otherwise="hoog"), ORDER))) == {}


def test_two_rows_that_hide_a_third_together() -> None:
    """No row alone hides it; a row that has no part in it is not named."""
    rows = (
        Row("niet", AllOf((is_("v", "c"), is_("w", "ja"))), "laag"),
        Row("ja", is_("w", "ja"), "laag"),
        Row("nee", AllOf((is_("w", "nee"), is_("v", "a", "b"))), "midden"),
        Row("laat", is_("v", "a"), "hoog"),
    )
    finding = found(made(Decision("d", Table(rows, otherwise="hoog"), ORDER)))[
        ROW_HIDDEN, ("d.laat",)
    ]
    assert finding.others == ("d.ja", "d.nee")
    assert finding.example == {"v": "a"}


def test_no_advice_is_counted_and_shown_with_what_matters() -> None:
    """Of six combinations one has no advice."""
    rows = (Row("r1", is_("v", "a", "b"), "laag"), Row("r2", is_("w", "ja"), "midden"))
    table = Decision("d", Table(rows), ORDER[:2])
    finding = found(made(table))[NO_ADVICE, ("d",)]
    assert (finding.count, finding.example) == (1, {"v": "c", "w": "nee"})


def test_what_the_pack_says_of_no_rule_is_no_finding() -> None:
    """A decision without an outcome is an error, unless a rule says what follows from it."""
    below = Decision("onder", Table((Row("o", is_("v", "a"), "laag"),)), ("laag",))
    silent = Row("r", is_("onder", "laag"), "laag")
    says = Row("s", is_("onder", NO_RULE), "midden")
    advice = Decision("d", Table((silent,), otherwise="hoog"), ("laag", "hoog"))
    assert found(made(below, advice))[NO_ADVICE, ("onder",)].count == 4
    minded = Decision("d", Table((silent, says), otherwise="hoog"), ORDER)
    assert (NO_ADVICE, ("onder",)) not in found(made(below, minded))


def test_a_fallback_is_reached_through_its_form() -> None:
    """``eerst`` falls back on ``laag``: that is reached although no row says so."""
    table = Decision("d", Table((), otherwise="eerst"), ("laag", "eerst"))
    forms = (Form("eerst", "e", "e", "first", fallback="laag"), Form("laag", "l", "l"))
    assert (FORM_NEVER, ("laag",)) not in found(made(table, forms=forms))
    assert (FORM_NEVER, ("laag",)) in found(made(table))


def test_only_rows_of_the_day_count() -> None:
    """A row that hides another until the end of the year does so no longer in the next."""
    old = Row("oud", is_("v", "a"), "laag", valid_to=date(2026, 12, 31))
    new = Row("nieuw", is_("v", "a"), "midden")
    pack = made(Decision("d", Table((old, new), otherwise="hoog"), ORDER))
    assert (ROW_HIDDEN, ("d.nieuw",)) in found(pack, date(2026, 12, 31))
    assert (ROW_HIDDEN, ("d.nieuw",)) not in found(pack, date(2027, 1, 1))
    assert (FORM_NEVER, ("laag",)) in found(pack, date(2027, 1, 1))


def test_an_answer_that_goes_alone_never_meets_another() -> None:
    """A row that asks for both can never hold."""
    question = Question("m", "m?", "multi", options=(replace(A, alone=True), B))
    both = Contains("m", frozenset("ab"), at_least=2)
    table = Decision("d", Table((Row("r", both, "laag"),), otherwise="hoog"), ("laag", "hoog"))
    known = found(made(table, questions=(question,)))
    assert (ROW_NEVER, ("d.r",)) in known
    assert (QUESTION_IDLE, ("m",)) in known
    assert prove(compile_pack(made(table, questions=(question,)))).combinations == 3


def test_a_question_and_a_division_that_never_apply() -> None:
    """``alleen_als`` can not hold: two answers at once."""
    never = AllOf((is_("v", "a"), is_("v", "b")))
    pack = made(
        Decision("d", Table((Row("r", is_("v", "a"), "laag"),), otherwise="hoog"), ORDER[::2]),
        questions=(
            Question("v", "v?", options=(A, B, C)),
            Question("x", "x?", options=(A, B), applies_if=never),
        ),
        divisions=(Division("groep", "g?", (A, B), applies_if=never),),
    )
    assert {(QUESTION_NEVER, ("x",)), (QUESTION_NEVER, ("groep",))} <= set(found(pack))


def test_shifts_points_and_cells() -> None:
    """A shift that never moves anything, an item that never counts, a cell that never comes up."""
    grid = Matrix("v", "w", {v: dict.fromkeys(("ja", "nee"), "hoog") for v in "abc"})
    base = Decision("kaart", grid, ORDER, ordered=True)
    shift = Adjustment("kaart", (Shift("op", is_("w", "ja"), 1), Shift("af", is_("v", "a"), -1)))
    score = Score(
        (Item("v", {"a": Fraction(1)}), Item(when=is_("punten2", "laag"), points=Fraction(1))),
        (Band(None, "laag"), Band(Fraction(1), "hoog")),
    )
    always = Decision("punten2", Table((), otherwise="hoog"), ("hoog",))
    pack = made(
        base,
        Decision("hoger", shift, ORDER),
        always,
        Decision("punten", score, ("laag", "hoog")),
        advices=(Advice("hoger"), Advice("punten")),
    )
    known = found(pack)
    assert (ROW_HIDDEN, ("hoger.op",)) in known
    assert (ROW_HIDDEN, ("hoger.af",)) not in known
    assert (ROW_NEVER, ("punten.1",)) in known
    assert (FORM_NEVER, ("kaart.laag",)) in known


def test_a_concern_that_never_holds() -> None:
    """A point of attention is a row like any other."""
    concern = Concern("let_op", AllOf((is_("v", "a"), is_("v", "b"))), "Let op.")
    table = Decision("d", Table((Row("r", is_("v", "a"), "laag"),), otherwise="hoog"), ORDER[::2])
    assert (ROW_NEVER, ("let_op",)) in found(made(table, concerns=(concern,)))


def test_a_proof_that_does_not_fit_says_so() -> None:
    """More nodes than allowed: TooComplex, and no half a proof."""
    with pytest.raises(TooComplex):
        prove(compile_pack(harder(10, 3)), budget=1)


# --- known flaws ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "known"),
    [
        (("niveau.r1",), True),
        (("niveau",), True),
        (("niveau.r2",), False),
        (("niveau.r2", "niveau.r1"), True),
    ],
)
def test_a_known_flaw_covers_what_it_names(named: tuple[str, ...], known: bool) -> None:
    """A row by its own name or by that of its decision; of another kind it says nothing."""
    flaw = KnownFlaw(ROW_NEVER, named, "Zo staat het in de bron.")
    assert covers(flaw, Finding(ROW_NEVER, "fout", ("niveau.r1",))) is known
    assert not covers(flaw, Finding(ROW_HIDDEN, "fout", ("niveau.r1",)))


def test_a_known_flaw_covers_two_rows_only_when_it_names_both() -> None:
    """Of two rows that hold at once, naming one is not enough."""
    finding = Finding(TWO_ADVICES, "fout", ("n.r1", "n.r2"))
    assert covers(KnownFlaw(TWO_ADVICES, ("n.r1", "n.r2"), ""), finding)
    assert not covers(KnownFlaw(TWO_ADVICES, ("n.r1",), ""), finding)


def test_a_flaw_that_was_mended_is_named() -> None:
    """What a flaw names and no finding is about any more."""
    flaw = KnownFlaw(CASE_DIFFERS, ("riool", "speeltuin"), "")
    assert gone(flaw, [Finding(CASE_DIFFERS, "fout", ("riool",))]) == ("speeltuin",)
    assert gone(flaw, []) == ("riool", "speeltuin")
