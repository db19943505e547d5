"""Who a paper is for, as far as a request says: how it is called, and what changes in a line that
was told about the reader. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.words.for_readers import with_commas
from bot.words.own_topics import EARLIER, LETTER, MEETING, PROGRAMME, Told
from bot.words.phrases import capital

ADDRESSED = "aan_"
"""Before the id of a paper: to whom it goes."""
_WRONGED = "mis"
"""What a person tells of what went wrong."""
GREETED = "aanhef"
"""Whom a letter greets, where a request says that."""
_PARTY, _COUNCIL = "mail_partij", "raadsinformatiebrief"
_SPOKEN = (LETTER, "vragen_antwoorden", "draaiboek")
"""What is written or said to those whom it is about."""
_OPEN, _ANSWERS = "open", "vragen_antwoorden"
_IS_OPEN = re.compile(
    r"^(?:dus )?dat (?:is|zijn) nog open[,:] |^de rest (?:kan|mag|is open)(?: nog)?[,:] "
    r"|^meepraten (?:kan|mag) over "
    r"|^(?:nog )?open (?:is|zijn|staat|staan)(?: nog)?:? |^wat (?:nog )?open is:? ",
    re.IGNORECASE,
)
"""What a heading above it says already."""
_MUST_BE_SPOKEN = re.compile(
    r",? (?:dat|die|dit) (?:moet|moeten) (?:ook )?(?:besproken|aan bod)(?: worden| komen)?\.$"
)
_SORRY = re.compile(r"\b(?:sorry|excuses?|excuus)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:geroepen|verkondigd)\b")
ON_DAY = "op_dag"
"""The day of the month of the meeting that a running order is for, where a request says that."""
_YOU = re.compile(r"^Je kunt\b")
_IF_THEY = re.compile(r"\bals (?:ze|zij)\b")
_THEY = re.compile(r"\bdat (?:ze|zij)\b")
_FROM_THEM = re.compile(
    r"\b(verslag|reactie|plan|antwoord) van (?:hem|haar|hen|hun)\b", re.IGNORECASE
)

_THAT_YOU, _IF_YOU = "dat jullie", "als jullie"
_YOU_POLITE = "U kunt"
_LETTER_TO = "Brief aan {whom}"
_SEVERAL_OF: Mapping[str, str] = {
    "ouder": "ouders", "ondernemer": "ondernemers", "huurder": "huurders", "bestuur": "besturen",
    "collega": "collega’s", "cliënt": "cliënten", "jongere": "jongeren",
    "vrijwilliger": "vrijwilligers", "vereniging": "leden van de vereniging",
}  # fmt: skip
"""Whom a letter greets -> all of them together."""
_FROM_YOU = r"\1 van jullie"
_MAIL_TO = "Mail aan {whom}"
_BOARD = ("burgemeester", "wethouder", "directie", "gemeentesecretaris", "directeur", "college")
_PARTIES = ("ondernemingsraad", "ontwikkelaar", "woningcorporatie", "adviesraad", "cliëntenraad",
            "dorpsraad", "wijkraad", "provincie", "initiatiefgroep", "school")  # fmt: skip
_WITH_ARTICLE: Mapping[str, str] = {
    **{who: f"de {who}" for who in (*_BOARD, *_PARTIES)},
    **{"waterschap": "het waterschap", "college": "het college", "COA": "het COA"},
}
"""Whom a mail is for -> as its name goes on."""
_GREETS: Mapping[str, str] = {
    **{who: f"leden van de {who}" for who in _PARTIES if who.endswith("raad")},
    **{who: f"mensen van de {who}" for who in ("woningcorporatie", "provincie", "initiatiefgroep")},
    **{"waterschap": "mensen van het waterschap", "COA": "mensen van het COA"},
    **{"college": "leden van het college", "school": "mensen van de school"},
}
"""Whom a mail is for -> how it greets, where that is not the same word."""


def to_reader(paper: str, topic: str, line: str) -> str:
    """A line that speaks of its reader, to that reader: "sorry dat ze het uit de krant hoorden" in
    a letter to them; "verslag van hem" in a mail to him."""
    if topic == _OPEN and paper != _ANSWERS:
        line = with_commas(capital(_IS_OPEN.sub("", line)))
    if topic == PROGRAMME:
        line = _MUST_BE_SPOKEN.sub(".", line)
    if paper == LETTER and topic == MEETING:
        line = _IF_THEY.sub(_IF_YOU, line)
    if topic == EARLIER:
        line = _CALLED.sub("gezegd", line)
    if paper in _SPOKEN and topic == _WRONGED:
        return _THEY.sub(_THAT_YOU, line)
    if paper == _COUNCIL:
        return _YOU.sub(_YOU_POLITE, line)
    return _FROM_THEM.sub(_FROM_YOU, line) if paper == _PARTY else line


def apologises(own: Told) -> bool:
    """Whether a person says sorry in words of their own."""
    return any(_SORRY.search(line) for line in own.get(_WRONGED, ()))


def whom(paper: str, own: Told) -> str:
    """Whom a paper is for, in one word or by name; empty where nobody said that."""
    return next(iter(own.get(ADDRESSED + paper, ())), "")


def name_of(paper: str, name: str, own: Told) -> str:
    """What a paper is called: by whom it is for, where that was said ("Mail aan de directie")."""
    who = whom(paper, own)
    greeted = next(iter(own.get(GREETED, ())), "") if paper == LETTER else ""
    if greeted:
        return _LETTER_TO.format(whom=several(_SEVERAL_OF.get(greeted, greeted)))
    return _MAIL_TO.format(whom=_WITH_ARTICLE.get(who, who)) if who else name


def several(greeted: str) -> str:
    """Whom a letter greets; of two groups all of both ("leden van de vereniging en huurders")."""
    groups = greeted.split(AND)
    return AND.join(_SEVERAL_OF.get(one, one) for one in groups) if len(groups) > 1 else greeted


AND = " en "


def greeting(who: str) -> str:
    """How that reader is greeted: "burgemeester", "leden van de ondernemingsraad"."""
    return _GREETS.get(who, who)
