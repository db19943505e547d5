"""Something for the editor of the answers: typed on purpose, masked, and kept for a while."""

from __future__ import annotations

from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Noted, Understanding
from bot.dialogue.places import wording as sentences
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.words.persons import masked

MOST = 300
"""So much of it is kept (characters)."""
DAYS = 30
"""So long a text for an editor is kept."""
UNHEARD, MISSING = "niet_begrepen", "ontbreekt"


class TellPlace(Place[at.Tell]):
    """A text for an editor is awaited."""

    knows_commands = True

    def show(self) -> Turn:
        """Ask for it, and say what is done with it."""
        text = sentences.TELL_MISSED if self.at.about else sentences.TELL_WHAT
        leave = self.turn.command(wording.LEAVE_IT, commands.CONTINUE)
        return self.turn.say(f"{text} {sentences.TELL_KEPT.format(days=DAYS)}", leave)

    def back(self) -> Turn:
        """Nothing after all."""
        return self.leave()

    no = unknown = skip = back

    def wants(self, text: str) -> bool:
        """Whatever it says."""
        return bool(text)

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This is for the editor."""
        kind = MISSING if self.at.about else UNHEARD
        turn = self.turn.reply(Noted(kind, self.at.about, masked(" ".join(text.split()))[:MOST]))
        told = turn.notice(sentences.TOLD_EDITOR)
        return TellPlace(told, self.at).leave()


def tell(turn: Turn, about: str) -> Turn:
    """Ask what an editor should know; an answer that is gone is no subject."""
    return turn.goto(at.Tell(about if turn.pack.faq(about) else ""))
