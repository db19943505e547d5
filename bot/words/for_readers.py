"""What of the lines that were told may go outside as it stands. Pure.

A line that a person writes down for themselves ("ze zwaaien er de hele tijd mee", "ik heb twee
momenten") is no sentence for those whom it is about: nothing is made of it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words.persons import is_called

_OF_MYSELF = re.compile(r"\b(?:ik|mij|mijn|me|m’n|mijzelf)\b", re.IGNORECASE)
_OF_NOBODY = re.compile(
    r"^(?:ze|zij|hij|die (?:is|zijn|was|waren|heeft|hebben|had|werkt|werken|kan|komt|wil"
    r"|wacht|krijgt|wisten|ligt)|hun|dat (?:hebben|heeft|doen"
    r"|kan|kunnen|weten)|daar mogen"
    r"|daar kan|er zijn dus|zegt|zeggen)\b",
    re.IGNORECASE,
)
"""It begins with somebody or something of whom only the line before told."""
_THEY_SAY = re.compile(
    r"\b(?:denken|zeggen|vinden|roepen|zei|vond) (?:ze|zij|hij)(?: zelf)?\.?$"
    r"|\b(?:de hele tijd|steeds|altijd maar) (?:over|mee)\b"
    r"|\bvan hun\.?$|\bweet (?:nog )?niet (?:wie|wat|waar|hoe|of)\b"
    r"|\bje (?:snapt|begrijpt)(?: het| wel)?\b|\b\d+ ?k\b|\bkwijt\.?$|\bklinkt (?:mooi|leuk|goed)\b"
    r"|\bmeteen raak\b",
    re.IGNORECASE,
)
_AMONG_US = re.compile(
    r"\b(?:teamleider|teammanager|collega|afdeling|wethouder|directeur|jurist|manager|projectleider)\b"
    r"[^.]*\b(?:wil niet|is (?:er )?(?:fel )?tegen|is bang|ziet het niet|baalt|twijfelt)\b",
    re.IGNORECASE,
)
"""Who of ours is against it."""
_OF_ONE = re.compile(
    r"\been (?:jongen|jongetje|meisje|moeder|vader|meneer|mevrouw|vrouw|buurman|buurvrouw)\b"
    r"|\b(?:een )?kind van \d|\b(?:haar|zijn|z’n|zn) (?:zoon|dochter|moeder|vader|kind)\b"
    r"|\bbedreig\w*|\baangifte\b|\bautis\w*",
    re.IGNORECASE,
)
"""It is about one person."""
_TO_ASK = re.compile(
    r"\beerst (?:zelf )?(?:bellen|spreken|inlichten)\.?$|^moet (?:de |het )?\w+ nog\b"
    r"|\bvraag ik\b|\bgaan ze (?:vast|zeker)\b|\bgelooft niemand\b",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(
    r"\bmoet(?:en)?\b[^,]*\b(?:tekst|brief|mail|stuk|dit|concept)\b[^,]*\bnog\b"
    r"|\bmoet(?:en)?\b[^,]*\bnog (?:wel )?goed ?vinden\b"
    r"|\bnog geen (?:klap|akkoord|fiat)\b|^eerst (?:zelf )?.+ (?:bellen|inlichten|spreken)\b"
    r"|\bnog (?:even )?(?:checken|navragen|afstemmen|overleggen|voorleggen)\b"
    r"|\b(?:belt|mailt|regelt|spreekt) [^,]*\bnog\b"
    r"|\bweet (?:(?:alleen|zelf|nog) )*niet (?:wie|wat|waar|wanneer|hoe|of)\b"
    r"|^(?:kun|kan|wil|zou) (?:je|jij|u)\b.*\b(?:checken|nakijken|controleren|uitzoeken|opzoeken"
    r"|aanpassen|herschrijven|opschrijven|erbij zetten)\b",
    re.IGNORECASE,
)
"""What somebody of ours still has to do with the paper."""
_RAW = re.compile(
    r"\b(?:genaaid|belazerd|besodemieterd|geen meter|achterste benen|laaiend|pislink|gezeik"
    r"|(?:op|over) (?:z'?n|zijn|hun) kop|kotsbeu|spuugzat|zeuren|lui van|zat van"
    r"|word er (?:\w+ ){0,2}over gebeld)\b",
    re.IGNORECASE,
)
"""As people say it among themselves."""
_HEALTH = re.compile(
    r"\b(?:\w*autis\w*|adhd|ptss|dement\w*|kanker|depressi\w*|verslaafd\w*|verslaving|psychose\w*"
    r"|psychiatri\w*|epilepsie|suïcid\w*|burn-?out|schizo\w*|verstandelijk beperkt)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:de|een|haar|zijn|z’n|zn|mijn|die|dat|onze) (?:\w+ )?(?:over)?(?:buurman"
    r"|buurvrouw|meneer|mevrouw|man|vrouw|moeder|vader|zoon|zoontje|dochter|kind|jongen|jongetje|meisje|collega|leerling)\b",
    re.IGNORECASE,
)


def is_of_health(text: str) -> bool:
    """Whether a text tells of the health of one person."""
    return bool(_HEALTH.search(text) and _PERSON.search(text))


_OF_READERS = re.compile(
    r"\b(?:nooit post|slapen dan|werken dan|komen nooit|komt daar nooit"
    r"|zien? (?:ik|we|wij) nooit|bereiken (?:we|wij) niet)\b",
    re.IGNORECASE,
)
"""It says of those who read the letter how hard they are to reach."""


def is_of_readers(line: str) -> bool:
    """Whether a line says how hard to reach somebody is, which they had better not read."""
    return bool(_OF_READERS.search(line))


_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


_NO_SUBJECT = re.compile(
    r"^(?:stond|zei|zeggen|moet|moeten|is|was|waren|heb|heeft|hebben|komt|kwam|staat|ligt|begint|allebei"
    r"|hele|weet|weten|gaat|krijgt|lag|zit) (?!\w+ \w*\?)(?!(?:er|het|de|een|je|jullie|u"
    r"|dit|dat|deze)\b.*\?)",
    re.IGNORECASE,
)
"""It begins with what is done, and tells not by whom."""


def is_note(line: str, *, of_others: bool = False) -> bool:
    """Whether a line is a note of who writes, and no sentence for others; ``of_others``: it may
    speak of who writes."""
    if line.startswith("["):
        return False
    bare = _QUOTED.sub("", line)
    ways = (_OF_NOBODY, _THEY_SAY, _NO_SUBJECT, _RAW)
    mine = () if of_others else (_OF_MYSELF, _AMONG_US, _OF_ONE, _TO_ASK, _STILL_TO_DO)
    is_of_one = is_called(bare) or is_of_health(bare)
    return is_of_one or any(way.search(bare) for way in (*ways, *mine))


_LIST = re.compile(r"^[\w’-]+(?: [\w’-]+)+(?: en [\w’-]+)?\.$")
_NO_ITEM = re.compile(
    r"\b(?:de|het|een|en|of|van|voor|met|in|op|aan|is|zijn|wordt|worden|mag|kan|moet|nog|niet|wel|over"
    r"|door|bij|om|tot|per|elke|alle|geen|we|wij|je|jullie|hoe|wat|wie|waar|welke?|naar|uit|te)\b"
)
LEAST_ITEMS, MOST_ITEMS = 3, 6


def with_commas(line: str) -> str:
    """A row of single words that were typed without commas ("rooster begintijd bussen en kantine"),
    with them; anything else as it stands."""
    if not _LIST.match(line):
        return line
    words = line.rstrip(".").split()
    items = [word for word in words if word != "en"]
    is_row = LEAST_ITEMS <= len(items) <= MOST_ITEMS and words.count("en") <= 1
    if not is_row or _NO_ITEM.search(" ".join(items).lower()) or _describes(items[:-1]):
        return line
    joined = f"{', '.join(items[:-1])} en {items[-1]}"
    return f"{joined}."


def _describes(items: list[str]) -> bool:
    """Whether one of these words only tells what the next is like."""
    return any(len(item) < 4 or item.endswith("e") or item.endswith("lijk") for item in items)


_WORD = re.compile(r"\w+")
_SMALL = frozenset((
    *("de", "het", "een", "en", "of", "is", "zijn", "dat", "dit", "die", "nog", "er", "ook", "al"),
    *("wel", "op", "in", "aan", "van", "voor", "met", "open", "we", "wij", "dus"),
))  # fmt: skip


def without_repeats(told: Iterable[str]) -> list[str]:
    """The lines, without those whose words another has too."""
    lines = list(told)
    said = [frozenset(_WORD.findall(line.lower())) - _SMALL for line in lines]
    return [
        line
        for place, line in enumerate(lines)
        if not any(
            _says_all(said[place], other) and (said[place] != other or after > place)
            for after, other in enumerate(said)
            if after != place
        )
    ]


_TURNS = frozenset((
    *("niet", "geen", "nooit", "niemand", "niets", "alleen", "behalve", "tenzij", "zonder", "maar"),
))  # fmt: skip
"""With one of these beside the same words a line says something else."""


def _says_all(said: frozenset[str], other: frozenset[str]) -> bool:
    return bool(said) and said <= other and not (other - said) & _TURNS
