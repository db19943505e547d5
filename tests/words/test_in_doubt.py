"""Which lines others may perhaps not read, and which papers go without them."""

from __future__ import annotations

from bot.words.in_doubt import FIT, MEANT, with_doubts
from bot.words.own_papers import for_paper, notes_left_out
from bot.words.own_topics import DOUBTED, LETTER

TOLD = (("wat", "De brug wordt vervangen."), ("wat", "De wethouder wil alleen fietsers."))
TO_THE_EXECUTIVE = "mail_wethouder"


def by_topic(fits: dict[str, float], least: float = FIT) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for topic, line in with_doubts(TOLD, fits, least):
        told[topic] = (*told.get(topic, ()), line)
    return told


def test_what_is_not_surely_for_others_stays_out_of_a_letter_only() -> None:
    told = by_topic({"De brug wordt vervangen.": 0.9, "De wethouder wil alleen fietsers.": 0.1})
    assert for_paper(told, LETTER) == {"wat": ("De brug wordt vervangen.",)}
    assert for_paper(told, TO_THE_EXECUTIVE)["wat"] == tuple(line for _, line in TOLD)


def test_it_is_in_doubt_and_no_note() -> None:
    told = by_topic({"De wethouder wil alleen fietsers.": 0.1})
    assert told[DOUBTED] == ("De wethouder wil alleen fietsers.",)
    assert notes_left_out(told, [LETTER]) == []


def test_what_no_model_read_is_not_in_doubt() -> None:
    assert DOUBTED not in by_topic({})


def test_what_was_typed_for_a_paper_needs_to_be_less_sure() -> None:
    between = {"De brug wordt vervangen.": (FIT + MEANT) / 2}
    assert DOUBTED in by_topic(between)
    assert DOUBTED not in by_topic(between, MEANT)


def test_once_the_doubt_is_taken_away_it_stands_in_the_letter() -> None:
    told = by_topic({"De wethouder wil alleen fietsers.": 0.1})
    del told[DOUBTED]
    assert for_paper(told, LETTER)["wat"] == tuple(line for _, line in TOLD)
