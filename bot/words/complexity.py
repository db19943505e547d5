"""What to say of a pack whose rules tell too many combinations apart to be gone through."""

from __future__ import annotations

from bot.rules.diagram.diagram import TooComplex

_IN = "Te veel verschillende combinaties in: {names}."
_ANYWHERE = "Dit pakket heeft te veel verschillende combinaties om helemaal na te lopen."
_ONE = "Maak dat besluit kleiner, of splits het in meer besluiten."
_MORE = "Maak een van deze besluiten kleiner, of splits het in meer besluiten."
_NONE = "Splits een groot besluit, of laat minder vragen samen over één uitkomst gaan."


def too_complex(error: TooComplex) -> str:
    """Where it goes wrong, as far as that is known, and what to do about it."""
    if not error.tables:
        return f"{_ANYWHERE} {_NONE}"
    names = ", ".join(f"‘{name}’" for name in error.tables)
    return f"{_IN.format(names=names)} {_ONE if len(error.tables) == 1 else _MORE}"
