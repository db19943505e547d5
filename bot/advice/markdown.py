"""Markdown read as blocks and written again, and shown as a message: what belongs to one paragraph
is joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("zero").enable(
    ["heading", "list", "blockquote", "hr", "emphasis", "link", "newline", "table"]
)
"""Reads what our texts use; a sign that means something elsewhere in Markdown stays a sign."""

_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}
TABLE = "Table"
"""The style of a block that is a table."""


class Span(NamedTuple):
    """A stretch of text in one kind of letter."""

    text: str
    bold: bool = False
    italic: bool = False


Cell: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, quote or item of a list: its style by Word's name, and its words. A
    table has ``rows`` instead, its head first.

    A link is its words with the address in brackets behind them.
    """

    style: str
    spans: tuple[Span, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        if self.rows:
            return "\n".join(" | ".join(map(words, row)) for row in self.rows)
        return words(self.spans)


def words(spans: Cell) -> str:
    """The words of some spans."""
    return "".join(span.text for span in spans)


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
    if block.rows:
        return block.text
    told = "".join(map(_marked, block.spans))
    if block.style.startswith("List Bullet"):
        return f"• {told}"
    return f"{place}. {told}" if place else told


def _marked(span: Span) -> str:
    if span.bold:
        return f"**{span.text}**"
    return f"‘{span.text}’" if span.italic else span.text


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    around: list[str] = []
    style = ""
    rows: list[list[Cell]] = []
    for token in tokens:
        kind = token.type.removesuffix("_open")
        if token.type == "heading_open":
            style = f"Heading {token.tag[1:]}"
        elif token.type == "list_item_open":
            lists = [_LISTS[kind] for kind in around if kind in _LISTS]
            style = lists[-1] + (" 2" if len(lists) > 1 else "")
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and "table" in around:
            rows[-1].append(_spans(token))
        elif token.type == "inline":
            yield Block(style or ("Quote" if "blockquote" in around else "Normal"), _spans(token))
            style = ""
        elif token.type == "table_close":
            yield Block(TABLE, rows=tuple(map(tuple, rows)))
            rows = []
        if token.nesting == 1 and token.type not in ("heading_open", "list_item_open"):
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


# --- written again --------------------------------------------------------------------------


def to_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown; read again they are the same."""
    lines: list[str] = []
    place, before = 0, ""
    for block in blocks:
        place = place + 1 if block.style == "List Number" else 0
        together = block.style.startswith("List") and block.style == before
        lines += [*([] if together or not lines else [""]), *_written(block, place)]
        before = block.style
    return "\n".join(lines) + "\n"


_SIGNS = {"List Bullet": "- ", "List Bullet 2": "  - ", "Quote": "> "}


def _written(block: Block, place: int) -> Iterator[str]:
    if block.rows:
        head, *rows = (f"| {' | '.join(map(_marks, row))} |" for row in block.rows)
        yield from (head, "|" + " --- |" * len(block.rows[0]), *rows)
        return
    kind, _, level = block.style.partition(" ")
    sign = f"{'#' * int(level)} " if kind == "Heading" else _SIGNS.get(block.style, "")
    yield (f"{place}. " if place else sign) + _marks(block.spans)


def _marks(spans: Cell) -> str:
    """The words with their marks; a stretch of blanks has none."""
    return "".join(
        f"{mark}{text}{mark}" if text.strip() else text
        for text, mark in ((s.text, "**" * s.bold + "*" * s.italic) for s in spans)
    )
