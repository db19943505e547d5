"""No advice says what an answer denies: proved over every combination of answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.rules.model.conditions import AllOf, Is
from bot.rules.model.content import PaperText
from bot.rules.model.line import Line
from bot.rules.model.pack import Pack
from bot.rules.prove.findings import CONTRADICTS, NO_OWN_STEPS, SENTENCE_NEVER, Finding
from bot.rules.prove.proof import prove

FOLDER = Path(__file__).resolve().parents[2] / "packs" / "situaties"
LATE = Is("laat", frozenset({"ja"}))


@pytest.fixture(scope="module")
def pack() -> Pack:
    """A small pack that forbids "op tijd" to who heard it too late."""
    return load_pack(FOLDER)


def proved(pack: Pack, kind: str) -> list[Finding]:
    """What is found of this kind."""
    return [one for one in prove(compile_pack(pack)).findings if one.kind == kind]


def test_a_sentence_that_has_its_condition_contradicts_nothing(pack: Pack) -> None:
    assert proved(pack, CONTRADICTS) == []
    assert proved(pack, SENTENCE_NEVER) == []


def test_a_sentence_that_can_be_said_to_who_heard_too_late_is_a_fault(pack: Pack) -> None:
    told = replace(pack.forms[0], honest="Je hoort het op tijd.")
    (found,) = proved(replace(pack, forms=(told, *pack.forms[1:])), CONTRADICTS)
    assert found.about == ("vertellen",)
    assert found.level == "fout"
    assert found.example == {"open": "nee", "laat": "ja"}


def test_also_one_of_a_kind_of_project(pack: Pack) -> None:
    street = replace(pack.situations[0], special=(Line("We komen op tijd."),))
    (found,) = proved(replace(pack, situations=(street,)), CONTRADICTS)
    assert found.about == ("straat",)


def test_also_what_a_role_or_the_explanation_says(pack: Pack) -> None:
    """These stand in the note and the papers, and can have no condition."""
    told = replace(pack.forms[0], roles={"raad": "Zorgt dat je het op tijd hoort."})
    (found,) = proved(replace(pack, forms=(told, *pack.forms[1:])), CONTRADICTS)
    assert found.about == ("vertellen",)
    told = replace(pack.forms[0], explanation="Je vertelt het op tijd.")
    (found,) = proved(replace(pack, forms=(told, *pack.forms[1:])), CONTRADICTS)
    assert found.about == ("vertellen",)


def test_also_what_a_paper_always_says(pack: Pack) -> None:
    letter = PaperText("brief", "Brief", "Beste bewoner,\n\nU hoort dit op tijd.\n\n{belofte}")
    (found,) = proved(replace(pack, papers=(letter,)), CONTRADICTS)
    assert found.about == ("brief",)


def test_a_sentence_that_never_comes_is_told(pack: Pack) -> None:
    never = AllOf((LATE, Is("laat", frozenset({"nee"}))))
    told = replace(pack.situations[0], never=(Line("Nooit.", never),))
    (found,) = proved(replace(pack, situations=(told,)), SENTENCE_NEVER)
    assert found.detail == "Nooit."


def test_where_the_form_stands_in_for_a_kind_of_project_is_listed(pack: Pack) -> None:
    """The bath only closes where nothing is open: no other form needs steps of its own."""
    assert [(one.about, one.detail) for one in proved(pack, NO_OWN_STEPS)] == [
        (("straat",), "coproduceren")
    ]
