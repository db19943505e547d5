"""Commands that name something: a name for the project, whose eyes to look through. Pure."""

from __future__ import annotations

import re
from types import MappingProxyType

from bot.dialogue import commands
from bot.dialogue.messages import Candidate, Understanding
from bot.words.normal import folded

_MOST_WORDS = 6
"""A longer name is a story."""
_IT = r"(?:dit|het|mijn|deze|dat|'?t)\s+(?:project|dossier|plan|casus)"
_NAMES = (
    re.compile(
        rf"(?:(?:kun|kan|wil) je |graag )?(?:noem|doop|hernoem) {_IT}"
        r"(?: (?:maar|nu|voortaan|even|naar|tot|als))*\b(?P<name>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:ik wil |graag )?(?:geef )?(?:{_IT} )(?:een|de) naam(?: geven)?\b(?P<name>.*)",
        re.IGNORECASE,
    ),
    re.compile(rf"{_IT} (?:heet|gaat heten|noem ik|krijgt de naam)\b(?P<name>.*)", re.IGNORECASE),
    re.compile(
        rf"de naam(?: van {_IT})? (?:is|wordt)\b(?P<name>.*)|naam *:(?P<other>.*)", re.IGNORECASE
    ),
)
_AROUND = " \t:;.,!?\"'“”‘’«»"

_WHO = MappingProxyType(
    {
        "inwoner": r"(?:\w*bewon(?:er|ers|ster)|inwoners?|burgers?|omwonenden?|buurman|buurvrouw"
        r"|buren|buurt|huurders?|straat)",
        "raad": r"(?:gemeente)?(?:raad|raadslid|raadsleden)",
        "college": r"(?:wethouders?|college(?:lid)?|burgemeester|b ?(?:&|en) ?w)",
        "ondernemer": r"(?:ondernemers?|winkeliers?|middenstand(?:er)?s?|bedrijf|bedrijven)",
    }
)
_ANYONE = f"(?:{'|'.join(_WHO.values())})"
_A = r"(?:een |de |het |'?n |'?t )?"
_THROUGH = (
    re.compile(
        rf"\b(?:ogen|bril|blik|oogpunt|perspectief|standpunt|kant) van {_A}{_ANYONE}"
        r"(?: (?:kijken|bekijken|bekeken|zien|graag|eens|even|alsjeblieft))*$"
    ),
    re.compile(rf"^(?:kijk|bekijk|bezie|zie)\b.* (?:als|vanuit) {_A}{_ANYONE}$"),
    re.compile(
        rf"^hoe (?:kijk|zie|denk|zou)\w* {_A}{_ANYONE} "
        r"(?:dit|dat|er|hier|daar|naar dit|over dit)\w*(?: (?:zien|plan|project|tegenaan|naar|over"
        r"|kijken|denken|van))*$"
    ),
    re.compile(
        rf"^wat zou(?:den)? {_A}{_ANYONE} (?:er|hier|daar|dit)?\w*(?: van| over| op)? ?"
        r"(?:zeggen|vinden|denken|kiezen|antwoorden)$"
    ),
)


def named(text: str) -> Understanding | None:
    """A command with what it is about, when the text surely is one."""
    plain = _plain(text)
    if any(way.search(plain) for way in _THROUGH):
        return _sure(commands.LENS, eyes(text))
    name = _name(text)
    return None if name is None else _sure(commands.NAME, name)


def eyes(text: str) -> str:
    """Whose eyes a text speaks of; empty when of nobody's, or of several."""
    plain = _plain(text)
    found = [who for who, way in _WHO.items() if re.search(rf"\b{way}\b", plain)]
    return found[0] if len(found) == 1 else ""


def _name(text: str) -> str | None:
    """The name that a project gets, as it was typed; empty when it is still to be asked."""
    for way in _NAMES:
        if match := way.match(" ".join(text.split())):
            name = next(one for one in match.groups() if one is not None).strip(_AROUND)
            return name if len(name.split()) <= _MOST_WORDS else None
    return None


def _plain(text: str) -> str:
    return " ".join(folded(text).lower().strip(_AROUND).split())


def _sure(command: commands.Command, argument: str) -> Understanding:
    named = (Candidate("opdracht", command.name, 1.0),)
    return Understanding("opdracht", command.name, 1.0, named, sure=True, argument=argument)
