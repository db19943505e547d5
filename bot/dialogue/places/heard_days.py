"""Days that a person tells in plain messages: said back once, and reckoned with after a yes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.advice.heard import each, heard, joined, without
from bot.advice.plan import Meeting, Plan
from bot.dialogue import commands
from bot.dialogue import focus as at
from bot.dialogue.messages import Button, Say
from bot.dialogue.places import wording
from bot.dialogue.places.place import Place
from bot.dialogue.project import ensured
from bot.dialogue.turn import Next, Turn
from bot.rules.model.book import split_key
from bot.rules.model.questions.registry import kind_of
from bot.rules.model.terms import Moment
from bot.words.dates import short_day
from bot.words.told_days import ToldDay, told_days

_OWN_WORDS = (at.Name, at.Overrule, at.Tell, at.Lesson, at.Resume)
"""Where a text is the answer itself, whatever days stand in it."""
_FOLDED = (at.Confirm, at.KeepLine, at.Clash)
"""Screens whose yes is for the days too."""
_BESIDE = (at.OwnLines, at.Question, at.Divide, at.Checklist, at.Advice, at.Faq, at.Liken)
"""Screens that stay as they are: the days stand in a message before them, with buttons of their
own."""


class HeardDaysPlace(Place[at.HeardDays]):
    """What was heard is on the screen, and awaits a yes."""

    def show(self) -> Turn:
        """Say it back in one line, and ask."""
        return asked(self.turn)

    def yes(self) -> Turn:
        """Reckon with it."""
        return kept(self.turn)

    def no(self) -> Turn:
        """Not with these."""
        return dropped(self.turn)

    back = leave = skip = unknown = no


# --- hearing --------------------------------------------------------------------------------------


def listened(turn: Turn, text: str) -> Turn:
    """The turn with the days that a text tells, of which those that are new await a yes."""
    if not text or text.startswith("/") or not _is_told(turn):
        return turn
    pack, today = turn.pack, turn.at.date()
    days = tuple(_later(turn, told_days(text, pack.moments, today)))
    if not days:
        return turn
    before = joined(pack, _plan(turn), turn.state.heard, today)
    known = deciders(turn, before)
    more = heard(pack, days, before, known[0].id if known else "")
    pending = joined(pack, turn.state.heard, more, today)
    clashes = tuple(day for day in days if day.weekday)
    turn = replace(turn, days=clashes if more.is_empty else days)
    return turn.with_state(replace(turn.state, heard=pending))


def _later(turn: Turn, days: Iterable[ToldDay]) -> Iterator[ToldDay]:
    """Without what is today or tomorrow, where first aid sees to that."""
    near = turn.at.date() + timedelta(days=1)
    for one in days:
        is_near = not one.is_over and one.days.first <= near
        if one.weekday or not is_near or not turn.pack.evening:
            yield one


def _is_told(turn: Turn) -> bool:
    """Whether what is typed here is a message, and no answer to a question for words or a day."""
    focus = turn.state.focus
    if isinstance(focus, _OWN_WORDS) or (isinstance(focus, at.Dates) and focus.asks):
        return False
    question = turn.pack.find_question(split_key(focus.asked)[0]) if focus.asked else None
    if question is not None and kind_of(question).is_free:
        return False
    return any(moment.role == "meeting" for moment in turn.pack.moments)


def is_news(turn: Turn) -> bool:
    """Whether the text of this turn told days that await a yes."""
    return any(not day.weekday for day in turn.days) and not turn.state.heard.is_empty


def offered(turn: Turn) -> Turn:
    """The turn that says what was heard, once: within the screen that asks for a yes already, or in
    a message of its own."""
    turn = _no_such_weekday(turn)
    focus = turn.state.focus
    if not is_news(turn) or isinstance(focus, _FOLDED):
        return turn
    if isinstance(focus, at.OwnLines):
        return _at_the_end(turn)
    if turn.next is Next.SHOW:
        return asked(turn) if isinstance(focus, _BESIDE) else turn
    return turn.goto(at.HeardDays())


def _at_the_end(turn: Turn) -> Turn:
    """With the question within the message that papers end with, its buttons first: what stands
    before that can't be tapped everywhere."""
    if turn.is_busy or not turn.replies or not isinstance(last := turn.replies[-1], Say):
        return turn
    text = f"{last.text}\n\n{wording.HEARD_AGAIN.format(days=named(turn))}"
    buttons = (
        turn.command(wording.HEARD_YES, commands.KEEP_DAYS),
        turn.command(wording.HEARD_NO, commands.DROP_DAYS),
        *last.buttons,
    )
    asked_too = replace(last, text=text, buttons=buttons)
    return replace(turn, replies=(*turn.replies[:-1], asked_too))


def lapsed(turn: Turn) -> Turn:
    """The turn without days to which nobody said yes or no: they are not kept for later."""
    if turn.days or isinstance(turn.state.focus, (*_FOLDED, at.HeardDays)):
        return turn
    return turn.with_state(replace(turn.state, heard=Plan()))


def _no_such_weekday(turn: Turn) -> Turn:
    for day in turn.days:
        if day.weekday:
            told = wording.NOT_THAT_WEEKDAY.format(day=day.words, weekday=day.weekday)
            turn = turn.notice(told)
    return turn


