"""What would have to be otherwise for another advice, in the words of the pack."""

from __future__ import annotations

from bot.advice import wording
from bot.rules.explain import Change
from bot.rules.model.answers import chosen
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import answer_told, topic
from bot.words.phrases import small


def change_text(pack: Pack, change: Change) -> str:
    """What would have to be otherwise, within a sentence; what is only assumed is told when nothing
    else would have to change."""
    told = []
    for id in change.changes or change.assumed:
        question, answer = pack.question(id), change.answers[id]
        if not kind_of(question).is_set and len(answer.values) > 1:  # one example says enough
            first = next(o.id for o in question.options if o.id in answer.values)
            answer = chosen(first)
        text = _measured(question, change) or answer_told(question, answer)
        told.append(small(text).rstrip("."))
    return " en ".join(told)


def _measured(question: Question, change: Change) -> str:
    """What is measured and would have to be otherwise, as a range; empty for other questions."""
    name = (change.changes.get(question.id) or change.assumed.get(question.id) or ("",))[0]
    span = kind_of(question).name_told(question, name) if name else ""
    return wording.MEASURED_IS.format(name=topic(question), span=span) if span else ""
