"""What is kept of a person, and deleting it: only after a yes."""

from __future__ import annotations

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Forgotten
from bot.dialogue.places.destroys import Destroys
from bot.dialogue.places.tell import DAYS
from bot.dialogue.places.wording import MY_DATES, MY_LINES, MY_WENT, TOLD_WENT
from bot.dialogue.state import State
from bot.dialogue.turn import Turn


class ForgetPlace(Destroys[at.Forget]):
    """A yes is awaited."""

    def show(self) -> Turn:
        """Ask for a yes before everything is deleted."""
        return self.turn.say(
            wording.FORGET_ASK,
            self.turn.command(wording.FORGET_YES, commands.FORGET),
            self.turn.command(wording.FORGET_NO, commands.KEEP),
        )

    def agreed(self) -> Turn:
        """Delete everything."""
        turn = self.turn.with_state(State(pack=self.turn.shelf.default))
        return turn.say(wording.FORGOTTEN).reply(Forgotten())

    def no(self) -> Turn:
        """Keep everything."""
        return keep_all(self.turn)


def keep_all(turn: Turn) -> Turn:
    """Nothing is deleted."""
    return turn.focus(at.Doors()).say(wording.KEPT)


def my_data(turn: Turn) -> Turn:
    """What is kept of this person."""
    projects = len(turn.state.projects)
    answers = sum(len(project.book.answers) for project in turn.state.projects)
    with_words = sum(len(project.words) for project in turn.state.projects)
    text = wording.MY_DATA.format(
        projects="1 project" if projects == 1 else f"{projects} projecten",
        answers=_answers(answers),
        words=wording.MY_WORDS.format(answers=_answers(with_words)) if with_words else "",
        noted=DAYS,
        days=turn.shelf.retention_days,
    )
    if any(not project.plan.is_empty for project in turn.state.projects):
        text = f"{text} {MY_DATES}"
    if any(project.told for project in turn.state.projects):
        text = f"{text} {MY_LINES}"
    if any(project.given for project in turn.state.projects):
        text = f"{text} {TOLD_WENT}"
    if turn.state.ask_on:
        text = f"{text} {MY_WENT}"
    return turn.say(
        text,
        turn.command(commands.DELETE.label, commands.DELETE),
        turn.command(wording.FORGET_NO, commands.CONTINUE),
    )


def _answers(count: int) -> str:
    return "1 antwoord" if count == 1 else f"{count} antwoorden"
