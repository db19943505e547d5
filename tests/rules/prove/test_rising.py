"""What must run up: found exactly where trying every two answers finds it, and shown by example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.conditions import Between, Contains, Is
from bot.rules.model.content import KnownFlaw
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import NO_RULE
from bot.rules.model.pack import Advice, Pack
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.rising import Rising, heights
from bot.rules.prove.findings import RISES_NOT, Finding, covers
from bot.rules.prove.proof import prove
from tests.amounts import times
from tests.rules.packs import OUTCOMES, SEEDS, evaluated
from tests.rules.prove.test_prove import Everything, sly


def falls(compiled: Compiled) -> dict[str, Finding]:
    """What was found, by the id of what must run up."""
    findings = prove(compiled).findings
    return {one.about[0]: one for one in findings if one.kind == RISES_NOT}


# --- by brute force -------------------------------------------------------------------------


def make_rising(r: Random, pack: Pack) -> Rising:
    """Something that may or may not run up."""
    question = r.choice(pack.questions)
    single = [d for d in pack.decisions if d.id != "b2"]
    order: tuple[tuple[str, ...], ...] = ()
    if question.kind in ("choice", "yesno"):
        ids = r.sample(
            [option.id for option in question.options], r.randint(2, len(question.options))
        )
        order = tuple((id,) for id in ids)
        if len(ids) > 2 and r.getrandbits(1):
            order = ((ids[0], ids[1]), (ids[2],))
    direction = r.choice(("up", "down"))
    return Rising("s", question.id, r.choice(single).id, "Meer.", order, direction)  # type: ignore[arg-type]


def rising_pack(r: Random) -> Pack:
    """A generated pack with something that must run up; some outcomes can't be compared."""
    pack = sly(r)
    decisions = tuple(replace(d, ordered=r.randint(0, 3) > 0) for d in pack.decisions)
    rungs = dict(zip(OUTCOMES, r.sample(("informeren", "adviseren", "geen"), 3), strict=True))
    advices = tuple(replace(advice, rungs=rungs) for advice in pack.advices)
    pack = replace(pack, decisions=decisions, advices=advices)
    return replace(pack, rising=(make_rising(r, pack),))


RISING = SEEDS.map(lambda seed: rising_pack(Random(seed)))


def is_more(question: Question, rising: Rising, less: object, more: object) -> bool:
    """The definition: the second answer is more than the first."""
    if isinstance(less, Fraction) and isinstance(more, Fraction):
        return less < more
    if isinstance(less, frozenset) and isinstance(more, frozenset):
        alone = {option.id for option in question.options if option.alone}
        added = more - less
        return len(added) == 1 and not added & alone and (more > less or less in map(_only, alone))
    places = {value: at for at, values in enumerate(rising.order) for value in values}
    return less in places and more in places and places[less] < places[more]  # type: ignore[index]


def _only(value: str) -> frozenset[str]:
    return frozenset((value,))


def wrong_pairs(e: Everything) -> Iterator[tuple[dict[str, object], dict[str, object]]]:
    """Every two combinations that differ in this one answer, and go the wrong way."""
    (rising,) = e.pack.rising
    question = e.pack.question(rising.question)
    high = heights(e.pack, rising.decision)
    rest: dict[tuple[object, ...], list[tuple[dict[str, object], object]]] = {}
    for values, result in e.all:
        others = tuple(v for name, v in values.items() if name != question.id)
        rest.setdefault(others, []).append((dict(values), result.outcomes[rising.decision]))
    for same in rest.values():
        for less, before in same:
            for more, after in same:
                if before not in high or after not in high:
                    continue
                if not is_more(question, rising, less[question.id], more[question.id]):
                    continue
                down = high[str(after)] < high[str(before)]
                up = high[str(after)] > high[str(before)]
                if down if rising.direction == "up" else up:
                    yield less, more


