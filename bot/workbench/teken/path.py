"""The way of a case as a picture for a screen in a room: few boxes, large letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rules.diagram.compile import Compiled
from bot.rules.model.answers import Answer
from bot.words.conditions import Words
from bot.words.names import label
from bot.words.phrases import capital
from bot.workbench.colours import form_colours
from bot.workbench.teken import wording
from bot.workbench.teken.svg import PAD, Pen, Picture, Written, height_of, wrap, write
from bot.workbench.teken.way import Step, Way

WIDTH = 1920
LARGE, HUGE = 30, 44
"""Sizes of letter on a picture as wide as a screen: on one of two metres they are 3 and 4,5 cm
high, and are read from the back of a room."""
BOX, BETWEEN, GAP, MARGIN = 560.0, 80.0, 26.0, 40.0
MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A box: its texts, its look, its column and how high it stands."""

    texts: tuple[Written, ...]
    look: str
    column: int
    top: float = 0.0

    @property
    def height(self) -> float:
        return height_of(self.texts) + 4 * PAD


def draw_path(compiled: Compiled, given: Mapping[str, Answer], way: Way, title: str) -> Picture:
    """From left to right: what was answered, what follows from that, and the advice."""
    places = _stacked(_places(compiled, given, way))
    head = [Written(line, "t3", HUGE) for line in wrap(title, WIDTH - 2 * MARGIN, HUGE, True)]
    down = height_of(head) + 1.5 * MARGIN
    tall = max(place.top + place.height for place in places.values())
    pen = Pen()
    write(pen, head, MARGIN, MARGIN / 2)
    for step in way.steps:
        for name in step.inputs:
            if name in places:
                _line(pen, places[name], places[step.decision], down)
    for place in places.values():
        x = _left(place.column)
        pen.rect(x, down + place.top, BOX, place.height, place.look, "6")
        write(pen, place.texts, x + 2 * PAD, down + place.top + 2 * PAD)
    told = wording.WAY_OF.format(title)
    return Picture(tuple(pen.shapes), WIDTH, down + tall + MARGIN, told)


def _places(compiled: Compiled, given: Mapping[str, Answer], way: Way) -> dict[str, _Place]:
    words, colours = Words(compiled.pack), form_colours(compiled.pack)
    last, *others = way.steps
    others.reverse()
    asked = dict.fromkeys(name for step in (*others, last) for name in step.inputs)
    places = {}
    for name in asked:
        if name in compiled.questions and name in given:
            question = compiled.questions[name]
            texts = [*_text(question.name, "l"), *_text(label(question, given[name]), "l b")]
            places[name] = _Place(tuple(texts), "zacht", 0)
    for step in others:
        places[step.decision] = _step(step, words, colours, 1)
    return {**places, last.decision: _step(last, words, colours, 2)}


def _step(step: Step, words: Words, colours: Mapping[str, str], column: int) -> _Place:
    texts = [
        *_text(capital(words.name(step.decision)), "l"),
        *_text(capital(words.value(step.decision, step.outcome)), "l b"),
    ]
    if column == 2:
        for why in step.why[:MOST_REASONS]:
            texts += _text(why, "l")
    return _Place(tuple(texts), colours.get(step.outcome, "vak"), column)


def _text(text: str, look: str) -> list[Written]:
    return [
        Written(line, look, LARGE) for line in wrap(text, BOX - 4 * PAD, LARGE, look.endswith("b"))
    ]


def _stacked(places: Mapping[str, _Place]) -> dict[str, _Place]:
    """The boxes of each column below each other; each column in the middle of the highest."""
    columns = [[name for name, p in places.items() if p.column == index] for index in range(3)]
    heights = [_tall([places[name] for name in names]) for names in columns]
    done = {}
    for names, tall in zip(columns, heights, strict=True):
        top = (max(heights) - tall) / 2
        for name in names:
            place = places[name]
            done[name] = _Place(place.texts, place.look, place.column, top)
            top += place.height + GAP
    return done


def _tall(places: Sequence[_Place]) -> float:
    return sum(place.height + GAP for place in places) - GAP if places else 0.0


def _left(column: int) -> float:
    return MARGIN + column * (BOX + BETWEEN)


def _line(pen: Pen, start: _Place, end: _Place, down: float) -> None:
    """From the right side of one box to the left side of another; round, in one column."""
    x, y = _left(start.column) + BOX, down + start.top + start.height / 2
    goal, there = _left(end.column), down + end.top + end.height / 2
    if start.column == end.column:
        edge = goal + BOX
        pen.path(f"M{x:g} {y:g}C{x + 60:g} {y:g} {edge + 60:g} {there:g} {edge:g} {there:g}", "weg")
        return
    bend = (goal - x) / 2
    pen.path(f"M{x:g} {y:g}C{x + bend:g} {y:g} {goal - bend:g} {there:g} {goal:g} {there:g}", "weg")
