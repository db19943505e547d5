"""What of the lines that were told goes outside, and what is a note of who writes."""

from __future__ import annotations

import pytest

from bot.words.for_readers import is_note, with_commas, without_repeats
from bot.words.own_papers import for_paper, notes_left_out


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Ik heb 2 momenten.", True),
        ("Ze zwaaien er de hele tijd mee.", True),
        ("Dat kan de aanbieder niet waarmaken denken ze zelf.", True),
        ("Een kind van 8 op het verkeerde adres eruit gezet.", True),
        ("Een collega is bedreigd aan de telefoon.", True),
        ("Onze teamleider sport wil niet.", True),
        ("Stond groot in de krant.", True),
        ("Weet nog niet wie.", True),
        ("Moet wethouder nog wel goed vinden.", True),
        ("Elk kind wordt apart bekeken.", False),
        ("De adviesraad was negatief.", False),
        ("Die 12 gezinnen met kinderen horen het eerst.", False),
        ("Jullie zeiden “ik wil dit niet”.", False),
        ("Alleen het riool.", False),
        ("Is het te laat?", False),
        ("[INVULLEN: wat ik nog moet vragen]", False),
    ],
)
def test_a_note_of_who_writes(line: str, note: bool) -> None:
    """It speaks of who writes, of nobody who was named, or of one person."""
    assert is_note(line) is note


def test_a_note_stands_in_no_letter_and_that_is_told() -> None:
    """In a running order, which one keeps to oneself, it stands."""
    told = {"gebeurt": ("De werf sluit.", "Ik heb 2 momenten.")}
    assert for_paper(told, "bewonersbrief") == {"gebeurt": ("De werf sluit.",)}
    assert for_paper(told, "draaiboek") == told
    assert notes_left_out(told, ["bewonersbrief", "draaiboek"]) == ["Ik heb 2 momenten."]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Rooster begintijd bussen en kantine.", "Rooster, begintijd, bussen en kantine."),
        ("Sleutels schoonmaak tarieven.", "Sleutels, schoonmaak en tarieven."),
        ("De kleur is nog open.", "De kleur is nog open."),
        ("Nieuwe straat lantaarns bankjes.", "Nieuwe straat lantaarns bankjes."),
    ],
)
def test_a_row_of_words_gets_its_commas(line: str, shown: str) -> None:
    assert with_commas(line) == shown


def test_what_another_line_says_too_is_said_once() -> None:
    """Unless the other says the opposite of it, or only a part."""
    assert without_repeats(
        ["Het college, op 3 mei.", "Het college kiest op 3 mei het gebouw."]
    ) == ["Het college kiest op 3 mei het gebouw."]
    both = ["Het budget ligt vast.", "Het budget ligt niet vast."]
    assert without_repeats(both) == both
