"""Makes the values of ``bot.rules.model.pack`` from a raw pack, by ``bot.packs.format.schema``.

Spoiled items (already reported) are left out; what their neighbours ask of them is not checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from bot.packs.conditions import condition_of, parse
from bot.packs.decisions.registry import RAW_KINDS
from bot.packs.errors import Report
from bot.packs.format.schema import PACK, RECORDS
from bot.packs.format.shapes import SOURCES, one_or_more
from bot.packs.names import Names, outcomes_of, whole
from bot.packs.sentences import form, line, situation
from bot.packs.text.source import List, Map
from bot.rules.model.content import (
    Chapter,
    Contact,
    DatedText,
    Dropped,
    Faq,
    Form,
    KnownFlaw,
    OwnTopic,
    PaperText,
    Provenance,
    SameAs,
    Source,
)
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.line import Line
from bot.rules.model.pack import Advice, Concern, Division, Informing, Pack, Prior, WorkedCase
from bot.rules.model.pieces import with_pieces
from bot.rules.model.project_question import ProjectQuestion
from bot.rules.model.questions.question import AtOnce, Checklist, Option, Question
from bot.rules.model.questions.registry import BY_WORD
from bot.rules.model.rising import Rising
from bot.rules.model.situation import Denial, Evening, Situation, ValueLine, narrowed
from bot.rules.model.terms import FreeDay, Moment, Term


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a pack rests on conditions."""

    questions: tuple[Question, ...]
    decisions: tuple[Decision, ...]
    divisions: tuple[Division, ...]
    concerns: tuple[Concern, ...]
    priors: tuple[Prior, ...]
    informing: tuple[Informing, ...]
    forms: tuple[Form, ...]
    situations: tuple[Situation, ...]
    evening: tuple[Evening, ...]
    values: tuple[ValueLine, ...]
    before_promise: tuple[Line, ...]
    denials: tuple[Denial, ...]
    project_questions: tuple[ProjectQuestion, ...]
    terms: tuple[Term, ...]
    own_topics: tuple[OwnTopic, ...]


