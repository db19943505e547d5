"""A question on the screen: the same for one's own answers, through other eyes, and for others.

What differs is the book that the answer goes into, and how the question is introduced.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.dialogue import wording
from bot.dialogue.button_data import NONE_VALUE, READY_VALUE, UNKNOWN_VALUE
from bot.dialogue.focus import Anywhere
from bot.dialogue.messages import Button, Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.answers import UNKNOWN, Answer, chosen
from bot.rules.model.book import AnswerKey, split_key
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of

A = TypeVar("A", bound=Anywhere)

OWN_VALUES = {
    UNKNOWN_VALUE: wording.UNKNOWN,
    NONE_VALUE: wording.NONE,
    READY_VALUE: wording.READY,
}
"""What may be answered beside the options, and how it is called."""


class Asking(Place[A]):
    """A place with one question on the screen."""

    # --- what another book may say otherwise

    @property
    def question(self) -> Question | None:
        """The question that is asked, while the pack at hand has it."""
        return self.turn.pack.find_question(split_key(self.at.asked)[0])

    @property
    def is_there(self) -> bool:
        """Whether the question is there, if one is asked."""
        return not self.at.asked or self.question is not None

    def asks(self, key: AnswerKey) -> bool:
        """Whether it is this question, of this piece."""
        return key == self.at.asked

    def text(self, question: Question) -> str:
        """The question as it is asked here."""
        raise NotImplementedError

    def options(self, question: Question) -> Sequence[Option]:
        """What can be chosen here."""
        return question.options

    def button(self, value: str, label: str) -> Button:
        """A button with the answer itself."""
        return self.turn.answer_value(self.at.asked, value, label)

    def beside(self) -> Iterable[Button]:
        """What may be answered beside the options, before "weet ik niet"."""
        return ()

    def ways(self) -> Iterable[Button]:
        """The buttons under the answers."""
        return ()

    def pick(self, picked: tuple[str, ...]) -> Turn:
        """So far these of a multiple choice have a tick."""
        raise NotImplementedError

    # --- what is the same in every book

    def show(self) -> Turn:
        """The question with its answers; what was chosen of a multiple choice has a tick."""
        question = self.question
        if question is None:
            return self.turn
        return self.turn.say(
            self.text(question),
            *self._buttons(question),
            shape="question",
            key=self.at.asked,
            typed=kind_of(question).is_free,
        )

    def _buttons(self, question: Question) -> Iterable[Button]:
        is_set = kind_of(question).is_set
        for option in self.options(question):
            yield from self.option_buttons(option)
        if self.chosen:
            yield self.button(READY_VALUE, wording.READY)
        else:
            yield from self.beside()
            if is_set and not any(option.alone for option in question.options):
                yield self.button(NONE_VALUE, wording.NONE)
            yield self.button(UNKNOWN_VALUE, wording.UNKNOWN)
        yield from self.ways()

    def option_buttons(self, option: Option) -> Iterable[Button]:
        """The button of an option."""
        button = self.button(option.id, self.marked(option.label, option.id))
        yield replace(button, ticks=self.ticks(option.id))

    @property
    def options_shown(self) -> Sequence[Option]:
        """Every answer of the question."""
        return self.question.options if self.question else ()

    def ticks(self, value: str) -> bool:
        """Of a multiple choice each option that may stand beside others."""
        question = self.question
        if question is None or not kind_of(question).is_set:
            return False
        return any(option.id == value and not option.alone for option in question.options)

    def choose(self, value: str) -> Turn:
        """An option, "weet ik niet", "geen van deze", or "klaar"."""
        question = self.question
        if question is None:
            return self.turn.again()
        if value == UNKNOWN_VALUE:
            return self.settle(UNKNOWN)
        if not kind_of(question).is_set:
            is_one = any(option.id == value for option in self.options(question))
            return self.settle(chosen(value)) if is_one else self.turn.again()
        if value in (READY_VALUE, NONE_VALUE):
            return self.settle(Answer(values=frozenset(self.chosen)))
        if not self.ticks(value):
            return self.settle(chosen(value))
        return self.pick(self.toggled(value))

    def doubt(self, answer: Answer) -> Turn:
        """How to answer, once more."""
        told = kind_of(self.question).not_heard(self.question) if self.question else ""
        return self.turn.notice(told).again()

    def only(self, understanding: Understanding) -> tuple[str, ...]:
        """The values that were surely read, when nothing else was told; else none."""
        told = dict(understanding.answers)
        asked = split_key(self.at.asked)[0]
        return told[asked] if understanding.sure and set(told) == {asked} else ()

    def explained(self, question: Question, *purposes: str) -> Turn:
        """Why the question is asked, what it is for, and what its options mean; then it comes
        again."""
        lines = [question.why] if question.why else []
        lines += purposes or ([] if lines else [wording.WHY_FALLBACK])
        lines += [question.explanation] if question.explanation else []
        lines += [f"• {o.label}: {o.explanation}" for o in question.options if o.explanation]
        return self.turn.notice("\n".join(lines)).again()
