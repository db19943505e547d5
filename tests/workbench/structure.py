"""A page or a picture as its text and its structure: what it says, without how that is written.

One line an element: its name, what marks it, and its own text, moved in below what holds it. Left
out are where things stand in a picture and the spaces between things; a style is its first letters
and how long it is.
"""

from __future__ import annotations

from html.parser import HTMLParser

PLACES = frozenset(["x", "y", "width", "height", "viewbox", "d", "cx", "cy", "r", "rx"])
"""Attributes that only say where something stands in a picture."""
VOID = frozenset({"meta", "col"})
CELLS = frozenset({"td", "th"})


def structure(text: str) -> str:
    """The lines of a page or a picture."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(f"{line}\n" for line in reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CELLS and self.inside[-1] in CELLS:  # a cell ends where the next begins
            self.inside.pop()
        self._write(" ".join([tag, *_marks(tag, attrs)]))
        if tag not in VOID:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write(" ".join([tag, *_marks(tag, attrs)]))

    def handle_endtag(self, tag: str) -> None:
        while self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        said = " ".join(data.split())
        if self.inside and self.inside[-1] == "style":
            bare = "".join(data.split())
            said = f"{bare[:40]}… ({len(bare)})"
        if said:
            self._write(f"“{said}”")

    def _write(self, line: str) -> None:
        self.lines.append(" " * len(self.inside) + line)


def _marks(tag: str, attrs: list[tuple[str, str | None]]) -> list[str]:
    drawn = tag in ("svg", "rect", "text", "circle", "path")
    return sorted(f"{name}={value}" for name, value in attrs if not (drawn and name in PLACES))
