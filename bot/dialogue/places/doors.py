"""The doors: who this is, and where a person can go."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn


class DoorsPlace(Place[at.Doors]):
    """Nothing has begun."""

    def show(self) -> Turn:
        """The doors again."""
        return _doors(self.turn, wording.DOORS_AGAIN)


def greet(turn: Turn) -> Turn:
    """The opening: who this is, and the doors."""
    turn = turn.with_state(replace(turn.state, greeted=True, focus=at.Doors()))
    return _doors(turn, wording.GREETING)


def _doors(turn: Turn, text: str) -> Turn:
    return turn.say(
        text,
        turn.command(wording.DOOR_HELP, commands.TROUBLE),
        turn.command(wording.DOOR_ADVICE, commands.INTERVIEW),
        turn.command(wording.DOOR_QUESTION, commands.ASK_ME),
        turn.command(wording.DOOR_PRIVACY, commands.PRIVACY),
    )
