"""What is still possible, as a picture to keep or to show; the same stands under it in words."""

from __future__ import annotations

from bot.advice import picture as drawn
from bot.advice.ladder import standing
from bot.dialogue import commands
from bot.dialogue import wording as general
from bot.dialogue.messages import Picture
from bot.dialogue.places import wording
from bot.dialogue.turn import Turn


def picture(turn: Turn) -> Turn:
    """The ladder and the bars of the project at hand."""
    now = standing(turn.compiled, turn.project.book)
    bars, owners = drawn.ladder(now.ladder), drawn.owned(now.form)
    if not bars:
        return turn.notice(wording.NO_PICTURE).again()
    told = "\n".join(drawn.lines(bars, owners))
    shown = Picture(f"beeld-{turn.project.name.lower()}", turn.project.name, bars, owners, told)
    return turn.reply(shown).say(
        wording.AFTER_PICTURE,
        turn.command(general.BTN_TO_ADVICE, commands.ADVICE),
        turn.command(general.BTN_PAPERS, commands.PAPERS),
    )
