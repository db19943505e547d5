"""Who comes back: where the person was, and "verder of opnieuw?"."""

from __future__ import annotations

from datetime import timedelta

from bot.advice.answer_lines import told_answers
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.words import dates

MOST_LINES = 6


class ResumePlace(Place[at.Resume]):
    """Go on, or begin again."""

    def show(self) -> Turn:
        """Where the person was, what is known, and how long ago that was."""
        turn, before = self.turn, self.turn.state.touched
        lines = [wording.RESUME.format(name=turn.project.name)]
        now = turn.project
        told = told_answers(turn.pack, now.book, now.differs)[:MOST_LINES]
        lines += [f"• {each.line}" for each in told]
        if before and turn.at - before >= timedelta(hours=1):
            lines.append(wording.RESUME_AGE.format(age=dates.age(turn.at - before)))
        return turn.say(
            "\n".join((*lines, wording.RESUME_ASK)),
            turn.command(wording.CONTINUE, commands.CONTINUE),
            turn.command(wording.RESTART, commands.RESTART),
            turn.command(wording.NEW_PROJECT, commands.NEW),
        )

    yes = Place.leave

    def no(self) -> Turn:
        """A no to "verder of opnieuw?" says neither: it is asked again."""
        return self.turn.goto(self.at)
