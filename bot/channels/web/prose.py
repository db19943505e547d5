"""Texts of the conversation and of the packs as HTML; whatever stands in them stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

_NUMBERED = re.compile(r"\d+\. ")
_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(
    ["heading", "list", "blockquote", "hr", "emphasis", "link", "newline", "autolink"]
)


def message(text: str, asked: str = "") -> Markup:
    """A message: ``**…**`` is bold, and lines with a bullet or a number are a list. ``asked``: the
    line that is the question itself, which becomes a heading."""
    return Markup("\n").join(
        part for paragraph in text.split("\n\n") for part in _parts(paragraph, asked)
    )


def _parts(paragraph: str, asked: str) -> Iterator[Markup]:
    for kind, lines in groupby(paragraph.splitlines(), lambda line: _kind(line, asked)):
        shown = [_bold(_bare(line, kind)) for line in lines if line.strip()]
        if kind in ("ul", "ol") and shown:
            items = Markup("").join(Markup("<li>{}</li>").format(line) for line in shown)
            yield (Markup("<ol>{}</ol>") if kind == "ol" else Markup("<ul>{}</ul>")).format(items)
        elif kind == "h2":
            yield from (
                Markup('<h2 class="nl-heading nl-heading--level-2">{}</h2>').format(line)
                for line in shown
            )
        elif shown:
            yield Markup('<p class="nl-paragraph">{}</p>').format(Markup("<br>").join(shown))


def _kind(line: str, asked: str) -> str:
    if asked and line == asked:
        return "h2"
    if line.startswith("• "):
        return "ul"
    return "ol" if _NUMBERED.match(line) else "p"


def _bare(line: str, kind: str) -> str:
    if kind == "ul":
        return line.removeprefix("• ")
    return _NUMBERED.sub("", line, count=1) if kind == "ol" else line


def _bold(line: str) -> Markup:
    parts = (escape(part) for part in line.split("**"))
    return Markup("").join(
        Markup("<strong>{}</strong>").format(part) if place % 2 else part
        for place, part in enumerate(parts)
    )


def markdown(text: str, pages: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """Markdown of a pack; HTML in it stays text, and its headings stand below those of the page.
    ``pages``: title -> address of what may be named; an emphasised title leads there."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
        inside = token.children or []
        for at, inner in enumerate(inside):
            if inner.type == "link_open":
                inner.attrs |= {"class": "nl-link", "rel": "noopener noreferrer"}
            elif inner.type == "em_open":
                _lead(inside[at:], pages)
    html: str = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return Markup(html)  # noqa: S704 - markdown-it escapes what is no Markdown


def _lead(tokens: Sequence[Token], pages: Mapping[str, str]) -> None:
    """Make the emphasis with which these begin a link, if it is the title of a page."""
    end = next(at for at, token in enumerate(tokens) if token.type == "em_close")
    title = " ".join(token.content for token in tokens[1:end] if token.content)
    if title in pages:
        tokens[0].tag = tokens[end].tag = "a"
        tokens[0].attrs = {"class": "nl-link", "href": pages[title]}
