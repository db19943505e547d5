"""The decisions of a pack as sheets: rows of boxes, that become an HTML table or an SVG picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from bot.rules.diagram.compile import Compiled
from bot.rules.model.conditions import AllOf, Condition, leaves
from bot.rules.model.decisions.adjustment import Adjustment, Shift
from bot.rules.model.decisions.decision import OTHERWISE, Decision, Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.score import Band, Item, Score
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.ids import InputId, Outcome
from bot.rules.model.questions.registry import choices
from bot.words.conditions import Words
from bot.words.dates import in_words
from bot.words.numbers import number
from bot.workbench.colours import form_colours
from bot.workbench.teken import wording
from bot.workbench.teken.reach import Dead, Reach
from bot.workbench.teken.standing import Dot, Standing

MOST_COLUMNS = 4
"""With more inputs than this, the conditions of a row stand in one column."""
SHADES = 5


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: its lines, smaller lines below, a note on what can't be, the project's dots.

    ``ground`` is the class of its colour: that of a form, or how far an outcome stands in another
    ordered decision.
    """

    lines: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    note: str = ""
    dots: tuple[Dot, ...] = ()
    strong: bool = False
    dead: bool = False
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet."""

    boxes: tuple[Box, ...]
    dead: bool = False
    hit: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: what it is called, how to read it, its heads and its rows.

    ``grid``: a matrix, in which the first box of each row is a head too. ``corner`` names both
    sides of a matrix.
    """

    title: str
    reading: str
    heads: tuple[str, ...]
    rows: tuple[Line, ...]
    grid: bool = False
    widths: tuple[int, ...] = ()


def box(*lines: str, **more: object) -> Box:
    """A box with these lines; empty ones are left out."""
    return Box(tuple(line for line in lines if line), **more)  # type: ignore[arg-type]


