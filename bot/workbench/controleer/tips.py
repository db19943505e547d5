"""What to do with a rule that does nothing: every tip is tried on a copy of the pack first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.rules.model.decisions.decision import Decision
from bot.rules.model.pack import Pack
from bot.rules.prove.findings import ROW_HIDDEN, ROW_NEVER, Finding
from bot.workbench.controleer import wording
from bot.workbench.controleer.check import Check

MOST = 8
"""How many rules are tried: each costs one or two checks of the whole pack."""

Again = Callable[[Pack], Check]
"""Checks a changed copy of the pack, as the pack itself was checked."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does: the faults that there are then, and whether the rule still does nothing.

    ``cases``: the worked cases that come out otherwise only then; ``idle``: the rules that do
    nothing only then.
    """

    faults: int
    is_idle: bool
    cases: tuple[str, ...]
    idle: tuple[str, ...]


def tips(
    check: Check, again: Again, is_own: Callable[[Finding], bool]
) -> Mapping[tuple[str, ...], str]:
    """Per rule that does nothing what to do, with the effect; by what the finding is about.
    ``is_own``: it stands in the files of the pack itself. Raises TooComplex."""
    dead = [finding for finding in check.findings if finding.kind in (ROW_HIDDEN, ROW_NEVER)]
    pairs = [(finding, _owner(check.pack, finding)) for finding in dead if finding.level == "fout"]
    rows = [(finding, owner) for finding, owner in pairs if owner is not None]
    return {
        finding.about: _Tip(check, finding, owner, again, own=is_own(finding)).told
        for finding, owner in rows[:MOST]
    }


def _owner(pack: Pack, finding: Finding) -> Decision | None:
    """The decision of a rule with an id of its own; None for everything else."""
    name, _, row = finding.about[0].partition(".")
    named = (
        decision
        for decision in pack.decisions
        if decision.id == name and decision.logic.names_rules
    )
    return next(named, None) if row else None


def _idle(check: Check) -> list[str]:
    """The rules that do nothing, as ``besluit.rij``."""
    return [
        finding.about[0]
        for finding in check.of_level("fout")
        if finding.kind in (ROW_HIDDEN, ROW_NEVER)
    ]


class _Tip:
    """One rule that does nothing, and what helps."""

    def __init__(
        self, found: Check, finding: Finding, decision: Decision, again: Again, *, own: bool
    ) -> None:
        self.found, self.finding, self.decision = found, finding, decision
        self.again, self.own = again, own
        self.id = finding.about[0].partition(".")[2]
        self.ids = [rule.id for rule in decision.logic.rules]
        self.hiding = [other.partition(".")[2] for other in finding.others]

    @property
    def told(self) -> str:
        """The tips, and what each of them does."""
        return " ".join((self._first(), *self._earlier()))

    def _first(self) -> str:
        fewer = self._effect([other for other in self.ids if other != self.id])
        away = self._away() + " " + self._told(fewer)
        if self._says_the_same():
            return wording.ROW_NOT_NEEDED.format(away=away)
        if self.finding.kind == ROW_NEVER:
            return wording.LOOK_AT_CONDITION.format(away=away)
        return wording.TAKE_ROW_AWAY.format(away=away)

    def _says_the_same(self) -> bool:
        outcomes = {rule.id: rule.then for rule in self.decision.logic.rules}
        return {outcomes[other] for other in self.hiding} == {outcomes[self.id]}

    def _earlier(self) -> Iterator[str]:
        """What it does to put the row before what hides it, if that changes anything at all."""
        if not self.hiding or self._says_the_same() or not self.decision.logic.in_order:
            return
        rest = [other for other in self.ids if other != self.id]
        for before in dict.fromkeys((min(self.hiding, key=rest.index), rest[0])):
            place = rest.index(before)
            effect = self._effect([*rest[:place], self.id, *rest[place:]])
            if effect.is_idle:
                continue
            worse = effect.faults > self._now
            kind = wording.BETTER_NOT_EARLIER if worse else wording.OR_EARLIER
            yield kind.format(how=self._before(before), effect=self._told(effect))
            return
        yield wording.EARLIER_DOES_NOTHING

    @property
    def _now(self) -> int:
        return len(self.found.of_level("fout"))

    def _effect(self, ids: list[str]) -> Effect:
        """What it does when the decision has only these rules, in this order."""
        pack, logic = self.found.pack, self.decision.logic.arranged(ids)
        decisions = tuple(
            replace(one, logic=logic) if one.id == self.decision.id else one
            for one in pack.decisions
        )
        then = self.again(replace(pack, decisions=decisions))
        before, after = _idle(self.found), _idle(then)
        wrong = {one.case.id for one in self.found.cases if one.wrong}
        cases = tuple(one.case.id for one in then.cases if one.wrong and one.case.id not in wrong)
        new = tuple(finding for finding in after if finding not in before)
        is_idle = self.finding.about[0] in after
        return Effect(len(then.of_level("fout")), is_idle, cases, new)

    def _told(self, effect: Effect) -> str:
        """The effect in a sentence."""
        return wording.effect(self._now, effect.faults, effect.cases, effect.idle)

    def _away(self) -> str:
        """How to take the rule away."""
        if self.own or not self.found.pack.based_on:
            return wording.OWN_ROW_AWAY.format(row=self.id)
        row = wording.ROW_GONE.format(row=self.id)
        return wording.IN_OWN_PACK.format(decision=self.decision.id, row=row)

    def _before(self, other: str) -> str:
        """How to put the rule before another."""
        if not self.found.pack.based_on:
            return wording.ABOVE_ROW.format(row=self.id, other=other)
        if self.own:
            return wording.OWN_ROW_BEFORE.format(row=self.id, other=other)
        row = wording.ROW_BEFORE.format(row=self.id, other=other)
        return wording.IN_OWN_PACK.format(decision=self.decision.id, row=row)
