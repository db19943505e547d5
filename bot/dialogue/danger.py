"""Danger to people stops the advice: what to do and whom to call, and only then what helps here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialogue import commands, wording
from bot.dialogue.focus import Advice, Doors
from bot.dialogue.messages import Button
from bot.dialogue.places import here, papers, tonight
from bot.dialogue.places.faq import source_line
from bot.dialogue.state import State
from bot.dialogue.turn import Shelf, Turn
from bot.words.normal import normal
from bot.words.soon import Soon, soon

_PAPER = re.compile(
    r"\b(?:maak|maken|schrijf|schrijven|stel|opstellen|doe|geef|graag|wil|nodig)\b.{0,80}"
    r"\b(?:\w*brief\w*|uitnodiging\w*|mail\w*|draaiboek|notitie|memo|persbericht|raadsvoorstel"
    r"|spreekpunten|vragen en antwoorden|stuk|stukken)\b"
)
"""Somebody asks for a paper."""


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
        given = turn.state.project and turn.project.given
        turn = turn.focus(Advice() if given else Doors())
    turn = turn.say("\n\n".join(filter(None, (told.text, source_line(told.sources)))))
    if told.first_aid:
        return paper_too(tonight.begin(turn, soon(text) or Soon(meeting=False)), text)
    wants = _PAPER.search(normal(text)) is not None
    also = wording.ALSO_A_PAPER if wants else wording.ALSO_ASKED if "?" in text else ""
    after = " ".join(filter(None, (also, wording.AFTER_DANGER)))
    return turn.say(after, *_ways_on(turn, wants))


def paper_too(turn: Turn, text: str) -> Turn:
    """Who asked for a paper beside a cry for help gets the papers, when there is an advice."""
    can = turn.state.project is not None and bool(turn.project.given)
    wants = can and _PAPER.search(normal(text)) is not None
    return papers.menu(turn) if wants else turn


def _ways_on(turn: Turn, wants: bool) -> Iterable[Button]:
    yield turn.command(wording.BTN_FIRST_AID, commands.CHAPTERS)
    if wants and turn.state.project and turn.project.given:
        yield turn.command(wording.BTN_PAPERS, commands.PAPERS)
    yield turn.command(commands.HUMAN.label, commands.HUMAN)
    if turn.is_busy:
        yield turn.command(wording.BACK_TO_QUESTION, commands.HERE)
    elif turn.state.project and turn.project.given:
        yield turn.command(wording.BTN_TO_ADVICE, commands.ADVICE)
    else:
        yield turn.command(wording.TO_INTERVIEW, commands.INTERVIEW)
