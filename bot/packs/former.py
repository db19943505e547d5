"""What the questions, options, pieces and forms of a raw pack were called before.

For messages to who still uses an old name: ``bot.rules.todays_names`` translates answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.packs import wording
from bot.packs.errors import BELOW, FORM, INPUT, OUTCOME, Problem, listed
from bot.packs.format.shapes import one_or_more
from bot.packs.inherit.merge import id_of
from bot.packs.names import maps
from bot.packs.text.source import List, Map

Now = Mapping[str, tuple[str, ...]]
"""Old name -> what it is called now."""
NOTHING: Now = {}


@dataclass(frozen=True, slots=True)
class Former:
    """The old names in a pack. ``options``: by question or division; ``gone``: by question and
    option (empty for the whole question), why that is there no more."""

    questions: Now
    options: Mapping[str, Now]
    forms: Now
    gone: Mapping[tuple[str, str], str]

    def now(self, kind: str, *names: str) -> tuple[str, ...]:
        """What something is called now; ``kind`` and ``names`` as in ``Problem.about``."""
        if kind == INPUT and len(names) == 2:
            return self.options.get(names[0], self.forms).get(names[1], ())
        if kind in (FORM, OUTCOME):
            return self.forms.get(names[-1], ())
        return self.questions.get(names[-1], ()) if kind == INPUT else ()

    def why_gone(self, kind: str, *names: str) -> str:
        """Why something is there no more; empty when the pack does not say so."""
        return self.gone.get((names[0], "".join(names[1:])), "") if kind == INPUT else ""

    def told(self, problem: Problem) -> Problem:
        """The problem; about an old name it says what that is called now."""
        if not problem.about:
            return problem
        kind, *names = problem.about[1:] if problem.about[0] == BELOW else problem.about
        old, now = names[-1], self.now(kind, *names)
        if now:
            renamed = wording.NAMED_NOW.format(old=old, now=listed(now))
            right = now[0] if len(now) == 1 else wording.ONE_OF_THESE
            return replace(problem, wrong=renamed, right=right)
        if why := self.why_gone(kind, *names):
            wrong = wording.GONE_BECAUSE.format(old=old, why=why.rstrip("."))
            return replace(problem, wrong=wrong, right=wording.WITHOUT_IT)
        return problem


def former_of(root: Map) -> Former:
    """Every old name in this raw pack."""
    asked = [*maps(root, "vragen"), *maps(root, "indelingen")]
    gone = (item for item in maps(root, "vervallen") if not item.broken)
    return Former(
        _now(maps(root, "vragen")),
        {str(id_of(item)): _options(item) for item in asked},
        _now(maps(root, "vormen")),
        {(item["vraag"], item.get("optie", "")): item["want"] for item in gone},
    )


def old_names(item: Map, key: str = "heette") -> tuple[str, ...]:
    """What an item was called before."""
    raw = item.get(key)
    return one_or_more(raw) if isinstance(raw, str | List) else ()


def _options(item: Map) -> Now:
    """The old names of the options, also of a yes and a no."""
    names = dict(_now(maps(item, "opties")))
    for value in ("ja", "nee"):
        for old in old_names(item, f"heette_{value}"):
            names[old] = (*names.get(old, ()), value)
    return names


def _now(items: Iterable[Map]) -> Now:
    now: dict[str, tuple[str, ...]] = {}
    for item in items:
        for old in old_names(item):
            now[old] = (*now.get(old, ()), str(id_of(item)))
    return now
