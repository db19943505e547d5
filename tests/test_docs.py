"""Docs that can't drift: every setting, verb and command has its place."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_setting_is_documented() -> None:
    """docs/settings.md names what the code reads from the environment."""
    code = "".join(
        (ROOT / "bot" / name).read_text("utf-8")
        for name in ("settings.py", "bootstrap.py", "commands/talk.py")
    )
    read = set(re.findall(r'"((?:SAMENWERKWIJZER|TELEGRAM|RASA|DATABASE)_[A-Z_]+)"', code))
    told = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert {name for name in read if f"`{name}`" not in told} == set()


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
