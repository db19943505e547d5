"""What a raw decision names: its own outcomes, and the values of what it looks at."""

from __future__ import annotations

from typing import Any

from bot.packs import wording
from bot.packs.errors import INPUT, Place, Report, did_you_mean
from bot.packs.format.structure import shown
from bot.packs.names import Input, Names
from bot.packs.text.source import Map
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE


def check_outcome(
    value: Any, place: Place, outcomes: tuple[str, ...] | None, item: Map, report: Report
) -> None:
    """Report a value that is no outcome of this decision."""
    if outcomes is not None and value not in outcomes:
        wrong = wording.NOT_AMONG_OUTCOMES.format(value=shown(value))
        about = (INPUT, item["id"], str(value))
        report.add(place, wrong, did_you_mean(str(value), outcomes), about=about)


def own_outcomes(item: Map, names: Names) -> tuple[str, ...] | None:
    """The outcomes that this decision may name: not the one for 'no rule'."""
    values = names.decisions[item["id"]].values
    return None if values is None else tuple(v for v in values if v != NO_RULE)


def valued(item: Map, key: str, names: Names, report: Report, one: bool = False) -> Input | None:
    """The input under this key, when it has values to name (``one``: of which one holds); None
    where it is spoiled."""
    name = item[key]
    to = names.inputs.get(name)
    if to is None:
        wrong = wording.NO_INPUT.format(name=name)
        right = did_you_mean(name, names.inputs)
        report.add(item.at(key), wrong, right, about=(INPUT, name))
    elif to.measure is not None or (one and to.is_set):
        wrong = wording.NO_FIXED_VALUES.format(name=name)
        report.add(item.at(key), wrong, wording.FIXED_VALUES)
    elif not to.is_spoiled:
        return to
    return None


def check_value(to: Input | None, value: str, place: Place, report: Report) -> None:
    """Report what is no value of this input."""
    if to is None or value in (to.values or ()):
        return
    if value == NOT_APPLICABLE and to.conditional:
        return
    right = did_you_mean(value, to.values or ())
    wrong = wording.NO_VALUE.format(value=value, id=to.id)
    report.add(place, wrong, right, about=(INPUT, to.id, value))
