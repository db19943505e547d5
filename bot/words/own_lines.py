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
from typing import NamedTuple, TypeAlias

from bot.rules.model.content import OwnTopic
from bot.words.dates import MONTHS, in_words, weekday
from bot.words.for_readers import is_note, is_of_readers
from bot.words.forbidden import (
    forbidden,
    forbidden_apart,
    names_one,
    not_promised,
    promised_later,
    unnamed,
    without_own_question,
)
from bot.words.guards import Guards
from bot.words.left_out import as_said, is_contact, stays_inside
from bot.words.meeting_lines import (
    DAY,
    apart,
    is_appointment,
    is_bare_days,
    is_decision,
    without_period,
)
from bot.words.normal import normal
from bot.words.patterns import phrase
from bot.words.phrases import capital, small
from bot.words.reported import was_said
from bot.words.to_the_writer import MAIL, Said, parts_of, without_taken_back
from bot.words.written_out import days_in_full, in_full, with_names

Told: TypeAlias = Mapping[str, tuple[str, ...]]
"""Topic -> the sentences about it, in the order in which they were told."""

MEETING = "bijeenkomst"
"""The topic of a day with a time of the clock."""
DECISION = "besluit"
"""The topic of who decides, and when."""
CONTACT = "contact"
"""The topic of whom one can reach."""
FIXED = "vast"
_IS_FIXED = re.compile(
    r"\bniet (?:meer )?open\b|\bsta(?:at|an) vast\b|\blig(?:t|gen) vast\b", re.IGNORECASE
)
STEPS = "stappen"
_DAYS_OF = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_WAS_DECIDED = re.compile(
    r"^(?!.*\b(?:niets|niks|niet|geen|nooit)\b)(?:de |het )?(?:raad|college|gemeenteraad|directie"
    r"|burgemeester|provincie) (?:besloot|heeft\b.*\bbesloten)\b",
    re.IGNORECASE,
)
"""What was decided is what happens."""
EARLIER, UNKNOWN = "eerder", "onbekend"
"""The topics of what was said before, and of what nobody knows yet."""
PROGRAMME, NEVER = "programma", "niet"
"""The topics of what a meeting must speak of, and of what nobody promises there."""
RUNNING_ORDER = "draaiboek"
ONLY_IN = "@"
"""Between a topic and the one paper that a line is for."""
MOST_UNPLACED = 6
"""So many lines that are about no topic stand under the first; of more it is asked where."""
MOST_LINES = 24
MOST_OF_ONE = 240
"""So many characters of one line are kept."""
_MARKUP = re.compile(r"[*_#|<>`{}~]|^\s*[-•–]\s+", re.MULTILINE)
_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\s*[.):]\s+(?=\D)")
_LABEL = re.compile(r"^\s*(?P<label>[^\W\d][\w ]{1,30}?)\s*:\s+(?=\S)")
_SENTENCE = re.compile(
    r"(?<![\s.][^\W\d])(?<!^\d)(?<!^\d\d)(?<!\bnr)(?<!\bca)(?<!\bbijv)(?<!\bmln)(?<!\bmevr)(?<!\bdhr)"
    r"(?<!sver)(?<!tver)(?<!\bbedr)(?<!\bgem)(?<!\bincl)(?<!\bexcl)"
    r"[.!;](?=\s+\S)|(?<=\?)\s+|\n+",
    re.MULTILINE,
)
_BRACKETS = re.compile(r"\[INVULLEN: |[\[\]]")
_LEADS = re.compile(
    r"^(?:(?:(?:en|oh? ?ja|oja|trouwens|verder nog|verder|maar|oh?|ok[eé]?|want|hoi|hallo|heej*|hey"
    r"|hai)\b(?! (?:of|ook al|als|toen)\b)|(?:dus|nou|dan)\b(?! (?:heeft|hebben|had|is|zijn"
    r"|was|zegt|zei|kan|kun|kunnen|mag|mogen|moet|moeten|gaat|gaan|komt|krijgt|wordt|dat|als|toen|heb"
    r"|wat)\b))[ ,:]+|wat (?:[\w-]+ ){1,2}is: )+",
    re.IGNORECASE,
)
"""What a sentence only goes on with."""
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
    unplaced = 0
    for one in list(_placed(days_in_full(text), topics))[:MOST_LINES] if topics else ():
        sentence = _sentence(one, today)
        if not sentence:
            continue
        unplaced += not (one.is_sure or one.said.is_task)
        if one.said.is_task or (not one.is_sure and unplaced > MOST_UNPLACED):
            sentence = _gap(sentence, is_task=one.said.is_task)
        id = f"{one.id}{ONLY_IN}{one.said.paper}" if one.said.paper else one.id
        told[id] = (*told.get(id, ()), sentence)
    return told