# --- saying it back -------------------------------------------------------------------------------


def asked(turn: Turn) -> Turn:
    """What was heard in one line, and the question whether to reckon with it."""
    return turn.say(
        wording.HEARD.format(days=named(turn)),
        turn.command(wording.HEARD_YES, commands.KEEP_DAYS),
        *one_wrong(turn),
        turn.command(wording.HEARD_NO, commands.DROP_DAYS),
    )


def lines(turn: Turn) -> Iterator[str]:
    """What was heard, as one line of a screen that asks for a yes already; nothing without."""
    if not turn.state.heard.is_empty:
        yield wording.HEARD_LINE.format(days=named(turn))


def named(turn: Turn) -> str:
    """The days that were heard, with what happens then."""
    found = each(turn.pack, turn.state.heard)
    return "; ".join(_named(turn, name, day, more) for _, name, day, more in found)


def _named(turn: Turn, name: str, day: date, more: Meeting | None) -> str:
    bare = name.partition(" ")[2] if name.startswith(("de ", "het ")) else name
    told = short_day(day, turn.at.date())
    beside = ", ".join(filter(None, (more.clock, more.where))) if more else ""
    if beside:
        return wording.HEARD_MEETING.format(name=bare, day=told, more=beside)
    return wording.HEARD_DAY.format(name=bare, day=told)


# --- yes, one is wrong, no ------------------------------------------------------------------------


def with_heard(turn: Turn) -> Turn:
    """The turn with what was heard kept among the dates of the project."""
    more = turn.state.heard
    if more.is_empty or not turn.state.project:
        return turn
    plan = joined(turn.pack, turn.project.plan, more, turn.at.date())
    turn = turn.with_project(replace(turn.project, plan=plan))
    return turn.with_state(replace(turn.state, heard=Plan()))


def kept(turn: Turn) -> Turn:
    """Reckon with what was heard, from now on."""
    if turn.state.heard.is_empty:
        return turn.again()
    turn = with_heard(ensured(turn))
    if not turn.state.project:
        return turn
    return _on(turn.notice(wording.HEARD_KEPT))


def dropped(turn: Turn) -> Turn:
    """Nothing of what was heard is kept."""
    if turn.state.heard.is_empty:
        return turn.again()
    turn = turn.with_state(replace(turn.state, heard=Plan()))
    return _on(turn.notice(wording.HEARD_DROPPED))


def which_wrong(turn: Turn) -> Turn:
    """Which of the days is wrong?"""
    ways = list(wrong_days(turn))
    if len(ways) < 2:
        return dropped(turn)
    turn = turn.focus(at.HeardDays()).say(wording.WHAT_DAY_WRONG, *ways, shape="question")
    return replace(turn, shown=len(turn.replies))


def one_wrong(turn: Turn) -> Iterator[Button]:
    """That one of several days is wrong."""
    if len(list(wrong_days(turn))) > 1:
        yield turn.command(wording.HEARD_WRONG, commands.WRONG_DAYS)


def wrong_days(turn: Turn) -> Iterator[Button]:
    """A button for each day that was heard, to leave it out."""
    for id, name, day, more in each(turn.pack, turn.state.heard):
        yield turn.command(_named(turn, name, day, more), commands.DROP_DAY, id)


def drop(turn: Turn, id: str) -> Turn:
    """One of the days is left out; the others are said back."""
    left = without(turn.pack, turn.state.heard, id)
    turn = turn.notice(wording.HEARD_WITHOUT).with_state(replace(turn.state, heard=left))
    if isinstance(turn.state.focus, _FOLDED):
        return turn.goto(turn.state.focus)
    return turn.goto(at.HeardDays()) if not left.is_empty else _on(turn)


def _on(turn: Turn) -> Turn:
    """To where the conversation was: what was asked, the advice, or what still matters."""
    if not isinstance(turn.state.focus, at.HeardDays):
        return turn.again()
    return turn.focus(at.Advice()).home() if turn.is_advised else turn.onward()


# --- who decides ----------------------------------------------------------------------------------


def deciders(turn: Turn, plan: Plan) -> list[Moment]:
    """The decisions that this project has: by its answers, else its kind, else the days told."""
    moments = [moment for moment in turn.pack.moments if moment.role == "decision"]
    holds = _holds(turn)
    by_answer = [one for one in moments if any(holds(a) for a in one.asked_with if not _kind(a))]
    by_kind = [one for one in moments if any(holds(kind) for kind in one.asked_with if _kind(kind))]
    told = [moment for moment in moments if plan.day(moment.id) and moment.asked_with]
    return by_answer or by_kind or told


def _kind(told: str) -> bool:
    return told.startswith("soort/")


def _holds(turn: Turn) -> Callable[[str], bool]:
    """Whether an answer, or a kind of project, is this project's."""
    project = turn.state.project

    def holds(told: str) -> bool:
        name, _, value = told.partition("/")
        if project is None:
            return False
        if name == "soort":
            return project.situation == value
        given = ((split_key(key)[0], answer) for key, answer in project.book.answers.items())
        return any(key == name and value in answer.values for key, answer in given)

    return holds


def _plan(turn: Turn) -> Plan:
    return turn.project.plan if turn.state.project else Plan()
