"""What a person tells that no rule looks at: kept for the papers, only after a yes."""

from __future__ import annotations

from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue.also_told import MOST, kept
from bot.dialogue.places import heard_days, wording
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.words.for_readers import is_of_health
from bot.words.own_parts import sentences, without_questions
from bot.words.own_shaping import dated

LEAST = 6
"""So many words tell something; fewer may mean anything."""


class KeepLinePlace(Place[at.KeepLine]):
    """A yes is awaited."""

    def show(self) -> Turn:
        """Say back what it is, and ask."""
        days = heard_days.named(self.turn)
        plain = wording.KEEP_LINE if self.turn.is_silent else wording.KEEP_ALSO
        text = wording.KEEP_LINE_DAYS if days else plain
        yes = wording.KEEP_DAYS_YES if days else wording.KEEP_LINE_YES
        return self.turn.say(
            text.format(text=self.at.text, days=days),
            self.turn.command(yes, commands.YES),
            *heard_days.one_wrong(self.turn),
            self.turn.command(wording.KEEP_LINE_NO, commands.NO),
        )

    def yes(self) -> Turn:
        """Keep it with the project, each sentence under what it is about."""
        turn = heard_days.with_heard(kept(self.turn, [self.at.text]))
        return _on(turn.notice(wording.KEPT_LINE))

    def no(self) -> Turn:
        """It is not kept."""
        return _on(self.turn)

    back = leave = skip = unknown = no


def offer(turn: Turn, text: str, least: int = LEAST) -> Turn | None:
    """Ask whether this is kept; None for questions, for less than so many words, and without a
    project or papers to keep it for."""
    begun = turn.state.project is not None and turn.project.order
    plain = [one for one in sentences(text) if not is_of_health(one)]
    if begun and is_of_health(text):
        turn = turn.notice(wording.HEALTH_NOT_KEPT)
        if not plain:
            return turn.again()
    text = dated(without_questions("\n".join(plain)), turn.at.date())
    is_told = len(text.split()) >= least
    if not begun or not is_told or not turn.pack.own_topics:
        return None
    cut = text if len(text) <= MOST else text[:MOST].rsplit(" ", 1)[0]
    return turn.goto(at.KeepLine(" ".join(cut.split())))


def _on(turn: Turn) -> Turn:
    """To what was asked, or to the advice."""
    return turn.focus(at.Advice()).home() if turn.is_advised else turn.onward()
