"""The diagrams of a DMN file: where ``dmn_layout`` puts the boxes and lines, as DMNDI.

The first diagram shows the decisions with all that they need (an editor opens with it). A second
shows what stands beside them: which points of attention hold, and which questions apply. A third
shows which sources each decision leans on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from xml.etree.ElementTree import Element, SubElement

from bot.packs.dmn_graph import DmnTable, Graph
from bot.packs.dmn_ids import beside_id, line_id, requirement_id, source_id
from bot.packs.dmn_layout import Box, Line, Point, Size, draw

HEIGHT = 60
LETTER, ROUND, NARROWEST = 8, 36, 110
"""How wide a letter is at most, and what a box needs beside its text."""
TITLE, APART = 170, 18
"""How wide the title beside a decision is, and how far from its box."""


def add_pictures(root: Element, graph: Graph) -> None:
    """Add the diagrams to a file."""
    pictures = SubElement(root, "dmndi:DMNDI")
    tables = {table.name: table for table in graph.tables}
    own = [table for table in graph.tables if not table.helps and table.name not in graph.beside]
    first = _all_needed(own, tables)
    second = [table for table in graph.tables if table not in first]
    for id, name, shown in (
        ("besluiten", "De besluiten", first),
        ("ernaast", "Aandachtspunten en vragen", second),
    ):
        if shown:
            lines = [(low, table.name) for table in shown for low in table.needs]
            _diagram(pictures, graph, id, name, lines, {table.name for table in shown})
    known = {reference.id for reference in graph.references}
    lines = [
        (source_id(low), table.name)
        for table in graph.tables
        for low in table.sources
        if low in known
    ]
    if lines:
        _diagram(
            pictures, graph, "bronnen", "Waar het op steunt", lines, {high for _, high in lines}
        )


def _all_needed(roots: Iterable[DmnTable], tables: dict[str, DmnTable]) -> list[DmnTable]:
    found: dict[str, DmnTable] = {}
    left = list(roots)
    while left:
        table = left.pop()
        if table.name not in found:
            found[table.name] = table
            left += [tables[name] for name in table.needs if name in tables]
    return [table for table in tables.values() if table.name in found]


def _diagram(
    pictures: Element, graph: Graph, id: str, name: str, lines: Sequence[Line], drawn: Set[str]
) -> None:
    """One diagram: these decisions with their titles, and what the lines run from."""
    diagram = SubElement(pictures, "dmndi:DMNDiagram", id=f"beeld-{id}", name=name)
    drawing = draw(_sizes(graph, drawn, {low for low, _ in lines}), lines)
    for thing, box in drawing.boxes.items():
        _shape(diagram, id, thing, box)
        if thing in drawn:
            _title_beside(diagram, id, thing, box)
    for (low, high), points in drawing.lines.items():
        _edge(diagram, id, requirement_id(low, high), points)


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
