"""A key that says whether something is so takes ``ja`` and ``nee`` beside true and false."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.packs.load import load_pack
from tests.packs.conftest import EXAMPLE, Knowledge

OWN = """pakket: eigen_proef
titel: Een eigen proef
gebaseerd_op: voorbeeld
vragen:
  - {{id: {question}, vul_aan: {fill}, altijd: {always}}}
"""
QUESTION = load_pack(EXAMPLE).questions[0].id


def _always(knowledge: Knowledge, fill: str, always: str) -> bool:
    text = OWN.format(question=QUESTION, fill=fill, always=always)
    root: Path = knowledge({"eigen_proef/pakket.yml": text})
    return load_pack(root / "eigen_proef").question(QUESTION).always


@pytest.mark.parametrize("word", ["ja", "Ja", "JA", "'ja'", "true", "True", '"true"'])
def test_yes(knowledge: Knowledge, word: str) -> None:
    """Also with capitals or between quotes, and for what only the loader reads."""
    assert _always(knowledge, word, word) is True


@pytest.mark.parametrize("word", ["nee", "Nee", "NEE", "false"])
def test_no(knowledge: Knowledge, word: str) -> None:
    """A no is no yes."""
    assert _always(knowledge, "ja", word) is False


def test_the_word_counts_nowhere_in_the_version(knowledge: Knowledge) -> None:
    """A pack that writes ``ja`` is the same pack as one that writes true."""
    versions = set()
    for word in ("ja", "true"):
        text = OWN.format(question=QUESTION, fill=word, always=word)
        root = knowledge({"eigen_proef/pakket.yml": text})
        versions.add(load_pack(root / "eigen_proef").version)
    assert len(versions) == 1


def test_a_row_in_a_list_of_rows(knowledge: Knowledge) -> None:
    """Also where only the kind of decision says what its rows are."""
    decision = next(one for one in load_pack(EXAMPLE).decisions if one.logic.names_rules)
    row = decision.logic.rules[0].id
    text = (
        "pakket: eigen_proef\ntitel: Een proef\ngebaseerd_op: voorbeeld\nbesluiten:\n"
        f"  - {{id: {decision.id}, vul_aan: ja, "
        f"rijen: [{{id: {row}, vul_aan: ja, want: Onze reden.}}]}}\n"
    )
    pack = load_pack(knowledge({"eigen_proef/pakket.yml": text}) / "eigen_proef")
    assert pack.decision(decision.id).logic.rules[0].why == "Onze reden."
