"""Makes one problem of everything that follows from one mistake.

What was taken away or misspelled is missing wherever it is used. An editor wants to read that
once, where the mistake was made, with the places where it is felt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.packs.errors import FAQ, FORM, ID, INPUT, KEY, SOURCE, Place, Problem
from bot.packs.merge import id_of, replacing, says
from bot.packs.names import Names, maps, names_of
from bot.packs.source import Map

FILL_IN = "Wil je het alleen aanvullen? Zet er vul_aan: true bij"
MOST_PLACES = 12
PER = "per"
_LISTS = {
    INPUT: ("vragen", "besluiten"), FORM: ("vormen",), FAQ: ("veelgestelde_vragen",),
    SOURCE: ("bronnen",),
}  # fmt: skip
_WORDS = {FORM: "de vorm", FAQ: "de veelgestelde vraag", SOURCE: "de bron"}


def gathered(problems: Iterable[Problem], own: Map, under: Map, after: Names) -> list[Problem]:
    """The problems, with those that follow from one mistake as one. ``own``: what the files of
    this pack say; ``under``: what they were laid over; ``after``: the names that there are now."""
    pack = _Pack(own, under, names_of(under, frozenset()), after)
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for number, problem in enumerate(problems):
        groups.setdefault(pack.mistake(problem) or (number,), []).append(problem)
    return [pack.as_one(group) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class _Pack:
    own: Map
    under: Map
    before: Names
    after: Names

    def mistake(self, problem: Problem) -> tuple[str, ...] | None:
        """What a problem follows from; None for a mistake of its own."""
        kind, *names = problem.about or ("",)
        if kind == KEY:
            return (KEY, str(_place(problem))) if self.takes_the_place(problem) else None
        if self.lost_value(problem):
            return (kind, names[0], "")
        return problem.about or None

    def as_one(self, group: list[Problem]) -> Problem:
        """All problems of one mistake as one."""
        first = group[0]
        kind, *names = first.about or ("",)
        if kind == KEY and self.takes_the_place(first):
            return _keys(group)
        if kind == ID:
            return _bad_id(names[0], group)
        if self.lost_value(first):
            return self.without_values(group)
        if kind in _LISTS and len(names) == 1 and self.lost(kind, names[0]):
            return self.without(kind, names[0], group)
        return _repeated(group)

    def takes_the_place(self, problem: Problem) -> bool:
        """Whether an item stands here that takes the place of one of the pack below."""
        place = _place(problem)
        return any(item.place == place for _, _, item in replacing(self.under, self.own))

    def lost(self, kind: str, name: str) -> bool:
        """Whether something was there that this pack took away."""
        was, now = (
            {INPUT: names.inputs, FORM: names.forms, FAQ: names.faqs, SOURCE: names.sources}[kind]
            for names in (self.before, self.after)
        )
        return name in was and name not in now

    def lost_value(self, problem: Problem) -> bool:
        """Whether an input had this value, and this pack says something else of the input."""
        kind, *names = problem.about or ("",)
        if kind != INPUT or len(names) < 2:
            return False
        was = self.before.inputs.get(names[0])
        had = was is not None and (names[1] in (was.values or ()) or (names[1] == PER and was.per))
        return bool(had) and self.item(kind, names[0]) is not None

    def without(self, kind: str, name: str, group: list[Problem]) -> Problem:
        """Something is gone, and still used."""
        what = _WORDS.get(kind) or self.word(name)
        wrong = f"{what} ‘{name}’ is weggehaald, maar wordt nog gebruikt in: {_places(group)}"
        right = f"{what} laten staan, of ook die plekken in je eigen pakket veranderen"
        return self.problem(kind, name, group, wrong, right)

    def without_values(self, group: list[Problem]) -> Problem:
        """Values of a question or a decision are gone, and still used."""
        _, name, _ = group[0].about
        values = _and(dict.fromkeys(problem.about[2] for problem in group))
        wrong = (
            f"{self.word(name)} ‘{name}’ heeft geen {values} meer, "
            f"maar dat wordt nog gebruikt in: {_places(group)}"
        )
        right = "laten staan, of ook die plekken in je eigen pakket veranderen"
        fills_in = says(self.item(INPUT, name), "vul_aan")
        return self.problem(INPUT, name, group, wrong, right if fills_in else f"{right}. {FILL_IN}")

    def word(self, name: str) -> str:
        """What an input is."""
        return "het besluit" if name in self.before.decisions else "de vraag"

    def problem(
        self, kind: str, name: str, group: list[Problem], wrong: str, right: str
    ) -> Problem:
        """A problem where this pack itself says something of this name, if it does."""
        item = self.item(kind, name)
        return Problem(*(_place(group[0]) if item is None else item.at("id")), wrong, right)

    def item(self, kind: str, name: str) -> Map | None:
        """What this pack itself says of this name."""
        found = (item for key in _LISTS[kind] for item in maps(self.own, key))
        return next((item for item in found if id_of(item) == name), None)


def _place(problem: Problem) -> Place:
    return Place(problem.file, problem.line, problem.path)


def _keys(group: list[Problem]) -> Problem:
    """Keys are missing in an item that takes the place of another."""
    names = [problem.about[1] for problem in group]
    keys, verb = ("sleutel", "ontbreekt") if len(names) == 1 else ("sleutels", "ontbreken")
    return replace(group[0], wrong=f"de {keys} {_and(names)} {verb}. {FILL_IN}")


def _bad_id(name: str, group: list[Problem]) -> Problem:
    """A name that can be no id: told where it is given, with where else it stands."""
    first = next((problem for problem in group if problem.path.endswith(".id")), group[0])
    better = re.sub(r"[^a-z0-9_]+", "_", name.lower()).strip("_")[:24]
    right = f"{first.right}; bijvoorbeeld ‘{better}’" if better[:1].isalpha() else first.right
    others = [problem for problem in group if problem is not first]
    return replace(first, wrong=first.wrong + _also(others), right=right)


def _repeated(group: list[Problem]) -> Problem:
    return replace(group[0], wrong=group[0].wrong + _also(group[1:]))


def _also(others: list[Problem]) -> str:
    return f" (ook in: {_places(others)})" if others else ""


def _places(group: list[Problem]) -> str:
    """Where these stand, file by file, at most so many."""
    places = list(dict.fromkeys((one.file, one.line) for one in sorted(group)))
    files: dict[str, list[str]] = {}
    for file, line in places[:MOST_PLACES]:
        files.setdefault(file, []).append(str(line))
    shown = "; ".join(f"{file}:{', '.join(lines)}" for file, lines in files.items())
    rest = len(places) - MOST_PLACES
    return f"{shown}; en nog {rest}" if rest > 0 else shown


def _and(names: Iterable[str]) -> str:
    *most, last = (f"‘{name}’" for name in names)
    return f"{', '.join(most)} en {last}" if most else last
