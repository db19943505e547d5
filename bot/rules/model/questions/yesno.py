"""Yes or no."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from bot.rules.model.answers import Answer
from bot.rules.model.ids import NO, YES
from bot.rules.model.own_key import OwnKey
from bot.rules.model.questions import wording
from bot.rules.model.questions.choice import Choice
from bot.rules.model.questions.kind import More
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.variable import Variable

LABELS = {YES: "Ja", NO: "Nee"}


class YesNo(Choice):
    """A choice of two options that need no names."""

    name, word = "yesno", "janee"
    says_yes_or_no = True
    keys = (
        OwnKey("zin_ja", "", "text", wording.HELP_YES_SENTENCE),
        OwnKey("zin_nee", "", "text", wording.HELP_NO_SENTENCE),
        OwnKey("voorbeelden_ja", "", "texts", wording.HELP_SAYING_YES),
        OwnKey("voorbeelden_nee", "", "texts", wording.HELP_SAYING_NO),
        OwnKey("gewicht_ja", "", "weight", wording.HELP_YES_WEIGHT),
        OwnKey("gewicht_nee", "", "weight", wording.HELP_NO_WEIGHT),
        OwnKey("heette_ja", "", "names", wording.HELP_FORMERLY_YES),
        OwnKey("heette_nee", "", "names", wording.HELP_FORMERLY_NO),
    )
    values = (YES, NO)

    def options(self, item: Mapping[str, Any]) -> tuple[Option, ...] | None:
        """Yes and no, with the sentence, the examples and the weight that the pack gives each."""
        return tuple(
            Option(
                value,
                label,
                sentence=item.get(f"zin_{value}", "").strip(),
                examples=tuple(item.get(f"voorbeelden_{value}", ())),
                weight=Fraction(item.get(f"gewicht_{value}", 1)),
                formerly=_names(item.get(f"heette_{value}", ())),
            )
            for value, label in LABELS.items()
        )

    needs_order = False

    def steps(
        self, question: Question, variables: Sequence[Variable], order: Sequence[Collection[str]]
    ) -> Iterator[More]:
        """Yes is more, unless the order says otherwise."""
        return super().steps(question, variables, order or ((NO,), (YES,)))

    def sentence(self, question: Question, answer: Answer) -> str:
        """Without a sentence of its own, yes or no to the question."""
        named = [option for option in question.options if option.id in answer.values]
        if len(named) == 1 and not named[0].sentence:
            return f"{question.name} {named[0].label}"
        return super().sentence(question, answer)

    def choices(self, question: Question) -> tuple[Option, ...]:
        """Yes and no, also where the question leaves them unsaid."""
        return question.options or tuple(Option(*pair) for pair in LABELS.items())


def _names(raw: str | list[str] | tuple[()]) -> tuple[str, ...]:
    return (raw,) if isinstance(raw, str) else tuple(raw)
