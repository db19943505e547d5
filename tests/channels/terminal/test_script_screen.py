"""What a script shows: buttons with the number to type, where a number can mean one."""

from __future__ import annotations

from io import StringIO

from bot.channels.terminal.run import ScriptScreen
from bot.dialogue.messages import Button, Say

BUTTONS = (Button("Weet ik niet", "x"), Button("Lees meer", url="https://example.org"))


def test_a_button_has_a_number_to_type() -> None:
    """A button that opens a page is none to type."""
    out = StringIO()
    ScriptScreen(out).show(Say("Wie begon?", BUTTONS))
    assert out.getvalue() == "\nWie begon?\n  1. Weet ik niet\n"


def test_where_the_answer_is_a_number_a_button_has_none() -> None:
    """A typed 1 is one, so it is not shown beside "weet ik niet"."""
    out = StringIO()
    ScriptScreen(out).show(Say("Hoeveel?", BUTTONS, typed=True))
    assert out.getvalue() == "\nHoeveel?\n  • Weet ik niet\n"
