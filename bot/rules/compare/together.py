"""Two packs compiled into one diagram, on the answers that both know.

``bot.rules.diagram.combinations`` says what a combination is: here an answer to every question of
either pack, and a number counts once for every span that the rules of one of the two tell apart. A
question that one pack lacks is no part of its rules, and counts with all of its answers. An option
that one pack lacks is no answer there, so no combination holds it. A number lies within the bounds
of both. A question whose kind changed, or that kept none of its options, counts as two questions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from bot.rules.diagram import combinations
from bot.rules.diagram.compile import BUDGET, Compiled, compile_onto
from bot.rules.diagram.diagram import Diagram, Node
from bot.rules.model.ids import OptionId, QuestionId
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.model.questions.variable import Variable
from bot.rules.model.variables import Variables, cuts_of, question_order


class OneSided(NamedTuple):
    """What stands in one of the packs only."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class Differences:
    """Where the questions of two packs differ, as far as it matters to what is counted."""

    questions: OneSided
    options: Mapping[QuestionId, OneSided]
    bounds: tuple[QuestionId, ...]
    replaced: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Two packs on one table of nodes. ``domain``: where the answers go together."""

    before: Compiled
    after: Compiled
    diagram: Diagram
    variables: tuple[Variable, ...]
    questions: Mapping[int, Question]
    domain: Node
    differences: Differences

    @property
    def total(self) -> int:
        """How many combinations there are."""
        return self.count(self.domain)

    def count(self, root: Node) -> int:
        """How many combinations make a yes/no function true."""
        return self.counts(root).get(True, 0)

    def counts(self, root: Node) -> dict[Hashable, int]:
        """Per value of a function, how many combinations give it."""
        return combinations.counts(self.diagram, root, self.variables)


def put_together(
    before: Pack, after: Pack, on: date | None = None, *, budget: int = 2 * BUDGET
) -> Together:
    """Compile two packs into one diagram. Raises TooComplex, as ``compile_pack`` does."""
    shared, differences = _shared(before, after)
    cuts = cuts_of(before)
    for name, places in cuts_of(after).items():
        cuts[name] = cuts.get(name, set()) | places
    everything: list[Variable] = []
    asked: list[tuple[Question, tuple[int, ...]]] = []
    questions: dict[int, Question] = {}
    of: tuple[dict[QuestionId, tuple[int, ...]], ...] = ({}, {})
    for question, sides in _in_order(before, after, shared):
        new = kind_of(question).variables(question, cuts.get(question.id, ()), on)
        indexes = tuple(range(len(everything), len(everything) + len(new)))
        everything += [replace(variable, weights=(1,) * len(variable.values)) for variable in new]
        questions.update(dict.fromkeys(indexes, question))
        asked.append((question, indexes))
        for side in sides:
            of[side][question.id] = indexes
    diagram, variables = Diagram(budget), tuple(everything)
    first, second = (
        compile_onto(diagram, Variables(variables, of[side]), _aligned(pack, shared), on)
        for side, pack in enumerate((before, after))
    )
    domain = combinations.domain(diagram, variables, asked)
    return Together(first, second, diagram, variables, questions, domain, differences)


def _shared(before: Pack, after: Pack) -> tuple[dict[QuestionId, Question], Differences]:
    """The questions that both packs have, as both know them; and where the two differ."""
    old = {question.id: question for question in before.questions}
    new = {question.id: question for question in after.questions}
    shared = {name: common(old[name], new[name]) for name in old if name in new}
    options = {name: _one_sided(_ids(old[name]), _ids(new[name])) for name in shared}
    differences = Differences(
        questions=_one_sided(tuple(old), tuple(new)),
        options={
            name: differing for name, differing in options.items() if differing and shared[name]
        },
        bounds=tuple(
            name
            for name, question in shared.items()
            if question
            and (old[name].minimum, old[name].maximum) != (new[name].minimum, new[name].maximum)
        ),
        replaced=tuple(name for name, question in shared.items() if question is None),
    )
    return {name: question for name, question in shared.items() if question}, differences


def _one_sided(before: tuple[str, ...], after: tuple[str, ...]) -> OneSided:
    return OneSided(
        tuple(name for name in before if name not in after),
        tuple(name for name in after if name not in before),
    )


def _ids(question: Question) -> tuple[OptionId, ...]:
    return tuple(option.id for option in choices(question))


def common(before: Question, after: Question) -> Question | None:
    """The question with the answers that both versions know; None when there are none."""
    if kind_of(before).family != kind_of(after).family:
        return None
    return kind_of(after).common(before, after)


def _in_order(
    before: Pack, after: Pack, shared: Mapping[QuestionId, Question]
) -> Iterator[tuple[Question, tuple[int, ...]]]:
    """Every question once, with the packs it is of; the new ones after what they came after."""
    old, new = question_order(before), question_order(after)
    following: dict[QuestionId | None, list[Question]] = {}
    last: QuestionId | None = None
    known = {question.id for question in old}
    for question in new:
        if question.id not in shared:
            following.setdefault(last, []).append(question)
        if question.id in known:
            last = question.id
    yield from ((question, (1,)) for question in following.get(None, ()))
    for question in old:
        if question.id in shared:
            yield shared[question.id], (0, 1)
        else:
            yield question, (0,)
        yield from ((other, (1,)) for other in following.get(question.id, ()))


def _aligned(pack: Pack, shared: Mapping[QuestionId, Question]) -> Pack:
    """The pack with the numbers within the bounds of both."""
    aligned = [
        replace(question, minimum=shared[question.id].minimum, maximum=shared[question.id].maximum)
        if question.id in shared
        else question
        for question in pack.questions
    ]
    return replace(pack, questions=tuple(aligned))
