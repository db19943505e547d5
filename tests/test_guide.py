"""The guide for a working group can't rot: it is followed here, from its first line to its last.

What a reader types is run, what a reader writes is written, and what the guide says that you see
is seen. The pack that comes out is the one in ``docs/voorbeelden``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.packs.load import find_packs, load_pack
from bot.rules.model.decisions.adjustment import Adjustment
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.pack import Pack
from bot.workbench.verbs import VERBS

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "eigen-afwegingskader.md"
EXAMPLE = ROOT / "docs" / "voorbeelden" / "dorp_aan_zee"
LEFT = "knowledge/dorp_aan_zee"

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`(knowledge/\w+/\w+\.yml)`:?\s*$")
_EXIT = re.compile(r"<!-- geeft (\d) -->\s*$")


@dataclass(frozen=True)
class Commands:
    """A block to type, what the person types on in it, the exit code, and what is seen."""

    text: str
    code: int
    seen: tuple[str, ...]

    @property
    def typed(self) -> str:
        """What goes to stdin: the lines of a conversation that start with ``>``."""
        return "".join(f"{line[2:]}\n" for line in self.seen if line.startswith("> "))


@dataclass(frozen=True)
class Writing:
    """A file that the reader writes."""

    path: str
    text: str


def steps_of(guide: str) -> Iterator[Commands | Writing]:
    """What the guide has its reader do, in order. A block without a place in this order fails."""
    blocks = list(_BLOCK.finditer(guide))
    for place, block in enumerate(blocks):
        before = guide[: block.start()]
        if block[1] == "yaml":
            named = _FILE.search(before)
            assert named, f"the text before this block names no file: {block[2][:60]}"
            yield Writing(named[1], block[2])
        elif block[1] == "sh":
            told = _EXIT.search(before)
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            seen = following[2].splitlines() if following and following[1] == "text" else []
            yield Commands(block[2], int(told[1]) if told else 0, tuple(seen))
        else:
            assert block[1] == "text", f"a block of an unknown kind: {block[1]}"
            assert place, "a block of what is seen, before anything was typed"
            assert blocks[place - 1][1] == "sh", f"seen, but not after a command: {block[2][:60]}"


STEPS = list(steps_of(GUIDE.read_text("utf-8")))


class Reader:
    """Somebody who follows the guide, in a folder with a copy of the knowledge."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "knowledge", folder / "knowledge")
        self.environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "SAMENWERKWIJZER_KENNIS": "knowledge",
            "SAMENWERKWIJZER_DATA": "data",
        }

    def write(self, step: Writing) -> None:
        """Replace what stands in a file after its first line, as the guide says."""
        path = self.folder / step.path
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        header = f"{lines[0]}\n" if lines and lines[0].startswith("# yaml-language") else ""
        path.write_text(header + step.text, "utf-8")

    def type(self, step: Commands) -> subprocess.CompletedProcess[str]:
        """Type what stands in a block."""
        return subprocess.run(
            ["sh", "-e", "-c", step.text],
            input=step.typed,
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self.environment,
            timeout=120,
        )


def missing(seen: tuple[str, ...], shown: str) -> list[str]:
    """The lines that are not shown in this order; a ``…`` stands for anything."""
    rest, lost = " ".join(shown.split()), []
    for line in seen:
        pieces = map(re.escape, re.split(r"\s*…\s*", " ".join(line.split())))
        if found := re.search(".*?".join(pieces), rest):
            rest = rest[found.end() :]
        else:
            lost.append(line)
    return lost


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader who followed the guide; every step did what the guide says."""
    reader = Reader(tmp_path_factory.mktemp("middag"))
    for step in STEPS:
        if isinstance(step, Writing):
            reader.write(step)
            continue
        done = reader.type(step)
        shown = done.stdout + done.stderr
        assert done.returncode == step.code, f"{step.text}\n{shown}"
        assert "Traceback" not in shown
        assert missing(step.seen, shown) == [], f"{step.text}\n{shown}"
    return reader.folder


@pytest.fixture(scope="module")
def example() -> Pack:
    """The pack of Dorp aan Zee, loaded by its place: it is no choice in the chat."""
    return load_pack(EXAMPLE, search=[ROOT / "knowledge"])


@pytest.mark.slow
def test_the_guide_works_from_beginning_to_end(followed: Path) -> None:
    """It leaves what it promised: cards, a drawing, reports, a proposal."""
    made = {path.name for path in (followed / "middag").glob("*.*")}
    assert made == {
        "kaarten-matrix.html",
        "kaarten-meer.html",
        "kaarten.html",
        "tekening.html",
        "raad.html",
        "dit-jaar.html",
        "voorstel.yml",
        "dorp_aan_zee.dmn",
    }
    assert "Dit project" in (followed / "middag" / "tekening.html").read_text("utf-8")
    assert "Dorp aan Zee" in (followed / "middag" / "raad.html").read_text("utf-8")


@pytest.mark.slow
def test_the_example_is_what_the_guide_makes(followed: Path) -> None:
    """Whoever follows the guide has this pack at the end of the afternoon, word for word."""
    kept = followed / "middag" / "kopie"
    assert {path.name for path in kept.iterdir()} == {path.name for path in EXAMPLE.iterdir()}
    for path in kept.iterdir():
        made, here = (place.read_text("utf-8") for place in (path, EXAMPLE / path.name))
        assert made.partition("\n")[2] == here.partition("\n")[2], path.name
        schema = here.partition("\n")[0].rpartition("=")[2]
        assert (EXAMPLE / schema).resolve() == ROOT / "docs" / "pakket.schema.json"


def test_the_example_is_small_and_its_cases_come_out(example: Pack) -> None:
    """Few questions, one matrix, two shifts and five cases; `toets` says `goed` of each above."""
    assert len(example.questions) <= 6
    logics = [decision.logic for decision in example.decisions]
    assert [type(logic) for logic in logics] == [Matrix, Adjustment]
    assert sum(len(logic.shifts) for logic in logics if isinstance(logic, Adjustment)) == 2
    assert len(example.cases) == 5
    assert "verzonnen" in example.description
    assert "voorbeeld" in example.title


def test_the_example_is_no_choice_for_users() -> None:
    """Nobody gets the rules of a place that does not exist."""
    assert "dorp_aan_zee" not in find_packs(ROOT / "knowledge")


@pytest.mark.parametrize("kind", ["make", "setting", "verb"])
def test_what_is_named_in_a_sentence_exists(kind: str) -> None:
    """Commands and settings in running text, which are not run above."""
    text = GUIDE.read_text("utf-8")
    if kind == "make":
        known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
        named = set(re.findall(r"`make ([a-z-]+)`", text))
    elif kind == "setting":
        settings = (ROOT / "docs" / "settings.md").read_text("utf-8")
        known = set(re.findall(r"`(SAMENWERKWIJZER_\w+)`", settings))
        named = set(re.findall(r"SAMENWERKWIJZER_\w+", text))
    else:
        known = set(VERBS.places)
        named = set(re.findall(r"samenwerkwijzer kennis ([a-z-]+)", text))
    assert named
    assert named <= known
