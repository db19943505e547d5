"""What differs between two packs beside the advice itself, as Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from bot.rules.compare.comparison import Comparison, ConcernComparison
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import choices
from bot.words.names import COMPARED, cell_name, outcome_name
from bot.words.numbers import share
from bot.workbench.vergelijk import wording
from bot.workbench.vergelijk.case_effects import CaseEffect, CellEffect, related


def outcome_text(pack: Pack, outcome: Result) -> str:
    """An outcome as who compares reads it."""
    return outcome_name(pack, outcome, COMPARED)


def concern_line(comparison: Comparison, one: ConcernComparison) -> str:
    """How often a concern holds before and after."""
    old, new = (_points(pack) for pack in (comparison.before, comparison.after))
    counts = {"was": one.before, "now": one.after, "fresh": one.new, "gone": one.gone}
    shares = {name: share(Fraction(count, comparison.total)) for name, count in counts.items()}
    if one.id not in new:
        sentence = wording.CONCERN_GONE
    elif one.id in old:
        sentence = wording.CONCERN_STAYS
    else:
        sentence = wording.CONCERN_NEW if one.after else wording.CONCERN_ELSEWHERE
    return sentence.format(concern=new.get(one.id) or old[one.id], **shares)


def _points(pack: Pack) -> dict[str, str]:
    """The points of attention and the places in the order of informing, by what they say."""
    points = {concern.id: concern.text for concern in pack.concerns}
    return points | {one.id: one.whom or one.text for one in pack.informing}


def question_lines(comparison: Comparison, names: tuple[str, str]) -> Iterable[str]:
    """What stands in one pack only, and what is asked or bounded otherwise."""
    differences = comparison.differences
    packs = (comparison.before, comparison.after)
    for name, pack, ids in zip(names, packs, differences.questions, strict=True):
        for id in ids:
            yield wording.QUESTION.format(pack.question(id).name, _only(name))
    for id, sides in differences.options.items():
        for name, pack, options in zip(names, packs, sides, strict=True):
            labels = {option.id: option.label for option in choices(pack.question(id))}
            for option in options:
                question = pack.question(id).name
                yield wording.OPTION.format(labels[option], question, _only(name))
    for sentence, changed in (
        (wording.OTHER_BOUNDS, differences.bounds),
        (wording.OTHER_QUESTION, differences.replaced),
        (wording.APPLIES_OTHERWISE, comparison.applies),
    ):
        yield from (sentence.format(comparison.after.question(id).name) for id in changed)
    for name, pack, ids in zip(names, packs, comparison.unpaired, strict=True):
        for id in ids:
            yield wording.ADVICE.format(pack.decision(id).title or id, _only(name))


def _only(name: str) -> str:
    """That something stands in one pack only; between two versions: that it came or went."""
    return wording.IN_ONE_ONLY.get(name) or wording.IN_PACK_ONLY.format(name)


def case_lines(
    comparison: Comparison, cases: tuple[CaseEffect, ...], names: tuple[str, str]
) -> Iterable[str]:
    """One sentence for each case, or part of a case, that comes out otherwise."""
    for effect in cases:
        for cell in effect.cells:
            yield _case(comparison, effect, cell, names)


def _case(
    comparison: Comparison, effect: CaseEffect, cell: CellEffect, names: tuple[str, str]
) -> str:
    place = cell_name(comparison.after, cell.cell) or cell.cell.name
    was = outcome_text(comparison.before, cell.before)
    now = outcome_text(comparison.after, cell.after)
    versions = comparison.before.id == comparison.after.id
    told = (wording.CASE_OF_VERSIONS if versions else wording.CASE_OF_PACKS).format(
        case=f"{effect.case.title} ({place})" if place else effect.case.title,
        was=was,
        now=now,
        a=names[0],
        b=names[1],
    )
    gone = wording.FORM_GONE.format(was) if _is_gone(comparison, cell.before) else ""
    return told + gone + ("" if all(cell.certain) else wording.NOT_SURE)


def _is_gone(comparison: Comparison, outcome: str) -> bool:
    """Whether there was a form for this outcome, and now there is not."""
    before, after = comparison.before, comparison.after
    return bool(related(before, after) and before.form(outcome) and not after.form(outcome))


def cases_told(cases: tuple[CaseEffect, ...]) -> str:
    """How many of the cases come out otherwise."""
    if not cases:
        return wording.NO_CASES
    changed = sum(1 for effect in cases if effect.cells)
    if not changed:
        return wording.SAME_CASES
    sentence = wording.OTHER_CASE if changed == 1 else wording.OTHER_CASES
    return sentence.format(all=len(cases), changed=changed)


def short_names(before: Pack, after: Pack) -> tuple[str, str]:
    """What two packs are called here: their titles as far as the colon, when these differ."""
    titles = (before.title, after.title)
    short = tuple(title.partition(":")[0] for title in titles)
    if short[0] != short[1]:
        return short[0], short[1]
    return titles if titles[0] != titles[1] else (before.id, after.id)


def explained(before: Pack, after: Pack, names: tuple[str, str]) -> str:
    """What the two names on every line stand for."""
    if before.id == after.id:
        sentence = wording.OF_VERSIONS
    elif after.based_on.partition("@")[0] == before.id:
        sentence = wording.BUILT_ON
    else:
        sentence = wording.OF_PACKS
    was, now = names
    return sentence.format(was=was, now=now, before=before.title, after=after.title)


def form_lines(
    comparison: Comparison, cases: tuple[CaseEffect, ...], names: tuple[str, str]
) -> Iterable[str]:
    """What each form means that the advice goes from or to."""
    flows = [flow for advice in comparison.advices for flow in advice.changed]
    cells = [cell for effect in cases for cell in effect.cells]
    sides = (
        [*(flow.before for flow in flows), *(cell.before for cell in cells)],
        [*(flow.after for flow in flows), *(cell.after for cell in cells)],
    )
    told: dict[str, list[tuple[str, str]]] = {}
    for name, pack, results in zip(
        names, (comparison.before, comparison.after), sides, strict=True
    ):
        for id in dict.fromkeys(id for result in results for id in _ids(result)):
            if (form := pack.form(id)) is not None:
                told.setdefault(form.name, []).append((form.headline.rstrip("."), name))
    for form_named, said in told.items():
        headlines = dict(said)
        if len(headlines) == 1:
            yield f"{form_named}: {said[0][0]}."
        else:
            yield f"{form_named}: {'; '.join(f'{text} ({name})' for text, name in said)}."


def _ids(result: Result) -> Iterable[str]:
    return sorted(result) if isinstance(result, frozenset) else (str(result),)
