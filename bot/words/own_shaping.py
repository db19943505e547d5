"""A line that a person tells for papers, as a sentence. Pure.

Nothing is added to it but a capital, a full stop, and the day where it says "morgen".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial

from bot.words.clock_times import in_figures, unsure_of_part
from bot.words.dates import in_words, weekday
from bot.words.left_out import as_said
from bot.words.meeting_lines import as_appointment, is_appointment
from bot.words.normal import normal
from bot.words.own_parts import LEADS, MARKUP
from bot.words.own_placing import Placed
from bot.words.own_topics import CONTACT, HAPPENS, MEETING, NEVER
from bot.words.phrases import capital, small
from bot.words.reached import names_nobody
from bot.words.whole_sentences import as_sentences
from bot.words.written_out import in_full, with_names

MOST_OF_ONE = 240
"""So many characters of one line are kept."""
_BRACKETS = re.compile(r"\[INVULLEN: |[\[\]]")
_MASKED = re.compile(r"\[(\w+)\]")
_NEAR = re.compile(
    r"\b(?<!de )(?<!dag )(?<!elke )(?<!iedere )(?<!\b(?:ma|di|wo|do|vr|za|zo) )"
    r"(?P<day>vandaag|vanavond|vanmiddag|vanochtend|overmorgen|morgen)"
    r"(?P<part>avond|middag|ochtend)?\b",
    re.IGNORECASE,
)
_DAYS = {
    **{"vandaag": (0, ""), "vanochtend": (0, "ochtend"), "vanmiddag": (0, "middag")},
    **{"vanavond": (0, "avond"), "morgen": (1, ""), "overmorgen": (2, "")},
}
"""How many days ahead, and in which part of that day."""


def shaped(one: Placed, today: date) -> str:
    """A line as it may stand in a letter; empty for no words."""
    bare = LEADS.sub("", " ".join(MARKUP.sub(" ", one.said.text).split()).strip(" ,;-–"))
    if not normal(bare):
        return ""
    cut = bare[:MOST_OF_ONE].rsplit(" ", 1)[0] if len(bare) > MOST_OF_ONE else bare
    line = in_full(dated(cut, today))
    if one.id == MEETING and not one.said.is_task:
        line = _with_clock(line)
    is_said = not one.said.is_task and one.id != NEVER
    said = with_names(as_said(line, is_contact=one.id == CONTACT) if is_said else line)
    if one.id == CONTACT and is_said and names_nobody(said):
        return gap(said, is_task=True)
    if one.id == HAPPENS and is_said:
        said = as_sentences(said)
    masked = _MASKED.sub(r"[INVULLEN: \1]", said)
    return capital(masked.rstrip(". ")) + _end(bare)


MORNING_OR_EVENING = "[INVULLEN: ’s ochtends of ’s avonds]"


def _with_clock(line: str) -> str:
    """A meeting with its time in figures; where nobody can tell morning from evening, that is for
    whoever writes."""
    said = as_appointment(in_figures(line))
    return f"{said} {MORNING_OR_EVENING}" if is_appointment(line) and unsure_of_part(said) else said


def _end(line: str) -> str:
    return "" if line.endswith(("?", "!")) else "."


def _day(today: date, match: re.Match[str]) -> str:
    """The day that is meant, with its part: "woensdagavond 7 oktober 2026"."""
    ahead, part = _DAYS[match["day"].lower()]
    day = today + timedelta(days=ahead)
    return f"{weekday(day)}{match['part'] or part} {in_words(day)}"


def dated(text: str, today: date) -> str:
    """The text with the day that is meant where it says "morgen"."""
    return _NEAR.sub(partial(_day, today), text)


def gap(sentence: str, *, is_task: bool) -> str:
    """What only a person can write, or find the place of."""
    bare = small(_BRACKETS.sub("", sentence).rstrip("."))
    return f"[INVULLEN: {bare if is_task else f'waar hoort dit: {bare}'}]"