class Sheets:
    """Makes the sheets of one compiled pack, with or without a case."""

    def __init__(self, compiled: Compiled, reach: Reach, case: Standing | None = None) -> None:
        self.compiled, self.reach, self.case = compiled, reach, case
        self.words = Words(compiled.pack)
        self.colours = form_colours(compiled.pack)
        self.named: set[str] = set()
        """The sources that were named so far."""

    def of(self, decision: Decision) -> tuple[Sheet, ...]:
        """The sheets of one decision."""
        logic = decision.logic
        return tuple(sheet(self, decision, logic) for sheet in _SHEETS[type(logic)])

    # --- what every sheet says of a rule ---

    def _dots(self, id: str, rule: str) -> tuple[Dot, ...]:
        return self.case.rules.get((id, rule), ()) if self.case else ()

    def _dead(self, id: str, rule: str) -> Dead | None:
        return self.reach.rules.get((id, rule))

    def note(self, id: str, rule: str) -> str:
        """Why a rule can't do anything; empty when it can."""
        dead = self._dead(id, rule)
        if dead is None:
            return ""
        order = self._numbers(id)
        return wording.dead(dead.state, [order.get(name, name) for name in dead.by])

    def _numbers(self, id: str) -> Mapping[str, str]:
        rules = self.compiled.decisions[id].logic.rules
        return {rule.id: str(index) for index, rule in enumerate(rules, 1)}

    def sources(self, ids: Iterable[str]) -> str:
        """The titles of some sources; ``eigen`` is our own judgement."""
        ids = tuple(ids)
        self.named.update(ids)
        found = [self.compiled.pack.source(id) for id in ids]
        told = [wording.OWN if source is None else source.title for source in found]
        return "; ".join(dict.fromkeys(told))

    def _why(self, why: str, sources: tuple[str, ...], interpretation: str = "") -> Box:
        small = [wording.SOURCE.format(self.sources(sources))] if sources else []
        if interpretation:
            small.append(wording.INTERPRETED.format(interpretation))
        return Box((why,) if why else (), tuple(small))

    def _first(self, decision: str, rule: str, label: str) -> Box:
        dots = self._dots(decision, rule)
        return box(label, note=self.note(decision, rule), dots=dots)

    def _line(self, decision: str, rule: str, boxes: Iterable[Box]) -> Line:
        hit = any(dot.certain for dot in self._dots(decision, rule))
        return Line(tuple(boxes), self._dead(decision, rule) is not None, hit)

    def _outcome(self, decision: Decision, outcome: Outcome) -> Box:
        text = self.words.value(decision.id, outcome)
        return box(text, strong=True, ground=self._ground(decision, outcome))

    def _ground(self, decision: Decision, outcome: Outcome) -> str:
        return self.colours.get(outcome) or shade_of(decision, outcome)

    # --- tables ---

    def _table(self, decision: Decision, table: Table) -> Sheet:
        inputs = self._columns(table)
        heads = [self.words.name(name) for name in inputs] or [wording.IF]
        rows = [self._row(decision, index, row, inputs) for index, row in enumerate(table.rows, 1)]
        if table.otherwise is not None or decision.id in self.reach.gaps:
            rows.append(self._rest(decision, table, len(heads)))
        widths = (3, *([3] * len(heads) if inputs else [8]), 3, 6)
        return Sheet(
            wording.RULES,
            wording.READING[table.hit],
            (wording.NUMBER, *heads, wording.THEN, wording.BECAUSE),
            tuple(rows),
            widths=widths,
        )

    def _columns(self, table: Table) -> tuple[InputId, ...]:
        """The inputs that get a column of their own: few, and each row asks each once at most."""
        if not all(_is_flat(row.when) for row in table.rows):
            return ()
        found = dict.fromkeys(test.input for row in table.rows for test in leaves(row.when))
        return tuple(found) if len(found) <= MOST_COLUMNS else ()

    def _row(self, decision: Decision, index: int, row: Row, inputs: tuple[InputId, ...]) -> Line:
        first = self._first(decision.id, row.id, str(index))
        asked = {test.input: self.words.test(test) for test in leaves(row.when)}
        if inputs:
            middle = [box(asked.get(name, wording.ANY)) for name in inputs]
        else:
            middle = [box(*(self.words.lines(row.when) or (wording.ALWAYS,)))]
        why = self._why(row.why, row.sources, row.interpretation)
        dated = Box(why.lines, (*why.small, *_dated(row)))
        boxes = (first, *middle, self._outcome(decision, row.then), dated)
        return self._line(decision.id, row.id, boxes)

    def _rest(self, decision: Decision, table: Table, width: int) -> Line:
        """The last line: what follows when no row holds."""
        first = self._first(decision.id, OTHERWISE, wording.ELSE)
        if table.otherwise is not None:
            outcome = self._outcome(decision, table.otherwise)
        else:
            nothing = wording.NOTHING if table.hit == "collect" else wording.NO_RULE
            outcome = box(nothing, strong=True)
        middle = [box(wording.NO_ROW), *[box(wording.ANY)] * (width - 1)]
        return self._line(decision.id, OTHERWISE, (first, *middle, outcome, box()))

    # --- scores ---

    def _items(self, decision: Decision, score: Score) -> Sheet:
        rows = [self._item(decision, index, item) for index, item in enumerate(score.items)]
        return Sheet(
            wording.POINTS,
            wording.READING[score.way],
            (wording.NUMBER, wording.COUNTS, wording.POINTS, wording.BECAUSE),
            tuple(rows),
            widths=(3, 7, 4, 6),
        )

    def _item(self, decision: Decision, index: int, item: Item) -> Line:
        rule = str(index)
        if item.input is None:
            lines = self.words.lines(item.when) if item.when is not None else ()
            what = list(lines or (wording.ALWAYS,))
            points = [wording.points(item.points)]
        else:
            what = [self.words.name(item.input)]
            points = list(self._per_value(item.input, item.per_value))
        boxes = (
            self._first(decision.id, rule, str(index + 1)),
            box(*what),
            Box(tuple(points), strong=item.input is None),
            self._why(item.why, (), item.interpretation),
        )
        return self._line(decision.id, rule, boxes)

    def _per_value(self, input: InputId, per_value: Mapping[str, Fraction]) -> Iterable[str]:
        for value, points in per_value.items():
            yield f"{self.words.value(input, value)}: {number(points)}"

    def _bands(self, decision: Decision, score: Score) -> Sheet:
        ends = [band.start for band in score.bands[1:]]
        whole = score.way == "sum" and _is_whole(score)
        rows = [
            self._band(decision, band, end, whole)
            for band, end in zip(score.bands, [*ends, None], strict=True)
        ]
        heads: tuple[str, ...] = (wording.POINTS, wording.THEN, wording.READ_AS)
        widths: tuple[int, ...] = (4, 4, 6)
        if not any(band.interpretation for band in score.bands):
            rows = [replace(row, boxes=row.boxes[:2]) for row in rows]
            heads, widths = heads[:2], widths[:2]
        reading = self._earned(decision)
        return Sheet(wording.BANDS, reading, heads, tuple(rows), widths=widths)

    def _earned(self, decision: Decision) -> str:
        """How many points the case has, where that is known."""
        found = self.case.points[decision.id] if self.case else ()
        told = [
            wording.earned(number if len(found) > 1 else 0, points)
            for number, points in enumerate(found, 1)
            if points is not None
        ]
        return " ".join([wording.READING["bands"], *told])

    def _band(self, decision: Decision, band: Band, end: Fraction | None, whole: bool) -> Line:
        dead = band.then in self.reach.outcomes[decision.id]
        dots = self.case.at(decision.id, band.then) if self.case else ()
        first = box(
            wording.span(band.start, end, whole),
            note=wording.NEVER_REACHED if dead else "",
            dots=dots,
        )
        why = self._why("", (), band.interpretation)
        outcome = self._outcome(decision, band.then)
        return Line((first, outcome, why), dead, any(dot.certain for dot in dots))

    # --- matrices and shifts ---

    def _matrix(self, decision: Decision, matrix: Matrix) -> Sheet:
        columns = self._heads(matrix.columns_of, {c for row in matrix.cells.values() for c in row})
        sides = self._heads(matrix.rows_of, set(matrix.cells))
        rows = tuple(
            Line(
                (
                    box(self.words.value(matrix.rows_of, row), strong=True),
                    *(self._square(decision, matrix, row, column) for column in columns),
                )
            )
            for row in sides
        )
        names = [self.words.name(name) for name in (matrix.rows_of, matrix.columns_of)]
        heads = [self.words.value(matrix.columns_of, column) for column in columns]
        return Sheet(
            wording.MATRIX,
            wording.matrix(*names),
            (wording.corner(*names), *heads),
            rows,
            grid=True,
            widths=(4, *[4] * len(columns)),
        )

    def _heads(self, input: InputId, values: set[str]) -> list[str]:
        """The values of one side of a matrix, in the pack's order."""
        question = self.compiled.questions.get(input)
        order = [o.id for o in choices(question)] if question is not None else []
        if question is None:
            order = list(self.compiled.decisions[input].outcomes)
        return [*(v for v in order if v in values), *sorted(values - set(order))]

    def _square(self, decision: Decision, matrix: Matrix, row: str, column: str) -> Box:
        outcome = matrix.cells[row].get(column)
        if outcome is None:
            return box(wording.EMPTY, dead=True)
        rule = f"{row}/{column}"
        dead = self._dead(decision.id, rule) is not None
        return Box(
            (self.words.value(decision.id, outcome),),
            note=wording.CANT_BE if dead else "",
            dots=self._dots(decision.id, rule),
            dead=dead,
            ground=self._ground(decision, outcome),
        )

    def _shifts(self, decision: Decision, adjustment: Adjustment) -> Sheet:
        base = self.compiled.decisions[adjustment.base]
        rows = [self._shift(base, decision, i, s) for i, s in enumerate(adjustment.shifts, 1)]
        order = [self.words.value(base.id, outcome) for outcome in base.outcomes]
        return Sheet(
            wording.SHIFTS,
            wording.shifts(self.words.name(base.id), order),
            (wording.NUMBER, wording.IF, wording.STEP, wording.BECAUSE),
            tuple(rows),
            widths=(3, 7, 4, 6),
        )

    def _shift(self, base: Decision, decision: Decision, index: int, shift: Shift) -> Line:
        bounds = [
            pattern.format(self.words.value(base.id, bound))
            for bound, pattern in (
                (shift.at_most, wording.AT_MOST),
                (shift.at_least, wording.AT_LEAST),
            )
            if bound is not None
        ]
        boxes = (
            self._first(decision.id, shift.id, str(index)),
            box(*(self.words.lines(shift.when) or (wording.ALWAYS,))),
            Box((wording.step(shift.steps),), tuple(bounds), strong=True),
            self._why(shift.why, shift.sources, shift.interpretation),
        )
        return self._line(decision.id, shift.id, boxes)


