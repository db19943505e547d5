"""HTML of a mail program as plain text; what is quoted or hidden in it is left out. Pure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MOST = 200_000
"""So many characters of a mail are looked at."""
_IS_HTML = re.compile(
    r"<(?:!doctype html|html|body|head|div|p|br|span|table)\b[^<>]{0,2000}>", re.I
)
_HIDDEN = frozenset(("style", "script", "head", "title", "blockquote"))
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr")
)
_QUOTED = re.compile(r"gmail_quote|divRplyFwdMsg|appendonsend|moz-cite-prefix|yahoo_quoted", re.I)
EARLIER = "-----Oorspronkelijk bericht-----"
"""Stands where a mail program begins the mail that is answered."""


def plain(text: str) -> str:
    """The text without markup, at most ``MOST`` characters of it; line ends as ``\\n``."""
    text = text[:MOST].replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    if not _IS_HTML.search(text):
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts).replace("\xa0", " ")


class _Reader(HTMLParser):
    """Gathers what a person reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []
        self._items: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new line for a block, a number for an item; what is hidden begins."""
        named = " ".join(value or "" for name, value in attrs if name in ("id", "class"))
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif _QUOTED.search(named) or (tag == "hr" and "-1" not in named):
            self.parts.append(f"\n{EARLIER}\n")
        if tag in ("ol", "ul"):
            self._items.append(1 if tag == "ol" else None)
        if tag in _BLOCKS and not self._hidden:
            self.parts.append("\n" if tag != "p" else "\n\n")
        if tag in ("td", "th") and not self._hidden:
            self.parts.append(" ")
        if tag == "li" and not self._hidden:
            self.parts.append(self._mark())

    def _mark(self) -> str:
        """What stands before an item of a list."""
        number = self._items[-1] if self._items else None
        if number is None:
            return "- "
        self._items[-1] = number + 1
        return f"{number}. "

    def handle_endtag(self, tag: str) -> None:
        """A block ends; what is hidden ends."""
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag in ("ol", "ul") and self._items:
            self._items.pop()
        if tag in _BLOCKS and not self._hidden:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Words; their line ends mean nothing in HTML."""
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))
