"""Which lines must be read for others before a turn: those that it may keep or print. Pure."""

from __future__ import annotations

from datetime import date

from bot.dialogue import focus as at
from bot.dialogue.messages import Happening, Said
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf
from bot.rules.model.content import OwnTopic
from bot.words.own_lines import lines_of, sorted_lines
from bot.words.own_topics import NEVER
from bot.words.requests import asks_for_paper

MOST = 30
"""So many lines are read before one turn."""


def to_judge(shelf: Shelf, state: State, what: Happening, today: date) -> tuple[str, ...]:
    """The lines that await a yes to be kept; of a text those that a paper may get from it."""
    topics = shelf.pack(state.pack_at_hand).pack.own_topics
    focus = state.focus
    if isinstance(focus, at.Confirm):
        texts = focus.also
    elif isinstance(focus, at.KeepLine):
        texts = (focus.text,)
    else:
        texts = ()
    if isinstance(what, Said) and (isinstance(focus, at.OwnLines) or asks_for_paper(what.text)):
        texts = (*texts, what.text)
    found = (line for text in texts for line in _lines(text, topics, today))
    return tuple(dict.fromkeys(found))[:MOST]


def _lines(text: str, topics: tuple[OwnTopic, ...], today: date) -> list[str]:
    told = lines_of(sorted_lines(text, topics, today))
    return [line for topic, line in told if topic != NEVER and not line.startswith("[")]
