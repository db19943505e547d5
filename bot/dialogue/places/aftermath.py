"""How it went, weeks after an advice: only of who wanted that, in three taps, and kept after those.

What was chosen and whether they would do so again is counted; a lesson is for an editor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue import wording as general
from bot.dialogue.messages import Button, HowItWent, Noted, Understanding
from bot.dialogue.places import wording
from bot.dialogue.places.place import Place
from bot.dialogue.turn import Turn
from bot.words.dates import in_words
from bot.words.names import outcome_name
from bot.words.persons import masked

MOST = 200
"""So much of a typed lesson is kept (characters)."""
WENT_DAYS = 365
"""So long it is kept how it went."""
NOT = "niet"
NOTHING = "-"
"""No form was chosen, or there is no lesson."""
LESSON, COUNTED_LESSON = "les", "les_geteld"
"""The kinds of what an editor gets: a typed lesson, and one from the list."""


# --- wanting to be asked ----------------------------------------------------------------------


def offer(turn: Turn) -> Iterable[Button]:
    """To be asked later how it went; nothing before an advice, or when that was wanted already."""
    project = turn.state.project
    if project and project.given and project.ask_on is None:
        yield turn.command(wording.BTN_ASK_LATER, commands.ASK_LATER)


def want(turn: Turn, argument: str = "") -> Turn:
    """The person wants to be asked, or not after all."""
    if argument == NOT:
        return _want_not(turn)
    weeks = turn.pack.asks_after
    day = turn.at.date() + timedelta(weeks=weeks)
    turn = turn.with_project(replace(turn.project, ask_on=day))
    text = wording.ASK_LATER_DONE.format(weeks=weeks, day=in_words(day))
    never = turn.command(wording.BTN_ASK_NOT, commands.ASK_LATER, NOT)
    return turn.say(text, never, turn.command(general.BTN_TO_ADVICE, commands.ADVICE))


def _want_not(turn: Turn) -> Turn:
    turn = turn.with_project(replace(turn.project, ask_on=None))
    return turn.say(
        wording.ASK_NOT_DONE, turn.command(general.BTN_TO_ADVICE, commands.ADVICE)
    ).focus(at.Advice())


# --- being asked ------------------------------------------------------------------------------


def ask_when_due(turn: Turn) -> Turn | None:
    """How it went with the first project of which it is time to ask; None when there is none."""
    today = turn.at.date()
    due = (one for one in turn.state.projects if one.ask_on and one.ask_on <= today)
    project = next(due, None)
    if project is None:
        return None
    turn = turn.with_project(replace(project, ask_on=None))
    return turn.notice(wording.WENT_HEAD.format(name=project.name)).goto(at.Went())


class WentPlace(Place[at.Went]):
    """What was chosen is asked, and then whether they would do so again."""

    def show(self) -> Turn:
        """Ask the one or the other."""
        turn = self.turn
        if self.at.form:
            ways = [
                turn.command(label, commands.WENT, value) for value, label in wording.AGAIN.items()
            ]
            return turn.say(wording.WENT_AGAIN, *ways, shape="question")
        return turn.say(wording.WENT_FORM, *self._forms(), shape="question")

    def _forms(self) -> Iterable[Button]:
        """The form that was chosen or advised stands first."""
        turn, own = self.turn, self.turn.project.overruled
        first = own.form if own else turn.card.main.outcome
        forms = [form.id for form in turn.pack.forms if form.kind == "form"]
        for id in sorted(forms, key=lambda id: id != first):
            yield turn.command(outcome_name(turn.pack, id), commands.WENT, id)
        yield turn.command(wording.WENT_NOTHING, commands.WENT, NOTHING)

    def choose(self, value: str) -> Turn:
        """A form, or whether they would do so again."""
        if self.at.form:
            known = value in wording.AGAIN
            return self.turn.goto(at.Lesson(self.at.form, value)) if known else self.turn.again()
        if value == NOTHING:
            return self.leave()
        is_form = self.turn.pack.form(value) is not None
        return self.turn.goto(at.Went(value)) if is_form else self.turn.again()

    def leave(self) -> Turn:
        """Nothing is kept."""
        return self.turn.focus(at.Advice()).say(wording.WENT_LEFT, *_after(self.turn))

    no = back = skip = unknown = leave


class LessonPlace(Place[at.Lesson]):
    """One lesson is asked, or a yes to keeping one that was typed."""

    knows_commands = True

    def show(self) -> Turn:
        """Ask for it; say back what was typed."""
        turn = self.turn
        if self.at.text:
            keep = turn.command(wording.LESSON_KEEP, commands.YES)
            drop = turn.command(wording.LESSON_DROP, commands.NO)
            return turn.say(wording.LESSON_ASK.format(text=self.at.text), keep, drop)
        ways = [turn.command(label, commands.WENT, id) for id, label in wording.LESSONS.items()]
        ways.append(turn.command(wording.LESSON_NONE, commands.WENT, NOTHING))
        return turn.say(wording.LESSON_WHICH, *ways, shape="question", typed=True)

    def wants(self, text: str) -> bool:
        """Whatever it says."""
        return bool(text)

    def hear(self, text: str, understanding: Understanding) -> Turn | None:
        """This is the lesson, without what points to a person."""
        told = masked(" ".join(text.split()))[:MOST]
        return self.turn.goto(at.Lesson(self.at.form, self.at.again, told)) if told else None

    def choose(self, value: str) -> Turn:
        """A lesson from the list, or none."""
        if value in wording.LESSONS:
            return self._done(Noted(COUNTED_LESSON, f"{self.at.form}: {wording.LESSONS[value]}"))
        return self._done()

    def yes(self) -> Turn:
        """Keep what was typed."""
        text = self.at.text
        return self._done(Noted(LESSON, self.at.form, text)) if text else self.turn.again()

    def no(self) -> Turn:
        """No lesson; what was typed is not kept."""
        return self._done()

    back = skip = unknown = leave = no

    def _done(self, *notes: Noted) -> Turn:
        turn, project = self.turn, self.turn.project
        went = HowItWent(project.id, project.pack, self.at.form, self.at.again)
        turn = turn.focus(at.Advice()).reply(went, *notes)
        return turn.say(wording.WENT_DONE, *_after(turn))


def _after(turn: Turn) -> Iterable[Button]:
    yield turn.command(general.BTN_TO_ADVICE, commands.ADVICE)
    yield turn.command(general.NEW_PROJECT, commands.NEW)


# --- what others said -------------------------------------------------------------------------


def tried(turn: Turn) -> Iterable[str]:
    """How it went elsewhere with the form of the advice; nothing while few told it."""
    form = turn.card.form
    told = turn.shelf.tried.get((turn.pack.id, form.id)) if form else None
    if form and told:
        yield wording.TRIED.format(form=form.name, count=told[0], again=told[1])
