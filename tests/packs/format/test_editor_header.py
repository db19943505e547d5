"""Every file of every pack says which schema it follows, and follows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.packs.errors import Report
from bot.packs.format.json_schema import pack_schema
from bot.packs.text.source import read_document
from bot.settings import ROOT

SCHEMA = ROOT / "docs" / "pakket.schema.json"
FILES = sorted(
    path
    for folder in (path.parent for path in (ROOT / "knowledge").rglob("pakket.yml"))
    for path in folder.glob("*.yml")
)
NAMES = [path.relative_to(ROOT / "knowledge").as_posix() for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_first_line_names_the_schema(path: Path) -> None:
    """The place is relative, and right."""
    first = path.read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named is not None, first
    assert (path.parent / named[1]).resolve() == SCHEMA


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_published_schema_accepts_each_file(path: Path) -> None:
    """A file holds some of the keys; the schema asks no file for all of them."""
    document = read_document(path, Report())
    found = Draft202012Validator(pack_schema()).iter_errors(document)
    assert [f"{list(error.absolute_path)}: {error.message}" for error in found] == []
