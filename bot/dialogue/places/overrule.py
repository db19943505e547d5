"""Choosing another form than the advice: an instrument that can't be overruled is a burden."""

from __future__ import annotations

from dataclasses import replace

from bot.advice.explain import kept_out
from bot.dialogue import commands, wording
from bot.dialogue import focus as at
from bot.dialogue.messages import Understanding
from bot.dialogue.places.place import Place
from bot.dialogue.state import Overruled
from bot.dialogue.turn import Turn
from bot.rules.model.content import Form
from bot.words.names import outcome_name

MAX_REASON = 300


class OverrulePlace(Place[at.Overrule]):
    """A reason for another form is awaited."""

    knows_commands = True

    def show(self) -> Turn:
        """Ask why."""
        text = wording.OVERRULE_REASON.format(form=outcome_name(self.turn.pack, self.at.form))
        return self.turn.say(text, self.turn.command(wording.NO_REASON, commands.NO_REASON))

    def back(self) -> Turn:
        """Back to the forms that can be chosen."""
        return choose_form(self.turn.focus(at.Advice()))

    def no(self) -> Turn:
        """No other form after all."""
        return self.turn.goto(at.Advice())

    def unknown(self) -> Turn:
        """The choice stays, without a reason."""
        return self.done()

    skip = unknown

    def wants(self, text: str) -> bool:
        """Whatever it says."""
        return bool(text)

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This is the reason."""
        return self.done(text) if text else None

    def done(self, reason: str = "") -> Turn:
        """Keep the choice beside the advice, and say what must then be true."""
        chosen, turn = self.at.form, self.turn
        overruled = Overruled(chosen, " ".join(reason.split())[:MAX_REASON])
        turn = turn.with_project(replace(turn.project, overruled=overruled)).focus(at.Advice())
        lines = [wording.OVERRULE_DONE.format(form=outcome_name(turn.pack, chosen))]
        (clash,) = kept_out(turn.compiled, turn.project.book, (chosen,))
        if clash.told:
            lines.append(wording.OVERRULE_CLASH.format(reason=clash.told))
        form = turn.pack.form(chosen)
        if form and form.fits:
            lines.append(wording.OVERRULE_NEEDS.format(needs=" ".join(form.fits[:2])))
        note = turn.command(wording.BTN_NOTE, commands.NOTE)
        leave = turn.command(wording.LEAVE_IT, commands.ADVICE)
        return turn.say("\n\n".join(lines), note, leave)


def choose_form(turn: Turn, form: Form | None = None) -> Turn:
    """Which form the person prefers; when that is told, why."""
    if form is not None:
        return turn.goto(at.Overrule(form.id))
    advised = turn.card.main.outcome
    forms = [f for f in turn.pack.forms if f.kind == "form" and f.id != advised]
    buttons = [turn.command(one.name, commands.CHOOSE, one.id) for one in forms]
    buttons.append(turn.command(wording.LEAVE_IT, commands.ADVICE))
    return turn.say(wording.OVERRULE_CHOOSE, *buttons)
