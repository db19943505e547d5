"""What has to be kept up in a pack: days, sources, labels."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.model.content import DatedText, Faq, Source
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Option, Question
from bot.workbench.controleer.upkeep import (
    EXPIRED,
    LONG_LABEL,
    NOT_YET,
    PACK_OLD,
    PHONE,
    SOURCE_OLD,
    a_year_before,
    upkeep,
)

TODAY = date(2026, 11, 24)
END = date(2026, 12, 31)
NEXT = date(2027, 1, 1)


def found(on: date = TODAY, **parts: object) -> list[tuple[str, str, str]]:
    """Kind, level and subject of what is found in a pack with these parts."""
    given = {"questions": (), "decisions": (), "advices": (), "checked_on": TODAY, **parts}
    pack = Pack("p", "P", "0" * 12, **given)  # type: ignore[arg-type]
    return [(one.kind, one.level, one.about[0]) for one in upkeep(pack, on, local=False)]


@pytest.mark.parametrize(
    ("seen", "old"),
    [(date(2025, 11, 24), False), (date(2025, 11, 23), True), (None, True)],
)
def test_a_source_is_old_after_a_year(seen: date | None, old: bool) -> None:
    """A year to the day is still fine; never seen is not."""
    sources = (Source("s", "Nota", seen_on=seen),)
    assert found(sources=sources) == ([(SOURCE_OLD, "let op", "s")] if old else [])


def test_a_pack_that_nobody_looked_at_is_old() -> None:
    """Without a day on which it was checked, it counts as never checked."""
    assert found(checked_on=None) == [(PACK_OLD, "let op", "p")]


def test_a_year_before_leap_day() -> None:
    """29 February has no day of its own a year earlier."""
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)


def faq(*answers: DatedText) -> dict[str, object]:
    return {"faqs": (Faq("f", "Moet het?", answers),)}


def test_an_answer_that_ends_is_a_worry_when_nothing_follows() -> None:
    """On its last day one still has no other answer."""
    last = faq(DatedText("Ja.", valid_to=END))
    assert found(date(2026, 12, 30), **last) == []
    assert found(END, **last) == [(EXPIRED, "let op", "f")]


def test_an_answer_that_another_takes_over_is_only_mentioned() -> None:
    """Before the change nothing is said, afterwards that the old one can go."""
    both = faq(DatedText("Ja.", valid_to=END), DatedText("Nee.", valid_from=NEXT))
    assert found(TODAY, **both) == []
    assert found(NEXT, **both) == [(EXPIRED, "tip", "f")]


def test_an_answer_that_is_still_to_come_is_mentioned_when_there_is_no_other() -> None:
    """Until then nobody gets an answer."""
    assert found(TODAY, **faq(DatedText("Nee.", valid_from=NEXT))) == [(NOT_YET, "tip", "f")]


def test_a_label_that_just_fits_is_fine() -> None:
    """One character more is not."""
    fits, long = Option("a", "x" * PHONE), Option("b", "x" * (PHONE + 1))
    questions = (Question("v", "v?", options=(fits, long)),)
    assert found(questions=questions) == [(LONG_LABEL, "let op", "v.b")]
