"""Which line that a person tells for papers is about what. Pure.

A line is about what stands before its colon ("vast: het riool"); else, where lines are numbered,
about the topic with that number; else about the last topic of which it has words; else about the
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.rules.model.content import OwnTopic
from bot.words import reached
from bot.words.dates import MONTHS
from bot.words.forbidden import (
    forbidden,
    forbidden_apart,
    not_promised,
    promised_later,
    without_own_question,
)
from bot.words.guards import Guards
from bot.words.left_out import stays_inside
from bot.words.meeting_lines import (
    DAY,
    apart,
    is_appointment,
    is_bare_days,
    is_decision,
    meetings_apart,
    without_period,
)
from bot.words.normal import normal
from bot.words.own_parts import MARKUP, sentences
from bot.words.own_topics import (
    CONTACT,
    DECISION,
    DONE,
    EARLIER,
    FIXED,
    MEETING,
    NEVER,
    PROGRAMME,
    RUNNING_ORDER,
    STEPS,
    UNKNOWN,
)
from bot.words.patterns import phrase
from bot.words.reported import was_said
from bot.words.to_the_writer import Said, parts_of, without_taken_back

_IS_FIXED = re.compile(
    r"\bniet (?:meer )?open\b|\bsta(?:at|an) vast\b|\blig(?:t|gen) vast\b", re.IGNORECASE
)
_DAYS_OF = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_WAS_DECIDED = re.compile(
    r"^(?!.*\b(?:niets|niks|niet|geen|nooit)\b)(?:de |het )?(?:raad|college|gemeenteraad|directie"
    r"|burgemeester|provincie) (?:besloot|heeft\b.*\bbesloten)\b",
    re.IGNORECASE,
)
"""What was decided is what happens."""
_OF_LAW = re.compile(
    r"^(?:bezwaar|beroep)\b.*\b(?:kan|kun|kunnen|mogelijk|maken)\b|\bbezwaar (?:maken|indienen)\b",
    re.IGNORECASE,
)
"""What one can do against a decision stands beside it."""
_CAME = re.compile(
    r"^(?!.*\b(?:plek|ruimte|plaats|hoogstens|maximaal|max)\b)"
    r".*\b(?:avond|bijeenkomst|inloop|sessie|middag)\b[^.]*\b\d+ (?:mensen|bewoners|ouders"
    r"|bezoekers"
    r"|aanwezigen|deelnemers|inwoners|man)\b",
    re.IGNORECASE,
)
"""How many came tells of a meeting that was."""
_OPENS = re.compile(
    r"\b(?:opening|oplevering)\b(?: (?:is|in|eind|begin|medio))* "
    rf"(?:{'|'.join(MONTHS)}|20\d\d|(?:het )?(?:voor|na)jaar)",
    re.IGNORECASE,
)
"""When something is ready is no meeting."""
_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\s*[.):]\s+(?=\D)")
_LABEL = re.compile(r"^\s*(?P<label>[^\W\d][\w ]{1,30}?)\s*:\s+(?=\S)")


def is_about(text: str, topics: Sequence[OwnTopic]) -> bool:
    """Whether a text names one of these topics in its first line, or has words of one."""
    first = text.strip().partition("\n")[0]
    return bool(named_topic(first, topics)[0] or _heard(text, tuple(topics)))


class Placed(NamedTuple):
    """A part of a text with the topic that it is about; ``is_sure``: by its name or its words."""

    id: str
    said: Said
    is_sure: bool = True


def placed(text: str, topics: Sequence[OwnTopic]) -> Iterator[Placed]:
    """Each sentence with the topic that it is about: by its name, its words, that of the sentence
    before it when it only goes on with that, or else the first. What stays inside and what was
    taken back is left out."""
    for line in text.splitlines():
        before = topics[0].id
        for whole in without_taken_back(sentences(line))[0]:
            never = not_promised(whole.text)
            if never:
                yield from _forbidden(*never, promised_later(whole.text), topics)
                continue
            whole = whole._replace(text=without_own_question(whole.text))
            if not whole.text or stays_inside(whole.text) or _ONLY_ASKS.match(whole.text):
                continue
            named, rest = named_topic(whole.text, topics)
            parts = [whole] if whole.is_task else list(_parts(rest, whole.paper))
            for place, said in enumerate(parts):
                if not said.is_task and forbidden(said.text):
                    yield from _forbidden(said.text, "", (), topics)
                    continue
                along = before if place and said.is_task else ""
                for clause in (said.text,) if named or said.is_task else apart(said.text):
                    heard = named or along or _about(clause, said, topics, before)
                    goes_on = _goes_on(clause) and before != topics[0].id
                    before = heard or (before if goes_on else topics[0].id)
                    is_sure = bool(heard or goes_on)
                    for each in _each(before, clause):
                        yield Placed(before, said._replace(text=each), is_sure)


_ONLY_ASKS = re.compile(r"^(?:heb (?:je|jij) |zijn er )?(?:nog )?vragen ?\?$", re.IGNORECASE)
"""It says nothing without the sentence behind it."""


def _each(topic: str, clause: str) -> list[str]:
    """The meetings of a clause, each by itself; anything else as it is."""
    return meetings_apart(clause) if topic == MEETING else [clause]


def _parts(line: str, paper: str) -> Iterator[Said]:
    for part in forbidden_apart(line):
        for said in (Said(part),) if forbidden(part) else parts_of(part):
            yield said._replace(paper=paper or said.paper)


def _forbidden(
    never: str, but: str, later: Sequence[str], topics: Sequence[OwnTopic]
) -> Iterator[Placed]:
    """What nobody promises, and what may be said of it after all."""
    ids = {topic.id for topic in topics}
    if NEVER in ids:
        yield Placed(NEVER, Said(never))
    if UNKNOWN in ids:
        yield from (Placed(UNKNOWN, Said(line)) for line in later)
    if but and not (UNKNOWN in ids and len(later) > 1):
        yield Placed(_heard(but, tuple(topics)) or topics[0].id, Said(but, is_task=True))


def _about(clause: str, said: Said, topics: Sequence[OwnTopic], before: str) -> str:
    """The topic by its words; what is only for the meeting is a point of its programme. ``before``:
    that of the sentence before it."""
    if before == CONTACT and reached.goes_on(clause):
        return CONTACT
    is_there = any(topic.id == PROGRAMME for topic in topics)
    point = PROGRAMME if is_there and said.paper == RUNNING_ORDER else ""
    if said.is_task and _NAMES.search(said.text) and any(t.id == EARLIER for t in topics):
        return EARLIER
    return _heard(clause, tuple(topics)) or point


_NAMES = re.compile(r"^noem\b|^(?:19|20)\d\d: |\b(?:be)?noemen\b")
MOST_GOING_ON = 4
"""So few words without a day only go on with the sentence before."""


def _goes_on(line: str) -> bool:
    is_short = len(line.split()) <= MOST_GOING_ON and not DAY.search(line)
    return is_short or bool(_ABOUT_BEFORE.match(line))


_ABOUT_BEFORE = re.compile(
    r"^(?:(?:het )?zijn er (?:dus )?wel|(?:dat )?klopt (?:dus )?niet"
    r"|(?:dat )?is (?:dus )?(?:niet waar"
    r"|nooit besloten|niet zeker)|allebei niet|daar is niets over besloten|dat kan\b)",
    re.IGNORECASE,
)
"""It says what is true of the line before it."""


def named_topic(line: str, topics: Sequence[OwnTopic]) -> tuple[str, str]:
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
    match = _LABEL.match(MARKUP.sub(" ", line))
    said = normal(match["label"]) if match else ""
    for topic in topics if said else ():
        if said in map(normal, topic.called):
            return topic.id, line[line.index(":") + 1 :]
    return "", line


def _heard(line: str, topics: tuple[OwnTopic, ...]) -> str:
    """The last topic of which a line has words: those of later are told apart best. A day with a
    time of the clock and no words of any is the meeting."""
    ids = {topic.id for topic in topics}
    if DECISION in ids and is_decision(line):
        return DECISION
    if FIXED in ids and _IS_FIXED.search(line):
        return FIXED
    if EARLIER in ids and was_said(line):
        return EARLIER
    if DECISION in ids and _OF_LAW.search(line):
        return DECISION
    if _WAS_DECIDED.search(line) or (_OPENS.search(line) and not _DAYS_OF.search(line)):
        return topics[0].id
    dated_parts = [part for part in line.split(", ") if _DAYS_OF.search(part)]
    if STEPS in ids and len(dated_parts) > 1 and not is_appointment(line):
        return STEPS
    if MEETING in ids and is_bare_days(line):
        return MEETING
    if CONTACT in ids and reached.is_contact(line):
        return CONTACT
    if _CAME.search(line) and not is_appointment(line) and not _DAYS_OF.search(line):
        return DONE if DONE in ids else ""
    found = next(iter(reversed(_cues(topics).all_heard(without_period(line)))), "")
    return found or (MEETING if MEETING in ids and is_appointment(line) else "")


@lru_cache(maxsize=64)
def _cues(topics: tuple[OwnTopic, ...]) -> Guards:
    kinds = {topic.id: tuple(map(phrase, topic.cues)) for topic in topics}
    return Guards(kinds, deniable=False)
