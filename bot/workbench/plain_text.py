"""Templates that make plain text, and how its lines are cut."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from jinja2 import Environment

from bot.workbench.pages import TEMPLATES

WIDTH = 96
"""How wide a text for a terminal gets."""


def templates(**filters: Callable[..., Any]) -> Environment:
    """The templates of the workbench for plain text, with these filters beside its own."""
    own = TEMPLATES.overlay(keep_trailing_newline=True)
    own.filters = {**own.filters, "wrapped": wrapped, "shortened": shortened, **filters}
    return own


def wrapped(text: str, indent: str = "  ", hanging: str | None = None) -> str:
    """The text over as many lines as it needs; ``hanging`` is how the second and the next start."""
    if hanging is None:
        hanging = indent + ("  " if text.startswith("• ") or not indent else "    ")
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=hanging)


def shortened(text: str) -> str:
    """As much of the text as fits on one line."""
    return textwrap.shorten(text, WIDTH, placeholder="…")
