"""The days that people tell in their own words, and what happens then; sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.dates import MONTHS, WEEKDAYS
from bot.words.day_points import clock_after, plain, points
from bot.words.told_days import ToldDay, told_days
from tests.shelf import DEFAULT, packs

TODAY = date(2026, 11, 30)
"""A Monday."""
SENTENCES = Path(__file__).with_name("told_days.tsv")


def sentences() -> Iterator[tuple[str, str]]:
    """Each sentence with what is heard in it."""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, heard = line.partition("\t")
            yield text, heard


def told(text: str, today: date = TODAY) -> tuple[ToldDay, ...]:
    return told_days(text, packs()[DEFAULT].moments, today)


def written(day: ToldDay) -> str:
    if day.weekday:
        return f"!{day.weekday}"
    sign = ("<" if day.is_over else "") + ("" if day.exact else "~")
    where = f" @{day.where}" if day.where else ""
    return f"{sign}{day.moment or '-'}={day.days.first} {day.clock}".rstrip() + where


@pytest.mark.parametrize(("text", "heard"), list(sentences()))
def test_what_is_heard_in_a_sentence(text: str, heard: str) -> None:
    assert "; ".join(map(written, told(text))) == heard


def test_there_are_sentences_enough() -> None:
    assert len(list(sentences())) >= 60


def test_what_happens_is_never_taken_from_another_sentence() -> None:
    assert [day.moment for day in told("De raad gaat erover. Bel me 14 januari.")] == [""]


def test_a_person_is_no_place() -> None:
    (day,) = told("gesprek wo 9 dec half 8 bij mevrouw De Vries")
    assert (day.moment, day.where) == ("bijeenkomst", "")


DAYS = st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=200))
WAYS = (
    "{day} {month}",
    "{short} {day} {month}",
    "{weekday} {day} {month} {year}",
    "{short} {day}.{number}",
    "{day}-{number}-{year}",
    "{day} {abbreviated}",
    "{year}-{number:02}-{day:02}",
)


@given(DAYS, st.sampled_from(WAYS), st.sampled_from(("raad beslist {}", "{} beslist de raad")))
def test_a_day_is_the_same_however_it_is_written(day: date, way: str, sentence: str) -> None:
    """As long as it is no more than half a year ahead."""
    name = WEEKDAYS[day.weekday()]
    said = way.format(
        day=day.day,
        month=MONTHS[day.month - 1],
        abbreviated=MONTHS[day.month - 1][:3],
        number=day.month,
        year=day.year,
        weekday=name,
        short=name[:2],
    )
    heard = [(one.moment, one.days.first, one.exact) for one in told(sentence.format(said))]
    assert heard == [("raad", day, True)]


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_day_is_never_on_another_weekday(day: date, weekday: str) -> None:
    text = f"raad beslist {weekday} {day.day} {MONTHS[day.month - 1]} {day.year}"
    (heard,) = told(text)
    if WEEKDAYS[day.weekday()] == weekday:
        assert heard.days.first == day
    else:
        assert heard.weekday == weekday


@given(st.text(max_size=200), DAYS)
def test_any_text_is_read_without_a_fault(text: str, today: date) -> None:
    """And a day lies where it stands in the text."""
    for day in told(text, today):
        assert day.days.first <= day.days.last
    low = plain(text)
    assert len(low) == len(text)
    for point in points(low, today):
        assert 0 <= point.start < point.end <= len(text)


@given(
    st.lists(st.sampled_from(("raad", "avond", "9 dec", "wo", "half 8", "niet", ",", ".", "en")))
)
def test_words_in_any_order_are_read_without_a_fault(words: list[str]) -> None:
    for day in told(" ".join(words)):
        assert day.days.first.year in (2025, 2026, 2027)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9 dec 19:30", "19.30 uur"),
        ("9 dec, 19u30", "19.30 uur"),
        ("9 dec om 8 uur", "8 uur"),
        ("9 dec 's avonds half acht", "half acht"),
        ("9 dec kwart over 7", "kwart over 7"),
        ("9 dec 9.00-12.00 uur", "9.00-12.00 uur"),
        ("9 dec 60 mensen", ""),
        ("9 dec half januari", ""),
    ],
)
def test_a_time_behind_a_day_is_kept_as_it_was_said(text: str, clock: str) -> None:
    found = clock_after(plain(text), len("9 dec"))
    assert (found.told if found else "") == clock
