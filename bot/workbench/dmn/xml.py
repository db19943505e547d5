"""A decision requirements graph as DMN 1.3 XML, with its picture.

DMN 1.3 is the version that the tools read (dmn-moddle reads no other). The name of an element is
the name of its variable, as FEEL wants it; its title stands in ``label`` and beside its box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot import __version__
from bot.workbench.dmn import wording
from bot.workbench.dmn.cells import cell, quoted
from bot.workbench.dmn.graph import Column, DmnTable, Graph, Input, Reference, Rule
from bot.workbench.dmn.ids import beside_id, line_id, requirement_id, source_id
from bot.workbench.dmn.picture import add_pictures

SPACES = {
    "xmlns": "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "xmlns:dmndi": "https://www.omg.org/spec/DMN/20191111/DMNDI/",
    "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
    "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
}
OUR_SPACE = "urn:samenwerkwijzer:pakket:"


def xml_of(graph: Graph) -> str:
    """The whole file."""
    about = {
        "id": f"pakket-{graph.id}",
        "name": graph.title,
        "namespace": OUR_SPACE + graph.id,
        "exporter": "Samenwerkwijzer",
        "exporterVersion": __version__,
    }
    root = Element("definitions", SPACES | about)
    SubElement(root, "description").text = wording.PACK.format(id=graph.id, version=graph.version)
    for given in graph.inputs:
        _input(root, given)
    tables = {table.name for table in graph.tables}
    known = {reference.id for reference in graph.references}
    for table in graph.tables:
        _decision(root, table, tables, known)
    for reference in graph.references:
        _reference(root, reference)
    for table in graph.tables:
        _title_beside(root, table)
    add_pictures(root, graph)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _input(root: Element, given: Input) -> None:
    element = SubElement(root, "inputData", id=given.name, name=given.name, label=given.label)
    SubElement(element, "description").text = given.explanation
    SubElement(element, "variable", id=f"{given.name}-var", name=given.name, typeRef=given.type)


def _reference(root: Element, reference: Reference) -> None:
    attributes = {"id": source_id(reference.id), "name": reference.title}
    if reference.url:
        attributes["locationURI"] = reference.url
    SubElement(root, "knowledgeSource", attributes)


def _title_beside(root: Element, table: DmnTable) -> None:
    note = SubElement(root, "textAnnotation", id=beside_id(table.name))
    SubElement(note, "text").text = table.title
    line = SubElement(root, "association", id=line_id(table.name))
    SubElement(line, "sourceRef", href=f"#{table.name}")
    SubElement(line, "targetRef", href=f"#{beside_id(table.name)}")


# --- decisions --------------------------------------------------------------------------------


def _decision(root: Element, table: DmnTable, tables: set[str], known: set[str]) -> None:
    element = SubElement(root, "decision", id=table.name, name=table.name, label=table.title)
    SubElement(element, "description").text = _described(table)
    SubElement(element, "question").text = table.title
    if table.outcomes:
        SubElement(element, "allowedAnswers").text = ", ".join(table.outcomes)
    SubElement(
        element, "variable", id=f"{table.name}-var", name=table.name, typeRef=_variable_type(table)
    )
    for low in table.needs:
        kind = "requiredDecision" if low in tables else "requiredInput"
        needed = SubElement(element, "informationRequirement", id=requirement_id(low, table.name))
        SubElement(needed, kind, href=f"#{low}")
    for low in table.sources:
        if low in known:
            id = requirement_id(source_id(low), table.name)
            authority = SubElement(element, "authorityRequirement", id=id)
            SubElement(authority, "requiredAuthority", href=f"#{source_id(low)}")
    _table(element, table)


def _described(table: DmnTable) -> str:
    part = wording.HELPS.format(decision=table.helps) if table.helps else ""
    return " ".join(filter(None, (f"{table.title}.", part, table.note)))


def _variable_type(table: DmnTable) -> str:
    """A set of outcomes has no simple type of its own."""
    if table.sums:
        return "number"
    return "Any" if table.hit == "COLLECT" else "string"


def _table(decision: Element, table: DmnTable) -> None:
    attributes = {"id": f"{table.name}-tabel", "hitPolicy": table.hit}
    if table.sums:
        attributes["aggregation"] = "SUM"
    element = SubElement(decision, "decisionTable", attributes)
    for column in table.columns:
        _column(element, table, column)
    output = SubElement(
        element, "output", id=f"{table.name}-uit", label=table.title, name=table.name
    )
    output.set("typeRef", "number" if table.sums else "string")
    if table.outcomes:
        _values(output, "outputValues", f"{table.name}-uit-waarden", table.outcomes)
    for rule in table.rules:
        _rule(element, table.columns, rule)


def _column(element: Element, table: DmnTable, column: Column) -> None:
    id = f"{table.name}-in-{_key(table.columns, column)}"
    given = SubElement(element, "input", id=id, label=column.label)
    expression = SubElement(given, "inputExpression", id=f"{id}-uit", typeRef=column.type)
    SubElement(expression, "text").text = column.expression
    if not column.spans:
        _values(given, "inputValues", f"{id}-waarden", column.values)


def _key(columns: Sequence[Column], column: Column) -> str:
    """What tells a column apart in ids: the variable it reads; a sum of more has a number."""
    alone = len(column.needs) == 1
    return column.needs[0] if alone else f"{columns.index(column) + 1}"


def _values(element: Element, tag: str, id: str, values: Iterable[str]) -> None:
    allowed = SubElement(element, tag, id=id)
    SubElement(allowed, "text").text = ", ".join(map(quoted, values))


def _rule(element: Element, columns: Sequence[Column], rule: Rule) -> None:
    made = SubElement(element, "rule", id=rule.id)
    if rule.why:
        SubElement(made, "description").text = rule.why
    for column in columns:
        entry = SubElement(made, "inputEntry", id=f"{rule.id}-in-{_key(columns, column)}")
        SubElement(entry, "text").text = cell(column, rule.when.get(column.expression))
    entry = SubElement(made, "outputEntry", id=f"{rule.id}-uit")
    SubElement(entry, "text").text = rule.then
