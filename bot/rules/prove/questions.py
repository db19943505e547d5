"""Proves the questions of a pack: which are never asked, and which answers never matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.rules.diagram.compile import Compiled
from bot.rules.diagram.diagram import Node
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.rules.prove.findings import OPTION_IDLE, QUESTION_IDLE, QUESTION_NEVER, Finding
from bot.rules.prove.space import Space


def prove_questions(compiled: Compiled, space: Space) -> Iterator[Finding]:
    """Everything to say about questions, their answers, and the ways to divide a project."""
    nodes = _deciding(compiled, space)
    levels = {compiled.diagram.level[node] for node in nodes}
    for division in compiled.pack.divisions:
        if not space.can_hold(compiled.divisions[division.id]):
            yield Finding(QUESTION_NEVER, "fout", (division.id,))
    for question in compiled.pack.questions:
        own = {
            level
            for name, indexes in compiled.variables.of.items()
            if question.id in (name, *compiled.asked_for(name))
            for level in indexes
        }
        if not space.can_hold(compiled.applies[question.id]):
            yield Finding(QUESTION_NEVER, "fout", (question.id,))
        elif not levels & own:
            yield Finding(QUESTION_IDLE, "fout", (question.id,))
        elif kind_of(question).is_piece:
            continue  # its pieces are there to be looked at apart, whatever the rules say of them
        elif kind_of(question).is_set:
            yield from _idle_options(compiled, question, levels)
        elif choices(question):
            yield from _same_options(compiled, question, nodes)


def _deciding(compiled: Compiled, space: Space) -> list[Node]:
    """Every node on which an advice, what stands beside it, a point of attention or a division
    rests. A question that only decides whether an idle question is asked is idle too."""
    roots = (
        *compiled.targets, *compiled.serious, *compiled.deeper, *compiled.divisions.values(),
    )  # fmt: skip
    return compiled.diagram.reachable(*(space.tidy(root) for root in dict.fromkeys(roots)))


def _idle_options(compiled: Compiled, question: Question, levels: set[int]) -> Iterator[Finding]:
    """Of a multiple choice, the options that make no difference, chosen or not.

    One that goes alone says that there is nothing to choose: it differs from no answer in words.
    """
    for option, level in zip(question.options, compiled.variables.of[question.id], strict=True):
        if level not in levels and not option.alone:
            yield Finding(OPTION_IDLE, "let op", (f"{question.id}.{option.id}",))


def _same_options(
    compiled: Compiled, question: Question, nodes: Iterable[Node]
) -> Iterator[Finding]:
    """Answers between which nothing makes a difference: a hint, people may know them apart."""
    (level,) = compiled.variables.of[question.id]
    diagram, values = compiled.diagram, compiled.variables.all[level].values
    tests = [diagram.children[node] for node in nodes if diagram.level[node] == level]
    alike: dict[tuple[Node, ...], list[str]] = {}
    for index, value in enumerate(values):
        alike.setdefault(tuple(test[index] for test in tests), []).append(value)
    for same in alike.values():
        if len(same) > 1:
            yield Finding(OPTION_IDLE, "tip", tuple(f"{question.id}.{value}" for value in same))
