"""When much is unknown: a way out, so that nobody has to say "weet ik niet" nine times."""

from __future__ import annotations

from bot.advice.advice import advise
from bot.advice.ask_first import first_call
from bot.dialogue import wording
from bot.dialogue.advice_text import ask_line
from bot.dialogue.state import Focus
from bot.dialogue.turn import Turn
from bot.rules.ask import next_ask, remaining

IN_A_ROW = 3
MOST = 3


def are_many(turn: Turn) -> bool:
    """Whether the last answers, three in a row, were all "weet ik niet" and more is still asked."""
    project = turn.project
    answers = [project.book.answers[key] for key in project.order if key in project.book.answers]
    row = 0
    while row < len(answers) and answers[-1 - row].status == "unknown":
        row += 1
    more = row > 0 and row % IN_A_ROW == 0 and next_ask(turn.compiled, project.book) is not None
    return more and not advise(turn.compiled, project.book).certain


def offer(turn: Turn) -> Turn:
    """What to ask the client first; the note, a first advice and the interview stand beside it."""
    advised = advise(turn.compiled, turn.project.book)
    asks = advised.ask_first or [one.question for one in advised.open[:MOST]]
    lines = (f"• {ask_line(question)}" for question in asks)
    head = f"{wording.MUCH_UNKNOWN} {first_call(asks)}"
    text = "\n".join((head, *lines, wording.MUCH_UNKNOWN_NEXT))
    return turn.focus(Focus("pause")).say(
        text,
        turn.command(wording.NOTE_WITH_THESE, "notitie"),
        turn.command(wording.ADVICE_NOW, "advies_nu"),
        turn.command(wording.ON_WITH_QUESTIONS, "verder"),
    )


def how_long(turn: Turn) -> Turn:
    """How many questions are still to come, and that the advice need not wait for them."""
    left = max(1, remaining(turn.compiled, turn.project.book))
    left += turn.state.focus.kind == "divide"
    text = wording.HOW_LONG_ONE if left == 1 else wording.HOW_LONG.format(count=left)
    return turn.say(text, shape="notice")


def later(turn: Turn) -> Turn:
    """That the person may stop here, and how to come back."""
    return turn.say(wording.LATER.format(days=turn.shelf.retention_days), shape="notice")
