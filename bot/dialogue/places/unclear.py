"""When a text was not understood: said once, and never right after a human sentence."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue.messages import Say, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.turn import Turn

TWICE = 2
"""From so many texts in a row that were not understood, a human is offered."""


def unclear(turn: Turn, understanding: Understanding, told: str = "") -> Turn:
    """Say so, or what is ``told`` instead, and go back to what was at hand. The second time in a
    row there is a way to a human, and one to tell an editor."""
    if _has_feeling(turn):
        return calm(turn)
    if told:
        return calm(turn.notice(told))
    if not understanding.ready:
        return calm(turn.notice(wording.FREE_TEXT_OFF if understanding.off else wording.WARMING_UP))
    turn = turn.with_state(replace(turn.state, misses=turn.state.misses + 1))
    if turn.state.misses < TWICE:
        return calm(
            turn.notice(wording.NOT_UNDERSTOOD if turn.is_busy else wording.NOT_UNDERSTOOD_IDLE)
        )
    return calm(
        turn.say(
            sentences.NOT_UNDERSTOOD_TWICE,
            turn.command(commands.HUMAN.label, commands.HUMAN),
            turn.command(sentences.TELL_UNHEARD, commands.TELL),
            shape="notice",
        )
    )


def calm(turn: Turn) -> Turn:
    """Back to what was asked, or else to where a person is when nothing is."""
    return turn.again() if turn.is_busy else turn.home()


def _has_feeling(turn: Turn) -> bool:
    """Whether a human sentence was just said: then "ik begrijp je niet" would undo it."""
    last = turn.replies[-1] if turn.replies else None
    return isinstance(last, Say) and last.text in (wording.WORRIED, wording.INSULTED)
