"""An answer that shows a difference, as who compares reads it."""

from __future__ import annotations

from bot.rules.model.questions.kind import ExampleAnswer
from bot.rules.model.questions.registry import choices, kind_of, measure_of
from bot.words.phrases import small


def answer_text(answer: ExampleAnswer) -> tuple[str, str]:
    """The question in a few words, and the answer."""
    question = answer.question
    if answer.span is not None:
        return question.name, measure_of(question).span_told(question, answer.span)
    labels = {option.id: option.label for option in choices(question)}
    chosen = _in_a_row([labels[value] for value in answer.values], not kind_of(question).is_set)
    without = "; ".join(small(labels[value]) for value in answer.without)
    said = [chosen, f"niet: {without}" if without else ""]
    return question.name, ", en ".join(filter(None, said))


def _in_a_row(labels: list[str], one_of_them: bool) -> str:
    """Labels that may hold a comma themselves, within one sentence."""
    told = [*labels[:1], *map(small, labels[1:])]
    return f"{'; '.join(told[:-1])}; of {told[-1]}" if one_of_them and told[1:] else "; ".join(told)
