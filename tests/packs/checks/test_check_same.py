"""``gelijk_aan`` names what the other pack really has, as far as that pack is at hand."""

from __future__ import annotations

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_all, load_pack
from bot.rules.model.content import SameAs
from tests.packs.conftest import Knowledge

OWN = """\
pakket: eigen
titel: Eigen
adviezen: [{besluit: vorm}]
vragen:
  - id: keus
    vraag: Valt er iets te kiezen?
    soort: janee
    gelijk_aan: [%s]
besluiten:
  - {id: vorm, soort: beslistabel, treffer: eerste, uitkomsten: [a], rijen: [], anders: a}
vormen: [{id: a, kop: doe a, naam: a, uitleg: Zo., bron: eigen}]
"""


def test_a_value_may_mean_several(knowledge: Knowledge) -> None:
    """A list stays a list."""
    same = "{pakket: voorbeeld, vraag: fase, waarden: {idee: [ja, nee], plan: ja}}"
    root = knowledge({"eigen/pakket.yml": OWN % same})
    expected = SameAs("voorbeeld", "fase", {"idee": ("ja", "nee"), "plan": ("ja",)})
    assert load_all(root)["eigen"].question("keus").same_as == (expected,)


@pytest.mark.parametrize(
    ("same", "message"),
    [
        (
            "{pakket: voorbeeld, vraag: fasse}",
            "‘fasse’ is geen vraag van ‘voorbeeld’. Bedoelde je ‘fase’?",
        ),
        (
            "{pakket: voorbeeld, vraag: fase, waarden: {ide: ja}}",
            "‘ide’ is geen waarde van ‘fase’ in ‘voorbeeld’. Bedoelde je ‘idee’?",
        ),
        (
            "{pakket: voorbeeld, vraag: huishoudens}",
            "‘keus’ en ‘huishoudens’ zijn niet allebei een getal.",
        ),
    ],
)
def test_what_the_other_pack_lacks_is_reported(
    knowledge: Knowledge, same: str, message: str
) -> None:
    """With the line; the pack alone still loads, because the other may not be there."""
    root = knowledge({"eigen/pakket.yml": OWN % same})
    with pytest.raises(PackError) as refusal:
        load_all(root)
    (problem,) = refusal.value.problems
    assert (problem.file, problem.line) == ("knowledge/eigen/pakket.yml", 8)
    assert message in str(problem)
    assert load_pack(root / "eigen").id == "eigen"


def test_a_pack_that_is_not_there_is_no_mistake(knowledge: Knowledge) -> None:
    """A municipality may hold fewer packs than the one it borrowed from."""
    root = knowledge({"eigen/pakket.yml": OWN % "{pakket: weg, vraag: iets, waarden: {x: ja}}"})
    assert "eigen" in load_all(root)
