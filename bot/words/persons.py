"""What in a text points to one person: numbers, addresses, accounts. Found and masked. Pure.

Names are not found. The place of a project (a street, a postcode alone) points to nobody.
"""

# ruff: noqa: SIM905 - a list of short words reads best as one text

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["mailadres", "rekeningnummer", "telefoonnummer", "adres", "BSN"]
"""Dutch, as it stands in a masked text and in a warning."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of a text that points to one person, by its places in that text."""

    kind: Kind
    start: int
    end: int


def personal(text: str) -> tuple[Personal, ...]:
    """What points to one person, in the order of the text; no two overlap."""
    kept: list[Personal] = []
    for kind, pattern, is_it in _WAYS:
        part = "it" if "it" in pattern.groupindex else 0
        spans = (match.span(part) for match in pattern.finditer(text) if is_it(match))
        pieces = [Personal(kind, *span) for span in spans]
        text = _replaced(text, pieces, lambda piece: _TAKEN * (piece.end - piece.start))
        kept += pieces
    return tuple(sorted(kept, key=lambda piece: piece.start))


def masked(
    text: str,
    start: int = 0,
    end: int | None = None,
    pieces: Iterable[Personal] | None = None,
) -> str:
    """The text, or this stretch of it, with the kind in the place of each piece: "bel
    [telefoonnummer]". A piece that lies in the stretch in part is masked there.

    ``pieces``: those of the whole text, where they are known already.
    """
    end = len(text) if end is None else end
    every = personal(text) if pieces is None else pieces
    inside = (piece for piece in every if piece.start < end and start < piece.end)
    cut = (replace(p, start=max(p.start, start), end=min(p.end, end)) for p in inside)
    moved = (replace(p, start=p.start - start, end=p.end - start) for p in cut)
    return _replaced(text[start:end], moved, lambda piece: f"[{piece.kind}]")


_CALLED = re.compile(
    r"\b(?:(?i:dhr|mevr|mw|mevrouw|meneer|mijnheer|de heer)\b\.? +[a-zA-Z]"
    r"|(?i:fam|familie)\b\.? +[A-Z])"
)


def is_called(text: str) -> bool:
    """Whether somebody is called by a title and a name: "mevrouw Jansen", "familie De Vries"."""
    return _CALLED.search(text) is not None


_TAKEN = "\0"
"""Stands where something was found already: no pattern has it."""


def _replaced(text: str, pieces: Iterable[Personal], by: Callable[[Personal], str]) -> str:
    parts, end = [], 0
    for piece in pieces:
        parts += [text[end : piece.start], by(piece)]
        end = piece.end
    return "".join((*parts, text[end:]))


# --- mail and accounts ----------------------------------------------------------------------

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_ACCOUNT = re.compile(
    r"\b(?:NL\d{2}[ .]?[A-Z]{4}(?:[ .]?\d){10}"
    r"|[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?))\b",
    re.IGNORECASE,
)


def _is_account(match: re.Match[str]) -> bool:
    """A Dutch one always: with a typing error it still is somebody's. Others by their check."""
    sign = re.sub(r"[ .]", "", match[0]).upper()
    moved = sign[4:] + sign[:4]
    return sign.startswith("NL") or int("".join(str(int(one, 36)) for one in moved)) % 97 == 1


# --- telephone ------------------------------------------------------------------------------

_PHONE = re.compile(
    r"(?<![\w+/-])"
    r"(?!\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d\b)"  # a date
    r"(?:(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?:[ .()/-]{0,2}\d){9}"
    r"|\+\d{2}(?:[ .()-]{0,2}\d){7,12})(?![\w/-])"
)
"""Ten digits, or a country first. Short numbers (112, 14 020, 0800-1234) are nobody's own."""


# --- a home ---------------------------------------------------------------------------------

_HOUSE = r"\d{1,5}(?: ?[a-z](?![a-z]))?"
_STREET = r"\w*(?:straat|laan|weg|plein|gracht|kade|hof|pad|dijk|singel|steeg|plantsoen|dreef)"
_HOME = re.compile(
    rf"\b(?P<post>[1-9]\d{{3}}(?P<gap> ?)(?P<sign>[a-z]{{2}}))"
    rf"(?:, ?| )(?:(?:huis)?(?:nummer|nr)\.? ?)?{_HOUSE}\b"
    rf"|\b{_HOUSE}(?:, ?| )[1-9]\d{{3}}(?P<between> ?)(?P<last>[a-z]{{2}})\b",
    re.IGNORECASE,
)
_LIVES = re.compile(
    rf"\b(?:(?:woont?|woonachtig)\b(?: \w+)? (?:op|aan|in)|(?:woon|thuis|huis)adres(?: is)?:?)"
    rf" (?:de |het )?(?P<it>{_STREET} {_HOUSE})\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "aan al bv de en er ga ik in is je ca me na nu of om op te tm uw we ze zo st".split()
)
_NEAR = 20
"""So many signs around it show whether all is written in capitals."""
_UNITS = frozenset("km kg kv kw mw mm cm ha db ml".split())


def _is_home(match: re.Match[str]) -> bool:
    """Not "2027 op 3 plekken", nor "1500 mm 20"."""
    sign = match["sign"] or match["last"]
    gap = match["between"] if match["last"] else match["gap"]
    if sign.lower() in _UNITS:
        return False
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    is_loud = sign.isupper() and not near.isupper()
    return is_loud or not (gap and sign.lower() in _SMALL)


# --- the number of a citizen ----------------------------------------------------------------

_BSN = re.compile(
    r"(?P<named>\b(?:bsn|burgerservicenummer|sofi-?nummer)\b\W{0,3}(?:\w{1,9}\W{1,2}){0,2})?"
    r"(?<![\w.,€/-])(?<!€ )(?P<it>\d(?:[ .-]?\d){7,8})(?![\w/-]|[.,]\d| ?(?:euro|eur|mln)\b)",
    re.IGNORECASE,
)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def _is_bsn(match: re.Match[str]) -> bool:
    """By the eleven test. Eight digits only where they are called so: they may be a date."""
    digits = re.sub(r"\D", "", match["it"])
    if len(digits) < len(_BSN_WEIGHTS) and not match["named"]:
        return False
    weighed = zip(_BSN_WEIGHTS, digits.zfill(len(_BSN_WEIGHTS)), strict=True)
    total = sum(weight * int(digit) for weight, digit in weighed)
    return total % 11 == 0 and digits.strip("0") != ""


_WAYS: tuple[tuple[Kind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("mailadres", _MAIL, lambda match: True),
    ("rekeningnummer", _ACCOUNT, _is_account),
    ("telefoonnummer", _PHONE, lambda match: True),
    ("adres", _HOME, _is_home),
    ("adres", _LIVES, lambda match: True),
    ("BSN", _BSN, _is_bsn),
)
"""The surest first: what was taken is nothing else. Of a match with a group ``it``, that is it."""
