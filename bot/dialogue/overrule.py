"""Choosing another form than the advice: an instrument that can't be overruled is a burden."""

from __future__ import annotations

from dataclasses import replace

from bot.advice.advice import advise
from bot.dialogue import advising, wording
from bot.dialogue.state import Focus, Overruled
from bot.dialogue.turn import Turn
from bot.words.names import outcome_name

MAX_REASON = 300


def choose_form(turn: Turn) -> Turn:
    """Ask which form the person prefers."""
    advised = advise(turn.compiled, turn.project.book)
    forms = [f for f in turn.pack.forms if f.kind == "form" and f.id != advised.main.outcome]
    buttons = [turn.command(form.name, "kies", form.id) for form in forms]
    buttons.append(turn.command(wording.LEAVE_IT, "advies"))
    return turn.say(wording.OVERRULE_CHOOSE, *buttons)


def ask_reason(turn: Turn, form: str) -> Turn:
    """Ask why."""
    if turn.pack.form(form) is None:
        return choose_form(turn)
    text = wording.OVERRULE_REASON.format(form=outcome_name(turn.pack, form))
    turn = turn.focus(Focus("overrule", form=form))
    return turn.say(text, turn.command(wording.NO_REASON, "zonder_reden"))


def done(turn: Turn, reason: str) -> Turn:
    """Keep the choice beside the advice, and say what must then be true."""
    form = turn.state.focus.form
    overruled = Overruled(form, reason[:MAX_REASON])
    turn = turn.with_project(replace(turn.project, overruled=overruled)).focus(Focus("advice"))
    lines = [wording.OVERRULE_DONE.format(form=outcome_name(turn.pack, form))]
    if clash := advising.kept_out(turn, form):
        lines.append(wording.OVERRULE_CLASH.format(reason=clash))
    found = turn.pack.form(form)
    if found and found.fits:
        lines.append(wording.OVERRULE_NEEDS.format(needs=" ".join(found.fits[:2])))
    note = turn.command(wording.BTN_NOTE, "notitie")
    return turn.say("\n\n".join(lines), note, turn.command(wording.LEAVE_IT, "advies"))
