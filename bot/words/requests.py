"""Who asks to have something written: a letter, a memo, a running order, and to whom. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.words.guards import line_of
from bot.words.meeting_lines import is_appointment
from bot.words.normal import normal
from bot.words.patterns import phrase
from bot.words.written_out import days_in_full

_MAKE = (
    r"(?:(?<!ik )(?<!we )(?<!wij )(?:maak|schrijf|typ)|doe(?: maar| ff| even| een| t| de|:)|^graag"
    r"|geef (?:me|mij)|ik wil graag een)"
)
_CAN_YOU = r"(?:(?:kun|kan|wil|zou) je|(?:kunt|wilt|zou) u)"
_MAKING = (
    r"(?:(?<!bezwaar )(?<!gebruik )(?<!afspraak )(?<!kenbaar )maken"
    r"|schrijven|opstellen|typen|uitwerken)"
)
_PAPER = (
    r"(?:\w*brief|\w*brieven|briefje|mail|mailtje|bericht|berichtje|persbericht|persverklaring"
    r"|uitnodiging|verklaring|draaiboek|\w*verslag|\w*voorstel|\w*plan van aanpak|participatieplan"
    r"|flyer|folder|notitie|memo|q&a|qena|vraag-en-antwoord\w*|antwoorden|antwoord ?lijst"
    r"|vragenlijst met|spreek\w+|\w*paragraaf)"
)
_TELLS = (
    r"(?:is|was|zijn|waren|ging|gingen|gaat|heeft|hebben|had|kwam|kwamen|kreeg|kregen|moet|moeten"
    r"|lag|ligt|staat|stond)"
)
"""With one of these a text that begins with a letter tells of it, and asks for none."""
_NOT_MADE = re.compile(
    r"\b(?:persbericht|persverklaring|appje|lesopzet|lesuurtje|spreekpunten)\b", re.IGNORECASE
)
"""Asked for, and no paper of ours."""
_NOTE = re.compile(r"\b(?:notitie|memo|samenvatting)\b", re.IGNORECASE)
_SEVERAL = r"(?:dingen|dingetjes|stukken|stukjes|papieren|documenten)"
"""What is named in the sentences after it: "kun je twee dingen maken. een brief en …"."""
_ASKS_FOR = re.compile(
    rf"(?:\b|^){_MAKE}(?=\W)[^.?!\n]{{0,60}}\b{_PAPER}\b"
    rf"|\b{_CAN_YOU} (?=[^.?!\n]{{0,80}}\b{_MAKING}\b)[^.?!\n]{{0,60}}\b{_PAPER}\b"
    rf"|^{_PAPER} (?:aan|voor|naar) (?!.*\b{_TELLS}\b)"
    rf"|\b{_CAN_YOU} [^.?!\n]{{0,30}}\b{_SEVERAL}\b[^.?!\n]{{0,30}}\b{_MAKING}\b"
    rf"[^\n]{{0,120}}\b{_PAPER}\b"
    rf"|(?:\b|^){_MAKE}(?=\W)[^.?!\n]{{0,30}}\b{_SEVERAL}\b[^\n]{{0,120}}\b{_PAPER}\b"
    rf"|\bik heb [^.?!\n]{{0,30}}\b{_PAPER} nodig\b|\bstel [^.?!\n]{{0,30}}\b{_PAPER} op\b",
    re.IGNORECASE,
)
"""A request to write something; "moet ik een brief sturen" is a question and no request."""


def asks_for_paper(text: str) -> bool:
    """Whether a text is a request to write something."""
    return bool(_ASKS_FOR.search(text))


_HOW = re.compile(
    r"\b(?:moet|mag|kort|korte|netjes|aub|svp|simpel|makkelijk|beloven|haast|spoed|toon|a4|kantje)\b",
    re.IGNORECASE,
)


def says_how(text: str) -> bool:
    """Whether a text tells how a paper must be, and not what must be in it."""
    return bool(_HOW.search(text))


def asks_for_note(text: str) -> bool:
    """Whether the paper of a request may be the note of an advice."""
    return bool(_NOTE.search(text))


def not_made(text: str) -> list[str]:
    """What is asked for and is no paper of ours, each once."""
    return [*dict.fromkeys(word.lower() for word in _NOT_MADE.findall(text))]


_OTHER = re.compile(rf"\b{_PAPER}\b")
"""A way to ask for one paper does not go on over the next: "brief kievitstraat + mail aan …"."""


def named(ways: Mapping[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    """The papers that a text names, in its order. Of ways that share words the longest counts:
    "mail aan de wethouder" is no "mail aan" somebody."""
    line = line_of(text)
    found = [(*span, id) for id, said in ways.items() for way in said for span in _spans(way, line)]
    kept: list[tuple[int, int, str]] = []
    for start, end, id in sorted(found, key=lambda one: one[0] - one[1]):
        if all(end <= other or start >= until for other, until, _ in kept):
            kept.append((start, end, id))
    return tuple(dict.fromkeys(id for _, _, id in sorted(kept)))


def _spans(way: str, line: str) -> Iterator[tuple[int, int]]:
    """Where a line says this, also where that overlaps."""
    pattern, start = phrase(way.lower()).pattern, 0
    while match := pattern.search(line, start):
        inside = match[0].partition(" ")[2]
        if ".." not in way or not _OTHER.search(inside):
            yield match.span()
        start = match.start() + 1


_OF_DAY = re.compile(
    r"\bdraaiboek\w* (?:\w+ )?(?:voor|van) (?:de |het )?(?:avond |ochtend |bijeenkomst )?(?:van )?"
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]* )?(?P<day>[0-3]?\d)(?:e|ste|de)?\b",
    re.IGNORECASE,
)


_WHEN = re.compile(r"\bdraaiboek\w*\b[^.,]*?\bvoor (?P<when>[^,.]+)", re.IGNORECASE)


def meeting_said(text: str) -> str:
    """When and where the meeting is for which a running order is asked, in the words of who asks
    ("za 23 jan half 11 in de aula"); empty where that is not told."""
    match = _WHEN.search(days_in_full(text))
    return match["when"].strip() if match and is_appointment(match["when"]) else ""


def meeting_day(text: str) -> str:
    """The day of the month of the meeting that a running order is asked for; empty for none."""
    match = _OF_DAY.search(text)
    return match["day"].lstrip("0") if match else ""


_GREETED = (
    (r"\w*bewoners|inwoners|buurt|straat|wijk|dorp", ""),
    (r"ouders?", "ouder"),
    (r"ondernemers?|winkeliers?|standhouders?|marktkooplui|kooplui|horeca", "ondernemer"),
    (r"huurders?", "huurder"),
    (r"bestuur|besturen|verenigingen|clubs|stichtingen", "bestuur"),
    (r"vereniging|buurtvereniging|dorpsvereniging", "vereniging"),
    (r"collegas?|medewerkers?|personeel|ambtenaren|intranet\w*|mannen|ploeg|ploegen|buitendienst",
     "collega"),
    (r"clienten|client", "cliënt"),
    (r"jongeren", "jongere"),
    (r"vrijwilligers?", "vrijwilliger"),
    *((normal(group), group) for group in (
        "families", "bezoekers", "tuinders", "klanten", "leden", "leerlingen", "boeren", "pachters",
        "eigenaren", "rechthebbenden", "nabestaanden", "gebruikers", "sporters", "deelnemers",
        "patiënten", "mantelzorgers", "studenten", "volkstuinders", "schippers", "buren",
        "gezinnen", "nieuwkomers", "senioren", "chauffeurs",
    )),
)  # fmt: skip
"""Whom a request names -> how a letter greets them: one, or all of them together."""
_LETTER = r"(?:\w*brief|\w*brieven|briefje|mail|mailtje|bericht|berichtje|uitnodiging|flyer|folder)"


def greeted(text: str) -> str:
    """Whom a letter of this request greets ("ouder"), two groups where it names two; empty where
    that is not said."""
    said = normal(_AND_SIGN.sub(" en ", text))
    found = [
        (match.end(), one)
        for pattern, one in _GREETED
        for match in re.finditer(rf"\b{_LETTER}\b(?: \w+){{0,5}}? (?:{pattern})\b", said)
    ]
    end, first = min(found, default=(0, ""))
    after = said[end:]
    second = next(
        (
            one
            for pattern, one in _GREETED
            if re.match(rf" en (?:de |alle |het )?(?:{pattern})\b", after)
        ),
        "",
    )
    return TWO.format(first=first, second=second) if first and second else first


TWO = "{first} en {second}"
_AND_SIGN = re.compile(r" ?[+&] ?")


_ADDRESSEES = (
    (r"burgemeester|burgervader", "burgemeester"),
    (r"weth|wethouders?|wethoudster|portefeuillehouder|bestuurder", "wethouder"),
    (r"directie|mt", "directie"),
    (r"directeur|directrice", "directeur"),
    (r"secretaris|gemeentesecretaris", "gemeentesecretaris"),
    (r"college", "college"),
    (r"or|ondernemingsraad", "ondernemingsraad"),
    (r"ontwikkelaar|projectontwikkelaar|initiatiefnemer", "ontwikkelaar"),
    (r"corporatie|woningcorporatie|woningbouwvereniging", "woningcorporatie"),
    (r"waterschap|hoogheemraadschap", "waterschap"),
    (r"provincie", "provincie"),
    (r"coa", "COA"),
    (r"adviesraad", "adviesraad"),
    (r"clientenraad", "cliëntenraad"),
    (r"dorpsraad", "dorpsraad"),
    (r"wijkraad", "wijkraad"),
    (r"initiatiefgroep", "initiatiefgroep"),
    (r"school", "school"),
)
_TO = re.compile(
    rf"\b{_LETTER}(?: \w+)? (?:aan|voor|naar) (?P<the>de |het |onze )?"
    r"(?P<who>(?:(?!(?:wat|die|dat|over|waarin|waarom|met|om|en|namens|als|hoe)\b)"
    r"[\w'’&-]+ ?){1,4})",
    re.IGNORECASE,
)
_SMALL = frozenset(["van", "de", "den", "der", "op", "het", "in", "aan", "’t", "'t", "en"])
"""Within a name these have no capital; at its beginning they have."""
_GROUP = "|".join(group for group, whom in _GREETED if group == normal(whom))
_NO_NAME = re.compile(
    rf"^(?:{_GROUP}|\w*(?:bewoners|ouders|houders|tuinders|gebruikers|eigenaren)"
    r"|alle|iedereen|bewoners|inwoners|ouders|ondernemers|winkeliers|huurders|besturen|leden"
    r"|collegas?|medewerkers|jongeren|mensen|buren|omwonenden|\w+(?:straat|laan|plein|weg))\b",
    re.IGNORECASE,
)


def addressed(text: str) -> list[tuple[str, str]]:
    """To whom the letters of this request go: the words that say it, and who that is ("mail aan
    de burgemeester", "burgemeester"). A name without an article is a name."""
    found = []
    for match in _TO.finditer(text):
        who = match["who"].strip()
        first = normal(who).split(" ")[0]
        known = next((one for way, one in _ADDRESSEES if re.fullmatch(way, first)), "")
        is_name = not match["the"] and not _NO_NAME.match(who)
        if known or is_name:
            found.append((match[0].strip(), known or _as_name(who)))
    return found


def _as_name(who: str) -> str:
    words = who.split()
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
