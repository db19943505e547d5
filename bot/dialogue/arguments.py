"""What stands behind the name of a command, as a value. One small reader for each kind.

A reader raises Stale when what was written is not there any more: the button is an old one. What
only got another name is still there.
"""

from __future__ import annotations

from bot.advice.card import WhatIf
from bot.dialogue import about_project
from bot.dialogue.button_data import key_from_argument
from bot.dialogue.places.advice import mark, nearest
from bot.dialogue.turn import Turn
from bot.rules.model.book import AnswerKey, split_key
from bot.rules.model.content import Chapter, Faq, Form, PaperText
from bot.rules.model.pack import Division
from bot.rules.model.terms import Moment
from bot.rules.todays_names import Today


class Stale(Exception):
    """What a button is about is gone."""


def words(turn: Turn, text: str) -> str:
    """Words as they were typed, or an id that is looked at later."""
    return text


def danger(turn: Turn, text: str) -> str:
    """A kind of danger of which something can be said."""
    if text not in turn.shelf.guards.told:
        raise Stale
    return text


def page(turn: Turn, text: str) -> int:
    """The number of a page; the first when there is none."""
    return _whole(text) or 0


def key(turn: Turn, text: str) -> AnswerKey:
    """An answer key of the pack at hand."""
    read = key_from_argument(turn.pack, text)
    if read is None or turn.pack.find_question(split_key(read)[0]) is None:
        raise Stale
    return read


def option(turn: Turn, text: str) -> tuple[AnswerKey, str]:
    """An option of a question, as ``vraag/optie``."""
    then, _, value_then = text.partition("/")
    today = Today(turn.pack)
    question_id, value = today.key(then), today.value(then, value_then)
    question = turn.pack.find_question(question_id)
    if question is None or all(value != one.id for one in question.options):
        raise Stale
    return question_id, value


def paper(turn: Turn, text: str) -> tuple[PaperText, str]:
    """A paper of the pack at hand, and whom it is for where that was said: ``stuk`` or
    ``stuk/wie``."""
    id, _, whom = text.partition("/")
    read = turn.pack.paper(id)
    if read is None:
        raise Stale
    return read, whom


def moment(turn: Turn, text: str) -> Moment:
    """A moment of which the pack at hand asks the day."""
    read = turn.pack.moment(text)
    if read is None or not read.question:
        raise Stale
    return read


def told(turn: Turn, text: str) -> tuple[str, str]:
    """A question of another pack and what is said to it, as ``vraag/waarde``."""
    name, _, value = text.partition("/")
    return name, value


def division(turn: Turn, text: str) -> Division:
    """A way of dividing the project."""
    read = turn.pack.division(text)
    if read is None:
        raise Stale
    return read


def change(turn: Turn, text: str) -> tuple[int, WhatIf]:
    """One of the nearest changes, by its place on the screen."""
    place, offered = _whole(text), nearest(turn)
    if place is None or place >= len(offered):
        raise Stale
    return place, offered[place]


def shown_change(turn: Turn, text: str) -> tuple[int, WhatIf]:
    """The change that was shown with this button; by now another may stand in its place."""
    place, _, was = text.partition(".")
    offered = change(turn, place)
    if mark(offered[1]) != was:
        raise Stale
    return offered


def form(turn: Turn, text: str) -> Form | None:
    """A form of the palette; None when there is no such form."""
    return turn.pack.form(Today(turn.pack).form(text))


def chapter(turn: Turn, text: str) -> Chapter | None:
    """A chapter by its slug; None when there is no such chapter."""
    return turn.pack.chapter(text)


def faq(turn: Turn, text: str) -> Faq | None:
    """A question that is often asked; None when there is no such question."""
    return about_project.by_id(turn, text)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None
