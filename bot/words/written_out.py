"""How a line that was typed on a phone stands in a letter: short words in full, days and months
with their names, and a capital for what is surely a name. Pure.

Nothing is added to a line and no word of it is changed that may mean something else: "jan" may be
a person, "zo" no Sunday, "half 8" the morning.
"""

from __future__ import annotations

import re

from bot.words.dates import MONTH_NAMES, MONTHS, WEEKDAYS

_SHORT = {
    "vd": "van de", "v.d.": "van de", "vh": "van het", "ivm": "in verband met",
    "t": "het", "'t": "het", "n": "een", "'n": "een", "mbt": "over", "tm": "tot en met",
    "gwn": "gewoon", "gwoon": "gewoon", "ff": "even", "wrdt": "wordt", "bwn": "bewoners",
    "ipv": "in plaats van", "ideeen": "ideeën", "enquete": "enquête", "enquetes": "enquêtes",
    "cafe": "café", "autos": "auto’s", "fotos": "foto’s", "collegas": "collega’s",
    "taalcafe": "taalcafé", "clienten": "cliënten", "client": "cliënt",
    "savonds": "’s avonds", "sochtends": "’s ochtends", "smiddags": "’s middags",
    "snachts": "’s nachts", "weth": "wethouder", "incl": "inclusief", "excl": "exclusief",
    "evt": "eventueel", "dmv": "door middel van", "obv": "op basis van", "iig": "in ieder geval",
    "ong": "ongeveer", "bieb": "bibliotheek", "niks": "niets", "eigelijk": "eigenlijk",
    "zsm": "zo snel mogelijk", "tzt": "te zijner tijd", "nav": "naar aanleiding van",
    "wrsch": "waarschijnlijk", "miss": "misschien", "sws": "sowieso", "wkn": "weken",
    "trouwes": "trouwens", "zn": "zijn",
    "prive": "privé", "coordinator": "coördinator", "teamcoordinator": "teamcoördinator",
    "mln": "miljoen", "huisaanhuisblad": "huis-aan-huisblad", "wmo": "Wmo", "woo": "Woo",
    "feb": "februari", "mrt": "maart", "apr": "april", "aug": "augustus", "sept": "september",
    "okt": "oktober", "nov": "november", "dec": "december",
}  # fmt: skip
"""How people write on a phone -> how it stands in a letter."""
_WORD = re.compile(r"(?<![\w.'-])(?:'[tn]\b|v\.d\.|[a-z]+)(?![\w'-])")
_AFTER_NUMBER = {
    "mtr": "meter", "jr": "jaar", "wk": "weken", "mnd": "maanden", "pj": "per jaar",
    "pw": "per week", "pm": "per maand", "pp": "per persoon",
}  # fmt: skip
_COUNTED = re.compile(
    r"(?P<number>\b\d[\d.,]*)(?P<gap> ?)(?P<unit>mtr|jr|wk|mnd|pj|pw|pm|pp)\b"
    r"|\b(?P<day>dag|dagen|uur|euro|keer) (?P<per>pj|pw|pm|pp)\b"
)
"""These are short for something only right behind a number, or behind what is counted."""
_CLUB = re.compile(r"\b(?P<of>[a-z]{3,}[st])ver\b\.?")
_THERE_ARE = re.compile(r"^zijn er (?:dus )?wel\b", re.IGNORECASE)
_T_M = re.compile(r"\bt/m\b", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:van )?\b(?P<first>\d{1,2}(?:[.:]\d\d)?) ?[-–] ?"
    r"(?P<last>\d{1,2}[.:]\d\d(?: ?(?:u|uur)\b)?|\d{1,2} ?(?:u|uur)\b)"
)
_HOUR = re.compile(r"\b(?P<hour>\d{1,2}(?:[.:]\d\d)?) ?u\b")
_MONTH = re.compile(
    r"\b(?P<before>(?:\d{1,2}|in|eind|begin|half|medio|vanaf|sinds) "
    r"|(?=\w+ 20\d\d))"
    rf"(?P<month>{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_SURE_MONTH = re.compile(r"\b(?:feb|mrt|apr|aug|sept|okt|nov|dec)\b(?![-\w])", re.IGNORECASE)
"""Short for nothing but a month."""
_WEEKDAY = re.compile(
    r"\b(?:(?P<short>ma|di|wo|do|vr|za)\b\.?(?= \d{1,2}\b)"
    rf"|(?P<sunday>zo)\b\.?(?= \d{{1,2}} (?:{'|'.join(MONTH_NAMES)})\b))",
    re.IGNORECASE,
)
"""A short day before a number; "zo 10 mensen" is no Sunday."""


_D = r"(?:ma|di|wo|do|vr|za)"
_DAY_SPAN = re.compile(
    rf"\b(?P<first>{_D}) ?(?:-|–|t/m|tm|tot en met) ?(?P<last>{_D}|zo)\b(?![-\w])"
)
_DAYS_TOGETHER = re.compile(rf"\b(?P<first>{_D})(?P<and>,? (?:en|of) )(?P<last>{_D})\b(?![-\w])")
_DAY_PART = re.compile(rf"\b(?P<day>{_D}|\w+dag) ?(?P<part>ochtend|middag|avond)\b")
_DAY_HOURS = re.compile(
    r"(?<=dag) (?P<first>\d{1,2}(?:[.:]\d\d)?) ?[-–] ?(?P<last>\d{1,2}(?:[.:]\d\d)?)"
    r"(?: ?(?:uur|u)\b)?(?![\d-])"
)


def _whole_day(short: str) -> str:
    return next(day for day in WEEKDAYS if day.startswith(short.lower()[:2]))


def days_in_full(text: str) -> str:
    """The text with its days and months by their names, where it surely means those."""
    text = _DAY_SPAN.sub(
        lambda span: f"{_whole_day(span['first'])} tot en met {_whole_day(span['last'])}", text
    )
    text = _DAYS_TOGETHER.sub(
        lambda two: f"{_whole_day(two['first'])}{two['and']}{_whole_day(two['last'])}", text
    )
    text = _DAY_PART.sub(_day_part, text)
    text = _SURE_MONTH.sub(lambda month: _SHORT[month[0].lower()], text)
    return _MONTH.sub(_month, _WEEKDAY.sub(_weekday, text))


def _day_part(match: re.Match[str]) -> str:
    """A part of a day as one word: "do ochtend"."""
    day = match["day"].lower()
    if day not in WEEKDAYS and len(day) > len("ma"):
        return match[0]
    return f"{_whole_day(day)}{match['part']}"


def in_full(line: str) -> str:
    """The line without the short ways of a phone."""
    line = _THERE_ARE.sub("het zijn er wel", _CLUB.sub(r"\g<of>vereniging", line))
    line = _COUNTED.sub(_counted, _T_M.sub("tot en met", line))
    line = _DAY_HOURS.sub(r" van \g<first> tot \g<last> uur", line)
    line = _HOUR.sub(_hour, _SPAN.sub(_span, line))
    return _WORD.sub(lambda word: _SHORT.get(word[0], word[0]), line)


def _month(match: re.Match[str]) -> str:
    """A month with its whole name."""
    return f"{match['before']}{MONTHS[MONTH_NAMES[match['month'].lower()] - 1]}"


def _weekday(match: re.Match[str]) -> str:
    return next(day for day in WEEKDAYS if day.startswith(match[0].lower().rstrip(".")))


def _counted(match: re.Match[str]) -> str:
    if match["per"]:
        return f"{match['day']} {_AFTER_NUMBER[match['per']]}"
    return f"{match['number']} {_AFTER_NUMBER[match['unit']]}"


def _span(match: re.Match[str]) -> str:
    last = match["last"].rstrip("ur ")
    return f"van {match['first']} tot {last} uur"


def _hour(match: re.Match[str]) -> str:
    return f"{match['hour']} uur"


# --- names ------------------------------------------------------------------------------------

_STREET = re.compile(
    r"(?<![\w-])(?!\w*(?:snel|fiets|spoor|zij|land|rijks|uit|toegangs|hoofd|winkel|woon|fietspad|bos"
    r"|bij|auto|water|school|speel|bus|over|onder|halver|om|af|oprij|parkeer|buurt|busbaan|rond"
    r"|ontsluitings|provinciale|polder|vaar|wandel|lucht|loop|voor|ring|zand|klinker|doorgaande"
    r"|invals|door|aan|vracht|vlieg|dorps|wijk|eigen|zonne|oefen|sport|binnen|markt)"
    r"(?:straat|laan|plein|weg|kade|gracht|singel|steeg|plantsoen|dreef)\b)"
    r"[a-z]{3,}(?:straat|laan|plein|kade|gracht|singel|steeg|plantsoen|dreef|(?<=[a-z]{4})weg)\b"
)
"""A street by how it ends; a motorway and a school square have no name of their own."""
_OF_A_KIND = (
    r"(?<!de )(?<!het )(?<!een )(?<!onze )(?<!deze )(?<!elke )"
    r"\b(?P<kind>sporthal|café|restaurant|basisschool|dorpshuis|buurthuis|wijkcentrum|wijkgebouw"
    r"|zorgflat|flat|verpleeghuis|woonstichting|tennisclub|voetbalclub|kantine|vakantiepark"
    r"|zwembad|camping|speeltuin|inloophuis|gymzaal|manege|bouwploeg|zalencentrum)"
)
"""The kind of a house or a club; behind an article it is no part of a name."""
_NO_NAME = (
    r"(?!(?:avond|middag|ochtend|kinderen|ouders|mensen|bewoners|buurt|gemeente|wethouder|raad|deur"
    r"|zaal|hele|dag|week|eerste|laatste|straat|wijk|collegas|open|dicht|vol|vrij|weg|gesloten|klaar"
    r"|graag|nog|niet|ook|wel|dan|voor|van|met|om|op|in|is|en|of|te|die|dat|vanaf|koffie|inloop"
    r"|gebeurt|komt|gaat|wordt|blijft|staat|krijgt|heeft|moet|kan|mag|wil|sluit|opent|verhuist"
    r"|verdwijnt|verandert|erbij|straks|nu|weer|beide|samen|zelf"
    r"|kantine|tennisclub|voetbalclub|sporthal)\b)"
)
_ENDS = r"(?=\s*(?:$|[,.;:()!?])| (?:en|of|om|op|in|aan|van|voor|met|is|vanaf|naast|waar)\b)"
_WITH_THE = re.compile(
    rf"{_OF_A_KIND} (?P<the>de|het|'t|’t) (?P<name>{_NO_NAME}[a-z]{{2,}}){_ENDS}"
)
"""Behind the kind of a house: "sporthal de beemd"."""
_BARE = re.compile(rf"{_OF_A_KIND} (?P<name>{_NO_NAME}[a-z]{{4,}})(?=\s*(?:$|[,.;]))")
"""Behind the kind of a house without an article, where nothing more follows."""


def with_names(line: str) -> str:
    """The line with a capital for what is surely a name, of a street or of a house behind its kind,
    and with the article that a note leaves out before who does something."""
    line = _THEY_SIT.sub(", op ", _OWN_ONE.sub(r"\g<0>een ", line))
    line = _OR.sub("OR", _P_AND_O.sub("P&O", line))
    line = _PLACE.sub(_as_a_place, _BEFORE_DAY.sub(r"\g<verb> op ", line))
    line = _on_the_day(_ACTOR.sub(_with_article, line))
    line = _STREET.sub(lambda match: match[0].capitalize(), line)
    line = _WITH_THE.sub(_named, line)
    return _BARE.sub(_named, line)


_PLACE = re.compile(
    r"\b(?P<at>in|uit|naar|te) (?P<name>(?:oud|nieuw|groot|klein|sint)[ -][a-z]{4,}(?:en|e|um)"
    r"|(?!\w*(?:binnen|winkel|woon|buiten|stands|bouw|ring|huis|vakantie|kerk|buur|jacht|vissers)"
    r"(?:wijk|dorp|haven))[a-z]{3,}(?:veen|haven|drecht|burg|wijk|dorp|woude|zijl|vliet|hove|beek))\b"
    r"(?! (?:huis|huizen|gebouw|plan|beleid))"
)
"""Behind a preposition without an article a word that ends so is a place."""
_BEFORE_DAY = re.compile(
    r"\b(?P<verb>(?:heeft|hebben)(?: dat| dit| het)?|gaat|gaan|beslist|beslissen|besluit|kiest"
    r"|kiezen|start|begint|verhuist|verhuizen|sluit"
    r"|opent|stemt|bespreekt|koos|besloot) (?=(?:(?:maan|dins|woens|donder|vrij|zater"
    r"|zon)dag )?\d{1,2} "
    rf"(?:{'|'.join(MONTHS)})\b)"
)


def _as_a_place(match: re.Match[str]) -> str:
    """The name of a place with its capitals."""
    return f"{match['at']} {' '.join(word.capitalize() for word in match['name'].split())}"


_HET = (
    "riool|zwembad|plein|park|speelveld|college|waterschap|plan|ontwerp|bedrag|verslag|contract"
    "|budget|besluit|[a-z]+advies"
)
_DE = (
    "raad|burgemeester|directie|commissie|wethouder|projectleider|provincie|besparing|dijk|balie"
    "|brug|straat|school|bushalte|sporthal|speeltuin|aannemer|ontwikkelaar|gemeente|gemeenteraad|OR|or|enquête|secretaris|planoloog|brandweer"
    "|directeur(?: (?!beslist|kiest|gaat)[a-z]+)?"
    "|team(?:leider|manager)(?: (?!wil|heeft|zegt)[a-z]+)?"
    "|[a-z]+ploeg|datum|locatie|sluiting"
)
_ACTOR = re.compile(
    rf"(?:^|(?<=[,.;] ))(?:(?P<het>{_HET})|(?P<de>{_DE}))"
    r"(?= (?:komt|beslist|beslissen|wordt|gaat|blijft|ligt|is|heeft|moet|stopt|adviseert|keurt"
    r"|besluit|koos|kiest"
    r"|bespreekt|neemt|loopt|staat|staan|hakt|zit|dezelfde dag|stemt|bepaalt|wil|stelt"
    r"|krijgt|hebben|zijn|zei|riep|en)\b)"
)
"""Who or what does something, at the beginning of a sentence or behind a comma."""


_OWN_ONE = re.compile(
    r"\b(?:krijgt|krijgen|heeft|hebben) (?=eigen (?:moment|avond|gesprek|bijeenkomst)\b)"
)
_THEY_SIT = re.compile(r",? die (?:zitten|zit|vergaderen|vergadert) (?:op )?(?=\d{1,2} [a-z]+)")
_OR, _P_AND_O = re.compile(r"(?<=\bde )or\b"), re.compile(r"\bp&o\b")
_DECIDER = r"(?:(?P<het>college)|(?P<de>raad|gemeenteraad|directie|directeur|burgemeester))"
_ON_DAY = rf"(?P<day>\d{{1,2}} (?:{'|'.join(MONTHS)})\b)"
_WHO_ON = re.compile(rf"^(?:het |de )?{_DECIDER} (?:op )?{_ON_DAY}(?=[ ,]|$)(?! tot)")
_WHO_ABOUT = re.compile(rf"^(?:het |de )?{_DECIDER} (?:op )?{_ON_DAY}(?= over )")
_DECISION_OF = re.compile(
    rf"^(?:het )?besluit (?:van )?(?:de |het )?{_DECIDER} (?:is |valt )?(?:op )?{_ON_DAY}"
)
_DAY_WHO = re.compile(rf"^(?:op )?{_ON_DAY} (?:het |de )?{_DECIDER}$")
_CHOOSES = re.compile(rf"(?<=\bkiest ){_DECIDER} (?:op )?{_ON_DAY}")
_DECIDED_ON = re.compile(rf"^(?:het )?besluit (?:op )?(?={_ON_DAY})")


def _on_the_day(line: str) -> str:
    """Who decides and when, as it is said: "college 16 februari"."""
    line = _WHO_ABOUT.sub(_who_about, _DECISION_OF.sub(_who_about, line))
    line = _WHO_ON.sub(_who_on, _DAY_WHO.sub(_who_on, line))
    line = _CHOOSES.sub(lambda match: _who_on(match).replace(",", ""), line)
    return _DECIDED_ON.sub("het besluit is op ", line)


def _who_about(match: re.Match[str]) -> str:
    return _who_on(match).replace(",", " beslist")


def _who_on(match: re.Match[str]) -> str:
    who = f"het {match['het']}" if match["het"] else f"de {match['de']}"
    return f"{who}, op {match['day']}"


def _with_article(match: re.Match[str]) -> str:
    the = "het" if match["het"] else "de"
    return f"{the} {'OR' if match[0] == 'or' else match[0]}"


TWO = 2
_TELLS = re.compile(
    r"^(?:en|maar|dat|die|dit|want|dus|of|als|weet|iemand|wie|waar)\b"
    r"|\b(?:is|zijn|gaat|gaan|komt|komen|wordt|worden|blijft|blijven|staat|staan|heeft|hebben)\b",
    re.IGNORECASE,
)
"""A part of a sentence that tells something is no item of a list."""
MOST_IN_AN_ITEM = 8
LEAST_ITEMS = 3


def apart_in_items(sentence: str) -> tuple[str, list[str]]:
    """What a list in one line begins with ("Als het doorgaat:"), and its items, each for a line of
    its own; a sentence that is no list stays whole."""
    lead, colon, rest = sentence.rpartition(": ")
    parts = re.split(r", (?![^(]*\))", rest.rstrip("."))
    if "[" in sentence or len(parts) < LEAST_ITEMS or not all(map(_is_item, parts)):
        return "", [sentence]
    if not colon and any(map(_TELLS.search, parts)):
        return "", [sentence]
    if all(" " not in part for part in parts[:-1]) and len(last := parts[-1].split(" en ")) == TWO:
        parts = [*parts[:-1], *last]
    return f"{lead}:" if colon else "", [part[:1].upper() + part[1:] for part in parts]


def _is_item(part: str) -> bool:
    return (
        len(part.split()) <= MOST_IN_AN_ITEM
        and ". " not in part
        and "?" not in part
        and not part.endswith(" niet")
    )


def _named(match: re.Match[str]) -> str:
    """The kind of a house with its name: "sporthal De Beemd"."""
    return " ".join((match["kind"], *(word.capitalize() for word in match.groups()[1:])))
