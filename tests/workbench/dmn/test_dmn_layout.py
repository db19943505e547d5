"""Boxes that do not touch, lines that cross no box, and everything drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from random import Random

import pytest
from lxml import etree

from bot.workbench.dmn.layout import Box, Drawing, Line, Point, Size, draw
from tests.shelf import packs
from tests.workbench.dmn.cases import exported

SOME_PACKS = ("passende_samenwerking", "enschede", "groningen", "amsterdam", "best")


def random_drawing(seed: int) -> tuple[dict[str, Size], list[Line], Drawing]:
    """A drawing of a graph in which a later thing may need earlier ones."""
    r = Random(seed)
    names = [f"n{i}" for i in range(r.randint(1, 30))]
    sizes = {n: Size(r.randint(60, 200), 60, r.choice((0, 120))) for n in names}
    lines = [(a, b) for a, b in combinations(names, 2) if r.random() < 2 / len(names)]
    return sizes, lines, draw(sizes, lines)


@pytest.mark.parametrize("seed", range(40))
def test_boxes_do_not_touch_and_lines_cross_none(seed: int) -> None:
    sizes, _, drawing = random_drawing(seed)

    rooms = {
        name: Box(box.x, box.y, box.width + sizes[name].beside, box.height)
        for name, box in drawing.boxes.items()
    }

    assert [pair for pair in combinations(rooms, 2) if overlap(*map(rooms.get, pair))] == []
    assert list(crossed(drawing.boxes, drawing.lines)) == []


@pytest.mark.parametrize("seed", range(40))
def test_a_line_runs_up_from_what_is_needed_to_what_needs_it(seed: int) -> None:
    _, lines, drawing = random_drawing(seed)

    assert set(drawing.lines) == set(lines)
    for (low, high), points in drawing.lines.items():
        heights = [y for _, y in points]
        assert points[0] == (round(drawing.boxes[low].middle), drawing.boxes[low].y)
        assert heights == sorted(heights, reverse=True)
        assert on_the_foot(drawing.boxes[high], points[-1])


def test_the_same_graph_gives_the_same_picture() -> None:
    assert random_drawing(7)[2] == random_drawing(7)[2]


@pytest.mark.parametrize("id", SOME_PACKS)
def test_everything_of_a_pack_is_drawn_and_nothing_overlaps(id: str) -> None:
    file = etree.fromstring(exported(id).encode())
    drawn = {shape.get("dmnElementRef") for shape in file.iter("{*}DMNShape", "{*}DMNEdge")}
    wanted = {
        element.get("id")
        for element in file.iter(
            "{*}inputData", "{*}decision", "{*}knowledgeSource", "{*}textAnnotation",
            "{*}informationRequirement", "{*}authorityRequirement", "{*}association",
        )
    }  # fmt: skip

    assert wanted - drawn == set()
    for diagram in file.iter("{*}DMNDiagram"):
        boxes = shapes(diagram)
        assert [pair for pair in combinations(boxes, 2) if overlap(*map(boxes.get, pair))] == []


def test_an_editor_opens_with_the_decisions() -> None:
    file = etree.fromstring(exported("passende_samenwerking").encode())
    first = next(file.iter("{*}DMNDiagram"))

    assert {one.id for one in packs()["passende_samenwerking"].decisions} <= shapes(first).keys()


# --- geometry ---------------------------------------------------------------------------------


def shapes(diagram: etree._Element) -> dict[str, Box]:
    """The boxes of a diagram."""
    found = {}
    for shape in diagram.iter("{*}DMNShape"):
        bounds = shape.find("{*}Bounds")
        numbers = (int(bounds.get(key)) for key in ("x", "y", "width", "height"))
        found[shape.get("dmnElementRef")] = Box(*numbers)
    return found


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share a point inside."""
    across = a.x < b.x + b.width and b.x < a.x + a.width
    return across and a.y < b.y + b.height and b.y < a.y + a.height


def crossed(
    boxes: dict[str, Box], lines: dict[Line, tuple[Point, ...]]
) -> Iterator[tuple[Line, str]]:
    """Every line with a box that it runs through."""
    for line, points in lines.items():
        for name, box in boxes.items():
            if any(runs_through(box, *piece) for piece in pairwise(points)):
                yield line, name


def runs_through(box: Box, start: Point, end: Point) -> bool:
    """Whether a straight piece has a point inside a box (Liang and Barsky's clipping)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - box.x), (dx, box.x + box.width - x),
        (-dy, y - box.y), (dy, box.y + box.height - y),
    ):  # fmt: skip
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return first < last


def on_the_foot(box: Box, point: Point) -> bool:
    """Whether a point lies on the lower edge of a box."""
    return box.x <= point[0] <= box.x + box.width and point[1] == box.y + box.height
