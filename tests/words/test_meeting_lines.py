"""Meetings in a line that a person tells: each by itself, with its own time and place."""

from __future__ import annotations

import pytest

from bot.words.meeting_lines import as_appointment, meetings_apart


@pytest.mark.parametrize(
    ("line", "meetings"),
    [
        (
            "19 januari 19.30 in de brink en 26 januari 14.00 in de school",
            ["19 januari 19.30 in de brink", "26 januari 14.00 in de school"],
        ),
        (
            "ouderavond 12 januari 20.00 aula, inloop woensdag 20 januari 15-17 in de kantine",
            ["ouderavond 12 januari 20.00 aula", "inloop woensdag 20 januari 15-17 in de kantine"],
        ),
        (
            "huurders 21 januari 19.30 in de zaal, eigenaren 28 januari 19.45",
            ["huurders 21 januari 19.30 in de zaal", "eigenaren 28 januari 19.45"],
        ),
    ],
)
def test_each_meeting_stands_by_itself(line: str, meetings: list[str]) -> None:
    assert meetings_apart(line) == meetings


@pytest.mark.parametrize(
    "line",
    [
        "dinsdag 12 en woensdag 13 januari 20.00 in de school",
        "spreekuur 11 januari 17-19 en 13 januari 10-12 in het stadskantoor",
        "sessies in de raadzaal 9 december 12.00 en 10 december 15.30",
        "bijeenkomst 12 januari 19.30 in de brink",
    ],
)
def test_what_is_shared_is_not_cut(line: str) -> None:
    assert meetings_apart(line) == [line]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "ouderavond dinsdag 12 januari 20.00 aula",
            "ouderavond: dinsdag 12 januari om 20.00 uur, aula",
        ),
        (
            "avond 2 op 26 januari 14.00 in de school",
            "avond 2 op 26 januari om 14.00 uur in de school",
        ),
        (
            "we praten 26 januari 14.00 in de school",
            "we praten 26 januari om 14.00 uur in de school",
        ),
        ("inloop 11 januari 17-19", "inloop: 11 januari van 17 tot 19 uur"),
    ],
)
def test_a_day_and_its_time_are_said_in_full(line: str, said: str) -> None:
    assert as_appointment(line) == said
