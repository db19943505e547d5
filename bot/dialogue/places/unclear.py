"""When a text was not understood: said once, and never right after a human sentence."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.messages import Say, Understanding
from bot.dialogue.turn import Turn


def unclear(turn: Turn, understanding: Understanding, told: str = "") -> Turn:
    """Say so, or what is ``told`` instead, and go back to what was at hand."""
    if _has_feeling(turn):
        return calm(turn)
    if told:
        text = told
    elif not understanding.ready:
        text = wording.FREE_TEXT_OFF if understanding.off else wording.WARMING_UP
    else:
        text = wording.NOT_UNDERSTOOD if turn.is_busy else wording.NOT_UNDERSTOOD_IDLE
    return calm(turn.notice(text))


def calm(turn: Turn) -> Turn:
    """Back to what was asked, or else to where a person is when nothing is."""
    return turn.again() if turn.is_busy else turn.home()


def _has_feeling(turn: Turn) -> bool:
    """Whether a human sentence was just said: then "ik begrijp je niet" would undo it."""
    last = turn.replies[-1] if turn.replies else None
    return isinstance(last, Say) and last.text in (wording.WORRIED, wording.INSULTED)
