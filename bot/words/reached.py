"""Whom one can reach, and how: as a sentence where it surely is that, and as it was told where not.
Pure.

"Contact projectleider" is a person to go to; "contact is lastig" and "contact: kunnen naar de
balie" are not: what fills "je kunt terecht bij" must be somebody or some place, and no clause.
"""

from __future__ import annotations

import re

_JOB = (
    r"\w*(?:consulent|adviseur|leider|beheerder|manager|kundige|griffier|medewerker|planoloog"
    r"|coordinator|coördinator|regisseur|secretaris|ambtenaar|balie|receptie|begeleider|agent"
    r"|coach|meester|functionaris|loket|gemeente|corporatie|woonstichting|aannemer)"
)
_HET = re.compile(r"\w*loket\b|\w*centrum\b|\w*kantoor\b|\w*huis\b|\w*team\b|\w*nummer\b")
_MAY = r"(?:kan|kunnen|mag|mogen|kun je|mag je)"
_LEAD = re.compile(
    r"^(?:voor |met )?(?P<way>contact(?:persoon)?|vragen|bellen|bel|mailen|mail)"
    rf"(?: gerust| even)?(?: opnemen| stellen)?(?: {_MAY}(?: je| stellen| terecht| opnemen)*)?"
    r"(?: (?P<by>met|naar|aan|bij|via|langs))?(?: stellen| terecht)?:? +(?P<who>.+)$",
    re.IGNORECASE,
)
_YOU_MAY = re.compile(
    r"^(?:(?:ze|zij|je|jullie|mensen|bewoners|men|u) )?(?:kunnen|kunt|kun je|kan)(?: je)?"
    r"(?: met vragen)?(?: terecht)? (?:naar|bij) (?P<who>.+?)(?: terecht)?$",
    re.IGNORECASE,
)
"""Behind a label: "contact: kunnen naar de balie"."""
_MAY_MAIL = re.compile(
    r"^(?:(?:ze|zij|je|jullie|mensen|u) )?(?:kunnen|kunt|kan) "
    r"(?P<does>mailen|bellen|langskomen|appen)(?P<rest> .+)?$",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\d.,])(?:\+31|0)\d[\d -]{6,12}\d\b|\b14 ?0\d{2,3}\b|\b0[89]00[ -]?\d{3,7}\b"
)
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.\w+\b|\b(?:www\.|https?:)\S+|\b[\w-]+\.(?:nl|eu|com)\b")
_NOBODY = re.compile(
    r"^(?:(?:is|zijn|was|wordt|worden|kan|kun|kunt|kunnen|mag|mogen|moet|loopt|gaat|gaan|komt|heeft|hebben"
    r"|nog|niet|geen|niemand|pas|dan|ons|we|wij|ik|over|gerust|of|en|ook|tussen|tot|vanaf|van|die|dat"
    r"|wie|wat|waar|met|lastig|volgt|als|om|te|op|in|uit|per|alleen|vooral|mee|stellen|opnemen)\b"
    r"|\d{1,2}[.:-]\d|\[)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:is|zijn|was|wordt|worden|loopt|lopen|gaat|gaan|komt|komen|heeft|hebben|weet|weten|wil|willen"
    r"|moet|moeten|vraagt|vragen over|belt|mailt|verzamelen)\b",
    re.IGNORECASE,
)
_IS_PERSON = re.compile(
    r"^contactpersoon (?:is|zijn|wordt) (?!nog\b|er\b|niet\b)(?P<who>.+)$", re.IGNORECASE
)
_BARE_JOB = re.compile(rf"^{_JOB}\b", re.IGNORECASE)
_ME = re.compile(r"\b(?P<by>naar|bij|met|aan) (?:mij|me|mijzelf)\b|^ik$", re.IGNORECASE)
ME = "[INVULLEN: je naam en nummer]"
_AND_WHEN = re.compile(
    r"(?P<number>\d{4,}|\.nl|\.com) (?=(?:maandag|dinsdag|woensdag|donderdag|vrijdag)\b)"
)


def reached(line: str) -> str:
    """A line about contact as a sentence to readers; as it is where it names nobody to reach."""
    line = _ME.sub(lambda match: f"{match['by']} {ME}" if match["by"] else ME, line)
    line = _with_whom(_AND_WHEN.sub(r"\g<number>, ", line))
    if person := _IS_PERSON.match(line):
        return _at(person["who"], "")
    for way in (_YOU_MAY, _LEAD):
        match = way.match(line)
        if match and is_somebody(match["who"]):
            found = match.groupdict()
            return _at(match["who"], found.get("by") or "", found.get("way") or "")
    if mail := _MAY_MAIL.match(line):
        return f"je kunt {mail['does']}{mail['rest'] or ''}"
    return _at(line, "") if _is_bare(line) else line


_NAMES_ONE = re.compile(
    r"\b(?:je kunt|kun je|kunt u|u kunt|bel|bellen|mail|mailen|terecht|langs|nummer|app|ondertekent"
    r"|afzender|spreekuur|bereikbaar|helpt|balie|loket)\b|\[",
    re.IGNORECASE,
)


def names_nobody(line: str) -> bool:
    """Whether a line about contact tells readers no way to reach anybody."""
    return not (_NAMES_ONE.search(line) or PHONE.search(line) or _ADDRESS.search(line))


