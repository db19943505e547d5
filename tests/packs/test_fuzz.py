"""Whatever is done to a valid pack, it loads or it is refused with a sentence."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from bot.packs.errors import PackError, Problem, Report
from bot.packs.format.json_schema import pack_schema
from bot.packs.format.shapes import DATE_PATTERN
from bot.packs.format.validator import Validator
from bot.packs.load import load_pack
from bot.packs.text.source import read_document
from tests.amounts import times

from .conftest import EXAMPLE

OURS = Validator(pack_schema())
FILES = {path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.yml"))}
WORDS = [
    "", "null", "true", "yes", "0", "-1", "2.5", "[]", "{}", "[[]]", "[{}]", "{a: b}", "nvt", "*x",
    "&x", "!t", "- ", "? ", ": ", "{", "}", "[", "]", "'", '"', "|", ">", "#", "\t", "\x00",
    "fase", "open", "hinder", "vorm", "kaart", "eigen", "een_van", "niet", "aantal", "onderdeel",
    "soort: getal", "soort: punten", "soort: matrix", "verwijder: true", "vul_aan: true",
    "gebaseerd_op: voorbeeld", "erft: [voorbeeld]", "voor: fase", "2026-13-01", '">= 20"', "<<: {}",
    "---", "weet_ik_niet", "é", "👍", "9" * 30,
]  # fmt: skip


CHILD = """\
pakket: kind
titel: Kind
gebaseerd_op: voorbeeld
opening: [steun]
vragen:
  - {id: nieuw, vraag: Nieuw?, soort: janee, voor: fase}
  - {id: open, vraag: Anders?, soort: janee, per: onderdeel, na: steun}
besluiten:
  - id: vorm
    vul_aan: true
    anders: informeren
    rijen:
      - {id: eerst, als: {nieuw: ja}, dan: informeren, voor: vo_vast, bron: eigen}
      - {id: vo_wacht, verwijder: true}
      - {id: vo_samen, als: {fase: plan}, dan: coproduceren, bron: boek}
  - id: hoger
    vul_aan: true
    rijen:
      - {id: ho_nieuw, als: {nieuw: nee}, stap: -1, bron: wet, na: ho_strijd}
aandachtspunten:
  - {id: altijd_waar, verwijder: true}
"""


@st.composite
def spoiled(draw: st.DrawFn, start: dict[str, str]) -> dict[str, str]:
    """These files, with lines and words changed, removed, doubled and moved."""
    files = dict(start)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        lines = files[name].splitlines()
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        files[name] = "\n".join(draw(st.sampled_from(CHANGES))(draw, lines, at))
    return files


def _remove(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def _double(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    return lines[: at + 1] + lines[at:]


def _indent(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    return [*lines[:at], "  " + lines[at], *lines[at + 1 :]] if lines else lines


def _replace_value(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    key, colon, _ = lines[at].partition(":") if lines else ("a", ":", "")
    return [*lines[:at], f"{key}{colon} {draw(st.sampled_from(WORDS))}", *lines[at + 1 :]]


def _insert_word(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    line = lines[at] if lines else ""
    spot = draw(st.integers(0, len(line)))
    return [*lines[:at], line[:spot] + draw(st.sampled_from(WORDS)) + line[spot:], *lines[at + 1 :]]


def _swap_word(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    words = lines[at].split(" ") if lines else [""]
    words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
    return [*lines[:at], " ".join(words), *lines[at + 1 :]]


def _cut(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    return lines[:at]


CHANGES = [_remove, _double, _indent, _replace_value, _insert_word, _swap_word, _cut]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder to write spoiled packs into."""
    with tempfile.TemporaryDirectory() as root:
        yield Path(root)


def load_spoiled(folder: Path, files: dict[str, str]) -> None:
    """Write these files as a pack and load it; only PackError may come out.

    Two readers of JSON Schema, ours and jsonschema, agree on every file.
    """
    shutil.rmtree(folder / "p", ignore_errors=True)
    (folder / "p").mkdir()
    for name, text in files.items():
        (folder / "p" / name).write_bytes(text.encode("utf-8", "replace"))
    problems = problems_of(folder / "p")
    assert all(problem.line > 0 and problem.wrong for problem in problems)
    for name in files.keys() - {name for name in FILES if files.get(name) == FILES[name]}:
        document = read_document(folder / "p" / name, Report())
        if document is not None:
            accepted = OURS.accepts(document)
            assert accepted == (not list(OURS.complaints(document)))
            assert accepted == another().is_valid(document)


@cache
def another() -> Any:
    """jsonschema, with patterns that must match the whole text and days that exist."""
    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(is_day)
    kind: Any = validators.extend(Draft202012Validator, {"pattern": whole_pattern})
    return kind(pack_schema(), format_checker=formats)


def is_day(value: object) -> bool:
    """Whether a text that looks like a day is one."""
    if isinstance(value, str) and re.fullmatch(DATE_PATTERN, value):
        date.fromisoformat(value)
    return True


def whole_pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """A pattern that holds for the whole text."""
    if isinstance(value, str) and not re.fullmatch(pattern, value):
        yield ValidationError("pattern")


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with this pack; nothing when it loads."""
    try:
        load_pack(folder)
    except PackError as refusal:
        return refusal.problems
    return ()


@settings(
    max_examples=times(60, 3000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    database=None,
)
@given(files=spoiled(FILES))
def test_a_spoiled_pack_is_refused_or_loads(folder: Path, files: dict[str, str]) -> None:
    """Random changes to a valid pack never raise anything but PackError."""
    load_spoiled(folder, files)


@settings(max_examples=times(40, 2000), deadline=None, database=None)
@given(files=spoiled({"pakket.yml": CHILD}))
def test_a_spoiled_child_is_refused_or_loads(folder: Path, files: dict[str, str]) -> None:
    """Random changes to a pack that rests on another never raise anything but PackError."""
    shutil.copytree(EXAMPLE, folder / "voorbeeld", dirs_exist_ok=True)
    load_spoiled(folder, files)


@settings(max_examples=times(60, 3000), deadline=None, database=None)
@given(text=st.text(st.sampled_from("ab:-[]{}&*!?|>'\"%@`#,\n\t 1.~"), max_size=60))
def test_any_text_is_refused_or_loads(folder: Path, text: str) -> None:
    """Any text at all as pakket.yml never raises anything but PackError."""
    load_spoiled(folder, {"pakket.yml": text})
