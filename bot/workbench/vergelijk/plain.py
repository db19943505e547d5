"""A comparison as plain values with Dutch keys: for programs, and inside a proposal."""

from __future__ import annotations

from typing import Any

from bot.rules.compare.comparison import AdviceComparison, Comparison, Example
from bot.rules.compare.rule_changes import How
from bot.rules.compare.together import OneSided
from bot.rules.model.decisions.rooms import Result
from bot.rules.model.pack import Pack
from bot.rules.model.questions.kind import ExampleAnswer
from bot.workbench.vergelijk.case_effects import CaseEffect

HOW: dict[How, str] = {
    "added": "toegevoegd",
    "changed": "gewijzigd",
    "removed": "verwijderd",
    "moved": "verplaatst",
}
"""What is done to a rule or an item of a pack, in files."""


def as_plain(
    comparison: Comparison, cases: tuple[CaseEffect, ...], labels: tuple[str, str]
) -> dict[str, Any]:
    """Everything in a comparison; shares are rounded, counts are exact."""
    differences = comparison.differences
    return {
        "a": _pack(comparison.before, labels[0]),
        "b": _pack(comparison.after, labels[1]),
        "dag": None if comparison.on is None else comparison.on.isoformat(),
        "combinaties": comparison.total,
        "adviezen": [advice_as_plain(one) for one in comparison.advices],
        "alleen_in": {"a": list(comparison.unpaired[0]), "b": list(comparison.unpaired[1])},
        "aandachtspunten": [
            {
                "id": one.id,
                "was": one.before,
                "wordt": one.after,
                "erbij": one.new,
                "eraf": one.gone,
            }
            for one in comparison.concerns
        ],
        "vragen": {
            "alleen_in": _sides(differences.questions),
            "opties_alleen_in": {id: _sides(one) for id, one in differences.options.items()},
            "andere_grenzen": list(differences.bounds),
            "andere_vraag": list(differences.replaced),
            "geldt_anders": list(comparison.applies),
        },
        "voorbeelden": {"aantal": len(cases), "anders": [_case(one) for one in cases if one.cells]},
    }


def advice_as_plain(advice: AdviceComparison) -> dict[str, Any]:
    """One advice decision: the share, the table, the rules and the examples."""
    return {
        "besluit": advice.after.id,
        "op_de_ladder": advice.on_ladder,
        "anders": advice.count,
        "aandeel": float(round(advice.share, 6)),
        "van_naar": [
            {
                "van": outcome(flow.before),
                "naar": outcome(flow.after),
                "combinaties": flow.count,
                "aandeel": float(round(flow.share, 6)),
            }
            for flow in advice.changed
        ],
        "regels": [
            {"besluit": change.decision, "regel": change.id, "wat": HOW[change.how]}
            for cause in advice.causes
            for change in cause.changes
        ],
        "raak": [
            {
                "besluit": cause.after.id,
                "was": {"regel": flow.before.rule, "uitkomst": outcome(flow.before.outcome)},
                "wordt": {"regel": flow.after.rule, "uitkomst": outcome(flow.after.outcome)},
                "combinaties": flow.count,
                "aandeel": float(round(flow.share, 6)),
            }
            for cause in advice.causes
            for flow in cause.flows
        ],
        "bijvoorbeeld": [_example(one) for one in advice.examples],
    }


def outcome(value: Result) -> str | list[str]:
    """An outcome, or the names in a set of outcomes."""
    return sorted(value) if isinstance(value, frozenset) else value


def _pack(pack: Pack, label: str) -> dict[str, Any]:
    found = {"pakket": pack.id, "versie": pack.version, "titel": pack.title}
    return found | ({"revisie": label} if label else {})


def _sides(sides: OneSided) -> dict[str, list[str]]:
    return {"a": list(sides.before), "b": list(sides.after)}


def _example(example: Example) -> dict[str, Any]:
    return {
        "antwoorden": {answer.question.id: _answer(answer) for answer in example.answers},
        "van": outcome(example.before),
        "naar": outcome(example.after),
        "minder_kan_niet": example.minimal,
    }


def _answer(answer: ExampleAnswer) -> Any:
    if answer.span is not None:
        return answer.span.label
    if answer.without:
        return {"wel": list(answer.values), "niet": list(answer.without)}
    return answer.values[0] if len(answer.values) == 1 else list(answer.values)


def _case(effect: CaseEffect) -> dict[str, Any]:
    return {
        "id": effect.case.id,
        "anders": [
            {"deel": cell.cell.name, "was": cell.before, "wordt": cell.after}
            for cell in effect.cells
        ],
    }