_SHEETS: Mapping[type[Logic], tuple[Callable[[Sheets, Decision, Any], Sheet], ...]] = {
    Table: (Sheets._table,),
    Score: (Sheets._items, Sheets._bands),
    Matrix: (Sheets._matrix,),
    Adjustment: (Sheets._shifts,),
}
"""The sheets of each kind of decision."""


def shade_of(decision: Decision, outcome: Outcome) -> str:
    """The class for how far an outcome stands in an ordered decision; empty without an order."""
    if not decision.ordered or outcome not in decision.outcomes or len(decision.outcomes) < 2:
        return ""
    share = Fraction(decision.outcomes.index(outcome), len(decision.outcomes) - 1)
    return f"s{1 + round(share * (SHADES - 1))}"


def _is_flat(condition: Condition) -> bool:
    """Whether a condition asks each input once at most, all at the same time."""
    if not isinstance(condition, AllOf):
        return not hasattr(condition, "conditions")
    names = [test.input for test in leaves(condition)]
    parts_are_tests = not any(hasattr(part, "conditions") for part in condition.conditions)
    return parts_are_tests and len(names) == len(set(names))


def _is_whole(score: Score) -> bool:
    """Whether only whole numbers of points can come out."""
    given = [points for item in score.items for points in (item.points, *item.per_value.values())]
    starts = [band.start for band in score.bands if band.start is not None]
    return all(points.denominator == 1 for points in (*given, *starts))


def _dated(row: Row) -> tuple[str, ...]:
    told = []
    if row.valid_from is not None:
        told.append(wording.FROM.format(in_words(row.valid_from)))
    if row.valid_to is not None:
        told.append(wording.UNTIL.format(in_words(row.valid_to)))
    return (", ".join(told),) if told else ()
