"""Points as DMN tables: a COLLECT table that adds up, and the rules of the bands over its sum.

Points are written as whole numbers (all multiplied by the same number where needed), so that an
engine that reckons in binary fractions decides the same. An average is never divided: "points
divided by count is at least b" is said as "points minus b times count is at least 0".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE, YES
from bot.workbench.dmn import wording
from bot.workbench.dmn.cells import at_least, below, number_column, quoted
from bot.workbench.dmn.conditions import Conditions
from bot.workbench.dmn.graph import ANY, Column, Cube, Rule
from bot.workbench.dmn.ids import rule_id
from bot.workbench.dmn.names import name_of, part_of

ZERO = Fraction(0)


def band_rules(columns: Conditions, decision: Decision, score: Score) -> tuple[list[Rule], str]:
    """The rules that turn points into an outcome, and a note on how the points are written.

    Adds the tables of points, and for an average of how many items count, to ``columns``.
    """
    scale = _scale(score)
    points = _points_table(columns, decision, score, scale)
    note = _note(scale)
    sure, unsure = _counting(columns, decision, score) if score.average else (1, [])
    if not unsure:
        factor = Fraction(scale * max(sure, 1))
        column = _sum_column(columns, points, decision, score.bands, factor)
        return _bands(decision, score.bands, [(column, factor)] * len(score.bands)), note
    counted = part_of(decision.id, "aantal")
    title = wording.POINTS_COUNTED.format(decision=decision.title or decision.id)
    columns.sum(counted, title, decision.id, unsure, start=sure)
    pairs = [(_above(columns, points, counted, band, scale), ZERO) for band in score.bands]
    nothing = [] if sure else [_nothing(columns, decision, score, counted)]
    return [*nothing, *_bands(decision, score.bands, pairs)], note


def _nothing(columns: Conditions, decision: Decision, score: Score, counted: str) -> Rule:
    """Where no item counts, the average is 0."""
    title = columns.tables[counted].title
    none = number_column(f"sum({counted})", title, (counted,), [(Fraction(1), 0)])
    columns.known[none.expression] = none
    cube = {none.expression: below(none, Fraction(1))}
    outcome = quoted(score.band_of(ZERO))
    return Rule(rule_id(name_of(decision.id), "Niets"), cube, outcome, wording.NOTHING_COUNTS)


def _scale(score: Score) -> int:
    """What makes all points and bands whole numbers."""
    given = [number for item in score.items for number in (item.points, *item.per_value.values())]
    starts = [band.start for band in score.bands if band.start is not None]
    return lcm(*(number.denominator for number in (*given, *starts)))


def _note(scale: int) -> str:
    return "" if scale == 1 else wording.SCALED.format(scale=scale)


# --- the points -------------------------------------------------------------------------------


def _points_table(columns: Conditions, decision: Decision, score: Score, scale: int) -> str:
    name = part_of(decision.id, "punten")
    rules = [
        Rule(rule_id(name, key), cube, str(number * scale), item.why)
        for index, item in enumerate(score.items, start=1)
        for key, cube, number in _earned(columns, decision, index, item)
        if number
    ]
    title = wording.POINTS_FOR.format(decision=decision.title or decision.id)
    columns.sum(name, title, decision.id, rules, note=_note(scale))
    return name


def _earned(
    columns: Conditions, decision: Decision, index: int, item: Item
) -> Iterator[tuple[str, Cube, Fraction]]:
    """Where an item gives how many points; no two of these hold at once, but for a set."""
    if item.input is None:
        cube = columns.exclusive(item.when, decision.id, str(index))
        if cube is not None:
            yield str(index), cube, item.points
        return
    for value, cube in _values(columns, item.input):
        yield f"{index}-{value}", cube, item.per_value.get(value, ZERO)


def _values(columns: Conditions, input: str) -> Iterator[tuple[str, Cube]]:
    """Every value that an input may have points for, and where it has it."""
    question = columns.questions.get(input)
    is_set = columns.is_set(input)
    if not is_set and input not in columns.measured:
        column = columns.single(input)
        yield from ((value, {column.expression: frozenset((value,))}) for value in column.values)
        return
    if question is not None:
        yield from ((NOT_APPLICABLE, cube) for cube in columns.applies(question, False))
    if is_set:
        names = columns.names_of(input)
        for name, column in zip(names, columns.members(input, names), strict=True):
            yield name, {column.expression: frozenset((YES,))}


# --- how many items count ---------------------------------------------------------------------


def _counting(columns: Conditions, decision: Decision, score: Score) -> tuple[int, list[Rule]]:
    """How many items always count, and a rule for each of the others."""
    sure, rules = 0, []
    for index, item in enumerate(score.items, start=1):
        cube = _counts(columns, decision, index, item)
        if cube is not None and not cube:
            sure += 1
        elif cube is not None:
            name = rule_id(part_of(decision.id, "aantal"), str(index))
            rules.append(Rule(name, cube, "1"))
    return sure, rules


def _counts(columns: Conditions, decision: Decision, index: int, item: Item) -> Cube | None:
    """Where an item counts."""
    if item.input is None:
        return columns.exclusive(item.when, decision.id, str(index))
    question = columns.questions.get(item.input)
    if question is None or NOT_APPLICABLE in item.per_value:
        return ANY
    return columns.applies(question, True)[0]


# --- bands ------------------------------------------------------------------------------------


def _sum_column(
    columns: Conditions, name: str, decision: Decision, bands: Sequence[Band], factor: Fraction
) -> Column:
    cuts = [(band.start * factor, 0) for band in bands if band.start is not None]
    column = number_column(f"sum({name})", columns.tables[name].title, (name,), cuts)
    columns.known[column.expression] = column
    return column


def _above(columns: Conditions, points: str, counted: str, band: Band, scale: int) -> Column:
    """How far the points lie above what a band asks for this many items."""
    start = ZERO if band.start is None else band.start * scale
    sign = "-" if start > 0 else "+"
    less = f" {sign} {abs(start)} * sum({counted})" if start else ""
    label = wording.ABOVE.format(start=band.start)
    column = number_column(f"sum({points}){less}", label, (points, counted), [(ZERO, 0)])
    if not start:
        column = number_column(f"sum({points})", label, (points,), [(ZERO, 0)])
    columns.known[column.expression] = column
    return column


def _bands(
    decision: Decision, bands: Sequence[Band], columns: Sequence[tuple[Column, Fraction]]
) -> list[Rule]:
    """From the highest band down: the first that is reached."""
    rules = []
    numbered = list(enumerate(zip(bands, columns, strict=True), start=1))
    for number, (band, (column, factor)) in reversed(numbered):
        cube: Cube = ANY
        if band.start is not None:
            cube = {column.expression: at_least(column, band.start * factor)}
        name = rule_id(name_of(decision.id), f"Band{number}")
        rules.append(Rule(name, cube, quoted(band.then), band.interpretation))
    if not bands or bands[0].start is not None:
        name = rule_id(name_of(decision.id), "Anders")
        rules.append(Rule(name, ANY, quoted(NO_RULE), wording.NO_BAND))
    return rules
