"""What of a line never stands in a paper: what must not be told, what a person asks or feels, and
what it says to whoever writes. Pure."""

from __future__ import annotations

import re

_SECRET = re.compile(
    r"\b(?:vertrouwelijk\w*|geheim|onder (?:vier ogen|ons)|tussen ons|off the record"
    r"|niet (?:in de (?:brief|mail|stukken)|opschrijven|op papier|doorvertellen|naar buiten)"
    r"|(?:schrijf|zet|vermeld|noem) (?:ik|je|we) (?:dat |dit |er )?(?:dus )?niet\b"
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
    r"|moet ik zeggen|neem ik aan|voor gek te zetten|geen zin in)\b",
    re.IGNORECASE,
)


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
_IT_IS = re.compile(r"^gaat (?=om|over)\b", re.IGNORECASE)
_FIXED_IF = re.compile(r"^vast (?=als\b)", re.IGNORECASE)
"""Under "wat staat vast" it is said already."""
_THEM = re.compile(r"\b(met|aan|van|voor|bij) hun te (?=praten|spreken|overleggen)")
_SAME_DAY = re.compile(r"(?<!de)(?<!de )\bzelfde dag\b")
_CONTACT = re.compile(
    r"^(?:voor )?(?:contact(?:persoon)?|vragen|bellen|bel)(?: met| naar| aan| kan (?:via|bij))?:? +"
    r"(?!\[|(?:dan|ons|we|wij|over|kan|kun|gerust|of|en)\b)(?P<the>de |het |onze )?"
    r"(?P<who>(?P<job>[a-z]*(?:adviseur|leider|beheerder|manager|kundige|griffier|medewerker|planoloog"
    r"|coördinator|coordinator|balie|receptie|regisseur|secretaris|ambtenaar))?.*)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:,? via|,) (?:het )?algemene? nummer\b", re.IGNORECASE)


def as_said(line: str, *, is_contact: bool = False) -> str:
    """The line as it is said to others: without a word to the writer, with what it leaves out."""
    line = _TO_THE_WRITER.sub("", line) if len(line.split()) > 3 else line
    line = _HONEST.sub("wij zeggen eerlijk dat", line)
    line = _SAY_SORRY.sub(". Daarvoor zeggen wij sorry", line)
    line = _THEM.sub(r"\1 hen te ", _FIXED_IF.sub("", _IT_IS.sub("het gaat ", line)))
    line = _SAME_DAY.sub("dezelfde dag", line)
    reached = _CONTACT.sub(_reached, line) if is_contact else line
    return _NUMBER.sub(" via het algemene nummer", reached)


def _reached(match: re.Match[str]) -> str:
    """Whom one can reach: "contact beheerder begraafplaatsen"."""
    the = match["the"] or ("de " if match["job"] else "")
    return f"je kunt terecht bij {the}{match['who']}"
