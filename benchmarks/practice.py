"""How often the advice is what a municipality really did: documented cases, answered blind.

Usage: python -m benchmarks.practice UITKOMSTEN.yml [--lezer ANTWOORDEN.yml] [--pakket MAP]
       [--opening] [-v] [--rijen]

``UITKOMSTEN.yml`` holds under ``cases`` per case ``id``, ``toetsset``, ``trede`` (what was done, on
the common ladder) and ``ook_aanvaardbaar``. The answers in ``benchmarks/praktijk/`` were given by
two readers who saw only a description and the questions, and were committed before the outcomes
were opened. What is printed, per reader and for both:

- right: the likeliest advice is the documented form, or one in ``ook_aanvaardbaar``;
- near: at most one rung off (faciliteren and loslaten are one apart, and so are
  coproduceren/meebeslissen and faciliteren);
- possible: a right form is among the forms that are still possible;
- certain: right, among the cases in which one form is left.

An advice that is no form (``eerst_ruimte``) counts as the form that it falls back on, and on the
set ``tegen`` as right. The same is printed for two constant answers.

Leave one out: the range of "right" without each case in turn; and for every row and prior of the
pack, how many cases come out right or wrong by it. One that makes a single case right and was
written for it would be a fit to that case: those are named.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from bot.advice.advice import TrackAdvice, advise
from bot.packs.answers import book_of_set, read_answers
from bot.packs.load import load_pack
from bot.rules.ask import OPENING
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.explain import why
from bot.rules.model.book import cell_answers, split_key
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.score import Score
from bot.rules.model.decisions.table import Table
from bot.rules.model.pack import Pack
from bot.rules.query import applies, possible

PACK = Path("knowledge/passende-samenwerking")
READERS = Path("benchmarks/praktijk/eerste")
DAY = date(2026, 11, 24)
LADDER = ("informeren", "raadplegen", "adviseren", "coproduceren", "meebeslissen")
RESIDENTS = ("faciliteren", "loslaten")
CONSTANTS = ("raadplegen", "adviseren")
SETS = ("kern", "ruim")
_Z = 1.96
"""Standard deviations to either side of the middle that hold 95 %."""
SHORT = "te_kort"
"""Cases whose description is too short to test on: only for comparison."""


@dataclass(frozen=True)
class Documented:
    """What was done, and what would have been fine as well."""

    id: str
    group: str
    rung: str
    fine: tuple[str, ...]


@dataclass(frozen=True)
class Advised:
    """What the pack says: the outcome, its rung, the rungs still possible, and the rows.

    ``has_others_track``: beside it runs a track of another party, which stands on no rung.
    """

    outcome: str
    rung: str
    possible: frozenset[str]
    rows: tuple[str, ...]
    has_others_track: bool = False

    @property
    def certain(self) -> bool:
        """Whether one rung is left."""
        return len(self.possible) == 1


def distance(first: str, second: str) -> int:
    """How many rungs lie between two forms; 9 where they cannot be compared."""
    if first == second:
        return 0
    pair = {first, second}
    if pair == set(RESIDENTS) or pair in (
        {"coproduceren", "faciliteren"},
        {"meebeslissen", "faciliteren"},
    ):
        return 1
    if first in LADDER and second in LADDER:
        return abs(LADDER.index(first) - LADDER.index(second))
    return 9


def documented(path: Path) -> dict[str, Documented]:
    """The documented outcomes by case."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    return {case["id"]: _documented(case) for case in raw["cases"]}


def _documented(case: Mapping[str, Any]) -> Documented:
    """One case; the project of another party stands on no rung.

    Of a case that was judged afterwards (``toets: kritiek``) what would have fitted by the source
    counts, and not what was done.
    """
    rungs = (case["trede"], *(case.get("ook_aanvaardbaar") or ()))
    if case.get("toets") == "kritiek":
        rungs = tuple(case["kritiek"]["trede_volgens_bron"])
    done, *fine = ("geen" if rung == "rol_derde" else str(rung) for rung in rungs)
    return Documented(case["id"], case["toetsset"], done, tuple(fine))


def rung_of(compiled: Compiled, outcome: str) -> str:
    """The rung of an outcome; of one that is no form, the rung of what it falls back on."""
    advice = compiled.pack.advices[0]
    form = compiled.pack.form(outcome)
    if form is not None and form.kind == "first" and form.fallback:
        return rung_of(compiled, form.fallback)
    return advice.rungs.get(outcome, "geen")


def advised(compiled: Compiled, given: Any) -> Advised:
    """What the pack says about one case, in its main cell."""
    book = book_of_set(compiled.pack, given)
    advice = advise(compiled, book)
    cell = advice.main.cell
    answers = cell_answers(compiled.pack, book, cell)
    decision = compiled.pack.advices[0].decision
    left = possible(compiled, answers, decision)
    return Advised(
        str(left[0].outcome),
        rung_of(compiled, str(left[0].outcome)),
        frozenset(rung_of(compiled, str(one.outcome)) for one in left),
        tuple(f"{r.decision}.{r.row}" for r in why(compiled, answers, decision) if r.row),
        any(_is_anothers(track) for track in advice.tracks),
    )


