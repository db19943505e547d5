"""The meetings and decisions that are reckoned with, as sentences for a paper beside what was told.
Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.advice import wording
from bot.advice.plan import Meeting, Plan
from bot.words import dates
from bot.words.clock_times import in_figures, unsure_of_part
from bot.words.dates import MONTHS
from bot.words.for_readers import is_note
from bot.words.meeting_lines import as_appointment, day_of, is_appointment, is_bare_days, is_who_on
from bot.words.own_shaping import MORNING_OR_EVENING
from bot.words.phrases import capital


def meetings(plan: Plan) -> tuple[str, ...]:
    """When and where people meet: "donderdag 17 december 2026 om 20 uur, in de zaal zelf"; nothing
    of which only the day is known."""
    return tuple(_meeting(one) for one in plan.meetings if one.clock or one.where)


def _meeting(one: Meeting) -> str:
    day = f"{dates.weekday(one.day)} {dates.in_words(one.day)}"
    day = in_figures(as_appointment(f"{day} {one.clock}")) if one.clock else day
    asks = f" {MORNING_OR_EVENING}" if unsure_of_part(one.clock) else ""
    return capital(f"{', '.join(filter(None, (day, one.where)))}{asks}.")


def decisions(plan: Plan, told: Sequence[str]) -> tuple[str, ...]:
    """Who decides on which of the days that are reckoned with, but for a day that ``told`` has. Of
    a project of another party the day is of its advice: nothing is made of it."""
    if plan.day(_OF_ANOTHER):
        return ()
    days = {one: plan.day(one) for one in wording.DECIDED_ON}
    said = " ".join(line for line in told if not is_who_on(line))
    return tuple(
        wording.DECIDED_ON[one].format(day=dates.in_words(day))
        for one, day in days.items()
        if day and not re.search(rf"\b{re.escape(dates.in_words(day)[:-5])}\b", said)
    )


def without_who_on(told: Iterable[str], plan: Plan) -> Iterable[str]:
    """The lines, without those with no more than who and a day that is reckoned with."""
    known = " ".join(dates.in_words(day) for _, day in plan.days)
    return (line for line in told if not (is_who_on(line) and day_of(line) in known))


_OF_ANOTHER = "ander"
"""The moment on which another party decides."""


def with_meetings(told: Sequence[str], known: Sequence[str], on: Sequence[str]) -> Sequence[str]:
    """The meetings as they were told in the conversation, and what was told beside them; a line
    with a day stands, unless it is a note of who writes and the days are known. ``on``: the day of
    the month of the one that it is about."""
    told = [line for line in told if not (known and (is_note(line) or is_bare_days(line)))]
    said = " ".join(line for line in told if is_appointment(line))
    more = [line for line in known if not _is_of_day(line, said)]
    every = (*told, *more) if said else (*more, *told)
    of_day = [line for line in every if any(re.search(rf"\b{day} [a-z]+\b", line) for day in on)]
    others = [line for line in every if not is_appointment(line)]
    return [*of_day, *(line for line in others if line not in of_day)] if of_day else every


def _is_of_day(known: str, said: str) -> bool:
    """Whether what was told names the day of a meeting that is known."""
    match = _DAY.search(known)
    return bool(match and re.search(rf"\b{match['day']}\b[^.]*\b{match['month']}\b", said))


_DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b")