def _gap(sentence: str, *, is_task: bool) -> str:
    """What only a person can write, or find the place of."""
    bare = small(_BRACKETS.sub("", sentence).rstrip("."))
    return f"[INVULLEN: {bare if is_task else f'waar hoort dit: {bare}'}]"


LETTER = "bewonersbrief"
OUTSIDE = (
    LETTER, "mail_partij", "vragen_antwoorden", "raadsvoorstel", "raadsinformatiebrief",
    "participatieverslag", "participatieplan",
)  # fmt: skip
"""The papers that others read: a note of who writes stands in none of them."""


def for_paper(told: Told, paper: str) -> Told:
    """What was told, of all papers and of this one alone."""
    mine: dict[str, tuple[str, ...]] = {}
    kept = unnamed(told.get(NEVER, ()))
    for topic, line in _of_paper(told, paper):
        if topic == NEVER or not _stays_out(paper, line, kept):
            mine[topic] = (*mine.get(topic, ()), line)
    return mine


def notes_left_out(told: Told, papers: Iterable[str]) -> list[str]:
    """The lines that stand in none of these papers that others read: notes, what must not be told,
    and what names that."""
    kept = unnamed(told.get(NEVER, ()))
    found: dict[str, None] = {}
    for paper in papers:
        for topic, line in _of_paper(told, paper):
            if (topic == NEVER and paper in OUTSIDE) or _stays_out(paper, line, kept):
                found[line] = None
    return list(found)


def _stays_out(paper: str, line: str, kept: Iterable[frozenset[str]]) -> bool:
    """Whether a paper goes without a line: a note, or outside what must not be named there."""
    return _is_note_in(paper, line) or (paper in OUTSIDE and names_one(line, kept))


def _is_note_in(paper: str, line: str) -> bool:
    """Whether a line is a note that this paper goes without; a mail of one's own has an "ik"."""
    if paper == LETTER and is_of_readers(line):
        return True
    return (paper in OUTSIDE and is_note(line)) or (paper == MAIL and is_note(line, of_others=True))


def _of_paper(told: Told, paper: str) -> Iterator[tuple[str, str]]:
    for id, lines in told.items():
        topic, _, only = id.partition(ONLY_IN)
        if only in ("", paper):
            yield from ((topic, line) for line in lines)


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
    stands = without_taken_back(sentences(text))[0]
    named = {id for part in stands if (id := _named(part.text, topics)[0])}
    kept = {id: lines for id, lines in before.items() if id not in named}
    return {
        id: tuple(dict.fromkeys((*kept.get(id, ()), *now.get(id, ()))))
        for id in dict.fromkeys((*kept, *now))
    }


# --- which line is about what -----------------------------------------------------------------


class _Placed(NamedTuple):
    """A part of a text with the topic that it is about; ``is_sure``: by its name or its words."""

    id: str
    said: Said
    is_sure: bool = True


