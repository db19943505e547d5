"""``kennis dmn``: the file on the screen or on disk, and mistakes as sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import run


def test_the_file_goes_to_stdout_and_the_rest_does_not() -> None:
    done = run("kennis", "dmn", "best")

    assert done.returncode == 0
    assert done.stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<definitions ')
    assert done.stderr == ""


def test_the_file_goes_where_it_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "best.dmn"

    done = run("kennis", "dmn", "knowledge/gemeenten/best", "-o", str(target), "--op", "2027-01-31")

    assert done.returncode == 0
    assert done.stdout == ""
    assert target.read_text("utf-8").endswith("</definitions>\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("gemeenschappelijk",), 1, "Dit kan niet als DMN. Het pakket ‘gemeenschappelijk’ heeft"),
        (("bets",), 2, "Bedoelde je ‘best’?"),
        (
            ("best", "-o", "/proc/nergens/best.dmn"),
            2,
            "Ik kan '/proc/nergens/best.dmn' niet schrijven",
        ),
        (("best", "--op", "morgen"), 2, "'morgen' is geen dag. Goed zou zijn: --op 2027-01-31."),
    ],
)
def test_a_mistake_is_a_sentence(arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run("kennis", "dmn", *arguments)

    assert done.returncode == code
    assert said in done.stderr
    assert done.stdout == ""
