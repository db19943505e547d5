"""The advice: shown, and remembered as it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.advice.card import Action, Card
from bot.dialogue import advising, commands, wording
from bot.dialogue import focus as at
from bot.dialogue.advice_text import advice_text
from bot.dialogue.commands import Command
from bot.dialogue.messages import Button
from bot.dialogue.places.place import Place
from bot.dialogue.state import Given
from bot.dialogue.turn import Turn
from bot.words.names import outcome_name


class AdvicePlace(Place[at.Advice]):
    """The advice is on the screen."""

    advises = True

    def show(self) -> Turn:
        """The advice as it is now, with what it offers."""
        turn = self.turn
        card = turn.card
        outcomes = tuple((piece.cell, piece.outcome) for piece in card.pieces)
        before, now = turn.project.given, Given(turn.pack.version, turn.at, outcomes)
        turn = turn.with_project(replace(turn.project, given=now))
        if before and before.version != now.version and before.outcomes != outcomes:
            turn = turn.say(_today_differs(turn, before, now), shape="notice")
        text = advice_text(card, with_origin=turn.pack.id != turn.shelf.default)
        return turn.say(text, *_offers(turn, card), shape="advice")

    def why(self) -> Turn:
        """Why not more or less."""
        return advising.explain(self.turn)


def _today_differs(turn: Turn, before: Given, now: Given) -> str:
    then, today = (
        ", ".join(outcome_name(turn.pack, outcome) for _, outcome in given.outcomes)
        for given in (before, now)
    )
    return wording.TODAY_DIFFERENT.format(then=then, now=today)


OFFERS: Mapping[Action, tuple[str, Command]] = {
    "why_not": (wording.BTN_WHY_NOT, commands.WHY_NOT),
    "lens": (wording.BTN_LENS, commands.LENS),
    "chairs": (wording.BTN_CHAIRS, commands.CHAIRS),
    "note": (wording.BTN_NOTE, commands.NOTE),
    "overrule": (wording.BTN_OVERRULE, commands.OTHER_FORM),
    "continue": (wording.ON_WITH_QUESTIONS, commands.CONTINUE),
    "change": (wording.BTN_CHANGE, commands.OVERVIEW),
}


def _offers(turn: Turn, card: Card) -> Iterable[Button]:
    """What an advice offers, behind at most seven buttons."""
    for action in card.actions:
        if action == "chapter":
            first = card.chapters[0]
            label = f"{wording.BTN_FIRST_AID}: {first.title}"
            yield turn.command(label, commands.CHAPTER, first.slug)
        else:
            yield turn.command(*OFFERS[action])


def menu(turn: Turn) -> Turn:
    """What the advice offers, without the advice itself."""
    return turn.focus(at.Advice()).say(wording.AFTER_ADVICE, *_offers(turn, turn.card))