class Builder:
    """Builds everything in one raw pack; problems with conditions go into the report."""

    def __init__(self, root: Map, names: Names, report: Report) -> None:
        self.root, self.names, self.report = root, names, report
        self.raw_decisions = {item["id"]: item for item in whole(root, "besluiten")}

    def parts(self) -> Parts:
        """Every item of the pack that is not spoiled."""
        root = self.root
        return Parts(
            questions=tuple(self.question(item) for item in whole(root, "vragen")),
            decisions=tuple(self.decision(item) for item in whole(root, "besluiten")),
            divisions=tuple(self.division(item) for item in whole(root, "indelingen")),
            concerns=tuple(self.concern(item) for item in whole(root, "aandachtspunten")),
            priors=tuple(self.prior(item) for item in whole(root, "vermoedens")),
            informing=tuple(self.informing(item) for item in whole(root, "volgorde")),
            forms=tuple(form(item, self.lines) for item in whole(root, "vormen")),
            situations=narrowed(situation(item, self.lines) for item in whole(root, "situaties")),
            evening=tuple(self.evening(item) for item in whole(root, "avond")),
            values=tuple(self.value(item) for item in whole(root, "vijf_waarden")),
            before_promise=self.lines(root.get("belofte_vooraf")),
            denials=tuple(self.denial(item) for item in whole(root, "tegenspraak")),
            project_questions=tuple(
                self.project_question(item) for item in whole(root, "projectvragen")
            ),
            terms=tuple(self.term(item) for item in whole(root, "termijnen")),
            own_topics=tuple(self.own_topic(item) for item in whole(root, "eigen_regels")),
        )

    def pack(self, parts: Parts, version: str, chapters: Iterable[Chapter]) -> Pack:
        """The whole pack; only for a raw pack without problems."""
        root, contact, origin = self.root, self.root.get("contact"), self.root.get("herkomst")
        pack = Pack(
            **PACK.fields(root),
            version=version,
            questions=parts.questions,
            decisions=parts.decisions,
            divisions=parts.divisions,
            concerns=parts.concerns,
            priors=parts.priors,
            informing=parts.informing,
            forms=parts.forms,
            situations=parts.situations,
            evening=parts.evening,
            values=parts.values,
            before_promise=parts.before_promise,
            denials=parts.denials,
            project_questions=parts.project_questions,
            terms=parts.terms,
            own_topics=parts.own_topics,
            **dated_and_written(root),
            advices=tuple(Advice(**RECORDS["advies"].fields(a)) for a in whole(root, "adviezen")),
            faqs=tuple(faq(item) for item in whole(root, "veelgestelde_vragen")),
            sources=tuple(Source(**RECORDS["bron"].fields(s)) for s in whole(root, "bronnen")),
            cases=tuple(case(item) for item in whole(root, "voorbeelden")),
            chapters=tuple(chapters),
            rising=tuple(Rising(**RECORDS["stijging"].fields(x)) for x in whole(root, "stijgend")),
            dropped=tuple(
                Dropped(**RECORDS["vervallen"].fields(item)) for item in whole(root, "vervallen")
            ),
            contact=Contact(**RECORDS["contact"].fields(contact)) if contact else None,
            provenance=Provenance(**RECORDS["herkomst"].fields(origin)) if origin else None,
            known_flaws=tuple(
                KnownFlaw(**RECORDS["gebrek"].fields(flaw))
                for flaw in root.get("bekende_gebreken", ())
            ),
        )
        return with_pieces(pack)

    def question(self, item: Map) -> Question:
        """One question, with the options that are listed or that its kind gives it."""
        kind = BY_WORD[item["soort"]]
        applies = parse(item.get("alleen_als"), self.names, self.report)
        same = tuple(same_as(each) for each in item.get("gelijk_aan", ()))
        given = RECORDS["vraag"].fields(item)
        made = kind.options(item)
        made = options(item) if made is None else made
        raw = item.get("aantikken")
        ticked = Checklist(**RECORDS["aantikken"].fields(raw)) if raw is not None else None
        return kind.finished(
            Question(**given, options=made, applies_if=applies, same_as=same, checklist=ticked)
        )

    def division(self, item: Map) -> Division:
        """One way in which a project falls apart."""
        applies = parse(item.get("alleen_als"), self.names, self.report)
        return Division(
            **RECORDS["indeling"].fields(item), options=options(item), applies_if=applies
        )

    def concern(self, item: Map) -> Concern:
        """One point of attention."""
        when = condition_of(item, self.names, self.report)
        return Concern(**RECORDS["aandachtspunt"].fields(item), when=when)

    def informing(self, item: Map) -> Informing:
        """One place in the order of informing."""
        when = condition_of(item, self.names, self.report)
        return Informing(**RECORDS["bericht"].fields(item), when=when)

    def term(self, item: Map) -> Term:
        """One term."""
        when = condition_of(item, self.names, self.report)
        return Term(**RECORDS["termijn"].fields(item), when=when)

    def own_topic(self, item: Map) -> OwnTopic:
        """One thing that is asked of a person before a paper is made."""
        when = condition_of(item, self.names, self.report)
        return OwnTopic(**RECORDS["eigen_regel"].fields(item), when=when)

    def prior(self, item: Map) -> Prior:
        """What is likelier where a condition holds."""
        when = condition_of(item, self.names, self.report)
        return Prior(**RECORDS["vermoeden"].fields(item), when=when)

    def line(self, item: Map, text: str) -> Line:
        """One sentence with its condition, whatever key its text stands under."""
        return line(item, condition_of(item, self.names, self.report), text)

    def lines(self, raw: Any) -> tuple[Line, ...]:
        """The sentences under a key: a text, or a list of texts and of blocks with a condition."""
        listed = [raw] if isinstance(raw, str) else raw if isinstance(raw, list) else ()
        return tuple(
            Line(each.strip()) if isinstance(each, str) else self.line(each, each["tekst"])
            for each in listed
            if isinstance(each, str) or (isinstance(each, Map) and not each.broken)
        )

    def evening(self, item: Map) -> Evening:
        """One line of first aid."""
        return Evening(**RECORDS["avond"].fields(item), line=self.line(item, item["tekst"]))

    def value(self, item: Map) -> ValueLine:
        """What answers say of one of the five values."""
        return ValueLine(**RECORDS["waarde"].fields(item), line=self.line(item, item["tekst"]))

    def denial(self, item: Map) -> Denial:
        """Words that contradict an answer."""
        when = condition_of(item, self.names, self.report)
        return Denial(**RECORDS["tegenspraak"].fields(item), when=when)

    def project_question(self, item: Map) -> ProjectQuestion:
        """What is said to a kind of question about one's own project."""
        return ProjectQuestion(
            **RECORDS["projectvraag"].fields(item),
            core=self.lines(item.get("antwoord")),
            beside=self.lines(item.get("erbij")),
        )

    def decision(self, item: Map) -> Decision:
        """One decision; an adjustment takes the outcomes of its base."""
        logic = RAW_KINDS[item["soort"]].build(item, self.names, self.report)
        given = RECORDS["besluit"].fields(item)
        given["outcomes"] = outcomes_of(item, self.raw_decisions) or ()
        bounds = item.get("ondergrens")
        if logic.moves is not None:
            given["ordered"] = True
            base = self.raw_decisions.get(logic.moves)
            bounds = base.get("ondergrens") if bounds is None and base is not None else bounds
        return Decision(**given, logic=logic, lower_bounds=frozenset(bounds or ()))


