"""Docs that can't drift: every setting, verb and command has its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from importlinter import api

from bot.__main__ import VERBS
from bot.advice.advice import advise
from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack
from bot.workbench.verbs import VERBS as DRAWERS

ROOT = Path(__file__).resolve().parents[1]
OUR_OWN = {"RASA_TELEMETRY_ENABLED", "SAMENWERKWIJZER_VECTORS"}
"""What the bot sets for its own worker, and nobody else."""


def test_every_setting_is_documented() -> None:
    """docs/settings.md names what the code reads from the environment."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    read = (
        set(re.findall(r'"((?:SAMENWERKWIJZER|TELEGRAM|RASA|DATABASE)_[A-Z_]+)"', code)) - OUR_OWN
    )
    told = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert {name for name in read if f"`{name}`" not in told} == set()


def test_the_example_pack_of_the_manual_works(tmp_path: Path) -> None:
    """What an editor copies loads, and its worked case comes out."""
    manual = (ROOT / "docs" / "kennisformaat.md").read_text("utf-8")
    found = re.search(r"Een heel pakket.*?```yaml\n(.*?)```", manual, re.DOTALL)
    assert found
    (tmp_path / "pakket.yml").write_text(found[1], encoding="utf-8")
    pack = load_pack(tmp_path)
    compiled = compile_pack(pack)
    for case in pack.cases:
        outcome = advise(compiled, book_of_case(pack, case)).main.outcome
        assert outcome == case.expected[""]


def test_the_readme_is_short() -> None:
    """At most 140 lines."""
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 140


def test_every_link_between_documents_resolves() -> None:
    """Links in Markdown lead to files that exist."""
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


# --- the house as its documents say it -----------------------------------------------------------

HOUSE_DOCS = ("architecture.md", "i-want-to.md")
TOYS = {
    "bot/rules/model/questions/agree.py",
    "bot/rules/model/decisions/fixed.py",
    "bot/packs/decisions/fixed.py",
    "bot/dialogue/places/mood.py",
    "bot/channels/mail/run.py",
    "bot/entry/mail.py",
    "bot/workbench/tel",
    "tests/channels/mail",
    "tests/workbench/tel",
}
"""What docs/i-want-to.md makes by way of example."""
BASE = {"settings", "clock", "command_line", "wording"}
LOWER_WORDS = {"numbers", "dates", "gaps", "units", "normal"}
"""The modules of ``words`` that the architecture names as knowing no pack."""


def in_code(page: str) -> set[str]:
    """What stands between backticks in the running text of a page."""
    text = re.sub(r"```.*?```", "", (ROOT / "docs" / page).read_text("utf-8"), flags=re.DOTALL)
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.mark.parametrize("page", HOUSE_DOCS)
def test_every_module_and_path_that_is_named_exists(page: str) -> None:
    """A room's own file may be named without ``bot/``."""
    named = {name for name in in_code(page) if re.fullmatch(r"[\w.-]+(/[\w.-]+)+", name)}
    named |= {name for name in in_code(page) if re.fullmatch(r"\w+\.(py|toml|yml)", name)}
    named -= TOYS | {"pakket.yml", "command.py", "wording.py"}
    homes = (ROOT, ROOT / "bot")
    assert named
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()


def test_every_test_that_holds_a_fault_exists() -> None:
    """docs/faults.md names for each kind of fault a test, a benchmark or a script that is there."""
    page = (ROOT / "docs" / "faults.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| (?!what it was|-)", line)]
    held = [re.findall(r"`([^`]+)`", row.split("|")[-2]) for row in rows]
    assert len(held) > 60
    assert [row for row, names in zip(rows, held, strict=True) if not names] == []
    for name in {name for names in held for name in names}:
        path, _, test = name.partition("::")
        if path.startswith("benchmarks."):
            path = path.replace(".", "/") + ".py"
        assert (ROOT / path).is_file(), name
        assert not test or f"def {test}(" in (ROOT / path).read_text("utf-8"), name


def test_no_toy_of_the_documents_is_part_of_the_house() -> None:
    """And each is named."""
    assert in_code("i-want-to.md") >= TOYS
    assert [toy for toy in TOYS if (ROOT / toy).exists()] == []


@pytest.mark.parametrize(
    "page", [*HOUSE_DOCS, "doors.md", "figures.md", "../README.md", "../CONTRIBUTING.md"]
)
def test_every_command_that_is_named_exists(page: str) -> None:
    """Verbs of make, of the command line and of the benchmarks."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    verbs, drawers = set(VERBS.places), set(DRAWERS.places) | {"tel"}
    assert [v for v in re.findall(r"`make (\w[\w-]*)", text) if f"\n{v}:" not in makefile] == []
    assert set(re.findall(r"samenwerkwijzer (\w[\w-]*)", text)) <= verbs
    assert set(re.findall(r"kennis (\w[\w-]*)`", text)) <= drawers
    assert set(re.findall(r"samenwerkwijzer kennis (\w[\w-]*)", text)) <= drawers
    measured = re.findall(r"python -m benchmarks[ .](\w+)", text)
    assert [one for one in measured if not (ROOT / "benchmarks" / f"{one}.py").exists()] == []


def test_every_name_of_the_guide_that_is_said_to_be_somewhere_is_there() -> None:
    """Names in capitals and calls, each in the house or in its tests."""
    named = {n for n in in_code("i-want-to.md") if re.fullmatch(r"_?[A-Z][A-Z_]+", n)}
    code = "\n".join(
        path.read_text("utf-8") for room in ("bot", "tests") for path in (ROOT / room).rglob("*.py")
    )
    made_up = {"SAMENWERKWIJZER_GROET"}
    assert {n for n in named - made_up if not re.search(rf"^{n}\b", code, re.MULTILINE)} == set()


def contracts() -> list[dict[str, Any]]:
    """The import contracts."""
    read = api.read_configuration(str(ROOT / "pyproject.toml"))
    return list(read["contracts_options"])


def allowed(room: str) -> set[str]:
    """The other rooms that a room may import: those in lower layers that nothing forbids."""
    layers = [set(layer.split(" | ")) for layer in contracts()[0]["layers"]]
    at = next(i for i, layer in enumerate(layers) if room in {n.split(".")[0] for n in layer})
    lower = {name.split(".")[0] for layer in layers[at + 1 :] for name in layer}
    for contract in contracts()[1:]:
        if f"bot.{room}" in contract["source_modules"]:
            lower -= {name.removeprefix("bot.") for name in contract["forbidden_modules"]}
    return lower - {room}


def test_the_table_of_rooms_is_that_of_the_contracts() -> None:
    """Who may import what, as ``make check`` holds it."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for rooms, told in re.findall(r"^\| (`bot/.*?) \| .* \| (.*) \|$", page, re.MULTILINE):
        for room in re.findall(r"bot/(\w+)", rooms):
            may = allowed(room)
            short = (may - BASE) | ({"the base"} if may >= BASE else set())
            said = set() if told == "nothing" else set(told.split(", "))
            assert said == short or (told == "all" and len(may) >= len(allowed("entry"))), room


def test_the_words_below_the_rules_know_no_pack() -> None:
    """As the architecture says."""
    layers = contracts()[0]["layers"]
    below = " ".join(layers[layers.index("rules") :])
    assert [name for name in LOWER_WORDS if f"words.{name}" not in below] == []
