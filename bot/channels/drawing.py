"""A picture as PNG: a ladder with bars, and whose the work is.

Pillow draws it, with the letter that comes along with it, so that it is the same on every machine
and nothing of the machine is needed. Sizes are in points of a picture twice as sharp.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from bot.advice.picture import SIDES, Bar, Owned
from bot.channels import wording
from bot.dialogue.messages import Picture

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

INK, SOFT, PAPER, LINE, MARK = "#1b2430", "#4d5a6b", "#ffffff", "#d5dbe2", "#154273"
SHARP = 2
WIDTH, MARGIN, ROW, GAP = 720, 36, 46, 30
BAR, BAR_HEIGHT = 250, 16
"""How long a full bar is, and how thick."""
TITLE, HEAD, TEXT = 26, 19, 19
"""Sizes of letters."""


def to_png(picture: Picture) -> bytes:
    """The picture; the same values give the same bytes."""
    from PIL import Image, ImageDraw

    height = _height(picture)
    image = Image.new("RGB", (WIDTH * SHARP, height * SHARP), PAPER)
    _Pen(ImageDraw.Draw(image)).draw(picture)
    buffer = io.BytesIO()
    image.quantize(32).save(buffer, "PNG")
    return buffer.getvalue()


def _height(picture: Picture) -> int:
    rows = len(picture.bars) + len(picture.owned)
    heads = 2 if picture.owned else 1
    return 2 * MARGIN + TITLE + GAP + heads * (HEAD + GAP) + rows * ROW


@cache
def _font(size: int) -> FreeTypeFont | ImageFont:
    from PIL import ImageFont

    return ImageFont.load_default(size * SHARP)


class _Pen:
    """Writes from top to bottom."""

    def __init__(self, draw: ImageDraw) -> None:
        self._draw, self._y = draw, MARGIN

    def draw(self, picture: Picture) -> None:
        """The whole picture."""
        self._line(picture.title, TITLE, INK, TITLE + GAP)
        self._line(wording.LADDER_HEAD, HEAD, SOFT, HEAD + GAP // 2)
        for bar in picture.bars:
            self._rung(bar)
        if picture.owned:
            self._y += GAP // 2
            self._line(wording.OWNED_HEAD, HEAD, SOFT, HEAD + GAP // 2)
        for each in picture.owned:
            self._owner(each)

    def _line(self, text: str, size: int, color: str, step: int) -> None:
        self._text(MARGIN, self._y, text, size, color, WIDTH - 2 * MARGIN)
        self._y += step

    def _rung(self, bar: Bar) -> None:
        """Its name, and a bar as long as its share; what is out has a line through it."""
        left, middle = WIDTH - MARGIN - BAR - 60, self._y + ROW // 2
        color = INK if bar.share else SOFT
        end = self._text(MARGIN, middle, bar.name, TEXT, color, left - MARGIN - 20, anchor="lm")
        if not bar.share:
            self._box(MARGIN, middle, end, middle + 1, SOFT, 0)
            self._text(left, middle, wording.OUT, TEXT - 3, SOFT, BAR, anchor="lm")
        else:
            top = middle - BAR_HEIGHT // 2
            self._box(left, top, left + BAR, top + BAR_HEIGHT, LINE)
            length = max(BAR_HEIGHT, BAR * bar.share // 100)
            self._box(left, top, left + length, top + BAR_HEIGHT, MARK)
            told = wording.SHARE.format(share=bar.share)
            self._text(WIDTH - MARGIN, middle, told, TEXT - 3, INK, 60, anchor="rm")
        self._y += ROW

    def _owner(self, each: Owned) -> None:
        """Three places of which one is filled, from the municipality to the people."""
        left, middle = MARGIN + 170, self._y + ROW // 2
        self._text(MARGIN, middle, each.name, TEXT, INK, 150, anchor="lm")
        told = left + 3 * 44 + 12
        for place, start in enumerate(_places(left)):
            color = MARK if place == each.place else LINE
            self._box(start, middle - 6, start + 36, middle + 6, color)
        self._text(told, middle, each.whose, TEXT - 3, INK, WIDTH - MARGIN - told, anchor="lm")
        self._y += ROW

    def _text(
        self, x: int, y: int, text: str, size: int, color: str, room: int, *, anchor: str = "la"
    ) -> int:
        """A text, smaller or else cut where it would not fit its room; returns where it ends."""
        font = _font(size)
        while size > 11 and self._draw.textlength(text, font) > room * SHARP:
            size -= 1
            font = _font(size)
        whole = text
        while self._draw.textlength(text, font) > room * SHARP:
            whole = whole[:-1]
            text = f"{whole}…"
        self._draw.text((x * SHARP, y * SHARP), text, color, font, anchor=anchor)
        return x + round(self._draw.textlength(text, font) / SHARP)

    def _box(
        self, left: int, top: int, right: int, bottom: int, color: str, corner: int = 6
    ) -> None:
        corners = (left * SHARP, top * SHARP, right * SHARP, bottom * SHARP)
        self._draw.rounded_rectangle(corners, corner * SHARP, color)


def _places(left: int) -> Iterator[int]:
    return (left + place * 44 for place in range(len(SIDES)))