def dated_and_written(root: Map) -> dict[str, Any]:
    """The moments, the free days and the papers of a pack, by their fields."""
    return {
        field: tuple(kind(**RECORDS[record].fields(item)) for item in whole(root, key))
        for key, record, field, kind in (
            ("momenten", "moment", "moments", Moment),
            ("vrije_dagen", "vrije_dag", "free_days", FreeDay),
            ("stukken", "stuk", "papers", PaperText),
        )
    }


def same_as(item: Map) -> SameAs:
    """That a question is the same as one of another pack."""
    values = {there: one_or_more(here) for there, here in item.get("waarden", {}).items()}
    return SameAs(item["pakket"], item["vraag"], values)


def options(item: Map) -> tuple[Option, ...]:
    """The options of a question or division."""
    return tuple(
        Option(**RECORDS["optie"].fields(option), at_once=_at_once(option.get("tegelijk")))
        for option in item.get("opties", ())
    )


def _at_once(raw: Map | None) -> AtOnce | None:
    return AtOnce(raw["vraag"], tuple(raw["knoppen"].items())) if raw else None


def faq(item: Map) -> Faq:
    """One frequently asked question; its own days hold for answers that have none."""
    days = {key: item[key] for key in ("geldig_vanaf", "geldig_tot") if key in item}
    answers = item.get("antwoorden") or [{"tekst": item.get("antwoord", "")}]
    dated = tuple(DatedText(**RECORDS["antwoord"].fields(days | answer)) for answer in answers)
    return Faq(**RECORDS["veelgestelde_vraag"].fields(item), answers=dated)


def case(item: Map) -> WorkedCase:
    """One worked case, its answers as written."""
    expected, fine = item["verwacht"], item.get("mag_ook", {})
    return WorkedCase(
        **RECORDS["voorbeeld"].fields(item),
        answers={key: as_written(raw) for key, raw in item["antwoorden"].items()},
        expected={"": expected} if isinstance(expected, str) else dict(expected),
        also_fine={"": tuple(fine)} if isinstance(fine, List)
        else {cell: tuple(outcomes) for cell, outcomes in fine.items()},
    )  # fmt: skip


def as_written(raw: Any) -> tuple[str, ...]:
    """An answer of a worked case as texts: one, or the items of a list."""
    return tuple(number_text(value) for value in (raw if isinstance(raw, list) else [raw]))


def number_text(value: Any) -> str:
    """A value as text; a fraction as ``2.5``."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return str(value)


def sources_of(item: Map) -> tuple[str, ...]:
    """The source ids that this item names."""
    found: tuple[str, ...] = SOURCES.read(item["bron"]) if SOURCES.read and "bron" in item else ()
    return found


def day(item: Map, key: str) -> date | None:
    """The day under this key, if there is one."""
    return date.fromisoformat(item[key]) if key in item else None
