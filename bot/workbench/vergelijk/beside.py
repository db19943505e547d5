"""What differs between two packs beside the advice itself, as Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from bot.rules.compare.comparison import Comparison, ConcernComparison
from bot.rules.compare.together import OneSided
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.pack import Pack
from bot.rules.model.questions.registry import choices
from bot.words.names import COMPARED, cell_name, outcome_name
from bot.words.numbers import share
from bot.workbench.vergelijk.case_effects import CaseEffect, CellEffect, related


def outcome_text(pack: Pack, outcome: Result) -> str:
    """An outcome as who compares reads it."""
    return outcome_name(pack, outcome, COMPARED)


def concern_line(comparison: Comparison, one: ConcernComparison) -> str:
    """How often a concern holds before and after."""
    old = {concern.id: concern for concern in comparison.before.concerns}
    new = {concern.id: concern for concern in comparison.after.concerns}
    found = new.get(one.id) or old[one.id]
    was, now = (_part(comparison, number) for number in (one.before, one.after))
    told = f"‘{found.text}’"
    if one.id not in new:
        return f"{told} is weg. Het gold in {was} van de combinaties."
    if one.id not in old:
        if not one.after:
            return f"{told} is nieuw. Het geldt alleen bij antwoorden die de ander niet heeft."
        return f"{told} is nieuw. Het geldt in {now} van de combinaties."
    fresh, gone = _part(comparison, one.new), _part(comparison, one.gone)
    change = f"erbij {fresh}, eraf {gone}"
    return f"{told} gold in {was} van de combinaties en nu in {now} ({change})."


def _part(comparison: Comparison, number: int) -> str:
    return share(Fraction(number, comparison.total))


def question_lines(comparison: Comparison, names: tuple[str, str]) -> Iterable[str]:
    """What stands in one pack only, and what is asked or bounded otherwise."""
    differences = comparison.differences
    packs = (comparison.before, comparison.after)
    for name, pack, ids in zip(names, packs, _both(differences.questions), strict=True):
        for id in ids:
            yield f"De vraag ‘{pack.question(id).name}’ {_only(name)}."
    for id, sides in differences.options.items():
        for name, pack, options in zip(names, packs, _both(sides), strict=True):
            labels = {option.id: option.label for option in choices(pack.question(id))}
            for option in options:
                question = pack.question(id).name
                yield f"Het antwoord ‘{labels[option]}’ op ‘{question}’ {_only(name)}."
    for id in differences.bounds:
        yield f"De grenzen van ‘{comparison.after.question(id).name}’ zijn anders."
    for id in differences.replaced:
        question = comparison.after.question(id).name
        yield f"De vraag ‘{question}’ is zo veranderd dat zij als twee vragen telt."
    for id in comparison.applies:
        yield f"De vraag ‘{comparison.after.question(id).name}’ geldt in andere gevallen."
    for name, pack, ids in zip(names, packs, comparison.unpaired, strict=True):
        for id in ids:
            yield f"Het advies ‘{pack.decision(id).title or id}’ {_only(name)}."


def _only(name: str) -> str:
    """That something stands in one pack only; between two versions: that it came or went."""
    return {"was": "is weg", "wordt": "is nieuw"}.get(name, f"staat alleen in {name}")


def _both(sides: OneSided) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return sides.before, sides.after


def case_lines(comparison: Comparison, cases: tuple[CaseEffect, ...]) -> Iterable[str]:
    """One sentence for each case, or part of a case, that comes out otherwise."""
    for effect in cases:
        for cell in effect.cells:
            yield _case(comparison, effect, cell)


def _case(comparison: Comparison, effect: CaseEffect, cell: CellEffect) -> str:
    place = cell_name(comparison.after, cell.cell) or cell.cell.name
    was = outcome_text(comparison.before, cell.before)
    now = outcome_text(comparison.after, cell.after)
    where = f" ({place})" if place else ""
    sure = (
        ""
        if all(cell.certain)
        else " Niet alle antwoorden zijn bekend: dit is het waarschijnlijkst."
    )
    gone = (
        f" De vorm ‘{was}’ is er niet meer."
        if related(comparison.before, comparison.after) and _is_gone(comparison, cell.before)
        else ""
    )
    if comparison.before.id == comparison.after.id:
        return f"{effect.case.title}{where}: was {was}, wordt {now}.{gone}{sure}"
    return f"{effect.case.title}{where}: {was} in A, {now} in B.{gone}{sure}"


def _is_gone(comparison: Comparison, outcome: str) -> bool:
    """Whether there was a form for this outcome, and now there is not."""
    before, after = comparison.before.form(outcome), comparison.after.form(outcome)
    return before is not None and after is None


def cases_told(cases: tuple[CaseEffect, ...]) -> str:
    """How many of the cases come out otherwise."""
    if not cases:
        return "Er zijn geen voorbeelden die in allebei iets zeggen."
    changed = sum(1 for effect in cases if effect.cells)
    if not changed:
        return "Elk voorbeeld komt hetzelfde uit."
    verb = "komt" if changed == 1 else "komen"
    return f"Van de {len(cases)} voorbeelden {verb} er {changed} anders uit."


def explained(before: Pack, after: Pack, names: tuple[str, str]) -> str:
    """What the two names on every line stand for."""
    was, now = names
    if before.id == after.id:
        return (
            f"‘{was}’ is {after.title} zoals het was. ‘{now}’ is hoe het nu in de bestanden staat."
        )
    if after.based_on.partition("@")[0] == before.id:
        told = f"Daar is {now} op gebaseerd. {now} is {after.title}: zo is het als dat gaat gelden."
        return f"{was} is {before.title}. {told}"
    told = "Twee kaders naast elkaar: geen van de twee komt in de plaats van de andere."
    return f"{was} is {before.title}. {now} is {after.title}. {told}"


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
