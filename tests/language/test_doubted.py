"""A question, a supposition, a rumour, another day and a denial are no facts.

The reader in these tests is in a hurry: it is sure of the worst answer, whatever is said.
"""

from __future__ import annotations

import pytest

from bot.language.model.examples import lesson
from bot.language.model.parsed import Found, Parsed
from bot.language.reading import understood
from bot.language.understand import Context
from bot.packs.danger import DOUBT, load_guards
from bot.settings import ROOT
from tests import shelf

TABLE = ROOT / "tests" / "language" / "guards" / "twijfel.tsv"
LINES = [
    line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")
]
DOUBTS = load_guards(ROOT, ROOT / "knowledge", lambda line: None, DOUBT)
PACK = shelf.packs()[shelf.DEFAULT]
LESSON = lesson([PACK], DOUBTS)


def noted(marked: str, label: str) -> bool:
    """Whether the answer is noted that a hurried reader takes from what stands between braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    found = Found(f"antwoord.{label}", 0.99, start, end)
    parsed = Parsed((("beschrijving", 1.0),), (found,))
    told = understood(text, Context(PACK), lambda said: parsed, LESSON)
    question, _, option = label.partition(".")
    return option in dict(told.answers).get(question, ())


@pytest.mark.parametrize(("text", "label", "verdict"), LINES, ids=[line[0] for line in LINES])
def test_only_what_is_told_as_a_fact_is_noted(text: str, label: str, verdict: str) -> None:
    """Every line of the table."""
    assert PACK.question(label.partition(".")[0])
    assert noted(text, label) == (verdict == "ja")


def test_the_table_is_large_enough() -> None:
    """And a part of it says that a fact stays a fact."""
    verdicts = [verdict for _, _, verdict in LINES]
    assert len(verdicts) >= 150
    assert verdicts.count("ja") >= 20


def test_what_people_always_say_with_a_doubt_stays() -> None:
    """No example of an option is taken for doubt where it is that option's own."""
    for example in LESSON.examples:
        if example.label.startswith("antwoord.") and DOUBTS.all_heard(example.text):
            assert set(DOUBTS.all_heard(example.text)) <= LESSON.doubtful[example.label]


def test_why_it_is_no_fact_is_known() -> None:
    """So that it can be told."""
    found = Parsed((("beschrijving", 1.0),), (Found("antwoord.spanning.boos", 0.99, 0, 28),))
    told = understood("ik hoorde dat de buurt boos is", Context(PACK), lambda said: found, LESSON)
    assert (told.kind, told.doubted) == ("onbekend", "van_horen_zeggen")
    assert DOUBTS.told[told.doubted].text
