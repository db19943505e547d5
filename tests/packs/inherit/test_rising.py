"""What must run up, in a pack that is based on another."""

from __future__ import annotations

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_pack
from bot.rules.model.rising import Rising
from tests.packs.conftest import Knowledge

BASE = """\
pakket: basis
titel: De basis
gebaseerd_op: voorbeeld
stijgend:
  - {id: later, vraag: fase, volgorde: [idee, [plan, besloten]], besluit: zwaarte, want: Later is zwaarder., bron: eigen}
  - {id: last, vraag: hinder, besluit: zwaarte, want: Meer hinder is zwaarder., bron: eigen}
  - {id: besloten, vraag: fase, volgorde: [plan, besloten], besluit: zwaarte, want: Zwaarder., bron: eigen}
"""  # noqa: E501
HEAD = "pakket: dorp\ntitel: Ons dorp\ngebaseerd_op: basis\n"


def rising(knowledge: Knowledge, own: str) -> dict[str, Rising]:
    """What must run up in a pack that says this on top of the base."""
    root = knowledge({"basis/pakket.yml": BASE, "dorp/pakket.yml": HEAD + own})
    return {one.id: one for one in load_pack(root / "dorp").rising}


def test_it_is_taken_over(knowledge: Knowledge) -> None:
    """With its order, the equal answers together."""
    later = rising(knowledge, "")["later"]
    assert (later.question, later.decision, later.direction) == ("fase", "zwaarte", "up")
    assert later.order == (("idee",), ("plan", "besloten"))


def test_it_is_replaced_filled_in_added_to_and_taken_away_by_id(knowledge: Knowledge) -> None:
    """As any list of items."""
    own = """\
stijgend:
  - {id: later, vul_aan: true, richting: omlaag}
  - {id: last, verwijder: true}
  - {id: druk, vraag: huishoudens, besluit: omvang, want: Meer is groter., bron: eigen}
"""
    found = rising(knowledge, own)
    assert set(found) == {"later", "besloten", "druk"}
    assert found["later"].direction == "down"
    assert found["later"].why == "Later is zwaarder."


@pytest.mark.parametrize("gone", ["hinder", "zwaarte"])
def test_it_goes_along_with_its_question_or_decision(knowledge: Knowledge, gone: str) -> None:
    """Nothing is left to decide about it; the rules that use what is gone are told."""
    key = "vragen" if gone == "hinder" else "besluiten"
    own = f"{key}:\n  - {{id: {gone}, verwijder: true}}\n"
    with pytest.raises(PackError) as refusal:
        rising(knowledge, own)
    assert f"‘{gone}’ is weggehaald" in str(refusal.value)
    assert "stijgend" not in str(refusal.value)


WITHOUT_DECIDED = """\
vragen:
  - {id: fase, vul_aan: true, opties: [{id: besloten, verwijder: true}]}
besluiten:
  - {id: zwaarte, vul_aan: true, items: [{als: {hinder: {bevat: lawaai}}, punten: 2}]}
indelingen:
  - {id: onderdeel, vul_aan: true, alleen_als: {fase: idee}}
aandachtspunten:
  - {id: brief_op_tijd, verwijder: true}
"""


def test_an_answer_that_is_gone_is_forgotten(knowledge: Knowledge) -> None:
    """The rest of the order stays; with one answer left there is nothing to compare."""
    found = rising(knowledge, WITHOUT_DECIDED)
    assert found["later"].order == (("idee",), ("plan",))
    assert "besloten" not in found
