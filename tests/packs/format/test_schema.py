"""One table says which Dutch key becomes which field; the JSON Schema follows from it."""

from __future__ import annotations

import dataclasses
import re

import pytest
from jsonschema import Draft202012Validator

from bot.packs.format.json_schema import pack_schema, schema_text
from bot.packs.format.record import Record
from bot.packs.format.schema import PACK, RECORDS
from bot.rules.model.content import (
    Contact,
    DatedText,
    Dropped,
    Faq,
    Form,
    KnownFlaw,
    Method,
    OwnTopic,
    PaperText,
    Provenance,
    SameAs,
    Source,
)
from bot.rules.model.decisions.adjustment import Shift
from bot.rules.model.decisions.decision import Decision
from bot.rules.model.decisions.score import Band, Item
from bot.rules.model.decisions.table import Row
from bot.rules.model.line import Line
from bot.rules.model.pack import Advice, Concern, Division, Informing, Prior, WorkedCase
from bot.rules.model.project_question import ProjectQuestion
from bot.rules.model.questions.question import AtOnce, Checklist, Option, Question
from bot.rules.model.rising import Rising
from bot.rules.model.situation import (
    Denial,
    Evening,
    FirstAnswer,
    FirstQuestion,
    Hour,
    Practice,
    Situation,
    ValueLine,
)
from bot.rules.model.terms import FreeDay, Moment, Term
from bot.settings import ROOT

DOCS = ROOT / "docs"
MADE_OF = {
    "aantikken": Checklist,
    "tegelijk": AtOnce,
    "advies": Advice, "contact": Contact, "optie": Option,
    "indeling": Division, "vraag": Question, "rij": Row,
    "schuif": Shift, "item": Item, "band": Band, "besluit": Decision,
    "methode": Method, "belofte": Form, "waarden": Form,
    "vorm": Form, "aandachtspunt": Concern, "antwoord": DatedText,
    "veelgestelde_vraag": Faq, "bron": Source, "voorbeeld": WorkedCase,
    "herkomst": Provenance, "gebrek": KnownFlaw, "gelijk": SameAs,
    "moment": Moment, "termijn": Term, "vrije_dag": FreeDay, "stuk": PaperText,
    "eigen_regel": OwnTopic,
    "vermoeden": Prior, "bericht": Informing, "stijging": Rising, "vervallen": Dropped,
    "zin": Line, "uitweg": FirstAnswer, "eerste_vraag": FirstQuestion, "tijdstip": Hour,
    "stappen": Situation, "praktijk": Practice, "situatie": Situation, "avond": Evening,
    "waarde": ValueLine, "tegenspraak": Denial, "projectvraag": ProjectQuestion,
}  # fmt: skip


def test_the_published_schema_is_up_to_date() -> None:
    """docs/pakket.schema.json is what the table says now."""
    assert (DOCS / "pakket.schema.json").read_text("utf-8") == schema_text()


def test_the_schema_is_a_valid_schema() -> None:
    """The JSON Schema is valid draft 2020-12."""
    Draft202012Validator.check_schema(pack_schema())


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_the_table_exists(name: str) -> None:
    """Every English field in the table is a field of the value that is made of it."""
    fields = {field.name for field in dataclasses.fields(MADE_OF[name])}
    assert {key.field for key in RECORDS[name].keys if key.field} <= fields


def test_every_value_is_in_the_table() -> None:
    """No record is without a value."""
    assert set(MADE_OF) == set(RECORDS)


@pytest.mark.parametrize("record", [PACK, *RECORDS.values()])
def test_every_key_is_described(record: Record) -> None:
    """Every Dutch key stands in docs/kennisformaat.md."""
    text = (DOCS / "kennisformaat.md").read_text("utf-8")
    assert [key for key in record.names if not re.search(rf"\b{key}\b", text)] == []
