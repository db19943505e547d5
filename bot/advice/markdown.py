"""Markdown read as blocks, and shown as a message: what belongs to one paragraph is joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("zero").enable(
    ["heading", "list", "blockquote", "hr", "emphasis", "link", "newline"]
)
"""Reads what our texts use; a sign that means something elsewhere in Markdown stays a sign."""

_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}


class Span(NamedTuple):
    """A stretch of text in one kind of letter."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, quote or item of a list: its style by Word's name, and its words.

    A link is its words with the address in brackets behind them.
    """

    style: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


def blocks(markdown: str) -> list[Block]:
    """The blocks of a text, in order; what holds no words is left out."""
    return [block for block in _blocks(_READER.parse(markdown)) if block.text.strip()]


def as_message(markdown: str) -> str:
    """The text for a message, in which only ``**…**`` is markup: lists keep their lines."""
    lines: list[str] = []
    before, place = "", 0
    for block in blocks(markdown):
        place = place + 1 if block.style.startswith("List Number") else 0
        in_list = block.style.startswith("List") and before.startswith("List")
        lines += ["", _shown(block, place)] if lines and not in_list else [_shown(block, place)]
        before = block.style
    return "\n".join(lines)


def _shown(block: Block, place: int) -> str:
    """A block in a message; ``place``: its number in a list of numbers."""
    if block.style.startswith("Heading"):
        return f"**{block.text}**"
    told = "".join(map(_marked, block.spans))
    if block.style.startswith("List Bullet"):
        return f"• {told}"
    return f"{place}. {told}" if place else told


def _marked(span: Span) -> str:
    if span.bold:
        return f"**{span.text}**"
    return f"‘{span.text}’" if span.italic else span.text


def _blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    around: list[str] = []
    style = ""
    for token in tokens:
        kind = token.type.removesuffix("_open")
        if token.type == "heading_open":
            style = f"Heading {token.tag[1:]}"
        elif token.type == "list_item_open":
            lists = [_LISTS[kind] for kind in around if kind in _LISTS]
            style = lists[-1] + (" 2" if len(lists) > 1 else "")
        elif token.type == "inline":
            yield Block(style or ("Quote" if "blockquote" in around else "Normal"), _spans(token))
            style = ""
        elif token.nesting == 1:
            around.append(kind)
        elif token.type.removesuffix("_close") in around[-1:]:
            around.pop()


def _spans(inline: Token) -> tuple[Span, ...]:
    """The words of a block; those in one kind of letter are joined."""
    pieces = groupby(_pieces(inline.children or ()), key=lambda piece: piece[1:])
    return tuple(Span("".join(piece.text for piece in same), *kind) for kind, same in pieces)


def _pieces(tokens: Iterable[Token]) -> Iterator[Span]:
    depth = {"strong": 0, "em": 0}
    address = ""
    for token in tokens:
        kind = token.type.partition("_")[0]
        text = (
            " " if kind in ("softbreak", "hardbreak") else token.content if kind == "text" else ""
        )
        if kind in depth:
            depth[kind] += token.nesting
        elif token.type == "link_open":
            address = str(token.attrs["href"])
        elif token.type == "link_close":
            text = f" ({address})"
        if text:
            yield Span(text, depth["strong"] > 0, depth["em"] > 0)
