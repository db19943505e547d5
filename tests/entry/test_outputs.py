"""The doors for machines give the same to the byte, for every pack, from one version to the next.

Prints of it stand in ``outputs.tsv``. When a pack was changed on purpose, or what a door gives:
``SCHRIJF=1 make test-core ARGS=tests/entry/test_outputs.py`` writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.rules.model.pack import Pack
from tests.entry.outputs import advised, exported, print_of, understood
from tests.shelf import packs

KEPT = Path(__file__).with_name("outputs.tsv")
OUTPUTS = (advised, understood, exported)


def kept() -> dict[str, list[str]]:
    """Per pack its version, and a print of each output."""
    lines = KEPT.read_text("utf-8").splitlines()
    return {id: rest for id, *rest in (line.split("\t") for line in lines[1:])}


@pytest.fixture(scope="module", autouse=True)
def _written_anew() -> None:
    """With ``SCHRIJF`` the prints are made before they are compared."""
    if os.environ.get("SCHRIJF"):
        rows = [["pakket", "versie", *(output.__name__ for output in OUTPUTS)]]
        for id, pack in sorted(packs().items()):
            rows.append([id, pack.version, *(print_of(output(pack)) for output in OUTPUTS)])
        KEPT.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def test_every_pack_is_kept() -> None:
    assert sorted(kept()) == sorted(packs())


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.__name__)
@pytest.mark.parametrize("id", sorted(packs()))
def test_a_door_gives_the_same(id: str, output: Callable[[Pack], Iterator[str]]) -> None:
    version, *prints = kept()[id]
    pack = packs()[id]
    assert print_of(output(pack)) == prints[OUTPUTS.index(output)], (
        f"to see what changed, run `python -m tests.entry.outputs {id}` here and in the last "
        f"commit that touched {KEPT.name}; the pack is "
        + ("the same" if version == pack.version else f"another one: it was {version}")
    )
