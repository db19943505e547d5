"""Beginning a project again: only after a yes, and to be undone for some turns."""

from __future__ import annotations

from bot.dialogue import commands, project, wording
from bot.dialogue import focus as at
from bot.dialogue.places.destroys import Destroys
from bot.dialogue.turn import Turn


class RestartPlace(Destroys[at.Restart]):
    """A yes is awaited."""

    def show(self) -> Turn:
        """Ask for a yes before the answers go."""
        return self.turn.say(
            wording.RESTART_ASK,
            self.turn.command(wording.RESTART_YES, commands.START_OVER),
            self.turn.command(wording.RESTART_NO, commands.CONTINUE),
        )

    def agreed(self) -> Turn:
        """Begin again."""
        return project.restart(self.turn)

    def no(self) -> Turn:
        """Go on with the answers as they are."""
        return self.turn.onward()

    back = no


def restart(turn: Turn) -> Turn:
    """Ask for a yes; where nothing was answered, nothing is lost and it begins again at once."""
    if turn.state.project is None or not turn.project.order:
        return project.restart(turn)
    return turn.goto(at.Restart())
