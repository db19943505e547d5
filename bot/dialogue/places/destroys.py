"""A question whose yes destroys something: only its button or a plain yes will do."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from bot.dialogue import commands
from bot.dialogue.focus import Anywhere
from bot.dialogue.messages import Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.spoken import AGREES, spoken
from bot.dialogue.turn import Turn
from bot.words.normal import normal

F = TypeVar("F", bound=Anywhere)


class Destroys(Place[F]):
    """Nothing is lost on a guess: a yes that was only understood is asked back."""

    @abstractmethod
    def agreed(self) -> Turn:
        """The person said yes: it is destroyed."""

    def yes(self) -> Turn:
        """Something like a yes."""
        return self.turn.goto(self.turn.state.focus)

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """A plain yes or no; what nobody understands is asked again."""
        if normal(text) in AGREES:
            return self.agreed()
        if spoken(text) is commands.NO:
            return self.no()
        return self.turn.goto(self.turn.state.focus) if understanding.kind == "onbekend" else None
