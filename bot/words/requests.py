"""Who asks to have something written: a letter, a memo, a running order. Pure."""

from __future__ import annotations

import re

from bot.words.guards import phrase

_MAKE = (
    r"(?:(?<!ik )(?<!we )(?<!wij )(?:maak|schrijf|typ)|doe(?: maar| ff| even|:)|^graag"
    r"|geef (?:me|mij)|ik wil graag een)"
)
_CAN_YOU = r"(?:(?:kun|kan|wil|zou) je|(?:kunt|wilt|zou) u)"
_MAKING = r"(?:maken|schrijven|opstellen|typen|uitwerken)"
_PAPER = (
    r"(?:\w*brief|\w*brieven|briefje|mail|mailtje|bericht|berichtje|persbericht|persverklaring"
    r"|uitnodiging|verklaring|draaiboek|\w*verslag|\w*voorstel|\w*plan van aanpak|participatieplan"
    r"|flyer|folder|notitie|memo|q&a|qena|vraag-en-antwoord\w*|antwoorden|spreek\w+|\w*paragraaf)"
)
_PARTIES = (
    "adviesraad/cliëntenraad/dorpsraad/wijkraad/stichting/ontwikkelaar/initiatiefnemer/coöperatie"
    "/corporatie/college/burgemeester/coa/provincie/waterschap"
)
TO_A_PARTY = (phrase(f"brief/briefje/mail/mailtje aan de/het/een/onze {_PARTIES}"),)
"""Not for who it affects: our letter would greet the wrong people."""
_NOT_MADE = re.compile(
    r"\b(?:uitnodiging|persbericht|persverklaring|appje|lesopzet|lesuurtje|spreekpunten"
    rf"|(?:brief|briefje|mail|mailtje) aan (?:de|het|een|onze) (?:{_PARTIES.replace('/', '|')}))\b",
    re.IGNORECASE,
)
"""Asked for, and no paper of ours."""
_NOTE = re.compile(r"\b(?:notitie|memo|samenvatting)\b", re.IGNORECASE)
_ASKS_FOR = re.compile(
    rf"(?:\b|^){_MAKE}(?=\W)[^.?!\n]{{0,60}}\b{_PAPER}\b"
    rf"|\b{_CAN_YOU} (?=[^.?!\n]{{0,80}}\b{_MAKING}\b)[^.?!\n]{{0,60}}\b{_PAPER}\b"
    rf"|\bik heb [^.?!\n]{{0,30}}\b{_PAPER} nodig\b|\bstel [^.?!\n]{{0,30}}\b{_PAPER} op\b",
    re.IGNORECASE,
)
"""A request to write something; "moet ik een brief sturen" is a question and no request."""


def asks_for_paper(text: str) -> bool:
    """Whether a text is a request to write something."""
    return bool(_ASKS_FOR.search(text))


def asks_for_note(text: str) -> bool:
    """Whether the paper of a request may be the note of an advice."""
    return bool(_NOTE.search(text))


def not_made(text: str) -> list[str]:
    """What is asked for and is no paper of ours, each once."""
    return [*dict.fromkeys(word.lower() for word in _NOT_MADE.findall(text))]
