"""A pack as DMN 1.3: the whole decision requirements graph, and the values to give it.

``docs/decisions/0007-dmn.md`` says how each kind of decision is written, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.model.content import is_valid_on
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.table import Row, Table
from bot.rules.model.graph import in_order
from bot.rules.model.ids import NO, NOT_APPLICABLE, YES
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.workbench.dmn import wording
from bot.workbench.dmn.columns import applies_name, may_not_apply, option_name
from bot.workbench.dmn.conditions import Conditions
from bot.workbench.dmn.decisions import Decisions
from bot.workbench.dmn.graph import DmnError as DmnError
from bot.workbench.dmn.graph import DmnTable, Graph, Input, Reference
from bot.workbench.dmn.names import check_names, free_name, name_of
from bot.workbench.dmn.words import question_told
from bot.workbench.dmn.xml import xml_of

MOST_RULES = 2000
"""More rules than this in one table and nobody can read it: then it isn't written."""

CONCERNS, APPLY = "aandachtspunten", "vragen_die_gelden"
"""Two tables that a pack does not list as decisions: their outcomes are sets of ids."""


def pack_to_dmn(pack: Pack, on: date | None = None) -> str:
    """The DMN file of a pack, as it holds on a day. Raises DmnError when it can't be said."""
    return xml_of(graph_of(pack, on))


def graph_of(pack: Pack, on: date | None = None) -> Graph:
    """The decision requirements graph of a pack. Raises DmnError."""
    if not pack.decisions:
        raise DmnError(wording.NO_DECISIONS.format(id=pack.id))
    columns = Conditions(pack, on)
    decisions = Decisions(columns, _compiled(pack, on))
    further = tuple(_further(pack, on))
    for decision in (*pack.decisions, *further):
        decisions.add(decision)
    made = columns.tables
    order = in_order(made, lambda name: made[name].needs if name in made else ())
    tables = tuple(made[name] for name in order if name in made)
    for table in tables:
        if len(table.rules) > MOST_RULES:
            told = wording.TABLE_LENGTH.format(name=table.name, count=len(table.rules))
            raise DmnError(wording.TOO_LONG.format(length=told))
    asked = (given for question in pack.questions for given in inputs_of(question))
    inputs = tuple(dict.fromkeys(asked))
    check_names([*(given.name for given in inputs), *(table.name for table in tables)])
    references = _references(pack, tables)
    beside = tuple(name_of(decision.id) for decision in further)
    return Graph(pack.id, pack.title, pack.version, inputs, tables, references, beside)


def inputs_of(question: Question) -> Iterator[Input]:
    """What one question asks to fill in: per option for a multiple choice."""
    told = question_told(question)
    nvt = wording.OR_NOT_APPLICABLE.format(value=NOT_APPLICABLE) if may_not_apply(question) else ""
    kind = kind_of(question)
    if kind.is_set:
        for option in question.options:
            text = wording.YES_OR_NO.format(
                text=question.text, yes=YES, label=option.label, no=NO, nvt=nvt
            )
            label = f"{question.name} {option.label}"
            yield Input(option_name(question, option.id), label, "string", text)
        return
    if kind.measure is None:
        yield Input(name_of(question.id), question.name, "string", told + nvt)
        return
    for asked in kind.measure.fill_ins(question):
        yield Input(name_of(asked.id), asked.label or question.name, asked.type, asked.told or told)
    if may_not_apply(question) and not kind.sources(question):
        text = wording.APPLIES_TO.format(yes=YES, no=NO, text=question.text)
        yield Input(
            applies_name(question), wording.HOLDS.format(name=question.name), "string", text
        )


# --- the parts --------------------------------------------------------------------------------


def _compiled(pack: Pack, on: date | None) -> Compiled | None:
    try:
        return compile_pack(pack, on)
    except TooComplex:
        return None


def _further(pack: Pack, on: date | None) -> Iterator[Decision]:
    """The points of attention and the questions that apply, as Collect tables."""
    taken = {question.id for question in pack.questions}
    taken |= {decision.id for decision in pack.decisions}
    concerns = [
        Row(one.id, one.when, one.id, one.text, one.sources)
        for one in pack.points
        if is_valid_on(one, on)
    ]
    if concerns:
        yield _collected(free_name(CONCERNS, taken), "Aandachtspunten", concerns)
    asked = [Row(one.id, one.applies_if, one.id, one.text) for one in pack.questions]
    yield _collected(free_name(APPLY, taken), wording.WHICH_APPLY, asked)


def _collected(id: str, title: str, rows: list[Row]) -> Decision:
    outcomes = tuple(row.then for row in rows)
    return Decision(id, Table(tuple(rows), "collect"), outcomes, title)


def _references(pack: Pack, tables: Iterable[DmnTable]) -> tuple[Reference, ...]:
    """The sources that the tables lean on, each once."""
    ids = dict.fromkeys(name for table in tables for name in table.sources)
    sources = (pack.source(name) for name in ids)
    return tuple(
        Reference(source.id, source.title, source.url) for source in sources if source is not None
    )
