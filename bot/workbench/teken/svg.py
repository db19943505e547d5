"""Writes SVG: boxes, wrapped text, dots, and a whole sheet as one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from bot.workbench.pages import written
from bot.workbench.teken import wording
from bot.workbench.teken.sheets import Box, Line, Sheet
from bot.workbench.teken.standing import Dot

SIZE, SMALL, TITLE = 14, 12, 18
LEADING = {SIZE: 19, SMALL: 16, TITLE: 26, 30: 40, 44: 60}
PAD = 8

_NARROW = frozenset(" ijlftrI.,:;!|'‘’()[]-/")
_WIDE = frozenset("mwMW@%—…")


def text_width(text: str, size: int, bold: bool = False) -> float:
    """How wide a text is at most, in the widest of the usual sans-serif letters (DejaVu)."""
    ems = sum(
        0.36 if c in _NARROW else 0.97 if c in _WIDE else 0.74 if c.isupper() else 0.62
        for c in text
    )
    return ems * size * (1.15 if bold else 1)


def wrap(text: str, width: float, size: int = SIZE, bold: bool = False) -> list[str]:
    """The text in lines that fit. A word that is too long by itself is cut with a hyphen."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, width, size, bold):
            longer = f"{line} {piece}" if line else piece
            if line and text_width(longer, size, bold) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, size: int, bold: bool) -> list[str]:
    pieces = []
    while len(word) > 2 and text_width(word, size, bold) > width:
        fits = next(
            n for n in range(len(word) - 1, 0, -1) if n == 1 or _fits(word[:n], width, size, bold)
        )
        pieces.append(word[:fits] + "-")
        word = word[fits:]
    return [*pieces, word]


def _fits(piece: str, width: float, size: int, bold: bool) -> bool:
    return text_width(piece + "-", size, bold) <= width


class Shape(NamedTuple):
    """An element of a picture: its attributes, its text, and what stands in it."""

    tag: str
    marks: Mapping[str, str | None]
    text: str = ""
    parts: Sequence[Shape] = ()