def is_somebody(who: str) -> bool:
    """Whether this is somebody or something that one can go to, and no clause."""
    first = who.partition(",")[0]
    return not (_NOBODY.match(who) and not PHONE.match(who)) and not _CLAUSE.search(first)


def is_contact(line: str) -> bool:
    """Whether a line surely tells whom to reach: by a number, an address, or who is for what."""
    if PHONE.search(line) or _ADDRESS.search(line):
        return True
    if _EQUALS.match(line) or _FOR_QUESTIONS.match(line):
        return True
    match = _ASKING.match(line)
    return bool(match and is_somebody(match["who"]))


_ASKING = re.compile(
    r"^(?:met )?vragen (?:(?:kun|kan|kunnen|mag|mogen)(?: je| jullie)?(?: stellen)? )?"
    r"(?:naar|bij|via|aan) (?P<who>.+)$",
    re.IGNORECASE,
)
_FOR_QUESTIONS = re.compile(
    r"^(?:met |voor )(?:alle |andere )?vragen(?: (?:over|van) (?P<what>[^:]{2,40}?))?: ?"
    r"(?P<who>\S.*)$",
    re.IGNORECASE,
)
_FOR_MORE = re.compile(
    r"^(?:en )?(?:over|voor) (?P<what>[^:,]{2,40}?): ?(?P<who>\S.*)$", re.IGNORECASE
)


def goes_on(line: str) -> bool:
    """Whether behind a line about contact this is another: "over de bouw: gemeente"."""
    return bool(_FOR_MORE.match(line))


def _is_bare(line: str) -> bool:
    """Whether a line is nothing but who, or a number or address."""
    starts = PHONE.match(line) or _ADDRESS.match(line)
    return bool(
        starts
        or (
            _BARE_JOB.match(line.removeprefix("de ").removeprefix("het "))
            and not (_CLAUSE.search(line) or _MIGHT.search(line))
        )
    )


_MIGHT = re.compile(
    r"\b(?:kan|kunt|kun|kunnen|mag|mogen|doet|doen|volgt|helpt|helpen|regelt|zit)\b"
)


def _at(who: str, by: str, way: str = "") -> str:
    """Whom one can reach, by what they are: a number is called, an address is written to."""
    if PHONE.match(who):
        return f"je kunt bellen met {who}"
    if _ADDRESS.match(who):
        by = "op" if who.startswith(("www", "http")) else "naar"
        return f"je kunt kijken op {who}" if by == "op" else f"je kunt mailen naar {who}"
    if by == "via":
        return f"je kunt contact opnemen via {who}"
    if by == "langs":
        return f"je kunt langs {_with_the(who)}"
    asks = "met vragen " if way.lower() == "vragen" and by != "" else ""
    return f"je kunt {asks}terecht bij {_with_the(who)}"


def _with_the(who: str) -> str:
    """With the article that a note leaves out."""
    if not _BARE_JOB.match(who):
        return who
    return f"{'het' if _HET.match(who) else 'de'} {who}"


_FOR_WHAT = re.compile(
    rf"^voor (?P<what>.+?) (?:de )?(?P<who>(?:(?:wmo|jeugd|wijk|p&o|hr) )?{_JOB}) bellen$",
    re.IGNORECASE,
)
"""Whom one calls about what: "voor eigen indicatie wmo consulent bellen"."""
_MATTERS = r"(?P<what>(?!met )[\w’]+(?: [\w’]+)? ?(?:vragen|dingen|zaken)) naar "
_WITH_MATTERS = re.compile(rf"^{_MATTERS}(?=\S)", re.IGNORECASE)
_MORE_MATTERS = re.compile(rf"(?:,| en) {_MATTERS}(?=\S)", re.IGNORECASE)
_EQUALS = re.compile(
    rf"^(?:voor )?(?P<what>[\w’ ]{{3,30}}?) ?= ?(?:de )?(?P<who>{_JOB})"
    r"(?:, (?:de )?rest ?= ?(?P<rest>.+))?$",
    re.IGNORECASE,
)


def _equal(match: re.Match[str]) -> str:
    rest = match["rest"] or ""
    others = "" if not rest or rest == "ik" else f", met andere vragen bij {rest}"
    return f"over {match['what']} kun je terecht bij de {match['who']}{others}"


def _for_questions(match: re.Match[str]) -> str:
    """Who is there for which questions: "voor vragen over huren: woonstichting"."""
    about = f" over {match['what']}" if match["what"] else ""
    if not is_somebody(match["who"]):
        return match[0]
    way = _at(match["who"], "").removeprefix("je kunt ")
    return f"voor vragen{about} kun je {way}"


def _with_whom(line: str) -> str:
    """Who is there for what: "schade vragen naar de provincie"."""
    line = _EQUALS.sub(_equal, line)
    line = _FOR_MORE.sub(_for_questions, _FOR_QUESTIONS.sub(_for_questions, line))
    line = _FOR_WHAT.sub(r"voor \g<what> kun je de \g<who> bellen", line)
    line = _MORE_MATTERS.sub(r", met \g<what> bij ", line)
    return _WITH_MATTERS.sub(r"met \g<what> kun je terecht bij ", line)
