"""What a person tells for the papers: which line is about what, and as a sentence. Pure.

A line is about what stands before its colon ("vast: het riool"); else, where lines are numbered,
about the topic with that number; else about the last topic of which it has words; else about the
first. Nothing is added to it but a capital, a full stop, and the day where it says "morgen".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import TypeAlias

from bot.rules.model.content import OwnTopic
from bot.words.dates import in_words, weekday
from bot.words.guards import Guards
from bot.words.left_out import as_said, stays_inside
from bot.words.meeting_lines import DAY, apart, is_appointment, without_period
from bot.words.normal import normal
from bot.words.patterns import phrase
from bot.words.phrases import capital
from bot.words.written_out import days_in_full, in_full, with_names

Told: TypeAlias = Mapping[str, tuple[str, ...]]
"""Topic -> the sentences about it, in the order in which they were told."""

MEETING = "bijeenkomst"
"""The topic of a day with a time of the clock."""
CONTACT = "contact"
"""The topic of whom one can reach."""
MOST_LINES = 24
MOST_OF_ONE = 240
"""So many characters of one line are kept."""
_MARKUP = re.compile(r"[*_#|<>`{}~]|^\s*[-•–]\s+", re.MULTILINE)
_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\s*[.):]\s+(?=\D)")
_LABEL = re.compile(r"^\s*(?P<label>[^\W\d][\w ]{1,30}?)\s*:\s+(?=\S)")
_SENTENCE = re.compile(
    r"(?<![\s.][^\W\d])(?<!^\d)(?<!^\d\d)(?<!\bnr)(?<!\bca)(?<!\bbijv)(?<!\bmln)(?<!\bmevr)(?<!\bdhr)"
    r"[.!;](?=\s+\S)|(?<=\?)\s+|\n+",
    re.MULTILINE,
)
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


def sorted_lines(text: str, topics: Sequence[OwnTopic], today: date) -> Told:
    """What a text tells of each topic, as sentences. ``today``: the day that "morgen" is counted
    from. Empty without topics."""
    told: dict[str, tuple[str, ...]] = {}
    for id, line in list(_placed(days_in_full(text), topics))[:MOST_LINES] if topics else ():
        if sentence := _sentence(line, today, is_contact=id == CONTACT):
            told[id] = (*told.get(id, ()), sentence)
    return told


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, without what ends them."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def is_about(text: str, topics: Sequence[OwnTopic]) -> bool:
    """Whether a text names one of these topics in its first line, or has words of one."""
    first = text.strip().partition("\n")[0]
    return bool(_named(first, topics)[0] or _heard(text, tuple(topics)))


def together(before: Told, text: str, topics: Sequence[OwnTopic], today: date) -> Told:
    """What was told before and what a text tells now; a line that says itself what it is about
    comes in the place of what was told of that."""
    now = sorted_lines(text, topics, today)
    named = {id for part in sentences(text) if (id := _named(part, topics)[0])}
    kept = {id: lines for id, lines in before.items() if id not in named}
    return {
        id: tuple(dict.fromkeys((*kept.get(id, ()), *now.get(id, ()))))
        for id in dict.fromkeys((*kept, *now))
    }


# --- which line is about what -----------------------------------------------------------------


def _placed(text: str, topics: Sequence[OwnTopic]) -> Iterator[tuple[str, str]]:
    """Each sentence with the topic that it is about: by its name, its words, that of the sentence
    before it when it only goes on with that, or else the first. What stays inside is left out."""
    for line in text.splitlines():
        before = topics[0].id
        for part in sentences(line):
            if stays_inside(part):
                continue
            named, rest = _named(part, topics)
            for clause in (rest,) if named else apart(rest):
                heard = named or _heard(clause, tuple(topics))
                before = heard or (before if _goes_on(clause) else topics[0].id)
                yield before, clause


MOST_GOING_ON = 4
"""So few words without a day only go on with the sentence before."""


def _goes_on(line: str) -> bool:
    return len(line.split()) <= MOST_GOING_ON and not DAY.search(line)


def _named(line: str, topics: Sequence[OwnTopic]) -> tuple[str, str]:
    """The topic that a line names itself, and the rest of the line."""
    id, rest = _by_number(line, topics)
    by_label, after = _by_label(rest, topics)
    return by_label or id, after


def _by_number(line: str, topics: Sequence[OwnTopic]) -> tuple[str, str]:
    match = _NUMBERED.match(line)
    place = int(match["number"]) if match else 0
    if match is None or not 1 <= place <= len(topics):
        return "", line
    return topics[place - 1].id, line[match.end() :]


def _by_label(line: str, topics: Sequence[OwnTopic]) -> tuple[str, str]:
    match = _LABEL.match(_MARKUP.sub(" ", line))
    said = normal(match["label"]) if match else ""
    for topic in topics if said else ():
        if said in map(normal, topic.called):
            return topic.id, line[line.index(":") + 1 :]
    return "", line


def _heard(line: str, topics: tuple[OwnTopic, ...]) -> str:
    """The last topic of which a line has words: those of later are told apart best. A day with a
    time of the clock and no words of any is the meeting."""
    found = next(iter(reversed(_cues(topics).all_heard(without_period(line)))), "")
    is_there = any(topic.id == MEETING for topic in topics)
    return found or (MEETING if is_there and is_appointment(line) else "")


@lru_cache(maxsize=64)
def _cues(topics: tuple[OwnTopic, ...]) -> Guards:
    kinds = {topic.id: tuple(map(phrase, topic.cues)) for topic in topics}
    return Guards(kinds, deniable=False)


# --- as a sentence ------------------------------------------------------------------------------


def _sentence(line: str, today: date, *, is_contact: bool) -> str:
    """A line as it may stand in a letter; empty for no words."""
    bare = " ".join(_MARKUP.sub(" ", line).split()).strip(" ,;-–")
    if not normal(bare):
        return ""
    cut = bare[:MOST_OF_ONE].rsplit(" ", 1)[0] if len(bare) > MOST_OF_ONE else bare
    said = with_names(as_said(in_full(dated(cut, today)), is_contact=is_contact))
    masked = _MASKED.sub(r"[INVULLEN: \1]", said)
    return capital(masked.rstrip(". ")) + _end(bare)


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


_ASKS = re.compile(
    r"^(?:(?:en|maar|dus|nou|ok[eé]?|ja)[, ]+)*(?:hoe|wat|wie|waar|waarom|wanneer|welke?)\b"
    r"|\b(?:hoe|wat|waarom|wanneer) \w+ (?:ik|we|wij|je|ze|dat|dit|het|er|daar)\b"
    r"|\b(?:hoe|wat|wie|waar|waarom|wanneer|welke|moet|moeten|kan|kunnen|mag|mogen|red|zal|zullen|ga"
    r"|doe|noem|is|zijn) (?:ik|we|wij|je|jij|hij|ze|het|dat|dit|er|kan|moet|doe|mag)\b",
    re.IGNORECASE,
)


def without_questions(text: str) -> str:
    """The sentences of a text that ask nothing, as far as their words tell."""
    parts = (
        part
        for part in sentences(text)
        if "?" not in part and not _ASKS.search(part) and not stays_inside(part)
    )
    return ". ".join(parts)


def lines_of(told: Told) -> Iterable[tuple[str, str]]:
    """What was told as pairs of topic and sentence, to keep."""
    return ((id, line) for id, lines in told.items() for line in lines)