def _placed(text: str, topics: Sequence[OwnTopic]) -> Iterator[_Placed]:
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
            if not whole.text or stays_inside(whole.text):
                continue
            named, rest = _named(whole.text, topics)
            parts = [whole] if whole.is_task else list(_parts(rest, whole.paper))
            for place, said in enumerate(parts):
                if not said.is_task and forbidden(said.text):
                    yield from _forbidden(said.text, "", (), topics)
                    continue
                along = before if place and said.is_task else ""
                for clause in (said.text,) if named or said.is_task else apart(said.text):
                    heard = named or along or _about(clause, said, topics)
                    goes_on = _goes_on(clause) and before != topics[0].id
                    before = heard or (before if goes_on else topics[0].id)
                    yield _Placed(before, said._replace(text=clause), bool(heard or goes_on))


def _parts(line: str, paper: str) -> Iterator[Said]:
    for part in forbidden_apart(line):
        for said in (Said(part),) if forbidden(part) else parts_of(part):
            yield said._replace(paper=paper or said.paper)


def _forbidden(
    never: str, but: str, later: Sequence[str], topics: Sequence[OwnTopic]
) -> Iterator[_Placed]:
    """What nobody promises, and what may be said of it after all."""
    ids = {topic.id for topic in topics}
    if NEVER in ids:
        yield _Placed(NEVER, Said(never))
    if UNKNOWN in ids:
        yield from (_Placed(UNKNOWN, Said(line)) for line in later)
    if but and not (UNKNOWN in ids and len(later) > 1):
        yield _Placed(_heard(but, tuple(topics)) or topics[0].id, Said(but, is_task=True))


def _about(clause: str, said: Said, topics: Sequence[OwnTopic]) -> str:
    """The topic by its words; what is only for the meeting is a point of its programme."""
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
    ids = {topic.id for topic in topics}
    if DECISION in ids and is_decision(line):
        return DECISION
    if FIXED in ids and _IS_FIXED.search(line):
        return FIXED
    if EARLIER in ids and was_said(line):
        return EARLIER
    if _WAS_DECIDED.search(line):
        return topics[0].id
    dated_parts = [part for part in line.split(", ") if _DAYS_OF.search(part)]
    if STEPS in ids and len(dated_parts) > 1 and not is_appointment(line):
        return STEPS
    if MEETING in ids and is_bare_days(line):
        return MEETING
    if CONTACT in ids and is_contact(line):
        return CONTACT
    found = next(iter(reversed(_cues(topics).all_heard(without_period(line)))), "")
    return found or (MEETING if MEETING in ids and is_appointment(line) else "")


@lru_cache(maxsize=64)
def _cues(topics: tuple[OwnTopic, ...]) -> Guards:
    kinds = {topic.id: tuple(map(phrase, topic.cues)) for topic in topics}
    return Guards(kinds, deniable=False)


# --- as a sentence ------------------------------------------------------------------------------


def _sentence(one: _Placed, today: date) -> str:
    """A line as it may stand in a letter; empty for no words."""
    bare = _LEADS.sub("", " ".join(_MARKUP.sub(" ", one.said.text).split()).strip(" ,;-–"))
    if not normal(bare):
        return ""
    cut = bare[:MOST_OF_ONE].rsplit(" ", 1)[0] if len(bare) > MOST_OF_ONE else bare
    line = in_full(dated(cut, today))
    is_said = not one.said.is_task and one.id != NEVER
    said = with_names(as_said(line, is_contact=one.id == CONTACT) if is_said else line)
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
    r"|doe|noem|is|zijn) (?:ik|we|wij|je|jij|hij|ze|het|dat|dit|er|kan|moet|doe|mag)\b(?! dus\b)",
    re.IGNORECASE,
)


def without_questions(text: str) -> str:
    """The sentences of a text that ask nothing, as far as their words tell."""
    parts = (
        part
        for part in (_LEADS.sub("", one) for one in sentences(text))
        if "?" not in part and not _ASKS.search(part) and not stays_inside(part)
    )
    return ". ".join(parts)


def lines_of(told: Told) -> Iterable[tuple[str, str]]:
    """What was told as pairs of topic and sentence, to keep."""
    return ((id, line) for id, lines in told.items() for line in lines)
