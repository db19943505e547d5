"""How many of the days in first messages are heard, and how many are heard wrong.

``python -m benchmarks.days PATH [--day 2026-11-30]``: a YAML list of projects with ``eerste`` (the
message) and ``feiten``; of those each ``data`` has ``dag`` (yyyy-mm-dd) and ``wat`` (in words). A
day is *right* when its moment says what ``wat`` says, *only a day* when nothing was said of it, and
*wrong* when another day, or something else, was heard as a fact.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.packs.load import load_pack
from bot.words.told_days import ToldDay, told_days

KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"
SAYS = {
    "raad": ("raad",),
    "college": ("college",),
    "burgemeester": ("burgemeester",),
    "directie": ("directie",),
    "ander": ("ps ", "provincie", "waterschap", "bestuur"),
    "besluit_open": ("besluit", "beslis", "keuze"),
    "bijeenkomst": ("avond", "inloop", "gesprek", "bijeenkomst", "sessie"),
    "begin": ("start", "begin", "open", "stopt", "in gaat", "ingang", "proef"),
    "stukken": ("ontwerp", "verslag", "stuk", "klaar", "af"),
    "reageren": ("idee", "reactie", "reageren", "binnen"),
    "ter_inzage": ("inzage",),
    "ter_inzage_tot": ("inzage",),
    "advies": ("advies",),
    "commissie": ("commissie",),
    "brief": ("brief",),
}
"""Moment -> what is said of it."""


def facts(project: dict[str, Any]) -> list[tuple[date, str]]:
    """The days that are in the message, with what happens then."""
    days = [fact["data"] for fact in project.get("feiten", ()) if "data" in fact]
    return [(date.fromisoformat(str(day["dag"])), day["wat"].lower()) for day in days]


def judged(told: tuple[ToldDay, ...], true: list[tuple[date, str]]) -> Iterator[str]:
    """How each day of a message was heard, and what was missed."""
    exact = [one for one in told if one.exact]
    for day, what in true:
        heard = [one for one in exact if one.days.first == day]
        if any(any(way in what for way in SAYS.get(one.moment, ())) for one in heard):
            yield "right"
        elif any(one.moment for one in heard):
            yield "wrong"
        else:
            yield "only a day" if heard else "missed"
    known = {day for day, _ in true}
    yield from ("wrong" for one in exact if one.moment and one.days.first not in known)


def main() -> None:
    """Print the figures, and what is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 30))
    given = parser.parse_args()
    moments = load_pack(KNOWLEDGE / "passende-samenwerking").moments
    counted: Counter[str] = Counter()
    for project in yaml.safe_load(given.path.read_text("utf-8")):
        told = told_days(project["eerste"], moments, given.day)
        found = list(judged(told, facts(project)))
        counted.update(found)
        if set(found) - {"right"}:
            heard = [f"{one.moment or '-'} {one.days.first}" for one in told if one.exact]
            print(f"{project['id']}: heard {heard}, true {facts(project)}: {found}")
    print(dict(counted), f"of {sum(counted.values())}")


if __name__ == "__main__":
    main()
