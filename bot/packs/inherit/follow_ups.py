"""Makes one problem of everything that follows from one mistake.

What was taken away or misspelled is missing wherever it is used. An editor wants to read that
once, where the mistake was made, with the places where it is felt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.packs import wording
from bot.packs.errors import (
    BELOW,
    CELLS,
    FAQ,
    FORM,
    ID,
    INPUT,
    KEY,
    OUTCOME,
    SOURCE,
    Place,
    Problem,
    better_id,
)
from bot.packs.format.schema import ITEM_LISTS
from bot.packs.inherit.merge import id_of, replacing, says
from bot.packs.names import Names, maps, names_of
from bot.packs.text.source import Map

MOST_PLACES = 12
PER = "per"
NO_IDS: Mapping[tuple[str, str], str] = {}
_ITEM = re.compile(r"(\w+\[\d+\])(?:\.rijen\[\d+\])?")
_NAMED = re.compile(r"(?:\.id|uitkomsten\[\d+\])$")
_LISTS = {
    INPUT: ("vragen", "besluiten"), FORM: ("vormen",), FAQ: ("veelgestelde_vragen",),
    SOURCE: ("bronnen",),
}  # fmt: skip
_WORDS = {FORM: wording.THE_FORM, FAQ: wording.THE_FAQ, SOURCE: wording.THE_SOURCE}


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
        if kind == BELOW:
            return tuple(names)
        if kind == CELLS:
            return None if self.is_own(problem) else (CELLS, names[0])
        if kind == KEY:
            return (KEY, str(_place(problem))) if self.takes_the_place(problem) else None
        if names and self.is_outcome(problem) and self.lost(FORM, names[-1]):
            return (FORM, names[-1])
        decision = self.lost_outcome(names[0]) if kind == OUTCOME else ""
        if decision:
            return (INPUT, decision, "")
        if self.lost_value(problem):
            return (kind, names[0], "")
        return problem.about or None

    def as_one(self, group: list[Problem]) -> Problem:
        """All problems of one mistake as one."""
        first = group[0]
        kind, *names = first.about or ("",)
        if kind == KEY and self.takes_the_place(first):
            return _keys(group)
        if kind == CELLS and not self.is_own(first):
            return self.cells(names[0], group)
        if kind == ID:
            return _bad_id(names[0], group)
        mistake = self.mistake(first) or ("",)
        if mistake[0] == INPUT and mistake[-1] == "":
            return self.without_values(mistake[1], group)
        if mistake[0] in _LISTS and len(mistake) == 2 and self.lost(*mistake):
            return self.without(*mistake, group)
        return _repeated(group)

    def is_own(self, problem: Problem) -> bool:
        """Whether something stands in a file of this pack, and not in one of the pack below."""
        return problem.file.rpartition("/")[0] == self.own.place.file.rpartition("/")[0]

    def cells(self, name: str, group: list[Problem]) -> Problem:
        """Cells are missing in a matrix that was taken over: what to write in this pack."""
        rows: dict[str, list[str]] = {}
        for cell in dict.fromkeys(cell for problem in group for cell in problem.about[2:]):
            row, _, column = cell.partition("/")
            rows.setdefault(row, []).append(f"{column}: …")
        cells = ", ".join(f"{row}: {{{', '.join(line)}}}" for row, line in rows.items())
        wrong = wording.INHERITED_CELLS.format(name=name)
        right = wording.CELLS_IN_OWN_PACK.format(name=name, cells=cells)
        raw = self.after.inputs[name].raw
        axes = [str(raw[key]) for key in ("rijen_van", "kolommen_van")] if raw else []
        own = (self.item(INPUT, axis) for axis in (name, *axes))
        item = next((item for item in own if item is not None), None)
        place = self.own.place if item is None else item.at("id")
        return Problem(*place, wrong, right)

    def is_outcome(self, problem: Problem) -> bool:
        """Whether a problem is about an outcome: of a decision, or of any advice."""
        kind, *names = problem.about
        return kind == OUTCOME or (len(names) > 1 and names[0] in self.before.decisions)

    def lost_outcome(self, value: str) -> str:
        """The decision that had this outcome, of which this pack says something else."""
        for name, was in self.before.decisions.items():
            now = self.after.decisions.get(name)
            if value in (was.values or ()) and value not in ((now and now.values) or ()):
                return name if self.item(INPUT, name) is not None else ""
        return ""

    def takes_the_place(self, problem: Problem) -> bool:
        """Whether an item stands here that takes the place of one of the pack below."""
        place = _place(problem)
        return any(item.place == place for item in replacing(self.under, self.own))

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
        wrong = wording.GONE_BUT_USED.format(what=what, name=name, places=self.used(group))
        right = wording.KEEP_OR_CHANGE.format(what=what)
        right += wording.WITHOUT_FORM if kind == FORM else ""
        return self.problem(kind, name, group, wrong, right)

    def without_values(self, name: str, group: list[Problem]) -> Problem:
        """Values of a question or a decision are gone, and still used."""
        values = _and(dict.fromkeys(problem.about[-1] for problem in group))
        wrong = wording.VALUES_GONE_BUT_USED.format(
            what=self.word(name), name=name, values=values, places=self.used(group)
        )
        right = wording.KEEP_VALUES_OR_CHANGE
        if name in self.before.decisions and any(
            one.about[-1] in self.after.forms for one in group
        ):
            right += f".{wording.FORM_GOES}"
        if not says(self.item(INPUT, name), "vul_aan"):
            right += f". {wording.FILL_IN}"
        return self.problem(INPUT, name, group, wrong, right)

    def word(self, name: str) -> str:
        """What an input is."""
        return wording.THE_DECISION if name in self.before.decisions else wording.THE_QUESTION

    def used(self, group: list[Problem]) -> str:
        """Everywhere that something is still used: file, lines, and the ids that stand there."""
        return _places(group, self.ids_below(), most=len(group))

    def ids_below(self) -> dict[tuple[str, str], str]:
        """Per place of an item or a row of the pack below: its id, ``besluit.rij`` for a row."""
        found: dict[tuple[str, str], str] = {}
        for key in ITEM_LISTS:
            for item in maps(self.under, key):
                id = id_of(item)
                found[item.place.file, item.place.path] = str(id)
                for row in maps(item, "rijen"):
                    found[row.place.file, row.place.path] = f"{id}.{id_of(row)}"
        return found

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
    return replace(group[0], wrong=f"de {keys} {_and(names)} {verb}. {wording.FILL_IN}")


def _bad_id(name: str, group: list[Problem]) -> Problem:
    """A name that can be no id: told where it is given, with where else it stands."""
    first = next((problem for problem in group if problem.path.endswith(".id")), group[0])
    better = better_id(name) or better_id(f"nr_{name}")
    right = wording.FOR_EXAMPLE.format(right=first.right, better=better)
    if name.isalpha() and name[:1].isupper() and _NAMED.search(first.path):
        right += wording.CAPITALS_IN_NAME.format(name=name)
    others = [problem for problem in group if problem is not first]
    return replace(first, wrong=first.wrong + _also(others), right=right)


def _repeated(group: list[Problem]) -> Problem:
    return replace(group[0], wrong=group[0].wrong + _also(group[1:]))


def _also(others: list[Problem]) -> str:
    return wording.ALSO_IN.format(others=_places(others)) if others else ""


def _places(
    group: list[Problem], ids: Mapping[tuple[str, str], str] = NO_IDS, most: int = MOST_PLACES
) -> str:
    """Where these stand, file by file, at most so many; with the ids that are known."""
    lines: dict[tuple[str, int], str] = {}
    for one in sorted(group):
        item = _ITEM.match(one.path)
        id = ids.get((one.file, item[0])) or ids.get((one.file, item[1])) if item else None
        lines.setdefault((one.file, one.line), f"{one.line} ({id})" if id else str(one.line))
    files: dict[str, list[str]] = {}
    for (file, _), told in list(lines.items())[:most]:
        files.setdefault(file, []).append(told)
    shown = "; ".join(f"{file}:{', '.join(told)}" for file, told in files.items())
    rest = len(lines) - most
    return wording.AND_MORE.format(shown=shown, rest=rest) if rest > 0 else shown


def _and(names: Iterable[str]) -> str:
    *most, last = (f"‘{name}’" for name in names)
    return f"{', '.join(most)} en {last}" if most else last
