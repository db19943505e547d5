"""A pack in an editor: errors and completion while typing, through the real language server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.settings import ROOT
from tests.packs.format.editor.language_server import Editor, editor

pytestmark = pytest.mark.node

FOLDER = ROOT / "knowledge" / "passende-samenwerking"
HEADER = "# yaml-language-server: $schema=../../docs/pakket.schema.json\n"


@pytest.fixture(scope="module")
def typing() -> Iterator[Editor]:
    """An editor with the repository open."""
    with editor(ROOT) as running:
        yield running


def test_a_mistake_is_shown_where_it_stands(typing: Editor) -> None:
    """An unknown kind of question and an unknown key, each with what would be right."""
    text = HEADER + "vragen:\n  - id: a\n    vraag: Hoe?\n    soort: keus\n    optie: []\n"
    kind, key = typing.open(FOLDER / "met_fouten.yml", text)
    assert kind["range"]["start"] == {"line": 4, "character": 11}
    assert '"meerkeuze"' in kind["message"]
    assert key["range"]["start"]["line"] == 5
    assert "optie" in key["message"]


def test_what_can_be_typed_is_offered(typing: Editor) -> None:
    """Keys that the question does not have yet, and the values of one that is being typed."""
    path = FOLDER / "half_af.yml"
    typing.open(path, HEADER + "vragen:\n  - id: a\n    soort: \n    vraag: Hoe?\n    \n")
    assert set(typing.completions(path, 3, 11)) == {
        "keuze", "janee", "meerkeuze", "getal", "datum", "dagen_tussen",
    }  # fmt: skip
    keys = typing.completions(path, 5, 4)
    assert {"waarom", "alleen_als", "opties"} <= set(keys)
    assert "id" not in keys
    assert keys["waarom"]["documentation"] == "Waarom dit gevraagd wordt."


def test_a_key_explains_itself_in_dutch(typing: Editor) -> None:
    """The mouse on a key shows what it is for."""
    path = FOLDER / "uitleg.yml"
    typing.open(path, HEADER + "besluiten:\n  - id: a\n    treffer: eerste\n")
    assert "Welke regel telt" in typing.hover(path, 3, 6)


def test_the_packs_in_the_repository_are_without_a_mistake(typing: Editor) -> None:
    """What is published shows no red line in an editor."""
    found = {
        path.name: [one["message"] for one in typing.open(path, path.read_text("utf-8"))]
        for path in sorted(FOLDER.glob("*.yml"))
    }
    assert len(found) > 5
    assert not any(found.values())
