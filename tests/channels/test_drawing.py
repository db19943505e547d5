"""A picture of what is still possible, as PNG."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.advice.picture import Bar, Owned, lines
from bot.channels.drawing import PAPER, SHARP, WIDTH, to_png
from bot.dialogue.messages import Picture

BARS = (Bar("Loslaten", 0), Bar("Adviseren", 60), Bar("Raadplegen", 40))
OWNED = (Owned("De vraag", "de inwoners", 2), Owned("Het besluit", "de gemeente", 0))


def picture(title: str = "De Beekweg", bars: tuple[Bar, ...] = BARS) -> Picture:
    """A picture of a project."""
    return Picture("beeld", title, bars, OWNED, "\n".join(lines(bars, OWNED)))


def drawn(it: Picture) -> Image.Image:
    """What was drawn."""
    return Image.open(io.BytesIO(to_png(it))).convert("RGB")


def test_the_same_values_give_the_same_bytes() -> None:
    """No clock, no font of the machine."""
    assert to_png(picture()) == to_png(picture())
    assert to_png(picture()) != to_png(picture("De Kerkstraat"))


def test_a_longer_bar_has_more_ink() -> None:
    """What is out has none."""
    few, many = (drawn(picture(bars=(Bar("Adviseren", n),))).histogram() for n in (10, 90))
    assert few != many
    paper = drawn(picture()).getpixel((0, 0))
    assert paper == tuple(bytes.fromhex(PAPER[1:]))


@pytest.mark.parametrize("name", ["Eerst het bestuur om ruimte vragen " * 3, "é", "W" * 90, ""])
def test_whatever_the_names_nothing_runs_into_the_margin(name: str) -> None:
    """They become smaller."""
    image = drawn(picture(bars=(Bar(name, 5), Bar(name, 0))))
    edge = image.crop((WIDTH * SHARP - 20, 0, WIDTH * SHARP, image.height))
    assert edge.getcolors() == [(20 * image.height, (255, 255, 255))]


def test_the_words_say_what_the_picture_says() -> None:
    """Every bar, what is out, and whose it is."""
    told = picture().told
    for text in ("• Adviseren: 60 procent", "Valt af: Loslaten.", "• De vraag: van de inwoners"):
        assert text in told
