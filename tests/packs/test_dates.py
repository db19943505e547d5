"""What is refused in a pack with dates, and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.packs.errors import PackError
from bot.packs.load import load_pack

SOURCE = Path(__file__).parent / "straatfeest" / "pakket.yml"
CONDITION = '"minstens 6 weken later"'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("van: aanvraag", "van: kramen", "‘kramen’ is geen datum"),
        ("tot: feest", "tot: feestje", "‘feestje’ is geen vraag"),
        ("tot: feest", "tot: aanvraag", "‘van’ en ‘tot’ zijn dezelfde vraag"),
        ("    tot: feest\n", "", "de sleutel ‘tot’ ontbreekt"),
        ("{kramen: ja}", '{behandeltijd: ">= 1"}', "rust op zichzelf"),
        (CONDITION, '"minstens 6 maanden later"', "past niet bij de datum ‘feest’"),
        (CONDITION, '">= 1.5"', "past niet bij de datum ‘feest’"),
        (CONDITION, "{niet: vandaag}", "‘niet’ kan niet bij de datum ‘feest’"),
        (CONDITION, "nvt", "‘feest’ is altijd van toepassing"),
        ("soort: janee", "soort: janee\n    ook_voorbij: true", "hoort niet bij deze soort"),
        ("over 26 weken", "31 februari", "‘31 februari’ is geen dag of maand die bestaat"),
        ("over 26 weken", "2027", "‘2027’ is geen dag of maand die bestaat"),
    ],
)
def test_what_can_not_be_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = SOURCE.read_text("utf-8")
    assert old in text
    (tmp_path / "pakket.yml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError) as raised:
        load_pack(tmp_path)
    assert told in str(raised.value)
    assert "pakket.yml:" in str(raised.value)
