"""What the sender of a mail says: no headers, salutation, signature or earlier mails. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.language.mail.markup import MOST, plain

_FLAGS = re.IGNORECASE
_EARLIER = re.compile(
    r"\s*(?:-{2,} ?(?:oorspronkelijke?|doorgestuurde?|original|forwarded|begin) .{0,40}-*"
    r"|(?:begin )?doorgestuurd bericht:?|begin forwarded message:?"
    r"|_{10,}|(?:op|on) .{4,160}(?:schreef|wrote)\b.{0,120}:|op .{4,160} heeft .{2,160} geschreven:"
    r"|.{2,120} schreef op .{4,80}:)\s*",
    _FLAGS,
)
"""A line after which an earlier mail stands."""
_HEADER = re.compile(
    r"\s*\**(?:van|from|afzender|verzonden|sent|datum|date|aan|to|cc|bcc|onderwerp|subject"
    r"|bijlagen?|attachments?|prioriteit|importance|reply-to|beantwoorden)\s?\**:\**(?:\s.*)?",
    _FLAGS,
)
_FROM = re.compile(r"\s*\**(?:van|from|afzender)\s?\**:", _FLAGS)
_NEAR = 4
"""A second line of a header stands within so many lines."""
_SALUTATION = re.compile(
    r"\s*(?:(?:geachte?|mijne|collega'?s?|beste|hallo|hoi|hey|hi|dag|lieve|waarde|dear"
    r"|goede ?(?:morgen|middag|avond|dag))\b[^.!?,:\n]{0,60}(?:[,!.:]+|$)|l\.? ?s\.?,?(?:\s|$))\s*",
    _FLAGS,
)
_MOST_OF_A_SALUTATION = 7
"""More words before the first comma are a sentence."""
_GREET = (
    r"(?:(?:met )?(?:een )?(?:zeer |de )?(?:vriendelijke|hartelijke|beste|warme|zonnige|collegiale)"
    r" (?:groet(?:en|jes)?|dank)|m\.? ?v\.? ?g\.?|groet(?:en|jes)?|hoogachtend|met dank|bij"
    r" voorbaat (?:dank|bedankt)|(?:bedankt|dank) alvast|alvast (?:hartelijk |veel |heel erg )?"
    r"(?:bedankt|dank)|gr|thanks|dank je ?wel|dank u ?wel|fijne dag|kind regards|best regards)"
)
_CLOSING = re.compile(rf"(?:^|(?<=[.!?,]) ){_GREET}\b[^?\n]{{0,60}}$", _FLAGS)
"""A line (or the end of one) with which a mail ends."""
_THANKS = re.compile(r"bedankt|dank", _FLAGS)
_SENT_FROM = re.compile(
    r"\s*(?:verzonden|verstuurd|sent|get|download)\b.{0,30}(?:iphone|ipad|android|outlook|mobiel"
    r"|telefoon|samsung|mail)\b.{0,80}|--|\s*(?:dit bericht|deze e-?mail|de informatie in) .{0,60}"
    r"(?:bestemd|vertrouwelijk|geadresseerde).*|\s*(?:disclaimer|proclaimer)\b.*"
    r"|\s*(?:denk aan het milieu|think before you print).*",
    _FLAGS,
)
_AFTERTHOUGHT = re.compile(
    r"\s*(?:p\.? ?s\.?|n\.? ?b\.?|o ja|oh ja|nog een vraag)\b[.:,;]?", _FLAGS
)
_LEAST = 12
"""So few words above an earlier mail say at most "zie onder": then the earlier one is meant."""
_FULL = 50
"""A line of so many characters was broken off by a mail program, and goes on."""
_ENDED = re.compile(r"[.!?:;]['\"”)]*$")
_POINTS_DOWN = re.compile(
    r"\bonderstaande?\b|\bhieronder\b|\bzie (?:de mail )?(?:hier)?onder\b", _FLAGS
)
"""Says that what stands below is meant too."""
_ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.):](?!\d)|[a-z][.)]|vraag \d|[-•*–·▪]\s)", _FLAGS)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the sender says, a line for each paragraph or item; and whether it is a mail at all."""

    body: str
    is_mail: bool
    earlier: str = ""
    """The mail below it, when it says hardly anything itself or points there."""
    points_down: bool = False


def laid_out(text: str) -> Letter:
    """A mail, or any text, without what is no part of its message."""
    lines = [" ".join(line.split()) for line in plain(text).split("\n")]
    above, below = _apart(lines)
    body, is_mail = _bare([line for line in above if not line.startswith(">")])
    below = below or [line[1:].strip() for line in above if line.startswith(">")]
    points_down = bool(_POINTS_DOWN.search(body))
    if below and (points_down or len(body.split()) < _LEAST):
        under = laid_out("\n".join(below)[:MOST])
        return Letter(body, True, under.body, points_down) if body else replace(under, is_mail=True)
    return Letter(body, is_mail or bool(below))


def _apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of the mail itself, and those of what it answers or sends on."""
    for number, line in enumerate(lines):
        near = lines[number + 1 : number + 1 + _NEAR]
        if _EARLIER.fullmatch(line) or (_FROM.match(line) and any(map(_HEADER.fullmatch, near))):
            rest = lines[number:]
            while rest and (
                not rest[0].strip() or _EARLIER.fullmatch(rest[0]) or _HEADER.fullmatch(rest[0])
            ):
                rest = rest[1:]
            return lines[:number], rest
    return lines, []


def _bare(lines: list[str]) -> tuple[str, bool]:
    """The message without its salutation and its end, and whether it had one of these."""
    while lines and (not lines[0].strip() or _HEADER.fullmatch(lines[0])):
        lines = lines[1:]
    greeted = _without_salutation(lines)
    kept = _without_end(greeted)
    return "\n".join(_joined(kept)), greeted != lines or kept != greeted


def _without_salutation(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines[:3]):
        match = _SALUTATION.match(line)
        if match and len(match[0].split()) <= _MOST_OF_A_SALUTATION:
            rest = line[match.end() :]
            return [*lines[:number], *([rest] if rest.strip() else []), *lines[number + 1 :]]
    return lines


def _without_end(lines: list[str]) -> list[str]:
    """Up to the greeting at the end; what is thought of later still counts."""
    kept: list[str] = []
    has_ended = False
    for line in lines:
        if again := _AFTERTHOUGHT.match(line):
            has_ended = False
            line = line[again.end() :].strip()
        if has_ended or _SENT_FROM.fullmatch(line):
            has_ended = True
            continue
        match = _CLOSING.search(line)
        if match:
            line = line[: match.start()]
            has_ended = not _THANKS.search(match[0])
        kept.append(line)
    return kept


def _joined(lines: Iterable[str]) -> list[str]:
    """Lines that a mail program broke off are one again; empty ones part paragraphs."""
    joined: list[str] = []
    is_open = is_ended = True
    for line in lines:
        goes_on = is_open or (line.startswith("(") and not is_ended)
        if joined and goes_on and line.strip() and not _ITEM.match(line):
            joined[-1] += f" {line.strip()}"
        elif line.strip():
            joined.append(line.strip())
        is_ended = not line.strip() or bool(_ENDED.search(line))
        is_open = len(line) >= _FULL and not is_ended
    return joined
