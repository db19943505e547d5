"""What ``kennis toets`` says."""

from __future__ import annotations

from collections.abc import Sequence


def no_advice(pack: str) -> str:
    """That there is nothing to work out."""
    return f"'{pack}' geeft zelf geen advies: er is niets na te rekenen."


def summary(tried: int, wrong: Sequence[str]) -> str:
    """How many cases come out as they should; ``wrong``: those that do not."""
    if not tried:
        return "Er zijn geen voorbeelden om na te rekenen."
    verb = "komt" if (len(wrong) or tried) == 1 else "komen"
    if not wrong:
        return f"{tried} van de {tried} voorbeelden {verb} uit zoals verwacht."
    return f"{len(wrong)} van de {tried} voorbeelden {verb} anders uit: {', '.join(wrong)}."
