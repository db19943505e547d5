"""Markdown read as blocks, and shown as a message: what belongs to one paragraph is joined."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEADING = re.compile(r"(#{1,4})\s+(.*)")
_BULLET = re.compile(r"(\s*)[-*•]\s+(.*)")
_NUMBER = re.compile(r"(\s*)\d+[.)]\s+(.*)")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
_LISTS = ("List Bullet", "List Number")


def blocks(markdown: str) -> list[tuple[str, str]]:
    """The text as blocks (style, words)."""
    out: list[tuple[str, str]] = []
    joined = False
    for line in markdown.splitlines():
        kind, text = _block(line)
        if kind == "Normal" and text and joined:
            out[-1] = (out[-1][0], f"{out[-1][1]} {text}")
        elif text:
            out.append((kind, text))
        joined = bool(text) and not kind.startswith("Heading")
    return out


def with_bare_links(text: str) -> str:
    """Links as their words, with the address in brackets."""
    return _LINK.sub(r"\1 (\2)", text)


def as_message(markdown: str) -> str:
    """The text for a message, in which only ``**…**`` is markup: lists keep their lines."""
    lines: list[str] = []
    before = ""
    for kind, text in _shown(blocks(markdown)):
        in_list = kind.startswith(_LISTS) and before.startswith(_LISTS)
        lines += ["", text] if lines and not in_list else [text]
        before = kind
    return "\n".join(lines)


def _shown(found: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    place = 0
    for kind, text in found:
        place = place + 1 if kind.startswith("List Number") else 0
        told = with_bare_links(_ITALIC.sub(r"‘\1’", text))
        if kind.startswith("List Bullet"):
            told = f"• {told}"
        elif place:
            told = f"{place}. {told}"
        elif kind.startswith("Heading"):
            told = f"**{told}**"
        yield kind, told


def _block(line: str) -> tuple[str, str]:
    """The style of one line, and its words."""
    bare = line.strip()
    if not bare or re.fullmatch(r"[-*_]{3,}", bare):
        return "Normal", ""
    if found := _HEADING.match(bare):
        return f"Heading {len(found.group(1))}", found.group(2)
    for style, pattern in (("List Bullet", _BULLET), ("List Number", _NUMBER)):
        if found := pattern.match(line):
            return style + (" 2" if len(found.group(1)) >= 2 else ""), found.group(2)
    if bare.startswith(">"):
        return "Quote", bare.lstrip("> ")
    return "Normal", bare
