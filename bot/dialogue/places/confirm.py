"""Answers that were read from a text: said back, and counted only after a yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.project import ensured, keep, likened
from bot.dialogue.tap import key_argument
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer, chosen
from bot.rules.model.book import AnswerBook, AnswerKey, cell_answers, split_key
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import is_valid, kind_of
from bot.rules.query import chance_to_apply
from bot.words.names import label, sentence
from bot.words.situations import recognised

Pending: TypeAlias = tuple[tuple[AnswerKey, Answer], ...]

EVEN = 0.5


class ConfirmPlace(Place[at.Confirm]):
    """What was understood awaits a yes."""

    @property
    def is_there(self) -> bool:
        """Whether all that was understood is about questions of these rules."""
        find = self.turn.pack.find_question
        return all(find(split_key(key)[0]) for key, _ in self.at.pending)

    def show(self) -> Turn:
        """What was understood, and the question whether that is right."""
        turn = self.turn
        told = [f"• {_line(turn, key, answer)}" for key, answer in self.at.pending]
        if kind := self._kind:
            told.append(f"• {wording.LOOKS_LIKE.format(name=kind)}")
        return turn.say(
            "\n".join((wording.UNDERSTOOD, *told, wording.RIGHT)),
            turn.command(wording.YES_RIGHT, commands.RIGHT),
            turn.command(wording.ONE_WRONG, commands.WRONG),
        )

    def yes(self) -> Turn:
        """The answers count, and it goes on."""
        turn = ensured(self.turn)
        if not turn.state.project:
            return turn
        if self._kind:
            turn = likened(turn, self.at.situation)
        return keep(turn, self.at.pending).onward()

    @property
    def _kind(self) -> str:
        """What the kind of project is called; empty for none."""
        kind = self.turn.pack.situation(self.at.situation)
        return kind.name if kind else ""

    def no(self) -> Turn:
        """Which of the answers is wrong?"""
        pending, turn = self.at.pending, self.turn
        if len(pending) + bool(self._kind) == 1:
            return turn.onward()
        buttons = [
            turn.command(_line(turn, key, answer), commands.NOT_THIS, key_argument(turn.pack, key))
            for key, answer in pending
        ]
        if kind := self._kind:
            label = wording.LOOKS_LIKE.format(name=kind)
            buttons.append(turn.command(label, commands.OTHER_KIND))
        buttons.append(turn.command(wording.ALL_WRONG, commands.NEVER_MIND))
        return turn.say(wording.WHICH_WRONG, *buttons, shape="question")

    def drop(self, wrong: AnswerKey) -> Turn:
        """This one is wrong: the others are said back."""
        left = tuple((key, answer) for key, answer in self.at.pending if key != wrong)
        now = at.Confirm(left, self.at.situation)
        return self.turn.goto(now) if left or self._kind else self.turn.onward()

    def drop_kind(self) -> Turn:
        """It is another kind of project: the answers are said back."""
        pending = self.at.pending
        return self.turn.goto(at.Confirm(pending)) if pending else self.turn.onward()

    def read(self, understanding: Understanding) -> Turn | None:
        """What was told now comes first and in the place of what it corrects."""
        if not understanding.sure and not understanding.answers:
            return None
        now = pending_of(self.turn, understanding)
        kept = ((key, answer) for key, answer in self.at.pending if key not in dict(now))
        return propose(self.turn, (*kept, *now), self.at.situation)


def propose(turn: Turn, pending: Pending, situation: str = "") -> Turn:
    """Say back what was understood of a project, which is made when there was none."""
    turn = ensured(turn)
    return turn.goto(at.Confirm(pending, situation)) if turn.state.project else turn


def kind_told(turn: Turn, text: str) -> str:
    """The kind of project that a text tells of, while nobody said what kind it is; else empty."""
    if turn.state.project and turn.project.situation is not None:
        return ""
    return next(iter(recognised(turn.pack.situations, text)), "")


def _line(turn: Turn, key: AnswerKey, answer: Answer) -> str:
    question = turn.question(key)
    return sentence(question, answer) or f"{turn.short(key)}: {label(question, answer).lower()}"


# --- what was read --------------------------------------------------------------------------


def pending_of(turn: Turn, understanding: Understanding) -> Pending:
    """The answers that were read, as far as the pack at hand has their questions, and that say
    something new."""
    return _that_apply(turn, tuple(_valid(turn, understanding)))


def _that_apply(turn: Turn, pending: Pending) -> Pending:
    """Without the answers to questions that will hardly be asked: most of those were misread."""
    book = turn.state.project.book if turn.state.project else AnswerBook()
    for key, answer in pending:
        book = book.with_answer(key, answer)
    views = [cell_answers(turn.pack, book, cell) for cell in book.cells]
    return tuple(
        (key, answer)
        for key, answer in pending
        if any(chance_to_apply(turn.compiled, view, split_key(key)[0]) >= EVEN for view in views)
    )


def _valid(turn: Turn, understanding: Understanding) -> Iterable[tuple[AnswerKey, Answer]]:
    book = turn.state.project.book if turn.state.project else None
    for question_id, values in understanding.answers:
        question = turn.pack.find_question(question_id)
        if question is None or kind_of(question).is_free or not values:
            continue
        answer, key = chosen(*values), _key(turn, question)
        if kind_of(question).is_set and book and key in book.answers:
            answer = replace(answer, values=answer.values | book.answers[key].values)
        if is_valid(question, answer) and not (book and book.answers.get(key) == answer):
            yield key, answer


def _key(turn: Turn, question: Question) -> AnswerKey:
    """Where what was told of a question belongs: in a divided project to the piece that is asked
    about, or was asked about last."""
    if turn.state.project is None or question.per is None:
        return question.id
    for key in (turn.state.focus.asked, *reversed(turn.project.order)):
        question_id, piece = split_key(key)
        asked = turn.pack.find_question(question_id) if piece else None
        if asked is not None and asked.per == question.per:
            return f"{question.id}@{piece}"
    return question.id