def _is_anothers(track: TrackAdvice) -> bool:
    """Whether a track is one of another party: there, and with a role for the municipality."""
    return track.is_there and track.said.form is not None and track.said.form.kind == "role"


def is_right(rung: str, case: Documented) -> bool:
    """Whether a rung is what was done, or also fine."""
    return rung in (case.rung, *case.fine)


def fits(said: Advised, case: Documented) -> bool:
    """Whether an advice is right: its form, or the other party's track where that was told."""
    return is_right(said.rung, case) or (said.has_others_track and is_right("geen", case))


def share(hits: Iterable[bool]) -> str:
    """``31 of 55 (56.4 %, 43.3 to 68.6)``: with the interval of 95 % by Wilson (1927)."""
    each = list(hits)
    if not each:
        return "0 of 0"
    n, part = len(each), sum(each) / len(each)
    middle = (part + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * sqrt(part * (1 - part) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    low, high = 100 * (middle - half), 100 * (middle + half)
    return f"{sum(each)} of {n} ({100 * part:.1f} %, {low:.1f} to {high:.1f})"


def is_possible(said: Advised, case: Documented) -> bool:
    """Whether a right form is among those that are still possible."""
    return fits(said, case) or any(is_right(rung, case) for rung in said.possible)


def near(rung: str, case: Documented) -> bool:
    """Whether a rung is at most one off from something right."""
    return min(distance(rung, one) for one in (case.rung, *case.fine)) <= 1


def report(name: str, cases: Sequence[Documented], said: Mapping[str, Advised]) -> None:
    """The four shares for one reader, per set and together."""
    for label, group in (*((one, (one,)) for one in (*SETS, SHORT)), ("kern + ruim", SETS)):
        mine = [case for case in cases if case.group in group]
        sure = [case for case in mine if said[case.id].certain]
        print(f"{name}, {label}:")
        print(f"  right    {share(fits(said[c.id], c) for c in mine)}")
        print(f"  near     {share(fits(said[c.id], c) or near(said[c.id].rung, c) for c in mine)}")
        print(f"  possible {share(is_possible(said[c.id], c) for c in mine)}")
        print(f"  certain  {share(fits(said[c.id], c) for c in sure)}")


def constants(cases: Sequence[Documented]) -> None:
    """What always the same answer scores."""
    mine = [case for case in cases if case.group in SETS]
    for rung in CONSTANTS:
        right, close = (share(test(rung, c) for c in mine) for test in (is_right, near))
        print(f"always {rung}: right {right}, near {close}")


def against(cases: Sequence[Documented], said: Mapping[str, Advised]) -> None:
    """The cases in which the form was too low, in the eyes of those concerned."""
    for case in cases:
        if case.group == "tegen":
            now = said[case.id]
            higher = now.rung in LADDER and LADDER.index(now.rung) > LADDER.index(case.rung)
            verdict = "higher" if higher or now.outcome == "eerst_ruimte" else "NOT higher"
            print(f"against: {case.id}: done {case.rung}, advised {now.outcome}: {verdict}")


def leave_one_out(cases: Sequence[Documented], said: Mapping[str, Advised]) -> None:
    """How far one case moves the result, and the rows that decide in one case only."""
    mine = [case for case in cases if case.group in SETS]
    hits = {case.id: fits(said[case.id], case) for case in mine}
    without = [(sum(hits.values()) - hit) / (len(hits) - 1) for hit in hits.values()]
    print(f"leave one out: right between {100 * min(without):.1f} and {100 * max(without):.1f} %")


def without_each(pack: Pack) -> Iterator[tuple[str, str, Pack]]:
    """The decision and the rule, and the pack without it: of each prior, row, shift and item. A
    matrix needs all of its cells."""
    for prior in pack.priors:
        yield "", prior.id, replace(pack, priors=tuple(p for p in pack.priors if p is not prior))
    for decision in pack.decisions:
        for rule, changed in _less(decision):
            decisions = tuple(changed if d is decision else d for d in pack.decisions)
            yield decision.id, rule, replace(pack, decisions=decisions)


def _less(decision: Decision) -> Iterator[tuple[str, Decision]]:
    logic = decision.logic
    if isinstance(logic, Table):
        for row in logic.rows:
            rows = tuple(one for one in logic.rows if one is not row)
            yield row.id, replace(decision, logic=replace(logic, rows=rows))
    if isinstance(logic, Adjustment):
        for shift in logic.shifts:
            shifts = tuple(one for one in logic.shifts if one is not shift)
            yield shift.id, replace(decision, logic=replace(logic, shifts=shifts))
    if isinstance(logic, Score):
        for place, rule in enumerate(decision.logic.rules[: len(logic.items)]):
            items = (*logic.items[:place], *logic.items[place + 1 :])
            yield rule.id, replace(decision, logic=replace(logic, items=items))


def lean_on(
    pack: Pack, cases: Sequence[Documented], given: Mapping[str, Any], said: Mapping[str, Advised]
) -> None:
    """What each row and prior does to the number of right cases."""
    mine = [case for case in cases if case.group in SETS]
    print("without a row or prior, cases lost and won:")
    for decision, rule, other in without_each(pack):
        compiled = compile_pack(other, DAY)
        lost, won = [], []
        for case in mine:
            before = fits(said[case.id], case)
            after = fits(advised(compiled, given[case.id]), case)
            if before != after:
                (lost if before else won).append(case.id)
        if lost or won:
            only = "  <- one case" if len(lost) == 1 and not won else ""
            print(f"  {decision}.{rule}: -{len(lost)} +{len(won)}{only}")


def agreement(first: Mapping[str, Any], second: Mapping[str, Any]) -> None:
    """How far two readers gave the same answers, and kappa of their advices' rungs."""
    pairs: dict[str, list[bool]] = {}
    for id in first.keys() & second.keys():
        left, right = first[id].answers, second[id].answers
        for key in left.keys() & right.keys():
            pairs.setdefault(key.partition("@")[0], []).append(left[key] == right[key])
    for key, same in sorted(pairs.items()):
        print(f"  same answer, {key}: {share(same)}")
    print(f"  same answer, all: {share([one for same in pairs.values() for one in same])}")


def kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Cohen's kappa of two codings of the same cases."""
    n = len(first)
    same = sum(a == b for a, b in zip(first, second, strict=True)) / n
    one, two = Counter(first), Counter(second)
    chance = sum(one[k] * two[k] for k in one) / n**2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def disagreements(cases: Sequence[Documented], said: Mapping[str, Advised]) -> None:
    """Every case in which the advice was not what was done."""
    for case in cases:
        now = said[case.id]
        if case.group in SETS and not fits(now, case):
            fine = f" (fine: {', '.join(case.fine)})" if case.fine else ""
            rest = ", ".join(sorted(now.possible))
            print(f"  {case.id} [{case.group}]: done {case.rung}{fine}; advised {now.outcome}")
            print(f"      possible: {rest}; rows: {', '.join(now.rows)}")


def _opening_only(compiled: Compiled, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that a case has when the first advice is given."""
    return {id: _opened(compiled, one) for id, one in answers.items()}


def _opened(compiled: Compiled, given: Any) -> Any:
    book = book_of_set(compiled.pack, given)
    told = {split_key(key)[0] for key in given.answers}
    cells = [cell_answers(compiled.pack, book, cell) for cell in book.cells]
    asked = (name for name in compiled.pack.opening if name in told)
    counting = [n for n in asked if any(applies(compiled, cell, n) != "no" for cell in cells)]
    first = set(counting[:OPENING])
    return replace(
        given, answers={k: v for k, v in given.answers.items() if split_key(k)[0] in first}
    )


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(description="Documented cases against the advice")
    parser.add_argument("uitkomsten", type=Path)
    parser.add_argument("--lezer", type=Path, action="append", help="default: both readers")
    parser.add_argument("-v", action="store_true", help="every disagreement")
    parser.add_argument("--rijen", action="store_true", help="what each row does (slow)")
    parser.add_argument("--pakket", type=Path, default=PACK, help="another pack's folder")
    parser.add_argument("--opening", action="store_true", help="only what is asked first")
    given = parser.parse_args()
    files = given.lezer or sorted(READERS.glob("lezer_*.yml"))
    outcomes = documented(given.uitkomsten)
    compiled = compile_pack(load_pack(given.pakket, search=(PACK.parent,)), DAY)
    read = {file.stem: {one.id: one for one in read_answers(file)} for file in files}
    if given.opening:
        read = {name: _opening_only(compiled, answers) for name, answers in read.items()}
    said = {name: {id: advised(compiled, one) for id, one in a.items()} for name, a in read.items()}
    cases = [outcomes[id] for id in next(iter(said.values())) if id in outcomes]
    constants(cases)
    for name, mine in said.items():
        report(name, cases, mine)
        against(cases, mine)
        leave_one_out(cases, mine)
        if given.v:
            disagreements(cases, mine)
        if given.rijen:
            lean_on(compiled.pack, cases, read[name], mine)
    if len(files) == 2:
        first, second = read.values()
        print("agreement between the readers:")
        agreement(first, second)
        one, two = ([mine[case.id].rung for case in cases] for mine in said.values())
        same = share(a == b for a, b in zip(one, two, strict=True))
        print(f"  same advice: {same}; kappa {kappa(one, two):.2f}")


if __name__ == "__main__":
    main()
