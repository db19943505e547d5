"""A name for a project, given by the person, to tell several apart."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn

MAX_NAME = 40


class NamePlace(Place[at.Name]):
    """A name is awaited."""

    knows_commands = True

    def show(self) -> Turn:
        """Ask for a name."""
        leave = self.turn.command(wording.LEAVE_IT, commands.CONTINUE)
        return self.turn.say(wording.NAME_ASK, leave)

    def back(self) -> Turn:
        """No name after all."""
        return self.leave()

    no = unknown = skip = back

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This is the name; a question is none."""
        return None if not text or text.endswith("?") else name_it(self.turn, text)


def name_it(turn: Turn, text: str) -> Turn:
    """Keep the name, without what would look like markup; asked again when nothing is left."""
    name = " ".join(text.replace("*", " ").split())[:MAX_NAME].strip()
    if not name:
        return turn.goto(at.Name())
    turn = turn.with_project(replace(turn.project, name=name, named=True))
    told = wording.NAME_DONE.format(name=name)
    if turn.is_busy:
        return turn.notice(told).again()
    on = turn.command(wording.CONTINUE, commands.CONTINUE)
    return turn.focus(at.Advice()).say(told, on)
