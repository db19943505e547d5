"""Which lines must be read for others before a turn: those that it may keep or print. Pure."""

from __future__ import annotations

from datetime import datetime

from bot.dialogue.messages import Happening, Said
from bot.dialogue.places import here
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.words.own_lines import lines_of, sorted_lines
from bot.words.own_topics import NEVER
from bot.words.requests import asks_for_paper

MOST = 30
"""So many lines are read before one turn."""


def to_judge(shelf: Shelf, state: State, what: Happening, at: datetime) -> tuple[str, ...]:
    """The lines that await a yes to be kept; of a text those that a paper may get from it."""
    turn = Turn(shelf, state, at, "")
    place = here(turn)
    texts = place.to_keep
    if isinstance(what, Said) and (place.writes or asks_for_paper(what.text)):
        texts = (*texts, what.text)
    found = (line for text in texts for line in _lines(turn, text))
    return tuple(dict.fromkeys(found))[:MOST]


def _lines(turn: Turn, text: str) -> list[str]:
    told = lines_of(sorted_lines(text, turn.pack.own_topics, turn.at.date()))
    return [line for topic, line in told if topic != NEVER and not line.startswith("[")]
