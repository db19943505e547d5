"""What is written is read back as exactly the same, and reads well."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.packs.errors import Report
from bot.packs.load import load_folder
from bot.packs.text.source import parse
from bot.settings import ROOT
from bot.workbench.voorstel.changes import changes, plain
from bot.workbench.voorstel.emit import emit
from tests.amounts import LONG, times

WORDS = st.sampled_from(
    ["ja", "nee", "yes", "no", "on", "true", "null", "~", "12", "1.5", "50.000", "2027-01-31",
     "- x",
     "a: b", "a #b", "#", "'", '"', "{a}", "[a, b]", "a, b", "*a", "&a", "!a", "|", ">", "%", "@",
     "`", "? a", ": ", "", " a", "a ", "a  b", "regel\nregel", "tab\there", "é", "…", "\u2028",
     "\x85", "😀", "\\", "een heel lange tekst " * 12, "x" * 200, "0x1f", "1e3", "0123", "=", "<<"]
)  # fmt: skip
TEXTS = WORDS | st.text(max_size=30) | st.lists(WORDS, min_size=2, max_size=3).map(" ".join)
NUMBERS = st.integers(-(10**17), 10**17) | st.integers(-9999, 9999).map(lambda n: Fraction(n, 100))
SCALARS = TEXTS | NUMBERS | st.booleans() | st.none()
KEYS = st.from_regex(r"[a-z][a-z0-9_@/]{0,10}", fullmatch=True) | st.sampled_from(
    ["no", "12", "na"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Any:
    report = Report()
    (found,) = parse(text, "proef.yml", report) or [None]
    assert report.problems == []
    return plain(found)


@settings(max_examples=times(40, 1000), deadline=None, derandomize=not LONG)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_every_value_comes_back_as_it_was(value: dict[str, Any]) -> None:
    """Texts that look like something else, numbers, folded lines, deep blocks."""
    writable = all(_is_writable(text) for text in _texts(value))
    if writable:
        assert changes(value, read(emit(value))) == ()


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _is_writable(text: str) -> bool:
    """Half of a surrogate pair is no character."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


KNOWLEDGE = ROOT / "knowledge"


@pytest.mark.parametrize("pack", ["gemeenschappelijk", "passende-samenwerking"])
def test_a_whole_pack_comes_back_as_it_was(pack: str) -> None:
    """All of our own texts."""
    root = plain(load_folder(KNOWLEDGE / pack).root)
    assert changes(root, read(emit(root))) == ()


def test_what_is_written_reads_like_what_people_write() -> None:
    """Quotes only where they are needed, short things on one line, long texts folded."""
    value = {
        "id": "x",
        "als": {"fase": ["idee", "plan"], "ruimte": "veel"},
        "want": "Er is ruimte, en tijd.",
        "let_op": "Let op: dit is anders.",
        "uitleg": "Een lange zin die niet op één regel past. " * 4 + "Klaar.",
    }
    assert emit([value], 4) == (
        "    - id: x\n"
        "      als: {fase: [idee, plan], ruimte: veel}\n"
        "      want: Er is ruimte, en tijd.\n"
        '      let_op: "Let op: dit is anders."\n'
        "      uitleg: >-\n"
        "        Een lange zin die niet op één regel past. Een lange zin die niet op één regel past. Een lange zin die\n"  # noqa: E501
        "        niet op één regel past. Een lange zin die niet op één regel past. Klaar.\n"
    )
