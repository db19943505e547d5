"""Danger to people stops the advice: what to do and whom to call, and only then what helps here."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue import commands, wording
from bot.dialogue.focus import Advice, Doors
from bot.dialogue.messages import Button
from bot.dialogue.places import here, own_lines, tonight
from bot.dialogue.places.faq import source_line
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.words.normal import normal
from bot.words.requests import asks_for_paper
from bot.words.soon import Soon, soon


def heard(shelf: Shelf, state: State, text: str) -> str:
    """The kind of danger that a text tells of; empty for none, and for the label of a button."""
    if normal(text) in {normal(label) for label, _ in state.screen}:
        return ""
    return shelf.guards.heard(text)


def warned(turn: Turn, kind: str, text: str) -> Turn:
    """What is said to a text that tells of this kind of danger.

    Nothing of the text is kept, and no prompt for a text stays open.
    """
    told = turn.shelf.guards.told[kind]
    if here(turn).knows_commands:
        turn = turn.focus(Advice() if turn.is_advised else Doors())
    turn = turn.say("\n\n".join(filter(None, (told.text, source_line(told.sources)))))
    if told.first_aid:
        return _papers_too(tonight.begin(turn, soon(text) or Soon(meeting=False)), text)
    wants = asks_for_paper(text)
    also = wording.ALSO_A_PAPER if wants else wording.ALSO_ASKED if "?" in text else ""
    after = " ".join(filter(None, (also, wording.AFTER_DANGER)))
    return turn.say(after, *_ways_on(turn, wants))


def _papers_too(turn: Turn, text: str) -> Turn:
    """Who asks for a paper beside a cry for help gets it too, after an advice."""
    if turn.is_advised:
        return own_lines.asked(turn, text) or turn
    return turn.notice(wording.ALSO_A_PAPER) if asks_for_paper(text) else turn


def _ways_on(turn: Turn, wants: bool) -> Iterable[Button]:
    yield turn.command(wording.BTN_FIRST_AID, commands.CHAPTERS)
    if wants and turn.is_advised:
        yield turn.command(wording.BTN_PAPERS, commands.PAPERS)
    yield turn.command(commands.HUMAN.label, commands.HUMAN)
    if turn.is_busy:
        yield turn.command(wording.BACK_TO_QUESTION, commands.HERE)
    elif turn.is_advised:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)
