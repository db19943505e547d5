"""What of a line never stands in a paper: what must not be told, what a person asks or feels, and
what it says to whoever writes. Pure."""

from __future__ import annotations

import re

from bot.words.reached import reached

_SECRET = re.compile(
    r"\b(?:vertrouwelijk\w*|geheim|onder (?:vier ogen|ons)|tussen ons|off the record"
    r"|niet (?:opschrijven|op papier|doorvertellen|naar buiten)"
    r"|(?:schrijf|zet|vermeld|noem) (?:ik|je|we) (?:dat |dit |er )?(?:dus )?niet\b"
    r"|(?:niks|niets) (?:over|van) (?:te )?(?:zeggen|beloven|noemen)"
    r"|^(?:de |die )?(?:brief|mail|plan|draaiboek|stuk) (?:moet|mag)"
    r" (?:ook |wel |echt )*(?:in|kort|op|aan)"
    r"|nog niet bekend ?maken|in vertrouwen|mag (?:nog )?niemand weten)\b",
    re.IGNORECASE,
)
_ASKS_ONESELF = re.compile(
    r"\b(?:red|haal|mag|moet|kan|zal|ga|doe|zeg|zet|schrijf|hoor|krijg|vertel|leg) ik\b"
    r"(?! (?:je|u|jullie|hen|ze|ook|graag|voor|om)\b)"
    r"|\b(?:hoe|wat|waar|wie|wanneer) (?:zeg|doe|moet|kan|vertel|leg|red|krijg|hoor|zal) ik\b"
    r"|\bhoe (?:zeg|leg|vertel) je\b",
    re.IGNORECASE,
)
_FEELS = re.compile(
    r"\b(?:haha\w*|pff+|poeh|zucht|buikpijn|balen|baal|help|klote|shit|zeg maar|leuk zeg|haat me"
    r"|haten me|word (?:er )?(?:gek|moe)|ben (?:er )?(?:klaar mee|moe|bang|zat)|ik was erbij"
    r"|dus (?:ze|zij) denken dat|\bie|moet ik zeggen|neem ik aan|voor gek te zetten|geen zin in)\b",
    re.IGNORECASE,
)


_WHO_I_AM = re.compile(
    r"^(?:hoi|hallo|hai|hey|heej*|dag|beste|goede\s?\w+)\b"
    r"|^(?:\w+ ){0,2}\w*(?:adviseur|leider|manager|makelaar|coordinator|coördinator"
    r"|medewerker|medew"
    r"|ambtenaar|beheerder|regisseur|planoloog)\b(?: \w+){0,4} (?:hier|van|in|bij)\b"
    r"|\b(?:twee|drie|een paar) (?:dingen|vragen|projecten|plannen)\b"
    r"|\b(?:ik ben|ik werk|mijn naam|hier (?:de |een )?\w*(?:leider|adviseur|manager))\b",
    re.IGNORECASE,
)
"""A greeting, who writes, or that there is more: no paper needs it."""


def is_about_who_writes(piece: str) -> bool:
    """Whether a piece of a message greets, tells who writes, or only that there is more."""
    return bool(_WHO_I_AM.search(piece))


def stays_inside(part: str) -> bool:
    """Whether a sentence is not for others: it says so, or asks or feels something itself."""
    return any(way.search(part) for way in (_SECRET, _ASKS_ONESELF, _FEELS))


_TO_THE_WRITER = re.compile(
    r"(?:,|;| -| –)? *(?:en )?(?:het |dit |dat )?(?:verschil )?"
    r"\b(?:(?:be)?noemen(?: we)?|vermelden|melden|erbij zetten|uitleggen|niet vergeten)"
    r"(?: we)?(?: gewoon| netjes| eerlijk| ook)*$",
    re.IGNORECASE,
)
"""At the end of a line: what to do with it, said to whoever writes."""
_HONEST = re.compile(
    r"^(?:ook |wel )?(?:eerlijk |gewoon )+(?:zeggen|vertellen) dat\b", re.IGNORECASE
)
_SAY_SORRY = re.compile(r"[,;]? *(?:daar )?zeggen (?:we|wij) sorry voor$", re.IGNORECASE)
_SAID_OTHERWISE = re.compile(
    r",? en dat er (?:wat|iets) anders (?P<said>gezegd|beloofd) is$", re.IGNORECASE
)
_IT_IS = re.compile(r"^gaat (?=om|over)\b", re.IGNORECASE)
_FIXED_IF = re.compile(r"^vast (?=als\b)", re.IGNORECASE)
"""Under "wat staat vast" it is said already."""
_THEM = re.compile(r"\b(met|aan|van|voor|bij) hun te (?=praten|spreken|overleggen)")
_SAME_DAY = re.compile(r"(?<!de)(?<!de )\bzelfde dag\b")
_NUMBER = re.compile(r"(?:,? via|,) (?:het )?algemene? nummer\b", re.IGNORECASE)


_OTHERS = re.compile(r"\b(?:wil|willen|kan|kunnen|gaat|gaan|zal|zullen|moet|moeten|mag|mogen|te)\b")


def _unless_of_others(match: re.Match[str]) -> str:
    """Nothing, unless somebody does it: "de raad wil de motie niet uitleggen"."""
    is_loose = match[0].lstrip()[:1] in (",", ";", "-", "–")
    return "" if is_loose or not _OTHERS.search(match.string[: match.start()]) else match[0]


def as_said(line: str, *, is_contact: bool = False) -> str:
    """The line as it is said to others: without a word to the writer, with what it leaves out."""
    line = _TO_THE_WRITER.sub(_unless_of_others, line) if len(line.split()) > 3 else line
    line = _HONEST.sub("wij zeggen eerlijk dat", line)
    line = _SAID_OTHERWISE.sub(r". Eerder is iets anders \g<said>", line)
    line = _SAY_SORRY.sub(". Daarvoor zeggen wij sorry", line)
    line = _THEM.sub(r"\1 hen te ", _FIXED_IF.sub("", _IT_IS.sub("het gaat ", line)))
    line = _SAME_DAY.sub("dezelfde dag", line)
    told = reached(line) if is_contact else line
    return _NUMBER.sub(" via het algemene nummer", told)
