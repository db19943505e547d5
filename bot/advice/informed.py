"""A place in the order of informing, as one line."""

from __future__ import annotations

from bot.advice.card import Informed
from bot.words.phrases import capital


def order_line(one: Informed) -> str:
    """When, who, and what to say: "Eerst: het personeel. Zij horen het van de wethouder."."""
    who = f"{capital(one.moment)}: {one.who}" if one.moment else one.who
    return f"{who.rstrip('.')}. {one.text}".strip()
