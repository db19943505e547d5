"""What each question and each row adds to what an advice shows; what adds nothing could go.

Usage: python -m benchmarks.adds [--pakket MAP] [--rijen]

Per question, over the worked cases of the pack and every reading of the documented ones: in how
many its answer changes the form (or which forms are left), a duty, a warning, the order of
informing, or the steps; beside the first answers alone, and as the last of all answers. And in
which share of all combinations another answer to it alone gives another form or another duty.

Per row, shift, item and prior (``--rijen``, some minutes): the same, of the pack without it, over
whole cases and over each set of first answers that stands in one (of a prior also with what it
weighs not known). Per point of attention: in how many cases it is told, and in which share of all
combinations it holds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import ne
from pathlib import Path

from benchmarks.practice import DAY, PACK, without_each
from bot.advice.advice import said_form
from bot.packs.answers import book_of_case, book_of_set, read_answers
from bot.packs.load import load_pack
from bot.rules.compare.together import Together, put_together
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.diagram.residual import residual
from bot.rules.explain import why
from bot.rules.model.answers import UNKNOWN
from bot.rules.model.book import AnswerBook, cell_answers, split_key
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import kind_of
from bot.rules.prove.space import Space
from bot.rules.query import concern_status, possible

READINGS = Path("benchmarks/praktijk")
KINDS = ("form", "left", "reason", "duty", "warning", "order", "steps", "beside")
Shown = Mapping[str, Hashable]


def shown(compiled: Compiled, book: AnswerBook) -> Shown:
    """What an advice shows, by kind; ``left``: the forms that are still possible; ``reason``: what
    the deciding rules say; ``beside``: what the decisions say that a pack shows with it."""
    pack = compiled.pack
    views = {cell: cell_answers(pack, book, cell) for cell in book.cells}
    likely = [
        (cell, possible(compiled, view, advice.decision))
        for cell, view in views.items()
        for advice in pack.advices
    ]
    told = {
        point.id
        for point in pack.points
        if any(concern_status(compiled, view, point.id) == "holds" for view in views.values())
    }
    duties = {concern.id for concern in pack.concerns if concern.duty}
    orders = {one.id for one in pack.informing}
    decisions = [advice.decision for advice in pack.advices]
    why_so = [
        (row.decision, row.why)
        for view in views.values()
        for decision in decisions
        for row in why(compiled, view, decision)
        if row.certain and row.decision in decisions
    ]
    said = [
        said_form(compiled, book, cell, pack.form(str(every[0].outcome)), None)
        for cell, every in likely
    ]
    return {
        "form": tuple(every[0].outcome for _, every in likely),
        "left": tuple(frozenset(one.outcome for one in every) for _, every in likely),
        "reason": tuple(why_so),
        "duty": frozenset(told & duties),
        "warning": frozenset(told - duties - orders),
        "order": frozenset(told & orders),
        "steps": tuple(form.first_steps if form else () for form in said),
        "beside": tuple(
            possible(compiled, view, decision)[0].outcome
            for view in views.values()
            for decision in pack.beside
        ),
    }


def differences(before: Shown, after: Shown) -> Iterator[str]:
    """The kinds of what is shown that are not the same."""
    return (kind for kind in KINDS if before[kind] != after[kind])


def books(pack: Pack) -> list[AnswerBook]:
    """The answers of every worked case, and of every reading of a documented one."""
    worked = [book_of_case(pack, case, DAY) for case in pack.cases]
    files = sorted(READINGS.glob("*/lezer_*.yml"))
    return worked + [book_of_set(pack, one) for file in files for one in read_answers(file)]


# --- questions ------------------------------------------------------------------------------


def only(book: AnswerBook, names: Iterable[str]) -> AnswerBook:
    """The answers to these questions, of whichever piece."""
    kept = frozenset(names)
    return book.without(key for key in book.answers if split_key(key)[0] not in kept)


def of_questions(compiled: Compiled, cases: Sequence[AnswerBook]) -> None:
    """A line for each question."""
    pack, space = compiled.pack, Space(compiled)
    first: dict[str, Counter[str]] = {question.id: Counter() for question in pack.questions}
    last: dict[str, Counter[str]] = {question.id: Counter() for question in pack.questions}
    answered: Counter[str] = Counter()
    for book in cases:
        opening, whole = shown(compiled, only(book, pack.opening)), shown(compiled, book)
        names = {split_key(key)[0] for key in book.answers}
        for name in names:
            answered[name] += 1
            others = set(pack.opening) - {name}
            base = opening if name not in pack.opening else shown(compiled, only(book, others))
            beside = shown(compiled, only(book, (*others, name)))
            first[name].update(differences(base, beside))
            last[name].update(differences(shown(compiled, only(book, names - {name})), whole))
    print(f"questions, over {len(cases)} sets of answers: beside the first answers | as the last")
    for question in pack.questions:
        if kind_of(question).is_piece:
            continue
        form, duty = (
            _share(space.count(_depends(compiled, question.id, roots)), space.total)
            for roots in (compiled.targets, _duties(compiled))
        )
        print(
            f"  {question.id} ({answered[question.id]}): {_told(first[question.id])} |"
            f" {_told(last[question.id])} | space: form {form}, duty {duty}"
        )


def _duties(compiled: Compiled) -> list[Node]:
    names = [concern.id for concern in compiled.pack.concerns if concern.duty]
    return [compiled.concerns[name] for name in names if name in compiled.concerns]


def _depends(compiled: Compiled, name: str, roots: Iterable[Node]) -> Node:
    """Where one variable of a question with another value gives another outcome."""
    diagram, found = compiled.diagram, compiled.diagram.false
    for root in roots:
        for level in compiled.variables.of[name]:
            values = range(len(compiled.variables.all[level].values))
            each = [diagram.fixed(root, level, value) for value in values]
            found = reduce(
                diagram.either, (diagram.apply(ne, each[0], one) for one in each[1:]), found
            )
    return found


# --- rows -----------------------------------------------------------------------------------


def of_rows(compiled: Compiled, cases: Sequence[AnswerBook]) -> None:
    """A line for each row, and the names of those that add nothing at all; the cases also with
    their first answers alone."""
    first: list[AnswerBook] = []
    for book in cases:
        opening = only(book, compiled.pack.opening)
        first += [] if opening in first else [opening]
    cases = (*cases, *first)
    whole, idle = [shown(compiled, book) for book in cases], []
    print(f"rows, without which something else is shown in so many of {len(cases)} sets")
    weighed = {prior.id: prior.question for prior in compiled.pack.priors}
    for decision, rule, other in without_each(compiled.pack):
        name = f"{decision}.{rule}" if decision else rule
        less, told = compile_pack(other, DAY), Counter[str]()
        for book in cases if rule in weighed and not decision else ():
            open = book.with_answer(weighed[rule], UNKNOWN)
            told.update(differences(shown(compiled, open), shown(less, open)))
        for book, before in zip(cases, whole, strict=True):
            if _may_fire(compiled, book, decision, rule):
                told.update(differences(before, shown(less, book)))
        both = put_together(compiled.pack, other, DAY)
        shares = [_share(both.count(where), both.total) for where in _elsewhere(both)]
        if not told and set(shares) == {"0"}:
            idle.append(name)
        print(f"  {name}: {_told(told)} | space: form {shares[0]}, point {shares[1]}", flush=True)
    print(f"rows that add nothing: {', '.join(idle) or 'none'}")


def _may_fire(compiled: Compiled, book: AnswerBook, decision: str, rule: str) -> bool:
    """Whether a rule may hold for some piece; what is no rule of a diagram may always."""
    node = compiled.fires[decision].get(rule) if decision else None
    views = (cell_answers(compiled.pack, book, cell) for cell in book.cells)
    return node is None or any(residual(compiled, v).truth(node) is not False for v in views)


def _elsewhere(both: Together) -> Iterator[Node]:
    """Where two packs give another form, and where another point of attention."""
    old, new, diagram = both.before, both.after, both.diagram
    yield _differ(diagram, both.domain, zip(old.targets, new.targets, strict=True))
    points = [(node, new.concerns[name]) for name, node in old.concerns.items()]
    yield _differ(diagram, both.domain, points)


def _differ(diagram: Diagram, domain: Node, pairs: Iterable[tuple[Node, Node]]) -> Node:
    each = (diagram.apply(ne, one, other) for one, other in pairs)
    return diagram.both(domain, reduce(diagram.either, each, diagram.false))


def of_points(compiled: Compiled, cases: Sequence[AnswerBook]) -> None:
    """A line for each point of attention that few cases tell."""
    told, space = Counter[str](), Space(compiled)
    for book in cases:
        now = shown(compiled, book)
        for kind in ("duty", "warning", "order"):
            told.update(now[kind])  # type: ignore[arg-type]
    print("points of attention: in how many sets, and in which share of the space")
    for point in compiled.pack.points:
        if point.id in compiled.concerns:
            share = _share(space.count(compiled.concerns[point.id]), space.total)
            print(f"  {point.id}: {told[point.id]} | space {share}")


def _told(found: Counter[str]) -> str:
    return ", ".join(f"{kind} {found[kind]}" for kind in KINDS if found[kind]) or "nothing"


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %" if count else "0"


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(description="What questions and rows add")
    parser.add_argument("--pakket", type=Path, default=PACK, help="another pack's folder")
    parser.add_argument("--rijen", action="store_true", help="also each row (slow)")
    given = parser.parse_args()
    compiled = compile_pack(load_pack(given.pakket, search=(PACK.parent,)), DAY)
    cases = books(compiled.pack)
    of_questions(compiled, cases)
    of_points(compiled, cases)
    if given.rijen:
        of_rows(compiled, cases)


if __name__ == "__main__":
    main()
