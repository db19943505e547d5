"""From a reply's plain text with ``**bold**`` to pieces of HTML that Telegram accepts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

LIMIT = 4096
"""Telegram's limit for one message, in UTF-16 code units, after entities were parsed."""

CAPTION_LIMIT = 1024

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_BORDERS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain text and the spans of it (start, end) that are bold."""

    plain: str
    bold: tuple[tuple[int, int], ...] = ()

    def html(self, start: int, end: int) -> str:
        """The HTML of one stretch; a bold span that crosses its border is closed there."""
        out, at = [], start
        for first, last in self.bold:
            first, last = max(first, start), min(last, end)
            if first < last:
                out.append(html.escape(self.plain[at:first], quote=False))
                out.append(f"<b>{html.escape(self.plain[first:last], quote=False)}</b>")
                at = last
        out.append(html.escape(self.plain[at:end], quote=False))
        return "".join(out)


def units(text: str) -> int:
    """How many UTF-16 code units a text takes, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def marked(text: str) -> Marked:
    """Read the ``**bold**`` marks; marks without a partner stay as they are."""
    plain, bold, at, length = [], [], 0, 0
    for match in _BOLD.finditer(text):
        before, inside = text[at : match.start()], match.group(1)
        plain += [before, inside]
        length += len(before)
        bold.append((length, length + len(inside)))
        length += len(inside)
        at = match.end()
    return Marked("".join([*plain, text[at:]]), tuple(bold))


def cut(text: str, limit: int) -> str:
    """The longest beginning of a text that fits in ``limit`` code units."""
    if units(text) <= limit:
        return text
    end = min(len(text), limit)
    while units(text[:end]) > limit:
        end -= max(1, (units(text[:end]) - limit) // 2)
    return text[:end]


def _border(window: str) -> int:
    """Where to end a piece: after the last paragraph, line, sentence or word that fits."""
    for mark in _BORDERS:
        at = window.rfind(mark)
        if at > len(window) // 4:
            return at + len(mark)
    return len(window)


def pieces(text: str, limit: int = LIMIT) -> list[str]:
    """The HTML messages of a text, each under the limit, cut at the kindest border."""
    whole = marked(text.strip())
    out, at = [], 0
    while at < len(whole.plain):
        window = cut(whole.plain[at:], limit)
        step = len(window) if at + len(window) == len(whole.plain) else _border(window)
        stretch = whole.plain[at : at + step]
        if stretch.strip():
            lead = len(stretch) - len(stretch.lstrip())
            out.append(whole.html(at + lead, at + len(stretch.rstrip())))
        at += step
    return out
