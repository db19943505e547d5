"""Terms are counted as the Algemene termijnenwet counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.count import Counted, holiday, is_working_day, last_day
from bot.rules.model.conditions import ALWAYS
from bot.rules.model.terms import Term

FREE = frozenset({date(2027, 5, 7)})
"""Made equal to a holiday: the Friday after Ascension Day."""
LAW = Term("t", ALWAYS, "Een termijn", "law", "begin", "after", "Doe het.")


def ends(start: date, **term: object) -> date:
    return last_day(replace(LAW, **term), start, FREE).day


# --- what the dossier gives as test vectors ---------------------------------------------------


def test_a_term_that_counts_its_first_day() -> None:
    """Open to see on Monday 22 March 2027: six weeks end on a Sunday, so on the Monday after."""
    term = replace(LAW, number=6, unit="weeks", counts_start=True)
    counted = last_day(term, date(2027, 3, 22))
    assert counted == Counted(date(2027, 5, 3), moved_from=date(2027, 5, 2))


def test_a_term_that_begins_the_day_after() -> None:
    """Announced on Monday 22 March 2027."""
    assert ends(date(2027, 3, 22), number=6, unit="weeks") == date(2027, 5, 3)


def test_over_a_holiday_a_free_day_and_a_weekend() -> None:
    """Announced on Thursday 25 March 2027: Ascension Day, a day equal to it, a weekend."""
    assert ends(date(2027, 3, 25), number=6, unit="weeks") == date(2027, 5, 10)
    without = last_day(replace(LAW, number=6, unit="weeks"), date(2027, 3, 25))
    assert without.day == date(2027, 5, 7)


# --- the holidays -----------------------------------------------------------------------------

OF_THE_LAW = {
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
    2028: "01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26",
    2031: "01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26",
}
"""New Year, Good Friday, Easter Monday, the King's birthday (a Saturday when it is a Sunday), the
fifth of May, Ascension Day, Whit Monday, Christmas: article 3 of the law, worked out by hand."""


@pytest.mark.parametrize("year", OF_THE_LAW)
def test_the_library_knows_the_days_of_the_law_and_no_others(year: int) -> None:
    """The fifth of May is one in every year; Easter Day and Whit Sunday are Sundays anyway."""
    first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    days = map(date.fromordinal, range(first, after))
    known = [f"{day:%m-%d}" for day in days if holiday(day) and "Eerste p" not in holiday(day)]
    assert known == OF_THE_LAW[year].split()


def test_what_is_no_working_day() -> None:
    """A Saturday, a Sunday, a holiday, a day equal to one."""
    week = [date(2027, 5, 3 + day) for day in range(7)]
    assert [is_working_day(day, FREE) for day in week] == [True, True] + [False] * 5


# --- which terms the law is about -------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "unit", "end"),
    [
        (12, "weeks", date(2027, 3, 29)),  # Easter Monday -> Tuesday
        (13, "weeks", date(2027, 4, 3)),
        (3, "months", date(2027, 4, 4)),
        (4, "months", date(2027, 5, 2)),
        (90, "days", date(2027, 4, 4)),
        (91, "days", date(2027, 4, 4)),
    ],
)
def test_a_long_term_does_not_move(number: int, unit: str, end: date) -> None:
    """Over 12 weeks, 3 months or 90 days it ends where it ends (article 4)."""
    days = {"weeks": number * 7, "days": number}
    start = date.fromordinal(end.toordinal() - days[unit]) if unit in days else None
    start = start or date(2027, end.month - number, end.day)
    moved = last_day(replace(LAW, number=number, unit=unit), start).moved_from
    assert (moved == end) is (number in (12, 3, 90))


def test_what_is_counted_back_is_planning_and_goes_to_the_working_day_before() -> None:
    """Three weeks before Thursday 10 June 2027 is a working day; four before Monday 31 May not."""
    back = replace(LAW, kind="planning", direction="before", unit="weeks")
    assert last_day(replace(back, number=3), date(2027, 6, 10)).day == date(2027, 5, 20)
    counted = last_day(replace(back, number=2), date(2027, 5, 31), FREE)
    assert counted == Counted(date(2027, 5, 14), moved_from=date(2027, 5, 17))


def test_a_rule_of_ones_own_moves_only_when_it_says_so() -> None:
    """For a term of an ordinance the law does not hold by itself."""
    own = replace(LAW, kind="own_rule", number=6, unit="weeks")
    assert last_day(own, date(2027, 3, 21)).day == date(2027, 5, 2)
    assert last_day(replace(own, extends=True), date(2027, 3, 21)).day == date(2027, 5, 3)


def test_a_term_of_the_law_can_be_said_not_to_move() -> None:
    """What is about the entry into force of rules."""
    assert ends(date(2027, 3, 21), number=6, unit="weeks", extends=False) == date(2027, 5, 2)


def test_a_short_term_holds_two_working_days() -> None:
    """Three days from Thursday before Easter: only Tuesday and Wednesday count (article 2)."""
    assert ends(date(2027, 3, 25), number=3, unit="days") == date(2027, 3, 31)
    assert ends(date(2027, 3, 25), number=2, unit="days") == date(2027, 3, 30)


# --- units ------------------------------------------------------------------------------------


def test_a_month_ends_on_the_same_day_or_the_last_one() -> None:
    """A month from 31 January ends in February."""
    own = {"kind": "own_rule", "unit": "months"}
    assert ends(date(2027, 1, 31), number=1, **own) == date(2027, 2, 28)
    assert ends(date(2027, 11, 30), number=6, **own) == date(2028, 5, 30)
    assert ends(date(2028, 2, 29), number=12, **own) == date(2029, 2, 28)


def test_working_days_are_counted_without_the_others() -> None:
    """Two of them after Wednesday 5 May 2027, with Ascension Day and a free day between."""
    assert ends(date(2027, 5, 5), kind="own_rule", number=2, unit="working_days") == date(
        2027, 5, 11
    )


def test_without_a_number_it_is_the_day_itself() -> None:
    """On it, or some time before it."""
    for way in ("on", "before"):
        assert ends(date(2027, 5, 2), direction=way) == date(2027, 5, 2)
