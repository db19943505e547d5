"""What disappears from the advice, and for whom: the first that a council wants to know."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bot.rules.compare.comparison import AdviceComparison, Comparison, Flow
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.ids import MORE_THAN_ONE, NO_RULE
from bot.words.numbers import share
from bot.words.phrases import both, either
from bot.workbench.vergelijk import wording
from bot.workbench.vergelijk.answers import answer_text
from bot.workbench.vergelijk.beside import outcome_text
from bot.workbench.vergelijk.case_effects import CaseEffect

MOST_RARER = 3
"""How many forms are told that only come less often."""


def loss_lines(comparison: Comparison, cases: tuple[CaseEffect, ...]) -> Iterator[str]:
    """A line for each form that disappears, then for those that lose most, then for what is new."""
    for advice in comparison.advices:
        before, after = (_shares(comparison, advice, side) for side in (0, 1))
        moved = [_names(comparison, flow) for flow in advice.changed]
        losing, winning = {was for was, _ in moved}, {now for _, now in moved}
        lost = {name: share - after.get(name, 0) for name, share in before.items()}
        rarer = [name for name in before if name in after and lost[name] > 0]
        rarer.sort(key=lambda name: -lost[name])
        gone = [name for name in before if name in losing and name not in after]
        for name in (*gone, *rarer[:MOST_RARER]):
            yield _loss(comparison, advice, name, cases, vanishes=name in gone)
        new = [name for name in after if name in winning and name not in before]
        yield from (_gain(comparison, advice, name) for name in new)


def _shares(comparison: Comparison, advice: AdviceComparison, side: int) -> dict[str, Fraction]:
    """How large a share each form has, by name, before (0) or after (1)."""
    found: dict[str, Fraction] = {}
    for flow in advice.flows:
        if side or flow.before not in (NO_RULE, MORE_THAN_ONE):
            name = _names(comparison, flow)[side]
            found[name] = found.get(name, Fraction(0)) + flow.share
    return found


def _names(comparison: Comparison, flow: Flow) -> tuple[str, str]:
    before = outcome_text(comparison.before, flow.before)
    return before, outcome_text(comparison.after, flow.after)


def _loss(
    comparison: Comparison,
    advice: AdviceComparison,
    name: str,
    cases: tuple[CaseEffect, ...],
    *,
    vanishes: bool,
) -> str:
    becomes: dict[str, Fraction] = {}
    outcomes = set()
    for flow in advice.changed:
        was, now = _names(comparison, flow)
        if was == name != now:
            becomes[now] = becomes.get(now, Fraction(0)) + flow.share
            outcomes.add(flow.before)
    whole = sum(becomes.values(), Fraction(0))
    how = (wording.FORM_VANISHES if vanishes else wording.FORM_IS_RARER).format(name)
    told = wording.BECOMES.format(
        how=how, what=_becomes(becomes, whole), share=share(whole / advice.share)
    )
    return " ".join([told, *_for_whom(advice, outcomes, cases)])


def _becomes(names: dict[str, Fraction], whole: Fraction) -> str:
    if len(names) == 1:
        return f"‘{next(iter(names))}’"
    return either([wording.SOMETIMES.format(name, share(s / whole)) for name, s in names.items()])


def _for_whom(
    advice: AdviceComparison, outcomes: set[Result], cases: tuple[CaseEffect, ...]
) -> Iterator[str]:
    """Answers with which it is lost, and the worked cases that lose it."""
    example = next((one for one in advice.examples if one.before in outcomes), None)
    if example is not None:
        answers = [answer_text(answer) for answer in example.answers]
        yield wording.FOR_WHOM.format("; ".join(f"{asked} {said}" for asked, said in answers))
    hit = [e.case.title for e in cases if any(cell.before in outcomes for cell in e.cells)]
    if hit:
        more = len(hit) - wording.MOST_NAMED
        extra = [wording.AND_MORE.format(more)] if more > 0 else []
        yield wording.AND_FOR.format(both([*hit[: wording.MOST_NAMED], *extra]))


def _gain(comparison: Comparison, advice: AdviceComparison, name: str) -> str:
    flows = [_names(comparison, flow) for flow in advice.changed]
    was = dict.fromkeys(f"‘{before}’" for before, after in flows if after == name)
    return wording.FORM_APPEARS.format(name, either(list(was)))
