"""One page with a whole pack: to read, to print, or to hand to a council. It needs no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bot.advice.origin import origin_line
from bot.rules.diagram.compile import Compiled
from bot.rules.model.book import cell_answers
from bot.rules.model.content import Form
from bot.rules.model.decisions.decision import Decision
from bot.words.dates import in_words
from bot.words.names import cell_name
from bot.words.phrases import either
from bot.workbench.pages import written
from bot.workbench.teken import listings, wording
from bot.workbench.teken.graph import draw_graph, kind_of, looks_at, place_of
from bot.workbench.teken.path import draw_path
from bot.workbench.teken.reach import Reach
from bot.workbench.teken.sheets import Sheet, Sheets
from bot.workbench.teken.standing import Dot, Standing
from bot.workbench.teken.svg import Picture


class DecisionView(NamedTuple):
    """A decision as the page shows it; ``never`` names the outcomes that never come."""

    id: str
    name: str
    kind: str
    outcomes: list[str]
    never: list[str]
    sheets: tuple[Sheet, ...]


class FormView(NamedTuple):
    """A form as the page shows it, and whether no answers lead to it."""

    form: Form
    dead: bool
    dots: tuple[Dot, ...]
    sources: str
    colour: str


def write_page(compiled: Compiled, reach: Reach, case: Standing | None, day: date) -> str:
    """The page as HTML."""
    pack, sheets = compiled.pack, Sheets(compiled, reach, case)
    values = {
        "pack": pack,
        "case": case,
        "day": in_words(day),
        "wording": wording,
        "facts": _facts(sheets, day),
        "dead": _dead(reach),
        "holes": {hole for a in pack.advices for hole in reach.unnamed[a.decision]},
        "verdicts": list(_verdicts(sheets, case)) if case else [],
        "picture": draw_graph(compiled, reach, case),
        "paths": [replace(drawn, alone=False) for drawn in paths(compiled, case)] if case else [],
        "flaw_names": lambda flaw: [sheets.words.name(id) for id in flaw.about],
        "lines": list(_lines(sheets)),
        "questions": listings.questions(sheets),
        "decisions": [_decision(sheets, decision) for decision in pack.decisions],
        "forms": list(_forms(sheets)),
        "concerns": listings.concerns(sheets),
        "informing": listings.informing(sheets),
        "examples": list(_examples(sheets)),
        "flaws": [(flaw, sheets.sources(flaw.sources)) for flaw in pack.known_flaws],
    }
    named = [source for source in pack.sources if source.id in sheets.named]
    return written("teken/page.html.j2", **values, sources=named)


def _facts(sheets: Sheets, day: date) -> list[tuple[str, str]]:
    """What the top of the page says of the pack; a fact that is not known is empty."""
    pack, names = sheets.compiled.pack, wording.FACT_NAMES
    origin, contact = pack.provenance, pack.contact
    told = {
        "origin": origin_line(pack),
        "source": sheets.sources(origin.sources) if origin else "",
        "id": pack.id,
        "version": pack.version,
        "made": in_words(day),
        "checked": in_words(pack.checked_on) if pack.checked_on else "",
        "contact": ", ".join(filter(None, (contact.name, contact.channel))) if contact else "",
    }
    return [(names[name], fact) for name, fact in told.items()]


def _dead(reach: Reach) -> list[str]:
    """How many rules, outcomes and questions can never count."""
    counts = {
        "regel": sum(1 for rule in reach.rules.values() if rule.state != "expired"),
        "uitkomst": sum(map(len, reach.outcomes.values())),
        "vraag": len(reach.questions),
    }
    return [wording.count(name, number) for name, number in counts.items() if number]


def _verdicts(sheets: Sheets, case: Standing) -> Iterator[str]:
    """What the advice is for each part of the project."""
    pack = sheets.compiled.pack
    decision = pack.advices[0].decision
    cells = zip(case.book.cells, case.outcomes[decision], strict=True)
    for number, (cell, possible) in enumerate(cells, 1):
        names = either([sheets.words.value(decision, outcome) for outcome in possible])
        pattern = wording.ADVICE_IS if len(possible) == 1 else wording.ADVICE_CAN_BE
        part = "" if case.whole else wording.PART.format(number, cell_name(pack, cell).lower())
        yield part + pattern.format(names)


def paths(compiled: Compiled, case: Standing) -> Iterator[Picture]:
    """The way of each part of a case that has an advice of its own; the first of those alike."""
    pack, seen = compiled.pack, set()
    for cell, way in zip(case.book.cells, case.ways, strict=True):
        if way.steps[0].outcome not in seen:
            seen.add(way.steps[0].outcome)
            part = "" if case.whole else f", {cell_name(pack, cell).lower()}"
            given = cell_answers(pack, case.book, cell)
            yield draw_path(compiled, given, way, f"{case.title}{part}")


def _lines(sheets: Sheets) -> Iterator[str]:
    """The lines of the picture in words."""
    for decision in sheets.compiled.pack.decisions:
        inputs = ", ".join(looks_at(decision, sheets.words))
        yield wording.LOOKS_AT.format(sheets.words.name(decision.id), inputs)


def _decision(sheets: Sheets, decision: Decision) -> DecisionView:
    words, order = sheets.words, decision.outcomes
    never = sorted(sheets.reach.outcomes[decision.id], key=order.index)
    place = place_of(sheets.compiled.pack, decision.id)
    return DecisionView(
        decision.id,
        words.name(decision.id),
        ", ".join(filter(None, (kind_of(decision), place))),
        [words.value(decision.id, outcome) for outcome in order],
        [words.value(decision.id, outcome) for outcome in never],
        sheets.of(decision),
    )


def _forms(sheets: Sheets) -> Iterator[FormView]:
    pack, case = sheets.compiled.pack, sheets.case
    for advice in pack.advices:
        for outcome in pack.decision(advice.decision).outcomes:
            if (form := pack.form(outcome)) is not None:
                dead = outcome in sheets.reach.outcomes[advice.decision]
                dots = case.at(advice.decision, outcome) if case else ()
                yield FormView(
                    form, dead, dots, sheets.sources(form.sources), sheets.colours[outcome]
                )


def _examples(sheets: Sheets) -> Iterator[str]:
    """The worked cases, with what should come out."""
    pack = sheets.compiled.pack
    decision = pack.advices[0].decision
    for case in pack.cases:
        names = [sheets.words.value(decision, outcome) for outcome in case.expected.values()]
        yield f"{case.title}: {', '.join(dict.fromkeys(names))}."
