"""How far days lie apart: what a rule says is read, and what is written is read the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.gaps import Gap, in_words, read

ENDS = st.none() | st.integers(-400, 400)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("binnen 6 weken", Gap(0, 42)),
        ("minstens zes weken ervoor", Gap(42, None)),
        ("minstens 6 weken later", Gap(42, None)),
        ("meer dan 6 weken later", Gap(43, None)),
        ("minder dan één week", Gap(None, 6)),
        ("hoogstens 10 dagen", Gap(None, 10)),
        ("precies 1 dag later", Gap(1, 1)),
        ("meer dan 2 weken geleden", Gap(None, -15)),
        ("hoogstens 2 weken geleden", Gap(-14, None)),
        ("vandaag", Gap(0, 0)),
        ("dezelfde dag of later", Gap(0, None)),
        ("voorbij", Gap(None, -1)),
        ("minstens 6 weken later en hoogstens 12 weken later", Gap(42, 84)),
    ],
)
def test_a_gap_is_read_as_a_rule_says_it(text: str, expected: Gap) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["", "6 weken", "binnen 6 maanden", "later", "minstens 9 dagen en hoogstens 8 dagen"]
)
def test_what_is_no_gap_is_none(text: str) -> None:
    assert read(text) is None


@given(ENDS, ENDS, st.sampled_from(["vandaag", "dezelfde dag"]))
def test_what_is_written_is_read_the_same(one: int | None, other: int | None, now: str) -> None:
    low, high = (one, other) if None in (one, other) else sorted((one, other))  # type: ignore[type-var]
    gap = Gap(low, high)
    assert in_words(gap, now) == "" if gap == Gap() else read(in_words(gap, now)) == gap
