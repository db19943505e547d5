"""When too little is known for any form: what to find out first, and from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from bot.advice import wording
from bot.advice.answer_lines import ToAsk
from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import Answer
from bot.rules.model.ids import QuestionId
from bot.rules.model.questions.question import Question
from bot.rules.query import Likely, chance_to_apply, settled_by

HALF = Fraction(1, 2)
"""Below this share the likeliest form is not likely: it is told as a guess."""
MOST = 3
WORTH = 0.05
"""What a question must settle to be worth asking first, in bits."""


def is_a_guess(likely: Sequence[Likely]) -> bool:
    """Whether even the likeliest outcome is less likely than not."""
    return likely[0].share < HALF


def first_call(asks: Iterable[ToAsk]) -> str:
    """How the questions to ask first are announced: the client goes first when asked anything."""
    client = any(wording.CLIENT in ask.whom for ask in asks)
    return wording.ASK_CLIENT_FIRST if client else wording.ASK_FIRST


def ask_first(
    compiled: Compiled, answers: Mapping[QuestionId, Answer], likely: Sequence[Likely]
) -> tuple[Question, ...]:
    """The questions that settle most, at most three, in the pack's order. None while the outcome
    is more than a guess, or the questions with which the pack opens are answered."""
    if not is_a_guess(likely):
        return ()
    gains = settled_by(compiled, answers)
    unknown = {id for id in gains if id not in answers or answers[id].status != "given"}
    if not unknown.intersection(compiled.pack.opening):
        return ()
    worth = [id for id in unknown if gains[id] >= WORTH]
    apply = [id for id in worth if chance_to_apply(compiled, answers, id) >= HALF]
    best = sorted(apply, key=lambda id: (-round(gains[id], 9), id))[:MOST]
    return tuple(question for question in compiled.pack.questions if question.id in best)
