"""Templates that make plain text; a line with only a command in it leaves no line."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

WIDTH = 96
"""How wide a text for a terminal gets."""


def templates(folder: Path, **filters: Callable[..., Any]) -> Environment:
    """The templates in this folder, with these filters beside Jinja's own."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701 - what comes out is no HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"wrapped": wrapped, "shortened": shortened, **filters}
    return environment


def wrapped(text: str, indent: str = "  ", hanging: str | None = None) -> str:
    """The text over as many lines as it needs; ``hanging`` is how the second and the next start."""
    if hanging is None:
        hanging = indent + ("  " if text.startswith("• ") or not indent else "    ")
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=hanging)


def shortened(text: str) -> str:
    """As much of the text as fits on one line."""
    return textwrap.shorten(text, WIDTH, placeholder="…")
