"""A name for a project, given by the person, to tell several apart."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.state import Focus
from bot.dialogue.turn import Turn

MAX_NAME = 40


def ask(turn: Turn) -> Turn:
    """Ask for a name."""
    turn = turn.focus(Focus("name"))
    return turn.say(wording.NAME_ASK, turn.command(wording.LEAVE_IT, "verder"))


def done(turn: Turn, text: str) -> Turn:
    """Keep the name, without what would look like markup; asked again when nothing is left."""
    name = " ".join(text.replace("*", " ").split())[:MAX_NAME].strip()
    if not name:
        return ask(turn)
    turn = turn.with_project(replace(turn.project, name=name, named=True))
    told = wording.NAME_DONE.format(name=name)
    if turn.is_busy:
        return turn.say(told, shape="notice")  # the question at hand follows
    return turn.focus(Focus("advice")).say(told, turn.command(wording.CONTINUE, "verder"))