@settings(max_examples=times(60, 3000), deadline=None)
@given(RISING)
def test_it_is_found_exactly_where_two_answers_go_the_wrong_way(pack: Pack) -> None:
    """Over all combinations, also where a question applies on one side only."""
    compiled = compile_pack(pack)
    assert bool(falls(compiled)) == any(True for _ in wrong_pairs(Everything(compiled)))


@settings(max_examples=times(60, 2000), deadline=None)
@given(RISING)
def test_the_example_shows_it_whatever_the_other_answers_are(pack: Pack) -> None:
    """Both sides give what is told, with the same other answers."""
    compiled = compile_pack(pack)
    (rising,) = pack.rising
    for finding in falls(compiled).values():
        assert finding.fall is not None
        assert finding.example is not None
        less, more = dict(finding.example), dict(finding.fall.more)
        assert is_more(
            pack.question(rising.question), rising, less[rising.question], more[rising.question]
        )
        assert less.keys() == more.keys()
        others = {name for name in less if less[name] == more[name]}
        assert less.keys() - others == {rising.question}
        e = Everything(compiled)
        for side, outcome in zip((less, more), finding.fall.outcomes, strict=True):
            agreeing = [v for v, _ in e.all if _fits(e, v, side)]
            assert agreeing
            assert {evaluated(pack, v).outcomes[rising.decision] for v in agreeing} == {outcome}


def _fits(e: Everything, values: dict[str, object], side: dict[str, object]) -> bool:
    return all(e.span(n, values[n]) == e.span(n, v) for n, v in side.items())  # type: ignore[arg-type]


# --- one thing at a time --------------------------------------------------------------------

PROMISE = Question("belofte", "Belofte?", options=tuple(Option(v, v) for v in ("n", "w", "v")))
OPEN = Question("open", "Open?", "yesno", options=(Option("ja", "Ja"), Option("nee", "Nee")))
HARM = Question(
    "hinder", "Hinder?", "multi",
    options=(Option("a", "A"), Option("b", "B"), Option("geen", "Geen", alone=True)),
)  # fmt: skip
MANY = Question("aantal", "Aantal?", "number", minimum=Fraction(0), maximum=Fraction(90))


def of(question: str, *rows: Row, order: tuple[tuple[str, ...], ...] = (), **more: object) -> Pack:
    """A pack of the four questions, with one table that must run up with one of them."""
    table = Table(rows, otherwise=more.pop("otherwise", "laag"))  # type: ignore[arg-type]
    parts = {"ordered": True, **more}
    decision = Decision("d", table, OUTCOMES, **parts)  # type: ignore[arg-type]
    rising = Rising("s", question, "d", "Meer.", order)
    return Pack("p", "P", "0" * 12, (PROMISE, OPEN, HARM, MANY), (decision,), (Advice("d"),),
                rising=(rising,))  # fmt: skip


def is_(name: str, *values: str) -> Is:
    return Is(name, frozenset(values))


UP = (("n",), ("w",), ("v",))
BETTER = (Row("r1", is_("belofte", "v"), "hoog"), Row("r2", is_("belofte", "w"), "midden"))
WORSE = (Row("r1", is_("belofte", "v"), "midden"), Row("r2", is_("belofte", "w"), "hoog"))


def test_a_choice_follows_the_order_that_the_pack_gives() -> None:
    """From w to v it falls; from the order without v nothing does."""
    assert not falls(compile_pack(of("belofte", *BETTER, order=UP)))
    finding = falls(compile_pack(of("belofte", *WORSE, order=UP)))["s"]
    assert finding.fall is not None
    assert (finding.example, finding.fall.more) == ({"belofte": "w"}, {"belofte": "v"})
    assert finding.fall.outcomes == ("hoog", "midden")
    assert finding.fall.rules == ("r2", "r1")
    assert (finding.level, finding.others) == ("fout", ("d.r2", "d.r1"))
    assert not falls(compile_pack(of("belofte", *WORSE, order=UP[:2])))


