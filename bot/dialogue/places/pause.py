"""When much is unknown: a way out, so that nobody has to say "weet ik niet" nine times."""

from __future__ import annotations

from bot.advice.ask_first import first_call
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.advice_text import ask_line
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.rules.ask import next_ask

IN_A_ROW = 3
MOST = 3


class PausePlace(Place[at.Pause]):
    """What to ask the client first; the note, a first advice and the interview stand beside it."""

    advises = True

    def show(self) -> Turn:
        """What is unknown, and three ways on."""
        turn = self.turn
        asks = turn.card.ask_first or turn.card.open[:MOST]
        lines = (f"• {ask_line(ask)}" for ask in asks)
        head = f"{wording.MUCH_UNKNOWN} {first_call(asks)}"
        return turn.say(
            "\n".join((head, *lines, wording.MUCH_UNKNOWN_NEXT)),
            turn.command(wording.NOTE_WITH_THESE, commands.NOTE),
            turn.command(wording.ADVICE_NOW, commands.ADVICE_NOW),
            turn.command(wording.ON_WITH_QUESTIONS, commands.CONTINUE),
        )

    yes = unknown = Place.leave


def much_is_unknown(turn: Turn) -> bool:
    """Whether the last answers, three in a row, were all "weet ik niet" and more is still asked."""
    project = turn.project
    answers = [project.book.answers[key] for key in project.order if key in project.book.answers]
    row = 0
    while row < len(answers) and answers[-1 - row].status == "unknown":
        row += 1
    more = row > 0 and row % IN_A_ROW == 0 and next_ask(turn.compiled, project.book) is not None
    return more and not turn.card.is_certain
