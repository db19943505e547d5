"""Notes as files in the terminal: names from people, edited notes, folders that refuse."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.bootstrap import build_conversation
from bot.channels import wording
from bot.channels.terminal.run import ChatScreen, turn
from bot.dialogue.messages import Document, Reply, Said, Say, Started
from tests.driver import settings_in
from tests.shelf import packs


def shown(folder: Path, *replies: Reply) -> str:
    """What a person sees."""
    out = StringIO()
    screen = ChatScreen(Console(file=out, width=200), folder)
    for reply in replies:
        screen.show(reply)
    return out.getvalue()


def note(name: str, text: str = "# Notitie\n") -> Document:
    """A note of a project with this name."""
    return Document(f"notitie-{name}", text)


def test_a_name_with_a_slash_is_a_name(tmp_path: Path) -> None:
    """It makes no folder, and leaves none."""
    shown(tmp_path, note("kerkstraat-12/14"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "notitie-kerkstraat-12-14.docx",
        "notitie-kerkstraat-12-14.md",
    ]


def test_a_note_that_was_edited_is_never_written_over(tmp_path: Path) -> None:
    """Nor that of another project whose name looks the same on this computer."""
    shown(tmp_path, note("spoor"))
    (tmp_path / "notitie-spoor.md").write_text("mijn eigen woorden")
    shown(tmp_path, note("spoor", "# Anders\n"), note("spoor", "# Anders\n"))

    assert (tmp_path / "notitie-spoor.md").read_text() == "mijn eigen woorden"
    assert (tmp_path / "notitie-spoor-2.md").read_text() == "# Anders\n"
    assert not (tmp_path / "notitie-spoor-3.md").exists()


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    """The note stands on the screen all the same."""
    (tmp_path / "notities").write_text("een bestand")
    said = shown(tmp_path / "notities", note("x", "# De notitie\n"))
    assert "De notitie" in said
    assert "kon het stuk niet opslaan" in said


def test_a_reply_that_cannot_be_shown_stands_in_nobodys_way(
    tmp_path: Path,
) -> None:
    """It is told, crossed off, and what comes after it is shown."""
    conversation = build_conversation(settings_in(tmp_path), packs=packs())
    told: list[Reply] = []

    def fails_once(reply: Reply) -> None:
        if not told:
            told.append(Say("kapot"))
            raise FileNotFoundError(2, "No such file", "notitie")
        told.append(reply)

    turn(conversation, "u1", Started(), fails_once)
    assert told[1] == Say(wording.NOT_SHOWN, shape="notice")
    assert not conversation.outgoing()
    turn(conversation, "u2", Said("/hulp"), told.append)
    assert len(told) > 2
    conversation.close()


def test_a_pipe_that_broke_ends_the_talk(tmp_path: Path) -> None:
    """Nobody reads any more: what was not shown stays for next time."""
    conversation = build_conversation(settings_in(tmp_path), packs=packs())

    def broken(reply: Reply) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        turn(conversation, "u1", Started(), broken)
    assert conversation.outgoing()
    conversation.close()
