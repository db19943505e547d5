"""The advice: shown, and remembered as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.advice.advice import Advised, advise
from bot.advice.origin import origin_sentence
from bot.dialogue import advising, commands, wording
from bot.dialogue import focus as at
from bot.dialogue.advice_text import advice_text
from bot.dialogue.messages import Button
from bot.dialogue.places.place import Place
from bot.dialogue.state import Given
from bot.dialogue.turn import Turn
from bot.rules.ask import next_ask
from bot.words.names import outcome_name


class AdvicePlace(Place[at.Advice]):
    """The advice is on the screen."""

    advises = True

    def show(self) -> Turn:
        """The advice as it is now, with what it offers."""
        turn = self.turn
        advised = advise(turn.compiled, turn.project.book)
        outcomes = tuple((cell.cell.name, cell.outcome) for cell in advised.cells)
        before, now = turn.project.given, Given(turn.pack.version, turn.at, outcomes)
        turn = turn.with_project(replace(turn.project, given=now))
        if before and before.version != now.version and before.outcomes != outcomes:
            turn = turn.say(_today_differs(turn, before, now), shape="notice")
        return _show(turn, advised)

    def why(self) -> Turn:
        """Why not more or less."""
        return advising.explain(self.turn)


def _today_differs(turn: Turn, before: Given, now: Given) -> str:
    then, today = (
        ", ".join(outcome_name(turn.pack, outcome) for _, outcome in given.outcomes)
        for given in (before, now)
    )
    return wording.TODAY_DIFFERENT.format(then=then, now=today)


def _show(turn: Turn, advised: Advised) -> Turn:
    origin = "" if turn.pack.id == turn.shelf.default else origin_sentence(turn.pack)
    provisional = _is_provisional(turn)
    text = advice_text(advised, origin, provisional=provisional)
    return turn.say(text, *_offers(turn, advised, provisional), shape="advice")


def _is_provisional(turn: Turn) -> bool:
    """Whether there are questions that still matter: the person wanted the advice now."""
    return next_ask(turn.compiled, turn.project.book) is not None


def _offers(turn: Turn, advised: Advised, provisional: bool) -> Iterable[Button]:
    """What an advice offers, behind at most seven buttons."""
    if advised.chapters and (chapter := turn.pack.chapter(advised.chapters[0])):
        yield turn.command(
            f"{wording.BTN_FIRST_AID}: {chapter.title}", commands.CHAPTER, chapter.slug
        )
    yield turn.command(wording.BTN_WHY_NOT, commands.WHY_NOT)
    yield turn.command(wording.BTN_LENS, commands.LENS)
    yield turn.command(wording.BTN_CHAIRS, commands.CHAIRS)
    yield turn.command(wording.BTN_NOTE, commands.NOTE)
    yield turn.command(wording.BTN_OVERRULE, commands.OTHER_FORM)
    if provisional:
        yield turn.command(wording.ON_WITH_QUESTIONS, commands.CONTINUE)
    else:
        yield turn.command(wording.BTN_CHANGE, commands.OVERVIEW)


def menu(turn: Turn) -> Turn:
    """What the advice offers, without the advice itself."""
    advised = advise(turn.compiled, turn.project.book)
    return turn.focus(at.Advice()).say(
        wording.AFTER_ADVICE, *_offers(turn, advised, _is_provisional(turn))
    )
