"""Reads ``als``, ``een_van`` and ``alleen_als`` to the conditions of ``bot.rules.model.pack``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.packs import wording
from bot.packs.errors import INPUT, Place, Report, did_you_mean, listed
from bot.packs.format.structure import shown
from bot.packs.names import Input, Names
from bot.packs.text.source import List, Map
from bot.rules.model.conditions import ALWAYS, AllOf, AnyOf, Between, Condition, Contains, Is, IsNot
from bot.rules.model.ids import NOT_APPLICABLE
from bot.rules.model.questions import wording as questions
from bot.rules.model.questions.measured import Measured
from bot.rules.model.ranges import number_range

_ALTERNATIVES = "een_van"


def condition_of(item: Map, names: Names, report: Report) -> Condition:
    """The condition in the keys ``als`` and ``een_van`` of an item; neither means always."""
    return _all([
        *_parts(item.get("als"), names, report),
        *_alternatives(item.get(_ALTERNATIVES), item.at(_ALTERNATIVES), names, report),
    ])  # fmt: skip


def parse(raw: Any, names: Names, report: Report) -> Condition:
    """The condition in one mapping of inputs to values."""
    return _all(_parts(raw, names, report))


def _all(parts: list[Condition]) -> Condition:
    if not parts:
        return ALWAYS
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _parts(raw: Any, names: Names, report: Report) -> list[Condition]:
    if not isinstance(raw, Map):
        return []
    parts: list[Condition] = []
    for key, value in raw.items():
        if key == _ALTERNATIVES:
            parts += _alternatives(value, raw.at(key), names, report)
        elif key not in names.inputs:
            wrong = wording.NO_INPUT.format(name=key)
            right = did_you_mean(key, names.inputs)
            report.add(raw.at(key), wrong, right, about=(INPUT, key))
        else:
            part = _one(names.inputs[key], value, raw.at(key), report)
            parts += [] if part is None else [part]
    return parts


def _alternatives(raw: Any, place: Place, names: Names, report: Report) -> list[Condition]:
    if raw is None:
        return []
    if not isinstance(raw, List) or not raw or not all(isinstance(part, Map) for part in raw):
        report.add(place, wording.CONDITIONS_EXPECTED, wording.CONDITIONS_EXAMPLE)
        return []
    return [AnyOf(tuple(parse(part, names, report) for part in raw))]


def _one(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    """One input and what is asked of it; None where that cannot be read."""
    if to.is_spoiled:
        return None
    if raw == NOT_APPLICABLE:
        return _not_applicable(to, place, report)
    if isinstance(raw, Map):
        return _block(to, raw, report)
    if to.measure is not None:
        return _spans(to, to.measure, raw, place, report)
    if to.is_set:
        wrong = wording.SEVERAL_VALUES.format(id=to.id)
        report.add(place, wrong, f"bijvoorbeeld {{bevat: {_example(to)}}}")
        return None
    values = _values(to, raw, place, report, (NOT_APPLICABLE,))
    if values and NOT_APPLICABLE in values:
        _not_applicable(to, place, report)
    return Is(to.id, values) if values else None


def _not_applicable(to: Input, place: Place, report: Report) -> Condition:
    if not to.conditional:
        wrong = wording.ALWAYS_APPLIES.format(id=to.id)
        report.add(place, wrong, wording.CONDITIONAL_QUESTION)
    return Is(to.id, frozenset({NOT_APPLICABLE}))


def _spans(
    to: Input, measure: Measured, raw: Any, place: Place, report: Report
) -> Condition | None:
    parts: list[Condition] = []
    for value in raw if isinstance(raw, List) else [raw]:
        span = measure.span(value)
        if value == NOT_APPLICABLE:
            parts.append(_not_applicable(to, place, report))
        elif span is None:
            wrong = wording.DOES_NOT_FIT.format(value=shown(value), the=measure.noun.the, id=to.id)
            report.add(place, wrong, measure.span_help)
        else:
            parts.append(_at(to, span))
    return AnyOf(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def _at(to: Input, span: Between) -> Between:
    return Between(to.id, span.low, span.high, span.low_open, span.high_open)


def _values(
    to: Input, raw: Any, place: Place, report: Report, extra: tuple[str, ...] = ()
) -> frozenset[str]:
    """The values named here that exist; the others are reported."""
    known = (*(to.values or ()), *extra)
    named: set[str] = set()
    given = raw if isinstance(raw, List) else [raw]
    if not given:
        report.add(place, wording.EMPTY_LIST, wording.A_VALUE)
    for value in given:
        if isinstance(value, str) and value in known:
            named.add(value)
        elif isinstance(value, bool):
            word = "ja" if value else "nee"
            report.add(
                place,
                wording.SHOWN_IS_NO_VALUE.format(value=shown(value), id=to.id),
                wording.DID_YOU_MEAN.format(value=word),
            )
        elif number_range(value) is not None:
            wrong = wording.NOT_MEASURED.format(id=to.id, value=shown(value))
            report.add(place, wrong, listed(sorted(to.values or ())))
        else:
            wrong = wording.SHOWN_IS_NO_VALUE.format(value=shown(value), id=to.id)
            right = did_you_mean(str(value), to.values or ())
            report.add(place, wrong, right, about=(INPUT, to.id, str(value)))
    return frozenset(named)


# --- blocks: niet, bevat…, aantal -------------------------------------------------------------


def _block(to: Input, raw: Map, report: Report) -> Condition | None:
    parts: list[Condition] = []
    for key, value in raw.items():
        place = raw.at(key)
        if key not in _TESTS:
            report.add(place, wording.UNKNOWN_TEST.format(key=key), did_you_mean(key, _TESTS))
            continue
        if key != "niet" and not to.is_set:
            wrong = wording.TEST_OF_SEVERAL.format(key=key, id=to.id)
            report.add(place, wrong, f"bijvoorbeeld {_example(to)}")
            continue
        part = _TESTS[key](to, value, place, report)
        parts += [] if part is None else [part]
    if not raw:
        report.add(raw.place, wording.EMPTY_CONDITION, listed(_TESTS))
    return _all(parts) if parts else None


def _not(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    if raw == NOT_APPLICABLE:
        _not_applicable(to, place, report)
        return _applies(to)
    if to.is_set:
        wrong = wording.NO_NOT_OF_SEVERAL.format(id=to.id)
        report.add(place, wrong, f"{{bevat_geen_van: [{_example(to)}]}}")
        return None
    if to.measure is not None:
        wrong = wording.NO_NOT_OF_MEASURE.format(the=to.measure.noun.the, id=to.id)
        report.add(place, wrong, to.measure.span_help)
        return None
    values = _values(to, raw, place, report, (NOT_APPLICABLE,))
    return IsNot(to.id, values) if values else None


def _applies(to: Input) -> Condition:
    """The question applies, whatever its answer."""
    if to.asked is None:
        return IsNot(to.id, frozenset({NOT_APPLICABLE}))
    return to.asked.applied(to.id, to.values or ())


def _has(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    if isinstance(raw, List):
        report.add(place, wording.ONE_IN_CONTAINS, wording.OTHER_CONTAINS)
        return None
    return _has_any(to, raw, place, report)


def _has_any(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    values = _values(to, raw, place, report)
    return Contains(to.id, values) if values else None


def _has_all(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    values = _values(to, raw, place, report)
    return Contains(to.id, values, at_least=len(values)) if values else None


def _has_none(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    values = _values(to, raw, place, report)
    return Contains(to.id, values, at_least=0, at_most=0) if values else None


def _how_many(to: Input, raw: Any, place: Place, report: Report) -> Condition | None:
    count = number_range(raw)
    bounds = () if count is None else (count.low, count.high)
    if count is None or any(b is not None and b.denominator != 1 for b in bounds):
        report.add(place, wording.NO_COUNT.format(value=shown(raw)), questions.RANGE_HELP)
        return None
    low = 0 if count.low is None else int(count.low) + count.low_open
    high = None if count.high is None else int(count.high) - count.high_open
    size = len(to.values or ())
    if low > size or (high is not None and high < 0):
        report.add(
            place,
            wording.IMPOSSIBLE_COUNT.format(id=to.id, size=size, value=shown(raw)),
            f"0 tot {size}",
        )
        return None
    return Contains(to.id, frozenset(to.values or ()), at_least=max(low, 0), at_most=high)


def _example(to: Input) -> str:
    return to.measure.span_example if to.measure else (to.values or ("…",))[0]


_TESTS: dict[str, Callable[[Input, Any, Place, Report], Condition | None]] = {
    "niet": _not, "bevat": _has, "bevat_een_van": _has_any, "bevat_alle": _has_all,
    "bevat_geen_van": _has_none, "aantal": _how_many,
}  # fmt: skip