class Pen:
    """Collects the shapes of one picture, or of a piece of it."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []

    def group(self, tag: str, marks: Mapping[str, str | None], piece: Pen) -> None:
        """Put a piece in an element of its own."""
        self.shapes.append(Shape(tag, marks, parts=piece.shapes))

    def rect(
        self, x: float, y: float, width: float, height: float, look: str, corner: str | None = None
    ) -> None:
        """A rectangle."""
        place = {"x": x, "y": y, "width": width, "height": height}
        self.shapes.append(Shape("rect", {"class": look, **_places(place), "rx": corner}))

    def text(self, x: float, y: float, text: str, look: str = "") -> None:
        """One line of text; ``y`` is its base line."""
        self.shapes.append(
            Shape("text", {"class": look or None, **_places({"x": x, "y": y})}, text)
        )

    def dot(self, x: float, y: float, certain: bool) -> None:
        """A project; an open circle where it is not certain."""
        place = _places({"cx": x, "cy": y, "r": 6})
        self.shapes.append(Shape("circle", {"class": "punt" if certain else "open", **place}))

    def path(self, d: str, look: str) -> None:
        """A line."""
        self.shapes.append(Shape("path", {"class": look, "d": d}))


def _places(numbers: Mapping[str, float]) -> dict[str, str]:
    return {name: f"{number:g}" for name, number in numbers.items()}


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole SVG. ``alone``: it stands in a file of its own and brings its style."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    name: str
    told: str = ""
    alone: bool = True

    @property
    def svg(self) -> str:
        """The text of the SVG."""
        return written("teken/picture.svg.j2", picture=self)


# --- a sheet ---------------------------------------------------------------------------------

WIDTH = 1080
MARGIN = 20


def draw_sheets(title: str, sheets: Sequence[Sheet]) -> Picture:
    """The sheets of one decision below each other, as a file of its own."""
    pen = Pen()
    y = float(MARGIN)
    for line in wrap(title, WIDTH - 2 * MARGIN, TITLE, True):
        y += LEADING[TITLE]
        pen.text(MARGIN, y, line, "t")
    for sheet in sheets:
        y = _sheet(pen, sheet, y + PAD)
    return Picture(tuple(pen.shapes), WIDTH, y + MARGIN, title)


def _sheet(pen: Pen, sheet: Sheet, y: float) -> float:
    """Draw one sheet from ``y`` down; where it ends."""
    for line in wrap(sheet.reading, WIDTH - 2 * MARGIN):
        y += LEADING[SIZE]
        pen.text(MARGIN, y, line)
    y += PAD + 4
    widths = _widths(sheet)
    heads = Line(tuple(Box((head,), strong=True) for head in sheet.heads))
    y = _line(pen, heads, widths, y, head=True)
    for row in sheet.rows:
        y = _line(pen, row, widths, y, grid=sheet.grid)
    return y + PAD


def _widths(sheet: Sheet) -> list[float]:
    shares = sheet.widths or (1,) * len(sheet.heads)
    room = WIDTH - 2 * MARGIN
    return [room * share / sum(shares) for share in shares]


def _line(
    pen: Pen, line: Line, widths: list[float], y: float, *, head: bool = False, grid: bool = False
) -> float:
    texts = [
        _texts(b, width - 2 * PAD, line, head) for b, width in zip(line.boxes, widths, strict=True)
    ]
    height = max(map(height_of, texts)) + 2 * PAD
    lefts = [MARGIN, *(MARGIN + end for end in accumulate(widths))]
    for index, (b, text, left, width) in enumerate(
        zip(line.boxes, texts, lefts, widths, strict=False)
    ):
        side = grid and index == 0
        pen.rect(left, y, width, height, _ground(b, line, head, side))
        write(pen, text, left + PAD, y + PAD)
    if line.hit:
        pen.rect(MARGIN, y, 5, height, "streep")
    return y + height


def _ground(box: Box, line: Line, head: bool, side: bool) -> str:
    if head:
        return "kop"
    if line.dead or box.dead:
        return "dood"
    if side:
        return "zacht"
    if box.ground:
        return box.ground
    return "raak" if line.hit else "vak"


@dataclass(frozen=True, slots=True)
class Written:
    """One line of text; ``mark`` draws a dot (or an open one) before it."""

    text: str
    look: str
    size: int = SIZE
    mark: str = ""
    indent: int = 0


def _texts(box: Box, width: float, line: Line, head: bool) -> list[Written]:
    grey = " grijs" if line.dead or box.dead else ""
    look = (("b" if box.strong else "") + (" op" if head else grey)).strip()
    texts = [
        Written(part, look) for whole in box.lines for part in wrap(whole, width, SIZE, box.strong)
    ]
    for small in box.small:
        texts += [Written(part, "k" + grey, SMALL) for part in wrap(small, width, SMALL)]
    note = f"✕ {box.note}" if box.note else ""
    texts += [Written(part, "k i" + grey, SMALL) for part in wrap(note, width, SMALL)]
    return [*texts, *(text for dot in box.dots for text in dot_texts(dot, width))]


def dot_texts(dot: Dot, width: float) -> list[Written]:
    """The words beside a dot, as lines; the first has the dot."""
    marks = ["dot" if dot.certain else "ring"]
    parts = wrap(wording.dot(dot.numbers, dot.certain), width - 18, 13, True)
    marks += [""] * len(parts)
    return [Written(part, "bij", SIZE, mark, 18) for part, mark in zip(parts, marks, strict=False)]


def write(pen: Pen, texts: Sequence[Written], x: float, y: float) -> float:
    """Write lines of text from ``y`` down; where they end."""
    for text in texts:
        y += LEADING[text.size]
        if text.mark:
            pen.dot(x + 7, y - 9, text.mark == "dot")
        pen.text(x + text.indent, y - 5, text.text, text.look)
    return y


def height_of(texts: Sequence[Written]) -> float:
    """How high some lines of text are."""
    return float(sum(LEADING[text.size] for text in texts))
