"""Docs that can't drift: every setting, verb and command has its place."""

from __future__ import annotations

import re
from pathlib import Path

from bot.advice.advice import advise
from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import compile_pack

ROOT = Path(__file__).resolve().parents[1]


def test_every_setting_is_documented() -> None:
    """docs/settings.md names what the code reads from the environment."""
    code = "".join(
        (ROOT / "bot" / name).read_text("utf-8")
        for name in ("settings.py", "bootstrap.py", "entry/telegram.py")
    )
    read = set(re.findall(r'"((?:SAMENWERKWIJZER|TELEGRAM|RASA|DATABASE)_[A-Z_]+)"', code))
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