def test_equal_answers_are_not_compared() -> None:
    """What stands together in the order may differ."""
    assert not falls(compile_pack(of("belofte", *WORSE, order=(("n",), ("w", "v")))))


def test_answers_that_are_not_next_to_each_other_are_compared_too() -> None:
    """Between them lies an outcome that is not on the ladder."""
    rungs = {"laag": "informeren", "midden": "geen", "hoog": "adviseren"}
    rows = (Row("r1", is_("belofte", "n"), "hoog"), Row("r2", is_("belofte", "w"), "midden"))
    pack = of("belofte", *rows, order=UP, ordered=False)
    pack = replace(pack, advices=(Advice("d", rungs=rungs),))
    finding = falls(compile_pack(pack))["s"]
    assert finding.fall is not None
    assert finding.fall.outcomes == ("hoog", "laag")
    assert not falls(
        compile_pack(replace(pack, advices=(Advice("d", rungs=rungs | {"laag": "geen"}),)))
    )


def test_no_rule_is_not_compared() -> None:
    """Where no row holds there is nothing lower or higher."""
    pack = of("belofte", Row("r1", is_("belofte", "n"), "hoog"), order=UP, otherwise=None)
    assert NO_RULE in {pair for pair in compile_pack(pack).diagram.value if isinstance(pair, str)}
    assert not falls(compile_pack(pack))


def test_yes_is_more_than_no_unless_the_pack_says_otherwise() -> None:
    """No, then yes."""
    row = Row("r1", is_("open", "nee"), "hoog")
    assert falls(compile_pack(of("open", row)))
    assert not falls(compile_pack(of("open", row, order=(("ja",), ("nee",)))))


def test_every_added_tick_is_more_and_what_goes_alone_is_as_good_as_nothing() -> None:
    """Two ticks below one; and one tick below "none of these"."""
    both = Row("r1", Contains("hinder", frozenset("ab"), at_least=2), "midden")
    one = Row("r2", Contains("hinder", frozenset("ab")), "hoog")
    finding = falls(compile_pack(of("hinder", both, one)))["s"]
    assert finding.example in ({"hinder": frozenset("a")}, {"hinder": frozenset("b")})
    assert finding.fall is not None
    assert finding.fall.more == {"hinder": frozenset("ab")}
    none = Row("r3", Contains("hinder", frozenset(("geen",))), "hoog")
    assert falls(compile_pack(of("hinder", none)))["s"].example == {"hinder": frozenset(("geen",))}


def test_more_is_more_of_a_number() -> None:
    """Every span with every span above it."""
    low, high = (Row("r1", Between("aantal", *ends), "hoog") for ends in ((None, 5), (20, None)))  # type: ignore[arg-type]
    assert falls(compile_pack(of("aantal", low)))
    assert not falls(compile_pack(of("aantal", high)))


@pytest.mark.parametrize(("answer", "fell"), [("ja", False), ("nee", True)])
def test_a_question_that_comes_with_more_counts_with_every_answer(answer: str, fell: bool) -> None:
    """Only a better promise is asked on; one of the answers there gives less than before."""
    asked = replace(OPEN, applies_if=is_("belofte", "v"))
    rows = (Row("r0", is_("open", answer), "laag" if fell else "hoog"), *BETTER)
    pack = of("belofte", *rows, order=UP)
    pack = replace(pack, questions=(PROMISE, asked, HARM, MANY))
    found = falls(compile_pack(pack))
    assert bool(found) == fell
    if fell:
        assert found["s"].example == {"belofte": "w", "open": "nee"}


def test_a_known_flaw_may_name_it() -> None:
    """By the id of what must run up."""
    finding = falls(compile_pack(of("belofte", *WORSE, order=UP)))["s"]
    assert covers(KnownFlaw(RISES_NOT, ("s",), "De bron zegt het zo."), finding)
    assert not covers(KnownFlaw(RISES_NOT, ("t",), "De bron zegt het zo."), finding)
