"""Several questions on one screen, of which people tick what holds ("Wat speelt er?").

Every answer can be ticked, also that nothing is the matter. A question without a tick stays open,
and that is said: what nobody said is no answer. Where a pack says what "nothing" is, that nothing
else is the matter is one tick for all. Who wants to is asked each question by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from bot.dialogue import commands, differs, project, wording
from bot.dialogue import focus as at
from bot.dialogue.button_data import (
    DIFFERENT_VALUE,
    NONE_VALUE,
    ONE_PIECE_VALUE,
    READY_VALUE,
    UNKNOWN_VALUE,
)
from bot.dialogue.messages import Button
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.model.answers import SKIPPED, Answer, chosen
from bot.rules.model.book import AnswerBook, AnswerKey
from bot.rules.model.questions.question import Option, Question
from bot.rules.model.questions.registry import kind_of
from bot.words.names import label, sentence
from bot.words.phrases import both, small

_ENDS = (NONE_VALUE, ONE_PIECE_VALUE)
"""With what a screen ends of which nothing else is the matter."""
FEW = 3
"""Of so many questions it is said what they are about."""


class ChecklistPlace(Place[at.Checklist]):
    """A list of what may be going on, each with a tick or without."""

    advises = True

    @property
    def is_there(self) -> bool:
        """Whether every question is there, and may still be ticked."""
        found = map(self.turn.pack.find_question, self.at.keys)
        return all(question is not None and question.checklist for question in found)

    def show(self) -> Turn:
        """What it is about, or what is assumed, and what can be ticked."""
        about = [f"• {question.name}" for question in self._questions if not self._assumed]
        purpose = project.is_for_briefly(self.turn, self.at.first)
        assumed = sentences.CHECKLIST_ASSUMED.format(list=both(self._assumed))
        taken = assumed if self._assumed else ""
        lines = filter(None, (self._progress, sentences.CHECKLIST, *_few(about), purpose, taken))
        return self.turn.say(
            "\n".join(lines), *self._buttons(), shape="question", key=self.at.keys[0]
        )

    @property
    def _progress(self) -> str:
        return project.progress(self.turn, self.at.keys)

    @property
    def _questions(self) -> Sequence[Question]:
        return [self.turn.pack.question(key) for key in self.at.keys]

    def _buttons(self) -> Iterator[Button]:
        turn = self.turn
        for option in self.options_shown:
            key, _, value = option.id.partition("/")
            label = self.marked(option.label, option.id)
            is_one = value in _ENDS or kind_of(turn.question(key)).is_single
            one_of = _ENDS[0] if value in _ENDS else key if is_one else ""
            yield replace(turn.answer_value(key, value, label), ticks=True, one_of=one_of)
        ready = sentences.CHECKLIST_READY if self.chosen else sentences.CHECKLIST_NONE
        yield turn.command(ready, commands.CHECKED, READY_VALUE)
        if self._may_differ:
            yield turn.command(sentences.CHECKLIST_DIFFERS, commands.CHECKED, DIFFERENT_VALUE)
        yield turn.command(sentences.CHECKLIST_APART, commands.CHECKED, UNKNOWN_VALUE)
        yield turn.command(wording.WHY, commands.WHY)
        if not self.chosen:
            yield turn.command(wording.BACK, commands.BACK)
        if turn.is_advised:
            yield turn.command(wording.ENOUGH, commands.ENOUGH)

    # --- ticking

    @property
    def options_shown(self) -> Sequence[Option]:
        """What may be ticked, by ``question/option``, under a label that says what it is about."""
        return [
            *(
                Option(f"{question.id}/{option.id}", _label(question, option))
                for question in self._questions
                for option in kind_of(question).choices(question)
                if option.id != _otherwise(question)
            ),
            *self._rest,
        ]

    @property
    def _rest(self) -> Iterator[Option]:
        """That nothing else is the matter, and that what is assumed is so too."""
        if self._has_rest:
            yield Option(f"{self.at.keys[0]}/{NONE_VALUE}", sentences.CHECKLIST_NOTHING)
        if self._assumed:
            yield Option(f"{self.at.keys[0]}/{ONE_PIECE_VALUE}", sentences.CHECKLIST_ONE_PIECE)

    @property
    def _is_rested(self) -> bool:
        return any(value.partition("/")[2] in _ENDS for value in self.chosen)

    @property
    def _may_differ(self) -> bool:
        """Whether it can be said here that it differs: with ticks, they would be left half done."""
        return bool(self._assumed) and not self.chosen

    @cached_property
    def _assumed(self) -> Sequence[str]:
        """What is said to be assumed here, where it can be confirmed with what ends the screen."""
        return differs.assumed(self.turn) if self._has_rest else ()

    @property
    def _has_rest(self) -> bool:
        return all(map(_otherwise, self._questions))

    def asks(self, key: AnswerKey) -> bool:
        """Whether it is one of the questions on the screen."""
        return key in self.at.keys

    def value(self, key: AnswerKey, option: str) -> str:
        """Of which question it is an option."""
        return f"{key}/{option}"

    def ticks(self, value: str) -> bool:
        """Each that is on the screen."""
        return any(option.id == value for option in self.options_shown)

    def choose(self, value: str) -> Turn:
        """A tick, the end of the list, that not everything is known, or not as it is assumed."""
        if value == READY_VALUE:
            return self._done()
        if value == UNKNOWN_VALUE:
            return self.unknown()
        if value == DIFFERENT_VALUE:
            return differs.denied(self.turn) if self._may_differ else self.turn.again()
        if not self.ticks(value):
            return self.turn.again()
        now = at.Checklist(self.at.keys, self.toggled(value))
        return ChecklistPlace(self.turn, now)._kept(value.partition("/")[0]).goto(now)

    def toggled(self, value: str) -> tuple[str, ...]:
        """What has a tick now; a second answer to a question with one comes in its place."""
        stays = tuple(one for one in self.chosen if not self._bars(value, one))
        return (*stays, value) if value not in self.chosen else super().toggled(value)

    def _bars(self, value: str, other: str) -> bool:
        """Whether two ticks are answers to one question that can't stand together."""
        (key, _, option), (other_key, _, before) = value.partition("/"), other.partition("/")
        if option in _ENDS or before in _ENDS:
            return option in _ENDS and before in _ENDS and option != before
        if key != other_key or option == before:
            return False
        question = self.turn.question(key)
        alone = {one.id for one in question.options if one.alone}
        return kind_of(question).is_single or bool(alone & {option, before})

    def at_once(self, values: Sequence[str]) -> Turn | None:
        """They count with what had a tick, and that is all. Which of two answers to one question
        came last can't be seen: that one is asked."""
        if not values or not all(map(self.ticks, values)):
            return None
        gone = {one for one in self.chosen if any(self._bars(new, one) for new in values)}
        stays = [one for one in self.chosen if one not in gone.union(values)]
        now = at.Checklist(self.at.keys, (*stays, *values))
        return ChecklistPlace(self.turn.focus(now), now)._done()

    def _kept(self, key: AnswerKey) -> Turn:
        """What is ticked of a question is kept at once, should the person leave now."""
        question, picked = self.turn.question(key), self._picked(key)
        if not picked:
            return project.without(self.turn, key)
        if any(one.alone for one in question.options if one.id in picked):
            return project.keep(self.turn, ((key, chosen(*picked)),))
        more = {one.id for one in question.options if not one.alone} - set(picked)
        maybe = frozenset(more) if kind_of(question).is_set else frozenset[str]()
        return project.keep(self.turn, ((key, Answer(frozenset(picked), maybe)),))

    def _picked(self, key: AnswerKey) -> tuple[str, ...]:
        pairs = (value.partition("/") for value in self.chosen)
        return tuple(o for question, _, o in pairs if question == key and o not in _ENDS)

    # --- the end of it

    def _done(self) -> Turn:
        """What is ticked counts; the rest is left open, and that is said."""
        ticked = {key: picked for key in self.at.keys if (picked := self._picked(key))}
        twice = [key for key in ticked if self._is_twice(key)]
        checked = {key: chosen(*picked) for key, picked in ticked.items() if key not in twice}
        left = [question for question in self._questions if question.id not in ticked]
        turn, rest = self._left(left)
        if any(value.endswith(f"/{ONE_PIECE_VALUE}") for value in self.chosen):
            turn = differs.confirmed(turn)
        if twice:
            turn = _asked_apart(turn.notice(sentences.CHECKLIST_TWICE))
        for key in twice:
            turn = project.without(turn, key)
        return project.keep(turn, (checked | rest).items()).onward()

    def _left(self, left: Sequence[Question]) -> tuple[Turn, dict[AnswerKey, Answer]]:
        """What has no tick is open, or nothing is the matter there; either is said."""
        if self._is_rested:
            rest = {question.id: chosen(_otherwise(question)) for question in left}
            told = " ".join(sentence(question, rest[question.id]) for question in left)
            turn = self.turn.notice(wording.NOTED.format(label=told.rstrip("."))) if told else None
            return turn or self.turn, rest
        open_ = self.turn.listed(question.id for question in left)
        turn = self.turn.notice(sentences.CHECKLIST_OPEN.format(list=open_)) if open_ else None
        return turn or self.turn, {question.id: SKIPPED for question in left}

    @property
    def is_full(self) -> bool:
        """Whether each question has the one answer that it can have, or nothing else is so."""
        return self._is_rested or all(map(self._is_settled, self.at.keys))

    def _is_settled(self, key: AnswerKey) -> bool:
        question, picked = self.turn.question(key), self._picked(key)
        alone = {option.id for option in question.options if option.alone}
        return len(picked) == 1 and (kind_of(question).is_single or picked[0] in alone)

    def _is_twice(self, key: AnswerKey) -> bool:
        """Whether more was ticked than one question can have."""
        question, picked = self.turn.question(key), self._picked(key)
        is_one = kind_of(question).is_single or any(
            one.alone for one in question.options if one.id in picked
        )
        return len(picked) > 1 and is_one

    def told_by(self, book: AnswerBook) -> tuple[str, Turn]:
        """Each question at once."""
        answers = {key: book.answers.get(key, SKIPPED) for key in self.at.keys}
        said = "; ".join(
            commands.SKIP.label if one is SKIPPED else label(self.turn.question(key), one)
            for key, one in answers.items()
        )
        return said, project.keep(self.turn, answers.items()).onward()

    # --- commands

    def unknown(self) -> Turn:
        """The person does not know: each question that has no tick comes by itself."""
        return _asked_apart(self.turn.notice(sentences.CHECKLIST_ASKS_APART)).onward()

    def skip(self) -> Turn:
        """What has no tick is left open, and that is said."""
        left = [key for key in self.at.keys if not self._picked(key)]
        turn = self.turn.notice(wording.SKIPPED)
        return project.keep(turn, ((key, SKIPPED) for key in left)).onward()

    def back(self) -> Turn:
        """The last tick is taken away; without one, the last question comes back."""
        return self.choose(self.chosen[-1]) if self.chosen else super().back()

    def why(self) -> Turn:
        """What the pack says of each question, and what the options mean."""
        return self.turn.notice("\n".join(_explained(self._questions))).again()

    def yes(self) -> Turn:
        """Of which one is not said."""
        return self.turn.notice(sentences.NO_YES).again()

    no = yes


def _otherwise(question: Question) -> str:
    return question.checklist.otherwise if question.checklist else ""


def _few(about: Iterable[str]) -> Sequence[str]:
    """What a short list is about; of a long one the labels say enough."""
    named = tuple(about)
    return named if len(named) <= FEW else ()


def _asked_apart(turn: Turn) -> Turn:
    return turn.with_project(replace(turn.project, apart=True))


def _explained(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield f"• {question.name} {question.why}".rstrip()


def _label(question: Question, option: Option) -> str:
    """An option that stands without its question."""
    before = question.checklist.before if question.checklist else ""
    if before:
        return f"{before} {small(option.label)}"
    if kind_of(question).says_yes_or_no:
        return option.sentence.rstrip(".") or f"{question.name} {option.label}"
    return option.label
