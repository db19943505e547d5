"""The question whether a project falls apart ("ligt alles even vast, of verschilt het?"). Pure.

Here it is a question like any other, with as options: all the same, it differs, and the pieces.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from bot.dialogue.button_data import DIFFERENT_VALUE, SAME_VALUE
from bot.dialogue.wording import DIVIDE_DIFFERENT, DIVIDE_SAME
from bot.language.model.asking import is_asking
from bot.language.plain.shorthand import spelled_out
from bot.rules.model.book import GROUP
from bot.rules.model.pack import Division
from bot.rules.model.questions.question import Option, Question
from bot.words.normal import normal

_EQUAL = re.compile(
    r"\b(?:verschilt|scheelt|varieert) (?:\w+ )?(?:niet|niets|niks|nergens)\b"
    r"|\bgeen (?:\w+ )?(?:verschil|onderscheid|groep)\b|\bmaakt (?:niets|niks|niet) uit\b"
)
_VARIES = re.compile(
    r"\bverschil\w*|\b(?:scheelt|varieert|wisselt|deels|gedeeltelijk|behalve)\b|\bapart\w*\b"
    r"|\bniet (?:alles|overal|allemaal|iedereen|alle|elk|elke|het hele)\b"
    r"|\bper (?:stuk|deel|onderdeel|straat|fase|plek|groep|buurt|gebied)\b"
    r"|\bsommige (?:dingen|delen|onderdelen|stukken|punten|zaken)\b|\b(?:een|ander) deel\b"
    r"|\b(?:het ene|de ene?)\b|\bde rest (?:niet|wel|is|ligt|kan|mag)\b"
    r"|\bhangt er ?van ?af\b|\bligt eraan\b"
)
_WHOLE = re.compile(r"\b(?:alles|allemaal|overal|hele|geheel|iedereen)\b")
_ALIKE = re.compile(r"\b(?:hetzelfde|dezelfde|zelfde|gelijk|een (?:aanpak|geheel)|even vast)\b")
_MORE = re.compile(
    r"\bmeer (?:last|geraakt|van)\b|\braakt\b.*\b(?:meer|meest|vooral)\b|\bvooral\b|\been groep\b"
    r"|\bmet name\b|\bhet meest\b|\been deel\b"
)
_FIXED = r"(?:vast|bepaald|besloten|beslist|dichtgetimmerd|rond|afgesproken)"
_STATES = (
    ("vast", re.compile(r"\b(?:niets|niks|niet|geen) (?:\w+ )?(?:te |keus|keuze|ruimte)")),
    ("open", re.compile(rf"\b(?:niet|nooit) (?:\w+ )?{_FIXED}\b")),
    ("open", re.compile(r"\b(?:open|vrij|bespreekbaar|te kiezen|(?:kan|mag|kunnen|mogen) nog)\b")),
    ("vast", re.compile(rf"\b{_FIXED}\b")),
    ("niet", re.compile(r"\bniet(?: echt| zo)?$")),
    ("wel", re.compile(r"\bwel$")),
)
"""What a clause says of its subject; the first that fits."""
_CUT = re.compile(r"[,;.:]\s*|\s+(?:maar|en|terwijl|alleen|doch)\s+")
_LIST = re.compile(r"\s*(?:,|&|\+|\ben\b)\s*")
_THE = re.compile(r"^(?:de|het|een|of) ")
_SHORT = 3
"""So few words with "alles" in them say it of the whole."""


def as_question(division: Division) -> Question:
    """The division as a question, with the values that the dialogue knows."""
    own = MappingProxyType({SAME_VALUE: DIVIDE_SAME, DIFFERENT_VALUE: DIVIDE_DIFFERENT})
    said = tuple(Option(value, labels[division.id]) for value, labels in own.items())
    return Question(division.id, division.text, options=(*said, *division.options))


def heard(text: str, question: Question) -> tuple[str, ...] | None:
    """What a text surely says of it: the pieces by name, all the same, or that it differs."""
    said = spelled_out(text)
    if pieces := _pieces(said, question.options[2:]):
        return pieces
    plain = normal(said)
    if is_asking(text):
        return None
    if _EQUAL.search(plain):
        return (SAME_VALUE,)
    if _VARIES.search(plain) or _parts_company(said):
        return (DIFFERENT_VALUE,)
    if _ALIKE.search(plain) or _is_whole(plain):
        return (SAME_VALUE,)
    return (DIFFERENT_VALUE,) if question.id == GROUP and _MORE.search(plain) else None


def _is_whole(plain: str) -> bool:
    """ "Ja alles", "alles ligt open"; but not "alles loopt uit de hand"."""
    return bool(_WHOLE.search(plain)) and (len(plain.split()) <= _SHORT or bool(_state(plain)))


def _pieces(said: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The pieces that a short list names, each by its label or an example; else none."""
    known = {
        _bare(way): option.id
        for option in options
        for way in (option.label, option.sentence, *option.examples)
    }
    named = [known.get(_bare(part)) for part in _LIST.split(said.strip(" .!")) if part]
    whole = known.get(_bare(said))
    if whole is not None:
        return (whole,)
    found = tuple(dict.fromkeys(one for one in named if one is not None))
    return found if found and None not in named else ()


def _bare(text: str) -> str:
    return _THE.sub("", normal(text))


def _parts_company(said: str) -> bool:
    """Whether its clauses say something else of their subjects: one is fixed, another open."""
    clauses = [normal(part) for part in _CUT.split(said)]
    states = {_state(clause) for clause in clauses} - {""}
    return len(states) > 1


def _state(clause: str) -> str:
    return next((state for state, way in _STATES if way.search(clause)), "")
