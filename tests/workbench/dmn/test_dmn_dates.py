"""A pack with dates as DMN: the days are filled in, today among them, and the outcomes are ours."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from bot.packs.load import load_pack
from bot.rules.evaluate import Given, evaluate
from bot.rules.model.pack import Pack
from bot.workbench.dmn.export import graph_of, pack_to_dmn
from tests.workbench.dmn.cases import differences, dmn_values
from tests.workbench.dmn.spiff import MODEL, SpiffModel

TODAY = date(2026, 11, 30)
EDGES = (-1, 0, 41, 42, 43, 55, 56, 57)


@pytest.fixture(scope="module")
def feast() -> Pack:
    """A pack about a street party."""
    return load_pack(Path(__file__).resolve().parents[2] / "packs" / "straatfeest")


def test_today_is_filled_in_once_and_what_follows_never(feast: Pack) -> None:
    asked = {given.name: given.type for given in graph_of(feast, TODAY).inputs}
    assert asked == {
        "feest": "date", "vandaag": "date", "kramen": "string", "aanvraag": "date",
        "aanvraagGeldt": "string",
    }  # fmt: skip


def test_a_table_looks_at_days_from_today_and_between_two_dates(feast: Pack) -> None:
    root = etree.fromstring(pack_to_dmn(feast, TODAY).encode())
    read = {text.text for text in root.iter(f"{MODEL}text")}
    assert {"(feest - vandaag).days", "(feest - aanvraag).days"} <= read


def test_an_engine_decides_what_the_pack_decides(feast: Pack) -> None:
    model, r = SpiffModel(pack_to_dmn(feast, TODAY)), Random(8)
    for _ in range(200):
        on = TODAY + timedelta(days=r.randint(0, 400))
        party = on + timedelta(days=r.choice(EDGES))
        values: dict[str, Given] = {
            "feest": Fraction(party.toordinal()),
            "aanvraag": Fraction(party.toordinal() - r.choice(EDGES)),
            "kramen": r.choice(("ja", "nee")),
        }
        ours = evaluate(feast, values, on)
        filled = dmn_values(feast, values, ours.applicable, on)
        assert filled["vandaag"] == on
        assert differences(ours, model.run(filled)) == {}


def test_no_question_takes_the_name_of_today(feast: Pack, tmp_path: Path) -> None:
    source = Path(__file__).resolve().parents[2] / "packs" / "straatfeest" / "pakket.yml"
    text = (
        source.read_text("utf-8")
        .replace("feest]", "vandaag]")
        .replace("tot: feest", "tot: vandaag")
    )
    text = text.replace("- id: feest", "- id: vandaag").replace("{feest:", "{vandaag:")
    (tmp_path / "pakket.yml").write_text(text, "utf-8")
    with pytest.raises(Exception, match="is de dag waarop iemand dit invult"):
        load_pack(tmp_path)
