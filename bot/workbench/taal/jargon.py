"""Official words and what to write instead, and abbreviations to write out: ``ambtelijk.yml``."""

from __future__ import annotations

import re
from pathlib import Path

from bot.packs.errors import Report
from bot.packs.text.source import parse

_FILE = Path(__file__).with_name("ambtelijk.yml")
(_LISTS,) = parse(_FILE.read_text("utf-8"), _FILE.name, Report()) or [{}]
JARGON: dict[str, str] = _LISTS["woorden"]
"""Official word -> plain words. Matched as whole words; an ``-e`` at the end counts too."""

ABBREVIATIONS: dict[str, str] = _LISTS["afkortingen"]
"""Abbreviation -> the words to write out."""

_ASKING = {"welke"}
"""Fine at the beginning of a question or clause that asks; only stiff after a noun."""

_JARGON_PATTERNS = {
    word: re.compile(rf"(?<![\w-]){re.escape(word)}e?(?![\w-])", re.IGNORECASE)
    for word in JARGON
    if word not in _ASKING
}
_WHICH_AFTER_NOUN = re.compile(r",\s+welke\b(?![^.!?]*\?)", re.IGNORECASE)
_ABBREVIATION_PATTERNS = {
    short: re.compile(rf"(?<![\w.]){re.escape(short)}(?!\w)", re.IGNORECASE)
    for short in ABBREVIATIONS
}


def jargon_in(text: str) -> list[tuple[str, str]]:
    """The official words in a text, each with the plain words to write instead."""
    official = [word for word, pattern in _JARGON_PATTERNS.items() if pattern.search(text)]
    if _WHICH_AFTER_NOUN.search(text):
        official.append("welke")
    return [(word, JARGON[word]) for word in official]


def abbreviations_in(text: str) -> list[tuple[str, str]]:
    """The abbreviations in a text, each with the words to write out.

    ``min.``, ``max.``, ``art.`` and their like also end sentences as ordinary words or not at
    all: they only count when something follows in lower case or a number.
    """
    return [
        (short, ABBREVIATIONS[short])
        for short, pattern in _ABBREVIATION_PATTERNS.items()
        if (match := pattern.search(text))
        and (short.count(".") != 1 or re.match(r"\s+[a-z0-9]", text[match.end() :]))
    ]
