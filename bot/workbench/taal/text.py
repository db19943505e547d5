"""A text that people read, and how it falls apart into sentences and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.advice.markdown import blocks

Kind = Literal["prose", "line", "label", "question", "letter"]
"""Prose is measured in full; a line (one or two sentences) not on its Flesch score; of a label
only the words count; a question that we quote may use the words that people ask about; a
letter may say "u"."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its place: pack or file, the kind of thing, its id, and the field."""

    where: str
    id: str
    body: str
    kind: Kind = "line"


_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}|</?[a-z][^<>]*>")
_ADDRESS = re.compile(
    r" \(https?://[^\s)]*\)|https?://\S+|\bwww\.\S+|\S+@\S+\.\S+|\b(?:[\w-]+\.)+(?:nl|nu|eu|org|com)\b"
)
_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-Þ0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SPACED_COMMAND = re.compile(r"(?<!\w)/[a-z_]+")


def plain(body: str) -> list[str]:
    """The body as lines of plain text: no Markdown, code, placeholders, addresses or commands.

    A bullet and a heading are a line of their own; lines of one paragraph are joined.
    """
    lines = (block.text for block in blocks(_CODE.sub("", body)))
    bare = (_SPACED_COMMAND.sub("", _ADDRESS.sub("", line)).strip() for line in lines)
    return [line for line in bare if line]


def sentences(body: str) -> list[str]:
    """The sentences, in order. A sentence ends at ``.``, ``!``, ``?`` or the end of a line."""
    parts = [part.strip() for line in plain(body) for part in _END.split(line)]
    return [part for part in parts if words(part)]


def words(text: str) -> list[str]:
    """The words, in order. A number is no word."""
    return _WORD.findall(text)
