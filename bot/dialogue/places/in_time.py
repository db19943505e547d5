"""Whether it can still be done, by the days of the project; without any, the one that matters is
asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.advice.due_lines import due_day, due_label
from bot.advice.heard import OPEN, joined
from bot.advice.plan import Due, Meeting, Plan
from bot.advice.reckon import Reckoned, reckon
from bot.dialogue import focus as at
from bot.dialogue.places import wording
from bot.dialogue.places.heard_days import deciders
from bot.dialogue.project import ensured
from bot.dialogue.turn import Turn
from bot.rules.model.book import AnswerBook
from bot.rules.model.terms import Moment
from bot.words.dates import in_words, short_day
from bot.words.phrases import both, capital, small

_STANDS = {
    "in_time": wording.IN_TIME,
    "in_short": wording.IN_SHORT,
    "law_over": wording.LAW_OVER,
}


def asks_it(turn: Turn, text: str) -> bool:
    """Whether a text asks if it can still be done, or when what must be done."""
    has_days = any(moment.role == "decision" for moment in turn.pack.moments)
    return has_days and bool(turn.shelf.asks_days.heard(text))


def told(turn: Turn) -> Turn | None:
    """The turn that says how it stands and what comes on which day; None while no day is known."""
    reckoned = _reckoned(turn)
    return turn.say("\n".join(_lines(turn, reckoned))) if reckoned else None


def answered(turn: Turn, text: str) -> Turn:
    """How it stands; while no day is known, that one is asked first."""
    if (known := told(turn)) is not None:
        is_pending = not turn.state.heard.is_empty and not turn.is_busy
        return known.goto(at.HeardDays()) if is_pending else known.again()
    turn = ensured(turn)
    moment = _which_day(turn)
    if not turn.state.project or moment is None:
        return turn.again()
    kind = turn.shelf.asks_days.heard(text)
    first = turn.shelf.asks_days.told[kind].text
    return turn.notice(first).goto(at.Dates(moment.id, turn.project.plan))


def _which_day(turn: Turn) -> Moment | None:
    """The decision that is asked about: of who decides, or else of whoever that is."""
    known = deciders(turn, turn.project.plan)
    return known[0] if known else turn.pack.moment(OPEN)


def _reckoned(turn: Turn) -> Reckoned | None:
    project, today = turn.state.project, turn.at.date()
    plan = joined(turn.pack, project.plan if project else Plan(), turn.state.heard, today)
    book = project.book if project else AnswerBook()
    kind = (project.situation if project else "") or ""
    return reckon(turn.compiled, book, plan, today, kind)


def _lines(turn: Turn, reckoned: Reckoned) -> Iterator[str]:
    today = turn.at.date()
    named = [wording.OVER_BY_LAW.format(name=d.name, law=d.article) for d in reckoned.over]
    yield _STANDS[reckoned.stand].format(
        name=reckoned.name,
        day=short_day(reckoned.day, today),
        count=_count(reckoned.working_days),
        list=f"{capital(both(named))}." if named else "",
    )
    for due in (*reckoned.over, *reckoned.now):
        yield wording.THIS_WEEK.format(name=due.name, text=due.then)
    first = next((what for _, what in reckoned.coming if isinstance(what, Due)), None)
    for day, what in reckoned.coming:
        line = (
            _due(what, today) if isinstance(what, Due) else told_line(short_day(day, today), *what)
        )
        yield f"{line} {what.text}" if isinstance(what, Due) and what is first else line
    yield wording.OWN_RULES


def _due(due: Due, today: date) -> str:
    when = due_day(due).replace(in_words(due.day), short_day(due.day, today))
    short = wording.IN_SHORT_LINE if due.is_short else ""
    return wording.BARE_LINE.format(
        day=when, name=small(due.name), label=due_label(due), short=short
    )


def told_line(day: str, name: str, more: Meeting | None) -> str:
    """A day that was told, in a list: what happens then, and of a meeting when and where."""
    beside = filter(None, (more.clock, more.where)) if more else ()
    said = ", ".join((small(name), *beside))
    return wording.ON_DAY.format(day=day, name=said)


def _count(days: int) -> str:
    few = {0: wording.NO_WORKING_DAY, 1: wording.ONE_WORKING_DAY}
    return few.get(days, wording.WORKING_DAYS.format(count=days))
