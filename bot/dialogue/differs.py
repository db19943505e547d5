"""That an answer differs by part or by group, told as an answer to the question itself.

Who answers a question where that can be told is not asked apart whether the project is one piece:
it is taken for that, as a guess. Of the pieces, each after the first may be like the one before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.advice.make_card import taken_for_true
from bot.dialogue import project, wording
from bot.dialogue.button_data import DIFFERENT_VALUE, SAME_VALUE
from bot.dialogue.messages import Button
from bot.dialogue.turn import Turn
from bot.rules.ask import can_be_divided, is_divisible, keys_to_ask, taken_as_one
from bot.rules.model.answers import UNKNOWN, Answer
from bot.rules.model.book import AnswerKey, split_key
from bot.rules.model.pack import Division
from bot.words.names import piece_name
from bot.words.phrases import both


def by_pieces(turn: Turn, key: AnswerKey) -> Division | None:
    """The parts or groups by which the answer to a question may differ; None when it can't, or when
    there are pieces already."""
    id = can_be_divided(turn.compiled, turn.project.book, key)
    return turn.pack.division(id) if id else None


def buttons(turn: Turn, key: AnswerKey) -> Iterable[Button]:
    """To say that the answer differs, or is as it was for the piece before."""
    if (division := by_pieces(turn, key)) is not None:
        yield turn.answer_value(key, DIFFERENT_VALUE, wording.DIVIDE_EACH[division.id])
    if before := _before(turn, key):
        label = wording.SAME_AS.format(part=piece_name(turn.pack, before).lower())
        yield turn.answer_value(key, SAME_VALUE, label)


def _before(turn: Turn, key: AnswerKey) -> AnswerKey:
    """The piece of which the same was answered last; empty when there is none."""
    question_id, piece = split_key(key)
    book = turn.project.book
    given = (one for one in reversed(turn.project.order) if one != key and one in book.answers)
    same = (one for one in given if split_key(one)[0] == question_id and split_key(one)[1])
    found = next(same, "") if piece else ""
    return found if found and book.answers[found].status == "given" else ""


def as_before(turn: Turn, key: AnswerKey) -> Turn:
    """What was answered for the piece before holds for this one, and for the others that are
    left."""
    before, question_id = _before(turn, key), split_key(key)[0]
    if not before:
        return turn.again()
    answer = turn.project.book.answers[before]
    left = keys_to_ask(turn.compiled, turn.project.book, question_id)
    keys = dict.fromkeys((key, *left))
    return project.keep(turn, ((one, answer) for one in keys)).onward()


def told(turn: Turn, key: AnswerKey) -> Turn:
    """The answer differs: which pieces there are is asked next, unless there is nothing to pick."""
    division = by_pieces(turn, key)
    if division is None:
        return turn.again()
    turn = project.keep(turn, ((key, UNKNOWN),))
    now = turn.project
    differs = (*(id for id in now.differs if id != key), key)
    divided = tuple(id for id in now.divided if id != division.id)
    turn = turn.with_project(replace(now, differs=differs, divided=divided))
    every = [option.id for option in division.options]
    if len(every) == project.most_pieces(division) and is_divisible(
        turn.compiled, turn.project.book, division.id
    ):
        return project.divided(turn, division, every)
    return turn.onward()


def alike(turn: Turn, key: AnswerKey, answer: Answer) -> Turn:
    """The turn after an answer that was given where it could be told to differ, and was not: then
    it is taken for one piece, and that is a guess, as nobody said so."""
    division = by_pieces(turn, key)
    turn = project.keep(turn, ((key, answer),))
    if division is None:
        return turn
    now = replace(turn.project, differs=tuple(id for id in turn.project.differs if id != key))
    if division.id not in now.divided and is_divisible(turn.compiled, now.book, division.id):
        now = replace(now, divided=(*now.divided, division.id), guessed=(*now.guessed, division.id))
    return turn.with_project(now)


def assumed(turn: Turn) -> tuple[str, ...]:
    """What is taken for true of the pieces though nobody said it, and can change something."""
    return taken_for_true(_assumed(turn))


def confirmed(turn: Turn) -> Turn:
    """The turn after somebody saw what is assumed, and said that it is so: no guess any more."""
    shown = _assumed(turn)
    told = taken_for_true(shown)
    left = tuple(id for id in turn.project.guessed if id not in shown)
    turn = turn.with_project(replace(turn.project, guessed=left))
    return turn.notice(wording.NOTED.format(label=both(told))) if told else turn


def denied(turn: Turn) -> Turn:
    """What is assumed is not so: it is asked of which pieces that holds."""
    for id in reversed(_assumed(turn)):
        if (division := turn.pack.division(id)) is not None:
            turn = project.divided_anew(turn, division)
    return turn


def _assumed(turn: Turn) -> tuple[str, ...]:
    return taken_as_one(turn.compiled, turn.project.book, turn.project.guessed)
