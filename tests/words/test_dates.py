"""Days in Dutch: what is read, what is asked back, and that what is written is read the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.dates import Days, NoDay, days_in_words, read

TODAY = date(2026, 11, 30)
DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))


def days(first: str, last: str = "") -> Days:
    """Days from ISO texts."""
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 juni", days("2027-06-12")),
        ("Op zaterdag 12 juni 2027.", days("2027-06-12")),
        ("12-6-2027", days("2027-06-12")),
        ("12/6", days("2027-06-12")),
        ("2027-06-12", days("2027-06-12")),
        ("1e juni", days("2027-06-01")),
        ("12 dec", days("2026-12-12")),
        ("29 februari", days("2028-02-29")),
        ("in juni", days("2027-06-01", "2027-06-30")),
        ("2027-06", days("2027-06-01", "2027-06-30")),
        ("ik denk in juni 2028", days("2028-06-01", "2028-06-30")),
        ("november", days("2026-11-30")),
        ("begin juni", days("2027-06-01", "2027-06-10")),
        ("half april", days("2027-04-11", "2027-04-20")),
        ("eind februari", days("2027-02-21", "2027-02-28")),
        ("vóór de zomer", days("2026-11-30", "2027-06-20")),
        ("in de zomer van 2028", days("2028-06-21", "2028-09-20")),
        ("na de zomer", days("2027-09-21", "2027-12-31")),
        ("volgende winter", days("2026-12-21", "2027-03-20")),
        ("over zes weken", days("2027-01-11")),
        ("over 3 maanden", days("2027-02-28")),
        ("over één dag", days("2026-12-01")),
        ("vandaag", days("2026-11-30")),
        ("overmorgen", days("2026-12-02")),
        ("zaterdag", days("2026-12-05")),
        ("volgende week", days("2026-12-07", "2026-12-13")),
        ("volgende maand", days("2026-12-01", "2026-12-31")),
        ("uiterlijk 1 mei", days("2026-11-30", "2027-05-01")),
        ("voor 1 mei", days("2026-11-30", "2027-04-30")),
        ("vanaf maart", days("2027-03-01", "2027-12-31")),
        ("1 tot en met 10 juni", days("2027-06-01", "2027-06-10")),
        ("tussen 1 juni en 10 juli", days("2027-06-01", "2027-07-10")),
        ("juni of juli", days("2027-06-01", "2027-07-31")),
    ],
)
def test_a_day_is_read_as_people_name_it(text: str, expected: Days) -> None:
    assert read(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31 februari", "31 februari bestaat niet"),
        ("31-4-2027", "31 april bestaat niet"),
        ("2027-13-01", "2027-13-01 bestaat niet"),
        ("29 februari 2027", "29 februari bestaat niet"),
        ("2027", "Alleen een jaar"),
        ("in 2027", "Alleen een jaar"),
        ("volgend jaar", "Alleen een jaar"),
        ("3 maart 2025", "3 maart 2025 is al geweest"),
        ("juni 2025", "juni 2025 is al geweest"),
        ("voor vandaag", "is al geweest"),
    ],
)
def test_a_day_that_can_not_be_is_asked_back(text: str, told: str) -> None:
    with pytest.raises(NoDay, match=told):
        read(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "weet ik niet",
        "niet op 12 juni",
        "kan het op 12 juni?",
        "mijn moeder is jarig op 12 juni",
        "1 juni of 1 juli",
        "10 juli tot 1 juni 2027",
        "1.500,50",
        "500",
        "²",
    ],
)
def test_what_names_no_day_for_sure_is_no_day(text: str) -> None:
    assert read(text, TODAY) is None


def test_where_days_may_be_over_the_nearest_one_is_meant() -> None:
    assert read("12 oktober", TODAY, past=True) == days("2026-10-12")
    assert read("3 maart 2025", TODAY, past=True) == days("2025-03-03")


@given(DAYS, DAYS)
def test_what_is_written_is_read_the_same(first: date, last: date) -> None:
    told = Days(min(first, last), max(first, last))
    assert read(days_in_words(told), date(2026, 1, 1)) == told


@given(st.text(max_size=60), DAYS)
def test_any_text_names_days_that_are_to_come_or_none(text: str, today: date) -> None:
    try:
        found = read(text, today)
    except NoDay:
        return
    assert found is None or today <= found.first <= found.last


@given(DAYS, st.integers(0, 400))
def test_a_month_is_told_as_a_month(today: date, ahead: int) -> None:
    first = (today + timedelta(days=ahead)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    assert days_in_words(Days(first, last)).split()[0].isalpha()
