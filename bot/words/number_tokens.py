"""A typed text about a number, in pieces: numbers, units, and the words that say what is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from bot.words.normal import folded
from bot.words.number_words import Part, part_of
from bot.words.units import Measure, measure, same_word


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: a ``sign`` of SIGNS, ``N`` a number, ``U`` a unit, ``u`` unknown, ``!``
    what makes it about something else. ``year``: digits that may be a year."""

    sign: str
    part: Part | None = None
    unit: Measure | None = None
    year: bool = False


_PHRASES = {
    ">": "meer dan;meer als;groter dan;hoger dan;langer dan;boven de;boven;over de;>",
    "<": "minder dan;minder als;kleiner dan;lager dan;korter dan;onder de;onder;<",
    "}": "minstens;minimaal;minimum;ten minste;tenminste;op zijn minst;op z'n minst"
    ";niet minder dan;niet onder de;niet onder;>=;≥",
    "{": "hoogstens;hooguit;maximaal;maximum;max;max.;ten hoogste;op zijn hoogst;op z'n hoogst"
    ";niet meer dan;niet boven de;niet boven;<=;≤",
    "y": "min.",
    "f": "vanaf",
    "x": "min",
    "t": "tot en met;t/m;tm;t.m.;tot",
    "-": "-",
    "b": "tussen de;tussen",
    "v": "van",
    "&": "en de;en;maar;,;.;;;!",
    "&>": "en meer dan",
    "&<": "en minder dan",
    "o": "of",
    "h": "en een half;en een halve",
    "+": "of meer;of hoger;of groter;of langer;en meer;en hoger;plus;+",
    "_": "of minder;of lager;of kleiner;of korter;en minder;en lager",
    ">~": "ruim;iets meer dan;net boven de;net boven;net iets meer dan;dik",
    "<~": "bijna;iets minder dan;nog geen;net geen;net onder de;net onder;een kleine",
    "}~": "zeker;in elk geval;in ieder geval",
    "~": "ongeveer;ong;ong.;circa;ca;ca.;zo'n;rond de;rond;pakweg;plusminus;plus minus;+/-;±;~;≈"
    ";grofweg;naar schatting;een stuk of;stuk of;om en nabij de;om en nabij;ik denk;denk ik"
    ";ik schat;schat ik;ik geloof;geloof ik;volgens mij;misschien;waarschijnlijk;of zo;ofzo"
    ";een goede;vermoedelijk;geschat",
    "n": "geen enkele;geen",
    "": "er;komen;komt;zijn;is;het;gaat;gaan;om;de;we;wij;ik;hebben;heb;dat;dit;nu;in totaal"
    ";totaal;precies;exact;samen;bij elkaar;stuks;stuk;aantal;ja;nou;dus;wordt;worden;slechts"
    ";alleen;nieuwe;: ;(;);\";';=;„;”;“;…",
    "!": "waarom;hoeveel;wat;wie;hoe;hoezo;welke;welk;wanneer;waar;waarvoor;niet;nooit;nee"
    ";zonder;behalve;als;indien;tenzij;bij;per;keer;maal;x;een paar;paar;enkele;tientallen"
    ";honderden;duizenden;miljoenen;veel;weinig;meerdere;een aantal;fase;groep;artikel;art;art."
    ";kavel;nummer;nr;nr.;vraag;optie;hoofdstuk;huisnummer;lid;punt;deel;stap;variant;tel"
    ";telefoon;postcode;op de;van de;helft;kwart;eerste;tweede;derde;vierde;vijfde;januari"
    ";februari;maart;april;mei;juni;juli;augustus;september;oktober;november;december;jan;feb"
    ";mrt;apr;jun;jul;aug;sept;sep;okt;nov;dec;maandag;dinsdag;woensdag;donderdag;vrijdag"
    ";zaterdag;zondag;vandaag;morgen;gisteren;?;/;*;×;^;#;@;\\;_;½;¼;¾",
    "1": "een",
}
"""What stands around a number, by what it says of it; ``""`` says nothing, ``~`` makes it rough."""
SIGNS = MappingProxyType(
    {phrase: signs for signs, line in _PHRASES.items() for phrase in line.split(";") if phrase}
    | {";": "&"}
)

# --- one number in digits -------------------------------------------------------------------

_MOST_DIGITS = 100
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DOTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_SPACES = re.compile(
    r"(?:[1-9][0-9]?(?: [0-9]{3})+|[1-9][0-9]{2}(?: 000|(?: [0-9]{3}){2,}))(?:,[0-9]+)?"
)
"""``1 200``; but ``100 200`` may be two numbers."""
_COMMA = re.compile(r"(?![0-9]{1,3},[0-9]{2}0$)[1-9][0-9]*(?:,[0-9]+)?|0(?:,[0-9]+)?")
"""``2,5``; but ``2,500`` may be an English two thousand five hundred."""
_POINT = re.compile(r"(?:0|[1-9][0-9]*)\.(?![0-9]{3}$)[0-9]+|0\.[0-9]{3}")
"""``2.5``, as many type it; three digits after a dot are thousands."""


