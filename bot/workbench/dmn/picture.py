"""The diagrams of a DMN file: where ``dmn_layout`` puts the boxes and lines, as DMNDI.

The first diagram shows the decisions with all that they need (an editor opens with it). A second
shows what stands beside them: which points of attention hold, and which questions apply. A third
shows which sources each decision leans on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from bot.workbench.dmn import wording
from bot.workbench.dmn.graph import DmnTable, Graph
from bot.workbench.dmn.ids import beside_id, line_id, requirement_id, source_id
from bot.workbench.dmn.layout import Box, Line, Point, Size, draw

HEIGHT = 60
LETTER, ROUND, NARROWEST = 8, 36, 110
"""How wide a letter is at most, and what a box needs beside its text."""
TITLE, APART = 170, 18
"""How wide the title beside a decision is, and how far from its box."""


@dataclass(frozen=True, slots=True)
class _Diagram:
    """What one diagram shows: decisions with their titles, and what their lines run from.

    ``loose`` stands there without a line.
    """

    id: str
    name: str
    decisions: frozenset[str]
    lines: tuple[Line, ...]
    loose: frozenset[str] = frozenset()


def add_pictures(root: Element, graph: Graph) -> None:
    """Add the diagrams to a file."""
    pictures = SubElement(root, "dmndi:DMNDI")
    for diagram in _diagrams(graph):
        if diagram.decisions:
            _draw(pictures, graph, diagram)


def _diagrams(graph: Graph) -> Iterator[_Diagram]:
    own = [table for table in graph.tables if not table.helps and table.name not in graph.beside]
    first = _all_needed(own, graph)
    second = [table for table in graph.tables if table not in first]
    used = {low for table in graph.tables for low in table.needs}
    loose = frozenset(given.name for given in graph.inputs) - used
    yield _Diagram("besluiten", wording.DECISIONS, _names(first), _needs(first), loose)
    yield _Diagram("ernaast", wording.CONCERNS, _names(second), _needs(second))
    known = {reference.id for reference in graph.references}
    lines = tuple(
        (source_id(low), table.name)
        for table in graph.tables
        for low in table.sources
        if low in known
    )
    leaning = frozenset(high for _, high in lines)
    yield _Diagram("bronnen", wording.RESTS_ON, leaning, lines)


def _names(tables: Iterable[DmnTable]) -> frozenset[str]:
    return frozenset(table.name for table in tables)


def _needs(tables: Iterable[DmnTable]) -> tuple[Line, ...]:
    return tuple((low, table.name) for table in tables for low in table.needs)


def _all_needed(roots: Iterable[DmnTable], graph: Graph) -> list[DmnTable]:
    """These tables and all that they need, in the order of the graph."""
    tables = {table.name: table for table in graph.tables}
    needed: set[str] = set()
    left = [table.name for table in roots]
    while left:
        name = left.pop()
        if name in tables and name not in needed:
            needed.add(name)
            left += tables[name].needs
    return [table for table in graph.tables if table.name in needed]


def _draw(pictures: Element, graph: Graph, shown: _Diagram) -> None:
    diagram = SubElement(pictures, "dmndi:DMNDiagram", id=f"beeld-{shown.id}", name=shown.name)
    needed = {low for low, _ in shown.lines} | shown.loose
    drawing = draw(_sizes(graph, shown.decisions, needed), shown.lines)
    for thing, box in drawing.boxes.items():
        _shape(diagram, shown.id, thing, box)
        if thing in shown.decisions:
            _title_beside(diagram, shown.id, thing, box)
    for (low, high), points in drawing.lines.items():
        _edge(diagram, shown.id, requirement_id(low, high), points)


def _sizes(graph: Graph, drawn: Set[str], needed: Set[str]) -> dict[str, Size]:
    """The room for every thing; a decision has its title beside it."""
    sizes: dict[str, Size] = {}
    for given in graph.inputs:
        if given.name in needed:
            sizes[given.name] = Size(_width(given.name), HEIGHT)
    for table in graph.tables:
        if table.name in drawn:
            sizes[table.name] = Size(_width(table.name), HEIGHT, APART + TITLE)
        elif table.name in needed:
            sizes[table.name] = Size(_width(table.name), HEIGHT)
    for reference in graph.references:
        if source_id(reference.id) in needed:
            sizes[source_id(reference.id)] = Size(TITLE, HEIGHT)
    return sizes


def _width(name: str) -> int:
    return max(NARROWEST, LETTER * len(name) + ROUND)


def _title_beside(diagram: Element, id: str, name: str, box: Box) -> None:
    """The title on the right of a decision, with a line to it."""
    x = box.x + box.width + APART
    _shape(diagram, id, beside_id(name), Box(x, box.y, TITLE, box.height))
    y = box.y + box.height // 2
    _edge(diagram, id, line_id(name), ((box.x + box.width, y), (x, y)))


def _shape(diagram: Element, id: str, thing: str, box: Box) -> None:
    shape = SubElement(diagram, "dmndi:DMNShape", id=f"beeld-{id}-{thing}", dmnElementRef=thing)
    SubElement(
        shape, "dc:Bounds",
        x=str(box.x), y=str(box.y), width=str(box.width), height=str(box.height),
    )  # fmt: skip


def _edge(diagram: Element, id: str, thing: str, points: Iterable[Point]) -> None:
    edge = SubElement(diagram, "dmndi:DMNEdge", id=f"beeld-{id}-{thing}", dmnElementRef=thing)
    for x, y in points:
        SubElement(edge, "di:waypoint", x=str(x), y=str(y))
