"""How a text begins that puts something right: "nee, bewoners begonnen". Pure."""

from __future__ import annotations

import re

_NO = r"(?:nee|neen|nope)(?: (?:hoor|joh|nee|wacht|sorry))*"
_SIGN = r"[,.;:!]*\s+"
_WRONG = (
    r"(?:dat|dit|het)? ?klopt (?:\w+ )?niet"
    r"|(?:dat|dit|het) is (?:\w+ )?(?:niet (?:waar|juist|goed|zo)|onjuist|fout|verkeerd)"
    r"|niet waar|toch niet|dat zei ik niet|dat heb ik niet gezegd|foutje|oeps"
    r"|correctie|verbetering|verkeerd (?:gezegd|begrepen|getypt)"
)
_MEANT = r"(?:sorry,? )?(?:nee,? )?ik bedoel(?:de)?(?: eigenlijk| natuurlijk)?(?: dat)?(?! je\b)"
_BEGINS = re.compile(
    rf"\s*(?:(?:oh|ho|nou|ehm?|wacht|sorry|oeps){_SIGN})*"
    rf"(?:{_NO}{_SIGN}(?:(?:{_WRONG}|{_MEANT}){_SIGN})?|(?:{_WRONG}){_SIGN}|{_MEANT}{_SIGN}"
    r"|toch(?: wel)? (?!niet\b)(?=\S+(?: \S+){0,3}$))",
    re.IGNORECASE,
)
_BARE_NO = re.compile(r"\s*(?:nee|neen|nope)[,.;:!]*\s+", re.IGNORECASE)
_IN_PASSING = re.compile(r"\s*(?:ja|nou|eh+m?|hm+|ok[eé]?)[,.!]?\s+(?=\S+\s+\S+)", re.IGNORECASE)


def corrected(text: str, *, is_no_an_answer: bool = False) -> int:
    """Where what is right begins, in a text that puts something right; 0 for any other text.

    ``is_no_an_answer``: the open question can be answered with a "nee", so that a bare one puts
    nothing right.
    """
    match = _BEGINS.match(text)
    if match is None or (is_no_an_answer and _BARE_NO.fullmatch(match[0])):
        return 0
    return match.end()


def in_passing(text: str) -> int:
    """Where a text really begins: after an "ehm" or a "ja" before a sentence."""
    match = _IN_PASSING.match(text)
    return match.end() if match else 0
