"""What is certain, open or ruled out, given the answers so far. Exact, never an approximation."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias, cast

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.diagram.residual import residual
from bot.rules.model.answers import UNKNOWN, Answer
from bot.rules.model.conditions import Condition
from bot.rules.model.ids import DecisionId, Outcome, QuestionId
from bot.rules.model.questions.registry import kind_of

Answers: TypeAlias = Mapping[QuestionId, Answer]
Applies = Literal["yes", "open", "no"]
Status = Literal["holds", "open", "not"]


@dataclass(frozen=True, slots=True)
class Likely:
    """An outcome that is still possible, and in which share of what is still possible."""

    outcome: Outcome | frozenset[Outcome]
    share: Fraction


def possible(compiled: Compiled, answers: Answers, decision: DecisionId) -> tuple[Likely, ...]:
    """Every outcome that is still possible, the likeliest first, then in the pack's order."""
    counts, whole = _weighed(compiled, answers, decision)
    order = {name: index for index, name in enumerate(compiled.decisions[decision].outcomes)}
    outcomes = [
        Likely(cast("Outcome | frozenset[Outcome]", outcome), Fraction(count, whole))
        for outcome, count in counts.items()
    ]
    return tuple(
        sorted(outcomes, key=lambda likely: (-likely.share, _place(order, likely.outcome)))
    )


def _weighed(
    compiled: Compiled, answers: Answers, decision: DecisionId
) -> tuple[Mapping[Hashable, Fraction | int], Fraction | int]:
    """Per outcome what its combinations weigh, with the priors of the pack; and all together."""
    left = residual(compiled, answers)
    if decision not in compiled.ranked:
        return left.counts(compiled.roots[decision])
    counts, _ = left.counts(compiled.ranked[decision])
    weighed: dict[Hashable, Fraction] = {}
    for pair, count in counts.items():
        outcome, weight = cast("tuple[Hashable, Fraction]", pair)
        weighed[outcome] = weighed.get(outcome, Fraction(0)) + count * weight
    return weighed, sum(weighed.values())


def _place(order: Mapping[str, int], outcome: Outcome | frozenset[Outcome]) -> tuple[int, str]:
    if isinstance(outcome, frozenset):
        return len(outcome), " ".join(sorted(outcome))
    return order.get(outcome, len(order)), outcome


def concern_status(compiled: Compiled, answers: Answers, concern: str) -> Status:
    """Whether a concern (or a place in the order of informing) holds; one that is not valid on the
    day does not."""
    if concern not in compiled.concerns:
        return "not"
    return _status(compiled, answers, compiled.concerns[concern])


def saying_status(compiled: Compiled, answers: Answers, condition: Condition) -> Status:
    """Whether the condition of a sentence of the pack holds."""
    return _status(compiled, answers, compiled.sayings[condition])


def _status(compiled: Compiled, answers: Answers, node: Node) -> Status:
    truth = residual(compiled, answers).truth(node)
    return "open" if truth is None else "holds" if truth else "not"


def applies(compiled: Compiled, answers: Answers, question: QuestionId) -> Applies:
    """Whether a question applies."""
    truth = residual(compiled, answers).truth(compiled.applies[question])
    return "open" if truth is None else "yes" if truth else "no"


def chance_to_apply(compiled: Compiled, answers: Answers, question: QuestionId) -> float:
    """How likely the question applies, from 0 to 1, by the weights of what is still open."""
    counts, total = residual(compiled, answers).counts(compiled.applies[question])
    return counts.get(True, 0) / total if total else 0.0


def division_applies(compiled: Compiled, answers: Answers, division: str) -> Applies:
    """Whether a way of dividing the project applies.

    What only its own questions can tell does not stand in its way: those are asked after it.
    """
    left, root = residual(compiled, answers), compiled.divisions[division]
    own = {question.id for question in compiled.pack.questions if question.per == division}
    truth = left.truth(root)
    if truth is None:
        return "yes" if left.questions(root) <= own else "open"
    return "yes" if truth else "no"


def can_differ(compiled: Compiled, answers: Answers, division: str) -> bool:
    """Whether the rules can give one piece of a division another advice, duty or serious point
    than the next; what is asked per piece does not count."""
    if division not in compiled.questions:
        return False
    left = residual(compiled, {**answers, division: UNKNOWN})
    must = (concern.id for concern in compiled.pack.concerns if concern.duty or concern.serious)
    roots = (
        *compiled.targets,
        *(compiled.concerns[name] for name in must if name in compiled.concerns),
    )
    return any(division in left.questions(root) for root in roots)


def to_find_out(compiled: Compiled, answers: Answers) -> tuple[QuestionId, ...]:
    """The open questions that certainly apply, the one that settles the advice most first."""
    left, gains = residual(compiled, answers), settled_by(compiled, answers)
    order = {question: index for index, question in enumerate(compiled.questions)}
    sure = (question for question in gains if left.truth(compiled.applies[question]))
    return tuple(sorted(sure, key=lambda id: (-round(gains[id], 9), order[id])))


def settled_by(compiled: Compiled, answers: Answers) -> dict[QuestionId, float]:
    """What each question that can still matter settles of the advice, in bits."""
    left = residual(compiled, answers)
    gains: dict[QuestionId, float] = {}
    for root in compiled.targets:
        for name, gain in left.gains(root).items():
            for question in _open_for(compiled, answers, name):
                gains[question] = gains.get(question, 0.0) + gain
    return gains


def _open_for(compiled: Compiled, answers: Answers, name: QuestionId) -> tuple[QuestionId, ...]:
    """The questions that would settle this one: itself, or what it follows from and is open."""
    asked = compiled.asked_for(name)
    if asked == (name,):
        return asked
    return tuple(source for source in asked if not _is_settled(compiled, answers, source))


def _is_settled(compiled: Compiled, answers: Answers, name: QuestionId) -> bool:
    answer = answers.get(name)
    if answer is None or answer.status != "given":
        return False
    return kind_of(compiled.questions[name]).is_settled(answer)