def thousands(text: str) -> int | None:
    """A whole number in groups of three, ``50.000``; None when it is not written so."""
    return int(text.replace(".", "")) if _THOUSANDS.fullmatch(text) else None


def literal(text: str) -> Fraction | None:
    """One number in digits, with a sign or none: ``1.500,50``, ``1 200``, ``2.5``; None where it
    is not clear which number is meant."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text.removeprefix("+"))
    if sum(map(str.isdecimal, digits)) > _MOST_DIGITS:
        return None
    if _DOTS.fullmatch(digits) or _SPACES.fullmatch(digits) or _COMMA.fullmatch(digits):
        return sign * Fraction(re.sub(r"[. ]", "", digits).replace(",", "."))
    return sign * Fraction(digits) if _POINT.fullmatch(digits) else None


# --- pieces ---------------------------------------------------------------------------------


def _pattern(phrase: str) -> str:
    return re.escape(phrase) + (r"(?![a-z0-9'])" if phrase[-1].isalpha() else "")


_PHRASE = "|".join(map(_pattern, sorted(SIGNS, key=len, reverse=True)))
_DIGITS = r"(?:(?<![0-9a-z])[-+])?[0-9]+(?:[.,][0-9]+)*(?:(?: [0-9]{3})+(?![0-9])(?:,[0-9]+)?)?"
_PIECE = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<cents>,[-=]{{1,2}}(?![0-9]))?(?P<glued>[a-z][a-z0-9]*)?"
    rf"|(?P<phrase>{_PHRASE})|(?P<word>[a-z][a-z']*(?:-[a-z]+)*[0-9]*|[€%])|(?P<other>[^ ])"
)
_LOOKS_ALIKE = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-", "–": "-", "—": "-", "’": "'"}
)
_SAME = (
    (r"\b(?:één|éen|eén)\b", "1"),
    (r"(?<=[0-9a-z%]) (?:à|a) (?=[0-9a-z])", " tot "),
    (r"(?<=m)²", "2"),
    (r"(?<=m)³", "3"),
    (r"\bvierkante (k?)(?:ilo)?m(?:eters?)?\b", r"\g<1>m2"),
    (r"\bkubieke m(?:eters?)?\b", "m3"),
    (r"\been tiental\b", "een stuk of tien"),
    (r"\been dozijn\b", "een stuk of twaalf"),
    (r"\s+", " "),
)
_PICTURES = {"So", "Sk", "Mn", "Cf"}


def prepared(text: str) -> str:
    """Small letters without accents, digits as 0 to 9, and one way to write what has several."""
    digits = "".join(str(unicodedata.decimal(s)) if s.isdecimal() else s for s in text)
    text = unicodedata.normalize("NFC", digits.lower()).translate(_LOOKS_ALIKE)
    for pattern, same in _SAME:
        text = re.sub(pattern, same, text)
    return folded(text).strip()


def tokens(text: str, known: Sequence[str] = ()) -> Iterator[Token]:
    """The pieces of a prepared text; a word that is ``known`` says nothing new."""
    for match in _PIECE.finditer(text):
        digits, cents, glued, phrase, word, other = match.groups()
        if digits:
            yield _digits(digits)
            yield from (Token("U", unit=measure("euro")) for _ in filter(None, [cents]))
            yield from map(_glued, filter(None, [glued]))
        elif phrase and not _is_known(phrase, known):
            yield from map(Token, SIGNS[phrase])
        elif word and not _is_known(word, known):
            yield _word(word)
        elif other:
            yield Token("u" if unicodedata.category(other) in _PICTURES else "!")


def _is_known(phrase: str, known: Sequence[str]) -> bool:
    return all(any(same_word(word, other) for other in known) for word in phrase.split())


def _digits(text: str) -> Token:
    value = literal(text)
    if value is None:
        return Token("!")
    year = bool(re.fullmatch(r"(?:19|20)[0-9]{2}", text)) and value % 100 != 0
    return Token("N", Part(value, spoken=False), year=year)


def _glued(word: str) -> Token:
    """What stands right behind digits: a unit ("150m2"), "350k"; else it is another thing."""
    token = _word(word)
    return token if token.unit or (token.part and token.part.scale) else Token("!")


def _word(word: str) -> Token:
    if unit := measure(word):
        return Token("U", unit=unit)
    if part := part_of(word):
        return Token("N", part)
    return Token("!" if word[-1].isdecimal() else "u")
