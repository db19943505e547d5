"""A text that people read, and how it falls apart into sentences and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["prose", "line", "label", "question"]
"""Prose is measured in full; a line (one or two sentences) not on its Flesch score; of a label
only the words count; a question that we quote may use the words that people ask about."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its place: pack or file, the kind of thing, its id, and the field."""

    where: str
    id: str
    body: str
    kind: Kind = "line"


_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}|</?[a-z][^<>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+\.\S+|\b(?:[\w-]+\.)+(?:nl|nu|eu|org|com)\b")
_BULLET = re.compile(r"^\s*(?:[-–*+•]|\d+[.)])\s+")
_HEADING = re.compile(r"^\s*#+\s*")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-Þ0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SPACED_COMMAND = re.compile(r"(?<!\w)/[a-z_]+")


def plain(body: str) -> list[str]:
    """The body as lines of plain text: no Markdown, code, placeholders, addresses or commands.

    A bullet and a heading are a line of their own; lines of one paragraph are joined.
    """
    lines: list[str] = []
    joins = False
    for raw in body.splitlines():
        bullet = bool(_BULLET.match(raw) or _HEADING.match(raw))
        line = _HEADING.sub("", _BULLET.sub("", raw))
        line = _LINK.sub(r"\1", line)
        line = _ADDRESS.sub("", line)
        line = _EMPHASIS.sub("", _SPACED_COMMAND.sub("", _CODE.sub("", line))).strip()
        if line and joins and not bullet:
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
        joins = bool(line) and not _HEADING.match(raw)
    return lines


def sentences(body: str) -> list[str]:
    """The sentences, in order. A sentence ends at ``.``, ``!``, ``?`` or the end of a line."""
    found = [part.strip() for line in plain(body) for part in _END.split(line)]
    return [part for part in found if words(part)]


def words(text: str) -> list[str]:
    """The words, in order. A number is no word."""
    return _WORD.findall(text)
