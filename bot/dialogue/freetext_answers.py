"""Answers that were read from a text: said back, and counted only after a yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue import interview, wording
from bot.dialogue.messages import Understanding
from bot.dialogue.state import Focus
from bot.dialogue.tap import key_argument, key_from_argument
from bot.dialogue.turn import Turn
from bot.rules.model.answers import Answer, AnswerBook, AnswerKey, cell_answers, chosen, split_key
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import is_valid, kind_of
from bot.rules.query import chance_to_apply
from bot.words.names import label, sentence

Pending = tuple[tuple[AnswerKey, Answer], ...]


EVEN = 0.5


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
    for id, values in understanding.answers:
        question = turn.pack.find_question(id)
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
    for key in (turn.state.focus.key, *reversed(turn.project.order)):
        asked, piece = split_key(key)
        found = turn.pack.find_question(asked) if piece else None
        if found is not None and found.per == question.per:
            return f"{question.id}@{piece}"
    return question.id


def propose(turn: Turn, pending: Pending) -> Turn:
    """Say back what was understood, and ask for a yes."""
    turn = interview.ensure_project(turn)
    turn = turn.focus(Focus("confirm", pending=pending))
    lines = [wording.UNDERSTOOD, *(f"• {_line(turn, key, answer)}" for key, answer in pending)]
    lines.append(wording.RIGHT)
    return turn.say(
        "\n".join(lines),
        turn.command(wording.YES_RIGHT, "klopt"),
        turn.command(wording.ONE_WRONG, "klopt_niet"),
    )


def confirm_again(turn: Turn) -> Turn:
    """The same proposal once more."""
    return propose(turn, turn.state.focus.pending)


def _line(turn: Turn, key: AnswerKey, answer: Answer) -> str:
    question = turn.question(key)
    return sentence(question, answer) or f"{turn.short(key)}: {label(question, answer).lower()}"


def accept(turn: Turn) -> Turn:
    """The person agrees: keep the answers, and go on."""
    pending = turn.state.focus.pending
    if turn.state.focus.kind != "confirm" or not pending:
        return interview.proceed(turn)
    return interview.proceed(interview.keep(turn.focus(Focus("question")), pending))


def which_wrong(turn: Turn) -> Turn:
    """Ask which of the answers is wrong."""
    pending = turn.state.focus.pending
    if turn.state.focus.kind != "confirm" or not pending:
        return interview.proceed(turn)
    if len(pending) == 1:
        return drop_all(turn)
    buttons = [
        turn.command(_line(turn, key, answer), "niet_dit", key_argument(turn.pack, key))
        for key, answer in pending
    ]
    buttons.append(turn.command(wording.ALL_WRONG, "laat_maar"))
    return turn.say(wording.WHICH_WRONG, *buttons, shape="question")


def drop_one(turn: Turn, argument: str) -> Turn:
    """One of them is wrong: say the others back."""
    wrong = key_from_argument(turn.pack, argument)
    left = tuple((key, answer) for key, answer in turn.state.focus.pending if key != wrong)
    if turn.state.focus.kind != "confirm" or not left:
        return drop_all(turn)
    return propose(turn, left)


def drop_all(turn: Turn) -> Turn:
    """None of it is right: go on as before."""
    return interview.proceed(turn.focus(Focus("question")))
