"""Meetings that were told in the conversation, as sentences for a paper; and lines that say the
same, once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.advice import wording
from bot.advice.plan import Meeting, Plan
from bot.words import dates
from bot.words.phrases import capital

_WORD, _JOINS = re.compile(r"\w+"), frozenset(("en", "de", "het"))


def once(lines: Iterable[str]) -> Iterable[str]:
    """The lines, the last of those that have the same words."""
    said = {frozenset(_WORD.findall(line.lower())) - _JOINS: line for line in lines}
    return said.values()


def meetings(plan: Plan) -> tuple[str, ...]:
    """When and where people meet: "donderdag 17 december 2026 om 20 uur, in de zaal zelf"; nothing
    of which only the day is known."""
    return tuple(_meeting(one) for one in plan.meetings if one.clock or one.where)


def _meeting(one: Meeting) -> str:
    day = f"{dates.weekday(one.day)} {dates.in_words(one.day)}"
    day = wording.AT_CLOCK.format(day=day, clock=one.clock) if one.clock else day
    return capital(f"{', '.join(filter(None, (day, one.where)))}.")
