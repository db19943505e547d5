"""What ``kennis leg-naast`` says: above all how far apart two packs stand."""

from __future__ import annotations

from bot.advice.beside import Difference, View
from bot.advice.origin import short_name

HELP_ANSWERS = "bestand met antwoorden, - voor stdin, of een voorbeeld"
HELP_PACK = "het pakket van de antwoorden"
HELP_BESIDE = "alleen naast deze pakketten"
HELP_FULL = "met alle redenen, vragen en verschillen"
HELP_PLAIN = "JSON-regels: één per pakket"
SAME_RULES = "{pack} heeft de regels van {base}."
LEFT_OUT = "Pakket '{pack}' doet niet mee. {why}"
MORE_CASES = "Meer pakketten hebben een voorbeeld '{name}': {packs}. Zet --pack erbij."
NO_CASE = "'{name}' is geen bestand, en geen voorbeeld van een pakket. {told}"
REST = " En nog {}."


def gap(own: View, other: View, difference: Difference) -> str:
    """How far another pack stands from one's own, as far as that is known."""
    if difference.least is not None and difference.most is not None:
        return rungs_apart(difference.least, difference.most, short_name(own.pack.title))
    return {
        0: "dat hangt af van wat nog open is",
        1: "één van de twee staat niet op de ladder",
        2: "ze staan allebei niet op de ladder",
    }[sum(not view.main.rungs for view in (own, other))]


def rungs_apart(least: int, most: int, own: str) -> str:
    """How many rungs up, or down below zero, at least and at most."""
    if least == most == 0:
        return f"geen, het is even veel invloed als bij {own}"
    if least == most:
        return f"{_steps(abs(least))} {_direction(least)} dan {own}"
    if least < 0 < most:
        return "dat hangt af van wat dat kader ook vraagt"
    near, far = sorted((abs(least), abs(most)))
    return f"{near} tot {_steps(far)} {_direction(least + most)} dan {own}"


def _steps(count: int) -> str:
    return "1 trede" if count == 1 else f"{count} treden"


def _direction(steps: int) -> str:
    return "meer" if steps > 0 else "minder"
